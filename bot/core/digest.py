"""The digest: each manager's own look at the day, at the hour and on the days they choose.

A letter waits for each manager's next digest; whoever reads it when it is due looks at how things
stand then, and posts the next one. The plan says which letter is in force: one that was posted for
another hour, zone or role says nothing. A day is claimed before its digest is drawn, for a while,
so that of several replicas one sends it, and after a crash another takes over.

Just before it is handed to Telegram it is kept that it is on its way. Where nobody can say any more
whether it arrived (a crash just then, a line that broke), it is not sent again: a digest that comes
twice makes its reader doubt both, and Telegram cannot be asked. Instead they are told in one line
that it may be missing, with a button that shows it. What Telegram refuses has not gone, and is
tried again.

Before noon a digest tells of the day before, after noon of the day itself. It comes late, but on
the same day, or not at all.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from math import sqrt
from typing import Protocol

from bot.core.days import day_of
from bot.core.letters import Body, DigestLetter, Urgency
from bot.core.stats import Summary, hard

NOON = 12 * 60
EVERY_DAY = tuple(range(7))
CLAIM_SECONDS = 120.0
"""Longer than drawing or sending take; afterwards another may look at it."""
LOST_SECONDS = 600.0
WORTH_TELLING_SECONDS, SHORT_WAIT_SECONDS = 120.0, 300.0
"""By so much a wait must differ from the week before; a wait up to this long is no trouble."""
_A_WEEK_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """When somebody wants their digest: minutes after midnight, weekdays from 0 for Monday.

    By default every evening at nine, Fridays too: people shop on their day of rest, and a shop that
    is closed has an empty day, of which nothing is said unless `on_empty`. On an empty day nobody
    said anything, and nobody waits from the days before.
    """

    minute: int = 21 * 60
    weekdays: tuple[int, ...] = EVERY_DAY
    is_on: bool = True
    on_empty: bool = False

    def told_on(self, day: date) -> date:
        """The day that the digest of a day tells of."""
        return day - timedelta(1) if self.minute < NOON else day


@dataclass(frozen=True, slots=True)
class Plan:
    """The next digest of somebody: on which day, and when that is, in seconds."""

    day: date
    due_at: float

    @property
    def letter(self) -> DigestLetter:
        """The letter that is in force for it."""
        return DigestLetter(self.day, self.due_at)


class Digests(Protocol):
    """What is kept of the digests of one shop, inside one transaction."""

    def wish(self, person_id: int) -> Wish:
        """What somebody wants."""
        ...

    def plan(self, person_id: int) -> Plan | None:
        """Somebody's next digest, as planned."""
        ...

    def planned(self) -> tuple[int, ...]:
        """For whom one is planned."""
        ...

    def keep_plan(self, person_id: int, plan: Plan | None) -> bool:
        """Plan the next one; whether that is new, and by nobody else planned at the same time."""
        ...

    def last_day(self, person_id: int) -> date | None:
        """The newest day whose digest was claimed, sent or not."""
        ...

    def claim(self, person_id: int, day: date, until: float) -> bool:
        """Whether a day's digest is ours to send until then: neither done nor another's."""
        ...

    def begin_sending(self, person_id: int, day: date, *, claim: float, until: float) -> bool:
        """Keep that a digest is on its way until then, where the claim until `claim` holds."""
        ...

    def is_sending(self, person_id: int, day: date) -> bool:
        """Whether a day's digest was on its way, and nobody knows whether it arrived."""
        ...

    def not_sent(self, person_id: int, day: date) -> None:
        """A digest on its way was refused: it is nobody's, and may be claimed at once."""
        ...

    def claimed_until(self, person_id: int, day: date) -> float | None:
        """Until when a day's digest is claimed and not done; None where it is neither."""
        ...

    def finish(self, person_id: int, day: date, told: Iterable[str] = ()) -> None:
        """A day's digest is done; `told` are the keys of the findings in it."""
        ...


class Digesting(Protocol):
    """What a transaction offers to whoever plans digests."""

    now: float

    @property
    def digests(self) -> Digests:
        """The digests of this shop."""
        ...

    def post(
        self, to: int, body: Body, urgency: Urgency = ..., *, due_at: float | None = None
    ) -> None:
        """Post a letter."""
        ...


@dataclass(frozen=True, slots=True)
class Claim:
    """A digest that is ours to send until then, as somebody wants it.

    `is_unsure` where it may have been sent before: then that is what is to be told.
    """

    wish: Wish
    until: float
    is_unsure: bool = False


