"""Text as Telegram takes it: HTML in which no words do harm, and which reads from its own side."""

import re
from dataclasses import dataclass
from html import escape

from aiogram.types import InlineKeyboardMarkup

from bot.locale import Locale

RIGHT_TO_LEFT = frozenset({"fa", "ar", "ur", "ckb", "he"})
LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
COMMAND = re.compile(r"(?<!\S)(<code>)?/(?=[a-z]+\b)")
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
QUOTATION = "<blockquote>"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A message ready for Telegram; `keyboard` is None where nothing can be pressed any more."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None


def quoted(text: str) -> str:
    """A person's words as a quotation."""
    return f"{QUOTATION}{escape(isolated(text))}</blockquote>"


def isolated(text: str) -> str:
    """A person's words, in their own direction, unable to turn the rest of the card around."""
    return f"{FIRST_STRONG_ISOLATE}{text.translate(TURNING)}{POP_ISOLATE}"


def one_direction(text: str, locale: Locale) -> str:
    """In a right-to-left language a mark opens each line, whatever letter follows it.

    Another keeps the stroke of a command, /help, on its left, outside of what is to be copied.
    """
    if locale.language not in RIGHT_TO_LEFT:
        return text
    commands = COMMAND.sub(rf"{LEFT_TO_RIGHT_MARK}\g<0>", text)
    return "\n".join(map(_marked, commands.split("\n")))


def _marked(line: str) -> str:
    """The mark stands inside a quotation, which must begin its line."""
    if line.startswith(QUOTATION):
        return f"{QUOTATION}{RIGHT_TO_LEFT_MARK}{line.removeprefix(QUOTATION)}"
    return RIGHT_TO_LEFT_MARK + line if line else line
