"""The headline figures as tiles: the figure, a bar, and its aim as a notch on the bar."""

from collections.abc import Sequence

from bot.evaluation.headline import Headline
from bot.evaluation.page.markup import Markup, tag
from bot.evaluation.words import Words


def tiles(shown: Sequence[Headline], words: Words) -> Markup:
    """All tiles, in order."""
    return tag("ul", *(_tile(each, words) for each in shown), cls="tiles")


def _tile(headline: Headline, words: Words) -> Markup:
    at_most = "aim-at-most" if headline.less_is_better else "aim-at-least"
    met = "met" if headline.is_met else "unmet"
    filled, notch = (min(1.0, each / headline.full) for each in (headline.value, headline.aim))
    return tag(
        "li",
        tag("h2", words.say(f"headline-{headline.name}")),
        tag("p", words.figure(headline), cls="figure"),
        tag(
            "div",
            tag("i", cls="filled", style=f"inline-size:{100 * filled:.1f}%"),
            tag("i", cls="notch", style=f"inset-inline-start:{100 * notch:.1f}%"),
            cls="gauge",
            aria_hidden="true",
        ),
        tag("p", words.say(at_most, aim=words.aim(headline)), tag("b", words.say(met)), cls="aim"),
        tag("p", words.say(f"meaning-{headline.name}"), cls="meaning"),
        cls=f"tile {met}",
    )
