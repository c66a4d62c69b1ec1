"""Text from what bots write to what people see: HTML, entities given, entities found."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.wire import Json, utf16_length

_SIMPLE_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
}
_GIVEN_FIELDS = ("type", "offset", "length", "url", "language", "custom_emoji_id")
_GIVEN_KINDS = (
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "blockquote",
    "expandable_blockquote",
    "text_link",
    "custom_emoji",
    "mention",
    "hashtag",
    "bot_command",
    "url",
    "email",
)
_OTHER_TAGS = frozenset({"a", "span", "blockquote", "tg-emoji"})
_MARK = re.compile(r"[<&]")
_TAG_NAME = re.compile(r"[^\s/>]*")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_REFERENCE = re.compile(r"&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|lt|gt|amp|quot);")
_LOOKS_SPECIAL = re.compile(r"[@#/.]")
_FOUND = re.compile(
    r"(?P<url>(?:https?://[^\s<>\"«»]+)"
    r"|(?<![\w@.])(?:[a-zA-Z0-9-]+\.)+(?:com|org|net|ir|me|io)(?:/[^\s<>\"«»]*)?)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[a-zA-Z0-9-]+\.[a-zA-Z0-9.-]*[a-zA-Z])"
    r"|(?P<mention>(?<![\w@/])@[a-zA-Z]\w{3,31})"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
    r"|(?P<bot_command>(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z]\w{3,31})?(?![\w/]))",
    re.ASCII | re.IGNORECASE,
)
_HASHTAG = re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class _OpenTag:
    name: str
    kind: str
    extra: Json
    offset: int


def _unparsable(why: str) -> Refusal:
    return bad_request(f"can't parse entities: {why}")


def _byte_offset(source: str, index: int) -> int:
    return len(source[:index].encode())


def parse(text: str, parse_mode: str, entities: Sequence[Json] | None) -> tuple[str, list[Json]]:
    """Return the text people see and its entities, offsets in UTF-16 code units, sorted.

    Refuses what Telegram refuses. Markdown modes are the sandbox's own gap and it says so.
    """
    mode = parse_mode.lower()
    if mode == "html":
        shown, found = parse_html(text)
    elif mode in ("", "none"):
        shown, found = text, [_checked(entity) for entity in entities or ()]
    elif mode in ("markdown", "markdownv2"):
        raise Refusal(501, f"Not Implemented: the sandbox lacks parse_mode {parse_mode}")
    else:
        raise bad_request("unsupported parse_mode")
    return _trimmed(shown, found)


def _checked(entity: Json) -> Json:
    if not isinstance(entity, dict):
        raise _unparsable("expected an Object")
    if not isinstance(entity.get("offset"), int) or not isinstance(entity.get("length"), int):
        raise _unparsable('Field "offset" must be of type Number')
    if entity.get("type") not in _GIVEN_KINDS:
        raise _unparsable("Unsupported type specified")
    return {name: entity[name] for name in _GIVEN_FIELDS if entity.get(name) is not None}


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Strip the ends as Telegram does, and keep entities inside what is left."""
    shown = text.strip()
    if not entities:
        found = find_entities(shown)
        return shown, found
    lost = utf16_length(text[: len(text) - len(text.lstrip())])
    size = utf16_length(shown)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - lost)
        end = min(size, entity["offset"] + entity["length"] - lost)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    kept += [found for found in find_entities(shown) if not _overlaps(found, kept)]
    return shown, sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _overlaps(entity: Json, others: Sequence[Json]) -> bool:
    """Whether a found entity lies in one that may hold no other (code, links), or touches one of
    its own kind.
    """
    start, end = entity["offset"], entity["offset"] + entity["length"]
    solid = {"code", "pre", "text_link", "text_mention", "url", "email", "mention"}
    return any(
        other["type"] in solid
        and start < other["offset"] + other["length"]
        and end > other["offset"]
        for other in others
    )


def find_entities(text: str) -> list[Json]:
    """Find what Telegram finds by itself: commands, mentions, hashtags, addresses.

    A smaller set of rules than Telegram's (no phone numbers, cash tags or cards), enough for bots
    to route by.
    """
    if not _LOOKS_SPECIAL.search(text):
        return []
    spans = [(m.start(), m.end(), m.lastgroup or "") for m in _FOUND.finditer(text)]
    spans += [
        (m.start(), m.end(), "hashtag")
        for m in _HASHTAG.finditer(text)
        if not any(start < m.end() and m.start() < end for start, end, _ in spans)
    ]
    return [
        {
            "type": kind,
            "offset": utf16_length(text[:start]),
            "length": utf16_length(text[start:end]),
        }
        for start, end, kind in sorted(spans)
    ]


