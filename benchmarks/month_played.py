"""A small made-up month through the real listener, desk and decisions: its figures are real.

Who writes what and who presses when is planned; what is heard in it, and what comes of that, the
shipped models and playbooks say.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from sqlalchemy import select

from benchmarks.month import Customer, Staff, Visit
from benchmarks.month_rows import keep_people
from benchmarks.month_visits import Beat, Deed
from bot.core.conversation import Turn, Who
from bot.core.decisions import Choice, choose
from bot.core.desk import Desk
from bot.core.force import Force
from bot.core.listener import Listener
from bot.core.people import Connection
from bot.core.press import Action, Outgoing, Press
from bot.core.shelf import Place, Said
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.tables import BriefRow, ConversationRow, table_of

_PRESSED = {
    Deed.NEXT: Action.NEXT_STEP,
    Deed.WORKED: Action.WORKED,
    Deed.DISMISS: Action.DISMISS,
    Deed.CALL: Action.CALL_MANAGER,
}
_CHOSEN = {Deed.TAKE: Choice.TAKE, Deed.ALLOW: Choice.ALLOW}
MOST_STEPS = 8
OWN_WORDS = "ببخشید بابت معطلی، الان بررسی می‌کنم"


class Hands:
    """The clock's hands: where the played shop is in its month."""

    def __init__(self) -> None:
        """At the beginning of time."""
        self.now = 0.0

    def __call__(self) -> float:
        """Now, in seconds."""
        return self.now


class Player:
    """Plays visits onto a ledger whose clock `hands` moves."""

    def __init__(self, ledger: Ledger, hands: Hands, staff: Staff, force: Force) -> None:
        """Let the team meet the bot."""
        self._ledger, self._hands, self._staff = ledger, hands, staff
        self._listener = Listener(force)
        self._desk = Desk(force, self._listener)
        self._messages = 0
        ledger.commit(self._meet)

    def play(self, visits: Iterable[Visit]) -> None:
        """Every beat of all of them, in the order of time."""
        beats = [(beat, visit.customer) for visit in visits for beat in visit.beats]
        for beat, customer in sorted(beats, key=lambda each: each[0].at):
            self._hands.now = beat.at
            self._ledger.commit(partial(self._beat, customer, beat))

    def _meet(self, books: Books) -> None:
        keep_people(books, self._staff)
        for each in self._staff.sellers:
            own = Connection(f"own{each.id}", each.id, each.id, 1.0, can_reply=True)
            books.remember_connection(own)

    def _beat(self, customer: Customer, beat: Beat, books: Books) -> None:
        place = _place(customer)
        match beat.deed:
            case Deed.SAY:
                self._say(books, place, beat.who, beat.text, beat.at)
            case Deed.SEND:
                self._send(books, place, beat.at)
            case Deed.ASK_LEAVE:
                self._ask_leave(books, place, beat.at)
            case Deed.TAKE | Deed.ALLOW:
                self._decide(books, _CHOSEN[beat.deed])
            case _:
                self._press(books, place, _PRESSED[beat.deed], beat.at)

    def _say(self, books: Books, place: Place, who: Who, text: str, at: float) -> None:
        self._messages += 1
        turn = Turn(who, text, at, channel=place.channel, name=place.customer_name)
        self._listener.hear(books, Said(place, turn, self._messages))

    def _send(self, books: Books, place: Place, at: float) -> None:
        """The card's words as they stand, or the seller's own where it has none to send."""
        self._press(books, place, Action.ASK, at)
        out = self._press(books, place, Action.SEND, at)
        number = _open_card(books, place)
        if not isinstance(out, Outgoing) or number is None:
            self._say(books, place, Who.SELLER, OWN_WORDS, at)
            return
        self._messages += 1
        self._desk.sent(books, number, message_id=self._messages, at=at)

    def _press(self, books: Books, place: Place, action: Action, at: float) -> object:
        number = _open_card(books, place)
        card = books.card(number) if number is not None else None
        if card is None:
            return None
        return self._desk.press(books, Press(card.id, action, card.seller_id, at))

    def _ask_leave(self, books: Books, place: Place, at: float) -> None:
        for _ in range(MOST_STEPS):
            number = _open_card(books, place)
            card = books.card(number) if number is not None else None
            if card is None or card.face.needs_manager:
                break
            self._press(books, place, Action.NEXT_STEP, at)
        self._press(books, place, Action.CALL_MANAGER, at)

    def _decide(self, books: Books, choice: Choice) -> None:
        briefs = table_of(BriefRow)
        newest = select(briefs.c.id, briefs.c.manager_id).order_by(briefs.c.id.desc()).limit(1)
        brief = books._database.execute(newest).one_or_none()
        kept = books.handovers.brief(brief.id) if brief is not None else None
        matter = books.handovers.find(kept.handover_id) if kept is not None else None
        if brief is not None and matter is not None:
            choose(books, brief.id, choice, by=brief.manager_id, seen=matter.wanted)


def _place(customer: Customer) -> Place:
    seller, channel = customer.seller.id, customer.channel
    place = Place(
        f"{channel.value}:{customer.chat_id}:{customer.id}",
        channel,
        customer.chat_id,
        customer.id,
        seller,
        customer.name,
    )
    return place if channel.is_public else replace(place, connection_id=f"own{seller}")


def _open_card(books: Books, place: Place) -> int | None:
    talks = table_of(ConversationRow)
    found = select(talks.c.card_id).where(talks.c.key == place.key)
    number: int | None = books._database.execute(found).scalar_one_or_none()
    return number
