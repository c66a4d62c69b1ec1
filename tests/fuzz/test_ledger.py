"""The ledger against a model of it: whatever happens in whatever order, both keep the same."""

import contextlib
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import Engine, select

from bot.core.card import Face
from bot.core.conversation import Channel, Turn, Who
from bot.core.letters import CardLetter, Letter, NoteLetter, Urgency
from bot.core.people import Shop
from bot.core.shelf import Place, Said
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from bot.store.tables import TurnRow, table_of
from tests.store.conftest import Clock
from tests.store.samples import FACE, SELLER

OWNER, CUSTOMERS, LATER = 99, (5, 6), 100.0
NUMBERS = st.integers(1, 6)
WORDS = st.sampled_from(("سلام", "کو؟", "</b>\u202e", "ممنون"))
URGENCIES = st.sampled_from(Urgency)
FACES = st.sampled_from(("کو؟", "چی شد؟")).map(lambda quote: replace(FACE, quote=quote))


class CrashError(Exception):
    """The process dies before the commit."""


@dataclass
class Waiting:
    """A letter of the model: what, when, and how urgent; `card` for one that is renewed."""

    order: int
    urgency: Urgency
    due_at: float
    what: tuple[str, Any]
    rings: bool = False


@dataclass
class Model:
    """What the ledger ought to keep."""

    updates: set[int] = field(default_factory=set)
    turns: dict[tuple[int, int], str] = field(default_factory=dict)
    withdrawn: set[tuple[int, int]] = field(default_factory=set)
    faces: dict[int, Face] = field(default_factory=dict)
    letters: list[Waiting] = field(default_factory=list)
    posted: int = 0

    def post(self, what: tuple[str, Any], urgency: Urgency, due_at: float, *, rings: bool) -> None:
        """A card that waits already is brought up to date in its place."""
        same = (each for each in self.letters if each.what == what and what[0] == "card")
        waiting = next(same, None)
        if waiting is not None:
            waiting.rings = waiting.rings or rings
            return
        self.posted += 1
        self.letters.append(Waiting(self.posted, urgency, due_at, what, rings))

    def due(self, now: float) -> list[Waiting]:
        """Those that may go, in their order."""
        ready = [each for each in self.letters if each.due_at <= now]
        return sorted(ready, key=lambda each: (each.urgency.value, each.order))


@cache
def _shared() -> Engine:
    """One engine for all lives: it remembers what statements look like, which takes longest."""
    return open_engine("sqlite://")


@cache
def _founded() -> Engine:
    """A shop's database in which nothing has happened yet, to be copied."""
    engine, shop = open_engine("sqlite://"), Shop(owner_id=OWNER)
    migrate(engine)
    Ledger(engine, shop, Clock()).commit(lambda books: books.roster.follow_settings(shop))
    return engine


def _copy(source: Engine, target: Engine) -> None:
    with source.connect() as one, target.connect() as other:
        one.rollback()
        other.rollback()
        one.connection.driver_connection.backup(other.connection.driver_connection)  # type: ignore[union-attr]


def place_of(customer: int) -> Place:
    return Place(f"chat:1:11:{customer}", Channel.CHAT, customer, customer, SELLER, "مریم", None)


def told(letter: Letter) -> tuple[str, Any]:
    body = letter.body
    if isinstance(body, CardLetter):
        return "card", body.card_id
    assert isinstance(body, NoteLetter)
    return "note", body.message


