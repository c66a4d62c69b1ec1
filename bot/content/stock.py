"""All playbooks as written, and what each kind of shop makes of them with its overlays."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.content.document import Document, Folder, Repertoire
from bot.content.files import FILES_KEPT, WRONG_ENDING, Spot, Texts, spot_of
from bot.content.formats import PLAYBOOK
from bot.content.nodes import TableNode
from bot.content.overlay import compose
from bot.content.problems import Mark, Problem, Severity, problem_at
from bot.content.source import read
from bot.core.house import House


@dataclass(frozen=True, slots=True)
class Stock:
    """The base and the overlays of each kind of shop, and the playbooks that overlays make."""

    base: Folder
    overlays: tuple[Folder, ...]
    changed: tuple[Document, ...]

    @property
    def folders(self) -> tuple[Folder, ...]:
        """All files as written, the base first."""
        return self.base, *self.overlays

    @property
    def documents(self) -> tuple[Document, ...]:
        """The base's playbooks and those that overlays make."""
        return (*self.base.documents, *self.changed)

    def repertoire(
        self, house: House, kind: str, *, broken: Collection[str] = (), off: Iterable[str] = ()
    ) -> Repertoire:
        """What speaks in a kind of shop; where an overlay is broken or off, its base is there.

        A file that is off takes its translations with it.
        """
        silent = {(spot.kind, spot.name) for spot in map(spot_of, off) if spot}
        books = {
            (each.locale, each.id): each
            for each in self.documents
            if each.kind in ("", kind) and _speaks(each, silent, broken)
        }
        documents = sorted(books.values(), key=lambda each: (each.locale, each.name))
        return Repertoire(tuple(documents), self.base.locales, self.base.fallback, house)


def read_stock(texts: Texts, fallback: str) -> tuple[Stock, tuple[Problem, ...]]:
    """The playbooks of a folder's files, and what kept some of them from being read."""
    problems: list[Problem] = []
    written: list[Document] = []
    unread: set[str] = set()
    spots = {file: spot for file in sorted(texts) if (spot := spot_of(file))}
    for file, spot in spots.items():
        document, found = _read(texts[file], file, spot)
        problems.extend(found)
        if document:
            written.append(document)
        else:
            unread.add(file)
    locales = tuple(sorted({spot.locale for spot in spots.values()}))
    base = Folder(_of_kind(written, ""), locales, fallback, unread=frozenset(unread))
    kinds = sorted({spot.kind for spot in spots.values()} - {""})
    overlays = tuple(
        Folder(_of_kind(written, kind), locales, fallback, kind, base, base.unread)
        for kind in kinds
    )
    return Stock(base, overlays, tuple(_changed(overlays))), tuple(problems)


def is_whole(document: Document) -> bool:
    """Whether an overlay could be a playbook by itself."""
    required = (field.name for field in PLAYBOOK.fields if field.required)
    return all(document.root.get(name) is not None for name in required)


@lru_cache(maxsize=FILES_KEPT)
def _read(raw: bytes, file: str, spot: Spot) -> tuple[Document | None, tuple[Problem, ...]]:
    if file.endswith(WRONG_ENDING):
        return None, (problem_at(Mark(file), "source-wrong-ending", Severity.ERROR),)
    source = read(raw, file)
    root = source.root
    if isinstance(root, TableNode) and root.entries:
        return Document(spot.locale, file, spot.name, root, spot.kind), source.problems
    nothing = problem_at(Mark(file), "source-no-playbook", Severity.ERROR)
    return None, source.problems or (nothing,)


def _of_kind(documents: Iterable[Document], kind: str) -> tuple[Document, ...]:
    return tuple(each for each in documents if each.kind == kind)


def _changed(overlays: Iterable[Folder]) -> Iterator[Document]:
    """The playbooks that overlays make of their bases, and those that they are by themselves."""
    for folder in overlays:
        for overlay in folder.documents:
            base = folder.base_of(overlay)
            if base:
                yield _composed(base, overlay)
            elif is_whole(overlay):
                yield overlay


@lru_cache(maxsize=FILES_KEPT)
def _composed(base: Document, overlay: Document) -> Document:
    return replace(overlay, root=compose(base.root, overlay.root).root, base=base)


def _speaks(
    document: Document, silent: Collection[tuple[str, str]], broken: Collection[str]
) -> bool:
    layers = (document, document.base) if document.base else (document,)
    is_silent = any((layer.kind, layer.name) in silent for layer in layers)
    return not is_silent and not any(file in broken for file in document.files)
