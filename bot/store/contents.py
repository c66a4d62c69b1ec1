"""What lies in a database, of whatever kind, as it lies there: sealed words stay sealed."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    Row,
    Table,
    TypeDecorator,
    func,
    inspect,
    select,
    text,
)
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

from bot.store import tables
from bot.store.tables import HolderRow, table_of

BATCH = 2_000
WAIT_SECONDS = 10
MADE_BY_MIGRATIONS = {"revision": None, "shop": 1}
"""Tables in which a new database has rows, and how many at most; None for any number."""
_SUM = 2**256


@cache
def plain_tables() -> Sequence[Table]:
    """Every table, those first that others refer to; columns are read as they lie there."""
    assert tables  # noqa: S101 - importing them has filled the metadata
    aside = MetaData()
    return [
        Table(each.name, aside, *(_plain(column) for column in each.columns))
        for each in SQLModel.metadata.sorted_tables
    ]


def first_filled(database: Connection) -> tuple[str, int] | None:
    """A table with rows that no new database has, and how many; None where there is none."""
    there = set(inspect(database).get_table_names())
    for table in plain_tables():
        if table.name not in there:
            continue
        most = MADE_BY_MIGRATIONS.get(table.name, 0)
        count = count_of(database, table)
        if most is not None and count > most:
            return table.name, count
    return None


def is_served(database: Connection, now: float) -> bool:
    """Whether an Aram lives on this database, or died a moment ago; `now` in seconds."""
    holders = table_of(HolderRow)
    if holders.name not in inspect(database).get_table_names():
        return False
    living = select(holders.c.holder).where(holders.c.held_until > now).limit(1)
    return database.execute(living).first() is not None


def count_of(database: Connection, table: Table) -> int:
    """How many rows a table has."""
    return database.execute(select(func.count()).select_from(table)).scalar_one()


def rows_of(database: Connection, table: Table) -> Iterator[Sequence[Row[Any]]]:
    """All rows in batches, of which no more than one is in memory."""
    found = database.execute(select(table), execution_options={"yield_per": BATCH})
    yield from found.partitions()


def digest_of(database: Connection, table: Table) -> tuple[int, str]:
    """How many rows a table has, and a digest of all of them in whatever order."""
    count = total = 0
    for batch in rows_of(database, table):
        count += len(batch)
        for row in batch:
            told = hashlib.sha256(repr(tuple(row)).encode())
            total += int.from_bytes(told.digest())
    return count, f"{total % _SUM:064x}"


def hold_still(database: Connection, mode: str) -> None:
    """Let nobody else write any table until the transaction ends; SQLite has one writer anyway."""
    if database.dialect.name != "postgresql":
        return
    database.execute(text(f"set local lock_timeout = '{WAIT_SECONDS}s'"))
    names = ", ".join(map(database.dialect.identifier_preparer.format_table, plain_tables()))
    database.execute(text(f"lock table {names} in {mode} mode"))


def counters(database: Connection) -> Iterator[tuple[Table, Column[Any], str]]:
    """PostgreSQL's sequences of the tables: table, column and the sequence's name."""
    asked = text("select pg_get_serial_sequence(:table, :column)")
    for table in plain_tables():
        quoted = database.dialect.identifier_preparer.format_table(table)
        for column in table.primary_key:
            if isinstance(column.type, Integer):
                given = {"table": quoted, "column": column.name}
                name = database.execute(asked, given).scalar_one()
                if name is not None:
                    yield table, column, name


def _plain(column: Column[Any]) -> Column[Any]:
    kind: TypeEngine[Any] = column.type
    if isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    return Column(column.name, kind, primary_key=column.primary_key)
