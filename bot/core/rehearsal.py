"""Apart from a message's way: what would be shown for a conversation, and what a change alters.

Pure as the coach is: nothing is sent, and nothing is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.core.advice import Advice, Audience
from bot.core.assessment import Assessment, Tension
from bot.core.coach import Coach, Heard
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.course import Course
from bot.core.lesson import NO_LESSONS, Lessons
from bot.core.pace import Move, Quiet
from bot.core.press import Action, Press


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation to rehearse, oldest turn first.

    `audience` are those its cards are for; the customer's language is heard from their turns.
    `presses` are what the seller answered Aram with while it went on.
    """

    id: str
    channel: Channel
    turns: tuple[Turn, ...]
    audience: Audience = field(default_factory=Audience)
    customer: str | None = None
    presses: tuple[Press, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What a customer's turn, the talk's `number`-th from 0, would bring to the seller's screen.

    `card` counts the talk's cards from 1, None where nothing is shown; `advice` is what it says.
    """

    number: int
    turn: Turn
    assessment: Assessment
    decision: Move | Quiet
    card: int | None = None
    advice: Advice | None = None

    @property
    def alert(self) -> bool:
        """Whether the seller is whispered to; at a farewell they are not."""
        return self.card is not None and self.decision is not Move.CLOSE

    @property
    def tension(self) -> Tension:
        """How heated the customer is."""
        return self.assessment.tension

    def looks_like(self, other: "Shown") -> bool:
        """Whether the seller would see the same."""
        if self.card is None or other.card is None:
            return self.card is other.card
        mine, theirs = _as_seen(self.advice), _as_seen(other.advice)
        return (self.tension, mine) == (other.tension, theirs)


class Change(StrEnum):
    """What becomes of a card."""

    APPEARS = "appears"
    VANISHES = "vanishes"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Difference:
    """A card that a change alters, at the first turn at which the seller would notice."""

    talk: Talk
    change: Change
    before: Shown
    after: Shown

    @property
    def fresh(self) -> str | None:
        """The first words that are new, where playbook and step stay; else None."""
        old, new = self.before.advice, self.after.advice
        if old is None or new is None:
            return None
        if (old.playbook, old.step, old.kind) != (new.playbook, new.step, new.kind):
            return None
        known = (old.advice, *old.drafts)
        return next((words for words in (new.advice, *new.drafts) if words not in known), None)


@dataclass(frozen=True, slots=True)
class Compared:
    """One talk with two coaches: its customer turns, the cards that stay the same, the others."""

    talk: Talk
    turns: int
    same: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """Many talks with two coaches."""

    compared: tuple[Compared, ...]

    @property
    def talks(self) -> int:
        """How many talks there were."""
        return len(self.compared)

    @property
    def turns(self) -> int:
        """How many turns of customers."""
        return sum(each.turns for each in self.compared)

    @property
    def same(self) -> int:
        """How many cards stay as they are."""
        return sum(each.same for each in self.compared)

    def of(self, change: Change) -> tuple[Difference, ...]:
        """The cards that one thing becomes of, in the order of the talks."""
        found = (difference for each in self.compared for difference in each.differences)
        return tuple(difference for difference in found if difference.change is change)


def rehearse(coach: Coach, talk: Talk, lessons: Lessons = NO_LESSONS) -> Iterator[Shown]:
    """What every customer's turn would show, in order, in a shop that taught `lessons`.

    In public places each customer is a conversation of their own, as the bot hears it; what the
    seller says there is heard in all of them.
    """
    rehearsal = _Rehearsal(coach, talk, lessons)
    presses = sorted(talk.presses, key=lambda press: press.at, reverse=True)
    for number, turn in enumerate(talk.turns):
        while presses and presses[-1].at < turn.at:
            rehearsal.press(presses.pop())
        if turn.who is Who.SELLER:
            rehearsal.overhear(turn)
        else:
            yield rehearsal.hear(number, turn)


def compare(before: Coach, after: Coach, talk: Talk, lessons: Lessons = NO_LESSONS) -> Compared:
    """One talk with two coaches, turn by turn: what both ask a model, it is asked at once."""
    both = zip(rehearse(before, talk, lessons), rehearse(after, talk, lessons), strict=True)
    pairs = list(both)
    partners = _partners(pairs)
    found, same = [], 0
    for theirs, mine in partners:
        about = [pair for pair in pairs if _is_about(pair, theirs, mine)]
        noticed = next((pair for pair in about if not pair[0].looks_like(pair[1])), None)
        if noticed is None:
            same += 1
            continue
        change = Change.DIFFERS
        if theirs is None or mine is None:
            change = Change.APPEARS if theirs is None else Change.VANISHES
        found.append(Difference(talk, change, *noticed))
    found.sort(key=lambda difference: difference.before.number)
    return Compared(talk, len(pairs), same, tuple(found))


def replay(
    before: Coach, after: Coach, talks: Iterable[Talk], lessons: Lessons = NO_LESSONS
) -> Replay:
    """Many talks with two coaches."""
    return Replay(tuple(compare(before, after, talk, lessons) for talk in talks))


type _Pair = tuple[Shown, Shown]


def _as_seen(advice: Advice | None) -> Advice | None:
    """Without the marks of drafts: a template worded anew may come to the same words."""
    return replace(advice, marks=()) if advice is not None else None


def _partners(pairs: Sequence[_Pair]) -> list[tuple[int | None, int | None]]:
    """The cards before and after that stand for the same trouble: those shown at the same turn."""
    partners: list[tuple[int | None, int | None]] = []
    theirs, mine = set[int](), set[int]()
    for before, after in pairs:
        if before.card is None or after.card is None:
            continue
        if before.card not in theirs and after.card not in mine:
            partners.append((before.card, after.card))
            theirs.add(before.card)
            mine.add(after.card)
    gone = {before.card for before, _ in pairs if before.card is not None} - theirs
    fresh = {after.card for _, after in pairs if after.card is not None} - mine
    return [*partners, *((card, None) for card in gone), *((None, card) for card in fresh)]


def _is_about(pair: _Pair, theirs: int | None, mine: int | None) -> bool:
    before, after = pair
    is_theirs = theirs is not None and before.card == theirs
    return is_theirs or (mine is not None and after.card == mine)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a rehearsal stands with one customer; `card` is the open one.

    `tension` is what the card said last, be it a quiet one.
    """

    memory: Memory = field(default_factory=Memory)
    course: Course = field(default_factory=Course)
    card: int | None = None
    tension: Tension = Tension.CALM


class _Rehearsal:
    """One talk under way with one coach."""

    def __init__(self, coach: Coach, talk: Talk, lessons: Lessons) -> None:
        self._coach, self._talk, self._lessons = coach, talk, lessons
        self._places: dict[str, _Place] = {} if talk.channel.is_public else {"": _Place()}
        self._cards = 0

    def overhear(self, turn: Turn) -> None:
        """The seller speaks to everyone there."""
        for name, place in self._places.items():
            memory, course = self._coach.overhear(place.memory, place.course, turn)
            self._places[name] = replace(place, memory=memory, course=course)

    def press(self, press: Press) -> None:
        """What a press makes of the course, whatever card is open here."""
        for name, place in self._places.items():
            course = _after_press(press.action, place)
            card = place.card if course.showing is not None else None
            self._places[name] = replace(place, course=course, card=card)

    def hear(self, number: int, turn: Turn) -> Shown:
        """A customer speaks."""
        name = (turn.name or "") if self._talk.channel.is_public else ""
        place = self._places.get(name, _Place())
        heard = self._coach.hear(place.memory, place.course, turn, self._lessons)
        card = self._card_of(heard, place.card)
        open_card = card if heard.course.showing is not None else None
        is_moved = isinstance(heard.decision, Move)
        tension = heard.assessment.tension if is_moved else place.tension
        self._places[name] = _Place(heard.memory, heard.course, open_card, tension)
        shown = Shown(number, turn, heard.assessment, heard.decision)
        if heard.alert or (heard.decision is Move.CLOSE and card is not None):
            return replace(shown, card=card, advice=self._advice(heard))
        return shown

    def _card_of(self, heard: Heard, open_card: int | None) -> int | None:
        if open_card is not None or not heard.alert:
            return open_card
        self._cards += 1
        return self._cards

    def _advice(self, heard: Heard) -> Advice | None:
        showing = heard.course.showing or self._coach.ladder.after_trouble()
        if showing is None:
            return None
        audience = replace(self._talk.audience, customer_locale=heard.memory.language)
        return self._coach.advise(showing, audience, heard.memory)


def _after_press(action: Action, place: _Place) -> Course:
    """The course as the desk leaves it; steps that were looked at are not gone through again."""
    course = place.course
    match action:
        case Action.MUTE | Action.UNMUTE:
            return replace(course, muted=action is Action.MUTE)
        case Action.WORKED:
            return course.closed()
        case Action.DISMISS:
            recent = place.memory.recent
            tension = place.tension if course.showing else place.memory.tension
            return course.dismissed_by_seller(tension, recent[-1].at if recent else 0.0)
        case _:
            return course
