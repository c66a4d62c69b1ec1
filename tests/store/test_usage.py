"""Usage of playbooks: every card counts for the playbook it showed last while it was open."""

from dataclasses import replace

import pytest
from sqlmodel import Session

from bot.core.advice import Advice
from bot.core.assessment import Tension
from bot.core.card import CardState, Face
from bot.core.playbook import StepKind
from bot.core.press import Action
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.usage import NEVER_USED, Usage, playbook_usage
from tests.store.conftest import Clock
from tests.store.samples import FACE, SELLER, card_in


def showing(playbook: str, state: CardState = CardState.OPEN) -> Face:
    advice = Advice(
        playbook=playbook,
        title=playbook,
        step=1,
        steps=1,
        kind=StepKind.CLARIFY,
        advice="",
        drafts=(),
        needs_manager=False,
        more_words=False,
        more_steps=False,
    )
    return replace(FACE, advice=advice, state=state)


def usage(ledger: Ledger, since: float = 0.0) -> dict[str, Usage]:
    def report(session: Session) -> dict[str, Usage]:
        return dict(playbook_usage(session, since, shop_id=1))

    with Session(ledger._engine) as session:
        return report(session)


def change(ledger: Ledger, card_id: int, face: Face) -> None:
    ledger.commit(lambda books: books.change_card(card_id, face, anew=False))


def press_all(ledger: Ledger, card_id: int, presses: list[Action]) -> None:
    def work(books: Books) -> None:
        card = books.card(card_id)
        assert card is not None
        for action in presses:
            books.keep_press(card, SELLER, action.value)

    ledger.commit(work)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (CardState.OPEN, Usage(shown=1)),
        (CardState.WORKED, Usage(shown=1, worked=1)),
        (CardState.DISMISSED, Usage(shown=1, dismissed=1)),
        (CardState.MUTED, Usage(shown=1)),
    ],
)
def test_a_card_counts_by_its_end(state: CardState, expected: Usage, ledger: Ledger) -> None:
    card_id = card_in(ledger, showing("complaint"))
    change(ledger, card_id, showing("complaint", state))
    assert usage(ledger) == {"complaint": expected}


def test_a_calmed_card_counts_for_what_calmed_the_customer(ledger: Ledger) -> None:
    """Its face shows the words for calm, which are another playbook's."""
    card_id = card_in(ledger, showing("complaint"))
    change(ledger, card_id, showing("praise_after_trouble", CardState.CALMED))
    assert usage(ledger) == {"complaint": Usage(shown=1, calmed=1)}


def test_a_card_counts_once_for_the_last_playbook_it_showed(ledger: Ledger) -> None:
    card_id = card_in(ledger, showing("complaint"))
    change(ledger, card_id, showing("insult"))
    change(ledger, card_id, replace(FACE, advice=None, tension=Tension.CALM))
    assert usage(ledger) == {"insult": Usage(shown=1)}


def test_words_sent_count_once_for_each_card(ledger: Ledger) -> None:
    for presses in ([Action.ASK, Action.SEND, Action.SEND], [Action.ASK], []):
        press_all(ledger, card_in(ledger, showing("complaint")), presses)
    assert usage(ledger) == {"complaint": Usage(shown=3, sent=1)}


def test_older_cards_and_cards_without_a_playbook_are_left_out(
    ledger: Ledger, clock: Clock
) -> None:
    card_in(ledger, showing("complaint"))
    clock.now += 100
    card_in(ledger, showing("insult"))
    card_in(ledger, FACE)
    recent = usage(ledger, since=clock.now)
    assert recent == {"insult": Usage(shown=1)}
    assert recent.get("complaint", NEVER_USED) == Usage()
