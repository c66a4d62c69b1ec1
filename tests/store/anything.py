"""Fills every table there is with rows of all that its columns can hold."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Engine,
    Float,
    Integer,
    Table,
    UniqueConstraint,
    insert,
)
from sqlmodel import SQLModel

from bot.store.contents import MADE_BY_MIGRATIONS, plain_tables

TEXTS = (
    "سلام، این «کفش» چنده؟",
    "half\u200cspace \\N \\. \t tab\nline\r\nline",
    "🙂 'one' \"two\" ; -- drop",
    "",
    "\x02p",
)
FLOATS = (0.0, -1.5, 1e-300, 1764000000.123456, 5e15, 0.1 + 0.2)
LARGE = (-(2**63), 2**63 - 1, 0, -1001234567890)


def fill(engine: Engine, rows: int = 12) -> None:
    """Put so many rows into every table but those that a new database has rows in."""
    real = {table.name: table for table in SQLModel.metadata.sorted_tables}
    with engine.begin() as database:
        for table in plain_tables():
            if table.name not in MADE_BY_MIGRATIONS:
                _fill(database, table, real[table.name], rows)


def _fill(database: Connection, plain: Table, table: Table, rows: int) -> None:
    values = {column.name: _values(column) for column in table.columns}
    database.execute(
        insert(plain),
        [{name: next(source) for name, source in values.items()} for _ in range(rows)],
    )


def _values(column: Column[Any]) -> Iterator[Any]:
    """Numbers count up in a key, and refer to rows that are there."""
    if column.foreign_keys:
        refers = next(iter(column.foreign_keys)).column.table.name
        return cycle([1]) if refers == "shop" else iter(range(1, 10**6))
    is_alone = _is_alone(column) and not isinstance(column.type, Boolean)
    if isinstance(column.type, Integer):  # BigInteger is one
        if is_alone:
            return iter(range(1, 10**6))
        pool: tuple[Any, ...] = LARGE if isinstance(column.type, BigInteger) else (-7, 0, 2**31 - 1)
    elif isinstance(column.type, Float):
        pool = FLOATS
    elif isinstance(column.type, Boolean):
        pool = (True, False)
    elif is_alone:
        return (f"{TEXTS[number % 3]} {number}" for number in range(10**6))
    else:
        pool = TEXTS
    return cycle((*pool, None) if column.nullable else pool)


def _is_alone(column: Column[Any]) -> bool:
    """Whether its values have to differ, with those of other columns or by themselves."""
    table = column.table
    unique = [index.columns for index in table.indexes if index.unique]
    unique += [each.columns for each in table.constraints if isinstance(each, UniqueConstraint)]
    return column.primary_key or any(column.name in columns for columns in unique)