class LedgerAgainstModel(RuleBasedStateMachine):
    """On SQLite; what differs on PostgreSQL is tried by the tests of the store."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.engine = _shared()
        _copy(_founded(), self.engine)
        self.ledger = Ledger(self.engine, Shop(owner_id=OWNER), self.clock)
        self.model = Model()
        self.cards: list[int] = []

    def teardown(self) -> None:
        self.ledger.close()

    # Updates

    @rule(number=NUMBERS, customer=st.sampled_from(CUSTOMERS), words=WORDS, crashes=st.booleans())
    def hear_once(self, number: int, customer: int, words: str, crashes: bool) -> None:
        """A message comes, perhaps again; perhaps all ends in the middle of it."""

        def hear(books: Books) -> None:
            if books.first_time(number):
                self._keep(books, customer, number, words)
                books.post(SELLER, NoteLetter(f"n{number}"), Urgency.SOON)
            if crashes:
                raise CrashError

        with contextlib.suppress(CrashError):
            self.ledger.commit(hear)
        if crashes or number in self.model.updates:
            return
        self.model.updates.add(number)
        self.model.turns.setdefault((customer, number), words)
        self.model.post(("note", f"n{number}"), Urgency.SOON, self.clock.now, rings=False)

    @rule(number=NUMBERS, customer=st.sampled_from(CUSTOMERS), words=WORDS)
    def edit(self, number: int, customer: int, words: str) -> None:
        said = self._said(customer, number, words)
        changed = self.ledger.commit(
            lambda books: books.amend_turn(books.conversation(said.place), said)
        )
        before = self.model.turns.get((customer, number))
        assert (changed is not None) is (before is not None and before != words)
        if before is not None:
            self.model.turns[customer, number] = words

    @rule(number=NUMBERS, customer=st.sampled_from(CUSTOMERS))
    def take_back(self, number: int, customer: int) -> None:
        key = place_of(customer).key
        self.ledger.commit(lambda books: books.withdraw_turns(key, [number]))
        if (customer, number) in self.model.turns:
            self.model.withdrawn.add((customer, number))

    # Cards

    @rule(customer=st.sampled_from(CUSTOMERS), face=FACES)
    def open_card(self, customer: int, face: Face) -> None:
        place = place_of(customer)
        card = self.ledger.commit(lambda books: books.open_card(books.conversation(place), face))
        assert card not in self.model.faces
        self.cards.append(card)
        self.model.faces[card] = face
        self.model.post(("card", card), Urgency.NOW, self.clock.now, rings=True)

    @precondition(lambda self: self.cards)
    @rule(data=st.data(), face=FACES, anew=st.booleans())
    def change_card(self, data: st.DataObject, face: Face, anew: bool) -> None:
        card = data.draw(st.sampled_from(self.cards))
        self.ledger.commit(lambda books: books.change_card(card, face, anew=anew))
        self.model.faces[card] = face
        self.model.post(("card", card), Urgency.NOW, self.clock.now, rings=anew)

    # Letters

    @rule(urgency=URGENCIES, later=st.booleans(), crashes=st.booleans())
    def post(self, urgency: Urgency, later: bool, crashes: bool) -> None:
        due_at = self.clock.now + (LATER if later else 0.0)
        name = f"own{self.model.posted}"

        def post(books: Books) -> None:
            books.post(SELLER, NoteLetter(name), urgency, due_at=due_at)
            if crashes:
                raise CrashError

        with contextlib.suppress(CrashError):
            self.ledger.commit(post)
        if not crashes:
            self.model.post(("note", name), urgency, due_at, rings=False)

    @precondition(lambda self: self.model.due(self.clock.now))
    @rule(fate=st.sampled_from(("sent", "put_off", "given_up")))
    def deliver_the_first(self, fate: str) -> None:
        letter, expected = self._due()[0], self.model.due(self.clock.now)[0]
        assert told(letter) == expected.what
        if isinstance(letter.body, CardLetter):
            assert letter.body.anew is expected.rings
        match fate:
            case "sent":
                self.ledger.commit(lambda books: books.mark_sent(letter))
            case "given_up":
                self.ledger.commit(lambda books: books.give_up(letter, "refused"))
            case _:
                self.ledger.commit(lambda books: books.put_off(letter, LATER, "busy"))
                expected.due_at = self.clock.now + LATER
                return
        self.model.letters.remove(expected)

    @precondition(lambda self: self.cards)
    @rule(data=st.data(), face=FACES, anew=st.booleans())
    def deliver_while_the_card_changes(self, data: st.DataObject, face: Face, anew: bool) -> None:
        """What changes while a letter is on its way is still to be brought."""
        ready = [each for each in self._due() if isinstance(each.body, CardLetter)]
        if not ready:
            return
        letter = data.draw(st.sampled_from(ready))
        card = told(letter)[1]
        self.ledger.commit(lambda books: books.change_card(card, face, anew=anew))
        self.ledger.commit(lambda books: books.mark_sent(letter))
        self.model.faces[card] = face
        waiting = next(each for each in self.model.letters if each.what == ("card", card))
        waiting.rings = False

    # Time, and the process

    @rule(seconds=st.sampled_from((1.0, LATER, 3600.0)))
    def wait(self, seconds: float) -> None:
        self.clock.now += seconds

    @rule()
    def start_again(self) -> None:
        """Another ledger on the same database."""
        self.ledger = Ledger(self.engine, Shop(owner_id=OWNER), self.clock)

    # What always holds

    @invariant()
    def every_turn_is_there_once(self) -> None:
        rows = table_of(TurnRow)
        with self.engine.connect() as connection:
            found = connection.execute(select(rows.c.message_id, rows.c.text, rows.c.deleted_at))
            kept = sorted((row[0], row[1], row[2] is not None) for row in found)
        expected = sorted(
            (number, words, (customer, number) in self.model.withdrawn)
            for (customer, number), words in self.model.turns.items()
        )
        assert kept == expected

    @invariant()
    def every_card_shows_its_last_face(self) -> None:
        for number, face in self.model.faces.items():
            card = self.ledger.commit(partial(Books.card, card_id=number))
            assert card is not None
            assert card.face == face

    @invariant()
    def the_letters_wait_in_their_order(self) -> None:
        expected = [each.what for each in self.model.due(self.clock.now)]
        assert [told(letter) for letter in self._due()] == expected

    def _due(self) -> list[Letter]:
        return list(self.ledger.commit(lambda books: books.due_letters(100)))

    def _said(self, customer: int, number: int, words: str) -> Said:
        return Said(place_of(customer), Turn(Who.CUSTOMER, words, self.clock.now), number)

    def _keep(self, books: Books, customer: int, number: int, words: str) -> None:
        said = self._said(customer, number, words)
        books.keep_turn(books.conversation(said.place), said)


TestLedger = LedgerAgainstModel.TestCase
TestLedger.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, print_blob=True
)
