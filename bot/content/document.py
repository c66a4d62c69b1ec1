"""Files as read, and what they make together: one file, all files of one sort, a repertoire."""

from dataclasses import dataclass

from bot.content.files import KINDS, Spot
from bot.content.nodes import TableNode, text_at
from bot.content.problems import Mark
from bot.core.house import NO_HOUSE, House


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One playbook file; `name` is the file's name without its ending.

    A file that has not changed is one and the same document, by which what was found is kept.

    `kind` is the kind of shop whose overlay it is, "" for a base playbook. With a `base`, `root` is
    that base as the overlay changes it, and every node knows which of the two files it came from.
    """

    locale: str
    file: str
    name: str
    root: TableNode
    kind: str = ""
    base: "Document | None" = None

    @property
    def id(self) -> str:
        """The id as written, or the file's name where it is missing."""
        return text_at(self.root, "id") or self.name

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it is made of."""
        return (self.base.file, self.file) if self.base else (self.file,)

    def mark_of(self, key: str) -> Mark:
        """Where a key's value stands, or the file's start."""
        value = self.root.get(key)
        return value.mark if value else self.root.mark


@dataclass(frozen=True, slots=True)
class Folder:
    """All playbooks of one sort as written: the base, or the overlays for one kind of shop.

    `fallback` is the locale that none may lack, `below` the base under overlays, `unread` the files
    that are there but could not be read.
    """

    documents: tuple[Document, ...]
    locales: tuple[str, ...]
    fallback: str
    kind: str = ""
    below: "Folder | None" = None
    unread: frozenset[str] = frozenset()

    def of(self, locale: str) -> dict[str, Document]:
        """A locale's documents by id; of two with one id, the first."""
        return _of(self.documents, locale)

    def base_of(self, document: Document) -> Document | None:
        """The base playbook that an overlay changes."""
        return self.below.of(document.locale).get(document.id) if self.below else None

    def has_hidden_base(self, overlay: Document) -> bool:
        """Whether an overlay's base is there, but cannot be read, or has another id by mistake."""
        file = Spot(overlay.locale, overlay.name).file
        bases = self.below.documents if self.below else ()
        return file in self.unread or any(
            base.file == file and base.id != base.name for base in bases
        )

    def path(self, locale: str) -> str:
        """The folder of a locale, as a manager knows it."""
        return f"{KINDS}/{self.kind}/{locale}" if self.kind else locale


@dataclass(frozen=True, slots=True)
class Repertoire:
    """The playbooks that speak together in one shop, as overlays change them; none is broken."""

    documents: tuple[Document, ...]
    locales: tuple[str, ...]
    fallback: str
    house: House = NO_HOUSE

    def of(self, locale: str) -> dict[str, Document]:
        """A locale's documents by id."""
        return _of(self.documents, locale)


@dataclass(frozen=True, slots=True)
class ShopFile:
    """shop.yaml, with the kinds that have overlays and the languages that have playbooks."""

    root: TableNode
    kinds: tuple[str, ...]
    locales: tuple[str, ...]


def _of(documents: tuple[Document, ...], locale: str) -> dict[str, Document]:
    books: dict[str, Document] = {}
    for document in documents:
        if document.locale == locale:
            books.setdefault(document.id, document)
    return books
