"""Mistakes that show when one looks at a whole playbook."""

from collections.abc import Iterable, Iterator

from bot.content.document import Document
from bot.content.formats import OWN
from bot.content.nodes import TextNode, text_at, texts_at
from bot.content.problems import Problem, Severity, shortened
from bot.content.rules.rule import HERE, BookRule
from bot.core.playbook import Moment, StepKind

FEWEST_EXAMPLES = 3


class RepeatRule(BookRule):
    """The same thing twice; told at the second, or at the overlay's where one is an overlay's."""

    def repeated(
        self, nodes: Iterable[TextNode], document: Document, *told: str
    ) -> Iterator[Problem]:
        """One problem for each repetition; the words are told as `told`."""
        for again, first in _repeated(nodes):
            mine, other = again, first
            if again.mark.file != document.file == first.mark.file:
                mine, other = first, again
            where = HERE if mine.mark.file == other.mark.file else other.mark.file
            words = {name: shortened(mine.text) for name in told}
            yield self.problem(mine.mark, first=other.mark.line, other=where, **words)


class RepeatedStepKind(RepeatRule):
    """The same kind of step twice: a used kind is not used again, so the second never comes."""

    args = frozenset({"kind", "first", "other"})

    def find(self, document: Document) -> Iterator[Problem]:
        """The second and later ones."""
        yield from self.repeated(texts_at(document.root, "steps", "kind"), document, "kind")


class StepNeverReached(BookRule):
    """A second step for after the trouble: nobody climbs there, only the first is shown."""

    severity = Severity.ISSUE
    args = frozenset({"kind", "shown"})

    def find(self, document: Document) -> Iterator[Problem]:
        """The step for looking back later stands apart."""
        if text_at(document.root, "when", "moment") != Moment.CALMED:
            return
        kinds = [
            node
            for node in texts_at(document.root, "steps", "kind")
            if node.text != StepKind.FOLLOW_UP
        ]
        for kind in kinds[1:]:
            yield self.problem(kind.mark, kind=shortened(kind.text), shown=shortened(kinds[0].text))


class SameDraftTwice(RepeatRule):
    """The same words as two drafts, in one step or in two."""

    severity = Severity.ISSUE
    args = frozenset({"first", "other"})

    def find(self, document: Document) -> Iterator[Problem]:
        """Spaces make no difference; a draft may serve both tones."""
        for drafts in ("drafts", "friendly"):
            yield from self.repeated(texts_at(document.root, "steps", drafts), document)


class SamePhraseTwice(RepeatRule):
    """The same phrase twice in one playbook, perhaps once as sure and once as a hint."""

    severity = Severity.ISSUE
    args = frozenset({"phrase", "first", "other"})

    def find(self, document: Document) -> Iterator[Problem]:
        """Over `phrases`, `hints` and `unless` together."""
        kinds = ("phrases", "hints", "unless")
        phrases = (node for kind in kinds for node in texts_at(document.root, "signals", kind))
        yield from self.repeated(phrases, document, "phrase")


class OwnWithoutSigns(BookRule):
    """A situation of the shop's own that nothing shows: no phrases, and too few examples."""

    args = frozenset({"found", "wanted"})

    def find(self, document: Document) -> Iterator[Problem]:
        """Phrases are enough, and so are a few messages that must lead there."""
        situations = texts_at(document.root, "when", "situations")
        own = next((node for node in situations if node.text == OWN), None)
        if own is None or any(texts_at(document.root, "signals", "phrases")):
            return
        fires = sum(not node.is_blank for node in texts_at(document.root, "examples", "fires"))
        if fires < FEWEST_EXAMPLES:
            yield self.problem(own.mark, found=fires, wanted=FEWEST_EXAMPLES)


def _repeated(nodes: Iterable[TextNode]) -> Iterator[tuple[TextNode, TextNode]]:
    """Pairs of a repetition and what it repeats."""
    seen: dict[str, TextNode] = {}
    for node in nodes:
        key = " ".join(node.text.split())
        if key and key in seen:
            yield node, seen[key]
        seen.setdefault(key, node)


BOOK_RULES: tuple[BookRule, ...] = (
    RepeatedStepKind(),
    StepNeverReached(),
    SameDraftTwice(),
    SamePhraseTwice(),
    OwnWithoutSigns(),
)
