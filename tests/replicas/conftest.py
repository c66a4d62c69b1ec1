"""Two processes on one PostgreSQL, as far as the database can tell."""

from collections.abc import Iterator

import pytest

from bot.core.people import Shop
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate

NOW = 1_800_000_000.0


@pytest.fixture
def ledgers(postgres_url: str) -> Iterator[list[Ledger]]:
    """Each with connections of its own; their clocks differ by an hour."""
    engines = [open_engine(postgres_url) for _ in range(2)]
    migrate(engines[0])
    pair = [
        Ledger(engine, Shop(), lambda ahead=3600.0 * number: NOW + ahead)
        for number, engine in enumerate(engines)
    ]
    yield pair
    for ledger in pair:
        ledger.close()
