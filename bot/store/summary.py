"""The read side of figures: what `/stats` tells of some days.

The counts by day must be settled (`Figures.settle`) before.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import reduce
from operator import add
from typing import Any

from sqlalchemy import Row, func, select

from bot.core.conversation import Channel, Who
from bot.core.days import Span, day_of, zone_of
from bot.core.spans import Period
from bot.core.stats import (
    NO_COUNTS,
    NO_TALK,
    WHOLE,
    Brief,
    By,
    Day,
    Group,
    HardCustomer,
    Part,
    StepFigures,
    Summary,
    Talk,
    Waiting,
    hard,
    waits_of,
)
from bot.core.trouble import Outcome, StepCounts
from bot.store.counting import trouble_of
from bot.store.customers import ERASED
from bot.store.tables import (
    ConversationRow,
    RoomRow,
    TalkDayRow,
    TroubleRow,
    TurnRow,
    table_of,
)
from bot.store.tallies import IS_HARD, Tallies

WAITING_DAYS = 3
"""So many days back an open conversation may lie and still need a person today."""
_TOLD = 3

_TROUBLES, _TALKS, _SAID = table_of(TroubleRow), table_of(ConversationRow), table_of(TalkDayRow)
_TURNS = table_of(TurnRow)
_NEWEST = (  # who spoke last; within a second the numbers tell, negative ones of a moved group, too
    select(_TURNS.c.who)
    .where(_TURNS.c.conversation_id == _TALKS.c.id)
    .order_by(_TURNS.c.at.desc(), func.abs(_TURNS.c.message_id).desc())
    .limit(1)
    .correlate(_TALKS)
    .scalar_subquery()
)
_COLUMNS = {By.SELLER: "seller_id", By.ABOUT: "about", By.PLAYBOOK: "playbook"}


class Summaries(Tallies):
    """The figures of one shop as they stand at `now`."""

    @property
    def today(self) -> date:
        """The shop's day."""
        return day_of(self.now, zone_of(self._shop.timezone))

    def summary(self, period: Period, part: Part = WHOLE) -> Summary:
        """Everything that the first screen tells."""
        waiting = self.waiting(part) if period.is_unfinished else ()
        answers, said = self.answers(period.span, part), self.said_by_day(period.span, part)
        days = self.days(period.span, part, said)
        counts = reduce(add, (each.counts for each in days), NO_COUNTS)
        talk = self.talk(period.span, part, said)
        whole = talk.seconds if talk is not None and part == WHOLE else None
        steps = _together(self.steps_of(period.span, part).values())
        return Summary(
            now=Brief(counts, waits_of([wait for _, wait in answers])),
            before=self._before(period, part),
            is_compared=self._was_open(period.before),
            talk=talk,
            abouts=self.groups(By.ABOUT, period.span, part),
            steps=steps,
            calmed_after=self.calmed_after_steps(period.span, part) if steps.calmed else 0,
            hardest=self.hardest(period.span, part, most=_TOLD, whole=whole),
            waiting=waiting[:_TOLD],
            waiting_count=len(waiting),
            sellers=self.groups(By.SELLER, period.span, part) if part == WHOLE else (),
            days=days,
            answers=answers,
        )

    def room_titles(self) -> dict[int, str]:
        """What the shop's groups are called, by their chat."""
        rooms = table_of(RoomRow)
        mine = select(rooms.c.chat_id, rooms.c.title).where(rooms.c.shop_id == self._shop.id)
        return {row.chat_id: row.title for row in self._database.execute(mine)}

    def groups(self, by: By, span: Span, part: Part = WHOLE) -> tuple[Group, ...]:
        """The counts told apart, those with most hard conversations first."""
        if by is By.PLACE:
            counted = self.of_places(span, part)
        elif part.chat_id is not None:
            counted = self.of_rows(span, part, _COLUMNS[by])
        else:
            counted = self.of_days(span, part, _COLUMNS[by])
        groups = (Group(key, counts) for key, counts in counted.items())
        return tuple(sorted(groups, key=lambda each: (-hard(each.counts), each.key)))

    def days(
        self, span: Span, part: Part = WHOLE, said: Mapping[str, Talk] | None = None
    ) -> tuple[Day, ...]:
        """Each day of a span, oldest first; days without anything, too.

        `said` is what `said_by_day` tells of them, where it is known.
        """
        by_day = self.of_rows if part.chat_id is not None else self.of_days
        counted = by_day(span, part, "day")
        if said is None:
            said = self.said_by_day(span, part)
        return tuple(
            Day(day, counted.get(key, NO_COUNTS), said.get(key, NO_TALK).conversations)
            for day in span
            for key in (day.isoformat(),)
        )

    def steps(self, span: Span, part: Part = WHOLE) -> tuple[StepFigures, ...]:
        """What became of each step, those sent most first."""
        counted, dismissed = self.steps_of(span, part), self.dismissed(span, part)
        found = (
            StepFigures(*key, counts=counts, dismissed=dismissed[key])
            for key, counts in counted.items()
        )
        return tuple(
            sorted(found, key=lambda each: (-each.counts.sent, -each.counts.shown, each.step))
        )

    def hardest(
        self, span: Span, part: Part, *, most: int, whole: float | None = None
    ) -> tuple[HardCustomer, ...]:
        """The customers with troubles who took most of the team's time, most first.

        `whole` is that time in seconds, where it is known.
        """
        _, of_span = self.on(_SAID, span)  # talks with troubles of this shop are this shop's
        begun = (_TROUBLES.c.conversation_id, func.max(_TROUBLES.c.id).label("newest"))
        troubled = self.chosen(select(*begun), span, part).where(IS_HARD)
        newest = troubled.group_by(_TROUBLES.c.conversation_id).subquery()
        seconds = func.sum(_SAID.c.seconds)
        found = (
            select(
                func.max(newest.c.newest).label("newest"),
                seconds.label("seconds"),
                func.sum(_SAID.c.customer_turns + _SAID.c.seller_turns).label("messages"),
            )
            .select_from(newest)
            .join(_SAID, (_SAID.c.conversation_id == newest.c.conversation_id) & of_span)
            .join(_TALKS, _TALKS.c.id == newest.c.conversation_id)
            .group_by(_TALKS.c.customer_id)
            .order_by(seconds.desc(), _TALKS.c.customer_id)
            .limit(most)
        )
        rows = self._database.execute(found).all()
        if whole is None:
            whole = self.team_seconds(span) if rows else 0.0
        newest_of = self._with_names([row.newest for row in rows])
        return tuple(
            HardCustomer(
                newest_of[row.newest].customer_name,
                row.seconds,
                int(row.messages),
                row.seconds / whole if whole else 0.0,
                row.newest,
                trouble_of(newest_of[row.newest]).outcome,
            )
            for row in rows
        )

    def _with_names(self, troubles: Collection[int]) -> dict[int, Row[Any]]:
        """Troubles with what their customers are called there, by their numbers."""
        named = select(_TROUBLES, _TALKS.c.customer_name)
        joined = named.join(_TALKS, _TALKS.c.id == _TROUBLES.c.conversation_id)
        found = self._database.execute(joined.where(_TROUBLES.c.id.in_(troubles)))
        return {row.id: row for row in found}

    def waiting(self, part: Part = WHOLE) -> tuple[Waiting, ...]:
        """The conversations that need a person now, those that spoke last first."""
        recent = Span(self.today - timedelta(WAITING_DAYS - 1), self.today)
        named = (_TALKS.c.customer_name, _TALKS.c.last_customer_at, _TALKS.c.last_at)
        joined = select(_TROUBLES, *named, _NEWEST.label("newest")).join(
            _TALKS, _TALKS.c.id == _TROUBLES.c.conversation_id
        )
        joined = joined.where(_TALKS.c.key.not_like(f"{ERASED}%"))
        found = self.chosen(joined, recent, part, is_joined=True).order_by(_TROUBLES.c.id)
        newest = {row.conversation_id: row for row in self._database.execute(found)}
        still = (row for row in newest.values() if trouble_of(row).outcome is Outcome.OPEN)
        waiting = map(_waiting, still)
        return tuple(sorted(waiting, key=lambda each: (-each.since, -each.trouble_id)))

    def _was_open(self, span: Span) -> bool:
        """Whether anything was said in the shop on some days."""
        said = select(_SAID.c.conversation_id).where(*self.on(_SAID, span)).limit(1)
        return self._database.execute(said).first() is not None

    def _before(self, period: Period, part: Part) -> Brief:
        """The span that is compared with, as much of it as has gone by of this one."""
        span, cut = period.before, period.cut(self.now, zone_of(self._shop.timezone))
        answers = self.answers(span, part, cut)
        return Brief(self.counts(span, part, cut), waits_of([wait for _, wait in answers]))


def _together(counts: Collection[StepCounts]) -> StepCounts:
    return StepCounts(
        shown=sum(each.shown for each in counts),
        sent=sum(each.sent for each in counts),
        helped=sum(each.helped for each in counts),
        calmed=sum(each.calmed for each in counts),
    )


def _waiting(row: Row[Any]) -> Waiting:
    spoke = row.last_customer_at or row.opened_at
    return Waiting(
        trouble_id=row.id,
        name=row.customer_name,
        seller_id=row.seller_id,
        channel=Channel(row.channel),
        about=row.about or "",
        since=spoke,
        is_unanswered=row.last_at is None or (spoke >= row.last_at and row.newest != Who.SELLER),
    )
