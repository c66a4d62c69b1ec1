"""What a digest says: the day in three lines, who needs a person, and the week as a picture."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape

from bot.core.days import Span
from bot.core.digest import Course, course_of, pace_of
from bot.core.efficacy import DAYS_LOOKED_AT, Finding, find
from bot.core.force import Force
from bot.core.people import Shop
from bot.core.spans import Period, Stretch
from bot.core.stats import StepFigures, Summary, Waiting, hard
from bot.language.calendar import Dates, almanac
from bot.locale import Locale
from bot.store.books import Books
from handlers.digest.screens import settings_button
from handlers.keyboards import button
from handlers.stats.buttons import StatsButton, View
from handlers.stats.front import abouts
from handlers.stats.keyboards import Row
from handlers.stats.picture import Easel, theme_of
from handlers.stats.sending import Screen
from handlers.stats.words import Voice

WEEK = timedelta(7)
MOST_NAMED = 4
QUIET_WEEKS = 4
"""Somebody who was told a finding is not told it again for so many weeks."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of a `day`, beside the same day a week before; `week` ends with it."""

    day: date
    today: date
    now: float
    summary: Summary
    talks_before: int
    week: Summary
    waiting: tuple[Waiting, ...] = ()
    best: StepFigures | None = None
    findings: tuple[Finding, ...] = ()
    people: dict[int, str] = field(default_factory=dict)
    rooms: dict[int, str] = field(default_factory=dict)

    @property
    def period(self) -> Period:
        """The day."""
        return _day_beside(self.day, self.today)

    @property
    def is_empty(self) -> bool:
        """Whether nobody said anything, and nobody waits from the days before."""
        talks = self.summary.talk.conversations if self.summary.talk is not None else 0
        return not talks and not self.summary.counts.troubles and not self.waiting

    @property
    def course(self) -> Course:
        """How it went beside the same day a week before."""
        return course_of(self.summary, talks_before=self.talks_before)


def tell_digest(books: Books, person_id: int, day: date) -> Telling:
    """Everything that the digest of a day tells somebody now."""
    books.figures.settle()
    summaries, today = books.summaries, books.summaries.today
    when = _day_beside(day, today)
    before = summaries.talk(when.before)
    waiting = summaries.waiting()
    names = {each.id: each.name for each in books.roster.members() if each.name}
    unknown = {each.seller_id for each in waiting} - {0} - set(names)
    told = books.digests.told_since(person_id, day - QUIET_WEEKS * WEEK)
    steps = books.efficacy.steps(Span(day - timedelta(DAYS_LOOKED_AT - 1), day))
    findings = tuple(each for each in find(steps) if each.key not in told)
    return Telling(
        day=day,
        today=today,
        now=books.now,
        summary=summaries.summary(when),
        talks_before=before.conversations if before is not None else 0,
        week=summaries.summary(_week_of(day, today)),
        waiting=waiting,
        best=_best(summaries.steps(when.span)),
        findings=findings,
        people={**names, **books.roster.names(unknown)},
        rooms=summaries.room_titles(),
    )


def lines_of(told: Telling, voice: Voice) -> list[str]:
    """The words, HTML."""
    lines = [voice.say("digest-title", day=voice.span(told.period)), ""]
    lines += [_day(told, voice), _beside(told, voice), *_helped(told, voice)]
    lines += [_found(each, voice) for each in told.findings]
    if told.waiting:
        lines += ["", voice.say("digest-waiting", count=len(told.waiting))]
        lines += [_waiting(each, told, voice) for each in told.waiting[:MOST_NAMED]]
    if len(told.waiting) > MOST_NAMED:
        lines.append(voice.say("digest-waiting-more", count=len(told.waiting) - MOST_NAMED))
    return lines


def titles_in(force: Force, locale: Locale) -> Callable[[str], str | None]:
    """What a shop's playbooks are called in a language, by their ids."""
    return lambda playbook_id: force.coach.ladder.title(playbook_id, locale.language)


