"""Walks a file beside its format and asks every rule for single places."""

from collections.abc import Iterator
from functools import lru_cache

from bot.content.files import FILES_KEPT
from bot.content.formats import FORMATS, Format
from bot.content.nodes import ListNode, Node, TableNode, TextNode
from bot.content.problems import Problem
from bot.content.rules import PLACE_RULES, Place
from bot.content.rules.rule import PlaceRule
from bot.content.shape import LanguageShape, ListShape, Role, Shape, TableShape, TextShape
from bot.content.source import read


@lru_cache(maxsize=FILES_KEPT)
def problems_in(raw: bytes, file: str, form: Format, locale: str) -> tuple[Problem, ...]:
    """Every problem that shows at one place; `locale` is the language of the file's own words."""
    root = read(raw, file).root
    return tuple(_problems(root, form, locale)) if root else ()


def _problems(root: Node, form: Format, locale: str) -> Iterator[Problem]:
    rules = {role: _rules_for(role) for role in (None, *Role)}
    for place in _places(root, FORMATS[form], key=form.value, locale=locale):
        role = place.shape.role if isinstance(place.shape, TextShape) else None
        for rule in rules[role]:
            yield from rule.find(place)


def _rules_for(role: Role | None) -> tuple[PlaceRule, ...]:
    return tuple(rule for rule in PLACE_RULES if rule.roles is None or role in rule.roles)


def _places(node: Node, shape: Shape, *, key: str, locale: str) -> Iterator[Place]:
    """Every node beside its shape, as far down as the two agree."""
    match node, shape:
        case TextNode(), LanguageShape(text=text):
            yield Place(node, text, key, locale)
        case TableNode(entries=entries), LanguageShape(text=text):
            yield Place(node, shape, key, locale)
            for entry in entries:
                yield Place(entry.value, text, key, entry.key.text)
        case ListNode(items=items), ListShape(item=item_shape):
            yield Place(node, shape, key, locale)
            for item in items:
                yield from _places(item, item_shape, key=key, locale=locale)
        case TableNode(entries=entries), TableShape():
            yield Place(node, shape, key, locale)
            for entry in entries:
                field = shape.field(entry.key.text)
                if field:
                    yield from _places(entry.value, field.shape, key=field.name, locale=locale)
        case _:
            yield Place(node, shape, key, locale)
