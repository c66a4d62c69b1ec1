"""Looks at files with every rule: each by itself, then as overlays change them, then together."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.content.document import Document, Repertoire, ShopFile
from bot.content.files import FILES_KEPT, SHOP_FILE, Texts
from bot.content.formats import Format
from bot.content.house import build_house
from bot.content.nodes import Node, TableNode, TextNode
from bot.content.places import problems_in
from bot.content.problems import Problem
from bot.content.rules import (
    BOOK_RULES,
    FOLDER_RULES,
    HEARING_RULES,
    HOUSE_RULES,
    OVERLAY_RULES,
    REPERTOIRE_RULES,
    SHOP_RULES,
    Hearing,
)
from bot.content.source import read
from bot.content.stock import Stock, is_whole, read_stock
from bot.core.house import NO_HOUSE, House


@dataclass(frozen=True, slots=True)
class Checked:
    """The files as read, and every problem in them, in the order of files and lines.

    `written` are the playbooks and overlays as they stand in their files, `repertoire` is what can
    be used of them in this kind of shop.
    """

    written: tuple[Document, ...]
    repertoire: Repertoire
    problems: tuple[Problem, ...]

    @property
    def house(self) -> House:
        """The shop's values; none where shop.yaml has an error."""
        return self.repertoire.house

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages that have playbooks."""
        return self.repertoire.locales

    def usable(self) -> tuple[Document, ...]:
        """The playbooks without an error, as the overlays for this kind of shop change them."""
        return self.repertoire.documents


def check(
    texts: Texts,
    *,
    fallback: str = "fa",
    hearing: Hearing | None = None,
    off: Collection[str] = (),
) -> Checked:
    """Every problem of the files at once.

    Playbooks of the files in `off` are looked at by themselves, but do not speak. Where there is a
    `hearing`, the playbooks of this shop are asked, too, whether they would speak when they should.
    """
    found = _Found()
    stock, unreadable = read_stock(texts, fallback)
    found.add(unreadable)
    found.add(_in_files(stock, texts))
    found.add(each for book in stock.documents for each in _alone(book))
    house = _house(texts, stock, found)
    found.add(each for document in stock.documents for each in _at_home(document, house))
    for kind in ("", *(folder.kind for folder in stock.overlays)):
        sound = stock.repertoire(house, kind, broken=found.broken(), off=off)
        every = stock.repertoire(house, kind, off=off)
        for rule in REPERTOIRE_RULES:
            found.add(rule.find(sound if rule.is_of_sound else every))
    in_use = stock.repertoire(house, house.kind or "", broken=found.broken(), off=off)
    if hearing:
        every = stock.repertoire(house, house.kind or "", off=off)
        for hearing_rule in HEARING_RULES:
            found.add(hearing_rule.find(in_use if hearing_rule.is_of_sound else every, hearing))
    written = tuple(document for folder in stock.folders for document in folder.documents)
    return Checked(written, in_use, found.in_order())


class _Found:
    """Problems, each once: what is wrong in a base shows again in every kind of shop."""

    def __init__(self) -> None:
        self._problems: dict[tuple[str, int, int, str], Problem] = {}

    def add(self, problems: Iterable[Problem]) -> None:
        for each in problems:
            key = (each.file, each.line, each.column, each.message_id)
            self._problems.setdefault(key, each)

    def broken(self) -> frozenset[str]:
        return frozenset(each.file for each in self._problems.values() if each.is_error)

    def in_order(self) -> tuple[Problem, ...]:
        ordered = sorted(
            self._problems.values(), key=lambda each: (each.file, each.line, each.column)
        )
        return tuple(ordered)


def _in_files(stock: Stock, texts: Texts) -> Iterator[Problem]:
    """What shows in playbooks and overlays as they are written."""
    for folder in stock.folders:
        for document in folder.documents:
            base = folder.base_of(document)
            alone = not folder.kind or (base is None and is_whole(document))
            form = Format.PLAYBOOK if alone else Format.OVERLAY
            file, raw = document.file, texts[document.file]
            yield from problems_in(raw, file, form, document.locale)
            if not alone and not folder.has_hidden_base(document):
                for overlay_rule in OVERLAY_RULES:
                    yield from overlay_rule.find(document, base)
        for rule in FOLDER_RULES:
            yield from rule.find(folder)


def _house(texts: Texts, stock: Stock, found: _Found) -> House:
    """The shop's values, with every problem of shop.yaml told."""
    if SHOP_FILE not in texts:
        return NO_HOUSE
    source = read(texts[SHOP_FILE], SHOP_FILE)
    found.add(source.problems)
    root = source.root
    if root is None or _is_empty(root):
        return NO_HOUSE
    found.add(problems_in(texts[SHOP_FILE], SHOP_FILE, Format.SHOP, stock.base.fallback))
    if not isinstance(root, TableNode):
        return NO_HOUSE
    kinds = tuple(folder.kind for folder in stock.overlays)
    shop = ShopFile(root, kinds, stock.base.locales)
    found.add(each for rule in SHOP_RULES for each in rule.find(shop))
    return NO_HOUSE if SHOP_FILE in found.broken() else build_house(root)


def _is_empty(root: Node) -> bool:
    match root:
        case TextNode(is_blank=True) | TableNode(entries=()):
            return True
        case _:
            return False


@lru_cache(maxsize=FILES_KEPT)
def _alone(document: Document) -> tuple[Problem, ...]:
    """What shows in a whole playbook."""
    return tuple(each for rule in BOOK_RULES for each in rule.find(document))


@lru_cache(maxsize=FILES_KEPT)
def _at_home(document: Document, house: House) -> tuple[Problem, ...]:
    """What shows in a whole playbook beside the shop's values."""
    return tuple(each for rule in HOUSE_RULES for each in rule.find(document, house))
