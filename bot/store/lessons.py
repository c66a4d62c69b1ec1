"""What the shop taught: read at every customer's turn, so kept ready until something changes.

Every change moves a number in the table `revision` on, which tells other processes on the database:
whoever adds, changes or erases lessons does so through `Notebook`, or calls `Notebook.changed`.
"""

from functools import cache
from threading import Lock
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Row, Select, bindparam, func, select
from sqlmodel import col

from bot.core.assessment import Situation
from bot.core.inquiry import KeptTurn
from bot.core.lesson import NO_LESSONS, KeptLesson, Lesson, Lessons
from bot.core.people import Shop
from bot.store.kept_turns import newest_turn_like, turn_of_number
from bot.store.revisions import LESSONS, next_revision, of_shop, revision
from bot.store.statements import change_of, new_numbered_row
from bot.store.tables import LessonRow, PersonRow, table_of


class LessonCache:
    """Each shop's lessons of one revision, shared by the transactions of a process."""

    def __init__(self) -> None:
        """Start with none."""
        self._lock = Lock()
        self._kept: dict[int, tuple[int, Lessons]] = {}

    def at(self, revision: int, shop_id: int) -> Lessons | None:
        """A shop's lessons of a revision, if they are at hand."""
        kept = self._kept.get(shop_id)
        return kept[1] if kept is not None and kept[0] == revision else None

    def keep(self, revision: int, lessons: Lessons, shop_id: int) -> Lessons:
        """Keep what was read; where another thread was quicker, its object is the one."""
        with self._lock:
            kept = self._kept.get(shop_id)
            if kept is None or kept[0] < revision:
                self._kept[shop_id] = (revision, lessons)
            known = self.at(revision, shop_id)
        return known if known is not None else lessons


