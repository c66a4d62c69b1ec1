"""A ledger on an empty database, at a time that stands still until it is moved."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot.core.people import Shop
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate

OWNER = 99


class Clock:
    """Stands at `now`, in seconds."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shop() -> Shop:
    return Shop(name="آرامش", owner_id=OWNER, refund_limit=500_000)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An open database with every table."""
    engine = open_engine(database_url)
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def ledger(engine: Engine, shop: Shop, clock: Clock) -> Iterator[Ledger]:
    ledger = Ledger(engine, shop, clock)
    yield ledger
    ledger.close()


@pytest.fixture
def postgres_engine(postgres_url: str) -> Iterator[Engine]:
    """For what only PostgreSQL does: several transactions at once."""
    engine = open_engine(postgres_url)
    migrate(engine)
    yield engine
    engine.dispose()
