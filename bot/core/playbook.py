"""Playbooks as managers mean them: typed, checked, and knowing no YAML."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.assessment import Situation, Tension


class StepKind(StrEnum):
    """What a step does; the method's vocabulary."""

    ACKNOWLEDGE_FEELINGS = "acknowledge_feelings"
    SHARE_EXPERIENCE = "share_experience"
    OFFER_ALTERNATIVE = "offer_alternative"
    OFFER_REFUND = "offer_refund"
    PART_WAYS = "part_ways"
    ANSWER_BRIEFLY = "answer_briefly"
    SET_BOUNDARY = "set_boundary"
    EXPLAIN_HONESTLY = "explain_honestly"
    CLARIFY = "clarify"
    ASK_NEED = "ask_need"
    VERIFY_REVIEWER = "verify_reviewer"
    MOVE_TO_PRIVATE = "move_to_private"
    FOLLOW_UP = "follow_up"
    HAND_OVER = "hand_over"
    TAKE_CARE = "take_care"


class Moment(StrEnum):
    """When a playbook is opened: while there is trouble, or once the customer has calmed down."""

    TROUBLE = "trouble"
    CALMED = "calmed"


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: what the seller does now, with words ready to send.

    `drafts` go to the customer, `friendly` ones where the shop says تو instead of شما. They may
    name PLACEHOLDERS; words in square brackets fall away together with a name that is not known.
    """

    kind: StepKind
    advice: str
    drafts: tuple[str, ...]
    needs_manager: bool = False
    friendly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Avoidance:
    """Words not to write, and why."""

    write: str
    why: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words, as people type them, that raise a playbook's situations.

    A phrase of `sure` raises its situation alone, `hints` only when something else agrees, and
    `unless` takes both back. `*` at a word's end stands for any ending, `…` for up to five words.
    """

    sure: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Examples:
    """Customer messages that must lead to a playbook, and look-alikes that must not."""

    fires: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Playbook:
    """What to do, step by step, in `situations` at a tension from `calmest` to `hottest`.

    An empty `situations` stands for any, unless `is_own`: then the playbook speaks where its own
    phrases or messages like its examples are found. Of several that fit, the highest `priority`
    speaks. `follow_up_seconds` is when to look back after a good end, None for never.
    """

    id: str
    title: str
    situations: frozenset[Situation]
    steps: tuple[Step, ...]
    priority: int = 0
    calmest: Tension = Tension.CALM
    hottest: Tension = Tension.ABUSIVE
    moment: Moment = Moment.TROUBLE
    phrases: Phrases = field(default_factory=Phrases)
    avoid: tuple[Avoidance, ...] = ()
    follow_up_seconds: int | None = None
    examples: Examples = field(default_factory=Examples)
    is_own: bool = False

    def __hash__(self) -> int:
        """Of what is short; equal playbooks have equal ones."""
        return hash((self.id, self.title, self.priority))

    def fits(
        self, situations: Iterable[Situation], tension: Tension, own: Container[str] = ()
    ) -> bool:
        """Whether this playbook has something to say about such a turn.

        `own` are the ids of playbooks whose own situation was found.
        """
        if not self.calmest <= tension <= self.hottest:
            return False
        if self.is_own and self.id in own:
            return True
        if not self.situations:
            return not self.is_own
        return not self.situations.isdisjoint(situations)


@dataclass(frozen=True, slots=True)
class Library:
    """All playbooks in force, by locale ("fa", "en") and id; `fallback` fills in for the others."""

    by_locale: Mapping[str, Mapping[str, Playbook]]
    fallback: str = "fa"

    def find(self, playbook_id: str, locale: str) -> Playbook | None:
        """A playbook in the wanted language, or in the fallback's."""
        wanted = self.by_locale.get(locale, {}).get(playbook_id)
        return wanted or self.by_locale.get(self.fallback, {}).get(playbook_id)

    def for_moment(self, moment: Moment) -> tuple[Playbook, ...]:
        """The fallback locale's playbooks for a moment, highest priority first."""
        chosen = (book for book in self.by_locale[self.fallback].values() if book.moment is moment)
        return tuple(sorted(chosen, key=lambda book: (-book.priority, book.id)))

    def all(self) -> tuple[Playbook, ...]:
        """Every playbook of every locale."""
        return tuple(book for books in self.by_locale.values() for book in books.values())
