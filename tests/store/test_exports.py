"""What an export reads of the words of a trouble."""

import pytest

from bot.core.conversation import Who
from bot.core.days import Span, day_of, zone_of
from bot.core.people import Shop
from bot.core.press import Action
from bot.store.ledger import Ledger
from tests.store.conftest import OWNER, Clock
from tests.store.histories import MANAGER, PLACES, SELLER, History

FIRST, SECOND, LATER = "2 complaint", "3 insult", "0"


@pytest.fixture
def shop() -> Shop:
    return Shop(owner_id=OWNER, manager_ids=frozenset({MANAGER}), seller_ids=frozenset({SELLER}))


def words_in(ledger: Ledger, clock: Clock) -> list[tuple[str, ...]]:
    today = day_of(clock.now, zone_of("Asia/Tehran"))
    leaf = ledger.commit(
        lambda books: books.exports.leaf(Span(today, today), None, 9, with_words=True)
    )
    return [each.words for each in leaf.records]


@pytest.mark.parametrize(
    ("withdrawn", "left"),
    [((), (FIRST, SECOND)), ((1,), (SECOND,)), ((1, 2), ()), ((3,), (FIRST, SECOND))],
)
def test_a_withdrawn_message_makes_no_room_for_what_was_said_after_the_trouble(
    ledger: Ledger, clock: Clock, withdrawn: tuple[int, ...], left: tuple[str, ...]
) -> None:
    history = History(ledger, clock, 1)
    for words in (FIRST, SECOND):
        history.hear_now(Who.CUSTOMER, PLACES[0], words)
        clock.now += 40.0
    history.press_newest(Action.WORKED)
    clock.now += 3_000.0
    history.hear_now(Who.CUSTOMER, PLACES[0], LATER)
    ledger.commit(lambda books: books.withdraw_turns(PLACES[0].key, [*withdrawn]))
    assert words_in(ledger, clock) == [left]
