"""Who says what, and when: the same for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from benchmarks.conversations import ANSWER, CALM, FURIOUS, HEATED

TALKS_OF_A_SELLER = 8
BEGINS_AT = 1_767_600_000.0
"""The plan's first moment: Monday, the 5th of January 2026, 11:30 in Tehran; days stay whole."""

SOOTHED = (
    "باشه، ممنون که پیگیری کردین",
    "دستتون درد نکنه، حل شد 🙏",
    "خب این شد جواب، مرسی",
)
SELLERS_WORDS = (
    ANSWER,
    "حق دارید، همین الان پیگیری می‌کنم و تا یک ساعت دیگه خبرتون می‌کنم",
    "ببخشید بابت تاخیر، بسته فردا صبح به دستتون می‌رسه",
    "سلام، بله موجوده",
)
AMENDED = "ببخشید اشتباه نوشتم، منظورم سفارش دیروز بود"


class Where(StrEnum):
    """Where a talk takes place: with the seller alone, in their group, or below their post."""

    CHAT = "chat"
    GROUP = "group"
    POST = "post"


WHERE = (Where.CHAT, Where.CHAT, Where.GROUP, Where.CHAT, Where.POST)
"""A seller's talks, one after another, and again from the beginning."""


class Deed(StrEnum):
    """What happens in a talk."""

    CUSTOMER = "customer"
    SELLER = "seller"
    EDIT = "edit"
    DELETION = "deletion"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing done in a talk, so many seconds after the beginning.

    An edit or a deletion is of the customer's newest message; in public nobody tells of deletions.
    """

    after: float
    talk: int
    deed: Deed
    text: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is said in a run."""

    seed: int
    talks: int
    lines: tuple[Line, ...]

    @property
    def sellers(self) -> int:
        """How many sellers there are; a seller has several customers."""
        return -(-self.talks // TALKS_OF_A_SELLER)

    def first(self, count: int) -> "Plan":
        """The same, but for what comes after so many lines."""
        return replace(self, lines=self.lines[:count])

    def seller_of(self, talk: int) -> int:
        """Which seller a talk's customer writes to, counted from 0."""
        return talk % self.sellers

    def where_is(self, talk: int) -> Where:
        """Where a talk takes place."""
        return WHERE[talk // self.sellers % len(WHERE)]

    def talks_of(self, seller: int, where: Where) -> list[int]:
        """A seller's talks in one kind of place."""
        own = range(seller, self.talks, self.sellers)
        return [talk for talk in own if self.where_is(talk) is where]


def make_plan(seed: int, *, talks: int, seconds: float, rate: float) -> Plan:
    """A plan of `rate` lines a second; every talk has some."""
    chance = Random(seed)
    plan = Plan(seed, talks, ())
    going = [_talk(Random(f"{seed} {talk}"), plan.where_is(talk)) for talk in range(talks)]
    lines = []
    for index in range(max(talks, int(seconds * rate))):
        number = index if index < talks else chance.randrange(talks)
        deed, text = next(going[number])
        lines.append(Line(index / rate, number, deed, text))
    return replace(plan, lines=tuple(lines))


def _talk(chance: Random, where: Where) -> Iterator[tuple[Deed, str]]:
    """One customer's talk, without an end: matters one after the other, calm and heated.

    In public the seller answers once before anything happens: so the talk is theirs, and nobody
    else of the team is asked.
    """
    if where is not Where.CHAT:
        yield Deed.CUSTOMER, chance.choice(chance.choice(CALM))
        yield Deed.SELLER, SELLERS_WORDS[-1]
    while True:
        kind = chance.choices((CALM, HEATED, FURIOUS), (6, 3, 1))[0]
        for text in chance.choice(kind):
            yield Deed.CUSTOMER, text
            if chance.random() < 0.04:
                yield Deed.EDIT, f"{AMENDED} ({chance.randrange(1000)})"
            elif chance.random() < 0.02:
                yield Deed.DELETION, ""
            if chance.random() < 0.4:
                yield Deed.SELLER, chance.choice(SELLERS_WORDS)
        if kind is not CALM and chance.random() < 0.7:
            yield Deed.SELLER, SELLERS_WORDS[1]
            yield Deed.CUSTOMER, chance.choice(SOOTHED)
