"""What is taken for what, as heat maps: right ones on the diagonal, mistakes beside it."""

from collections.abc import Iterable

from bot.core.assessment import Tension
from bot.evaluation.confusion import NAMES, Name, SituationConfusion, TensionConfusion
from bot.evaluation.page.card import card
from bot.evaluation.page.markup import Markup, tag
from bot.evaluation.words import Words

_WORTH_SAYING = 0.05


def situation_card(confusion: SituationConfusion, words: Words) -> Markup:
    """Labelled situations down, heard ones across; rows that never occur are left out."""
    rows = [name for name in NAMES if confusion.turns.get(name)]
    table = tag(
        "table",
        _head(words.situation(name) for name in NAMES),
        tag("tbody", *(_situation_row(right, confusion, words) for right in rows)),
        cls="heat situations",
    )
    label = words.say("confusion-title")
    scrolled = tag("div", table, cls="scroll", tabindex=0, role="group", aria_label=label)
    return card("confusion", words, scrolled)


def _situation_row(right: Name, confusion: SituationConfusion, words: Words) -> Markup:
    name, turns = words.situation(right), confusion.turns[right]
    cells = (
        _cell(
            confusion.share(right, heard),
            words.say("confusion-cell", right=name, heard=words.situation(heard), share=""),
            words,
            is_right=right is heard,
        )
        for heard in NAMES
    )
    return tag("tr", tag("th", name, tag("small", words.number(turns)), scope="row"), *cells)


def tension_card(confusion: TensionConfusion, words: Words) -> Markup:
    """The four levels: right ones down, heard ones across."""
    table = tag(
        "table",
        _head(words.tension(tension) for tension in Tension),
        tag("tbody", *(_tension_row(right, confusion, words) for right in Tension)),
        cls="heat levels",
    )
    return card("tension", words, table)


def _tension_row(right: Tension, confusion: TensionConfusion, words: Words) -> Markup:
    turns = sum(confusion.turns[right])
    cells = (
        _cell(confusion.share(right, heard), "", words, is_right=right is heard)
        for heard in Tension
    )
    head = tag("th", words.tension(right), tag("small", words.number(turns)), scope="row")
    return tag("tr", head, *cells)


def _head(names: Iterable[str]) -> Markup:
    columns = (tag("th", tag("span", name), scope="col") for name in names)
    return tag("thead", tag("tr", tag("td"), *columns))


def _cell(share: float, title: str, words: Words, *, is_right: bool) -> Markup:
    said = words.percent(share) if share >= _WORTH_SAYING else ""
    strength = "strong" if share > 0.6 else None
    return tag(
        "td",
        tag("span", said),
        cls=" ".join(filter(None, ("right" if is_right else "wrong", strength))),
        style=f"--share:{100 * share:.0f}%",
        title=title or None,
    )
