"""Speaking to a customer as the seller: at most once, and only what a seller has confirmed."""

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import Message

from bot.core.press import Answer, Outgoing

REFUSALS = (
    ("business_peer_usage_missing", Answer.WINDOW_CLOSED),
    ("business_connection_invalid", Answer.NOT_CONNECTED),
    ("business connection not found", Answer.NOT_CONNECTED),
)


async def send_as_seller(bot: Bot, outgoing: Outgoing) -> Message | Answer:
    """The message as sent; else what to tell the seller, UNSURE where it may have arrived."""
    try:
        return await bot.send_message(
            outgoing.chat_id, outgoing.text, business_connection_id=outgoing.connection_id
        )
    except (TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter) as refusal:
        return explain(refusal)
    except (TelegramAPIError, ClientDecodeError):
        return Answer.UNSURE


def explain(refusal: TelegramAPIError) -> Answer:
    """Telegram's words for what has a remedy of its own; all else is a missing right."""
    if isinstance(refusal, TelegramRetryAfter):
        return Answer.TRY_AGAIN
    said = refusal.message.lower()
    return next((answer for words, answer in REFUSALS if words in said), Answer.MAY_NOT_SEND)
