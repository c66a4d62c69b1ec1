"""The last door: whatever of Aram asks, nothing goes out that a group's customers would see."""

from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    BanChatMember,
    CopyMessage,
    DeleteMessage,
    EditEphemeralMessageText,
    EditMessageText,
    GetBusinessConnection,
    GetChat,
    PinChatMessage,
    ReadBusinessMessage,
    SendChatAction,
    SendDocument,
    SendMessage,
    SetChatTitle,
    SetMessageReaction,
    TelegramMethod,
)
from aiogram.types import EphemeralMessageParameters

from bot.sandbox.faults import Fault
from handlers.silence import is_seen_by_customers
from tests.handlers.crew import hire, in_group, open_group, says
from tests.stage import stage

GROUP, PERSON = -1004000001, 5
ALONE = EphemeralMessageParameters(receiver_user_id=PERSON)


@pytest.mark.parametrize(
    ("method", "seen"),
    [
        (SendMessage(chat_id=GROUP, text="x"), True),
        (SendMessage(chat_id="@shop", text="x"), True),
        (SendMessage(chat_id=str(GROUP), text="x"), True),
        (SendMessage(chat_id=PERSON, text="x"), False),
        (SendMessage(chat_id=GROUP, text="x", ephemeral_message_parameters=ALONE), False),
        (SendDocument(chat_id=GROUP, document="x"), True),
        (SendChatAction(chat_id=GROUP, action="typing"), True),  # "Aram is typing…"
        (SetMessageReaction(chat_id=GROUP, message_id=1), True),
        (CopyMessage(chat_id=GROUP, from_chat_id=PERSON, message_id=1), True),
        (CopyMessage(chat_id=PERSON, from_chat_id=GROUP, message_id=1), False),
        (EditMessageText(chat_id=GROUP, message_id=1, text="x"), True),
        (
            EditEphemeralMessageText(
                chat_id=GROUP, receiver_user_id=PERSON, ephemeral_message_id=1, text="x"
            ),
            False,
        ),
        (DeleteMessage(chat_id=GROUP, message_id=1), False),  # a manager asked for it
        (BanChatMember(chat_id=GROUP, user_id=PERSON), False),
        (GetChat(chat_id=GROUP), False),
        (AnswerCallbackQuery(callback_query_id="1"), False),
        (PinChatMessage(chat_id=GROUP, message_id=1), True),
        (SetChatTitle(chat_id=GROUP, title="x"), True),  # nothing is let through by being new
        (SendMessage(chat_id=PERSON, text="x", business_connection_id="c"), False),  # as the seller
        (GetBusinessConnection(business_connection_id="c"), False),
        (SendChatAction(chat_id=PERSON, action="typing", business_connection_id="c"), True),
        (ReadBusinessMessage(business_connection_id="c", chat_id=PERSON, message_id=1), True),
    ],
)
def test_what_all_in_a_group_would_see_is_known(method: TelegramMethod[Any], seen: bool) -> None:
    assert is_seen_by_customers(method) is seen


async def test_a_mistake_of_arams_is_held_back(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        with pytest.raises(TelegramBadRequest, match="writes nothing for customers"):
            await acting.app.bot.send_message(group, "نباید دیده شود")
        assert acting.written_to_customers() == []


@pytest.mark.parametrize("kind", ["half_sent", "server_error"])
async def test_whatever_goes_wrong_with_telegram_a_group_sees_nothing(
    tmp_path: Path, kind: str
) -> None:
    """The stage looks at everything that was asked of Telegram when the play ends."""
    async with stage(tmp_path) as acting:
        seller = await hire(acting, "پویا", started=False)  # who sees cards in the group alone
        group = open_group(acting, seller)
        for method in ("sendMessage", "editEphemeralMessageText", "getChat", "getChatMember"):
            acting.server.api.faults.add(Fault(kind, method))
        await says(acting, acting.customer, group, "/start")
        await says(acting, acting.customer, group)
        await says(acting, acting.customer, group, "خجالت بکشید احمقای بیشعور")
        assert in_group(acting, seller, group)
