"""An export's three sheets, in its reader's language: troubles, days, and steps."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache, partial
from typing import Protocol

from bot.core.exports import DayRecord, Record
from bot.core.stats import StepFigures, hard
from bot.core.trouble import Outcome, Trouble
from bot.export.sheet import Column, Kind, Sheet, Value
from bot.export.source import Source
from bot.language.calendar import jalali_numeric, persian_digits

MINUTE, REMEMBERED = 60.0, 500
_LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


class Tells(Protocol):
    """How the reader is told things."""

    @property
    def is_persian(self) -> bool:
        """Whether digits in texts are Persian."""
        ...

    def say(self, words: str, /, **given: str | int) -> str:
        """One of the locale's messages."""
        ...

    def about(self, key: str) -> str:
        """A situation."""
        ...

    def playbook(self, key: str) -> str:
        """A playbook's title."""
        ...

    def place(self, key: str) -> str:
        """A kind of place."""
        ...

    def step(self, kind: str) -> str:
        """A step."""
        ...


def sheets(source: Source, voice: Tells, zone: tzinfo) -> Iterator[Sheet]:
    """The sheets in their order; each is read while it is written."""
    tables = Tables(_Remembering(voice), zone)
    yield tables.troubles(source)
    yield tables.days(source)
    yield tables.steps(source)


class _Remembering:
    """The same voice, which need not look up again what it has said for a thousand rows."""

    def __init__(self, voice: Tells) -> None:
        self.is_persian = voice.is_persian
        self.say = lru_cache(REMEMBERED)(voice.say)
        self.about = lru_cache(REMEMBERED)(voice.about)
        self.playbook = lru_cache(REMEMBERED)(voice.playbook)
        self.place = lru_cache(REMEMBERED)(voice.place)
        self.step = lru_cache(REMEMBERED)(voice.step)


@dataclass(frozen=True, slots=True)
class _Field[T]:
    """A column's name in the locale, what it holds, and how wide it is."""

    name: str
    value: Callable[[T], Value]
    kind: Kind = Kind.TEXT
    width: int = 12


@dataclass(frozen=True, slots=True)
class _Told:
    """A record with its moment by the shop's clock, and what people are called."""

    record: Record
    at: datetime
    people: Mapping[int, str]

    @property
    def trouble(self) -> Trouble:
        return self.record.trouble


