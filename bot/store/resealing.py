"""Everything that is kept, brought under the newest key: at the first start with one, and anew.

It goes through the tables a few rows at a time, each time in a transaction of its own, so that it
may be broken off and begun again, and a bot that holds the same keys goes on meanwhile.
"""

import logging
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    RowMapping,
    Table,
    TableClause,
    Text,
    bindparam,
    column,
    select,
    table,
    tuple_,
    update,
)
from sqlmodel import SQLModel

from bot.errors import StoreError
from bot.store.engine import store_errors
from bot.store.scrubbing import scrub
from bot.store.sealing import Seal, Words, read, seal_of
from bot.store.statements import new_row_if_unknown
from bot.store.tables import ConversationRow, SealRow, TurnRow, table_of

AT_ONCE = 500
_ONLY = 1
_PROOF = "aram"
_LIKENESS = "likeness"

log = logging.getLogger(__name__)


def check_seal(engine: Engine) -> None:
    """Begin, or finish, sealing where there is a key; StoreError where it is missing or wrong."""
    seal, known = seal_of(engine.dialect), _known(engine)
    if seal is None:
        if known is not None:
            raise StoreError("error-words-key-missing")
        return
    if known is not None:
        read(known.proof, seal)
    if known is None or not known.is_whole:
        reseal(engine)


def reseal(engine: Engine, at_once: int = AT_ONCE) -> int:
    """Seal whatever is kept in clear or by an older key with the newest; how many rows.

    `at_once` rows go into one transaction.
    """
    seal = seal_of(engine.dialect)
    if seal is None:
        raise StoreError("error-words-key-missing")
    with store_errors(engine), engine.begin() as database:
        proof = {"id": _ONLY, "proof": seal.close(_PROOF), "is_whole": False}
        database.execute(new_row_if_unknown(SealRow, engine.dialect.name), proof)
        rows = table_of(SealRow)
        known = database.execute(select(rows.c.proof)).scalar_one()
        read(known, seal)
        database.execute(update(rows).values(is_whole=False))
        # of a username nothing is kept but its likeness: it comes back as its bearer writes again
        database.execute(update(table_of(ConversationRow)).values(handle=None))
    count = sum(_reseal_table(engine, seal, each, at_once) for each in tables_with_words())
    with store_errors(engine), engine.begin() as database:
        rows = table_of(SealRow)
        database.execute(update(rows).values(proof=seal.close(_PROOF), is_whole=True))
    scrub(engine, whole=True)
    log.info("%d rows were sealed with the newest key", count)
    return count


def tables_with_words() -> tuple[Table, ...]:
    """The tables that have columns of words."""
    tables = SQLModel.metadata.sorted_tables
    return tuple(each for each in tables if words_in(each))


def words_in(rows: Table) -> tuple[str, ...]:
    """The names of a table's columns of words."""
    return tuple(each.name for each in rows.columns if isinstance(each.type, Words))


def _known(engine: Engine) -> Any:
    with store_errors(engine), engine.begin() as database:
        return database.execute(select(table_of(SealRow))).one_or_none()


def _reseal_table(engine: Engine, seal: Seal, rows: Table, at_once: int) -> int:
    """As they lie in the database: the columns here are plain text."""
    words, keys = words_in(rows), [each.name for each in rows.primary_key]
    others = [_LIKENESS] if rows is table_of(TurnRow) else []
    named = [column(name, Text) for name in (*words, *others)]
    plain = table(rows.name, *(column(name, rows.c[name].type) for name in keys), *named)
    count, last = 0, None
    while True:
        with store_errors(engine), engine.begin() as database:
            asked = select(plain).order_by(*(plain.c[name] for name in keys)).limit(at_once)
            if last is not None:
                asked = asked.where(tuple_(*(plain.c[name] for name in keys)) > tuple_(*last))
            found = database.execute(asked.with_for_update()).mappings().all()
            if not found:
                return count
            count += _reseal_rows(database, seal, plain, found, keys)
            last = [found[-1][name] for name in keys]


def _reseal_rows(
    database: Connection,
    seal: Seal,
    plain: TableClause,
    found: Sequence[RowMapping],
    keys: list[str],
) -> int:
    """Write the rows that need it anew, those with the same columns at once; how many."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        if anew := _anew(seal, row, keys):
            key = {f"of_{name}": row[name] for name in keys}
            alike[tuple(anew)].append(key | {f"new_{name}": anew[name] for name in anew})
    one = [plain.c[name] == bindparam(f"of_{name}") for name in keys]
    for names, rows in alike.items():
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        database.execute(update(plain).where(*one).values(values), rows)
    return sum(map(len, alike.values()))


def _anew(seal: Seal, row: RowMapping, keys: list[str]) -> dict[str, str]:
    """What of a row must be written anew; its likeness, where it has one, is of its text."""
    words = [name for name in row if name not in (*keys, _LIKENESS) and row[name] is not None]
    anew = {
        name: seal.close(read(row[name], seal)) for name in words if not seal.is_newest(row[name])
    }
    if row.get(_LIKENESS) is not None:
        likeness = seal.likenesses(read(row["text"], seal))[0]
        if likeness != row[_LIKENESS]:
            anew[_LIKENESS] = likeness
    return anew
