"""Texts that are too long for where they are shown."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from bot.content.document import Document
from bot.content.nodes import ListNode, texts_at
from bot.content.problems import Problem, Severity
from bot.content.rules.rule import NONE_NEAR, HouseRule, TextRule, Written
from bot.content.shape import Role
from bot.core.card import QUOTE_LENGTH
from bot.core.house import House, in_toman
from bot.core.ladder import DRAFTS_SHOWN
from bot.core.wording import Names, fill

COPY_BUTTON_HOLDS = 256  # Bot API, CopyTextButton.text
MESSAGE_HOLDS = 4096  # Bot API, sendMessage.text
FRAME = 600  # a card's names, reasons and headings
LONG_NAME, LONG_SHOP, LONG_AMOUNT = "ن" * 16, "ن" * 24, 100_000_000


class LengthRule(TextRule):
    """A text that people will not read to its end, or that does not fit."""

    severity = Severity.ISSUE
    args = frozenset({"length", "longest"})
    longest: ClassVar[int]

    def find_in(self, written: Written) -> Iterator[Problem]:
        """Counts as Telegram does."""
        length = length_of(written.text.strip())
        if length > self.longest:
            yield self.problem(written.mark, length=length, longest=self.longest)


class TitleTooLong(LengthRule):
    """A title that no button and no line of a list holds."""

    roles = frozenset({Role.TITLE})
    longest = 60


class AdviceTooLong(LengthRule):
    """An advice that a seller in the middle of a quarrel does not read."""

    roles = frozenset({Role.ADVICE})
    longest = 300


class DraftTooLong(HouseRule):
    """A draft that, with names and the shop's values filled in, no longer fits a copy button."""

    args = frozenset({"length", "longest", "value"})

    def find(self, document: Document, house: House) -> Iterator[Problem]:
        """Every draft of every step, of either tone; names the longest of the shop's values."""
        names = longest_names(house, document.locale)
        for drafts in ("drafts", "friendly"):
            for draft in texts_at(document.root, "steps", drafts):
                length = length_of(fill(draft.text, names))
                if length > COPY_BUTTON_HOLDS:
                    yield self.problem(
                        draft.mark,
                        length=length,
                        longest=COPY_BUTTON_HOLDS,
                        value=_longest_value(draft.text, house.names(document.locale)),
                    )


class StepTooLongForCard(HouseRule):
    """A step whose advice and drafts do not fit one message with the customer's words."""

    args = frozenset({"length", "longest"})

    def find(self, document: Document, house: House) -> Iterator[Problem]:
        """Advice, title and the longest drafts that may be shown together."""
        names = longest_names(house, document.locale)
        longest = MESSAGE_HOLDS - FRAME - QUOTE_LENGTH
        title = sum(length_of(found.text) for found in texts_at(document.root, "title"))
        steps = document.root.get("steps")
        for step in steps.items if isinstance(steps, ListNode) else ():
            for drafts in ("drafts", "friendly"):
                filled = (fill(draft.text, names) for draft in texts_at(step, drafts))
                shown = sorted(map(length_of, filled), reverse=True)[:DRAFTS_SHOWN]
                advice = [length_of(found.text) for found in texts_at(step, "advice")]
                length = title + sum(shown) + sum(advice)
                if shown and length > longest:
                    yield self.problem(step.mark, length=length, longest=longest)
                    break


def length_of(text: str) -> int:
    """Telegram counts in UTF-16, an emoji outside the common plane as two."""
    return len(text.encode("utf-16-le")) // 2


def longest_names(house: House, locale: str) -> Names:
    """The shop's values with long names of people; a long name and sum where the shop has none."""
    names = house.names(locale)
    limit = LONG_AMOUNT if house.refund_limit is None else house.refund_limit
    return replace(
        names,
        customer=LONG_NAME,
        seller=LONG_NAME,
        product=max((LONG_NAME, *house.products), key=length_of),
        shop=names.shop or LONG_SHOP,
        refund_limit=in_toman(limit, locale),
    )


def _longest_value(draft: str, values: Names) -> str:
    """The name in shop.yaml of the longest value in a draft; "none" where it holds none."""
    held = {name: text for name, text in values.known().items() if "{" + name + "}" in draft}
    return max(held, key=lambda name: length_of(held[name]), default=NONE_NEAR)


LENGTH_RULES = (TitleTooLong(), AdviceTooLong())
FITTING_RULES: tuple[HouseRule, ...] = (DraftTooLong(), StepTooLongForCard())
