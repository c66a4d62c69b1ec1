"""Feeds one update to the handlers: what passes is waited out, what fails again and again ends."""

import logging
from typing import NamedTuple

from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import Update

from bot.errors import StoreBusyError, trace_of
from handlers.inbox import FIRST_WAIT_SECONDS, rest

TRIES = {"itself": 3, "telegram": 10}
PASSING = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, ClientDecodeError)

log = logging.getLogger(__name__)


class Trouble(NamedTuple):
    """Why an update is no use: the kind of the last error, and how often it was tried."""

    kind: str
    attempts: int


async def feed(dispatcher: Dispatcher, bot: Bot, update: Update) -> Trouble | None:
    """Feed an update until it is done; where it is no use, the trouble."""
    wait, failures = FIRST_WAIT_SECONDS, dict.fromkeys(TRIES, 0)
    failed: Exception
    while True:
        try:
            await dispatcher.feed_update(bot, update)
        except TelegramForbiddenError:  # whoever has shut Aram out meanwhile wants no answer
            return None
        except StoreBusyError as error:
            wait = await rest(error, wait, "the store is busy")
            continue
        except PASSING as error:
            failed, why, cause = error, "an update waits for Telegram", "telegram"
        except Exception as error:  # the outermost edge: one update must not stop the rest
            log.error("update %d failed: %s", update.update_id, trace_of(error))
            failed, why, cause = error, "an update is tried again", "itself"
        else:
            return None
        failures[cause] += 1
        if failures[cause] == TRIES[cause]:
            return Trouble(type(failed).__name__, sum(failures.values()))
        wait = await rest(failed, wait, why)
