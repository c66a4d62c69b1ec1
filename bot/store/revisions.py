"""How often something that every process keeps ready has changed: a number to ask for it by."""

from functools import cache
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Select, Update, bindparam, select, update
from sqlmodel import Session, col

from bot.store.statements import new_row_if_unknown
from bot.store.tables import RevisionRow, table_of

SHOPS, LESSONS, PLAYBOOKS = "shops", "lessons", "playbooks"
RESTORED = "restored"
"""The whole database: another number each time that a backup is restored into it."""


def of_shop(name: str, shop_id: int) -> str:
    """The name of a shop's own revision."""
    return f"{name}/{shop_id}"


def revision(database: Database, name: str) -> int:
    """The number; cheap, for it is asked again and again."""
    number: int = database.execute(_revision(), {"name": name}).scalar_one()
    return number


def restored(database: Database | Session) -> int:
    """Which restored database this is; 0 for one that never was."""
    return database.execute(_revision(), {"name": RESTORED}).scalar_one_or_none() or 0


def hold(database: Database, name: str) -> None:
    """Nobody else changes it until this transaction ends."""
    database.execute(_held_revision(), {"name": name})


def set_revision(database: Database, name: str, number: int) -> None:
    """Let it be a number from now on."""
    database.execute(_change(), {"which": name, "number": number})


def next_revision(database: Database, name: str) -> None:
    """Tell every process that what it keeps is old, as soon as this transaction commits."""
    database.execute(_next(), {"which": name})


def begin(database: Database, name: str) -> None:
    """Count from 0 what was not counted yet."""
    made = new_row_if_unknown(RevisionRow, database.dialect.name)
    database.execute(made, {"name": name, "number": 0})


@cache
def _revision() -> Select[Any]:
    return select(col(RevisionRow.number)).where(col(RevisionRow.name) == bindparam("name"))


@cache
def _held_revision() -> Select[Any]:
    return _revision().with_for_update()


@cache
def _change() -> Update:
    named = col(RevisionRow.name) == bindparam("which")
    return update(table_of(RevisionRow)).where(named).values(number=bindparam("number"))


@cache
def _next() -> Update:
    named = col(RevisionRow.name) == bindparam("which")
    return update(table_of(RevisionRow)).where(named).values(number=col(RevisionRow.number) + 1)
