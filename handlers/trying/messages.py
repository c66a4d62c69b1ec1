"""/try: what one message would bring, now and with a change that waits; shown to who asks alone."""

import asyncio
from html import escape

from aiogram.enums import ParseMode
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, LinkPreviewOptions, Message

from bot.content.files import spot_of
from bot.core.advice import Audience
from bot.core.coach import Coach
from bot.core.conversation import Channel, Turn, Who
from bot.core.force import Force
from bot.core.lesson import Lessons
from bot.core.people import Shop
from bot.core.rehearsal import Shown, Talk, rehearse
from bot.core.wording import Names
from bot.errors import ContentError
from bot.locale import Locale
from bot.publishing.forge import Forge
from bot.store.ledger import Ledger
from handlers.onboarding import meet
from handlers.playbooks.buttons import TryButton
from handlers.screens import tell
from handlers.trying.cards import draw_trial, draw_usage
from handlers.trying.waiting import Waiting, newest_of, proposed
from handlers.turns import clean, words_of
from handlers.writing import Drawn, one_direction


async def on_try(
    message: Message,
    command: CommandObject,
    ledger: Ledger,
    force: Force,
    trial_forge: Forge,
    shop: Shop,
    locale: Locale,
) -> None:
    """The words after the command, or else those of the message that it replies to."""
    await ledger.write(lambda books: meet(books, message))
    waiting = await newest_of(ledger, message.chat.id)
    asked = message.reply_to_message
    words = clean(command.args or "").strip()
    if not words and asked is not None:
        words = words_of(asked).strip()
    if words:
        drawn = await _try(words, waiting, ledger, force, trial_forge, shop, locale)
    elif asked is None:
        drawn = draw_usage(locale, waiting.change.file if waiting is not None else None)
    else:
        drawn = Drawn(one_direction(locale.say("trying-no-words"), locale))
    await message.answer(
        drawn.text,
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


async def on_try_button(
    query: CallbackQuery, callback_data: TryButton, ledger: Ledger, locale: Locale
) -> None:
    """How a message is tried with this change."""
    by = query.from_user.id
    waiting = await proposed(ledger, callback_data.proposal, by)
    if waiting is None or query.bot is None:
        await tell(query, locale.say("trying-gone"), alert=True)
        return
    await tell(query)
    drawn = draw_usage(locale, waiting.change.file)
    await query.bot.send_message(by, drawn.text, parse_mode=ParseMode.HTML)


async def _try(
    words: str,
    waiting: Waiting | None,
    ledger: Ledger,
    force: Force,
    trial_forge: Forge,
    shop: Shop,
    locale: Locale,
) -> Drawn:
    """The message as if it opened a conversation now, in the language of the changed file."""
    lessons, now = await ledger.write(lambda books: (books.lessons(), books.now))
    file = waiting.change.file if waiting is not None else None
    spot = spot_of(file) if file is not None else None
    audience = Audience(
        seller_locale=spot.locale if spot is not None else locale.language,
        names=Names(shop=shop.name),
        refund_limit=shop.refund_limit,
    )
    turn = Turn(Who.CUSTOMER, words, now)
    talk = Talk("try", Channel.CHAT, (turn,), audience)

    def perform() -> tuple[Shown, Shown | None]:
        changed = trial_forge.coach(waiting.then) if waiting is not None else None
        then = _only(changed, talk, lessons) if changed is not None else None
        return _only(force.coach, talk, lessons), then

    try:
        before, after = await asyncio.to_thread(perform)
    except ContentError as error:  # of the changed set, where another was published meanwhile
        return Drawn(one_direction(escape(locale.error_sentence(error)), locale))
    return draw_trial(before, after, file, locale)


def _only(coach: Coach, talk: Talk, lessons: Lessons) -> Shown:
    return next(rehearse(coach, talk, lessons))
