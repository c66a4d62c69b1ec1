"""One conversation: its turns, and the memory of what it has come to."""

from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto

from bot.core.assessment import Situation, Tension
from bot.core.signs import Sign

REMEMBERED_TURNS = 8


class Who(StrEnum):
    """Who speaks."""

    CUSTOMER = "customer"
    SELLER = "seller"


class Channel(StrEnum):
    """Where the conversation takes place."""

    CHAT = "chat"
    GROUP = "group"
    COMMENT = "comment"
    EMAIL = "email"

    @property
    def is_public(self) -> bool:
        """Whether other customers can read along."""
        return self in (Channel.GROUP, Channel.COMMENT)


class Unread(Enum):
    """What was named and could not be read: «چند میلیون تومن»."""

    SUM = auto()


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation.

    `at` is seconds since the epoch (or since the first turn, in corpus files). A message that is
    only a picture, sticker or voice note has `media` and an empty `text`: counted, not read.
    Parts of one album share `album`. `number` is the message's in its chat, where it has one.
    `links` are addresses behind its words, which only a tap would show.
    """

    who: Who
    text: str
    at: float
    channel: Channel = Channel.CHAT
    name: str | None = None
    media: str | None = None
    album: str | None = None
    edited: bool = False
    number: int | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """A remembered turn: enough to see repetition, bursts and a course of tension.

    `number` is the message's in its chat, where it has one. `signs` say how a trouble may end.
    """

    who: Who
    at: float
    folded: str
    tension: Tension = Tension.CALM
    situations: frozenset[Situation] = frozenset()
    risk: float = 0.0
    number: int | None = None
    signs: frozenset[Sign] = frozenset()

    def is_turn(self, at: float, who: Who, number: int | None) -> bool:
        """Whether this is `who`'s turn of that number, or of that moment where one has none."""
        if self.who is not who:
            return False
        if self.number is None or number is None:
            return self.at == at
        return self.number == number


@dataclass(frozen=True, slots=True)
class Memory:
    """What one conversation has come to, as detection needs it; grows no further than a few turns.

    `recent` holds the last `REMEMBERED_TURNS` turns of both sides, oldest first. `unanswered`
    counts the customer's turns since the seller last spoke, `since` is when the first of them came.
    `heard` counts all customer turns, `seen` those in which each situation was found.
    `language` is "fa" or "en": what the customer writes, Finglish being Persian. `amount` is the
    last sum of money either side named, in toman; None where none was, or the last was not read.
    """

    recent: tuple[Past, ...] = ()
    heard: int = 0
    unanswered: int = 0
    since: float | None = None
    seen: tuple[tuple[Situation, int], ...] = ()
    peak: Tension = Tension.CALM
    language: str = "fa"
    amount: int | None = None
    album: str | None = None

    @property
    def tension(self) -> Tension:
        """Tension at the customer's newest turn."""
        return next((past.tension for past in self.customer_turns()), Tension.CALM)

    def customer_turns(self) -> tuple[Past, ...]:
        """The customer's remembered turns, newest first."""
        return tuple(past for past in reversed(self.recent) if past.who is Who.CUSTOMER)

    def without(self, at: float, who: Who, *, number: int | None = None) -> "Memory":
        """The memory without the newest turn, if `who` spoke it, as `number` or at `at`.

        Else the memory itself.
        """
        if not self.recent or not self.recent[-1].is_turn(at, who, number):
            return self
        *kept, forgotten = self.recent
        if who is Who.SELLER:
            return replace(self, recent=tuple(kept))
        seen = {name: count - (name in forgotten.situations) for name, count in self.seen}
        unanswered = max(0, self.unanswered - 1)
        peak = max((past.tension for past in kept), default=Tension.CALM)
        return replace(
            self,
            recent=tuple(kept),
            heard=max(0, self.heard - 1),
            unanswered=unanswered,
            since=self.since if unanswered else None,
            seen=tuple((name, count) for name, count in seen.items() if count > 0),
            peak=peak if forgotten.tension is self.peak else self.peak,
        )

    def after_seller(self, past: Past, *, amount: int | Unread | None = None) -> "Memory":
        """The memory once the seller has spoken."""
        return replace(
            self,
            recent=(*self.recent, past)[-REMEMBERED_TURNS:],
            unanswered=0,
            since=None,
            amount=spoken_of(amount, self.amount),
        )

    def after_customer(
        self, past: Past, *, language: str, amount: int | Unread | None = None
    ) -> "Memory":
        """The memory once the customer's turn has been assessed."""
        seen = dict(self.seen)
        for situation in past.situations:
            seen[situation] = seen.get(situation, 0) + 1
        return replace(
            self,
            recent=(*self.recent, past)[-REMEMBERED_TURNS:],
            heard=self.heard + 1,
            unanswered=self.unanswered + 1,
            since=self.since if self.since is not None else past.at,
            seen=tuple(sorted(seen.items())),
            peak=max(self.peak, past.tension),
            language=language,
            amount=spoken_of(amount, self.amount),
        )


def spoken_of(named: int | Unread | None, before: int | None) -> int | None:
    """The sum spoken of once `named` is said, in toman; one that was not read leaves none."""
    if named is None:
        return before
    return None if isinstance(named, Unread) else named
