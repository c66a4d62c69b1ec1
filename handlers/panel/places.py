"""Where in a file's form a problem belongs."""

from collections.abc import Iterator

from bot.content.nodes import ListNode, Node, TableNode
from bot.content.tree import Path

type Place = tuple[int, int]
"""A line and a column, from 1."""


def path_at(root: Node, line: int, column: int) -> Path:
    """The path of the node at a place: the outermost that begins there, else the last before."""
    before: tuple[Place, Path] = ((0, 0), ())
    for place, path in _places(root, ()):
        if place == (line, column):
            return path
        if before[0] < place < (line, column):
            before = (place, path)
    return before[1]


def _places(node: Node, path: Path) -> Iterator[tuple[Place, Path]]:
    """Where every node and key begins; outer ones first."""
    if path:
        yield (node.mark.line, node.mark.column), path
    match node:
        case ListNode(items=items):
            for number, item in enumerate(items):
                yield from _places(item, (*path, number))
        case TableNode(entries=entries):
            for entry in entries:
                inside = (*path, entry.key.text)
                yield (entry.key.mark.line, entry.key.mark.column), inside
                yield from _places(entry.value, inside)
