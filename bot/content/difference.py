"""What a change does to a file's text, line by line, as a manager reads it before confirming."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import Literal

type Sign = Literal["+", "-", " ", "@"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: "+" comes, "-" goes, " " stays, "@" opens a part and says its line numbers."""

    sign: Sign
    text: str


def difference(old: str | None, new: str | None, context: int = 2) -> tuple[Line, ...]:
    """The changed parts with `context` lines around each; None for a file that is not there."""
    lines = unified_diff((old or "").splitlines(), (new or "").splitlines(), n=context, lineterm="")
    return tuple(_parts(lines))


def _parts(lines: Iterator[str]) -> Iterator[Line]:
    for number, line in enumerate(lines):
        if number < 2:  # "---" and "+++" name the files, which are one
            continue
        sign, text = line[:1], line[1:]
        if sign == "@":
            yield Line("@", line.strip("@ "))
        elif sign == "+":
            yield Line("+", text)
        elif sign == "-":
            yield Line("-", text)
        else:
            yield Line(" ", text)
