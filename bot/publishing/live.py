"""Keeps what is in force up to date with the archive, and the archive with the folder."""

import asyncio
import gc
import logging
import sys
from collections.abc import Awaitable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.content.problems import Problem
from bot.core.coach import Coach
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.edition import Change, Edition
from bot.core.force import Force
from bot.core.lesson import Lessons
from bot.errors import ContentError, StoreError, trace_of
from bot.publishing.folder import Watch
from bot.publishing.forge import Forge, problem_of
from bot.publishing.intake import Sight, Wishes, publish, sound, unusable, wishes
from bot.publishing.notes import Bell, Broken, Conflict, Trouble, Unbuilt, logged, mark_of
from bot.publishing.publisher import Publisher, beyond
from bot.store.ledger import Ledger

SECONDS = 1.0
TURN_SECONDS = 0.0005

log = logging.getLogger(__name__)


class Live:
    """One per process. What takes long is done in a thread; the coach in force changes at once."""

    def __init__(
        self,
        ledger: Ledger,
        publisher: Publisher,
        forge: Forge,
        *,
        force: Force,
        bell: Bell,
        folder: Path | None,
    ) -> None:
        """`force` holds the archive's coach, or the folder's where that one cannot be made.

        Without a `folder`, only the archive is followed.
        """
        self._ledger = ledger
        self._publisher = publisher
        self._forge = forge
        self._force = force
        self._bell = bell
        self._watch = Watch(folder) if folder is not None else None
        self._looking = asyncio.Lock()
        self._texts: dict[str, str] | None = None
        self._known: dict[str, str] = {}
        self._number: int | None = None
        self._is_due = False
        self._errors: tuple[Problem, ...] | None = None

    async def start(self) -> None:
        """Take the folder in, and put in force what the archive then holds."""
        await _tried(self.look())

    async def run(self) -> None:
        """Look every second until cancelled; trouble with one look does not end the others.

        From now on threads take turns more often: a message gives the interpreter away at every
        statement of its transaction, and waits a turn to get it back while a coach is made.
        """
        sys.setswitchinterval(TURN_SECONDS)
        while True:
            await asyncio.sleep(SECONDS)
            await _tried(self.look())

    async def look(self) -> None:
        """Take in what has changed in the folder, then follow the archive."""
        async with self._looking:
            if await self._seen():
                self._is_due = True  # also where the archive cannot be asked just now
            number = await self._ledger.write(lambda books: books.versions.number())
            if self._is_due or number != self._number:
                with _collecting_later():
                    await self._take_in()
                    await self._follow()
                self._is_due = False

    async def follow(self) -> None:
        """Put in force at once what has just been published; else the next look does."""
        async with self._looking:
            with _collecting_later():
                await _tried(self._follow())
            self._is_due = True  # what the folder asks for may stand otherwise to it

    async def _seen(self) -> bool:
        """Whether the folder holds something else than before."""
        if self._watch is None:
            return False
        try:
            texts = await asyncio.to_thread(self._watch.look)
        except ContentError as error:
            problem = problem_of(error)
            file = Path(problem.file).relative_to(self._watch.folder).as_posix()
            await self._tell([Broken((file,), mark_of([str(error)]), (problem,))])
            return False
        if not texts:  # a folder that holds nothing is away, and no wish to have no playbooks
            return False
        if self._texts is None:
            self._known = texts
        self._texts = texts
        return True

    async def _take_in(self) -> None:
        """Publish what the folder asks for, and tell managers of what it asks in vain."""
        if self._texts is None:
            return
        sight = Sight(self._texts, _changed(self._known, self._texts))
        outcome = await self._publish_sound(sight)
        while outcome is None:  # another was quicker: the edition is not what was checked
            outcome = await self._publish_sound(sight)
        for file in outcome.taken:
            _copy(file, self._texts, self._known)
        for file in outcome.broken:  # once mended it is made from this, also where Aram was away
            _copy(file, outcome.asked.edition.texts(), self._known)
        await self._ledger.write(lambda books: books.versions.forget_told(outcome.taken))
        await self._tell(_troubles(outcome, self._texts))

    async def _publish_sound(self, sight: Sight) -> "_Outcome | None":
        asked = await self._asked(sight)
        edition, changes = asked.edition, asked.changes
        kept, errors = await asyncio.to_thread(sound, self._publisher, edition, changes)
        is_done = not kept or await self._ledger.write(
            lambda books: publish(books.versions, edition, kept)
        )
        return _Outcome(asked, kept, errors) if is_done else None

    async def _asked(self, sight: Sight) -> Wishes:
        """What the folder asks for; of what this Aram cannot use it may replace anything."""
        asked = await self._ledger.write(lambda books: wishes(books.versions, sight))
        if not asked.conflicts:
            return asked
        broken = await asyncio.to_thread(unusable, asked.edition.texts())
        if broken.isdisjoint(version.file for version in asked.conflicts):
            return asked
        return await self._ledger.write(
            lambda books: wishes(books.versions, sight, unusable=broken)
        )

    async def _follow(self) -> None:
        edition = await self._ledger.write(lambda books: books.versions.edition())
        if edition.number in (0, self._number):
            return
        errors = await asyncio.to_thread(self._errors_in, edition)
        unknown = beyond(self._errors or (), errors)
        if unknown:
            await self._tell([Unbuilt(edition.number, unknown)])
        lessons = await self._ledger.write(lambda books: books.lessons())
        self._number = edition.number  # whatever comes of it, it is tried once
        if not unknown or self._errors is None:
            self._force.adopt(await asyncio.to_thread(self._ready, edition, lessons))
            gc.freeze()  # a coach has no cycles: nothing to look through for garbage
            self._errors = errors

    def _errors_in(self, edition: Edition) -> tuple[Problem, ...]:
        try:
            return self._forge.load(edition).errors
        except ContentError as error:
            return (problem_of(error),)

    def _ready(self, edition: Edition, lessons: Lessons) -> Coach:
        """A coach that has heard a turn: what it makes at the first one is made."""
        coach = self._forge.coach(edition)
        coach.hear(Memory(), Course(), Turn(Who.CUSTOMER, "سلام", 0.0), lessons)
        return coach

    async def _tell(self, troubles: Sequence[Trouble]) -> None:
        for trouble in troubles:
            log.warning("playbooks: %s", logged(trouble))
        if troubles:
            await self._ledger.write(lambda books: self._bell.tell(books, troubles))


