"""Mistakes in the frame: keys, kinds of values, and nothing where something should be."""

from collections.abc import Iterator

from bot.content.nodes import ListNode, Node, TableNode, TextNode
from bot.content.problems import Problem, shortened
from bot.content.rules.rule import Place, PlaceRule, nearest
from bot.content.shape import LanguageShape, ListShape, Role, Shape, TableShape, TextShape

_SAID_ELSEWHERE = frozenset({Role.DRAFT, Role.PHRASE})


class WrongType(PlaceRule):
    """A list where text is expected, text where a list is, and so on."""

    args = frozenset({"key", "wanted", "found"})

    def find(self, place: Place) -> Iterator[Problem]:
        """Compares node and shape; a blank text counts as empty, not as text."""
        if isinstance(place.node, TextNode) and place.node.is_blank:
            return
        wanted, found = _kind_of_shape(place.shape), _kind_of_node(place.node)
        either = isinstance(place.shape, LanguageShape) and found == "table"
        if wanted != found and not either:
            yield self.problem(place.node.mark, key=place.key, wanted=wanted, found=found)


class EmptyValue(PlaceRule):
    """A key with nothing behind it, or too short a list."""

    args = frozenset({"key"})

    def find(self, place: Place) -> Iterator[Problem]:
        """Blank texts, and lists and tables that need at least one thing."""
        if _is_empty(place.node, place.shape):
            yield self.problem(place.node.mark, key=place.key)


class UnknownKey(PlaceRule):
    """A key that no playbook has there."""

    args = frozenset({"key", "near", "known"})

    def find(self, place: Place) -> Iterator[Problem]:
        """Keys of a table that its shape lacks."""
        match place.node, place.shape:
            case TableNode(entries=entries), TableShape(names=names) as shape:
                for key in (entry.key for entry in entries):
                    if shape.field(key.text) is None:
                        yield self.problem(
                            key.mark,
                            key=shortened(key.text),
                            near=nearest(key.text, names),
                            known=", ".join(names),
                        )


class MissingKey(PlaceRule):
    """A key that must be there is not."""

    args = frozenset({"key", "inside"})

    def find(self, place: Place) -> Iterator[Problem]:
        """Required keys that a table lacks."""
        match place.node, place.shape:
            case TableNode() as table, TableShape(fields=fields, alone=alone) if table.entries:
                if alone and table.get(alone) is not None:
                    return
                for field in fields:
                    if field.required and table.get(field.name) is None:
                        yield self.problem(table.mark, key=field.name, inside=place.key)


def _kind_of_shape(shape: Shape) -> str:
    match shape:
        case TextShape() | LanguageShape():
            return "text"
        case ListShape():
            return "list"
        case TableShape():
            return "table"


def _kind_of_node(node: Node) -> str:
    match node:
        case TextNode():
            return "text"
        case ListNode():
            return "list"
        case TableNode():
            return "table"


def _is_empty(node: Node, shape: Shape) -> bool:
    match node, shape:
        case TextNode(), TextShape(role=role):
            return node.is_blank and role not in _SAID_ELSEWHERE
        case TextNode(), _:
            return node.is_blank
        case ListNode(items=items), ListShape(at_least=at_least):
            return len(items) < at_least
        case TableNode(entries=entries), TableShape() | LanguageShape():
            return not entries
        case _:
            return False


STRUCTURE_RULES: tuple[PlaceRule, ...] = (WrongType(), EmptyValue(), UnknownKey(), MissingKey())
