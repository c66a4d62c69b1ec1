"""What the buttons of the managers' screens say when pressed; each fits Telegram's 64 bytes.

A file is named by the number of one of its versions, which is shorter than its path and says at the
same time what the manager had before their eyes. What a button says is checked when it is pressed.
"""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.content.files import SHOP_FILE, spot_of
from bot.content.tree import Path
from bot.locale import Locale
from handlers.keyboards import button
from handlers.numbers import PageNumber, RowNumber

OVERVIEW = 0
AVOID = -1
"""Pages of an open playbook: the overview, its steps from 1 on, and the words to avoid."""


class ListButton(CallbackData, prefix="pl"):
    """A page of the list of playbooks."""

    page: PageNumber = 0


class OpenButton(CallbackData, prefix="po"):
    """A page of a playbook, in a language."""

    id: str
    locale: str
    page: PageNumber = OVERVIEW


class TextDeed(StrEnum):
    """What to do with a text; the first two also mark the message that a reply belongs to."""

    SET = "s"
    INSERT = "i"
    EDIT = "e"
    ADD = "a"
    REMOVE = "r"


class TextButton(CallbackData, prefix="pt"):
    """A text of a file: `at` is its path with dots, `version` the one that was seen."""

    version: RowNumber
    at: str
    deed: TextDeed

    @property
    def path(self) -> Path:
        """The path within the file."""
        return path_of(self.at)


class TurnButton(CallbackData, prefix="px"):
    """Turn a playbook off or on, by a version of its file."""

    version: RowNumber
    on: bool


class FilesButton(CallbackData, prefix="pf"):
    """The files of a playbook; of the shop where `id` is empty."""

    id: str
    locale: str


class DownloadButton(CallbackData, prefix="pd"):
    """A file as it was in a version."""

    version: RowNumber


class ProposalDeed(StrEnum):
    """What to do with a proposed change."""

    PUBLISH = "p"
    DROP = "d"
    TRY = "t"
    AGAIN = "a"


class ProposalButton(CallbackData, prefix="pp"):
    """A proposed change."""

    proposal: RowNumber
    deed: ProposalDeed


class ReplayButton(CallbackData, prefix="replay"):
    """Replay the shop's last days with a proposed change."""

    proposal: RowNumber


class TryButton(CallbackData, prefix="try"):
    """How to try a message with a proposed change."""

    proposal: RowNumber


class HistoryButton(CallbackData, prefix="ph"):
    """A page of the history of a version's file; of all files where `version` is 0."""

    version: RowNumber = 0
    page: PageNumber = 0


class VersionButton(CallbackData, prefix="pv"):
    """What a version changed; `page` of the history it was found on, of all files or of its own."""

    version: RowNumber
    whole: bool = False
    page: PageNumber = 0
    of_all: bool = False


class RollBackButton(CallbackData, prefix="pr"):
    """Bring a version back."""

    version: RowNumber


def path_of(at: str) -> Path:
    """`steps.1.drafts.0` as a path."""
    return tuple(int(part) if part.isdecimal() else part for part in at.split("."))


def at_of(path: Path) -> str:
    """A path with dots."""
    return ".".join(map(str, path))


def opening_of(file: str, locale: Locale) -> list[InlineKeyboardButton]:
    """One button: the file's playbook in its language, the shop's values, or else the list."""
    spot = spot_of(file)
    if spot is not None:
        opened = OpenButton(id=spot.name, locale=spot.locale)
        return [button(locale.say("playbooks-button-open"), opened)]
    if file == SHOP_FILE:
        return [button(locale.say("playbooks-button-shop"), FilesButton(id="", locale=""))]
    return [button(locale.say("playbooks-button-list"), ListButton())]
