"""HTML that cannot be broken by what is put into it: every text is escaped where it enters."""

from html import escape
from typing import Final

_VOID: Final = frozenset({"meta", "link", "br", "hr"})

type Child = "Markup | str | None"
type Attribute = str | float | None


class Markup(str):
    """HTML as it is to be written; any other text is escaped."""

    __slots__ = ()


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """An element; `cls` is its class, an underscore in a name a hyphen, None leaves it out.

    >>> tag("p", "<b>", cls="note")
    '<p class="note">&lt;b&gt;</p>'
    """
    given = "".join(_written(key, value) for key, value in attributes.items() if value is not None)
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{join(*children)}</{name}>")


def join(*children: Child) -> Markup:
    """Pieces one after another, texts escaped."""
    return Markup("".join(map(_safe, children)))


def _safe(child: Child) -> str:
    if child is None:
        return ""
    return child if isinstance(child, Markup) else escape(_plain(child))


def _written(key: str, value: str | float) -> str:
    name = "class" if key == "cls" else key.replace("_", "-")
    return f' {name}="{escape(_plain(str(value)))}"'


def _plain(text: str) -> str:
    """The text without what UTF-8 cannot write."""
    return text.encode("utf-8", "replace").decode("utf-8")
