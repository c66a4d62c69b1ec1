"""Mistakes in naming a situation of the shop's own."""

from collections.abc import Iterator

from bot.content.formats import OWN
from bot.content.nodes import TableNode, TextNode
from bot.content.problems import Problem
from bot.content.rules.rule import Place, PlaceRule
from bot.content.shape import Role, TableShape, TextShape

_TAKEN_FOR_PLACES = frozenset({Role.MOMENT, Role.TENSION, Role.STEP_KIND, Role.NEED})


class OwnOutsideSituations(PlaceRule):
    """`own` somewhere else than in the list `when.situations`."""

    args = frozenset({"key"})

    def find(self, place: Place) -> Iterator[Problem]:
        """As a key, or as a value of another key."""
        match place.node, place.shape:
            case TableNode(entries=entries), TableShape():
                for entry in entries:
                    if entry.key.text == OWN:
                        yield self.problem(entry.key.mark, key=place.key)
            case TextNode(text=text, mark=mark), TextShape(role=role):
                if text == OWN and role in _TAKEN_FOR_PLACES:
                    yield self.problem(mark, key=place.key)


OWN_RULES: tuple[PlaceRule, ...] = (OwnOutsideSituations(),)
