"""Whether risk can be believed: what was said against what was so."""

from collections.abc import Sequence

from bot.evaluation.curve import Tenth, calibration_error
from bot.evaluation.page.card import card
from bot.evaluation.page.markup import Markup
from bot.evaluation.page.plot import Note, Scale, percents, plot
from bot.evaluation.page.svg import Spot, dot, line
from bot.evaluation.words import Words

_LARGEST_DOT, _SMALLEST_DOT = 26.0, 7.0


def calibration_card(tenths: Sequence[Tenth], words: Words) -> Markup:
    """A dot for each tenth of the scale; on the diagonal the risk is as true as it can be."""
    known = [each for each in tenths if each.turns]
    most = max((each.turns for each in known), default=1)
    spots = [(each.mean_risk, each.share_of_yes) for each in known]
    error = words.number(calibration_error(known), 3)
    drawn = plot(
        line([(0, 0), (1, 1)], "ideal"),
        line(spots, "strong thin"),
        *(_weighed(spot, each.turns / most) for spot, each in zip(spots, known, strict=True)),
        across=Scale(words.say("risk-said"), percents(words)),
        up=Scale(words.say("share-of-yes"), percents(words)),
        says=words.say("calibration-says", error=error),
        notes=[
            Note((0.03, 0.97), words.say("calibration-error", error=error), "below after strong"),
        ],
        cls="tall fill",
    )
    return card("calibration", words, drawn)


def _weighed(spot: Spot, weight: float) -> Markup:
    """A dot whose area tells how many turns it stands for."""
    size = max(_SMALLEST_DOT, _LARGEST_DOT * float(weight**0.5))
    return dot(spot, "weighed", size=size)
