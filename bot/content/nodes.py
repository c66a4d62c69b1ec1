"""A YAML file as read: texts, lists and tables that know their place; every scalar stays text."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.problems import Mark


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar, exactly as written: `on`, `12` and `~` are texts like any other."""

    text: str
    mark: Mark

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space is there."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class ListNode:
    """Items in order."""

    items: tuple["Node", ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value`."""

    key: TextNode
    value: "Node"


@dataclass(frozen=True, slots=True)
class TableNode:
    """Keys with values, in order, no key twice."""

    entries: tuple[Entry, ...]
    mark: Mark

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


type Node = TextNode | ListNode | TableNode


def texts_at(node: Node | None, *path: str) -> Iterator[TextNode]:
    """All texts along a path of keys, lists opened: `texts_at(root, "steps", "kind")`."""
    match node:
        case TextNode() if not path:
            yield node
        case ListNode():
            for item in node.items:
                yield from texts_at(item, *path)
        case TableNode() if path:
            yield from texts_at(node.get(path[0]), *path[1:])
        case _:
            return


def text_at(node: Node | None, *path: str) -> str | None:
    """The first text along a path, or None."""
    found = next(texts_at(node, *path), None)
    return found.text if found else None
