"""Everything at one glance: a column for each conversation, a dot for each customer turn."""

from collections.abc import Sequence

from bot.evaluation.counts import outcome
from bot.evaluation.figures import Figures
from bot.evaluation.gold import Wanted
from bot.evaluation.judged import Judged, JudgedTurn
from bot.evaluation.page.card import legend
from bot.evaluation.page.markup import Markup, tag
from bot.evaluation.words import Words, quote

_MOST_COLUMNS = 160
_OUTCOMES = ("tp", "fn", "fp", "tn")


def glance(figures: Figures, words: Words) -> Markup:
    """What Aram is like in two sentences, and every turn that says so."""
    alerts = figures.scores.alerts
    return tag(
        "section",
        tag(
            "div",
            tag("p", words.say("recall-sentence", share=round(100 * alerts.recall)), cls="lead"),
            tag(
                "p",
                words.say("precision-sentence", share=round(100 * alerts.precision)),
                cls="lead",
            ),
            _legend(figures, words),
            tag("p", words.say("glance-about"), cls="about"),
        ),
        tag("div", *_columns(figures.conversations, words), cls="blocks"),
        cls="card glance",
    )


def _legend(figures: Figures, words: Words) -> Markup:
    counts = {name: getattr(figures.scores.alerts, name) for name in _OUTCOMES}
    counts["either"] = len(figures.turns) - sum(counts.values())
    return legend(
        {
            f"turn {name}": words.say(f"outcome-{name}", count=count)
            for name, count in counts.items()
        }
    )


def _columns(conversations: Sequence[Judged], words: Words) -> list[Markup | None]:
    stormy = [judged for judged in conversations if _is_stormy(judged)]
    calm = [judged for judged in conversations if not _is_stormy(judged)]
    return [
        _block(words.say(name, count=len(each)), each)
        for name, each in (("glance-stormy", stormy), ("glance-calm", calm))
        if each
    ]


def _block(title: str, conversations: Sequence[Judged]) -> Markup:
    """One kind of conversation; of very many, as many as can be seen, spread evenly."""
    step = max(1, -(-len(conversations) // _MOST_COLUMNS))
    return tag(
        "figure",
        tag("figcaption", title),
        tag("div", *map(_column, conversations[::step]), cls="columns", aria_hidden="true"),
    )


def _column(judged: Judged) -> Markup:
    return tag("div", *map(_dot, judged.turns))


def _dot(turn: JudgedTurn) -> Markup:
    name = outcome(turn.label.wanted, fired=turn.alert) or "either"
    return tag("i", cls=f"turn {name}", title=quote(turn.turn.text, 80))


def _is_stormy(judged: Judged) -> bool:
    return any(turn.label.wanted is Wanted.YES for turn in judged.turns)
