"""What an export reads, a piece at a time, so that nobody who writes waits for it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select, tuple_
from sqlmodel import col

from bot.core.conversation import Who
from bot.core.days import Span
from bot.core.deed import DeedKind
from bot.core.exports import LONGEST_WORDS, DayRecord, Leaf, Record
from bot.core.stats import NO_COUNTS, NO_TALK, WHOLE, waits_of
from bot.store.counting import trouble_of
from bot.store.deeds import Deeds
from bot.store.tables import (
    ConversationRow,
    DeedRow,
    StepUseRow,
    TroubleRow,
    TurnRow,
    table_of,
)
from bot.store.tallies import Tallies

_TROUBLES, _TALKS, _USES = table_of(TroubleRow), table_of(ConversationRow), table_of(StepUseRow)
_TURNS = table_of(TurnRow)
_SWITCHES = (DeedKind.EXPORT_WORDS_ON, DeedKind.EXPORT_WORDS_OFF)


class Exports(Tallies):
    """The troubles, days and rules of export of one shop, inside one transaction."""

    def may_have_words(self) -> bool:
        """Whether the owner lets customers' names and words be exported: their last deed on it."""
        kinds = [kind.value for kind in _SWITCHES]
        newest = (
            select(col(DeedRow.kind))
            .where(col(DeedRow.shop_id) == self._shop.id, col(DeedRow.kind).in_(kinds))
            .order_by(col(DeedRow.id).desc())
            .limit(1)
        )
        kind = self._database.execute(newest).scalar_one_or_none()
        return kind == DeedKind.EXPORT_WORDS_ON.value

    def leaf(
        self, span: Span, after: Record | None, most: int, *, with_words: bool = False
    ) -> Leaf:
        """The next troubles of a span by day and number, `most` at most."""
        chosen = self.chosen(select(_TROUBLES), span, WHOLE)
        if after is not None:
            last = (after.day.isoformat(), after.trouble.id)
            chosen = chosen.where(tuple_(_TROUBLES.c.day, _TROUBLES.c.id) > tuple_(*last))
        chosen = chosen.order_by(_TROUBLES.c.day, _TROUBLES.c.id).limit(most)
        rows = self._database.execute(chosen).all()
        numbers = [row.id for row in rows]
        steps = self._steps_sent(numbers)
        words = self._words_of(numbers) if with_words else {}
        names = self._customers(rows) if with_words else {}
        records = (
            Record(
                trouble_of(row),
                date.fromisoformat(row.day),
                tuple(steps[row.id]),
                names.get(row.conversation_id),
                tuple(words.get(row.id, ())),
            )
            for row in rows
        )
        return Leaf(tuple(records), self._people(rows))

    def days_of(self, span: Span) -> tuple[DayRecord, ...]:
        """The figures of each day of a span; the counts must be settled before."""
        counts, said = self.of_days(span, WHOLE, "day"), self.said_by_day(span, WHOLE)
        waits: dict[date, list[float]] = defaultdict(list)
        for day, seconds in self.answers(span, WHOLE):
            waits[day].append(seconds)
        return tuple(
            DayRecord(
                day,
                counts.get(day.isoformat(), NO_COUNTS),
                said.get(day.isoformat(), NO_TALK).conversations,
                waits_of(waits[day]),
            )
            for day in span
        )

    def _steps_sent(self, numbers: Sequence[int]) -> dict[int, list[str]]:
        found = (
            select(_USES.c.trouble_id, _USES.c.step)
            .where(_USES.c.trouble_id.in_(numbers), _USES.c.draft == "")
            .where(_USES.c.sent_at.is_not(None))
            .order_by(_USES.c.sent_at, _USES.c.step)
        )
        sent: dict[int, list[str]] = defaultdict(list)
        for row in self._database.execute(found):
            sent[row.trouble_id].append(row.step)
        return sent

    def _words_of(self, numbers: Sequence[int]) -> dict[int, list[str]]:
        """What customers wrote in each trouble, oldest first; what was withdrawn is left out."""
        place = func.row_number().over(partition_by=_TROUBLES.c.id, order_by=_TURNS.c.id)
        said = (
            select(
                _TROUBLES.c.id,
                _TROUBLES.c.turns,
                _TURNS.c.text,
                _TURNS.c.deleted_at,
                place.label("place"),
            )
            .join(_TURNS, _TURNS.c.conversation_id == _TROUBLES.c.conversation_id)
            .where(_TROUBLES.c.id.in_(numbers), _TURNS.c.who == Who.CUSTOMER.value)
            .where(_TURNS.c.at >= _TROUBLES.c.opened_at)
            .subquery()
        )
        found = select(said.c.id, said.c.text).where(said.c.place <= said.c.turns)
        found = found.where(said.c.deleted_at.is_(None))
        words: dict[int, list[str]] = defaultdict(list)
        room: dict[int, int] = defaultdict(lambda: LONGEST_WORDS)
        for row in self._database.execute(found.order_by(said.c.id, said.c.place)):
            text = (row.text or "")[: max(0, room[row.id])]
            room[row.id] -= len(text)
            if text:
                words[row.id].append(text)
        return words

    def _customers(self, rows: Iterable[Row[Any]]) -> dict[int, str | None]:
        talks = {row.conversation_id for row in rows}
        found = select(_TALKS.c.id, _TALKS.c.customer_name).where(_TALKS.c.id.in_(talks))
        return {row.id: row.customer_name for row in self._database.execute(found)}

    def _people(self, rows: Iterable[Row[Any]]) -> dict[int, str]:
        numbers = {number for row in rows for number in (row.seller_id, row.chosen_by) if number}
        return dict(Deeds(self._database, self._shop, self.now).names(numbers))
