"""The texts of a playbook that a manager may edit, each with the file and the path of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.check import Checked
from bot.content.formats import PLAYBOOK
from bot.content.nodes import ListNode, Node, TableNode, TextNode
from bot.content.shape import ListShape, Role, Shape, TableShape, TextShape
from bot.content.tree import Path


@dataclass(frozen=True, slots=True)
class Editable:
    """A text of the playbook as overlays change it; `step` and `number` count from 0.

    `number` is its place in the nearest list, and `path` leads to it within `file`, for
    `edit.Edit`.
    """

    role: Role
    step: int | None
    number: int | None
    text: str
    file: str
    path: Path

    @property
    def is_friendly(self) -> bool:
        """Whether it is a draft for shops that say تو."""
        return "friendly" in self.path


def editable(checked: Checked, locale: str, playbook_id: str) -> tuple[Editable, ...]:
    """Every text but the id, in the order of the playbook; none where there is no such playbook."""
    books = (each for each in checked.usable() if (each.locale, each.id) == (locale, playbook_id))
    book = next(books, None)
    if book is None:
        return ()
    places = {
        node.mark: path
        for written in checked.written
        if written.file in book.files
        for path, node in _texts(written.root)
    }
    return tuple(
        Editable(shape.role, _step(path), _number(path), node.text, node.mark.file, there)
        for path, node, shape in _shaped(book.root, PLAYBOOK)
        if shape.role is not Role.ID and (there := places.get(node.mark))
    )


def _texts(node: Node, path: Path = ()) -> Iterator[tuple[Path, TextNode]]:
    """Every text of a file with its path."""
    match node:
        case TextNode():
            yield path, node
        case ListNode(items=items):
            for number, item in enumerate(items):
                yield from _texts(item, (*path, number))
        case TableNode(entries=entries):
            for entry in entries:
                yield from _texts(entry.value, (*path, entry.key.text))


def _shaped(
    node: Node, shape: Shape, path: Path = ()
) -> Iterator[tuple[Path, TextNode, TextShape]]:
    """Every text of a playbook with its path in the playbook and its shape."""
    match node, shape:
        case TextNode(), TextShape():
            yield path, node, shape
        case ListNode(items=items), ListShape(item=item_shape):
            for number, item in enumerate(items):
                yield from _shaped(item, item_shape, (*path, number))
        case TableNode(entries=entries), TableShape():
            for entry in entries:
                field = shape.field(entry.key.text)
                if field:
                    yield from _shaped(entry.value, field.shape, (*path, field.name))


def _step(path: Path) -> int | None:
    number = path[1] if path[0] == "steps" else None
    return number if isinstance(number, int) else None


def _number(path: Path) -> int | None:
    return next((name for name in reversed(path) if isinstance(name, int)), None)
