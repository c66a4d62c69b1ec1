"""Reads a manager's YAML file into nodes with file, line and column.

The nodes are composed here from PyYAML's events, not by its own composer: that one is recursive (a
few thousand brackets end it) and follows aliases (a few lines grow to gigabytes).
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

import yaml

from bot.content.broken import mistake_of
from bot.content.files import FILES_KEPT, LARGEST_FILE
from bot.content.nodes import Entry, ListNode, Node, TableNode, TextNode
from bot.content.problems import Mark, Problem, Severity, problem_at, shortened

DEEPEST = 12

type Loader = type[yaml.SafeLoader] | type[yaml.CSafeLoader]

LOADER: Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ufeff\ue000-\ufffd\U00010000-\U0010ffff]"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its root, None if it could not be read to the end, and the problems met."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=FILES_KEPT)
def read(raw: bytes, file: str) -> Source:
    """The YAML file of that content, called `file` in problems. Never raises for what it holds."""
    if len(raw) > LARGEST_FILE:
        return _refused(Mark(file), "source-too-large", kilobytes=LARGEST_FILE // 1024)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _refused(Mark(file, line), "source-not-utf8")
    return parse(text, file)


def parse(text: str, file: str, *, loader: Loader = LOADER) -> Source:
    """YAML text as nodes; pure. Both loaders read the same, the one in C ten times as fast."""
    strange = _UNPRINTABLE.search(text)
    if strange:
        mark = _mark_of_offset(text, strange.start(), file)
        return _refused(mark, "source-strange-letter", code=_code(strange.group()))
    composer = _Composer(file)
    try:
        for event in yaml.parse(text, Loader=loader):
            composer.take(event)
    except _RefusedError as refusal:
        composer.problems.append(refusal.problem)
    except yaml.MarkedYAMLError as error:
        composer.problems.append(mistake_of(error, text, file))
    else:
        return Source(composer.root, tuple(composer.problems))
    return Source(None, tuple(composer.problems))


def _refused(mark: Mark, message_id: str, **args: str | int) -> Source:
    return Source(None, (problem_at(mark, message_id, Severity.ERROR, **args),))


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def _mark_of_offset(text: str, offset: int, file: str) -> Mark:
    before = text[:offset]
    return Mark(file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


class _RefusedError(Exception):
    """Reading cannot sensibly go on."""

    def __init__(self, mark: Mark, message_id: str, **args: str | int) -> None:
        super().__init__(message_id)
        self.problem = problem_at(mark, message_id, Severity.ERROR, **args)


@dataclass(slots=True)
class _Open:
    """A list or table whose end has not come yet; a table's keys and values alternate."""

    is_table: bool
    mark: Mark
    nodes: list[Node] = field(default_factory=list)


class _Composer:
    """Turns events into nodes without recursion, so that depth is a number and not a crash."""

    def __init__(self, file: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._file = file
        self._open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        start = event.start_mark
        mark = Mark(self._file, start.line + 1, start.column + 1) if start else Mark(self._file)
        match event:
            case yaml.AliasEvent():
                raise _RefusedError(mark, "source-anchor")
            case yaml.DocumentStartEvent() if self.root is not None:
                raise _RefusedError(mark, "source-several-documents")
            case yaml.ScalarEvent():
                self._refuse_extras(event, mark)
                self._refuse_unprintable(event.value, mark)
                self._place(TextNode(event.value, mark))
            case yaml.CollectionStartEvent():
                self._refuse_extras(event, mark)
                self._begin(_Open(isinstance(event, yaml.MappingStartEvent), mark))
            case yaml.CollectionEndEvent():
                self._place(self._closed(self._open.pop()))

    def _refuse_extras(self, event: yaml.NodeEvent, mark: Mark) -> None:
        if event.anchor is not None:
            raise _RefusedError(mark, "source-anchor")
        if getattr(event, "tag", None) is not None:
            raise _RefusedError(mark, "source-tag")

    def _refuse_unprintable(self, text: str, mark: Mark) -> None:
        """What could not be typed can still come in by an escape such as "\\0"."""
        strange = _UNPRINTABLE.search(text)
        if strange:
            raise _RefusedError(mark, "source-strange-letter", code=_code(strange.group()))

    def _begin(self, opened: _Open) -> None:
        if len(self._open) == DEEPEST:
            raise _RefusedError(opened.mark, "source-too-deep", deepest=DEEPEST)
        self._open.append(opened)

    def _place(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _closed(self, opened: _Open) -> Node:
        if not opened.is_table:
            return ListNode(tuple(opened.nodes), opened.mark)
        kept: dict[str, Entry] = {}
        for key, value in zip(opened.nodes[::2], opened.nodes[1::2], strict=True):
            if not isinstance(key, TextNode):
                self._add(key.mark, "source-key-not-text")
            elif key.text in kept:
                first = kept[key.text].key.mark.line
                self._add(key.mark, "source-duplicate-key", key=shortened(key.text), first=first)
            else:
                kept[key.text] = Entry(key, value)
        return TableNode(tuple(kept.values()), opened.mark)

    def _add(self, mark: Mark, message_id: str, **args: str | int) -> None:
        self.problems.append(problem_at(mark, message_id, Severity.ERROR, **args))