class _HtmlReader:
    """Reads one HTML text from left to right, as strictly as Telegram."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.shown: list[str] = []
        self.length = 0
        self.open: list[_OpenTag] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        index = 0
        while mark := _MARK.search(self.source, index):
            self._show(self.source[index : mark.start()])
            index = self._read_mark(mark.start())
        self._show(self.source[index:])
        if self.open:
            name = self.open[-1].name
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{name}"')
        return "".join(self.shown), self.entities

    def _show(self, text: str) -> None:
        if text:
            self.shown.append(text)
            self.length += utf16_length(text)

    def _read_mark(self, index: int) -> int:
        if self.source[index] == "&":
            return self._read_reference(index)
        if self.source.startswith("</", index):
            return self._read_end_tag(index)
        return self._read_start_tag(index)

    def _read_reference(self, index: int) -> int:
        reference = _REFERENCE.match(self.source, index)
        if reference is None:
            self._show("&")
            return index + 1
        self._show(html.unescape(reference.group()))
        return reference.end()

    def _read_start_tag(self, begin: int) -> int:
        where = _byte_offset(self.source, begin)
        close = self.source.find(">", begin)
        if close < 0:
            raise _unparsable(f"Unclosed start tag at byte offset {where}")
        found = _TAG_NAME.match(self.source, begin + 1)
        name = found.group().lower() if found else ""
        if name not in _SIMPLE_TAGS and name not in _OTHER_TAGS:
            raise _unparsable(f'Unsupported start tag "{name}" at byte offset {where}')
        index, attributes = self._read_attributes(begin + 1 + len(name), where)
        kind, extra = self._meaning(name, attributes, where)
        self.open.append(_OpenTag(name, kind, extra, self.length))
        return index

    def _read_attributes(self, index: int, where: int) -> tuple[int, dict[str, str]]:
        attributes: dict[str, str] = {}
        while True:
            while index < len(self.source) and self.source[index].isspace():
                index += 1
            if index >= len(self.source):
                raise _unparsable(f"Unclosed start tag at byte offset {where}")
            if self.source[index] == ">":
                return index + 1, attributes
            attribute = _ATTRIBUTE.match(self.source, index)
            if attribute is None:
                raise _unparsable(f"Unexpected end of name token at byte offset {where}")
            value = (attribute.group(2) or "").strip("\"'")
            attributes[attribute.group(1).lower()] = html.unescape(value)
            index = attribute.end()

    def _meaning(self, name: str, attributes: dict[str, str], where: int) -> tuple[str, Json]:
        if name == "a":
            return "text_link", {"url": attributes.get("href", "")}
        if name == "blockquote":
            return "expandable_blockquote" if "expandable" in attributes else "blockquote", {}
        if name == "tg-emoji":
            return "custom_emoji", {"custom_emoji_id": attributes.get("emoji-id", "")}
        if name == "span":
            if attributes.get("class") != "tg-spoiler":
                raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
            return "spoiler", {}
        language = attributes.get("class", "")
        if name == "code" and language.startswith("language-"):
            return "code", {"language": language.removeprefix("language-")}
        return _SIMPLE_TAGS[name], {}

    def _read_end_tag(self, begin: int) -> int:
        where = _byte_offset(self.source, begin)
        if not self.open:
            raise _unparsable(f"Unexpected end tag at byte offset {where}")
        close = self.source.find(">", begin)
        if close < 0:
            raise _unparsable(f"Unclosed end tag at byte offset {where}")
        name = self.source[begin + 2 : close].strip().lower()
        tag = self.open.pop()
        if name and name != tag.name:
            raise _unparsable(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        self._close(tag)
        return close + 1

    def _close(self, tag: _OpenTag) -> None:
        length = self.length - tag.offset
        if length == 0:
            return
        entity: Json = {"type": tag.kind, "offset": tag.offset, "length": length, **tag.extra}
        if tag.kind == "text_link":
            link = self._link(entity)
            if link is None:
                return
            entity = link
        if tag.kind == "code":
            language = entity.pop("language", None)
            if self.open and self.open[-1].kind == "pre":
                self.open[-1].extra.update({"language": language} if language else {})
                return
        self.entities.append(entity)

    def _link(self, entity: Json) -> Json | None:
        url = entity["url"] or "".join(self.shown)[-entity["length"] :]
        if url.startswith("tg://"):
            return {**entity, "url": url}
        if "." not in url:
            return None
        full = url if "://" in url else f"http://{url}"
        return {**entity, "url": full if full.count("/") > 2 else f"{full}/"}


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Parse Telegram's HTML, refusing with Telegram's words.

    >>> parse_html("<b>آرام</b> باش")
    ('آرام باش', [{'type': 'bold', 'offset': 0, 'length': 4}])
    """
    shown, entities = _HtmlReader(source).read()
    return shown, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
