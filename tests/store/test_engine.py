"""Databases that cannot be used: one sentence each, and never the password."""

import os
import socket
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.errors import StoreBusyError, StoreError
from bot.store.engine import open_engine, store_errors
from bot.store.migrate import migrate
from bot.store.scrubbing import scrub

PASSWORD = "pässw0rd-secret"
NOBODY = 65534


def refusal(url: str) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_engine(url)
    assert PASSWORD not in f"{caught.value} {caught.value.args_for_message}"
    return caught.value


@pytest.fixture
def plain_folder() -> Iterator[Path]:
    """A folder that anyone may enter and nobody but its owner may write to."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def unprivileged(plain_folder: Path) -> Iterator[None]:
    """Root may write anywhere; for such a test it is nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_new_file_and_its_folders_are_made(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/deep/er/aram.db")
    migrate(engine)
    engine.dispose()
    assert (tmp_path / "deep" / "er" / "aram.db").is_file()


def test_sqlite_is_durable_strict_and_overwrites_deleted_words(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/aram.db")
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    with engine.connect() as connection:
        set_to = [connection.exec_driver_sql(f"pragma {name}").scalar() for name in pragmas]
    engine.dispose()
    assert set_to == ["wal", 2, 1, 1]


def test_a_database_in_memory_lasts_as_long_as_its_engine() -> None:
    engine = open_engine("sqlite://")
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("select count(*) from turn")).scalar() == 0
    engine.dispose()


SPELLINGS = ["postgresql", "postgres", "postgresql+psycopg", "postgresql+asyncpg"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_however_postgresql_is_spelt_it_is_our_driver(postgres_url: str, spelling: str) -> None:
    engine = open_engine(postgres_url.replace("postgresql", spelling, 1))
    assert engine.dialect.driver == "psycopg"
    engine.dispose()


def test_however_sqlite_is_spelt_it_is_our_driver(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path}/aram.db")
    assert engine.dialect.driver == "pysqlite"
    engine.dispose()


# Files


def test_a_path_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    error = refusal(f"sqlite:///{tmp_path}/file/aram.db")
    assert error.message_id == "error-database-unwritable"
    assert error.args_for_message == {"path": f"{tmp_path}/file/aram.db"}


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert refusal(f"sqlite:///{tmp_path}").message_id == "error-database-unwritable"


def test_a_file_that_is_not_a_database(tmp_path: Path) -> None:
    (tmp_path / "aram.db").write_bytes(b"this is not a database. " * 100)
    assert refusal(f"sqlite:///{tmp_path}/aram.db").message_id == "error-database-unwritable"
    assert (tmp_path / "aram.db").read_bytes().startswith(b"this is not")


@pytest.mark.usefixtures("unprivileged")
def test_a_folder_that_may_not_be_written_to(plain_folder: Path) -> None:
    url = f"sqlite:///{plain_folder}/aram.db"
    assert refusal(url).message_id == "error-database-unwritable"
    assert refusal(f"sqlite:///{plain_folder}/deep/aram.db").message_id == (
        "error-database-unwritable"
    )


def test_a_file_that_may_only_be_read(plain_folder: Path, request: pytest.FixtureRequest) -> None:
    file = plain_folder / "aram.db"
    with closing(sqlite3.connect(file)) as database:
        database.execute("create table other (id)")
    file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    request.getfixturevalue("unprivileged")
    assert refusal(f"sqlite:///{file}").message_id == "error-database-unwritable"


@pytest.mark.parametrize(
    ("lock", "act"),
    [
        ("begin exclusive", migrate),
        # the driver is spoken to directly there, and raises its own errors
        ("begin immediate", partial(scrub, whole=True)),
    ],
    ids=["migrated", "scrubbed"],
)
def test_a_file_that_another_program_holds_is_busy_only_for_now(
    lock: str, act: Callable[[Engine], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.engine.SQLITE_WAIT_SECONDS", 0.05)
    engine = open_engine(f"sqlite:///{tmp_path}/aram.db")
    migrate(engine)
    with closing(sqlite3.connect(tmp_path / "aram.db", isolation_level=None)) as other:
        other.execute(lock)
        with pytest.raises(StoreBusyError) as caught:
            act(engine)
    assert caught.value.args_for_message["reason"] == "locked"
    act(engine)
    engine.dispose()


def test_a_file_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    """What it held may come back; a new, empty one in its place would take in what comes."""
    file = tmp_path / "aram.db"
    engine = open_engine(f"sqlite:///{file}")
    migrate(engine)
    engine.dispose()
    file.rename(tmp_path / "away")
    with pytest.raises(StoreBusyError), store_errors(engine), engine.connect():
        pass
    assert not file.exists()
    (tmp_path / "away").rename(file)
    with store_errors(engine), engine.connect() as connection:
        assert connection.execute(text("select count(*) from turn")).scalar() == 0
    engine.dispose()


# URLs

WRONG = [
    # nothing like a URL
    ("aram.db", "not a database URL"),
    ("", "not a database URL"),
    # a port that is no number
    (f"postgresql://u:{PASSWORD}@localhost:port/x", "not a database URL"),
    # a database that Aram does not know
    (f"mysql://u:{PASSWORD}@localhost/x", "mysql"),
    ("mongodb://localhost/x", "mongodb"),
]


@pytest.mark.parametrize(("url", "problem"), WRONG)
def test_a_wrong_url_names_the_setting(url: str, problem: str) -> None:
    error = refusal(url)
    assert error.message_id == "error-settings-invalid"
    assert error.args_for_message == {"name": "DATABASE_URL", "problem": problem}


# PostgreSQL


def closed_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def test_a_postgresql_that_does_not_run() -> None:
    error = refusal(f"postgresql://aram:{PASSWORD}@127.0.0.1:{closed_port()}/aram")
    assert isinstance(error, StoreBusyError)
    assert error.message_id == "error-database-unreachable"
    assert "aram:***@127.0.0.1" in str(error.args_for_message["url"])
    assert "\n" not in str(error.args_for_message["reason"])


def test_a_database_that_is_not_there(postgres_url: str) -> None:
    url = postgres_url.replace("/postgres?", "/nowhere?")
    assert url != postgres_url
    error = refusal(url)
    assert error.message_id == "error-database-unreachable"
    assert "nowhere" in str(error.args_for_message["reason"])


def test_a_postgresql_that_may_only_be_read_is_busy_only_for_now(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    migrate(engine)

    def write_where_none_may() -> None:
        with store_errors(engine), engine.begin() as connection:
            connection.execute(text("set transaction read only"))
            connection.execute(text("delete from turn"))

    with pytest.raises(StoreBusyError):
        write_where_none_may()
    engine.dispose()


def test_a_postgresql_that_goes_away_is_busy_and_comes_back(postgres_url: str) -> None:
    engine, other = open_engine(postgres_url), open_engine(postgres_url)

    def lose_the_connection() -> None:
        with store_errors(engine), engine.connect() as connection:
            number = connection.execute(text("select pg_backend_pid()")).scalar_one()
            with other.connect() as killer:
                killer.execute(text("select pg_terminate_backend(:number)"), {"number": number})
            connection.execute(text("select 1"))

    with pytest.raises(StoreBusyError):
        lose_the_connection()
    with engine.connect() as connection:
        assert connection.execute(text("select 1")).scalar() == 1
    engine.dispose()
    other.dispose()


# What is no trouble of the moment


def test_a_mistake_in_a_statement_is_no_busy_database(engine: Engine) -> None:
    with pytest.raises(StoreError) as caught, store_errors(engine), engine.connect() as connection:
        connection.execute(text("select * from nothing_of_this_name"))
    assert caught.value.message_id == "error-unexpected"
    assert not isinstance(caught.value, StoreBusyError), "it would be tried again for ever"


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, "\ud800"])
def test_what_no_column_holds_is_an_error_of_ours(engine: Engine, value: object) -> None:
    with pytest.raises(StoreError) as caught, store_errors(engine), engine.connect() as connection:
        connection.execute(text("select cast(:value as bigint)"), {"value": value}).all()
    assert not isinstance(caught.value, StoreBusyError)
