"""What a change does to a file, for a phone: lines that go and come, each in its own direction."""

import re
from collections.abc import Sequence
from html import escape

from bot.content.difference import Line
from bot.locale import Locale
from handlers.playbooks.room import cut, fitting
from handlers.writing import POP_ISOLATE, TURNING

LINE_SHOWN = 500
LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE = "\u2066", "\u2067"
PERSIAN_LETTERS = ("\u0600", "\u06ff")
PART = re.compile(r"\+(\d+)")


def draw_difference(lines: Sequence[Line], locale: Locale, room: int) -> tuple[str, bool]:
    """The lines as HTML in at most `room`, and whether all of them are there."""
    drawn = [_line(each, locale) for each in lines]
    kept = fitting(drawn, room, between="\n")
    return "\n".join(kept), len(kept) == len(drawn) and _whole(lines)


def as_document(lines: Sequence[Line]) -> str:
    """The lines as a plain text that any phone opens."""
    return "".join(f"{line.sign} {line.text}\n" for line in lines)


def _line(line: Line, locale: Locale) -> str:
    if line.sign == "@":
        return f"⋯ {locale.plain.say('playbooks-from-line', line=_first_line(line))}"
    words = _in_direction(cut(line.text.strip(), LINE_SHOWN))
    match line.sign:
        case "-":
            return f"➖ <s>{words}</s>"
        case "+":
            return f"➕ <b>{words}</b>"
        case _:
            return f"▫️ {words}"


def _first_line(opening: Line) -> int:
    """The new file's line at which a part begins: 150 of "-150,5 +150,6"."""
    found = PART.search(opening.text)
    return int(found.group(1)) if found is not None else 1


def _in_direction(text: str) -> str:
    """A line with Persian in it reads from the right, though it begin with a Latin key."""
    persian = any(PERSIAN_LETTERS[0] <= letter <= PERSIAN_LETTERS[1] for letter in text)
    opening = RIGHT_TO_LEFT_ISOLATE if persian else LEFT_TO_RIGHT_ISOLATE
    return f"{opening}{escape(text.translate(TURNING))}{POP_ISOLATE}"


def _whole(lines: Sequence[Line]) -> bool:
    return all(len(line.text.strip()) <= LINE_SHOWN for line in lines)
