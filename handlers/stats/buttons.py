"""What the buttons below figures say when pressed; what they say is checked each time."""

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.core.spans import Asked, Stretch
from handlers.numbers import PageNumber, RowNumber
from handlers.team.buttons import PersonNumber

FIRST_DAY = date(2000, 1, 1).toordinal()
MOST_DAYS = 3 * 366


class View(StrEnum):
    """A screen; the values travel in callback data."""

    FRONT = "f"
    OWN = "o"
    ABOUT = "a"
    PLACES = "p"
    PLAYBOOKS = "b"
    PART = "x"
    HARDEST = "h"
    WAITING = "w"
    TERMS = "t"


class StatsButton(CallbackData, prefix="st"):
    """A screen for a stretch of days; `first` is an ordinal, `id` names a part of the shop."""

    view: View
    stretch: Stretch
    first: RowNumber
    days: RowNumber = 1
    page: PageNumber = 0
    id: str = "-"

    @property
    def asked(self) -> Asked:
        """The days, whatever a client has made up."""
        return asked_of(self.stretch, self.first, self.days)


class SellersButton(CallbackData, prefix="sl"):
    """The list of sellers, where `one` is not set, or one of them."""

    stretch: Stretch
    first: RowNumber
    days: RowNumber = 1
    person: PersonNumber = 1
    one: bool = False
    page: PageNumber = 0

    @property
    def asked(self) -> Asked:
        """The days, whatever a client has made up."""
        return asked_of(self.stretch, self.first, self.days)


class ThemeButton(CallbackData, prefix="hue"):
    """Pictures for a dark screen from now on, or for a light one; and the screen to show so."""

    dark: bool
    view: View
    stretch: Stretch
    first: RowNumber
    days: RowNumber = 1

    @property
    def shows(self) -> StatsButton:
        """The screen."""
        return StatsButton(view=self.view, stretch=self.stretch, first=self.first, days=self.days)


class Act(StrEnum):
    """What a manager wants; the values travel in callback data."""

    SCREEN = "s"
    BACK = "b"
    XLSX = "x"
    CSV = "c"


class ExportButton(CallbackData, prefix="ex"):
    """The screen for some days, or their file; `first` is an ordinal."""

    act: Act
    stretch: Stretch
    first: RowNumber
    days: RowNumber = 1

    @property
    def asked(self) -> Asked:
        """The days."""
        return asked_of(self.stretch, self.first, self.days)


class Switch(StrEnum):
    """What the owner wants of customers' words; the values travel in callback data."""

    ASK = "a"
    ON = "y"
    OFF = "n"


class ExportWordsButton(CallbackData, prefix="exw"):
    """The owner's switch, in the screen of some days."""

    act: Switch
    stretch: Stretch
    first: RowNumber
    days: RowNumber = 1

    @property
    def asked(self) -> Asked:
        """The days."""
        return asked_of(self.stretch, self.first, self.days)


def asked_of(stretch: Stretch, first: int, days: int) -> Asked:
    """The days that a button names, whatever a client has made up."""
    latest = date.max.toordinal() - 100 * MOST_DAYS
    day = date.fromordinal(min(max(first, FIRST_DAY), latest))
    return Asked(stretch, day, min(max(days, 1), MOST_DAYS))
