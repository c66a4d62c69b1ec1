"""Whom an owner means: by number, by @username, by a forwarded message, or by a card."""

from aiogram.types import Message, MessageOriginUser

from bot.core.dossier import Customer
from bot.core.pasted.plain import with_latin_digits
from bot.store.books import Books
from handlers.turns import clean, words_of

LARGEST_ID = 2**52


def find(books: Books, by: int, args: str, asked: Message | None) -> Customer | None:
    """The customer that `args` name, or that the message is about which `by` replies to."""
    if args:
        return named(books, clean(args))
    return _shown(books, by, asked) if asked is not None else None


def named(books: Books, words: str) -> Customer | None:
    """By the number that Telegram has for them, or by their @username."""
    plain = with_latin_digits(words).strip()
    number = plain.removeprefix("-")
    if number.isascii() and number.isdecimal():
        customer_id = int(plain) if len(number) <= 16 else LARGEST_ID + 1
        return books.privacy.find(customer_id) if abs(customer_id) <= LARGEST_ID else None
    return books.privacy.of_handle(plain)


def _shown(books: Books, by: int, asked: Message) -> Customer | None:
    origin = asked.forward_origin
    if isinstance(origin, MessageOriginUser):
        known = books.privacy.find(origin.sender_user.id)
        if known is not None:
            return known
    if origin is not None:
        return books.privacy.of_words(words_of(asked))
    return books.privacy.on_screen(by, asked.message_id)
