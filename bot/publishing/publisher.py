"""Decides which changes become versions; pure over the archive of the caller's transaction.

Handlers ask `bot.publishing.office.Office` instead: it has the same methods, checks outside of the
transaction so that no message waits for it, and puts what was confirmed in force at once.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from bot.content.difference import Line, difference
from bot.content.files import SHOP_FILE, spot_of
from bot.content.problems import Problem
from bot.core.edition import Archive, Change, Deed, Edition, Version, Way
from bot.core.people import Shop


class Refused(StrEnum):
    """Why a change is not published."""

    CONFLICT = "conflict"
    BROKEN = "broken"
    UNCHANGED = "unchanged"
    GONE = "gone"
    NOT_OPEN = "not_open"
    NOT_MANAGER = "not_manager"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A change that waits for its confirmation; `problems` are the issues that it brings."""

    proposal: int
    change: Change
    difference: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Declined:
    """A change that was not made: the errors it would bring, or who published what meanwhile."""

    reason: Refused
    problems: tuple[Problem, ...] = ()
    meanwhile: Version | None = None


class Checks(Protocol):
    """Looks at a whole edition."""

    def __call__(self, edition: Edition, changed: Collection[str]) -> tuple[Problem, ...]:
        """Every problem of an edition; where files `changed`, their examples are listened to."""
        ...


class Publisher:
    """Prepares, confirms and drops changes."""

    def __init__(self, check: Checks, shop: Shop) -> None:
        """`check` looks at an edition; `shop` knows the managers."""
        self._check = check
        self._shop = shop

    def prepare(self, archive: Archive, change: Change) -> Prepared | Declined:
        """Check a change and keep it until it is confirmed."""
        if not self.may(change.by):
            return Declined(Refused.NOT_MANAGER)
        edition = archive.edition()
        change = from_removed(edition, change)
        declined = _stale(edition, change) or _useless(edition, change)
        if declined is not None:
            return declined
        problems = self.problems_of(edition, [change])
        errors = tuple(problem for problem in problems if problem.is_error)
        if errors:
            return Declined(Refused.BROKEN, errors)
        newest = edition.newest(change.file)
        lines = difference(newest.text if newest else None, change.text)
        return Prepared(archive.propose(change), change, lines, problems)

    def confirm(self, archive: Archive, proposal_id: int, by: int) -> Version | Declined:
        """Publish a proposal of one's own, if nothing has changed its file meanwhile."""
        if not self.may(by):
            return Declined(Refused.NOT_MANAGER)
        archive.hold()
        proposal = archive.proposal(proposal_id)
        if proposal is None:
            return Declined(Refused.GONE)
        if not proposal.is_open or proposal.change.by != by:
            return Declined(Refused.NOT_OPEN)
        edition = archive.edition()
        declined = _stale(edition, proposal.change)
        if declined is not None:
            return declined
        errors = self.errors_of(edition, [proposal.change])
        if errors:
            return Declined(Refused.BROKEN, errors)
        version = archive.publish(proposal.change)
        if version is None:
            return Declined(Refused.CONFLICT, meanwhile=edition.newest(proposal.change.file))
        archive.settle(proposal_id, published=version.number)
        return version

    def drop(self, archive: Archive, proposal_id: int, by: int) -> bool:
        """Give up a proposal of one's own; False where it is not open."""
        proposal = archive.proposal(proposal_id)
        if proposal is None or not proposal.is_open or proposal.change.by != by:
            return False
        archive.settle(proposal_id, published=None)
        return True

    def rolled_back(
        self, archive: Archive, number: int, *, way: Way, by: int, by_name: str | None
    ) -> Change | Declined:
        """The change that brings back the text and the state of a version."""
        older = archive.version(number)
        if older is None:
            return Declined(Refused.GONE)
        newest = archive.edition().newest(older.file)
        return Change(
            file=older.file,
            text=older.text,
            is_on=older.is_on,
            deed=Deed.ROLL_BACK,
            way=way,
            base=newest.number if newest else None,
            by=by,
            by_name=by_name,
        )

    def turned(
        self, archive: Archive, file: str, *, on: bool, way: Way, by: int, by_name: str | None
    ) -> Change | Declined:
        """The change that lets a playbook speak, or be silent."""
        newest = archive.edition().newest(file)
        if newest is None:
            return Declined(Refused.GONE)
        return Change(
            file=file,
            text=newest.text,
            is_on=on,
            deed=Deed.TURN_ON if on else Deed.TURN_OFF,
            way=way,
            base=newest.number,
            by=by,
            by_name=by_name,
        )

    def problems_of(self, edition: Edition, changes: Collection[Change]) -> tuple[Problem, ...]:
        """The problems that changes bring: those that the edition does not have."""
        changed = [change.file for change in changes]
        after = _after(edition, changes)
        return beyond(self._check(edition, changed), self._check(after, changed))

    def errors_of(self, edition: Edition, changes: Collection[Change]) -> tuple[Problem, ...]:
        """Of these the errors; much quicker, as nothing is listened to."""
        after = _after(edition, changes)
        brought = beyond(self._check(edition, ()), self._check(after, ()))
        return tuple(problem for problem in brought if problem.is_error)

    def may(self, person_id: int | None) -> bool:
        """Whether someone may change playbooks; whoever has the folder or terminal is None."""
        return person_id is None or self._shop.is_manager(person_id)


def beyond(known: Iterable[Problem], found: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems found that were not known; one stays the same where its line has moved."""
    left = Counter(map(_sameness, known))
    unknown = []
    for problem in found:
        if left[_sameness(problem)]:
            left[_sameness(problem)] -= 1
        else:
            unknown.append(problem)
    return tuple(unknown)


def from_removed(edition: Edition, change: Change) -> Change:
    """A new file may stand where an older one was removed."""
    newest = edition.newest(change.file)
    if change.base is None and newest is not None and newest.text is None:
        return replace(change, base=newest.number)
    return change


def _stale(edition: Edition, change: Change) -> Declined | None:
    newest = edition.newest(change.file)
    if (newest.number if newest else None) == change.base:
        return None
    return Declined(Refused.CONFLICT, meanwhile=newest)


def _useless(edition: Edition, change: Change) -> Declined | None:
    if not _has_place(change.file):
        return Declined(Refused.GONE)
    newest = edition.newest(change.file)
    was = newest.text if newest else None
    if was is None and change.deed not in (Deed.ADD, Deed.ROLL_BACK):
        return Declined(Refused.GONE)
    is_on = newest is None or newest.is_on
    if was == change.text and (was is None or is_on == change.is_on):
        return Declined(Refused.UNCHANGED)
    return None


def _after(edition: Edition, changes: Iterable[Change]) -> Edition:
    for change in changes:
        edition = edition.with_change(change)
    return edition


def _has_place(file: str) -> bool:
    """Whether a path is a playbook's, an overlay's or the shop's, as the folder writes it."""
    spot = spot_of(file)
    return file == SHOP_FILE or (spot is not None and spot.file == file and file.isprintable())


def _sameness(problem: Problem) -> object:
    return problem.file, problem.message_id, tuple(sorted(problem.args.items()))
