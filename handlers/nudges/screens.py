"""What is said of a customer who waits: to the seller, to a manager, and before the chat closes."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CopyTextButton, InlineKeyboardButton

from bot.core.card import Face
from bot.core.duty import NOBODY
from bot.core.letters import Nudge
from bot.core.shelf import Card, Place
from bot.core.silences import Waiting, sellers_of
from bot.core.wording import has_blank
from bot.locale import Locale
from bot.store.books import Books
from handlers.card import COPY_LIMIT
from handlers.keyboards import button, drawn
from handlers.numbers import RowNumber
from handlers.room_screens import TakeButton
from handlers.writing import Drawn, quoted

HOUR_MINUTES = 60
LEFT_TOLD_SECONDS = 300
"""How long is left is told in steps of so much, never as longer than it is."""


class NudgeChoice(StrEnum):
    """What a reader of a nudge wants; the values travel in callback data."""

    ON_IT = "on"
    LATER = "later"
    SEND = "send"
    BRIEF = "brief"


class NudgeButton(CallbackData, prefix="nudge"):
    """A choice below a nudge about a card's customer."""

    card: RowNumber
    choice: NudgeChoice


@dataclass(frozen=True, slots=True)
class Scene:
    """A silence as its reader is to see it: by whose hand, for how long, in seconds, and where.

    `left` is how long Aram may still send. `group` is where it is a group's card.
    """

    card: Card
    place: Place
    seller: str
    waited: float
    left: float
    is_theirs: bool
    is_away: bool = False
    group: str | None = None


def scene_of(books: Books, waiting: Waiting, reader: int, *, left: float) -> Scene:
    """All that a nudge about a silence says to a reader."""
    card, place = waiting.card, waiting.conversation.place
    room = books.rooms.find(place.chat_id) if place.channel.is_public else None
    owner = card.seller_id
    return Scene(
        card=card,
        place=place,
        seller=books.reach.name_of(owner) if owner != NOBODY else "",
        waited=books.now - waiting.silence.since,
        left=left,
        is_theirs=reader in (*sellers_of(books, card), books.whisper_chat(card)),
        is_away=owner != NOBODY and books.reach.quiet_until(owner) is not None,
        group=room.title if room is not None else None,
    )


def draw_nudge(scene: Scene, stage: Nudge, locale: Locale) -> Drawn:
    """A nudge for its reader, with what they can do at once."""
    if not scene.is_theirs:
        return _draw_for_manager(scene, stage, locale)
    paragraphs = [_said_to_seller(scene, stage, locale), *_words(scene.card.face, locale)]
    return drawn(paragraphs, _rows(scene, locale), locale)


def _draw_for_manager(scene: Scene, stage: Nudge, locale: Locale) -> Drawn:
    lines = [_said_to_manager(scene, stage, locale), *_where(scene, locale)]
    brief = NudgeButton(card=scene.card.id, choice=NudgeChoice.BRIEF)
    may_take = scene.card.seller_id != NOBODY and scene.card.face.may_call
    row = [button(locale.say("button-nudge-brief"), brief)] if may_take else []
    return drawn(["\n".join(lines)], [row], locale)


def _said_to_seller(scene: Scene, stage: Nudge, locale: Locale) -> str:
    times = {"name": _name(scene, locale), "time": span(scene.waited, locale)}
    if stage is Nudge.CLOSING and scene.card.face.can_send:
        return locale.say("nudge-closing", name=times["name"], left=_left(scene, locale))
    if stage is Nudge.CLOSING:
        return locale.say("nudge-day", **times)
    if scene.card.seller_id == NOBODY:
        return locale.say("nudge-shared", group=escape(scene.group or ""), **times)
    return locale.say("nudge-seller", **times)


def _said_to_manager(scene: Scene, stage: Nudge, locale: Locale) -> str:
    times = {"name": _name(scene, locale), "time": span(scene.waited, locale)}
    seller = escape(scene.seller)
    if stage is Nudge.CLOSING:
        left = _left(scene, locale)
        return locale.say("nudge-closing-manager", seller=seller, left=left, **times)
    if scene.card.seller_id == NOBODY:
        return locale.say("nudge-manager-shared", **times)
    words = "nudge-manager-away" if scene.is_away else "nudge-manager"
    return locale.say(words, seller=seller, **times)


def _where(scene: Scene, locale: Locale) -> list[str]:
    if scene.group is not None:
        return [locale.say("reach-place-group", group=escape(scene.group))]
    if scene.place.channel.is_public:
        return []
    name = _name(scene, locale)
    link = f'<a href="tg://user?id={scene.place.customer_id}">{name}</a>'
    return [locale.say("reach-place-chat", seller=escape(scene.seller), customer=link)]


def _words(face: Face, locale: Locale) -> list[str]:
    """The step's first draft, where it may be sent; else what to write meanwhile."""
    draft = draft_of(face)
    if draft is not None:
        return [f"{locale.say('nudge-draft')}\n{quoted(draft)}"]
    return [locale.say("nudge-needs-manager" if face.needs_manager else "nudge-on-card")]


def draft_of(face: Face) -> str | None:
    """The best words on a card, those that come first; None where a manager must allow them."""
    if face.advice is None or face.needs_manager:
        return None
    return next(iter(face.advice.drafts), None)


def _rows(scene: Scene, locale: Locale) -> list[list[InlineKeyboardButton]]:
    def on(choice: NudgeChoice) -> InlineKeyboardButton:
        data = NudgeButton(card=scene.card.id, choice=choice)
        return button(locale.say(f"button-nudge-{choice.value}"), data)

    face, draft = scene.card.face, draft_of(scene.card.face)
    words = [copying(draft, locale)] if draft is not None else []
    if draft is not None and face.can_send and face.sending is None and not has_blank(draft):
        words.append(on(NudgeChoice.SEND))
    if scene.card.seller_id == NOBODY:
        take = button(locale.say("button-take"), TakeButton(card=scene.card.id))
        return [words, [take, on(NudgeChoice.LATER)]]
    return [words, [on(NudgeChoice.ON_IT), on(NudgeChoice.LATER)]]


def copying(draft: str, locale: Locale) -> InlineKeyboardButton:
    """A button that copies the one draft of a message."""
    return InlineKeyboardButton(
        text=locale.say("button-nudge-copy"), copy_text=CopyTextButton(text=draft[:COPY_LIMIT])
    )


def _name(scene: Scene, locale: Locale) -> str:
    name = scene.card.face.customer
    return escape(name) if name else locale.say("card-customer")


def _left(scene: Scene, locale: Locale) -> str:
    told = scene.left // LEFT_TOLD_SECONDS * LEFT_TOLD_SECONDS
    return span(told or scene.left, locale)


def span(seconds: float, locale: Locale) -> str:
    """«۱۰ دقیقه», «۲ ساعت و ۵ دقیقه»: a time as people say it, to the minute."""
    minutes = max(1, int(seconds // 60))
    hours, rest = divmod(minutes, HOUR_MINUTES)
    if not hours:
        return locale.say("nudge-minutes", minutes=minutes)
    if not rest:
        return locale.say("nudge-hours", hours=hours)
    return locale.say("nudge-hours-minutes", hours=hours, minutes=rest)