@contextmanager
def _collecting_later() -> Iterator[None]:
    """No garbage is looked for meanwhile: what two hundred playbooks become holds up messages."""
    is_mine = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_mine:
            gc.enable()


async def _tried(act: Awaitable[None]) -> None:
    try:
        await act
    except StoreError as error:
        log.warning("the archive of playbooks cannot be read now: %s", error)
    except Exception as error:  # a defect of ours: what is in force stays so
        log.error("playbooks could not be brought up to date: %s", trace_of(error))


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of what the folder asked for."""

    asked: Wishes
    kept: tuple[Change, ...]
    errors: tuple[Problem, ...]

    @property
    def taken(self) -> frozenset[str]:
        """The files in which folder and archive now agree."""
        return self.asked.settled.union(change.file for change in self.kept)

    @property
    def broken(self) -> tuple[str, ...]:
        """The files whose change was not published for the errors that it brings."""
        return tuple(each.file for each in self.asked.changes if each not in self.kept)


def _troubles(outcome: _Outcome, texts: Mapping[str, str]) -> list[Trouble]:
    troubles: list[Trouble] = [
        Conflict(version.file, mark_of([texts.get(version.file)]), version)
        for version in outcome.asked.conflicts
    ]
    if outcome.broken:
        mark = mark_of(texts.get(file) for file in outcome.broken)
        troubles.append(Broken(outcome.broken, mark, outcome.errors))
    return troubles


def _changed(known: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, str | None]:
    """What was in every file that is not as it was."""
    files = known.keys() | texts.keys()
    return {file: known.get(file) for file in files if known.get(file) != texts.get(file)}


def _copy(file: str, texts: Mapping[str, str], known: dict[str, str]) -> None:
    if file in texts:
        known[file] = texts[file]
    else:
        known.pop(file, None)
