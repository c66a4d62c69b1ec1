"""Mistakes that show when one looks at a whole playbook."""

from collections.abc import Iterator

from bot.content.nodes import TextNode, texts_at
from bot.content.problems import Problem, Severity, shortened
from bot.content.rules.rule import BookRule, Document


class IdDiffersFromFileName(BookRule):
    """A file called otherwise than the playbook in it."""

    args = frozenset({"id", "name"})

    def find(self, document: Document) -> Iterator[Problem]:
        """One name for both, so that languages and versions find each other."""
        for found in texts_at(document.root, "id"):
            if not found.is_blank and found.text != document.name:
                yield self.problem(found.mark, id=shortened(found.text), name=document.name)


class RepeatedStepKind(BookRule):
    """The same kind of step twice: a used kind is not used again, so the second never comes."""

    args = frozenset({"kind", "first"})

    def find(self, document: Document) -> Iterator[Problem]:
        """The second and later ones."""
        for again, first in _repeated(texts_at(document.root, "steps", "kind")):
            yield self.problem(again.mark, kind=shortened(again.text), first=first.mark.line)


class SameDraftTwice(BookRule):
    """The same words as two drafts."""

    severity = Severity.ISSUE
    args = frozenset({"first"})

    def find(self, document: Document) -> Iterator[Problem]:
        """Spaces make no difference."""
        for again, first in _repeated(texts_at(document.root, "steps", "drafts")):
            yield self.problem(again.mark, first=first.mark.line)


class SamePhraseTwice(BookRule):
    """The same phrase twice in one playbook, perhaps once as sure and once as a hint."""

    severity = Severity.ISSUE
    args = frozenset({"phrase", "first"})

    def find(self, document: Document) -> Iterator[Problem]:
        """Over `phrases`, `hints` and `unless` together."""
        kinds = ("phrases", "hints", "unless")
        phrases = (node for kind in kinds for node in texts_at(document.root, "signals", kind))
        for again, first in _repeated(phrases):
            yield self.problem(again.mark, phrase=shortened(again.text), first=first.mark.line)


def _repeated(nodes: Iterator[TextNode]) -> Iterator[tuple[TextNode, TextNode]]:
    """Pairs of a repetition and what it repeats."""
    seen: dict[str, TextNode] = {}
    for node in nodes:
        key = " ".join(node.text.split())
        if key and key in seen:
            yield node, seen[key]
        seen.setdefault(key, node)


BOOK_RULES: tuple[BookRule, ...] = (
    IdDiffersFromFileName(),
    RepeatedStepKind(),
    SameDraftTwice(),
    SamePhraseTwice(),
)
