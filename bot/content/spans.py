"""Where each value of a YAML text begins and ends, so that one can be changed and the rest stays.

The text must be one that `source.parse` reads without a problem.
"""

from dataclasses import dataclass, field
from typing import Protocol

import yaml

from bot.content.source import LOADER


class Place(Protocol):
    """A place as either of PyYAML's parsers gives it."""

    index: int


BLOCK_STYLES = ("|", ">")


@dataclass(slots=True)
class ScalarSpan:
    """A text from `start` to `end`; `style` is its quote, "|" or ">", "" for none."""

    start: int
    end: int
    style: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether nothing stands after the key or the dash."""
        return self.start == self.end

    @property
    def last(self) -> int:
        """Where its words end."""
        return self.end


@dataclass(slots=True)
class ListSpan:
    """A list; `is_flow` where it stands between brackets."""

    start: int
    end: int
    is_flow: bool
    items: list["Span"] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Where its last item ends."""
        return self.end if self.is_flow or not self.items else self.items[-1].last


@dataclass(slots=True)
class EntrySpan:
    """A key and its value."""

    name: str
    key: ScalarSpan
    value: "Span"


@dataclass(slots=True)
class TableSpan:
    """A table; `is_flow` where it stands between braces."""

    start: int
    end: int
    is_flow: bool
    entries: list[EntrySpan] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Where its last value ends."""
        return self.end if self.is_flow or not self.entries else self.entries[-1].value.last

    def get(self, name: str) -> EntrySpan | None:
        """The entry of a key, or None."""
        return next((entry for entry in self.entries if entry.name == name), None)


type Span = ScalarSpan | ListSpan | TableSpan


def spans(text: str) -> Span | None:
    """The root's span with all below it; None for a text without any value."""
    root: Span | None = None
    opened: list[tuple[ListSpan | TableSpan, list[tuple[Span, str]]]] = []
    for event in yaml.parse(text, Loader=LOADER):
        done: tuple[Span, str] | None = None
        match event:
            case yaml.ScalarEvent():
                done = _scalar(event, text), event.value
            case yaml.SequenceStartEvent():
                opened.append((ListSpan(_offset(event.start_mark), 0, bool(event.flow_style)), []))
            case yaml.MappingStartEvent():
                opened.append((TableSpan(_offset(event.start_mark), 0, bool(event.flow_style)), []))
            case yaml.CollectionEndEvent():
                done = _closed(*opened.pop(), end=_offset(event.end_mark)), ""
        if done and opened:
            opened[-1][1].append(done)
        elif done:
            root = done[0]
    return root


def _scalar(event: yaml.ScalarEvent, text: str) -> ScalarSpan:
    start, end, style = _offset(event.start_mark), _offset(event.end_mark), event.style or ""
    if style in BLOCK_STYLES:
        end = start + len(text[start:end].rstrip())
    return ScalarSpan(start, end, style)


def _closed(span: ListSpan | TableSpan, inside: list[tuple[Span, str]], *, end: int) -> Span:
    span.end = end
    match span:
        case ListSpan():
            span.items = [item for item, _ in inside]
        case TableSpan():
            for (key, name), (value, _) in zip(inside[::2], inside[1::2], strict=True):
                if isinstance(key, ScalarSpan):
                    span.entries.append(EntrySpan(name, key, value))
    return span


def _offset(mark: Place | None) -> int:
    return mark.index if mark else 0