@dataclass(frozen=True, slots=True)
class Tables:
    """Makes the sheets for one reader, by the shop's clock."""

    voice: Tells
    zone: tzinfo

    def troubles(self, source: Source) -> Sheet:
        """One row for each trouble; with the customer's name and words where there are any."""
        fields = self._of_trouble()
        if source.has_words:
            fields += (
                _Field("customer", lambda told: told.record.customer or "", width=18),
                _Field("words", lambda told: "\n".join(told.record.words), width=60),
            )
        told = (
            _Told(record, self._moment(record.trouble.opened_at), leaf.people)
            for leaf in source.leaves()
            for record in leaf.records
        )
        return self._sheet("troubles", fields, told)

    def days(self, source: Source) -> Sheet:
        """One row for each day, also for those without anything."""
        return self._sheet("days", self._of_day(), source.days())

    def steps(self, source: Source) -> Sheet:
        """One row for each step of a playbook that was shown."""
        return self._sheet("steps", self._of_step(), source.steps())

    def _sheet[T](self, name: str, fields: tuple[_Field[T], ...], told: Iterable[T]) -> Sheet:
        columns = tuple(
            Column(self.voice.say(f"export-column-{each.name}"), each.kind, each.width)
            for each in fields
        )
        rows = (tuple(each.value(one) for each in fields) for one in told)
        return Sheet(name, self.voice.say(f"export-sheet-{name}"), columns, rows)

    def _of_trouble(self) -> tuple[_Field[_Told], ...]:
        voice, number = self.voice, Kind.WHOLE
        return (
            _Field("jalali", lambda told: self._jalali(told.at.date())),
            _Field("hour", lambda told: self._digits(f"{told.at:%H:%M}"), width=8),
            _Field("iso", lambda told: told.at, Kind.MOMENT, 17),
            _Field("seller", lambda told: self._person(told.trouble.seller_id, told), width=18),
            _Field("place", lambda told: voice.place(told.trouble.channel.value), width=20),
            _Field("about", lambda told: voice.about(told.trouble.about or ""), width=24),
            _Field("playbook", lambda told: voice.playbook(told.trouble.playbook or ""), width=26),
            _Field("peak", lambda told: voice.say(f"tension-{told.trouble.peak.name.lower()}")),
            _Field("turns", lambda told: told.trouble.turns, number, 10),
            _Field("wait", lambda told: _minutes(told.trouble.wait), Kind.DECIMAL),
            _Field("calm-turns", lambda told: _calm_turns(told.trouble), number),
            _Field("steps", lambda told: self._steps(told.record), width=36),
            _Field("offered", lambda told: self._yes_no(told.trouble.offered), width=10),
            _Field("allowed", lambda told: self._yes_no(told.trouble.allowed), width=10),
            _Field("outcome", lambda told: self._outcome(told.trouble.outcome), width=18),
            _Field("set-by", self._set_by, width=18),
        )

    def _of_day(self) -> tuple[_Field[DayRecord], ...]:
        number = Kind.WHOLE
        ended = tuple(
            _Field[DayRecord](f"ended-{_dashed(outcome)}", partial(_ended, outcome), number)
            for outcome in Outcome
        )
        return (
            _Field("jalali", lambda day: self._jalali(day.day)),
            _Field("iso-day", lambda day: day.day, Kind.DAY),
            _Field("conversations", lambda day: day.conversations, number),
            _Field("hard", lambda day: hard(day.counts), number),
            _Field("abusive", lambda day: day.counts.abusive, number),
            _Field("answered", lambda day: day.waits.answered, number),
            _Field("wait-median", lambda day: _minutes(day.waits.median), Kind.DECIMAL, 14),
            _Field("wait-most", lambda day: _minutes(day.waits.nine_in_ten), Kind.DECIMAL, 14),
            _Field("calmed", lambda day: day.counts.calmed, number),
            _Field("calm-turns-mean", _mean_calm_turns, Kind.DECIMAL, 14),
            _Field("offered-count", lambda day: day.counts.offered, number),
            _Field("allowed-count", lambda day: day.counts.allowed, number),
            _Field("called", lambda day: day.counts.called, number),
            *ended,
        )

    def _of_step(self) -> tuple[_Field[StepFigures], ...]:
        voice, number = self.voice, Kind.WHOLE
        return (
            _Field("playbook", lambda step: voice.playbook(step.playbook), width=30),
            _Field("step", lambda step: voice.step(step.step), width=30),
            _Field("shown", lambda step: step.counts.shown, number),
            _Field("sent", lambda step: step.counts.sent, number),
            _Field("helped", lambda step: step.counts.helped, number),
            _Field("calmed-after", lambda step: step.counts.calmed, number, 14),
            _Field("dismissed", lambda step: step.dismissed, number, 14),
        )

    def _moment(self, at: float) -> datetime:
        """By the shop's clock, as spreadsheets hold it: without a zone, to the second."""
        return datetime.fromtimestamp(at, self.zone).replace(tzinfo=None, microsecond=0)

    def _jalali(self, day: date) -> str:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        written = jalali_numeric(noon, UTC)
        return written if self.voice.is_persian else latin(written)

    def _digits(self, text: str) -> str:
        return persian_digits(text) if self.voice.is_persian else text

    def _person(self, number: int, told: _Told) -> str:
        if not number:
            return self.voice.say("export-nobody")
        known = told.people.get(number)
        return known or self.voice.say("team-nameless", id=self._digits(str(number)))

    def _set_by(self, told: _Told) -> str:
        """Who set the outcome: for a false alarm the seller, who pressed "not a problem"."""
        trouble = told.trouble
        if trouble.chosen is None and trouble.dismissed:
            return self._person(trouble.seller_id, told)
        if trouble.chosen is None or trouble.chosen_by is None:
            return self.voice.say("export-by-aram")
        return self._person(trouble.chosen_by, told)

    def _steps(self, record: Record) -> str:
        return self.voice.say("list-comma").join(map(self.voice.step, record.steps))

    def _outcome(self, outcome: Outcome) -> str:
        return self.voice.say(f"outcome-{_dashed(outcome)}")

    def _yes_no(self, is_so: bool) -> str:
        return self.voice.say("export-yes" if is_so else "export-no")


def latin(text: str) -> str:
    """A text with its Persian digits as Latin ones."""
    return text.translate(_LATIN)


def _ended(outcome: Outcome, day: DayRecord) -> int:
    return day.counts.ended(outcome)


def _dashed(outcome: Outcome) -> str:
    return outcome.value.replace("_", "-")


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds / MINUTE, 1)


def _calm_turns(trouble: Trouble) -> int | None:
    return trouble.calm_turns if trouble.has_calmed and not trouble.is_false_alarm else None


def _mean_calm_turns(day: DayRecord) -> float | None:
    counts = day.counts
    return round(counts.calm_turns / counts.calmed, 1) if counts.calmed else None
