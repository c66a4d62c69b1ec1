"""A file's content as plain lists and tables, and the paths that lead through them."""

from collections.abc import Mapping

from bot.content.nodes import ListNode, Node, TableNode, TextNode
from bot.content.written import Value

type Path = tuple[str | int, ...]
"""Keys and numbers from the root: ("steps", 1, "drafts", 0)."""

type Tree = str | list[Tree] | dict[str, Tree]


def plain(node: Node) -> Tree:
    """A node as plain values."""
    match node:
        case TextNode(text=text):
            return text
        case ListNode(items=items):
            return [plain(item) for item in items]
        case TableNode(entries=entries):
            return {entry.key.text: plain(entry.value) for entry in entries}


def tree_of(value: Value) -> Tree:
    """A copy of a value, of plain lists and tables."""
    match value:
        case str():
            return value
        case Mapping():
            return {key: tree_of(each) for key, each in value.items()}
        case _:
            return [tree_of(each) for each in value]


def reach(tree: Tree, path: Path) -> tuple[Tree, Path]:
    """As far along a path as the tree goes, and what is left of the path there."""
    for at, name in enumerate(path):
        match tree, name:
            case dict(), str() if name in tree:
                tree = tree[name]
            case list(), int() if counts(name, len(tree)):
                tree = tree[name]
            case _:
                return tree, path[at:]
    return tree, ()


def counts(number: str | int, length: int) -> bool:
    """Whether it is the number of an item in a list of that length."""
    return isinstance(number, int) and 0 <= number < length


def place_of(path: Path) -> str:
    """A path as a manager reads it, counted from 1: "steps 2 drafts 1"."""
    return " ".join(str(name + 1) if isinstance(name, int) else name for name in path)
