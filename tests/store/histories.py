"""A shop's random weeks, played through the real listener, desk and decisions onto a real ledger.

What was brought when is noted; what came of it is left to the tables.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from sqlalchemy import select

from bot.core.assessment import Assessment
from bot.core.card import CardState, Face
from bot.core.coach import Coach
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.decisions import Choice, choose
from bot.core.desk import Desk
from bot.core.duty import NOBODY
from bot.core.force import Force
from bot.core.ladder import Ladder
from bot.core.lesson import NO_LESSONS, Lessons
from bot.core.listener import Listener
from bot.core.pace import Pace
from bot.core.people import Connection
from bot.core.press import Action, Outgoing, Press
from bot.core.shelf import Card, Conversation, Place, Said
from bot.core.signs import Sign
from bot.core.trouble import Outcome
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.tables import BriefRow, CardRow, ConversationRow, HandoverRow, table_of
from tests.core.cast import ToldDetector, small_library
from tests.store.conftest import OWNER, Clock

SELLER, OTHER, MANAGER = 11, 12, 98
PLACES = (
    Place("chat:1:11:5", Channel.CHAT, 5, 5, SELLER, "مریم", "bc"),
    Place("chat:1:11:6", Channel.CHAT, 6, 6, SELLER, "رضا", "bc"),
    Place("chat:1:99:7", Channel.CHAT, 7, 7, OWNER, "سارا", "own"),
    Place("group:-100:8", Channel.GROUP, -100, 8, NOBODY, "امید"),
)
CUSTOMERS = (
    *("0", "0 +accepted", "0 +leaving", "1 complaint", "2 complaint", "2", "3 insult"),
    *("2 refund_demand", "1 leaving", "2 leaving complaint", "1 refund_demand +wants_refund"),
)
SELLERS = ("چشم", "چشم", "+refunded", "+refund_promised", "+refund_offered", "+parted")
PAUSES = (1.0, 20.0, 90.0, 700.0, 4_000.0, 20_000.0, 50_000.0, 100_000.0)


class SignedDetector(ToldDetector):
    """Is told of signs, too: "0 +accepted"."""

    def assess(
        self, memory: Memory, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> tuple[Memory, Assessment]:
        """As told without the signs."""
        bare = " ".join(each for each in turn.text.split() if not each.startswith("+"))
        after, found = super().assess(memory, replace(turn, text=bare), lessons)
        return _signed(after, turn.text), found

    def observe(self, memory: Memory, turn: Turn) -> Memory:
        """With the signs."""
        return _signed(super().observe(memory, turn), turn.text)


def signs_in(text: str) -> frozenset[Sign]:
    """The signs that a text spells out."""
    return frozenset(Sign(each[1:]) for each in text.split() if each.startswith("+"))


def _signed(memory: Memory, text: str) -> Memory:
    newest = replace(memory.recent[-1], signs=signs_in(text))
    return replace(memory, recent=(*memory.recent[:-1], newest))


@dataclass(frozen=True)
class Heard:
    """A message, or an edited one, as it was brought at `now`."""

    now: float
    key: str
    message_id: int
    who: Who
    at: float
    text: str
    edited: bool = False


@dataclass
class Journal:
    """What was brought when, and what the raw rows were after each act."""

    heard: list[Heard] = field(default_factory=list)
    faces: list[tuple[float, int, Face]] = field(default_factory=list)
    matters: set[tuple[int, str, str | None]] = field(default_factory=set)
    courses: list[tuple[float, int, str]] = field(default_factory=list)
    chosen: dict[int, Outcome | None] = field(default_factory=dict)


class History:
    """One history; `act` does one random thing at a random later time."""

    def __init__(self, ledger: Ledger, clock: Clock, seed: int) -> None:
        self.ledger, self.clock, self.random = ledger, clock, Random(seed)
        self.journal = Journal()
        force = Force(Coach(SignedDetector(), Ladder(small_library()), Pace()))
        self.listener = Listener(force)
        self.desk = Desk(force, self.listener)
        self._messages = 0
        ledger.commit(_meet)

    def act(self) -> None:
        """One random act."""
        acts: list[tuple[int, Callable[[], None]]] = [
            (10, self._customer),
            (6, self._seller),
            (8, self._press),
            (3, self._send),
            (3, self._rule),
            (2, self._edit),
            (1, self._redeliver),
            (1, self._give),
            (1, self._choose),
        ]
        self.clock.now += self.random.choice(PAUSES) + self.random.random() / 8
        weights = [weight for weight, _ in acts]
        self.random.choices([act for _, act in acts], weights)[0]()
        self.ledger.commit(self._note)

    def hear_now(self, who: Who, place: Place, text: str) -> None:
        """A message that is written and brought now."""
        self._messages += 1
        turn = Turn(who, text, float(int(self.clock.now)), channel=place.channel)
        self._hear(Said(self._where(place), turn, self._messages))

    def press_newest(self, action: Action) -> None:
        """The seller presses a button of the newest card."""

        def press(books: Books) -> None:
            numbers = books._database.execute(select(table_of(CardRow).c.id)).scalars().all()
            card = books.card(max(numbers))
            assert card is not None
            self._pressed(books, card, action)

        self.ledger.commit(press)

    def _customer(self) -> None:
        self._say(Who.CUSTOMER, self.random.choice(PLACES), self.random.choice(CUSTOMERS))

    def _seller(self) -> None:
        place = self.random.choice(PLACES)
        drafts = self.ledger.commit(lambda books: _drafts_shown(books, place))
        own = self.random.choice(SELLERS)
        typed = self.random.choice(drafts) if drafts and self.random.random() < 0.5 else own
        self._say(Who.SELLER, place, typed)

    def _say(self, who: Who, place: Place, text: str) -> None:
        """Now, or written a while ago and brought late."""
        late = self.random.choice((0, 0, 0, 5, 300, 900, 30_000))
        self._messages += 1
        turn = Turn(who, text, float(int(self.clock.now) - late), channel=place.channel)
        self._hear(Said(self._where(place), turn, self._messages))

    def _hear(self, said: Said) -> None:
        self.ledger.commit(lambda books: self.listener.hear(books, said))
        self._noted(said)

    def _noted(self, said: Said, *, edited: bool = False) -> None:
        place, turn = said.place, said.turn
        heard = Heard(
            self.clock.now, place.key, said.message_id, turn.who, turn.at, turn.text, edited
        )
        self.journal.heard.append(heard)

    def _where(self, place: Place) -> Place:
        """A group's talk is whose its open card is, as the bot's rooms say it."""
        if not place.channel.is_public:
            return place
        owner = self.ledger.commit(lambda books: books.copies.owner_of_open_card(place.key))
        return replace(place, seller_id=owner or NOBODY)

    def _press(self) -> None:
        card = self._some_card()
        if card is None:
            return
        likely = (Action.NEXT_STEP, Action.OTHER_WORDS, Action.CALL_MANAGER, Action.ALLOW)
        rare = (Action.WORKED, Action.DISMISS, Action.MUTE, Action.UNMUTE)
        leave = (Action.CALL_MANAGER, Action.ALLOW) * 4 if card.face.needs_manager else ()
        action = self.random.choice((*leave, *likely, *likely, *rare))
        self.ledger.commit(lambda books: self._pressed(books, card, action))

    def _pressed(self, books: Books, card: Card, action: Action, draft: int = 0) -> object:
        seen = card.face.advice.kind if card.face.advice is not None else None
        press = Press(card.id, action, card.seller_id, self.clock.now, draft, seen)
        return self.desk.press(books, press)

    def _send(self) -> None:
        card = self._some_card()
        if card is None or card.face.advice is None or not card.face.advice.drafts:
            return
        draft = self.random.randrange(len(card.face.advice.drafts))
        self.ledger.commit(lambda books: self._pressed(books, card, Action.ASK, draft))
        out = self.ledger.commit(lambda books: self._pressed(books, card, Action.SEND))
        if not isinstance(out, Outgoing):
            return
        self._messages += 1
        number, at = self._messages, float(int(self.clock.now))
        self.ledger.commit(lambda books: self.desk.sent(books, card.id, message_id=number, at=at))
        place = self.ledger.commit(lambda books: books.conversation_of(card).place)
        self._noted(Said(place, Turn(Who.SELLER, out.text, at), number))

    def _rule(self) -> None:
        def rule(books: Books) -> None:
            briefs = books._database.execute(
                select(table_of(BriefRow).c.id, table_of(BriefRow).c.manager_id)
                .order_by(table_of(BriefRow).c.id.desc())
                .limit(3)
            ).all()
            if not briefs:
                return
            brief = self.random.choice(briefs)
            kept = books.handovers.brief(brief.id)
            matter = books.handovers.find(kept.handover_id) if kept else None
            options = (Choice.TAKE, Choice.ALLOW, Choice.REFUSE, Choice.NOT_NOW, Choice.DONE)
            wanted = matter.wanted if matter else None
            choose(books, brief.id, self.random.choice(options), by=brief.manager_id, seen=wanted)

        self.ledger.commit(rule)

    def _edit(self) -> None:
        """Mostly the newest message, which is assessed anew; the others' edits change no figure."""
        said = [each for each in self.journal.heard if not each.edited]
        if not said:
            return
        old = said[-1] if self.random.random() < 0.7 else self.random.choice(said)
        texts = CUSTOMERS if old.who is Who.CUSTOMER else SELLERS
        place = self._where(next(each for each in PLACES if each.key == old.key))
        turn = Turn(old.who, self.random.choice(texts), old.at, channel=place.channel, edited=True)
        edited = Said(place, turn, old.message_id)
        self.ledger.commit(lambda books: self.listener.hear_edited(books, edited))
        self._noted(edited, edited=True)

    def _redeliver(self) -> None:
        if not self.journal.heard:
            return
        old = self.random.choice(self.journal.heard)
        place = self._where(next(each for each in PLACES if each.key == old.key))
        again = Said(place, Turn(old.who, old.text, old.at), old.message_id)
        self.ledger.commit(lambda books: self.listener.hear(books, again))

    def _give(self) -> None:
        card = self._some_card(public=True)
        if card is not None and card.face.state is CardState.OPEN:
            to = self.random.choice((SELLER, OTHER, NOBODY))
            self.ledger.commit(lambda books: books.give_card(card, to))

    def _choose(self) -> None:
        card = self._some_card()
        if card is None:
            return
        outcome = self.random.choice((None, *Outcome))
        if self.ledger.commit(
            lambda books: books.figures.choose(card.id, outcome, by=card.seller_id)
        ):
            self.journal.chosen[card.id] = outcome

    def _some_card(self, *, public: bool = False) -> Card | None:
        """Mostly one of the newest."""
        keys = [each.key for each in PLACES if each.channel.is_public or not public]

        def find(books: Books) -> Card | None:
            cards, talks = table_of(CardRow), table_of(ConversationRow)
            found = (
                select(cards.c.id)
                .join(talks, talks.c.id == cards.c.conversation_id)
                .where(talks.c.key.in_(keys))
                .order_by(cards.c.id.desc())
                .limit(4)
            )
            numbers = books._database.execute(found).scalars().all()
            return books.card(self.random.choice(numbers)) if numbers else None

        return self.ledger.commit(find)

    def _note(self, books: Books) -> None:
        """The raw rows as they are now: what they were is overwritten by later acts."""
        journal, now = self.journal, self.clock.now
        cards, talks = table_of(CardRow), table_of(ConversationRow)
        matters = table_of(HandoverRow)
        for number in books._database.execute(select(cards.c.id)).scalars().all():
            card = books.card(number)
            if card is not None:
                journal.faces.append((now, number, card.face))
        for row in books._database.execute(select(matters)):
            journal.matters.add((row.card_id, row.stage, row.verdict))
        for row in books._database.execute(select(talks.c.id, talks.c.course)):
            journal.courses.append((now, row.id, row.course))


def _meet(books: Books) -> None:
    for person in (SELLER, OTHER, MANAGER, OWNER):
        books.remember_person(person, f"{person}", started=True)
    for name, seller in (("bc", SELLER), ("own", OWNER)):
        books.remember_connection(Connection(name, seller, seller, 1.0, can_reply=True))


def _drafts_shown(books: Books, place: Place) -> tuple[str, ...]:
    talk: Conversation = books.conversation(place)
    card = books.card(talk.card_id) if talk.card_id is not None else None
    if card is None or card.face.advice is None:
        return ()
    return card.face.advice.drafts
