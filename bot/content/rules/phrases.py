"""Mistakes in phrases, the words that raise a situation."""

from collections.abc import Iterator

from bot.content.nodes import TextNode
from bot.content.phrases import has_wordless_part
from bot.content.problems import Problem, shortened
from bot.content.rules.rule import Place, PlaceRule, TextRule, Written
from bot.content.shape import Role


class EmptyPhrase(PlaceRule):
    """A phrase without anything."""

    roles = frozenset({Role.PHRASE})

    def find(self, place: Place) -> Iterator[Problem]:
        """Blank phrases."""
        match place.node:
            case TextNode(is_blank=True, mark=mark):
                yield self.problem(mark)


class BadPhrase(TextRule):
    """A `*` that ends no word, a `…` with nothing on a side, or punctuation instead of words."""

    roles = frozenset({Role.PHRASE})
    args = frozenset({"phrase"})

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Such a phrase would match everything, or nothing."""
        if not written.shape.allows(written.text) or has_wordless_part(written.text):
            yield self.problem(written.mark, phrase=shortened(written.text))


PHRASE_RULES: tuple[PlaceRule, ...] = (EmptyPhrase(), BadPhrase())
