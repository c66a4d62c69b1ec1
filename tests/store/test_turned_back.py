"""A clock that was ahead and is put right: letters that were to go at once still go at once."""

import pytest
from sqlalchemy import Engine, select

from bot.core.letters import Urgency
from bot.store.ledger import Ledger
from bot.store.tables import LetterRow, table_of
from bot.store.turned_back import SLACK_SECONDS
from tests.store.conftest import Clock
from tests.store.samples import SELLER, due, note, post

HOUR = 3600.0


def deal_with_an_update(ledger: Ledger, number: int) -> None:
    assert ledger.commit(lambda books: books.first_time(number))


def waits(engine: Engine) -> list[float]:
    rows = table_of(LetterRow)
    with engine.connect() as connection:
        return list(connection.execute(select(rows.c.due_at).order_by(rows.c.id)).scalars())


def test_what_was_to_go_at_once_goes_at_once(ledger: Ledger, clock: Clock) -> None:
    clock.now += HOUR
    deal_with_an_update(ledger, 1)
    post(ledger, "now")
    clock.now -= HOUR
    assert due(ledger) == []
    assert ledger.commit(lambda books: books.follow_clock()) == HOUR
    assert [letter.body for letter in due(ledger)] == [note("now")]
    assert ledger.commit(lambda books: books.follow_clock()) == 0.0


def test_what_was_put_off_waits_as_long_as_it_was_told(
    ledger: Ledger, engine: Engine, clock: Clock
) -> None:
    began = clock.now
    clock.now += HOUR
    deal_with_an_update(ledger, 1)
    post(ledger, "later by itself", Urgency.LATER)
    (letter,) = due(ledger)
    ledger.commit(lambda books: books.put_off(letter, 20.0, "TelegramRetryAfter"))
    clock.now = began
    ledger.commit(lambda books: books.follow_clock())
    assert waits(engine) == [began + 20.0]


def test_what_is_planned_stays_planned(ledger: Ledger, engine: Engine, clock: Clock) -> None:
    planned = clock.now + HOUR / 2

    ledger.commit(lambda books: books.post(SELLER, note("planned"), Urgency.LATER, due_at=planned))
    clock.now += HOUR
    deal_with_an_update(ledger, 1)
    clock.now -= HOUR
    assert ledger.commit(lambda books: books.follow_clock()) == HOUR
    assert waits(engine) == [planned]


@pytest.mark.parametrize("ahead", [0.0, SLACK_SECONDS - 1])
def test_clocks_that_differ_a_little_are_left_alone(
    ledger: Ledger, clock: Clock, ahead: float
) -> None:
    assert ledger.commit(lambda books: books.follow_clock()) == 0.0
    clock.now += ahead
    deal_with_an_update(ledger, 1)
    clock.now -= ahead
    assert ledger.commit(lambda books: books.follow_clock()) == 0.0
