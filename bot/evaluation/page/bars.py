"""F1 as bars, by register and by situation, with precision and recall as two marks on each."""

from collections.abc import Iterable

from bot.evaluation.counts import Counts
from bot.evaluation.page.card import card, legend
from bot.evaluation.page.markup import Markup, tag
from bot.evaluation.scores import Scores
from bot.evaluation.words import Words


def register_bars_card(scores: Scores, words: Words) -> Markup:
    """Alerts by how people write, the commonest first."""
    ranked = sorted(scores.by_register.items(), key=lambda each: -each[1].in_gold)
    named = [(words.say(f"register-{name}"), counts) for name, counts in ranked]
    return card("registers", words, _legend(words), _bars(named, words))


def situation_bars_card(scores: Scores, words: Words) -> Markup:
    """Situations, those heard best first."""
    ranked = sorted(scores.known_situations().items(), key=lambda each: -each[1].f1)
    named = [(words.situation(name), counts) for name, counts in ranked]
    return card("bars", words, _legend(words), _bars(named, words))


def _legend(words: Words) -> Markup:
    return legend({f"key {name}": words.say(name) for name in ("f1", "precision", "recall")})


def _bars(named: Iterable[tuple[str, Counts]], words: Words) -> Markup:
    return tag("ul", *(_bar(name, counts, words) for name, counts in named), cls="bars")


def _bar(name: str, counts: Counts, words: Words) -> Markup:
    said = words.say(
        "bar-says",
        precision=words.percent(counts.precision),
        recall=words.percent(counts.recall),
        count=counts.in_gold,
    )
    return tag(
        "li",
        tag("span", name, tag("small", words.number(counts.in_gold)), cls="name"),
        tag(
            "span",
            tag("i", cls="filled", style=f"inline-size:{100 * counts.f1:.1f}%"),
            _mark("precision", counts.precision),
            _mark("recall", counts.recall),
            cls="gauge",
        ),
        tag("b", words.number(counts.f1, 2)),
        title=said,
    )


def _mark(name: str, share: float) -> Markup:
    return tag("i", cls=f"mark {name}", style=f"inset-inline-start:{100 * share:.1f}%")
