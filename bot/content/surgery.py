"""Cuts into a YAML text: one value put in, taken out or moved, the letters around it untouched.

Each cut gives ways to write it, the most natural first; whoever asks takes the first that reads as
wanted. Paths must lead somewhere.
"""

from collections.abc import Iterator, Sequence

from bot.content.spans import BLOCK_STYLES, EntrySpan, ListSpan, ScalarSpan, Span, TableSpan, spans
from bot.content.written import Value, after_key, dashed, flow, in_styles

type Path = Sequence[str | int]


class Surgery:
    """A text with the places of all its values."""

    def __init__(self, text: str) -> None:
        """Find every value's place."""
        self._text = text
        self._root = spans(text)
        self._break = "\r\n" if "\r\n" in text else "\n"

    def put(self, path: Path, value: Value) -> Iterator[str]:
        """The value in the place of what is there, or as a new key."""
        *above, name = path
        table, in_flow = self._follow(above)
        entry = table.get(str(name)) if isinstance(table, TableSpan) else None
        old, in_flow = self._follow(path) if entry or isinstance(name, int) else (None, in_flow)
        if old is None:
            yield from self._new_key(table, str(name), value)
        elif isinstance(old, ScalarSpan) and isinstance(value, str):
            yield from self._new_words(old, value)
        elif in_flow:
            yield self._with(old.start, old.end, flow(value))
        elif entry:
            lines = after_key(value, self._column(entry.key.start))
            yield self._with(self._colon(entry), entry.value.last, self._break.join(lines))
        elif isinstance(table, ListSpan):
            item = self._broken(dashed(value, self._column(table.start))).lstrip()
            yield self._with(self._dash(table, int(name)), old.last, item)

    def insert(self, path: Path, value: Value) -> Iterator[str]:
        """The value as item `path[-1]` of a list."""
        *above, number = path
        listing, _ = self._follow(above)
        if not isinstance(listing, ListSpan) or not isinstance(number, int):
            return
        for written in self._as_sibling(listing, number, value):
            yield self._inserted(listing, number, written)

    def remove(self, path: Path) -> Iterator[str]:
        """The text without a key or an item."""
        *above, name = path
        inside, _ = self._follow(above)
        match inside:
            case ListSpan(items=items):
                parts = [(item.start, item) for item in items]
                at = int(name)
                starts = (
                    []
                    if inside.is_flow
                    else [self._dash(inside, each) for each in range(len(items))]
                )
            case TableSpan(entries=entries):
                parts = [(entry.key.start, entry.value) for entry in entries]
                at = [entry.name for entry in entries].index(str(name))
                starts = [] if inside.is_flow else [start for start, _ in parts]
            case _:
                return
        if len(parts) == 1:
            yield from self._emptied(above, inside)
        elif inside.is_flow:
            ends = [span.end for _, span in parts]
            begins = [start for start, _ in parts]
            cut = (begins[at], begins[at + 1]) if at + 1 < len(parts) else (ends[at - 1], ends[at])
            yield self._with(*cut, "")
        else:
            yield self._without_lines(starts, at, parts[at][1])

    def move(self, path: Path, to: int) -> Iterator[str]:
        """The item at a path as item `to` of its list, which is counted without it."""
        *above, number = path
        listing, _ = self._follow(above)
        if not isinstance(listing, ListSpan) or not isinstance(number, int):
            return
        item = listing.items[number]
        rest = next(self.remove(path), self._text)
        if listing.is_flow:
            written = self._text[item.start : item.end]
        else:
            dash = self._dash(listing, number)
            written = self._text[dash : self._line_end(item.last)]
        other = Surgery(rest)
        remaining, _ = other._follow(above)
        if isinstance(remaining, ListSpan):
            yield other._inserted(remaining, to, written)

    def _follow(self, path: Path) -> tuple[Span | None, bool]:
        """The value at a path, and whether it stands inside brackets or braces."""
        span, in_flow = self._root, False
        for name in path:
            match span:
                case TableSpan():
                    entry = span.get(str(name))
                    in_flow, span = in_flow or span.is_flow, entry.value if entry else None
                case ListSpan():
                    in_flow, span = in_flow or span.is_flow, span.items[int(name)]
        return span, in_flow

    def _new_words(self, old: ScalarSpan, words: str) -> Iterator[str]:
        space = " " if old.is_missing and not self._text[: old.start].endswith(" ") else ""
        style = '"' if old.style in BLOCK_STYLES or old.is_missing else old.style
        for written in in_styles(words, style):
            yield self._with(old.start, old.end, space + written)

    def _new_key(self, table: Span | None, name: str, value: Value) -> Iterator[str]:
        match table:
            case None:
                before = self._text + ("" if self._text[-1:] in ("", "\n") else self._break)
                lines = after_key(value, 0)
                yield before + name + ":" + self._broken(lines) + self._break
            case TableSpan(is_flow=True):
                first = "" if not table.entries else ", "
                at = table.entries[-1].value.end if table.entries else table.start + 1
                yield self._with(at, at, f"{first}{name}: {flow(value)}")
            case TableSpan():
                column = self._column(table.start)
                lines = after_key(value, column)
                at = self._line_end(table.last)
                new = self._break + " " * column + name + ":" + self._broken(lines)
                yield self._with(at, at, new)

    def _as_sibling(self, listing: ListSpan, number: int, value: Value) -> Iterator[str]:
        """A new item as those beside it are written."""
        beside = listing.items[min(number, len(listing.items) - 1)] if listing.items else None
        if isinstance(value, str):
            style = beside.style if isinstance(beside, ScalarSpan) else '"'
            words = in_styles(value, '"' if style in BLOCK_STYLES else style)
            yield from words if listing.is_flow else (f"- {each}" for each in words)
        elif listing.is_flow:
            yield flow(value)
        else:
            yield self._broken(dashed(value, self._column(listing.start))).lstrip()

    def _inserted(self, listing: ListSpan, number: int, written: str) -> str:
        items = listing.items
        if listing.is_flow and not items:
            return self._with(listing.start + 1, listing.start + 1, written)
        if listing.is_flow and number < len(items):
            return self._with(items[number].start, items[number].start, f"{written}, ")
        if listing.is_flow:
            return self._with(items[-1].end, items[-1].end, f", {written}")
        indent = " " * self._column(listing.start)
        if number == 0:
            at = self._dash(listing, 0)
            return self._with(at, at, written + self._break + indent)
        at = self._line_end(items[number - 1].last)
        return self._with(at, at, self._break + indent + written)

    def _emptied(self, path: Path, inside: ListSpan | TableSpan) -> Iterator[str]:
        """A list or table whose only part goes: its brackets stay."""
        empty = "[]" if isinstance(inside, ListSpan) else "{}"
        table, _ = self._follow(path[:-1])
        entry = table.get(str(path[-1])) if isinstance(table, TableSpan) and path else None
        if inside.is_flow:
            yield self._with(inside.start, inside.end, empty)
        elif entry:
            yield self._with(self._colon(entry), inside.last, " " + empty)
        else:
            yield self._with(inside.start, inside.last, empty)

    def _without_lines(self, starts: list[int], at: int, span: Span) -> str:
        start = starts[at]
        line = self._line_start(start)
        if self._text[line:start].strip():  # the dash of a list above stands on the same line
            return self._with(start, starts[at + 1], "")
        end = self._line_end(span.last)
        after = self._text[end : end + len(self._break)]
        return self._with(line, end + len(self._break) if after == self._break else end, "")

    def _dash(self, listing: ListSpan, number: int) -> int:
        """Where the dash of a block list's item stands."""
        if number == 0:
            return listing.start
        column, start = self._column(listing.start), listing.items[number].start
        line = self._line_start(start)
        while line > listing.start and not self._is_dash(line + column):
            line = self._line_start(line - 1)
        return line + column

    def _is_dash(self, offset: int) -> bool:
        """Whether a dash stands there, with nothing but space before it on its line."""
        before = self._text[self._line_start(offset) : offset]
        return self._text[offset : offset + 1] == "-" and not before.strip()

    def _colon(self, entry: EntrySpan) -> int:
        """Just after the colon of a key."""
        return self._text.index(":", entry.key.end) + 1

    def _column(self, offset: int) -> int:
        return offset - self._line_start(offset)

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, max(offset, 0)) + 1

    def _line_end(self, offset: int) -> int:
        end = self._text.find("\n", offset)
        end = len(self._text) if end < 0 else end
        return end - 1 if self._text[end - 1 : end] == "\r" and end > offset else end

    def _broken(self, lines: Sequence[str]) -> str:
        return self._break.join(lines)

    def _with(self, start: int, end: int, new: str) -> str:
        return self._text[:start] + new + self._text[end:]
