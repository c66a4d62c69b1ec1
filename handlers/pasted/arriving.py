"""Messages that are handed over: forwards, and text that is more than a word to Aram."""

from aiogram.enums import ContentType
from aiogram.types import (
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    Update,
)

from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.force import Force
from bot.core.lesson import Lessons
from bot.core.letters import NoteLetter, Urgency
from bot.core.pasted.mail import is_mail, read_mail
from bot.core.pasted.pile import Kind, Piece
from bot.core.pasted.transcript import parse
from bot.core.people import Shop
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.onboarding import meet
from handlers.turns import clean, words_of

LONG_LETTERS = 150
LONG_LINES = 3
"""A text of so many letters, or lines, is no question to Aram."""

UNREADABLE = frozenset(
    {
        ContentType.AUDIO,
        ContentType.LIVE_PHOTO,
        ContentType.PHOTO,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
    }
)


async def is_forwarded(message: Message) -> bool:
    """A filter: whether it was first written elsewhere."""
    return message.forward_origin is not None


async def is_unreadable(message: Message) -> bool:
    """A filter: whether a picture or a recording is shown to Aram, as of a chat elsewhere."""
    return message.content_type in UNREADABLE and message.reply_to_message is None


async def is_pasted(message: Message, ledger: Ledger, force: Force, shop: Shop) -> bool:
    """A filter: whether a text was written to somebody else than Aram.

    A copied chat, a long text, what goes on while something is being handed over, and a short text
    at which Aram would whisper, came it from a customer. Anything else is a word to Aram itself; so
    is every reply and every command.
    """
    text = words_of(message).strip()
    if not text or message.text is None or message.reply_to_message is not None:
        return False
    if text.startswith("/") or not shop.is_team(message.chat.id):
        return False
    if len(text) >= LONG_LETTERS or text.count("\n") + 1 >= LONG_LINES or parse(text).is_chat:
        return True

    def look(books: Books) -> tuple[bool, Lessons]:
        return books.piles.is_growing(message.chat.id), books.lessons()

    goes_on, lessons = await ledger.write(look)
    if goes_on:
        return True
    turn = Turn(Who.CUSTOMER, text, message.date.timestamp())
    return force.coach.hear(Memory(), Course(), turn, lessons).alert


async def on_forwarded(message: Message, event_update: Update, ledger: Ledger, shop: Shop) -> None:
    """A message of someone's; accounts that hide themselves leave a name."""
    origin = message.forward_origin
    name, is_own = None, None
    match origin:
        case MessageOriginUser():
            writer = origin.sender_user
            name = clean(writer.full_name)
            is_own = writer.is_bot or writer.id == message.chat.id or shop.is_team(writer.id)
        case MessageOriginHiddenUser():
            name = clean(origin.sender_user_name)
        case MessageOriginChat():
            name, is_own = clean(origin.sender_chat.full_name), False
        case MessageOriginChannel():
            name, is_own = clean(origin.chat.full_name), False
    text = words_of(message).strip()
    kind = Kind.FORWARD
    if is_own and parse(text).is_chat:  # copied into one's own notes, and forwarded from there
        kind, name, is_own = Kind.TEXT, None, None
    piece = Piece(
        kind,
        text,
        message.message_id,
        name=name or None,
        is_own=is_own,
        at=origin.date.timestamp() if origin is not None else None,
        has_media=message.text is None,
        handed_by=full_name(message),
    )
    await put_on_pile(message, event_update, ledger, piece)


async def on_text(message: Message, event_update: Update, ledger: Ledger) -> None:
    """A pasted text; the source of an e-mail is read as one."""
    text = words_of(message)
    mail = read_mail(text.encode()) if is_mail(text.encode()) else None
    if mail is not None:
        piece = Piece(
            Kind.MAIL, mail.text, message.message_id, name=mail.sender, subject=mail.subject
        )
    else:
        piece = Piece(Kind.TEXT, text, message.message_id, handed_by=full_name(message))
    await put_on_pile(message, event_update, ledger, piece)


async def on_unreadable(message: Message, event_update: Update, ledger: Ledger) -> None:
    """A picture or a voice note: its words would have to be copied. An album is answered once."""
    piece = Piece(Kind.FORWARD, "", message.message_id, has_media=True)
    await put_on_pile(message, event_update, ledger, piece)


async def put_on_pile(message: Message, update: Update, ledger: Ledger, piece: Piece) -> None:
    """Keep a piece until who hands it over pauses."""

    def put(books: Books) -> None:
        meet(books, message)
        books.piles.add(message.chat.id, piece)

    await ledger.write_once(update.update_id, put)


async def answer_note(message: Message, update: Update, ledger: Ledger, words: str) -> None:
    """Answer with one of Aram's sentences."""

    def answer(books: Books) -> None:
        meet(books, message)
        books.post(message.chat.id, NoteLetter(words), Urgency.NOW)

    await ledger.write_once(update.update_id, answer)


def full_name(message: Message) -> str | None:
    """Of who writes to Aram."""
    return clean(message.from_user.full_name) if message.from_user is not None else None
