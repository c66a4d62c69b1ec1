"""How often each playbook was used, and how it went."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.core.card import CardState, Face
from bot.core.press import Action
from bot.store.tables import CardRow, ConversationRow, PressRow


@dataclass(frozen=True, slots=True)
class Usage:
    """What became of a playbook's cards: `shown` counts them all, `sent` those whose words went.

    A card belongs to the playbook that it showed last while it was open.
    """

    shown: int = 0
    worked: int = 0
    calmed: int = 0
    dismissed: int = 0
    sent: int = 0


NEVER_USED = Usage()


def playbook_shown(face: Face) -> dict[str, str]:
    """The playbook that an open card shows; a closed one keeps the last it showed."""
    if face.state is not CardState.OPEN or face.advice is None:
        return {}
    return {"playbook": face.advice.playbook}


def playbook_usage(session: Session, since: float, *, shop_id: int) -> Mapping[str, Usage]:
    """A shop's usage by playbook id, of cards opened since a time in seconds; none of unused."""
    recent = (
        col(ConversationRow.shop_id) == shop_id,
        col(CardRow.opened_at) >= since,
        col(CardRow.playbook).is_not(None),
    )
    talk = col(ConversationRow.id) == col(CardRow.conversation_id)
    by_state = (
        select(col(CardRow.playbook), col(CardRow.state), func.count())
        .join(ConversationRow, talk)
        .where(*recent)
        .group_by(col(CardRow.playbook), col(CardRow.state))
    )
    with_words = (
        select(col(CardRow.playbook), func.count(col(CardRow.id).distinct()))
        .join(PressRow, col(PressRow.card_id) == col(CardRow.id))
        .join(ConversationRow, talk)
        .where(*recent, col(PressRow.action) == Action.SEND.value)
        .group_by(col(CardRow.playbook))
    )
    states: dict[str, dict[str, int]] = {}
    for playbook, state, count in session.execute(by_state):
        states.setdefault(playbook, {})[state] = count
    sent = dict(session.execute(with_words).all())
    return {
        playbook: Usage(
            shown=sum(counts.values()),
            worked=counts.get(CardState.WORKED, 0),
            calmed=counts.get(CardState.CALMED, 0),
            dismissed=counts.get(CardState.DISMISSED, 0),
            sent=sent.get(playbook, 0),
        )
        for playbook, counts in states.items()
    }
