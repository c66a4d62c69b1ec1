"""Does the playbook work: managers come here from /stats; see `bot.core.efficacy`."""

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.core.days import Span
from bot.core.efficacy import DAYS_LOOKED_AT, find
from bot.core.force import Force
from bot.core.people import Role
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.middlewares import TeamOnly
from handlers.screens import tell
from handlers.stats.efficacy_screens import EfficacyButton, draw_playbook, draw_steps
from handlers.stats.lists import leaf_of
from handlers.stats.sending import Screen, post_screen, show_screen
from handlers.stats.words import Voice


def build_router() -> Router:
    """The buttons of the screen."""
    router = Router(name="efficacy")
    router.callback_query.middleware(TeamOnly())
    router.callback_query.register(on_efficacy, EfficacyButton.filter())
    return router


async def on_efficacy(
    query: CallbackQuery,
    callback_data: EfficacyButton,
    ledger: Ledger,
    force: Force,
    locale: Locale,
) -> None:
    """The steps of the last days, or those of one playbook with their drafts."""
    by, said = query.from_user.id, callback_data
    voice = Voice(locale, lambda book: force.coach.ladder.title(book, locale.language))

    def look(books: Books) -> Screen | None:
        if not books.roster.is_at_least(by, Role.MANAGER):
            return None
        books.figures.settle()
        today = books.summaries.today
        span = Span(today - timedelta(DAYS_LOOKED_AT - 1), today)
        if said.id != "-":
            leaf = leaf_of(books.efficacy.of_playbook(span, said.id), said.page)
            return draw_playbook(said.id, leaf, force.coach.ladder.drafts_of(said.id), voice)
        steps = books.efficacy.steps(span)
        most_first = sorted(steps, key=lambda each: (-each.counts.sent, -each.counts.shown))
        leaf = leaf_of(most_first, said.page)
        return draw_steps(leaf, find(steps), voice, today=today.toordinal())

    screen = await ledger.write(look)
    if screen is None:
        await tell(query, locale.say("efficacy-managers-only"), alert=True)
        return
    await tell(query)
    shown = query.message
    if query.bot is not None and isinstance(shown, Message) and shown.photo:
        await post_screen(query.bot, by, screen, locale)  # its picture is of something else
    else:
        await show_screen(query, screen, locale)
