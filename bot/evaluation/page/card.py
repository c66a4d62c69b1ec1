"""A card of the page: its title, what it is about, and what is on it."""

from bot.evaluation.page.markup import Child, Markup, tag
from bot.evaluation.words import Words
from bot.locale import Argument


def card(name: str, words: Words, *content: Child, **args: Argument) -> Markup:
    """A card with the messages `<name>-title` and `<name>-about`, the latter with arguments."""
    return tag(
        "section",
        tag("h2", words.say(f"{name}-title")),
        tag("p", words.say(f"{name}-about", **args), cls="about"),
        *content,
        cls="card",
    )


def legend(names: dict[str, str]) -> Markup:
    """Signs and what they mean: the class of each, and its words."""
    return tag(
        "ul",
        *(tag("li", tag("i", cls=sign), meaning) for sign, meaning in names.items()),
        cls="legend",
    )