def voice_for(told: Telling, locale: Locale, title_of: Callable[[str], str | None]) -> Voice:
    """How its reader is told it."""
    return Voice(locale, title_of, told.people, told.rooms)


def screen_of(told: Telling, shop: Shop, voice: Voice, *, is_dark: bool = False) -> Screen:
    """The whole message: words, the week's picture, and buttons to go deeper."""
    locale = voice.locale
    reckoned = almanac(locale.language, shop.timezone)
    week = _week_of(told.day, told.today)
    easel = Easel(voice, week, reckoned, shop.name or "", theme=theme_of(is_dark=is_dark))
    is_drawn = any(each.conversations or each.counts.troubles for each in told.week.days)
    return Screen(
        lines_of(told, voice),
        _buttons(told, voice),
        easel.summary(told.week) if is_drawn else None,
    )


def _day(told: Telling, voice: Voice) -> str:
    counts = told.summary.counts
    talks = told.summary.talk.conversations if told.summary.talk is not None else 0
    count = hard(counts)
    if told.is_empty:
        return voice.say("digest-day-empty")
    if not count:
        return voice.say("digest-day-calm-but" if told.waiting else "digest-day-calm", talks=talks)
    return voice.say(
        "digest-day-hard",
        talks=max(talks, count),
        count=count,
        abouts=abouts(told.summary, voice),
        calmed=counts.calmed,
    )


def _beside(told: Telling, voice: Voice) -> str:
    """Better or worse than the same day a week before; while the day goes on, until this hour."""
    words = f"digest-{told.course}"
    day = Dates(voice.locale.language).weekday(told.day.weekday())
    return voice.say(words, day=day, before=hard(told.summary.before.counts))


def _helped(told: Telling, voice: Voice) -> list[str]:
    """What helped: the step that calm followed most often, or else quick answers."""
    if not hard(told.summary.counts):
        return []
    if told.best is not None:
        counts, name = told.best.counts, escape(voice.step(told.best.step))
        return [voice.say("digest-helped", step=name, sent=counts.sent, calmed=counts.calmed)]
    now, before = told.summary.now.waits.median, told.summary.before.waits.median
    pace = pace_of(told.summary)
    if pace is not None and now is not None and before is not None:
        return [voice.say(f"digest-{pace}", now=voice.time(now), before=voice.time(before))]
    return [voice.say("digest-helped-none")]


def _found(finding: Finding, voice: Voice) -> str:
    used = finding.used
    return voice.say(
        "digest-finding-helps" if finding.helps else "digest-finding-not",
        step=escape(voice.step(used.step)),
        playbook=escape(voice.playbook(used.playbook)),
        share=round(100 * used.share),
        others=round(100 * finding.others),
    )


def _waiting(waiting: Waiting, told: Telling, voice: Voice) -> str:
    given = {
        "name": voice.person(waiting.name),
        "about": escape(voice.about(waiting.about)),
        "state": voice.state(waiting, told.now),
    }
    if waiting.seller_id not in told.people:
        return voice.say("digest-waiting-one", **given)
    return voice.say("digest-waiting-of", seller=voice.seller(waiting.seller_id), **given)


def _buttons(told: Telling, voice: Voice) -> list[Row]:
    def to(view: View, words: str) -> Row:
        says = StatsButton(view=view, stretch=Stretch.DAY, first=told.day.toordinal())
        return [button(voice.say(words), says)]

    waiting = [to(View.WAITING, "button-digest-waiting")] if told.waiting else []
    return [*waiting, to(View.FRONT, "button-digest-deeper"), [settings_button(voice.locale)]]


def _best(steps: tuple[StepFigures, ...]) -> StepFigures | None:
    calming = [each for each in steps if each.counts.calmed]
    return max(calming, key=lambda each: (each.counts.calmed, each.counts.helped), default=None)


def _day_beside(day: date, today: date) -> Period:
    return Period(Stretch.DAY, Span(day, day), Span(day - WEEK, day - WEEK), today)


def _week_of(day: date, today: date) -> Period:
    week = Span(day - WEEK + timedelta(1), day)
    return Period(Stretch.DAYS, week, week.before, today)
