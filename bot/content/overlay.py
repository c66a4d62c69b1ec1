"""Overlays: how a playbook for one kind of shop changes the base playbook of the same id.

Composed on nodes, so that every value still knows the file and line it came from.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.content.formats import AFTER, BEFORE, PLACINGS, REMOVE, REPLACE
from bot.content.nodes import Entry, ListNode, Node, TableNode, TextNode, text_at

# Which of the steps from the named one on a change takes the place of.
_SPANS = {REPLACE: (0, 1), BEFORE: (0, 0), AFTER: (1, 1), REMOVE: (0, 1)}
_TAKING = (REPLACE, REMOVE)


@dataclass(slots=True)
class Missed:
    """The steps that an overlay looked for in vain.

    `lost` were never there; `taken` the overlay itself had replaced or removed, each beside the
    place where it did.
    """

    lost: list[TextNode] = field(default_factory=list)
    taken: list[tuple[TextNode, TextNode]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Composed:
    """The changed playbook, and what the overlay would change but could not."""

    root: TableNode
    missed: Missed


def compose(base: TableNode, overlay: TableNode) -> Composed:
    """Lists are added to, steps placed, other values replaced; what does not fit is passed over."""
    missed = Missed()
    changes = {entry.key.text: entry for entry in overlay.entries if entry.key.text != "id"}
    entries = [
        Entry(entry.key, _changed(entry, changes.pop(entry.key.text, None), missed))
        for entry in base.entries
    ]
    return Composed(TableNode((*entries, *changes.values()), base.mark), missed)


def placing_of(step: Node) -> Entry | None:
    """The entry that says where an overlay's step goes: `after: offer_refund`."""
    entries = step.entries if isinstance(step, TableNode) else ()
    return next((entry for entry in entries if entry.key.text in PLACINGS), None)


def _changed(entry: Entry, change: Entry | None, missed: Missed) -> Node:
    if change is None:
        return entry.value
    match entry.key.text, entry.value, change.value:
        case "steps", ListNode() as steps, ListNode() as changes:
            return ListNode(_placed(steps.items, changes.items, missed), changes.mark)
        case "when", TableNode() as table, TableNode() as changes:
            return _joined(table, changes, add=False)
        case _, TableNode() as table, TableNode() as changes:
            return _joined(table, changes, add=True)
        case _, ListNode() as items, ListNode() as more:
            return ListNode((*items.items, *more.items), more.mark)
        case _:
            return change.value


def _joined(table: TableNode, changes: TableNode, *, add: bool) -> TableNode:
    """A table with another's keys: lists added to where `add`, all else replaced."""
    later = {entry.key.text: entry for entry in changes.entries}
    entries = []
    for entry in table.entries:
        change = later.pop(entry.key.text, entry)
        match entry.value, change.value:
            case ListNode() as items, ListNode() as more if add and change is not entry:
                entries.append(Entry(entry.key, ListNode((*items.items, *more.items), more.mark)))
            case _:
                entries.append(change)
    return TableNode((*entries, *later.values()), changes.mark)


def _placed(steps: Iterable[Node], changes: Iterable[Node], missed: Missed) -> tuple[Node, ...]:
    """The steps after each change in turn; several after one step stay in the order written."""
    placed = list(steps)
    taken: dict[str, TextNode] = {}
    behind: defaultdict[str, list[Node]] = defaultdict(list)
    for change in changes:
        placing, step = placing_of(change), _whole(change)
        if placing is None:
            placed.append(change)
            continue
        word, kind = placing.key.text, placing.value
        kinds = [text_at(each, "kind") for each in placed]
        if not isinstance(kind, TextNode):
            continue
        if kind.text in taken and (word in _TAKING or kind.text not in kinds):
            missed.taken.append((kind, taken[kind.text]))
            continue
        if kind.text not in kinds:
            missed.lost.append(kind)
            continue
        at = kinds.index(kind.text)
        if word in _TAKING:
            taken[kind.text] = kind
        if word == AFTER:
            at += _how_many(placed[at + 1 :], behind[kind.text])
            behind[kind.text].append(step)
        first, last = _SPANS[word]
        placed[at + first : at + last] = [] if word == REMOVE else [step]
    return tuple(placed)


def _how_many(steps: list[Node], among: list[Node]) -> int:
    """How many steps from the first on are among others."""
    return next((at for at, step in enumerate(steps) if step not in among), len(steps))


def _whole(step: Node) -> Node:
    """A step without the word that places it."""
    if not isinstance(step, TableNode):
        return step
    kept = tuple(entry for entry in step.entries if entry.key.text not in PLACINGS)
    return TableNode(kept, step.mark)
