"""Mistakes in drafts, the words that go to customers: names and brackets."""

import re
from collections.abc import Iterator

from bot.content.nodes import TextNode
from bot.content.phrases import has_words
from bot.content.problems import Problem, Severity, shortened
from bot.content.rules.rule import Place, PlaceRule, TextRule, Written, nearest
from bot.content.shape import Role
from bot.core.wording import PLACEHOLDERS, Names, fill

_PLACEHOLDER = re.compile(r"\{([^{}\[\]]*)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FENCE = re.compile(r"[\[\]{}]")
_CLOSES = {"]": "[", "}": "{"}


class EmptyDraft(PlaceRule):
    """A draft without words, or one that is nothing but words that can fall away."""

    roles = frozenset({Role.DRAFT})

    def find(self, place: Place) -> Iterator[Problem]:
        """A draft must say something to a customer whose name nobody knows."""
        match place.node:
            case TextNode(text=text, mark=mark):
                if not text.strip() or (_is_balanced(text) and not has_words(fill(text, Names()))):
                    yield self.problem(mark)


class DraftRule(TextRule):
    """A mistake in a draft that is not blank."""

    roles = frozenset({Role.DRAFT})


class UnbalancedBrackets(DraftRule):
    """Brackets or braces that do not close, or stand within one another."""

    args = frozenset({"draft"})

    def find_in(self, written: Written) -> Iterator[Problem]:
        """`[` … `]` may hold `{` … `}`, and nothing else may nest."""
        if not _is_balanced(written.text):
            yield self.problem(written.mark, draft=shortened(written.text))


class UnknownPlaceholder(DraftRule):
    """A name in braces that Aram cannot fill in."""

    args = frozenset({"found", "near", "known"})

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Once for each such name."""
        for name in dict.fromkeys(_PLACEHOLDER.findall(written.text)):
            if name not in PLACEHOLDERS:
                yield self.problem(
                    written.mark,
                    found=shortened("{" + name + "}"),
                    near=_in_braces(nearest(name, PLACEHOLDERS)),
                    known=", ".join("{" + known + "}" for known in PLACEHOLDERS),
                )


class BarePlaceholder(DraftRule):
    """A name outside square brackets: where it is unknown, a hole would stay."""

    args = frozenset({"name"})

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Known names only; unknown ones are `UnknownPlaceholder`'s."""
        if not _is_balanced(written.text):
            return
        outside = _OPTIONAL.sub("", written.text)
        for name in dict.fromkeys(_PLACEHOLDER.findall(outside)):
            if name in PLACEHOLDERS:
                yield self.problem(written.mark, name="{" + name + "}")


class IdleBrackets(DraftRule):
    """Square brackets without a name inside: they never fall away."""

    severity = Severity.ISSUE
    args = frozenset({"words"})

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Once for each pair."""
        for words in _OPTIONAL.findall(written.text):
            if "{" not in words:
                yield self.problem(written.mark, words=shortened(f"[{words}]"))


class PlaceholderOutsideDraft(TextRule):
    """A name in braces where nothing is filled in: a title, an advice, a value of the shop."""

    severity = Severity.ISSUE
    roles = frozenset({Role.TITLE, Role.ADVICE, Role.REMARK, Role.SHOP_TEXT})
    args = frozenset({"name"})

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Only drafts are filled in."""
        for name in dict.fromkeys(_PLACEHOLDER.findall(written.text)):
            if name in PLACEHOLDERS:
                yield self.problem(written.mark, name="{" + name + "}")


def _in_braces(near: str) -> str:
    return "{" + near + "}" if near in PLACEHOLDERS else near


def _is_balanced(draft: str) -> bool:
    """Whether all fences close and only braces stand inside brackets."""
    opened = ""
    for fence in _FENCE.findall(draft):
        if fence in _CLOSES:
            if not opened.endswith(_CLOSES[fence]):
                return False
            opened = opened[:-1]
        else:
            opened += fence
        if opened not in ("", "[", "{", "[{"):
            return False
    return not opened


DRAFT_RULES: tuple[PlaceRule, ...] = (
    EmptyDraft(),
    UnbalancedBrackets(),
    UnknownPlaceholder(),
    BarePlaceholder(),
    IdleBrackets(),
    PlaceholderOutsideDraft(),
)
