"""Days, durations and names as figures tell them, in the reader's language and calendar."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from html import escape

from bot.core.assessment import Situation
from bot.core.conversation import Channel
from bot.core.days import Span
from bot.core.spans import Period, Stretch
from bot.core.stats import Group, Waiting
from bot.core.trouble import Outcome
from bot.language.calendar import Dates, gregorian, jalali, jalali_short, persian_digits
from bot.locale import Locale
from handlers.writing import isolated

MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Voice:
    """How one reader is told figures; `title_of` gives a playbook's title by its id."""

    locale: Locale
    title_of: Callable[[str], str | None]
    people: Mapping[int, str] = field(default_factory=dict)
    rooms: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_persian(self) -> bool:
        """Whether dates are Jalali and digits Persian."""
        return self.locale.language == "fa"

    def say(self, words: str, /, **given: str | int) -> str:
        """One of the locale's messages, without marks of direction around what is filled in."""
        return self.locale.plain.say(words, **given)

    # Days

    def day(self, day: date, *, of: date) -> str:
        """«یکشنبه ۱ آذر», "Sunday 22 November"; with its year where that is not `of`'s."""
        return f"{Dates(self.locale.language).weekday(day.weekday())} {self.short(day, of=of)}"

    def short(self, day: date, *, of: date) -> str:
        """«۱ آذر», "22 November"; with its year where that is long before `of`."""
        noon = _noon(day)
        if self.is_persian:
            return jalali_short(noon, UTC) if _is_near(day, of) else jalali(noon, UTC)
        whole = gregorian(noon, UTC)
        return whole.rpartition(" ")[0] if _is_near(day, of) else whole

    def month(self, day: date) -> str:
        """«آذر ۱۴۰۵», "November 2026"."""
        noon = _noon(day)
        return (jalali(noon, UTC) if self.is_persian else gregorian(noon, UTC)).partition(" ")[2]

    def span(self, period: Period) -> str:
        """What a period is called."""
        whole, today = period.whole, period.today
        past = "" if period.is_unfinished else "past-"
        match period.stretch:
            case Stretch.DAY:
                return self._one_day(whole.first, today)
            case Stretch.WEEK:
                return self._between(f"stats-when-{past}week", whole, today)
            case Stretch.MONTH:
                return self.say(f"stats-when-{past}month", month=self.month(whole.first))
            case Stretch.DAYS:
                so_far = "" if past or whole.last == today else "-so-far"
                return self._between(f"stats-when-days{so_far}", whole, today)

    def before(self, period: Period) -> str:
        """What it is compared with, in a few words."""
        past = "" if period.is_unfinished else "past-"
        match period.stretch:
            case Stretch.DAY:
                return self.say("stats-before-today" if not past else "stats-before-day")
            case Stretch.WEEK:
                return self.say(f"stats-before-{past}week")
            case Stretch.MONTH:
                return self.say(f"stats-before-{past}month")
            case Stretch.DAYS:
                return self.say(f"stats-before-{past}days", days=period.whole.days)

    def _one_day(self, day: date, today: date) -> str:
        named = self.day(day, of=today)
        if day == today:
            return self.say("stats-when-today", day=named)
        if day == today - timedelta(1):
            return self.say("stats-when-yesterday", day=named)
        return named

    def _between(self, words: str, span: Span, today: date) -> str:
        first, last = (self.short(day, of=today) for day in (span.first, span.last))
        if first.split(" ")[1:] == last.split(" ")[1:] and words != "stats-when-week":
            first = first.split(" ")[0]
        return self.say(words, first=first, last=last)

    # Durations

    def time(self, seconds: float) -> str:
        """«۲ ساعت و ۱۰ دقیقه»; from two days on in days."""
        if seconds < MINUTE:
            return self.say("stats-less-than-a-minute")
        if seconds >= 2 * DAY:
            return self.say("stats-days", days=round(seconds / DAY))
        hours, minutes = divmod(round(seconds / MINUTE), 60)
        if not hours:
            return self.say("stats-minutes", minutes=minutes)
        if not minutes:
            return self.say("stats-hours", hours=hours)
        return self.say("stats-hours-minutes", hours=hours, minutes=minutes)

    # Names

    def person(self, name: str | None) -> str:
        """A person's name in HTML, in its own direction."""
        shown = " ".join((name or "").split()) or self.say("stats-nameless")
        short = shown if len(shown) <= LONGEST_NAME else shown[: LONGEST_NAME - 1] + "…"
        return escape(isolated(short))

    def seller(self, person_id: int) -> str:
        """Someone of the team, in HTML."""
        if person_id not in self.people:
            return self.say("team-nameless", id=self.digits(str(person_id)))
        return self.person(self.people[person_id])

    def seller_plain(self, person_id: int) -> str:
        """The same for a button."""
        name = self.people.get(person_id)
        return name or self.say("team-nameless", id=self.digits(str(person_id)))

    def about(self, key: str) -> str:
        """A situation, or what a shop calls its own; plain text."""
        if key in Situation:
            return self.say(f"situation-{key.replace('_', '-')}")
        return self.playbook(key) if key else self.say("stats-about-none")

    def playbook(self, key: str) -> str:
        """A playbook's title; its id where it is in force no more; plain text."""
        return (self.title_of(key) or key) if key else self.say("stats-no-playbook")

    def place(self, key: str) -> str:
        """A place; plain text."""
        if key in Channel:
            return self.say(f"stats-place-{key}")
        number = int(key) if key.lstrip("-").isdecimal() else 0
        return self.rooms.get(number) or self.say("stats-place-unknown")

    def step(self, kind: str) -> str:
        """What a step does; plain text."""
        return self.say(f"step-{kind.replace('_', '-')}")

    def outcome(self, outcome: Outcome) -> str:
        """How a trouble ended; plain text."""
        return self.say(f"outcome-{outcome.value.replace('_', '-')}")

    def abouts(self, groups: tuple[Group, ...], counts: tuple[int, ...], most: int) -> str:
        """«شکایت ۳، فشار برای تخفیف ۲»."""
        told = [
            self.say("stats-about-one", name=escape(self.about(group.key)), count=count)
            for group, count in zip(groups, counts, strict=True)
            if count
        ]
        return self.say("list-comma").join(told[:most])

    def state(self, waiting: Waiting, now: float) -> str:
        """Why a conversation needs a person."""
        if not waiting.is_unanswered:
            return self.say("stats-no-outcome")
        return self.say("stats-unanswered", time=self.time(now - waiting.since))

    def digits(self, text: str) -> str:
        """Digits as the reader writes them."""
        return persian_digits(text) if self.is_persian else text


def _is_near(day: date, of: date) -> bool:
    return timedelta(0) <= of - day < timedelta(300) or timedelta(0) <= day - of < timedelta(60)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
