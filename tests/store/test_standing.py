"""How things stand: letters by how long they have been due, on both databases."""

from sqlalchemy import Engine, insert

from bot.core.people import Shop
from bot.store.ledger import Ledger
from bot.store.tables import LetterRow, table_of

NOW = 1_764_000_000.0


def test_letters_are_counted_by_how_long_they_are_due(engine: Engine) -> None:
    letter = {"shop_id": 1, "to": 7, "body": "", "urgency": "0_now", "attempts": 0, "revision": 0}
    ages = (0.0, 10.0, 10.5, 61.0, 599.0, 3601.0, 90_000.0, -5.0)
    rows = [letter | {"state": "due", "due_at": NOW - age} for age in ages]
    rows += [letter | {"state": "sent", "due_at": NOW - 5.0}]
    with engine.begin() as database:
        database.execute(insert(table_of(LetterRow)), rows)
    ledger = Ledger(engine, Shop(), lambda: NOW)
    found = ledger.standing(10.0)
    assert found.due_for == {"10s": 2, "1m": 1, "10m": 2, "1h": 0, "more": 2}
    assert sum(found.due_for.values()) == found.letters["due"]
    assert (found.letters["planned"], found.oldest_due) == (1, 90_000.0)