class Notebook:
    """The lessons, inside one transaction; implements `bot.core.school.Notebook`."""

    def __init__(self, database: Database, kept: LessonCache, now: float, shop: Shop) -> None:
        """Read and write through `database`; `now` is the time of the transaction, in seconds."""
        self._database = database
        self._shop = shop
        self._kept = kept
        self._now = now
        self._current: Lessons | None = None
        self._is_changed = False

    def lessons(self) -> Lessons:
        """What is in force; the same object while nothing changes."""
        if self._current is None:
            self._current = self._load() if self._is_changed else self._shared()
        return self._current

    def may_teach(self, person_id: int) -> bool:
        """Whether the whole shop may learn from someone."""
        return self._shop.is_team(person_id)

    def learn(self, lesson: Lesson, *, by: int, turn_id: int | None) -> int:
        """Keep a lesson; its number. A person has one lesson on the same words: their newest."""
        self.changed()  # first: it makes those who teach at once wait for each other
        found = self._database.execute(_lessons_in_force(), {"shop": self._shop.id})
        said = [row for row in found if row.text == lesson.text][::-1]  # the newest first
        own = [row for row in said if row.person_id == by]
        agreeing = [_lesson(row).situations for row in own if row.alarm == lesson.alarm]
        about = _joined(lesson.situations.union(*agreeing))
        if said and (said[0].person_id, said[0].alarm) == (by, lesson.alarm):
            self._change(said[0].id, situations=about)
            return int(said[0].id)
        for older in own:
            self._change(older.id, withdrawn_at=self._now, withdrawn_by=by)
        values = {
            "shop_id": self._shop.id,
            "text": lesson.text,
            "alarm": lesson.alarm,
            "situations": about,
            "person_id": by,
            "turn_id": turn_id,
            "created_at": self._now,
        }
        number: int = self._database.execute(new_numbered_row(LessonRow), values).scalar_one()
        return number

    def name_situations(self, lesson_id: int, situations: frozenset[Situation]) -> None:
        """Keep what a lesson is about."""
        self.changed()
        self._change(lesson_id, situations=_joined(situations))

    def withdraw(self, lesson_id: int, *, by: int) -> None:
        """Put a lesson out of force; who did it, and when, stays."""
        self.changed()
        self._change(lesson_id, withdrawn_at=self._now, withdrawn_by=by)

    def find(self, lesson_id: int) -> KeptLesson | None:
        """A lesson in force, or None."""
        found = _lessons_with_teachers().where(col(LessonRow.id) == lesson_id)
        row = self._database.execute(found, {"shop": self._shop.id}).one_or_none()
        return _kept(row) if row is not None else None

    def newest(self, *, by: int | None, skip: int, most: int) -> tuple[KeptLesson, ...]:
        """The lessons in force, newest first; one person's own, or everybody's where None."""
        found = _lessons_with_teachers().order_by(col(LessonRow.id).desc())
        if by is not None:
            found = found.where(col(LessonRow.person_id) == by)
        rows = self._database.execute(found.offset(skip).limit(most), {"shop": self._shop.id})
        return tuple(_kept(row) for row in rows)

    def count(self, *, by: int | None) -> int:
        """How many those are."""
        found = (
            select(func.count(col(LessonRow.id)))
            .where(col(LessonRow.shop_id) == self._shop.id)
            .where(col(LessonRow.withdrawn_at).is_(None))
        )
        if by is not None:
            found = found.where(col(LessonRow.person_id) == by)
        number: int = self._database.execute(found).scalar_one()
        return number

    def turn(self, turn_id: int) -> KeptTurn | None:
        """A customer's turn with its newest opinion, or None."""
        return turn_of_number(self._database, turn_id, shop_id=self._shop.id)

    def turn_like(
        self, text: str, *, said_at: float | None, seller_id: int | None
    ) -> KeptTurn | None:
        """The newest turn of these words, that of `said_at` first; one seller's, or anybody's.

        None of a turn that was edited: what Aram made of it may be of other words.
        """
        return newest_turn_like(
            self._database, text, said_at=said_at, seller_id=seller_id, shop_id=self._shop.id
        )

    def changed(self) -> None:
        """Tell every process that what it keeps is old, as soon as this transaction commits.

        Until then this transaction shares nothing: it may yet be undone.
        """
        next_revision(self._database, of_shop(LESSONS, self._shop.id))
        self._current, self._is_changed = None, True

    def _shared(self) -> Lessons:
        number = revision(self._database, of_shop(LESSONS, self._shop.id))
        known = self._kept.at(number, self._shop.id)
        return known if known is not None else self._kept.keep(number, self._load(), self._shop.id)

    def _load(self) -> Lessons:
        """The newest word on each text is in force; those who agree add up what it is about."""
        by_text: dict[str, Lesson] = {}
        for row in self._database.execute(_lessons_in_force(), {"shop": self._shop.id}):
            lesson, older = _lesson(row), by_text.pop(row.text, None)
            if older is not None and older.alarm == lesson.alarm:
                about = older.situations | lesson.situations
                lesson = Lesson(lesson.text, alarm=lesson.alarm, situations=about)
            by_text[row.text] = lesson
        return Lessons(tuple(by_text.values())) if by_text else NO_LESSONS

    def _change(self, lesson_id: int, **values: Any) -> None:
        self._database.execute(change_of(LessonRow), {"row_id": lesson_id, **values})


@cache
def _lessons_in_force() -> Select[Any]:
    return (
        select(table_of(LessonRow))
        .where(col(LessonRow.shop_id) == bindparam("shop"))
        .where(col(LessonRow.withdrawn_at).is_(None))
        .order_by(col(LessonRow.id))
    )


@cache
def _lessons_with_teachers() -> Select[Any]:
    people = col(PersonRow.id) == col(LessonRow.person_id)
    return (
        select(table_of(LessonRow), col(PersonRow.first_name))
        .join(table_of(PersonRow), people, isouter=True)
        .where(col(LessonRow.shop_id) == bindparam("shop"))
        .where(col(LessonRow.withdrawn_at).is_(None))
    )


def _kept(row: Row[Any]) -> KeptLesson:
    return KeptLesson(row.id, _lesson(row), row.person_id, row.created_at, row.first_name)


def _lesson(row: Row[Any]) -> Lesson:
    about = frozenset(map(Situation, row.situations.split()))
    return Lesson(row.text, alarm=row.alarm, situations=about)


def _joined(situations: frozenset[Situation]) -> str:
    return " ".join(sorted(situations))
