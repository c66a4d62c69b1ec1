"""The database: opened, told how to behave, its errors made ours."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from bot.errors import StoreBusyError, StoreError
from bot.store.sealing import Seal, use_seal

SQLITE_WAIT_SECONDS = 10
POSTGRESQL_CONNECT_SECONDS = 10
READ_ONLY = "25006"  # PostgreSQL's, as while another server takes over

_DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}


def open_engine(database_url: str, words_keys: Sequence[str] = ()) -> Engine:
    """An engine for `sqlite:///file.db` or `postgresql://…`; raises StoreError if unusable.

    With keys, words are sealed there: the first closes, each of them opens.
    """
    url = _with_driver(database_url)
    engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)
    if words_keys:
        use_seal(engine, Seal(words_keys))
    with store_errors(engine), engine.connect() as connection:
        connection.execute(text("select 1"))
    return engine


def sqlite_file(database_url: str) -> Path | None:
    """The file that a database is; None for a server's, or one in memory. Opens nothing."""
    url = _with_driver(database_url)
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(url.database or "") if is_file else None


@contextmanager
def store_errors(engine: Engine) -> Iterator[None]:
    """Make the driver's errors ours: busy for the moment, or unusable.

    SQLite's driver tells of a number of more than 64 bits, and of letters that are none, by
    Python's own errors. A driver that is spoken to directly raises its own.
    """
    try:
        yield
    except DBAPIError as error:
        raise _ours(engine, error) from error
    except engine.dialect.loaded_dbapi.Error as error:
        told = DBAPIError.instance("", (), error, engine.dialect.loaded_dbapi.Error)
        raise _ours(engine, cast(DBAPIError, told)) from error
    except (SQLAlchemyError, OverflowError, UnicodeEncodeError) as error:
        raise StoreError("error-unexpected", kind=type(error).__name__) from error


def _ours(engine: Engine, error: DBAPIError) -> StoreError:
    said = str(error.orig).lower()
    shown = engine.url.render_as_string(hide_password=True)
    if engine.dialect.name == "sqlite":
        path = engine.url.database or ""
        if "locked" in said or "busy" in said:
            return StoreBusyError("error-database-unreachable", url=shown, reason="locked")
        if any(word in said for word in ("unable to open", "readonly", "disk")):
            return StoreBusyError("error-database-unwritable", path=path)
        if "not a database" in said:
            return StoreError("error-database-unwritable", path=path)
    elif (
        isinstance(error, OperationalError | InterfaceError)
        or error.connection_invalidated
        or getattr(error.orig, "sqlstate", None) == READ_ONLY
    ):
        reason = said.strip().splitlines()[0] if said.strip() else type(error).__name__
        return StoreBusyError("error-database-unreachable", url=shown, reason=reason)
    return StoreError("error-unexpected", kind=type(error.orig).__name__)


def _with_driver(database_url: str) -> URL:
    try:
        url = make_url(database_url)
    except (SQLAlchemyError, ValueError):
        raise StoreError(
            "error-settings-invalid", name="DATABASE_URL", problem="not a database URL"
        ) from None
    kind = url.get_backend_name()
    if kind not in _DRIVERS:
        raise StoreError("error-settings-invalid", name="DATABASE_URL", problem=kind)
    return url.set(drivername=_DRIVERS[kind])


def _postgresql(url: URL) -> Engine:
    arguments = {"connect_timeout": POSTGRESQL_CONNECT_SECONDS}
    return create_engine(
        url, connect_args=arguments, pool_pre_ping=True, pool_size=4, max_overflow=4
    )


def _sqlite(url: URL) -> Engine:
    memory = not url.database or url.database == ":memory:"
    if not memory:
        _make_folder(Path(url.database or ""))
    arguments = {"timeout": SQLITE_WAIT_SECONDS, "check_same_thread": False}
    engine = (
        create_engine(url, connect_args=arguments, poolclass=StaticPool)
        if memory
        else create_engine(url, connect_args=arguments)
    )
    if not memory:
        known = _Known(Path(url.database or ""))
        event.listen(engine, "do_connect", known.look)
        event.listen(engine, "connect", known.remember)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediately)
    return engine


class _Known:
    """A file that was there and is gone is not made anew: what it held may come back."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._was_there = False

    def look(self, *_arguments: object) -> None:
        """Before a connection is made."""
        if self._was_there and not self._file.exists():
            raise sqlite3.OperationalError("unable to open database file: it is gone")

    def remember(self, *_arguments: object) -> None:
        """A connection has been made."""
        self._was_there = True


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("error-database-unwritable", path=str(path)) from error


def _prepare_sqlite(connection: object, _entry: ConnectionPoolEntry) -> None:
    """Durable commits (FULL), readers beside the writer (WAL), deleted words overwritten."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "secure_delete=on"):
        cursor.execute(f"pragma {pragma}")
    cursor.close()


def _begin_immediately(connection: Connection) -> None:
    """Take the write lock at once, so that a transaction cannot fail half-way for want of it."""
    connection.exec_driver_sql("begin immediate")