def due_at(minute: int, day: date, zone: tzinfo) -> float:
    """When it is so many minutes after midnight, in seconds; just after, where that is skipped."""
    return datetime.combine(day, time(minute // 60, minute % 60), zone).timestamp()


def next_plan(
    wish: Wish,
    *,
    now: float,
    zone: tzinfo,
    last: date | None,
    before: Plan | None = None,
) -> Plan | None:
    """The next digest after now; today's also late, where it was planned `before` and not sent."""
    if not wish.is_on:
        return None
    today = day_of(now, zone)
    first = today if last is None else max(today, last + timedelta(1))
    for day in (first + timedelta(number) for number in range(_A_WEEK_AHEAD)):
        at = due_at(wish.minute, day, zone)
        is_late = before is not None and before.day == today == day
        if day.weekday() in wish.weekdays and (at > now or is_late):
            return Plan(day, at)
    return None


def plan_all(desk: Digesting, managers: Collection[int], zone: tzinfo) -> None:
    """Let every manager's next digest be planned, and nobody else's; safe to do at any time."""
    for person_id in managers:
        plan_next(desk, person_id, zone)
    for person_id in set(desk.digests.planned()).difference(managers):
        desk.digests.keep_plan(person_id, None)


def plan_next(desk: Digesting, person_id: int, zone: tzinfo) -> None:
    """Plan somebody's next digest as they want it; where nothing has changed, nothing changes."""
    _plan(desk, person_id, zone, desk.digests.plan(person_id))


def plan_anew(desk: Digesting, person_id: int, zone: tzinfo) -> None:
    """The same after they have chosen otherwise: an hour that is over counts from tomorrow on."""
    _plan(desk, person_id, zone, None)


def _plan(desk: Digesting, person_id: int, zone: tzinfo, before: Plan | None) -> None:
    digests = desk.digests
    plan = next_plan(
        digests.wish(person_id),
        now=desk.now,
        zone=zone,
        last=digests.last_day(person_id),
        before=before,
    )
    is_new = digests.keep_plan(person_id, plan)
    is_lost = plan is not None and plan.due_at < desk.now - LOST_SECONDS
    if plan is not None and (is_new or is_lost):
        desk.post(person_id, plan.letter, Urgency.LATER, due_at=plan.due_at)


def take(desk: Digesting, person_id: int, letter: DigestLetter, zone: tzinfo) -> Claim | None:
    """Claim the digest that a letter is for, and plan the next; None where there is none to send.

    One that another is sending is looked at again when their time is over.
    """
    digests = desk.digests
    unfinished = digests.claimed_until(person_id, letter.day)
    if unfinished is None and digests.plan(person_id) != Plan(letter.day, letter.due_at):
        return None
    wish, today = digests.wish(person_id), day_of(desk.now, zone)
    until, is_today = desk.now + CLAIM_SECONDS, letter.day == today and wish.is_on
    is_ours = is_today and digests.claim(person_id, letter.day, until)
    if is_today and not is_ours:
        theirs = digests.claimed_until(person_id, letter.day)
        if theirs is not None:
            desk.post(person_id, letter, Urgency.LATER, due_at=max(theirs, desk.now))
    plan_next(desk, person_id, zone)
    if not is_ours:
        return None
    return Claim(wish, until, is_unsure=digests.is_sending(person_id, letter.day))


def begin(desk: Digesting, person_id: int, day: date, claim: Claim) -> bool:
    """Whether a claimed digest may be handed to Telegram now: it then never is a second time."""
    until = desk.now + CLAIM_SECONDS
    return desk.digests.begin_sending(person_id, day, claim=claim.until, until=until)


class Pace(StrEnum):
    """How soon customers were answered beside the same day a week before."""

    FASTER = "helped-faster"
    SLOWER = "slower"


def pace_of(summary: Summary) -> Pace | None:
    """Sooner or later, by so much that it is worth a word; never a reproach for short waits."""
    now, before = summary.now.waits.median, summary.before.waits.median
    if now is None or before is None or abs(now - before) < WORTH_TELLING_SECONDS:
        return None
    if now < before:
        return Pace.FASTER
    return Pace.SLOWER if now > SHORT_WAIT_SECONDS else None


class Course(StrEnum):
    """How a day went beside the same day a week before."""

    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"
    CALM = "calm"
    FIRST = "first"


def course_of(summary: Summary, *, talks_before: int) -> Course:
    """Better or worse only where the difference is more than days differ by chance.

    Counts of a day scatter by the root of their size, so that does the difference of two.
    """
    now, before = hard(summary.counts), hard(summary.before.counts)
    if not talks_before and not before:
        return Course.FIRST
    if not now and not before:
        return Course.CALM
    if abs(now - before) <= sqrt(now + before):
        return Course.ALIKE
    return Course.BETTER if now < before else Course.WORSE
