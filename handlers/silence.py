"""What customers could see of Aram does not go out: the last door is kept here.

Every request of Aram's to Telegram passes by; a host's own go by the host's session and do not. In
a group nothing goes through but what is known to show nothing there: asking, taking away what
others wrote, where a manager asked for it, and what one person alone is shown; and the one message
that a manager has read and confirmed, once, word for word, and where it was said to appear. In a
seller's own chat nothing does but a message in the seller's name: no "typing…", no reading marks.
"""

import logging
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetBusinessConnection, Response, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType

UNSEEN_IN_GROUPS = ("get", "delete", "ban", "unban", "restrict", "leave", "editephemeral")
"""How the methods begin that show nobody in a group anything of Aram's."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Confirmed:
    """The message that a manager has confirmed, and whether it went through."""

    chat_id: int
    text: str
    reply_to: int
    is_used: bool = False

    def lets_through(self, method: TelegramMethod[Any]) -> bool:
        """Whether a request is that message, for the first time."""
        if self.is_used or not isinstance(method, SendMessage):
            return False
        reply = method.reply_parameters
        asked = (method.chat_id, method.text, reply.message_id if reply is not None else None)
        self.is_used = asked == (self.chat_id, self.text, self.reply_to)
        return self.is_used


confirmed: ContextVar[Confirmed | None] = ContextVar("confirmed", default=None)
"""What a manager lets Aram say in a group, while it is being said."""


class Silence(BaseRequestMiddleware):
    """Before any request to Telegram: refuses those that customers would see."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Go on, or refuse as Telegram would."""
        said = confirmed.get()
        is_confirmed = said is not None and said.lets_through(method)
        if is_seen_by_customers(method) and not is_confirmed:
            log.error("%s before customers was held back", type(method).__name__)
            raise TelegramBadRequest(method, "Aram writes nothing for customers to see")
        return await make_request(bot, method)


def is_seen_by_customers(method: TelegramMethod[TelegramType]) -> bool:
    """Whether a request may show something in a group, or in a seller's chat beside a message."""
    if getattr(method, "business_connection_id", None) is not None:
        return not isinstance(method, SendMessage | GetBusinessConnection)
    if type(method).__name__.lower().startswith(UNSEEN_IN_GROUPS):
        return False
    chat_id = getattr(method, "chat_id", None)
    in_group = chat_id.startswith(("-", "@")) if isinstance(chat_id, str) else (chat_id or 0) < 0
    return in_group and getattr(method, "ephemeral_message_parameters", None) is None
