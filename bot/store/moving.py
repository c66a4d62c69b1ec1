"""A database moved into another: all of it or nothing, and every row checked.

What is copied lies in one transaction of the target until every table has been read back and found
the same. So whoever is interrupted finds the target as empty as before, and says it again; and
where everything is there already, nothing is done.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, delete, func, insert, select, text

from bot.errors import StoreBusyError, StoreError
from bot.store.contents import (
    counters,
    digest_of,
    first_filled,
    hold_still,
    is_served,
    plain_tables,
    rows_of,
)
from bot.store.engine import store_errors
from bot.store.migrate import is_current, migrate

type Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows each table had; whether they were there before, and nothing was done."""

    rows: dict[str, int]
    was_there: bool


def move(source: Engine, target: Engine, *, now: float, tell: Tell = lambda _: None) -> Moved:
    """Copy everything and check it; `tell` is told of each table before its turn.

    Raises StoreError, and leaves the target as it was, where one of them is in use, the source is
    not up to date, the target holds something else, or a row did not arrive as it was. `now` is in
    seconds.
    """
    if not is_current(source):
        raise StoreError("error-move-not-current", url=_shown(source))
    migrate(target)
    with _reading(source) as old, _writing(target) as new:
        for database, engine in ((old, source), (new, target)):
            if is_served(database, now):
                raise StoreBusyError("error-move-served", url=_shown(engine))
        filled = first_filled(new)
        if filled is not None:
            return _as_it_was(old, new, target, *filled)
        for table in reversed(plain_tables()):
            new.execute(delete(table))
        for table in plain_tables():
            tell(table.name)
            for batch in rows_of(old, table):
                _put(new, table, batch)
        _go_on_counting(old, new)
        return Moved({table.name: _same(old, new, table) for table in plain_tables()}, False)


@contextmanager
def _reading(engine: Engine) -> Iterator[Connection]:
    """One state of the source, which nobody changes meanwhile."""
    is_shared = engine.dialect.name == "postgresql"
    chosen = engine.execution_options(isolation_level="REPEATABLE READ") if is_shared else engine
    with store_errors(engine), chosen.begin() as database:
        hold_still(database, "share")
        yield database


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    """The target, to which nobody else writes meanwhile."""
    with store_errors(engine), engine.begin() as database:
        hold_still(database, "exclusive")
        yield database


def _as_it_was(old: Connection, new: Connection, target: Engine, table: str, count: int) -> Moved:
    """A target with rows in it is right only if they are exactly the source's."""
    rows = {}
    for each in plain_tables():
        told = digest_of(old, each)
        if told != digest_of(new, each):
            raise StoreError("error-move-not-empty", url=_shown(target), table=table, count=count)
        rows[each.name] = told[0]
    return Moved(rows, was_there=True)


def _same(old: Connection, new: Connection, table: Table) -> int:
    """How many rows both have, which are the same."""
    sent, arrived = digest_of(old, table), digest_of(new, table)
    if sent != arrived:
        raise StoreError("error-move-differs", table=table.name, sent=sent[0], found=arrived[0])
    return sent[0]


def _put(database: Connection, table: Table, batch: Sequence[Row[Any]]) -> None:
    if database.dialect.name != "postgresql":
        database.execute(insert(table), [dict(row._mapping) for row in batch])
        return
    quote = database.dialect.identifier_preparer
    names = ", ".join(quote.format_column(column) for column in table.columns)
    cursor: Any = database.connection.cursor()
    with cursor.copy(f"copy {quote.format_table(table)} ({names}) from stdin") as into:
        for row in batch:
            into.write_row(tuple(row))


def _go_on_counting(old: Connection, new: Connection) -> None:
    """Numbers that were given are not given again, also of rows that are gone by now."""
    if new.dialect.name != "postgresql":
        return
    given = dict[str, int]()
    if old.dialect.name == "postgresql":
        for table, _, sequence in counters(old):
            given[table.name] = old.execute(
                text(f"select case when is_called then last_value else 0 end from {sequence}")  # noqa: S608 - PostgreSQL's own name for it
            ).scalar_one()
    for table, column, sequence in counters(new):
        newest = new.execute(select(func.max(column))).scalar_one() or 0
        last = max(newest, given.get(table.name, 0))
        if last > 0:
            setting = text("select setval(cast(:sequence as regclass), :last)")
            new.execute(setting, {"sequence": sequence, "last": last})


def _shown(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)
