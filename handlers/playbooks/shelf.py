"""What a manager looks at: the newest version of every file, read as playbooks."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.content.check import Checked
from bot.content.editable import Editable, editable
from bot.content.files import SHOP_FILE, Spot, spot_of
from bot.content.load import load
from bot.core.edition import Edition, Version
from bot.core.house import House
from bot.core.playbook import Library, Playbook
from bot.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Shelf:
    """An edition as playbooks; those that are off stand here, too."""

    edition: Edition
    checked: Checked
    library: Library
    house: House

    def ids(self) -> tuple[str, ...]:
        """The playbooks of all languages, by id."""
        return tuple(sorted({book.id for book in self.library.all()}))

    def language_of(self, playbook_id: str, wanted: str) -> str:
        """The language in which a playbook is read: the wanted one if it is there, or another."""
        languages = (wanted, self.library.fallback, *self.languages())
        books = self.library.by_locale
        there = (each for each in languages if playbook_id in books.get(each, {}))
        return next(there, self.library.fallback)

    def find(self, playbook_id: str, wanted: str) -> Playbook | None:
        """A playbook in the wanted language, or in another, or None."""
        language = self.language_of(playbook_id, wanted)
        return self.library.by_locale.get(language, {}).get(playbook_id)

    def editables(self, playbook_id: str, locale: str) -> tuple[Editable, ...]:
        """The texts of a playbook in one language, in order."""
        return editable(self.checked, locale, playbook_id)

    def number_of(self, text: Editable) -> int:
        """The number of the newest version of a text's file."""
        return self.edition.versions[text.file].number

    def versions_of(self, playbook_id: str) -> tuple[Version, ...]:
        """The newest versions of the files that a playbook comes from; the base ones first."""
        spots = {file: spot_of(file) for file in self.edition.texts()}
        return tuple(
            self.edition.versions[file]
            for file, spot in sorted(spots.items(), key=lambda each: (_kind(each[1]), each[0]))
            if spot is not None and spot.name == playbook_id and self._applies(spot)
        )

    def shop_version(self) -> Version | None:
        """The newest version of shop.yaml, if there is one."""
        version = self.edition.versions.get(SHOP_FILE)
        return version if version is not None and version.text is not None else None

    def languages(self) -> tuple[str, ...]:
        """The languages there are playbooks in."""
        return tuple(sorted(self.library.by_locale))

    def is_on(self, playbook_id: str) -> bool:
        """Whether a playbook speaks: one base file that is off silences it in every language."""
        return not any(
            self._silences(version) and not version.is_on
            for version in self.versions_of(playbook_id)
        )

    def switch_of(self, playbook_id: str) -> Version | None:
        """The version of the file whose state turns a playbook on or off."""
        switches = [each for each in self.versions_of(playbook_id) if self._silences(each)]
        off = (version for version in switches if not version.is_on)
        home = (each for each in switches if each.file.startswith(f"{self.library.fallback}/"))
        return next(off, None) or next(home, None) or next(iter(switches), None)

    def _applies(self, spot: Spot) -> bool:
        return not spot.kind or spot.kind == self.house.kind

    def _silences(self, version: Version) -> bool:
        return not is_overlay(version.file, self.edition)


class Shelves(BaseMiddleware):
    """Puts itself beside the arguments of handlers; what was read last of each shop is at hand."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self._kept: dict[int, Shelf] = {}

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Go on with `shelves`."""
        data["shelves"] = self
        return await handler(event, data)

    async def now(self, ledger: Ledger) -> Shelf:
        """The newest edition."""
        shop_id = ledger.shop.id
        number = await ledger.write(lambda books: books.versions.number())
        kept = self._kept.get(shop_id)
        if kept is not None and kept.edition.number == number:
            return kept
        edition = await ledger.write(lambda books: books.versions.edition())
        self._kept[shop_id] = shelf = await read_shelf(edition)
        return shelf


async def read_shelf(edition: Edition) -> Shelf:
    """An edition as playbooks, read in a thread of its own; raises ContentError if it cannot be."""
    return await asyncio.to_thread(_read, edition)


def is_overlay(file: str, edition: Edition) -> bool:
    """Whether a file only changes another one: there is a base for it."""
    spot = spot_of(file)
    if spot is None or not spot.kind:
        return False
    base = edition.versions.get(Spot(spot.locale, spot.name).file)
    return base is not None and base.text is not None


def _read(edition: Edition) -> Shelf:
    idle = {file for file in edition.turned_off() if is_overlay(file, edition)}
    texts = {file: text.encode() for file, text in edition.texts().items() if file not in idle}
    loaded = load(texts)
    return Shelf(edition, loaded.checked, loaded.library, loaded.house)


def _kind(spot: Spot | None) -> str:
    return spot.kind if spot is not None else ""
