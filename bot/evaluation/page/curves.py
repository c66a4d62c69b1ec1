"""The trade-off: precision against recall, and what more recall costs in false alarms."""

from bot.evaluation.curve import Curve
from bot.evaluation.page.card import card
from bot.evaluation.page.markup import Markup
from bot.evaluation.page.plot import Note, Scale, percents, plot
from bot.evaluation.page.svg import Spot, area, dot, line, steps
from bot.evaluation.words import Words

_EQUAL_F1 = (0.6, 0.7, 0.8, 0.9)
_MOST_FALSE_ALARMS = 300


def curve_card(shown: Curve, words: Words) -> Markup:
    """Precision and false alarms over recall, one below the other."""
    return card("curve", words, _precision_recall(shown, words), _false_alarms(shown, words))


def _precision_recall(shown: Curve, words: Words) -> Markup:
    chosen = shown.chosen.counts
    at = (chosen.recall, chosen.precision)
    spots = [(point.counts.recall, point.counts.precision) for point in shown.points]
    figures = {
        "precision": words.percent(chosen.precision),
        "recall": words.percent(chosen.recall),
        "risk": words.number(shown.chosen.threshold, 2),
    }
    return plot(
        *(line(_equal_f1(value), "equal") for value in _EQUAL_F1),
        area(spots, "soft"),
        line(spots, "strong"),
        line([(at[0], 0.0), at], "guide"),
        dot(at, "halo"),
        dot(at, "chosen"),
        across=Scale("", []),
        up=Scale(words.say("precision"), percents(words)),
        says=words.say("curve-says", ap=words.number(shown.average_precision, 2), **figures),
        notes=[
            Note(at, words.say("curve-chosen", **figures), "below before strong"),
            *(_f1_note(value, words) for value in _EQUAL_F1),
        ],
        cls="tall",
    )


def _equal_f1(value: float) -> list[Spot]:
    """Where precision and recall come to the same F1."""
    recalls = (value / (2 - value) + each / 40 * (1 - value / (2 - value)) for each in range(41))
    return [(recall, value * recall / (2 * recall - value)) for recall in recalls]


def _f1_note(value: float, words: Words) -> Note:
    return Note((value / (2 - value), 1.0), words.number(value, 1), "above middle faint")


def _false_alarms(shown: Curve, words: Words) -> Markup:
    spots = [
        (point.counts.recall, min(1.0, point.counts.false_alarms / _MOST_FALSE_ALARMS))
        for point in shown.points
        if point.counts.false_alarms <= _MOST_FALSE_ALARMS
    ]
    chosen = shown.chosen.counts
    at = (chosen.recall, min(1.0, chosen.false_alarms / _MOST_FALSE_ALARMS))
    said = words.number(chosen.false_alarms)
    return plot(
        area(steps(spots), "soft warm"),
        line(steps(spots), "strong warm"),
        line([at, (at[0], 1.0)], "guide"),
        dot(at, "halo"),
        dot(at, "chosen warm"),
        across=Scale(words.say("recall"), percents(words)),
        up=Scale(
            words.say("false-alarms"), [(each / 3, words.number(100 * each)) for each in range(4)]
        ),
        says=words.say("false-alarms-says", count=said),
        notes=[Note(at, said, "above before strong")],
        cls="low",
    )
