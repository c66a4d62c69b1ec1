"""Edits of single values in a YAML text, which leave every other line as it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bot.content.source import parse
from bot.content.surgery import Surgery
from bot.content.tree import Path, Tree, counts, place_of, plain, reach, tree_of
from bot.content.written import Value
from bot.errors import ContentError

_ORDER_MARK = "\ufeff"  # the parsers pass over it and count the letters after it differently


class What(StrEnum):
    """What an edit does at its path."""

    SET = "set"
    INSERT = "insert"
    REMOVE = "remove"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change at a path, of a `text`, of several `items` as a list, or of a `table`.

    SET puts the value there; a key that is missing is made, with the tables above it. INSERT puts
    it into a list before item `path[-1]`, at the end where that is the list's length; a missing
    list is made. REMOVE takes a key or an item away. MOVE takes an item to place `to` of the same
    list, counted without it. A table may be a whole step.
    """

    path: Path
    text: str | None = None
    what: What = What.SET
    table: Mapping[str, Value] | None = None
    items: Sequence[Value] | None = None
    to: int = 0

    @property
    def value(self) -> Value:
        """What is put there."""
        if self.table is not None:
            return self.table
        return self.items if self.items is not None else self.text or ""


class EditError(ContentError):
    """An edit that cannot be made: the file is broken, or has nothing at that path."""


def edited(text: str, edits: Sequence[Edit], file: str) -> str:
    """The text after the edits, one after the other; comments, quotes and other lines stay.

    What comes out always reads as what was wanted. Raises EditError.
    """
    order_mark = _ORDER_MARK if text.startswith(_ORDER_MARK) else ""
    text = text.removeprefix(_ORDER_MARK)
    for edit in edits:
        for step in _simple(edit, read_tree(text, file), file):
            text = _cut(text, step, file)
    return order_mark + text


def changes(old: Value, new: Value, path: Path = ()) -> Iterator[Edit]:
    """The edits that make one value of another: for a form that sends a playbook back whole."""
    match tree_of(old), tree_of(new):
        case str(before), str(after):
            if before != after:
                yield Edit(path, after)
        case dict(before), dict(after):
            yield from (Edit((*path, key), what=What.REMOVE) for key in before if key not in after)
            for key, value in after.items():
                if key in before:
                    yield from changes(before[key], value, (*path, key))
                else:
                    yield _put(What.SET, (*path, key), value)
        case list(before), list(after):
            yield from _changes_of_list(before, after, path)
        case _, after:
            yield _put(What.SET, path, after)


def read_tree(text: str, file: str) -> Tree:
    """A YAML text as plain values, an empty one as an empty table. Raises EditError."""
    source = parse(text, file)
    if source.problems:
        raise EditError("error-edit-broken-file", file=file, line=source.problems[0].line)
    return {} if source.root is None else plain(source.root)


def _simple(edit: Edit, tree: Tree, file: str) -> Iterator[Edit]:
    """The edit as such that touch one thing that is there, or add one key or item."""
    there, missing = reach(tree, edit.path)
    listing, gone = reach(tree, edit.path[:-1])
    last = edit.path[-1] if edit.path else ""
    match edit.what:
        case What.SET if edit.path or (isinstance(tree, dict) and isinstance(edit.value, Mapping)):
            yield from _setting(edit.path, edit.value, there, missing, file)
        case What.INSERT if (
            isinstance(listing, list) and not gone and counts(last, len(listing) + 1)
        ):
            yield edit
        case What.INSERT if last == 0 and (gone or listing == ""):
            yield from _setting(edit.path[:-1], [edit.value], listing, gone, file)
        case What.REMOVE if edit.path and not missing:
            yield edit
        case What.MOVE if (
            isinstance(listing, list) and not missing and counts(edit.to, len(listing))
        ):
            yield from [edit] if edit.to != last else []
        case _:
            raise _nowhere(edit.path, file)


def _setting(path: Path, value: Value, there: Tree, missing: Path, file: str) -> Iterator[Edit]:
    """What puts a value at a path of which only the beginning is there."""
    if not missing:
        yield from changes(there, value, path)
        return
    reached = path[: len(path) - len(missing)]
    made = value
    for name in reversed(missing[1:]):
        made = {name: made} if isinstance(name, str) else _only([made], name, path, file)
    if isinstance(there, dict) and isinstance(missing[0], str):
        yield _put(What.SET, (*reached, missing[0]), made)
    elif there == "" and reached and isinstance(missing[0], str):
        yield _put(What.SET, reached, {missing[0]: made})
    else:
        raise _nowhere(path, file)


def _only(items: list[Value], number: int, path: Path, file: str) -> list[Value]:
    """A list that is made must begin with its first item."""
    if number:
        raise _nowhere(path, file)
    return items


def _changes_of_list(before: list[Tree], after: list[Tree], path: Path) -> Iterator[Edit]:
    """From the end to the start, so that numbers stay right; what only differs is edited."""
    matcher = SequenceMatcher(a=[*map(repr, before)], b=[*map(repr, after)], autojunk=False)
    for tag, i1, i2, j1, j2 in reversed(matcher.get_opcodes()):
        if tag == "equal":
            continue
        both = min(i2 - i1, j2 - j1)
        for number in reversed(range(i1 + both, i2)):
            yield Edit((*path, number), what=What.REMOVE)
        for value in reversed(after[j1 + both : j2]):
            yield _put(What.INSERT, (*path, i1 + both), value)
        for offset in reversed(range(both)):
            yield from changes(before[i1 + offset], after[j1 + offset], (*path, i1 + offset))


def _cut(text: str, edit: Edit, file: str) -> str:
    """One simple edit made; the first way of writing it that reads as wanted."""
    wanted = _applied(read_tree(text, file), edit)
    surgery = Surgery(text)
    match edit.what:
        case What.SET:
            ways = surgery.put(edit.path, edit.value)
        case What.INSERT:
            ways = surgery.insert(edit.path, edit.value)
        case What.REMOVE:
            ways = surgery.remove(edit.path)
        case What.MOVE:
            ways = surgery.move(edit.path, edit.to)
    for way in ways:
        source = parse(way, file)
        if source.root is not None and not source.problems and plain(source.root) == wanted:
            return way
    raise EditError("error-edit-impossible", file=file, place=place_of(edit.path))


def _applied(tree: Tree, edit: Edit) -> Tree:
    """The tree, which is changed, after a simple edit."""
    inside, _ = reach(tree, edit.path[:-1])
    last = edit.path[-1]
    match inside, last:
        case dict(), str() if edit.what is What.REMOVE:
            del inside[last]
        case dict(), str():
            inside[last] = tree_of(edit.value)
        case list(), int() if edit.what is What.REMOVE:
            del inside[last]
        case list(), int() if edit.what is What.INSERT:
            inside.insert(last, tree_of(edit.value))
        case list(), int() if edit.what is What.MOVE:
            inside.insert(edit.to, inside.pop(last))
        case list(), int():
            inside[last] = tree_of(edit.value)
    return tree


def _put(what: What, path: Path, value: Value) -> Edit:
    match value:
        case str():
            return Edit(path, value, what)
        case Mapping():
            return Edit(path, what=what, table=value)
        case _:
            return Edit(path, what=what, items=value)


def _nowhere(path: Path, file: str) -> EditError:
    return EditError("error-edit-nowhere", file=file, place=place_of(path))
