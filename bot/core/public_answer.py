"""An answer that a group's customers can read: the one thing that Aram writes there.

A manager asks for it from a card, is shown exactly what would stand where, and confirms. It goes
out once, as it was shown, or not at all.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.card import CardState, Face
from bot.core.wording import has_blank


class Stage(StrEnum):
    """Where a public answer stands; UNSURE is one of which nobody knows whether it arrived."""

    ASKED = "asked"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class PublicAnswer:
    """The words `text` of a card, in reply to the message `reply_to`; `by` asked for them."""

    id: int
    card_id: int
    by: int
    reply_to: int
    text: str
    stage: Stage = Stage.ASKED


def words_for_public(face: Face) -> tuple[str | None, ...]:
    """A card's drafts, each None where it cannot stand in public as it is."""
    if face.state is not CardState.OPEN or face.advice is None or face.needs_manager:
        return ()
    return tuple(None if has_blank(draft) else draft for draft in face.advice.drafts)
