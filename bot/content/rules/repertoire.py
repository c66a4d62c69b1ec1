"""Mistakes between playbooks that speak together: who is heard, who claims what, who lacks what."""

from collections.abc import Iterator
from functools import lru_cache

from bot.content.build import build
from bot.content.document import Document, Repertoire
from bot.content.files import FILES_KEPT
from bot.content.formats import OWN
from bot.content.nodes import ListNode, TextNode, texts_at
from bot.content.problems import Problem, Severity, shortened
from bot.content.rules.rule import HouseRule, RepertoireRule
from bot.core.house import House
from bot.core.playbook import Moment, Playbook


class DifferentSteps(RepertoireRule):
    """A translation whose steps are not those of the original, in order."""

    severity = Severity.ISSUE
    args = frozenset({"other", "wanted", "found"})

    def find(self, repertoire: Repertoire) -> Iterator[Problem]:
        """Compares the kinds of steps; where an overlay is missing, that is told already."""
        originals = repertoire.of(repertoire.fallback)
        for document in repertoire.documents:
            original = originals.get(document.id)
            if original is None or (original.kind and not document.kind):
                continue
            wanted, found = _kinds(original), _kinds(document)
            if wanted != found:
                mark = document.mark_of("steps")
                yield self.problem(mark, other=original.file, wanted=wanted, found=found)


class NeverHeard(RepertoireRule):
    """A playbook that another one with a higher priority always speaks before."""

    severity = Severity.ISSUE
    args = frozenset({"id", "other"})

    def find(self, repertoire: Repertoire) -> Iterator[Problem]:
        """Of two that are equal, the first by name speaks."""
        books = [
            (build(document), document) for document in repertoire.of(repertoire.fallback).values()
        ]
        books.sort(key=lambda pair: (-pair[0].priority, pair[0].id))
        for number, (book, document) in enumerate(books):
            louder = next((each for each, _ in books[:number] if _drowns(each, book)), None)
            if louder:
                mark = document.mark_of("priority" if document.root.get("priority") else "when")
                yield self.problem(mark, id=shortened(book.id), other=louder.id)


class PhraseOfTwo(RepertoireRule):
    """A phrase that raises two different things alone."""

    severity = Severity.ISSUE
    is_of_sound = False
    args = frozenset({"phrase", "id", "other", "line"})

    def find(self, repertoire: Repertoire) -> Iterator[Problem]:
        """Told at the later playbook by name; two for the same situations may share."""
        for locale in repertoire.locales:
            first: dict[str, tuple[Document, TextNode]] = {}
            for document in repertoire.of(locale).values():
                claims = _claims(document)
                for folded, node in _phrases(document):
                    other, said = first.setdefault(folded, (document, node))
                    if other is not document and _claims(other) != claims:
                        yield self.problem(
                            node.mark,
                            phrase=shortened(node.text),
                            id=shortened(other.id),
                            other=said.mark.file,
                            line=said.mark.line,
                        )


class MissingFriendlyDrafts(HouseRule):
    """A playbook that says شما where the shop says تو: it has no drafts for the friendly tone."""

    severity = Severity.ISSUE
    args = frozenset({"steps"})

    def find(self, document: Document, house: House) -> Iterator[Problem]:
        """Told at the first such step."""
        steps = document.root.get("steps")
        if not house.is_friendly(document.locale) or not isinstance(steps, ListNode):
            return
        missing = [step for step in steps.items if not any(texts_at(step, "friendly"))]
        if missing:
            kinds = (kind.text for step in missing for kind in texts_at(step, "kind"))
            yield self.problem(missing[0].mark, steps=", ".join(map(shortened, kinds)))


def _kinds(document: Document) -> str:
    return ", ".join(shortened(kind.text) for kind in texts_at(document.root, "steps", "kind"))


def _drowns(louder: Playbook, book: Playbook) -> bool:
    """Whether the louder playbook speaks wherever the other would."""
    if louder.moment is not book.moment:
        return False
    if book.moment is Moment.CALMED:
        return True
    if not louder.calmest <= book.calmest <= book.hottest <= louder.hottest:
        return False
    if not louder.situations:
        return not louder.is_own
    return bool(book.situations) and not book.is_own and book.situations <= louder.situations


def _claims(document: Document) -> frozenset[str]:
    """What a playbook's phrases raise."""
    situations = frozenset(found.text for found in texts_at(document.root, "when", "situations"))
    return situations if situations - {OWN} else frozenset({document.id})


@lru_cache(maxsize=FILES_KEPT)
def _phrases(document: Document) -> tuple[tuple[str, TextNode], ...]:
    return tuple(
        (_folded(node.text), node) for node in texts_at(document.root, "signals", "phrases")
    )


def _folded(phrase: str) -> str:
    """A phrase however it is typed: half-spaces, Arabic letters, capitals."""
    return " ".join(phrase.translate(_LETTERS).casefold().split())


_LETTERS = str.maketrans({"\u200c": " ", "\u064a": "ی", "\u0643": "ک", "أ": "ا", "إ": "ا"})

REPERTOIRE_RULES: tuple[RepertoireRule, ...] = (DifferentSteps(), NeverHeard(), PhraseOfTwo())
TONE_RULES: tuple[HouseRule, ...] = (MissingFriendlyDrafts(),)
