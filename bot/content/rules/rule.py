"""What a rule is, and what it looks at: a place in a file, a whole file, or a whole folder."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar

from bot.content.nodes import Node, TableNode, TextNode, text_at
from bot.content.problems import Mark, Problem, Severity, problem_at
from bot.content.shape import Role, Shape, TextShape

NONE_NEAR = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """A node beside the shape that it should have; `key` is the nearest key above it."""

    node: Node
    shape: Shape
    key: str
    locale: str


@dataclass(frozen=True, slots=True)
class Written:
    """A text that is not blank, as a rule for texts looks at it."""

    text: str
    mark: Mark
    shape: TextShape
    locale: str


@dataclass(frozen=True, slots=True)
class Document:
    """One playbook file; `name` is the file's name without its ending."""

    locale: str
    file: str
    name: str
    root: TableNode

    @property
    def id(self) -> str:
        """The id as written, or the file's name where it is missing."""
        return text_at(self.root, "id") or self.name

    def mark_of(self, key: str) -> Mark:
        """Where a key's value stands, or the file's start."""
        value = self.root.get(key)
        return value.mark if value else self.root.mark


@dataclass(frozen=True, slots=True)
class Folder:
    """All playbook files that could be read; `fallback` is the locale that none may lack."""

    documents: tuple[Document, ...]
    locales: tuple[str, ...]
    fallback: str

    def of(self, locale: str) -> dict[str, Document]:
        """A locale's documents by id; of two with one id, the first."""
        books: dict[str, Document] = {}
        for document in self.documents:
            if document.locale == locale:
                books.setdefault(document.id, document)
        return books


class Rule:
    """A mistake; `args` names what its sentence is told."""

    severity: ClassVar[Severity] = Severity.ERROR
    args: ClassVar[frozenset[str]] = frozenset()

    @property
    def message_id(self) -> str:
        """`UnknownKey` → `rule-unknown-key`."""
        return "rule" + re.sub(
            "[A-Z]", lambda letter: f"-{letter.group().lower()}", type(self).__name__
        )

    def problem(self, mark: Mark, **args: str | int) -> Problem:
        """This mistake at a place."""
        return problem_at(mark, self.message_id, self.severity, **args)


class PlaceRule(Rule, ABC):
    """A mistake that shows at one place."""

    @abstractmethod
    def find(self, place: Place) -> Iterator[Problem]:
        """The mistakes at this place itself, not below it."""


class TextRule(PlaceRule):
    """A mistake in a text of certain roles; blank texts are other rules' business."""

    roles: ClassVar[frozenset[Role]]

    def find(self, place: Place) -> Iterator[Problem]:
        """The mistakes in a text, if the place holds one of the roles."""
        match place.node, place.shape:
            case TextNode() as node, TextShape() as shape if shape.role in self.roles:
                if not node.is_blank:
                    yield from self.find_in(Written(node.text, node.mark, shape, place.locale))

    @abstractmethod
    def find_in(self, written: Written) -> Iterator[Problem]:
        """The mistakes in a text that is not blank."""


class BookRule(Rule, ABC):
    """A mistake that shows when one looks at a whole file."""

    @abstractmethod
    def find(self, document: Document) -> Iterator[Problem]:
        """The mistakes in a file."""


class FolderRule(Rule, ABC):
    """A mistake that shows between files."""

    @abstractmethod
    def find(self, folder: Folder) -> Iterator[Problem]:
        """The mistakes in a folder."""


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that was probably meant, or "none", which sentences select on."""
    close = get_close_matches(word.strip().lower()[:64], known, n=1, cutoff=0.6)
    return close[0] if close else NONE_NEAR
