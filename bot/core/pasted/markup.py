"""The text of an HTML mail, in one pass over it, whatever is in it."""

from html import unescape

_BREAKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "hr"})
_QUOTED = frozenset({"blockquote"})
_SILENT = ("script", "style", "head", "title")


def text_of(html: str) -> str:
    """What a reader sees, a line for each paragraph; earlier mails quoted begin with >."""
    said: list[str] = []
    position, depth = 0, 0
    lowered = html.lower()
    while True:
        opened = html.find("<", position)
        closed = html.find(">", opened) if opened >= 0 else -1
        if closed < 0:
            said.append(_words(html[position:], depth))
            break
        said.append(_words(html[position:opened], depth))
        name = _name(html[opened + 1 : opened + 20])
        position = closed + 1
        if html.startswith("<!--", opened):
            ended = html.find("-->", opened)
            position = len(html) if ended < 0 else ended + len("-->")
        elif name in _SILENT:
            ended = lowered.find(f"</{name}", position)
            position = len(html) if ended < 0 else ended
        elif name.removeprefix("/") in _QUOTED:
            depth = max(0, depth + (-1 if name.startswith("/") else 1))
            said.append("\n")
        elif name.removeprefix("/") in _BREAKS:
            said.append("\n")
    lines = (" ".join(line.split()) for line in "".join(said).split("\n"))
    return "\n".join(line for line in lines if line)


def _name(tag: str) -> str:
    """The name at a tag's beginning, as in "/p" or "br"."""
    words = tag.split(">", 1)[0].split()
    first = words[0].lower() if words else ""
    return first.rstrip("/") if first != "/" else ""


def _words(text: str, depth: int) -> str:
    plain = " ".join(unescape(text).split())
    spaced = f" {plain} " if plain else " "
    return f"\n>{spaced}" if depth and plain else spaced
