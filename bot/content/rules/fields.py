"""Mistakes in single values: ids, situations, ranges, numbers, times, and Arabic letters."""

from collections.abc import Iterator
from typing import ClassVar

from bot.content.formats import HIGHEST_PRIORITY
from bot.content.problems import Problem, Severity, shortened
from bot.content.rules.rule import PlaceRule, TextRule, Written, nearest
from bot.content.shape import Role


class ChoiceRule(TextRule):
    """A word that is none of the few that are known."""

    args = frozenset({"found", "near", "known"})

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Says what was probably meant, and all that could be."""
        if not written.shape.allows(written.text):
            yield self.problem(
                written.mark,
                found=shortened(written.text),
                near=nearest(written.text, written.shape.choices),
                known=", ".join(written.shape.choices),
            )


class UnknownSituation(ChoiceRule):
    """A situation that Aram does not know."""

    roles = frozenset({Role.SITUATION})


class UnknownStepKind(ChoiceRule):
    """A kind of step that the method does not have."""

    roles = frozenset({Role.STEP_KIND})


class UnknownMoment(ChoiceRule):
    """A moment other than trouble and calmed."""

    roles = frozenset({Role.MOMENT})


class UnknownNeed(ChoiceRule):
    """A step that needs somebody other than the manager."""

    roles = frozenset({Role.NEED})


class UnknownTone(ChoiceRule):
    """A tone other than formal and friendly."""

    roles = frozenset({Role.TONE})


class PatternRule(TextRule):
    """A value that is not written as it must be."""

    args = frozenset({"found"})

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Shows what was found; the sentence says how to write it."""
        if not written.shape.allows(written.text):
            yield self.problem(written.mark, found=shortened(written.text))


class BadId(PatternRule):
    """An id of other letters than small Latin ones, digits and underlines."""

    roles = frozenset({Role.ID})


class BadTensionRange(PatternRule):
    """A tension that is none of the four, or a range that runs from hot to calm."""

    roles = frozenset({Role.TENSION})


class BadDuration(PatternRule):
    """A time span not written as 30m, 2h or 2d."""

    roles = frozenset({Role.DURATION})


class BadAmount(PatternRule):
    """A sum that is no whole number of toman."""

    roles = frozenset({Role.AMOUNT})


class BadPriority(TextRule):
    """A priority that is no whole number between the bounds."""

    roles = frozenset({Role.PRIORITY})
    args = frozenset({"found", "highest"})

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Persian digits are as good as Latin ones."""
        if not written.shape.allows(written.text):
            yield self.problem(
                written.mark, found=shortened(written.text), highest=HIGHEST_PRIORITY
            )


class ArabicLetters(TextRule):
    """Arabic ي or ك in a Persian text of ours; customers' words may have them."""

    severity = Severity.ISSUE
    roles = frozenset({Role.TITLE, Role.ADVICE, Role.DRAFT, Role.REMARK, Role.SHOP_TEXT})
    args = frozenset({"word"})
    letters: ClassVar[frozenset[str]] = frozenset("\u064a\u0643")

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Shows the first word that has one."""
        if written.locale != "fa":
            return
        words = (word for word in written.text.split() if self.letters & set(word))
        word = next(words, None)
        if word is not None:
            yield self.problem(written.mark, word=shortened(word))


FIELD_RULES: tuple[PlaceRule, ...] = (
    UnknownSituation(),
    UnknownStepKind(),
    UnknownMoment(),
    UnknownNeed(),
    UnknownTone(),
    BadId(),
    BadTensionRange(),
    BadDuration(),
    BadAmount(),
    BadPriority(),
    ArabicLetters(),
)
