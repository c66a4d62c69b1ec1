"""Between the figures and the charts: what of them is drawn, in the reader's words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bot.charts.draw import draw
from bot.charts.parts import parts_of, piece_of
from bot.charts.spec import (
    Change,
    DayTalks,
    Number,
    Panel,
    Picture,
    Row,
    Rows,
    Share,
    Shares,
    Talks,
    Theme,
    Trend,
    Units,
    Wait,
    WaitRange,
)
from bot.core.days import Span
from bot.core.spans import Almanac, Period
from bot.core.stats import Group, HardCustomer, StepFigures, Summary, hard, waits_of
from bot.core.trouble import Counts, Outcome
from handlers.stats.words import Voice

MOST_BARS, MOST_BESIDE = 8, 5
"""Bars in a picture of their own, and below another panel."""
DAYS_FOR_WAITS = 14
"""From so many days on the picture shows how the waits went rather than what it was about."""

type Draw = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Easel:
    """Draws for one reader's screen; `shop` and `part` say whose figures they are."""

    voice: Voice
    period: Period
    almanac: Almanac
    shop: str
    part: str | None = None
    theme: Theme = Theme.LIGHT

    def summary(self, summary: Summary, steps: Sequence[StepFigures] = ()) -> Draw | None:
        """The picture below a first screen, of a part with the `steps` of a playbook.

        At most two panels, for Telegram shrinks what is taller; None where nothing happened.
        """
        if not any(each.conversations or hard(each.counts) for each in summary.days):
            return None
        if self.period.span.days == 1 and not hard(summary.counts):
            return None
        one_day = self.period.span.days == 1
        first = self._outcomes(summary.counts) if one_day else self._talks(summary)
        return self._drawn((first, *self._second(summary, steps)), self._numbers(summary))

    def _second(self, summary: Summary, steps: Sequence[StepFigures]) -> tuple[Panel, ...]:
        """What matters most beside the first panel; words and buttons tell the rest."""
        if not hard(summary.counts):
            return ()
        if steps:
            return (self._steps(steps),)
        several = sum(bool(hard(each.counts)) for each in summary.abouts) > 1
        of_waits = self.period.span.days >= DAYS_FOR_WAITS or not several
        if of_waits and summary.answers and self.period.span.days > 1:
            return (self._waits(summary),)
        return (self._abouts(summary.abouts),)

    def groups(self, title: str, groups: Sequence[Group], names: Sequence[str]) -> Draw:
        """Bars of what is told apart."""
        rows = tuple(
            Row(name, hard(each.counts), each.counts.calmed)
            for each, name in zip(groups, names, strict=True)
            if hard(each.counts)
        )
        return self._drawn((self._rows(title, rows),))

    def customers(self, hardest: Sequence[HardCustomer]) -> Draw:
        """Bars of the minutes that customers took."""
        say = self.voice.say
        rows = tuple(
            Row(each.name or say("stats-nameless"), round(each.seconds / 60))
            for each in hardest[:MOST_BARS]
        )
        return self._drawn((Rows(say("chart-customers"), rows, empty=say("stats-list-none")),))

    def _drawn(self, panels: tuple[Panel, ...], numbers: tuple[Number, ...] = ()) -> Draw:
        picture = Picture(
            language=self.voice.locale.language,
            title=self.voice.span(self.period),
            subtitle=" · ".join(filter(None, (self.part, self.shop))),
            numbers=numbers,
            panels=panels,
            almanac=self.almanac,
        )
        return partial(draw, picture, self.theme)

    def _numbers(self, summary: Summary) -> tuple[Number, ...]:
        say, digits = self.voice.say, self.voice.digits
        now, before = summary.now, summary.before
        count, earlier = hard(now.counts), hard(before.counts)
        differs = count != earlier and (summary.is_compared or earlier > 0)
        fewer = Change(digits(str(abs(count - earlier))), _trend(count - earlier), count < earlier)
        numbers = [
            Number(digits(str(count)), say("chart-hard"), fewer if differs else None),
            Number(digits(str(now.counts.calmed)), say("chart-calmed")),
        ]
        waited, waited_before = now.waits.median, before.waits.median
        if waited is None:
            return tuple(numbers)
        change = None
        if waited_before is not None and abs(waited - waited_before) >= 60:
            shift = waited - waited_before
            change = Change(self.voice.time(abs(shift)), _trend(shift), shift < 0)
        return (*numbers, Number(self.voice.time(waited), say("chart-wait"), change))

    def _talks(self, summary: Summary) -> Talks:
        """Calm talks are counted only where a part does not cut through conversations."""
        say = self.voice.say
        days = tuple(
            DayTalks(
                each.day,
                calm=max(0, each.conversations - hard(each.counts)),
                tense=hard(each.counts) - each.counts.calmed,
                calmed=each.counts.calmed,
            )
            for each in summary.days
        )
        return Talks(
            title=say(f"chart-talks-{piece_of(self.period.span)}"),
            span=self.period.span,
            days=days,
            calm_label=say("chart-talks-calm") if summary.talk is not None else "",
            tense_label=say("chart-talks-tense"),
            calmed_label=say("chart-talks-calmed"),
            empty=say("stats-list-none"),
        )

    def _outcomes(self, counts: Counts) -> Shares:
        shares = tuple(
            Share(each, self.voice.say(f"chart-outcome-{each.replace('_', '-')}"), ended)
            for each in Outcome
            if (ended := counts.ended(each)) and each is not Outcome.FALSE_ALARM
        )
        return Shares(self.voice.say("chart-outcomes"), shares)

    def _abouts(self, groups: Sequence[Group]) -> Rows:
        rows = tuple(
            Row(self.voice.about(each.key), hard(each.counts), each.counts.calmed)
            for each in groups
            if hard(each.counts)
        )
        return self._rows(self.voice.say("chart-abouts"), rows[:MOST_BESIDE])

    def _steps(self, steps: Sequence[StepFigures]) -> Rows:
        say = self.voice.say
        rows = tuple(
            Row(self.voice.step(each.step), each.counts.shown, each.counts.sent)
            for each in steps[:MOST_BESIDE]
        )
        return Rows(say("chart-steps"), rows, say("chart-shown"), say("chart-sent"))

    def _rows(self, title: str, rows: tuple[Row, ...]) -> Rows:
        say = self.voice.say
        return Rows(
            title, rows[:MOST_BARS], say("chart-tense"), say("chart-calmed"), say("stats-list-none")
        )

    def _waits(self, summary: Summary) -> WaitRange:
        say = self.voice.say
        found = (
            (part, _within(part, summary)) for part in parts_of(self.period.span, self.almanac)
        )
        waits = tuple(
            Wait(part, told.median, told.nine_in_ten)
            for part, seconds in found
            if (told := waits_of(seconds)).median is not None and told.nine_in_ten is not None
        )
        names = ("seconds", "minutes", "hours", "days")
        return WaitRange(
            title=say("chart-waits"),
            span=self.period.span,
            waits=waits,
            median_label=say("chart-median"),
            nine_label=say("chart-nine"),
            units=Units(*(say(f"chart-{name}") for name in names)),
        )


def theme_of(*, is_dark: bool) -> Theme:
    """How somebody wants pictures drawn."""
    return Theme.DARK if is_dark else Theme.LIGHT


def _within(part: Span, summary: Summary) -> list[float]:
    return [wait for day, wait in summary.answers if part.first <= day <= part.last]


def _trend(difference: float) -> Trend:
    return Trend.UP if difference > 0 else Trend.DOWN
