"""Bring a database up to date; safe to run again."""

import logging
import sqlite3
import time

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from bot.errors import StoreBusyError, StoreError
from bot.store.engine import store_errors

PATIENCE_SECONDS = 900.0
"""Longer than a large database takes."""
_SCRIPTS = "bot.store:migrations"
_TURN = text("select pg_advisory_xact_lock(4720)")  # one at a time; any number that is ours alone

log = logging.getLogger(__name__)


def migrate(engine: Engine) -> None:
    """Run the migrations that this database lacks, in one transaction; others wait for its end.

    SQLite lets nobody wait so long for another: who finds it locked, and not up to date, asks
    again, for `PATIENCE_SECONDS` at most.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return _migrate(engine)
        except StoreBusyError:
            if time.monotonic() >= until or not _is_being_migrated(engine):
                raise
        log.warning("another process brings the database up to date; this one waits")


def _migrate(engine: Engine) -> None:
    with store_errors(engine), engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(_TURN)
        config = _config()
        config.attributes["connection"] = connection
        found = MigrationContext.configure(connection).get_current_revision()
        if found is not None and found not in _known(config):
            raise StoreError("error-database-newer", found=found)
        command.upgrade(config, "head")


def _is_being_migrated(engine: Engine) -> bool:
    """Whether somebody writes to a SQLite file that is not up to date; read beside the writer."""
    if engine.dialect.name != "sqlite":
        return False
    with store_errors(engine):
        connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        found = cursor.execute("select version_num from alembic_version").fetchone()
    except sqlite3.OperationalError:  # there is no such table yet
        return True
    finally:
        connection.close()
    return found is None or found[0] != ScriptDirectory.from_config(_config()).get_current_head()


def is_current(engine: Engine) -> bool:
    """Whether a database has every migration."""
    return revision(engine) == ScriptDirectory.from_config(_config()).get_current_head()


def is_known(number: str) -> bool:
    """Whether this Aram has a migration of that number."""
    return number in _known(_config())


def revision(engine: Engine) -> str | None:
    """The newest migration that a database has."""
    with store_errors(engine), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    config.set_main_option("path_separator", "os")
    return config


def _known(config: Config) -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
