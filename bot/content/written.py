"""Writes values as YAML, in the manner in which playbooks are written."""

import re
from collections.abc import Mapping, Sequence

type Value = str | Sequence[Value] | Mapping[str, Value]

_SIMPLE = re.compile(r"[a-z][a-z0-9_]*(?:\.\.[a-z]+)?|[0-9]{1,9}[mhd]?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_HIDDEN = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")


def quoted(text: str) -> str:
    """A text between straight quotes, whatever is in it."""
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in text)
    return '"' + _HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", escaped) + '"'


def scalar(text: str) -> str:
    """A text as it is usually written: keywords and numbers bare, words between quotes."""
    return text if _SIMPLE.fullmatch(text) else quoted(text)


def in_styles(text: str, style: str) -> tuple[str, ...]:
    """Ways to write a text, the wanted style first; the last one always reads as the text."""
    sure = quoted(text)
    if style == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'", sure
    if style == "" and text == text.strip() != "" and "\n" not in text:
        return text, sure
    return (sure,)


def flow(value: Value) -> str:
    """A value on one line: `["a", "b"]`, `{kind: clarify}`."""
    match value:
        case str():
            return scalar(value)
        case Mapping():
            return (
                "{" + ", ".join(f"{scalar(key)}: {flow(each)}" for key, each in value.items()) + "}"
            )
        case _:
            return "[" + ", ".join(map(flow, value)) + "]"


def after_key(value: Value, column: int) -> list[str]:
    """What follows `key:` whose key stands at a column: the rest of the line, then more lines."""
    match value:
        case str():
            return [f" {scalar(value)}"]
        case _ if not value:
            return [" {}" if isinstance(value, Mapping) else " []"]
        case Mapping():
            return ["", *table(value, column + 2)]
        case _:
            return ["", *(line for item in value for line in dashed(item, column + 2))]


def table(value: Mapping[str, Value], column: int) -> list[str]:
    """The lines of a table whose keys stand at a column."""
    lines = []
    for key, each in value.items():
        first, *more = after_key(each, column)
        lines += [" " * column + f"{scalar(key)}:{first}", *more]
    return lines


def dashed(item: Value, column: int) -> list[str]:
    """The lines of a list's item whose dash stands at a column."""
    match item:
        case str():
            return [" " * column + f"- {scalar(item)}"]
        case _ if not item or not isinstance(item, Mapping):
            return [" " * column + f"- {flow(item)}"]
        case Mapping():
            first, *more = table(item, column + 2)
            return [" " * column + "- " + first.lstrip(), *more]
