"""The buttons below figures: other days, deeper, and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.core.spans import Asked, Period, Stretch
from bot.core.stats import By, Group
from handlers.keyboards import button, in_rows
from handlers.stats.buttons import SellersButton, StatsButton, ThemeButton, View
from handlers.stats.lists import Leaf, name_of
from handlers.stats.words import Voice

LONGEST_LABEL = 28
MOST_DATA = 48
"""Bytes; the shop's stamp has room beside it."""

type Row = list[InlineKeyboardButton]
type Turn = StatsButton | SellersButton


@dataclass(frozen=True, slots=True)
class Keys:
    """Makes the buttons of one screen, for the days that it tells of.

    `is_dark` says how the reader wants pictures drawn.
    """

    asked: Asked
    period: Period
    voice: Voice
    is_dark: bool = False

    def to(
        self, view: View, *, asked: Asked | None = None, page: int = 0, of: str = "-"
    ) -> StatsButton:
        """A screen for these days, or others."""
        days = asked or self.asked
        return StatsButton(
            view=view,
            stretch=days.stretch,
            first=days.first.toordinal(),
            days=days.days,
            page=page,
            id=of,
        )

    def seller(self, person: int = 1, *, one: bool = False, page: int = 0) -> SellersButton:
        """The list of sellers, or one of them, for these days."""
        days = self.asked
        return SellersButton(
            stretch=days.stretch,
            first=days.first.toordinal(),
            days=days.days,
            person=person,
            one=one,
            page=page,
        )

    def theme(self, view: View) -> tuple[str, ThemeButton]:
        """The other way of drawing pictures, for `row`."""
        days = self.asked
        says = ThemeButton(
            dark=not self.is_dark,
            view=view,
            stretch=days.stretch,
            first=days.first.toordinal(),
            days=days.days,
        )
        return ("light" if self.is_dark else "dark", says)

    def days(self, view: View) -> list[Row]:
        """Today, yesterday, this week, this month; the one shown is marked."""
        today = self.period.today
        offered = {
            "today": Asked(Stretch.DAY, today),
            "yesterday": Asked(Stretch.DAY, today - timedelta(1)),
            "week": Asked(Stretch.WEEK, today),
            "month": Asked(Stretch.MONTH, today),
        }
        shown = (self.asked.stretch, self.period.whole.first)
        row = []
        for name, asked in offered.items():
            words = self.voice.say(f"button-stats-{name}")
            is_shown = (asked.stretch, asked.first) == shown or (
                asked.stretch is self.asked.stretch is not Stretch.DAY
                and self.period.whole.first <= today <= self.period.whole.last
            )
            row.append(button(f"● {words}" if is_shown else words, self.to(view, asked=asked)))
        return [row]

    def neighbours(self, turn: Turn) -> list[Row]:
        """The like days before, and after where they have begun."""

        def moved(*, later: bool) -> Turn:
            asked = self.asked.shifted(self.period, later=later)
            change = {"first": asked.first.toordinal(), "page": 0}
            return turn.model_copy(update=change)

        row = [button(self.voice.say("button-stats-earlier"), moved(later=False))]
        if not self.period.is_unfinished:
            row.append(button(self.voice.say("button-stats-later"), moved(later=True)))
        return [row]

    def pages(self, leaf: Leaf[object], turn: Turn) -> list[Row]:
        """The neighbouring pages that there are."""
        found = (("before", leaf.number - 1), ("next", leaf.number + 1))
        row = [
            button(
                self.voice.say(f"button-stats-{words}"), turn.model_copy(update={"page": number})
            )
            for words, number in found
            if 0 <= number < leaf.pages
        ]
        return [row] if row else []

    def deeper(self, by: By, groups: Sequence[Group], page: int) -> list[Row]:
        """A button for each group, two in a row."""
        buttons = []
        for each in groups:
            says: CallbackData = self.to(View.PART, page=page, of=f"{by}-{each.key}")
            if by is By.SELLER:
                says = self.seller(int(each.key), one=True, page=page)
            if len(says.pack().encode()) <= MOST_DATA and each.key not in ("", "0"):
                buttons.append(button(_label(name_of(by, each.key, self.voice)), says))
        return in_rows(buttons, 2)

    def row(self, *named: tuple[str, CallbackData]) -> list[Row]:
        """Buttons by the names of their words."""
        return [[button(self.voice.say(f"button-stats-{words}"), says) for words, says in named]]


def _label(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1] + "…"
