"""Backups: everything as it is at one moment, in one file, while Aram goes on; and back again.

What is written is looked at before it takes the place of an older file; what is brought back, too,
and it comes in one step: an Aram that runs sees all of it or nothing of it, and starts over.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.engine import URL

from bot.errors import SettingsError, StoreError
from bot.store import postgres_tools
from bot.store.contents import first_filled, plain_tables
from bot.store.engine import open_engine, store_errors
from bot.store.migrate import is_known, migrate
from bot.store.revisions import RESTORED
from bot.store.statements import row_or_change
from bot.store.tables import RevisionRow

REVISIONS = "alembic_version"
LOCK_SECONDS = 10
PATIENTLY = f"set lock_timeout = '{LOCK_SECONDS}s'; set client_min_messages = warning;"
MOST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Backup:
    """What a file holds: how many messages, at which migration; and its length in bytes."""

    messages: int
    revision: str
    length: int


def back_up(engine: Engine, file: Path, *, force: bool) -> Backup:
    """Write everything into a file; one that is there is only replaced with `force`.

    Raises SettingsError where the file may not be written, StoreError where the database cannot be
    read, or what was written cannot be read again.
    """
    if file.exists() and not force:
        raise SettingsError("error-backup-exists", file=str(file))
    part = file.with_name(f"{file.name}.part")
    try:
        with _only_ours(part):
            if engine.dialect.name == "sqlite":
                _copy(_path(engine.url), part)
            else:
                postgres_tools.dump(engine.url, _names(engine), part)
            found = _looked_at(part, engine)
            _make_lasting(part, file)
    except OSError as error:
        raise SettingsError(
            "error-backup-unwritable", file=str(file), reason=type(error).__name__
        ) from error
    return found


def restore(engine: Engine, file: Path, *, force: bool) -> Backup:
    """Bring a backup back; a database that holds something is only replaced with `force`.

    Raises SettingsError where the file is no backup for a database of this kind, StoreError where
    it is a newer Aram's, or the database holds something.
    """
    if not file.is_file():
        raise SettingsError("error-file-missing", file=str(file))
    found = _looked_at(file, engine)
    if not is_known(found.revision):
        raise StoreError("error-database-newer", found=found.revision)
    with store_errors(engine), engine.connect() as database:
        filled = first_filled(database)
    if filled is not None and not force:
        raise StoreError("error-restore-not-empty", table=filled[0], count=filled[1])
    number = secrets.randbelow(MOST) + 1
    if engine.dialect.name == "sqlite":
        _bring_back_sqlite(engine, file, number)
    else:
        _bring_back_postgresql(engine, file, number)
        migrate(engine)
    return found


def _looked_at(file: Path, engine: Engine) -> Backup:
    """What is in a file; an error where it is no whole backup of the engine's kind."""
    looked = _looked_at_sqlite if engine.dialect.name == "sqlite" else _looked_at_postgresql
    return looked(file, engine)


def _looked_at_sqlite(file: Path, _engine: Engine) -> Backup:
    try:
        with closing(_opened(file, "mode=ro&immutable=1")) as kept:
            whole = kept.execute("pragma integrity_check").fetchall() == [("ok",)]
            (revision,) = kept.execute(f"select version_num from {REVISIONS}").fetchone()  # noqa: S608
            (messages,) = kept.execute("select count(*) from turn").fetchone()
    except (sqlite3.DatabaseError, TypeError):
        raise _no_backup(file) from None
    if not whole:
        raise _no_backup(file)
    return Backup(messages, revision, file.stat().st_size)


def _looked_at_postgresql(file: Path, engine: Engine) -> Backup:
    schema, there = _schema(engine), postgres_tools.schemas(file)
    if not {REVISIONS, "turn"} <= there.keys() or set(there.values()) != {schema}:
        raise _no_backup(file)
    messages, revision = 0, ""
    for table, row in postgres_tools.rows(file):
        messages += table == "turn"
        revision = row if table == REVISIONS else revision
    return Backup(messages, revision, file.stat().st_size)


def _bring_back_sqlite(engine: Engine, file: Path, number: int) -> None:
    """By way of a copy beside the database, which is brought up to date first."""
    live = _path(engine.url)
    working = live.with_name(f"{live.name}.restoring")
    try:
        with _only_ours(working):
            _copy(file, working, "mode=ro&immutable=1")
            beside = engine.url.set(database=str(working))
            ready = open_engine(beside.render_as_string(hide_password=False))
            migrate(ready)
            with store_errors(ready), ready.begin() as database:
                made = row_or_change(RevisionRow, "sqlite")
                database.execute(made, {"name": RESTORED, "number": number})
            ready.dispose()
            _copy(working, live, settings=("secure_delete=on",))
    except OSError as error:
        raise StoreError("error-database-unwritable", path=str(live)) from error


def _bring_back_postgresql(engine: Engine, file: Path, number: int) -> None:
    """Aram's tables alone make way: the database may be shared with others."""
    names = ", ".join(_names(engine))
    counted = f"{_quoted(engine, 'revision')} (name, number) values ('{RESTORED}', {number})"
    postgres_tools.load(
        engine.url,
        file,
        before=f"{PATIENTLY} drop table if exists {names} cascade;",
        after=f"insert into {counted} on conflict (name) do update set number = {number};",
    )


def _copy(source: Path, target: Path, how: str = "mode=rw", settings: tuple[str, ...] = ()) -> None:
    """SQLite's own copy: of one moment, while others read and write."""
    try:
        with closing(_opened(source, how)) as old, closing(_opened(target, "mode=rwc")) as new:
            for setting in settings:
                new.execute(f"pragma {setting}")
            old.backup(new)
            new.execute("pragma wal_checkpoint(truncate)")
            if not settings:
                new.execute("pragma journal_mode=delete")
    except sqlite3.OperationalError as error:
        raise StoreError("error-database-unwritable", path=str(target)) from error


def _opened(file: Path, how: str) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?{how}"
    return sqlite3.connect(address, uri=True, timeout=LOCK_SECONDS, isolation_level=None)


@contextmanager
def _only_ours(file: Path) -> Iterator[None]:
    """An empty file that nobody else can read, and that is gone if it did not become another."""
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield
    finally:
        for rest in ("", "-wal", "-shm", "-journal"):
            file.with_name(f"{file.name}{rest}").unlink(missing_ok=True)


def _make_lasting(part: Path, file: Path) -> None:
    """Let what was written outlive the machine, and take its place."""
    for path, replaces in ((part, True), (file.absolute().parent, False)):
        number = os.open(path, os.O_RDONLY)
        os.fsync(number)
        os.close(number)
        if replaces:
            part.replace(file)


def _path(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise StoreError("error-backup-in-memory")
    return Path(url.database)


def _names(engine: Engine) -> list[str]:
    """Aram's tables in PostgreSQL, with their schema."""
    return [_quoted(engine, name) for name in (*(each.name for each in plain_tables()), REVISIONS)]


def _quoted(engine: Engine, name: str) -> str:
    quote = engine.dialect.identifier_preparer.quote
    return f"{quote(_schema(engine))}.{quote(name)}"


def _schema(engine: Engine) -> str:
    with store_errors(engine), engine.connect() as database:
        return str(database.execute(text("select current_schema()")).scalar_one())


def _no_backup(file: Path) -> SettingsError:
    return SettingsError("error-backup-broken", file=str(file))
