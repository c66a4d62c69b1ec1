"""What a rule is, and what it looks at: a place in a file, a whole file, or many files."""

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar, Protocol

from bot.content.document import Document, Folder, Repertoire, ShopFile
from bot.content.nodes import Node, TextNode
from bot.content.problems import Mark, Problem, Severity, problem_at
from bot.content.shape import Role, Shape, TextShape
from bot.core.house import House

NONE_NEAR = "none"
HERE = "here"


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


class Hearing(Protocol):
    """What Aram hears, for the rules that ask whether a playbook would speak as meant."""

    @property
    def calm_total(self) -> int:
        """How many calm customer messages there are to count in."""
        ...

    @property
    def examples_of(self) -> Container[str]:
        """The files whose examples are to be listened to; that takes time."""
        ...

    def calm_turns(self, phrases: Sequence[str]) -> Sequence[int]:
        """For each phrase, in how many calm messages it is found."""
        ...

    def leads_to(self, text: str) -> str | None:
        """The id of the playbook that Aram would open for a message; None where it is silent."""
        ...

    def belongs_to(self, text: str) -> Collection[str]:
        """The ids of the playbooks for a message, should what went before make Aram speak."""
        ...


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
    """A mistake that shows at one place: a text of one of the `roles`, or anywhere without them."""

    roles: ClassVar[frozenset[Role] | None] = None

    @abstractmethod
    def find(self, place: Place) -> Iterator[Problem]:
        """The mistakes at this place itself, not below it."""


class TextRule(PlaceRule):
    """A mistake in a text of certain roles; blank texts are other rules' business."""

    def find(self, place: Place) -> Iterator[Problem]:
        """The mistakes in a text, if the place holds one."""
        match place.node, place.shape:
            case TextNode() as node, TextShape() as shape:
                if not node.is_blank:
                    yield from self.find_in(Written(node.text, node.mark, shape, place.locale))

    @abstractmethod
    def find_in(self, written: Written) -> Iterator[Problem]:
        """The mistakes in a text that is not blank."""


class BookRule(Rule, ABC):
    """A mistake that shows when one looks at a whole playbook, as written or as composed."""

    @abstractmethod
    def find(self, document: Document) -> Iterator[Problem]:
        """The mistakes in a playbook."""


class OverlayRule(Rule, ABC):
    """A mistake in how an overlay goes with its base."""

    @abstractmethod
    def find(self, overlay: Document, base: Document | None) -> Iterator[Problem]:
        """The mistakes in an overlay; without a base it must be a whole playbook."""


class FolderRule(Rule, ABC):
    """A mistake that shows between files as they are written."""

    @abstractmethod
    def find(self, folder: Folder) -> Iterator[Problem]:
        """The mistakes in a folder."""


class ShopRule(Rule, ABC):
    """A mistake in shop.yaml that shows when one looks at the other files."""

    @abstractmethod
    def find(self, shop: ShopFile) -> Iterator[Problem]:
        """The mistakes in shop.yaml."""


class HouseRule(Rule, ABC):
    """A mistake in a playbook as it is in this shop."""

    @abstractmethod
    def find(self, document: Document, house: House) -> Iterator[Problem]:
        """The mistakes in a playbook."""


class RepertoireRule(Rule, ABC):
    """A mistake between playbooks that speak together; if `is_of_sound`, of those without error."""

    is_of_sound: ClassVar[bool] = True

    @abstractmethod
    def find(self, repertoire: Repertoire) -> Iterator[Problem]:
        """The mistakes between them."""


class HearingRule(Rule, ABC):
    """A playbook that would not speak as it is meant to; without an error if `is_of_sound`."""

    severity = Severity.ISSUE
    is_of_sound: ClassVar[bool] = True

    @abstractmethod
    def find(self, repertoire: Repertoire, hearing: Hearing) -> Iterator[Problem]:
        """What Aram hears otherwise."""


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that was probably meant, or "none", which sentences select on."""
    close = get_close_matches(word.strip().lower()[:64], known, n=1, cutoff=0.6)
    return close[0] if close else NONE_NEAR
