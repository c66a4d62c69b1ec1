"""A copied chat taken apart: who said what, where the program that it was copied from says so.

Read line by line with bounded patterns, so that any text takes time by its length alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.pasted.moments import has_clock, moment_of
from bot.core.pasted.names import is_customers_word, is_own_word
from bot.core.pasted.plain import lines_of, same_name, with_latin_digits


class Form(StrEnum):
    """How a text is written down."""

    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    SENT = "sent"
    NAMES = "names"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """One message: who, their words, when, on a line of its own seconds; `media` has no words."""

    name: str | None
    text: str
    at: float | None = None
    media: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text taken apart; what the program itself remarked is left out."""

    form: Form
    lines: tuple[Line, ...]

    @property
    def is_chat(self) -> bool:
        """Whether it says who speaks."""
        return self.form is not Form.PLAIN


@dataclass(frozen=True, slots=True)
class _Heading:
    """What begins a message: a name, or None for a notice, then the first words."""

    name: str | None
    when: str | None
    rest: str


_TELEGRAM = re.compile(r"^(?:> )?([^\[\]]{1,80})[,،] ?\[([^\[\]]{4,40})\]:?(.*)$")
_BRACKETS = re.compile(r"^\[([^\[\]]{4,40})\] ?(?:([^:\[\]]{1,80}): ?(.*)|(.*))$")
_DASH = re.compile(
    r"^(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,،]? {1,2}\d{1,2}:\d{2}(?::\d{2})?"
    r"(?: ?[^\W\d_][^-–]{0,8})?)"
    r" [-–] (?:([^:]{1,80}): ?(.*)|(.*))$"
)
_SENT = re.compile(r"^(.{1,60}) (?:sent|said|wrote|فرستاد|فرستادید)(?: a message)?:?$")
_NAME = re.compile(r"^(?:> )?([^:：]{1,40})[:：](?!//)(.*)$")
_ASIDE = re.compile(r"^\[ ?(?:In reply to|Forwarded from|در پاسخ به|فوروارد از)[^\[\]]{0,80}\]$")
_MEDIA = re.compile(
    r"^(?:\[ ?(?:photo|video|voice message|sticker|file|album|gif|audio|animation|عکس|ویدیو|ویدئو|"
    r"پیام صوتی|صدا|استیکر|پرونده|فایل)[^\[\]]{0,60}\]"
    r"|<(?:media omitted|رسانه حذف شد|رسانه حذف شده|attached: [^<>]{1,80})>"
    r"|(?:image|video|audio|sticker|gif|document|contact card) omitted)$",
    re.IGNORECASE,
)
_MOST_WORDS_OF_NAME = 4
_MOST_SPEAKERS = 8


def parse(text: str) -> Transcript:
    """A text taken apart; a text that is no chat is one line of no name."""
    lines = lines_of(text)
    forms: tuple[tuple[Form, Callable[[str], _Heading | None]], ...] = (
        (Form.TELEGRAM, _telegram),
        (Form.WHATSAPP, _whatsapp),
        (Form.SENT, _sent),
        (Form.NAMES, _names_heading(lines)),
    )
    for form, heading in forms:
        found = _gather(lines, heading)
        if _is_of(form, found):
            return Transcript(form, tuple(found))
    whole = "\n".join(lines).strip()
    return Transcript(Form.PLAIN, (Line(None, whole),) if whole else ())


def _is_of(form: Form, messages: list[Line]) -> bool:
    named = [line.name for line in messages if line.name is not None]
    if form is Form.SENT:
        return len(named) > 1 or any(is_own_word(name) for name in named)
    return bool(named)


def _gather(lines: list[str], heading: Callable[[str], _Heading | None]) -> list[Line]:
    """Messages with the lines that follow their headings."""
    messages: list[Line] = []
    bodies: list[list[str]] = []
    for line in lines:
        found = heading(line)
        if found is None:
            if not bodies:
                messages.append(Line(None, ""))
                bodies.append([])
            bodies[-1].append(line)
        elif found.name is not None:
            at = moment_of(found.when) if found.when is not None else None
            messages.append(Line(found.name, "", at))
            bodies.append([found.rest])
    said = (_said(message, body) for message, body in zip(messages, bodies, strict=True))
    return [line for line in said if line.text or line.media]


def _said(message: Line, body: Iterable[str]) -> Line:
    """A message with its words; asides of the program are no words."""
    lines = [line.strip() for line in body]
    words = [line for line in lines if not _ASIDE.match(line) and not _MEDIA.match(line)]
    media = any(_MEDIA.match(line) for line in lines)
    return replace(message, text="\n".join(words).strip(), media=media)


def _telegram(line: str) -> _Heading | None:
    found = _TELEGRAM.match(line)
    if found is None or not has_clock(found[2]):
        return None
    return _Heading(found[1].strip(), found[2], found[3].strip())


def _whatsapp(line: str) -> _Heading | None:
    for pattern in (_BRACKETS, _DASH):
        found = pattern.match(with_latin_digits(line))
        if found is not None and has_clock(found[1]):
            if found[2] is None:
                return _Heading(None, found[1], line[found.start(4) :])
            name = line[found.start(2) : found.end(2)].strip()
            return _Heading(name, found[1], line[found.start(3) :].strip())
    return None


def _sent(line: str) -> _Heading | None:
    found = _SENT.match(line.strip())
    return _Heading(found[1].strip(), None, "") if found is not None else None


def _names_heading(lines: list[str]) -> Callable[[str], _Heading | None]:
    """Names before colons, where they are speakers': known words, or names that come again."""
    written = Counter(name for name in map(_name_in, lines) if name is not None)
    known = any(is_own_word(name) or is_customers_word(name) for name in written)
    lines_with_words = sum(1 for line in lines if line.strip())
    is_chat = (
        0 < len(written) <= _MOST_SPEAKERS
        and written.total() > 1
        and 4 * written.total() >= lines_with_words
        and (known or (len(written) > 1 and (max(written.values()) > 1 or _stand_alone(lines))))
    )

    def heading(line: str) -> _Heading | None:
        found = _NAME.match(line.strip()) if is_chat else None
        if found is None or same_name(found[1]) not in written:
            return None
        return _Heading(found[1].strip(), None, found[2].strip())

    return heading


def _stand_alone(lines: list[str]) -> bool:
    """Whether every name has a line of its own after an empty one, as phones copy chats."""
    before = ["", *lines]
    named = [(line.strip(), above) for above, line in zip(before, lines, strict=False)]
    return all(
        line.endswith((":", "：")) and not above.strip()
        for line, above in named
        if _name_in(line) is not None
    )


def _name_in(line: str) -> str | None:
    """What may be a speaker's name before a colon, as it is compared."""
    found = _NAME.match(line.strip())
    if found is None:
        return None
    name = same_name(found[1])
    if not name or name.replace(" ", "").isdecimal() or len(name.split()) > _MOST_WORDS_OF_NAME:
        return None
    return name
