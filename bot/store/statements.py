"""Statements built once and run with parameters: building one costs far more than running it."""

from functools import cache
from typing import Any

from sqlalchemy import Insert, Select, Update, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

from bot.store.tables import table_of


@cache
def rows_where(table: type[SQLModel], column: str) -> Select[Any]:
    """The rows whose `column` is the parameter `value`."""
    rows = table_of(table)
    return select(rows).where(rows.c[column] == bindparam("value"))


@cache
def locked_rows_where(table: type[SQLModel], column: str) -> Select[Any]:
    """Like `rows_where`; nobody else changes the rows until the commit."""
    return rows_where(table, column).with_for_update()


@cache
def change_of(table: type[SQLModel]) -> Update:
    """A change of the row whose `id` is the parameter `row_id`; other parameters are new values."""
    rows = table_of(table)
    return update(rows).where(rows.c.id == bindparam("row_id"))


@cache
def new_row(table: type[SQLModel]) -> Insert:
    """A row of the parameters' values."""
    return insert(table_of(table))


@cache
def new_numbered_row(table: type[SQLModel]) -> Insert:
    """A row of the parameters' values; gives back the number it got."""
    rows = table_of(table)
    return insert(rows).returning(rows.c.id)


@cache
def new_row_if_unknown(table: type[SQLModel], dialect: str) -> Insert:
    """Like `new_row`; gives back its key, or nothing where a unique key was there already."""
    rows = table_of(table)
    dialect_insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    made: Insert = dialect_insert(rows).on_conflict_do_nothing().returning(*rows.primary_key)
    return made


@cache
def row_or_change(table: type[SQLModel], dialect: str) -> Insert:
    """A row of the parameters' values, in place of the one of the same primary key."""
    rows = table_of(table)
    dialect_insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    made = dialect_insert(rows)
    anew = {each.name: made.excluded[each.name] for each in rows.c if not each.primary_key}
    changed: Insert = made.on_conflict_do_update(index_elements=[*rows.primary_key], set_=anew)
    return changed
