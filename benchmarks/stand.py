"""The stand: the sandbox's process and the contestants' processes, started, asked and stopped."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
LONGEST_LIFE_SECONDS = 600
PATIENCE_SECONDS = 10.0


class BenchmarkError(Exception):
    """Something under test failed; says which, and what it wrote."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One load dealt with: wall time, the server's own CPU time, and the bot's calls by method."""

    seconds: float
    server_cpu: float
    calls: Mapping[str, int]


class Partner:
    """A process that answers each order with a JSON object, a line each; it speaks first."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Hear what the process says once it is ready."""
        self._process = process
        self.hello = self._answer()

    def ask(self, **order: object) -> dict[str, Any]:
        """Give an order and wait for the answer; raises BenchmarkError where it is an error."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline() or "{}")
        if not answer or "error" in answer:
            raise BenchmarkError(answer.get("error", f"{self._process.args!r} has ended"))
        return answer


class Sandbox(Partner):
    """The sandbox in its own process; `url` and `sellers` are what a contestant must know."""

    @property
    def url(self) -> str:
        """Where it listens."""
        return str(self.hello["url"])

    @property
    def sellers(self) -> list[int]:
        """The sellers' numbers."""
        return list(self.hello["sellers"])

    def first_poll_at(self, bot: str) -> float:
        """Wait until a bot asks for updates; when it first did, in seconds since the epoch."""
        return float(self.ask(do="await_poll", bot=bot)["at"])

    def load(self, command: "Command", count: int, *, furious: bool = False) -> Loaded:
        """Let customers write, and wait until the bot has dealt with all of it."""
        answer = self.ask(do="write", count=count, furious=furious, **_whose(command))
        return Loaded(answer["seconds"], answer["server_cpu"], answer["calls"])

    def answer(self, command: "Command", *, furious: bool = False) -> None:
        """Let Aram's sellers answer everyone, so that nobody is kept waiting; not measured."""
        self.ask(do="answer", count=0, furious=furious, **_whose(command))


def _whose(command: "Command") -> dict[str, str | None]:
    database = None if command.database is None else str(command.database)
    return {"bot": command.bot, "database": database}


@contextmanager
def sandbox() -> Iterator[Sandbox]:
    """A fresh world, served until the end of the block."""
    with _answering("-m", "benchmarks.server") as process:
        yield Sandbox(process)


@contextmanager
def partner(*arguments: str) -> Iterator[Partner]:
    """A process that answers orders until the end of the block."""
    with _answering(*arguments) as process:
        yield Partner(process)


@contextmanager
def _answering(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=_limit_life,  # noqa: PLW1509 - no threads run here yet
    )
    with _stopped_at_the_end(process):
        yield process


@dataclass(frozen=True, slots=True)
class Command:
    """How a contestant is started: `bot` is its name in the cast, `life` ends it, in seconds."""

    bot: str
    arguments: tuple[str, ...]
    folder: Path = ROOT
    environment: tuple[tuple[str, str], ...] = ()
    database: Path | None = None
    life: int = LONGEST_LIFE_SECONDS


class Running:
    """A contestant's process. `started_at` is in seconds since the epoch."""

    def __init__(self, command: Command, started_at: float, pid: int) -> None:
        """Look at a process that has just been started."""
        self.command = command
        self.started_at = started_at
        self._process = psutil.Process(pid)

    @property
    def resident_mb(self) -> float:
        """Resident memory now, in megabytes of 10⁶ bytes."""
        return float(self._process.memory_info().rss) / 1e6

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.status() != psutil.STATUS_ZOMBIE

    @property
    def cpu_seconds(self) -> float:
        """CPU time used so far, by user and system."""
        used = self._process.cpu_times()
        return float(used.user + used.system)


@contextmanager
def contestant(command: Command) -> Iterator[Running]:
    """A contestant, running until the end of the block; its words are told if the block fails."""
    with tempfile.TemporaryFile("w+") as said:
        started_at = time.time()
        process = subprocess.Popen(
            [sys.executable, *command.arguments],
            cwd=command.folder,
            env=environment(dict(command.environment)),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            text=True,
            preexec_fn=lambda: _limit_life(command.life),  # noqa: PLW1509 - no threads run here yet
        )
        with _stopped_at_the_end(process):
            try:
                yield Running(command, started_at, process.pid)
            except (BenchmarkError, psutil.Error) as error:
                said.seek(0)
                raise BenchmarkError(f"{command.bot}: {error}\n{said.read()[-2000:]}") from error


def run_to_end(command: Command, given: str = "", *, patience: float = 60.0) -> float:
    """Run a command that ends by itself; how long it took, in seconds."""
    started = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, *command.arguments],
        check=False,
        cwd=command.folder,
        env=environment(dict(command.environment)),
        input=given,
        capture_output=True,
        text=True,
        timeout=patience,
    )
    took = time.perf_counter() - started
    if ended.returncode:
        raise BenchmarkError(f"{' '.join(command.arguments)}: {ended.stderr[-2000:]}")
    return took


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """This process's environment, without settings of Aram that the user may have put there."""
    ours = {"BOT_TOKEN", "OWNER_ID", "SELLER_IDS", "SHOP_NAME", "SHOP_LOCALE", "PLAYBOOKS_DIR"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"LOG_LEVEL": "WARNING"} | dict(more)


def _limit_life(seconds: int = LONGEST_LIFE_SECONDS) -> None:
    """An alarm outlives exec: even if the benchmark is killed, nothing runs on for long."""
    signal.alarm(seconds)


@contextmanager
def _stopped_at_the_end(process: "subprocess.Popen[str]") -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE_SECONDS)
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
