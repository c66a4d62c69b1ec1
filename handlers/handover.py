"""A manager's buttons and replies below a brief."""

from contextlib import suppress
from html import escape

from aiogram import Router
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message, Update

from bot.core.decisions import LONGEST_ADVICE, Answered, Choice, Told, advise, choose
from bot.core.people import Role
from bot.locale import Locale
from bot.store.ledger import Ledger
from handlers.briefs import BriefButton, draw_prompt
from handlers.keyboards import carried_by
from handlers.middlewares import TeamOnly
from handlers.screens import tell
from handlers.sending import send
from handlers.turns import clean, is_private
from handlers.writing import Drawn, one_direction

QUIET = frozenset({Told.TAKEN, Told.ALLOWED, Told.REFUSED, Told.PASSED, Told.DONE})
"""Said in passing; everything else must be read."""


def build_router() -> Router:
    """Presses on a brief, and replies to one or to the question for advice."""
    router = Router(name="handover")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.callback_query.register(on_brief_button, BriefButton.filter())
    router.message.register(on_advice, is_private, is_reply_to_brief)
    return router


async def is_reply_to_brief(message: Message, ledger: Ledger) -> dict[str, int] | bool:
    """A filter: which brief somebody replies to; one without buttons is known by its number."""
    answered = message.reply_to_message
    if answered is None or (message.text or "").startswith("/"):
        return False
    said = carried_by(answered, BriefButton)
    if said:
        return {"brief_id": said[0].brief}
    if answered.reply_markup is not None:
        return False
    person, number = message.chat.id, answered.message_id
    found = await ledger.write(lambda books: books.handovers.brief_on_screen(person, number))
    return {"brief_id": found} if found is not None else False


async def on_brief_button(
    query: CallbackQuery,
    callback_data: BriefButton,
    event_update: Update,
    ledger: Ledger,
    locale: Locale,
) -> None:
    """A manager decides; the brief and the seller's card follow by themselves."""
    said, by = callback_data, query.from_user.id
    if said.choice is Choice.CANCEL:
        await tell(query)
        if isinstance(query.message, Message):
            await _put_away(query.message)
        return
    answered = await ledger.write_once(
        event_update.update_id,
        lambda books: (
            choose(books, said.brief, said.choice, by=by, seen=said.kind)
            if books.roster.is_at_least(by, Role.MANAGER)
            else Answered(Told.NOT_MANAGER)
        ),
    )
    if answered is None:
        await tell(query)
    elif answered.told is Told.WRITE:
        await tell(query)
        await send(query, draw_prompt(said.brief, locale))
    else:
        await tell(query, _sentence(answered, locale), alert=answered.told not in QUIET)


async def on_advice(
    message: Message, brief_id: int, event_update: Update, ledger: Ledger, locale: Locale
) -> None:
    """A manager's words for the seller."""
    words, by = clean(message.text or "").strip(), message.chat.id
    if not words:
        await _say(message, locale.say("handover-words-only"), locale)
        return
    answered = await ledger.write_once(
        event_update.update_id,
        lambda books: (
            advise(books, brief_id, words, by=by)
            if books.roster.is_at_least(by, Role.MANAGER)
            else Answered(Told.NOT_MANAGER)
        ),
    )
    if answered is None:
        return
    await _say(message, escape(_sentence(answered, locale)), locale)
    if answered.told is Told.ADVISED and message.reply_to_message is not None:
        await _put_away(message.reply_to_message)


def _sentence(answered: Answered, locale: Locale) -> str:
    who = answered.who or locale.say("handover-somebody")
    return locale.plain.say(answered.told.value, who=who, most=LONGEST_ADVICE)


async def _say(message: Message, words: str, locale: Locale) -> None:
    await send(message, Drawn(one_direction(words, locale)))


async def _put_away(message: Message) -> None:
    """The question for advice is not needed any more; a brief stays."""
    if {each.choice for each in carried_by(message, BriefButton)} == {Choice.CANCEL}:
        with suppress(TelegramAPIError):
            await message.delete()
