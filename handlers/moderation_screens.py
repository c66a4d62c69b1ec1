"""The screens about removing a comment: a seller's request, the two questions, what was done."""

from dataclasses import dataclass, replace
from html import escape

from aiogram.types import InlineKeyboardMarkup

from bot.core.card import Face
from bot.core.comments import Comment
from bot.locale import Locale
from handlers.comments import Act, button, keyboard, rows, signs
from handlers.public_screens import public_rows
from handlers.writing import Drawn, one_direction, quoted

WORDS_SHOWN = 600


@dataclass(frozen=True, slots=True)
class About:
    """A comment that somebody wants removed: where it stands, whose it is, and its words by now.

    `face` is the card's where that is still about this comment.
    """

    card_id: int
    comment: Comment
    chat_id: int
    customer: str | None
    words: str
    face: Face | None = None


def draw_request(about: About, seller: str, locale: Locale) -> Drawn:
    """A seller asks the manager to look at a comment; that they asked needs no second line."""
    about = replace(about, comment=replace(about.comment, asked=False))
    said = locale.say("moderation-request", seller=escape(seller), customer=_name(about, locale))
    shown = rows(about.card_id, about.comment, locale, manages=True)
    if about.face is not None and not about.comment.is_deleted:
        shown += public_rows(about.card_id, about.face, locale)
    return Drawn(_with_words(said, about, locale), keyboard(*shown))


def draw_first(about: About, act: Act, locale: Locale) -> Drawn:
    """The first question: is this the comment, is this the author."""
    about = replace(about, comment=replace(about.comment, asked=False))
    is_delete = act is Act.DELETE
    asked = "moderation-delete-first" if is_delete else "moderation-ban-first"
    said = locale.say(asked, customer=_name(about, locale))
    yes = Act.DELETE_YES if is_delete else Act.BAN_YES
    return Drawn(_with_words(said, about, locale), _choice(about, yes, locale))


def draw_second(about: About, act: Act, locale: Locale) -> Drawn:
    """The second: what it means, and whether it can be taken back."""
    is_delete = act is Act.DELETE_YES
    asked = "moderation-delete-second" if is_delete else "moderation-ban-second"
    said = locale.say(asked, customer=_name(about, locale))
    now = Act.DELETE_NOW if is_delete else Act.BAN_NOW
    return Drawn(one_direction(said, locale), _choice(about, now, locale))


def draw_done(about: About, act: Act, locale: Locale) -> Drawn:
    """What was done; a ban can be lifted right here."""
    told = {
        Act.DELETE_NOW: "moderation-deleted",
        Act.BAN_NOW: "moderation-banned",
        Act.UNBAN_HERE: "moderation-unbanned",
    }
    said = one_direction(locale.say(told[act], customer=_name(about, locale)), locale)
    if act is not Act.BAN_NOW:
        return Drawn(said)
    return Drawn(said, keyboard([button(about.card_id, about.comment, Act.UNBAN_HERE, locale)]))


def draw_left(locale: Locale) -> Drawn:
    """Nothing was done."""
    return Drawn(one_direction(locale.say("moderation-left"), locale))


def _choice(about: About, yes: Act, locale: Locale) -> InlineKeyboardMarkup:
    acts = (yes, Act.LEAVE)
    return keyboard([button(about.card_id, about.comment, act, locale) for act in acts])


def _with_words(said: str, about: About, locale: Locale) -> str:
    text = "\n".join([said, quoted(about.words[:WORDS_SHOWN])])
    return one_direction("\n\n".join([text, *signs(about.comment, locale)]), locale)


def _name(about: About, locale: Locale) -> str:
    return escape(about.customer) if about.customer else locale.say("card-customer")
