"""Writes that wait together are committed together: one wait for the disk serves them all."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

from bot.errors import StoreBusyError
from bot.store.books import Books

MOST_TOGETHER = 64

type Work[T] = Callable[[Books], T]


@dataclass(frozen=True, slots=True)
class Done:
    """What a piece of work returned, once committed."""

    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing of a piece of work was kept."""

    error: Exception


type Outcome = Done | Failed


@dataclass(frozen=True, slots=True)
class _Waiting:
    work: Work[Any]
    outcome: asyncio.Future[Any]


class Groups:
    """Runs work in the order of the calls, whatever has gathered in one transaction.

    A work is kept as a whole or not at all, and its caller goes on only after the commit. Where one
    of a group fails, the group is undone and each runs once more in a transaction of its own: work
    must change nothing but the books.
    """

    def __init__(self, commit: Callable[[Work[Any]], Any], threads: Executor) -> None:
        """`commit` runs one piece of work in one transaction; `threads` run it, one at a time."""
        self._commit = commit
        self._threads = threads
        self._waiting: deque[_Waiting] = deque()
        self._serving: asyncio.Task[None] | None = None

    async def write[T](self, work: Work[T]) -> T:
        """Commit `work`, alone or together with what else waits."""
        outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(work, outcome))
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        return await outcome

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            group = self._next_group()
            works = [waiting.work for waiting in group]
            outcomes = await loop.run_in_executor(self._threads, self._commit_all, works)
            for waiting, outcome in zip(group, outcomes, strict=True):
                _tell(waiting.outcome, outcome)

    def _next_group(self) -> list[_Waiting]:
        """The next ones in order, without those whose callers have gone."""
        count = min(MOST_TOGETHER, len(self._waiting))
        taken = [self._waiting.popleft() for _ in range(count)]
        return [waiting for waiting in taken if not waiting.outcome.done()]

    def _commit_all(self, works: Sequence[Work[Any]]) -> list[Outcome]:
        if len(works) > 1:
            try:
                return self._commit_together(works)
            except StoreBusyError as error:
                return [Failed(error) for _ in works]
            except Exception:  # noqa: S110 - whose fault it is shows when each runs alone
                pass
        return [self._commit_alone(work) for work in works]

    def _commit_together(self, works: Sequence[Work[Any]]) -> list[Outcome]:
        def all_of_them(books: Books) -> list[Outcome]:
            return [Done(work(books)) for work in works]

        outcomes: list[Outcome] = self._commit(all_of_them)
        return outcomes

    def _commit_alone(self, work: Work[Any]) -> Outcome:
        try:
            return Done(self._commit(work))
        except Exception as error:  # carried to the caller, who deals with it
            return Failed(error)


def _tell(caller: asyncio.Future[Any], outcome: Outcome) -> None:
    if caller.done():
        return
    match outcome:
        case Done(result):
            caller.set_result(result)
        case Failed(error):
            caller.set_exception(error)
