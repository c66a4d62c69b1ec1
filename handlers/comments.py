"""What a card shows of a negative comment: signs that a customer wrote it, or did not; in words."""

from collections.abc import Iterator
from enum import StrEnum
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.core.authenticity import Seen, leaning
from bot.core.comments import Comment
from bot.locale import Locale
from handlers.numbers import RowNumber

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


class Act(StrEnum):
    """What a button does about a comment or its author; each grave one is asked twice.

    UNBAN_HERE stands below the message that says who was banned.
    """

    ASK = "ask"
    DELETE = "del"
    DELETE_YES = "del2"
    DELETE_NOW = "del3"
    BAN = "ban"
    BAN_YES = "ban2"
    BAN_NOW = "ban3"
    UNBAN = "unban"
    UNBAN_HERE = "free"
    LEAVE = "leave"


_LABELS = {
    Act.ASK: "button-comment-ask",
    Act.DELETE: "button-comment-delete",
    Act.DELETE_YES: "button-comment-yes",
    Act.DELETE_NOW: "button-comment-delete-now",
    Act.BAN: "button-comment-ban",
    Act.BAN_YES: "button-comment-yes",
    Act.BAN_NOW: "button-comment-ban-now",
    Act.UNBAN: "button-comment-unban",
    Act.UNBAN_HERE: "button-comment-unban",
    Act.LEAVE: "button-comment-no",
}


class CommentButton(CallbackData, prefix="cm"):
    """A button about a comment of a card; `message` is the comment's number in its group."""

    card: RowNumber
    act: Act
    message: RowNumber


type Row = list[InlineKeyboardButton]


def signs(comment: Comment, locale: Locale) -> list[str]:
    """The signs with their evidence, and what has been done, as paragraphs of HTML."""
    paragraphs = []
    leans = leaning(comment.seen)
    if leans is not None:
        lines = [locale.say(f"review-{leans.value}")]
        lines += [locale.plain.say("sign-line", text=_sign(seen, locale)) for seen in comment.seen]
        paragraphs.append("\n".join(lines))
    done = list(_done(comment, locale))
    return [*paragraphs, "\n".join(done)] if done else paragraphs


def rows(card_id: int, comment: Comment, locale: Locale, *, manages: bool) -> list[Row]:
    """The buttons on a card: a manager's, or the seller's, who can but ask for them."""
    if not manages:
        asks = not comment.asked and not comment.is_deleted
        return [[button(card_id, comment, Act.ASK, locale)]] if asks else []
    row = [] if comment.is_deleted else [button(card_id, comment, Act.DELETE, locale)]
    act = Act.UNBAN if comment.is_banned else Act.BAN
    return [[*row, button(card_id, comment, act, locale)]]


def keyboard(*shown: Row) -> InlineKeyboardMarkup:
    """Rows of buttons below a message."""
    return InlineKeyboardMarkup(inline_keyboard=list(shown))


def button(card_id: int, comment: Comment, act: Act, locale: Locale) -> InlineKeyboardButton:
    """One button about a comment."""
    bears = CommentButton(card=card_id, act=act, message=comment.message_id)
    return InlineKeyboardButton(text=locale.say(_LABELS[act]), callback_data=bears.pack())


def _sign(seen: Seen, locale: Locale) -> str:
    name = f"sign-{seen.sign.value}"
    if not seen.words:
        return locale.say(name, **dict(seen.counts))
    words = [locale.say("quoted", words=escape(_in_digits(word, locale))) for word in seen.words]
    return locale.plain.say(name, words=locale.say("list-comma").join(words))


def _in_digits(word: str, locale: Locale) -> str:
    """Numbers as the reader writes them; an address stays as it must be typed."""
    is_typed = any(letter.isascii() and letter.isalpha() for letter in word)
    return word if is_typed or locale.language != "fa" else word.translate(_PERSIAN_DIGITS)


def _done(comment: Comment, locale: Locale) -> Iterator[str]:
    if comment.is_deleted:
        yield locale.say("review-deleted")
    if comment.is_banned:
        yield locale.say("review-banned")
    if comment.asked and not comment.is_deleted and not comment.is_banned:
        yield locale.say("review-asked")
