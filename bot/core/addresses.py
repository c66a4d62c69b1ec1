"""Addresses in a text: links and @names, each in one way of writing, so that like ones meet."""

import re
from collections.abc import Iterator

LONGEST = 128
_ENDINGS = "com|ir|net|org|shop|store|me|online|site|info|biz|co|app|link|xyz|top"
_LINK = re.compile(
    r"(?:(?:https?://|www\.)[^\s<>«»()\"']{3,400}"
    rf"|(?<![\w@.])(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:{_ENDINGS})(?![\w@-]|\.\w)(?:/[^\s<>«»()\"']{{0,400}})?)",
    re.IGNORECASE | re.ASCII,
)
_NAME = re.compile(r"(?<![\w@./])@([a-z0-9_][a-z0-9_.]{1,30}[a-z0-9_])", re.IGNORECASE | re.ASCII)
_TELEGRAM = frozenset({"t.me", "telegram.me", "telegram.dog"})
_OF_MANY = frozenset(
    {"instagram.com", "basalam.com", "torob.com", "divar.ir", "eitaa.com", "rubika.ir"}
)
_NOT_NAMES = frozenset({"joinchat", "c", "s", "addlist", "share"})
_TAIL = ".,;:!?،؛؟…"


def addresses_in(text: str) -> tuple[str, ...]:
    """«بیاین @Mahtab_Shop یا t.me/Mahtab_Shop» has "@mahtab_shop", once.

    Of a link the host is kept, and of hosts that serve many shops the first part of the path.
    """
    return tuple(dict.fromkeys(each[:LONGEST] for each in _found(text)))


def name_address(username: str) -> str:
    """The address of a Telegram user, group or channel with a public name."""
    return f"@{username.casefold()}"


def _found(text: str) -> Iterator[str]:
    for link in _LINK.finditer(text):
        address = _of_link(link[0].rstrip(_TAIL))
        if address is not None:
            yield address
    for name in _NAME.finditer(_LINK.sub(" ", text)):
        yield name_address(name[1])


def _of_link(link: str) -> str | None:
    bare = re.sub(r"^https?://", "", link, flags=re.IGNORECASE).removeprefix("www.")
    host, _, path = bare.partition("/")
    host = host.partition("?")[0].partition("#")[0].rpartition("@")[2].casefold()
    host = host.removeprefix("www.").removeprefix("m.")
    first = re.split(r"[/?#]", path, maxsplit=1)[0].casefold()
    if "." not in host:
        return None
    if host in _TELEGRAM and first and first not in _NOT_NAMES and not first.startswith("+"):
        return name_address(first)
    if host in _TELEGRAM or host in _OF_MANY:
        return f"{host}/{first}" if first else host
    return host
