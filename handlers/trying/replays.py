"""Replays the shop's last days with a proposed change, beside everything else that goes on.

A turn takes a few hundredths of a second, so the talks are heard in a thread, one after the other,
and the press is answered long before the result is there.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, LinkPreviewOptions

from bot.core.rehearsal import Replay, compare
from bot.errors import trace_of
from bot.locale import Locale
from bot.publishing.forge import Forge
from bot.store.ledger import Ledger
from bot.store.recent_talks import MOST_TURNS, RecentTalk, for_rehearsal, recent_talks
from handlers.playbooks.buttons import ReplayButton
from handlers.screens import tell
from handlers.trying.results import Looked, draw_looking, draw_replay
from handlers.trying.waiting import Waiting, proposed
from handlers.writing import Drawn, one_direction

DAYS, DAY_SECONDS = 7, 24 * 3600.0

log = logging.getLogger(__name__)


class Replays:
    """One at a time in each process: a second press is asked for patience."""

    def __init__(self) -> None:
        """Nothing goes on yet."""
        self._under_way: asyncio.Task[None] | None = None

    async def on_replay_button(
        self,
        query: CallbackQuery,
        callback_data: ReplayButton,
        bot: Bot,
        ledger: Ledger,
        trial_forge: Forge,
        locale: Locale,
    ) -> None:
        """Say at once that it goes on; the message that says so becomes the result."""
        by = query.from_user.id
        waiting = await proposed(ledger, callback_data.proposal, by)
        if waiting is None:
            await tell(query, locale.say("trying-gone"), alert=True)
            return
        if self._under_way is not None and not self._under_way.done():
            await tell(query, locale.say("replay-busy"), alert=True)
            return
        screen = _Screen(bot, by, locale)
        self._under_way = asyncio.create_task(_run(screen, waiting, ledger, trial_forge))
        await tell(query)


class _Screen:
    """The message that is first a promise and then the result."""

    def __init__(self, bot: Bot, chat_id: int, locale: Locale) -> None:
        self._bot, self._chat_id = bot, chat_id
        self.locale = locale
        self._message_id: int | None = None

    async def show(self, drawn: Drawn) -> None:
        """Send it, or put it in the place of what was sent."""
        quiet = LinkPreviewOptions(is_disabled=True)
        if self._message_id is None:
            sent = await self._bot.send_message(
                self._chat_id, drawn.text, parse_mode=ParseMode.HTML, link_preview_options=quiet
            )
            self._message_id = sent.message_id
            return
        await self._bot.edit_message_text(
            drawn.text,
            chat_id=self._chat_id,
            message_id=self._message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=quiet,
        )


async def _run(screen: _Screen, waiting: Waiting, ledger: Ledger, forge: Forge) -> None:
    """The whole replay; what goes wrong is said in place of the result."""
    try:
        now = await ledger.write(lambda books: books.now)
        looked = Looked(waiting.change.file, DAYS, now)
        await screen.show(draw_looking(looked, screen.locale))
        since = now - DAYS * DAY_SECONDS
        recent = await ledger.read(
            lambda session: recent_talks(session, since, shop_id=ledger.shop.id)
        )
        found = await _replay(recent, waiting, ledger, forge)
        looked = replace(looked, is_cut=sum(len(each.turns) for each in recent) >= MOST_TURNS)
        await screen.show(draw_replay(found, looked, screen.locale))
    except TelegramAPIError as error:
        log.warning("a replay could not be shown: %s", type(error).__name__)
    except Exception as error:  # the outermost edge: nobody waits for this task
        log.error("a replay failed: %s", trace_of(error))
        failed = one_direction(screen.locale.say("replay-failed"), screen.locale)
        with suppress(TelegramAPIError):
            await screen.show(Drawn(failed))


async def _replay(
    recent: Sequence[RecentTalk], waiting: Waiting, ledger: Ledger, forge: Forge
) -> Replay:
    """Talk by talk: no message waits long for the ledger, and a bot that stops not for the last."""
    lessons = await ledger.write(lambda books: books.lessons())
    before = await asyncio.to_thread(forge.coach, waiting.now)
    after = await asyncio.to_thread(forge.coach, waiting.then)
    compared = []
    for each in recent:
        talk = await ledger.write(partial(for_rehearsal, recent=each))
        compared.append(await asyncio.to_thread(compare, before, after, talk, lessons))
    return Replay(tuple(compared))
