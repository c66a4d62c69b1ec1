"""Writes that wait together are committed together: one wait for the disk serves them all."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, assert_never

from bot.errors import StoreBusyError
from bot.store.books import Books

MOST_TOGETHER = 64
TOGETHER_SECONDS = 0.1
"""After so long nothing more joins a transaction: the others wait no longer for its commit."""

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
    is_urgent: bool


class Groups:
    """Runs work in the order of the calls, whatever has gathered in one transaction.

    What is urgent goes first, in its own order.

    A work is kept as a whole or not at all, and its caller goes on only after the commit. Where one
    of a group fails, the group is undone and each runs once more in a transaction of its own: work
    must change nothing but the books.
    """

    def __init__(self, commit: Callable[[Work[Any]], Any], thread: Executor) -> None:
        """`commit` runs one piece of work in one transaction; `thread` does one thing at a time."""
        self._commit = commit
        self._thread = thread
        self._urgent: deque[_Waiting] = deque()
        self._others: deque[_Waiting] = deque()
        self._is_called = False

    async def write[T](self, work: Work[T], *, urgent: bool = False) -> T:
        """Commit `work`, alone or together with what else waits."""
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[T] = loop.create_future()
        self._queue(urgent).append(_Waiting(work, outcome, urgent))
        if not self._is_called:
            self._is_called = True
            self._thread.submit(self._serve, loop)
        return await outcome

    def _serve(self, loop: asyncio.AbstractEventLoop) -> None:
        """In the thread: commit until nobody waits."""
        self._is_called = False  # first, so that whoever comes from now on calls again
        while group := self._next_group():
            outcomes = self._commit_all([waiting.work for waiting in group])
            for waiting in reversed(group[len(outcomes) :]):
                self._queue(waiting.is_urgent).appendleft(waiting)
            with suppress(RuntimeError):  # the loop is closed: nobody listens any more
                loop.call_soon_threadsafe(_tell_all, group[: len(outcomes)], outcomes)

    def _queue(self, is_urgent: bool) -> deque[_Waiting]:
        return self._urgent if is_urgent else self._others

    def _next_group(self) -> list[_Waiting]:
        group: list[_Waiting] = []
        while (queue := self._urgent or self._others) and len(group) < MOST_TOGETHER:
            waiting = queue.popleft()
            if not waiting.outcome.cancelled():
                group.append(waiting)
        return group

    def _commit_all(self, works: Sequence[Work[Any]]) -> list[Outcome]:
        """The outcomes of the first works: of all, or of as many as there was time for."""
        if len(works) > 1:
            try:
                return self._commit_together(works)
            except StoreBusyError as error:
                return [Failed(error) for _ in works]
            except Exception:  # noqa: S110 - whose fault it is shows when each runs alone
                pass
        return [self._commit_alone(work) for work in works]

    def _commit_together(self, works: Sequence[Work[Any]]) -> list[Outcome]:
        """The outcomes of as many as there was time for, one at least."""

        def all_of_them(books: Books) -> list[Outcome]:
            until, outcomes = time.monotonic() + TOGETHER_SECONDS, list[Outcome]()
            for work in works:
                if outcomes and time.monotonic() > until:
                    break
                outcomes.append(Done(work(books)))
            return outcomes

        outcomes: list[Outcome] = self._commit(all_of_them)
        return outcomes

    def _commit_alone(self, work: Work[Any]) -> Outcome:
        try:
            return Done(self._commit(work))
        except Exception as error:  # carried to the caller, who deals with it
            return Failed(error)


def _tell_all(group: Sequence[_Waiting], outcomes: Sequence[Outcome]) -> None:
    for waiting, outcome in zip(group, outcomes, strict=True):
        if not waiting.outcome.done():
            _tell(waiting.outcome, outcome)


def _tell(caller: asyncio.Future[Any], outcome: Outcome) -> None:
    match outcome:
        case Done(result):
            caller.set_result(result)
        case Failed(error):
            caller.set_exception(error)
        case _:
            assert_never(outcome)
