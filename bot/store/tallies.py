"""What figures are read from: the counts by day, and the troubles and talks behind them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from operator import add
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from bot.core.conversation import Channel
from bot.core.days import Span
from bot.core.stats import WHOLE, Part, Talk
from bot.core.trouble import COUNTED, Counts, StepCounts, counts_of
from bot.store.counting import CALM_FOLLOWED, IS_FALSE_ALARM, trouble_of
from bot.store.page import Page
from bot.store.tables import (
    ConversationRow,
    FigureDayRow,
    StepDayRow,
    StepUseRow,
    TalkDayRow,
    TroubleRow,
    table_of,
)

_TROUBLES, _TALKS, _DAYS = table_of(TroubleRow), table_of(ConversationRow), table_of(FigureDayRow)
_SAID, _USES, _STEPS = table_of(TalkDayRow), table_of(StepUseRow), table_of(StepDayRow)
IS_HARD = ~IS_FALSE_ALARM
"""The trouble counts as one that grew tense."""


class Tallies(Page):
    """Sums over the days of a shop, or of a part of it."""

    def counts(self, span: Span, part: Part, until: float | None = None) -> Counts:
        """The counts of a span, of its last day only what began before `until`."""
        if part.chat_id is not None:
            return reduce(add, self.of_rows(span, part, "shop_id", until).values(), Counts())
        if until is None:
            return reduce(add, self.of_days(span, part, "shop_id").values(), Counts())
        last = self.of_rows(Span(span.last, span.last), part, "shop_id", until)
        counted = [*last.values()]
        if span.days > 1:
            earlier = Span(span.first, span.last - timedelta(1))
            counted += self.of_days(earlier, part, "shop_id").values()
        return reduce(add, counted, Counts())

    def of_days(self, span: Span, part: Part, column: str) -> dict[str, Counts]:
        """Sums of the counts by day, told apart by a column."""
        key = _DAYS.c[column]
        sums = (func.sum(_DAYS.c[name]) for name in COUNTED)
        wanted = {
            "seller_id": part.seller_id,
            "channel": part.channel.value if part.channel else None,
            "about": part.about,
            "playbook": part.playbook,
        }
        found = (
            select(key, *sums)
            .where(*self.on(_DAYS, span))
            .where(*(_DAYS.c[name] == each for name, each in wanted.items() if each is not None))
            .group_by(key)
        )
        return {str(row[0]): Counts(*row[1:]) for row in self._database.execute(found)}

    def of_rows(
        self, span: Span, part: Part, column: str, until: float | None = None
    ) -> dict[str, Counts]:
        """The same from the troubles themselves, only those that began before `until`."""
        counted: dict[str, Counts] = {}
        for row in self._database.execute(self.chosen(select(_TROUBLES), span, part, until)):
            key = str(getattr(row, column) or "")
            counted[key] = counted.get(key, Counts()) + counts_of(trouble_of(row))
        return counted

    def of_places(self, span: Span, part: Part) -> dict[str, Counts]:
        """Private chats and comments each as one, groups one by one."""
        by_channel = self.of_days(span, part, "channel")
        if Channel.GROUP.value not in by_channel:
            return by_channel
        del by_channel[Channel.GROUP.value]
        joined = select(_TROUBLES, _TALKS.c.chat_id).join(
            _TALKS, _TALKS.c.id == _TROUBLES.c.conversation_id
        )
        in_groups = self.chosen(joined, span, part, is_joined=True)
        for row in self._database.execute(
            in_groups.where(_TROUBLES.c.channel == Channel.GROUP.value)
        ):
            key = str(row.chat_id)
            by_channel[key] = by_channel.get(key, Counts()) + counts_of(trouble_of(row))
        return by_channel

    def answers(
        self, span: Span, part: Part, until: float | None = None
    ) -> tuple[tuple[date, float], ...]:
        """The waits for first answers to what grew tense in a span, in seconds, with their days."""
        wait = _TROUBLES.c.answered_at - _TROUBLES.c.opened_at
        found = self.chosen(select(_TROUBLES.c.day, wait), span, part, until).where(IS_HARD)
        answered = self._database.execute(found.where(_TROUBLES.c.answered_at.is_not(None)))
        days = {day.isoformat(): day for day in span}
        return tuple((days[day], max(0.0, waited)) for day, waited in answered.all())

    def talk(
        self, span: Span, part: Part = WHOLE, said: Mapping[str, Talk] | None = None
    ) -> Talk | None:
        """What was said; None for what cuts through conversations.

        `said` is what `said_by_day` tells of it, where it is known.
        """
        if part.about is not None or part.playbook is not None:
            return None
        if said is None:
            said = self.said_by_day(span, part)
        distinct = select(func.count(_SAID.c.conversation_id.distinct()))
        found = self._in_talks(distinct.where(*self.on(_SAID, span)), part)
        return Talk(
            self._database.execute(found).scalar_one(),
            sum(each.messages for each in said.values()),
            sum(each.seconds for each in said.values()),
        )

    def said_by_day(self, span: Span, part: Part) -> dict[str, Talk]:
        """What was said on each day; nothing where a part cuts through conversations."""
        if part.about is not None or part.playbook is not None:
            return {}
        sums = (
            func.count(),
            func.sum(_SAID.c.customer_turns + _SAID.c.seller_turns),
            func.sum(_SAID.c.seconds),
        )
        found = self._in_talks(select(_SAID.c.day, *sums).where(*self.on(_SAID, span)), part)
        rows = self._database.execute(found.group_by(_SAID.c.day))
        return {row[0]: Talk(*row[1:]) for row in rows}

    def team_seconds(self, span: Span) -> float:
        """The time that the whole team spent."""
        spent = select(func.sum(_SAID.c.seconds)).where(*self.on(_SAID, span))
        return self._database.execute(spent).scalar_one() or 0.0

    def steps_of(self, span: Span, part: Part) -> dict[tuple[str, str], StepCounts]:
        """Of the whole shop from the counts by day, of a part from the steps themselves.

        Of a playbook they are its own, whatever playbook the card showed in the end.
        """
        if part in (WHOLE, Part(playbook=part.playbook)):
            sums = (func.sum(_STEPS.c[name]) for name in ("shown", "sent", "helped", "calmed"))
            found = (
                select(_STEPS.c.playbook, _STEPS.c.step, *sums)
                .where(*self.on(_STEPS, span), _STEPS.c.draft == "")
                .group_by(_STEPS.c.playbook, _STEPS.c.step)
            )
            found = _of_playbook(found, _STEPS, part)
            return {(row[0], row[1]): StepCounts(*row[2:]) for row in self._database.execute(found)}
        found = self.chosen(
            select(
                _USES.c.playbook,
                _USES.c.step,
                func.count(),
                func.count(_USES.c.sent_at),
                func.count(_USES.c.helped_at),
                func.count().filter(CALM_FOLLOWED),
            )
            .select_from(_TROUBLES)
            .join(_USES, _USES.c.trouble_id == _TROUBLES.c.id),
            span,
            _whatever_playbook(part),
        ).where(_USES.c.draft == "")
        found = _of_playbook(found, _USES, part).group_by(_USES.c.playbook, _USES.c.step)
        return {(row[0], row[1]): StepCounts(*row[2:]) for row in self._database.execute(found)}

    def calmed_after_steps(self, span: Span, part: Part) -> int:
        """How many troubles calmed down for good after words of a step had been sent in them.

        Of the steps that `steps_of` counts.
        """
        sent = _USES.c.trouble_id == _TROUBLES.c.id, CALM_FOLLOWED, _USES.c.draft == ""
        step = _of_playbook(select(_USES.c.trouble_id).where(*sent), _USES, part)
        step = step.correlate(_TROUBLES)
        calmed = select(func.count()).select_from(_TROUBLES)
        calmed = calmed.where(_TROUBLES.c.flared_at.is_(None), step.exists())
        found = self.chosen(calmed, span, _whatever_playbook(part))
        count: int = self._database.execute(found).scalar_one()
        return count

    def dismissed(self, span: Span, part: Part) -> Counter[tuple[str, str]]:
        """In how many false alarms each step had been shown; of a playbook, its own."""
        shown = select(_USES.c.playbook, _USES.c.step, func.count().label("times"))
        joined = shown.select_from(_TROUBLES).join(_USES, _USES.c.trouble_id == _TROUBLES.c.id)
        found = (
            self.chosen(joined, span, _whatever_playbook(part))
            .where(IS_FALSE_ALARM, _USES.c.draft == "")
            .group_by(_USES.c.playbook, _USES.c.step)
        )
        rows = self._database.execute(_of_playbook(found, _USES, part))
        return Counter({(row.playbook, row.step): row.times for row in rows})

    def _in_talks[*Of](self, said: Select[*Of], part: Part) -> Select[*Of]:
        """Only what was said in a part of the shop."""
        if part == WHOLE:
            return said
        joined = said.join(_TALKS, _TALKS.c.id == _SAID.c.conversation_id)
        return joined.where(*_of_talk(part))

    def on(self, table: Any, span: Span) -> tuple[ColumnElement[bool], ...]:
        """A shop's rows of a span."""
        days = table.c.day.between(span.first.isoformat(), span.last.isoformat())
        return table.c.shop_id == self._shop.id, days

    def chosen(
        self,
        found: Select[Any],
        span: Span,
        part: Part,
        until: float | None = None,
        *,
        is_joined: bool = False,
    ) -> Select[Any]:
        """Only the troubles of a part that began in a span, and before `until`."""
        found = found.where(*self.on(_TROUBLES, span))
        if until is not None:
            found = found.where(_TROUBLES.c.opened_at < until)
        if part.seller_id is not None:
            found = found.where(_TROUBLES.c.seller_id == part.seller_id)
        if part.channel is not None:
            found = found.where(_TROUBLES.c.channel == part.channel.value)
        for column, wanted in (
            (_TROUBLES.c.about, part.about),
            (_TROUBLES.c.playbook, part.playbook),
        ):
            if wanted is not None:
                found = found.where(func.coalesce(column, "") == wanted)
        if part.chat_id is None:
            return found
        if is_joined:
            return found.where(_TALKS.c.chat_id == part.chat_id)
        talks = select(_TALKS.c.id).where(_TALKS.c.chat_id == part.chat_id)
        return found.where(_TROUBLES.c.conversation_id.in_(talks))


def _of_playbook[*Of](found: Select[*Of], steps: Any, part: Part) -> Select[*Of]:
    """Only the steps of a part's playbook, where it is one."""
    return found if part.playbook is None else found.where(steps.c.playbook == part.playbook)


def _whatever_playbook(part: Part) -> Part:
    """Also the troubles whose card showed another playbook in the end."""
    return replace(part, playbook=None)


def _of_talk(part: Part) -> tuple[ColumnElement[bool], ...]:
    wanted = {
        "seller_id": part.seller_id,
        "channel": part.channel.value if part.channel else None,
        "chat_id": part.chat_id,
    }
    return tuple(_TALKS.c[name] == each for name, each in wanted.items() if each is not None)
