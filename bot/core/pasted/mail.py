"""An e-mail file read: who writes, about what, and their own words; whatever the file is."""

import codecs
import re
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from email.utils import parseaddr, parsedate_to_datetime

from bot.core.pasted.markup import text_of
from bot.core.pasted.quotes import own_words

LARGEST_READ = 512 * 1024
"""Bytes of a mail that are looked at: its words come before its attachments."""

_LONGEST_HEADER = 2_000
_MOST_BOUNDARIES = 40
_SLOW_CHARSETS = frozenset({"idna", "punycode"})
"""Python decodes these in the square of their length; no mail is written in them."""
_HEADER = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|mime-version):", re.IGNORECASE
)
_BOUNDARY = re.compile(rb"boundary[ \t*0-9]{0,40}=", re.IGNORECASE)
_FALLBACKS = ("utf-8", "windows-1256")


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail: `text` are the sender's own words, `at` when it was sent, in seconds."""

    sender: str | None
    subject: str | None
    text: str
    at: float | None = None


class _ShortHeaders(Compat32):
    """Headers cut short: Python looks through a long one again and again for its parameters."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def is_mail(raw: bytes) -> bool:
    """Whether a text begins as a mail does: with its headers, From and Subject among them."""
    head = raw[:20_000].lstrip(b"\xef\xbb\xbf\r\n \t").split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
    names = {line.split(b":", 1)[0].lower() for line in head.splitlines() if b":" in line[:60]}
    return bool(_HEADER.match(head)) and {b"from", b"subject"} <= names


def read_mail(raw: bytes) -> Mail | None:
    """The mail in these bytes; None where there is none, or where it is broken past reading."""
    start = raw[:LARGEST_READ]
    if len(_BOUNDARY.findall(start)) > _MOST_BOUNDARIES:
        return None
    try:
        message = BytesParser(policy=_ShortHeaders()).parsebytes(start)
        text = _text(message)
    except (MessageError, RecursionError, LookupError, ValueError, TypeError):
        return None
    sender, subject = _header(message, "from"), _header(message, "subject")
    if not sender and not subject:
        return None
    return Mail(_name(sender), subject or None, own_words(text), _sent_at(message))


def decoded(raw: bytes, charset: str | None = None) -> str:
    """Bytes as text: in the charset they claim, else as UTF-8, else as Persian Windows writes."""
    for name in (charset, *_FALLBACKS):
        try:
            if name and codecs.lookup(name).name not in _SLOW_CHARSETS:
                return raw.decode(name)
        except (LookupError, ValueError):
            continue
    return raw.decode("windows-1256", errors="replace")


def _text(message: Message) -> str:
    """The first part with words that is no attachment: plain ones first, then HTML."""
    plain = html = ""
    for part in message.walk():
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and not plain:
            plain = _payload(part)
        elif kind == "text/html" and not html:
            html = text_of(_payload(part))
    return plain or html


def _payload(part: Message) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    text = decoded(raw, part.get_content_charset())
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()


def _header(message: Message, name: str) -> str:
    """A header's words, decoded; a broken one as it stands."""
    found = (value for key, value in message.raw_items() if key.lower() == name)
    raw = decoded(str(next(found, "")).encode("utf-8", "surrogateescape"))[:_LONGEST_HEADER]
    try:
        parts = decode_header(raw)
        words = "".join(
            decoded(part, charset) if isinstance(part, bytes) else part for part, charset in parts
        )
    except (MessageError, ValueError, LookupError):
        words = raw
    return " ".join(words.encode(errors="ignore").decode().replace("\0", "").split())


def _name(sender: str) -> str | None:
    name, address = parseaddr(sender)
    return name or address or sender or None


def _sent_at(message: Message) -> float | None:
    try:
        return parsedate_to_datetime(str(message.get("date") or "")[:100]).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
