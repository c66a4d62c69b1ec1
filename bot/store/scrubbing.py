"""Bytes of words that are no longer kept: gone from the files of the database, too."""

from contextlib import closing
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.pool import StaticPool

from bot.store.engine import store_errors


def scrub(engine: Engine, *, whole: bool) -> None:
    """Let nothing of what was deleted or overwritten stay in the database's files.

    SQLite overwrites what it deletes (`secure_delete`), but its journal holds older pages until
    all are taken over; and where a page of an index was split, a key may be left in room that is
    free. `whole` writes the file anew without that; nobody else writes meanwhile. PostgreSQL then
    marks the room as free, and writes over it in time.
    """
    if isinstance(engine.pool, StaticPool):  # a database in memory has no files
        return
    is_sqlite = engine.dialect.name == "sqlite"
    commands = ["vacuum"] if whole else []
    if is_sqlite:
        commands.append("pragma wal_checkpoint(truncate)")
    with store_errors(engine), closing(engine.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        if not is_sqlite:
            driver.autocommit = True  # no transaction may contain it
        try:
            with closing(driver.cursor()) as cursor:
                for command in commands:
                    cursor.execute(command)
        finally:
            if not is_sqlite:
                driver.autocommit = False
