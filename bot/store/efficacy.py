"""What became of steps and drafts in some days, from the counts by day."""

from sqlalchemy import ColumnElement, func, select

from bot.core.days import Span
from bot.core.efficacy import Used
from bot.core.trouble import StepCounts
from bot.store.page import Page
from bot.store.tables import StepDayRow, table_of

_STEPS = table_of(StepDayRow)
_COUNTED = ("shown", "sent", "helped", "calmed")


class Efficacy(Page):
    """The steps of one shop; the counts by day must be settled before."""

    def steps(self, span: Span) -> tuple[Used, ...]:
        """Every step as a whole, of every playbook, in the order of their names."""
        return self._used(span, _STEPS.c.draft == "")

    def of_playbook(self, span: Span, playbook: str) -> tuple[Used, ...]:
        """The steps of a playbook and their drafts, each draft after its step."""
        return self._used(span, _STEPS.c.playbook == playbook)

    def _used(self, span: Span, *wanted: ColumnElement[bool]) -> tuple[Used, ...]:
        names = (_STEPS.c.playbook, _STEPS.c.step, _STEPS.c.draft)
        found = (
            select(*names, *(func.sum(_STEPS.c[name]) for name in _COUNTED))
            .where(_STEPS.c.shop_id == self._shop.id)
            .where(_STEPS.c.day.between(span.first.isoformat(), span.last.isoformat()))
            .where(*wanted)
            .group_by(*names)
            .order_by(*names)
        )
        return tuple(
            Used(row[0], row[1], StepCounts(*map(int, row[3:])), row[2])
            for row in self._database.execute(found)
        )
