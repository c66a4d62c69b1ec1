"""Rows of a small shop, for the tests of the store."""

from bot.core.assessment import Tension
from bot.core.card import Face
from bot.core.conversation import Channel, Turn, Who
from bot.core.letters import CardLetter, Letter, NoteLetter, Urgency
from bot.core.people import Connection
from bot.core.shelf import Place, Said
from bot.store.books import Books
from bot.store.ledger import Ledger

SELLER, CUSTOMER, BIG = 11, 5, 2**52 + 1
PLACE = Place("chat:11:5", Channel.CHAT, CUSTOMER, CUSTOMER, SELLER, "مریم رضایی", "bc")
FACE = Face(customer="مریم", tension=Tension.HEATED, quote="کو؟", reasons=(), advice=None)
CONNECTION = Connection("bc", SELLER, whisper_chat_id=111, connected_at=1.0, can_reply=True)


def said(
    text: str = "سلام", *, message_id: int = 1, who: Who = Who.CUSTOMER, at: float = 10.0
) -> Said:
    """A message in the seller's chat with the customer."""
    return Said(PLACE, Turn(who, text, at), message_id)


def keep(ledger: Ledger, heard: Said) -> int | None:
    """Keep a message as the listener does."""
    return ledger.commit(lambda books: books.keep_turn(books.conversation(heard.place), heard))


def card_in(ledger: Ledger, face: Face = FACE) -> int:
    """Open a card for the customer; its letter waits in the outbox."""
    return ledger.commit(lambda books: books.open_card(books.conversation(PLACE), face))


def due(ledger: Ledger) -> list[Letter]:
    """The letters that may go now."""
    return list(ledger.commit(lambda books: books.due_letters(100)))


def note(text: str) -> NoteLetter:
    """A letter that can be told from others."""
    return NoteLetter(text)


def post(ledger: Ledger, text: str, urgency: Urgency = Urgency.SOON) -> None:
    """Post a note to the seller."""
    ledger.commit(lambda books: books.post(SELLER, note(text), urgency))


def post_card(books: Books, card_id: int, *, anew: bool) -> None:
    """Post a card as a change of it does."""
    books.post(SELLER, CardLetter(card_id, anew))


def mark_sent(ledger: Ledger, letter: Letter) -> None:
    """Keep the receipt of a letter."""
    ledger.commit(lambda books: books.mark_sent(letter))


def save_at(ledger: Ledger, place: Place) -> None:
    """Something is said at a place."""
    ledger.commit(lambda books: books.save(books.conversation(place)))
