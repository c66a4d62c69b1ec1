"""The sandbox refuses what Telegram refuses, with Telegram's words."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.sandbox.wire import Json
from tests.sandbox.conftest import Client, Refused, Shop

DAY = 24 * 60 * 60
BAD = "Bad Request: "
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
NO_BUTTON = {"inline_keyboard": [[{"text": "بدون کار"}]]}


def button(**kind: Any) -> Json:
    return {"inline_keyboard": [[{"text": "دکمه", **kind}]]}


async def refusal(asking: Awaitable[Any]) -> tuple[int, str]:
    with pytest.raises(Refused) as refused:
        await asking
    return refused.value.code, str(refused.value)


@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": 42}, "chat not found"),
        ({"chat_id": -1001}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"chat_id": "nobody"}, "chat not found"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "آ" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),  # two UTF-16 units each
        ({"text": "آ" * 20_000}, "text is too long"),
        ({"parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"entities": "[{"}, "can't parse entities JSON object"),
        ({"reply_markup": button(callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": button(callback_data="آ" * 33)}, "BUTTON_DATA_INVALID"),  # 66 bytes
        ({"reply_markup": button(callback_data="")}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": button(copy_text={"text": "آ" * 257})}, "BUTTON_COPY_TEXT_INVALID"),
        ({"reply_markup": NO_BUTTON}, "text buttons are unallowed in the inline keyboard"),
        ({"reply_markup": "[]"}, "object expected as reply markup"),
        ({"reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ],
)
async def test_send_message(shop: Shop, call: Client, params: Json, text: str) -> None:
    asking = call("sendMessage", **{"chat_id": shop.seller.id, "text": "سلام", **params})
    assert await refusal(asking) == (400, f"Bad Request: {text}")


@pytest.mark.parametrize(
    "params",
    [
        {"text": "آ" * 4096},
        {"text": f"<b>{'آ' * 4096}</b>", "parse_mode": "html"},  # counted after parsing
        {"text": "سلام", "reply_markup": button(callback_data="x" * 64)},
        {"text": "سلام", "reply_markup": button(copy_text={"text": "آ" * 256})},
        {"text": "سلام", "reply_markup": {"remove_keyboard": True}},
        {
            "text": "سلام",
            "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True},
        },
        {"text": "سلام", "no_such_parameter": 1},
    ],
)
async def test_the_last_that_is_allowed(shop: Shop, call: Client, params: Json) -> None:
    assert (await call("sendMessage", chat_id=shop.seller.id, **params))["message_id"]


async def test_users_who_never_started_or_who_block_the_bot(shop: Shop, call: Client) -> None:
    asking = call("sendMessage", chat_id=shop.customer.id, text="سلام")
    never = "Forbidden: bot can't initiate conversation with a user"
    assert await refusal(asking) == (403, never)
    shop.world.block(shop.seller.id, shop.bot.id)
    asking = call("sendMessage", chat_id=shop.seller.id, text="سلام")
    assert await refusal(asking) == (403, "Forbidden: bot was blocked by the user")


async def test_connecting_lets_the_bot_write_to_the_seller(shop: Shop, call: Client) -> None:
    other = shop.world.add_user("سارا")
    connection = shop.world.connect(other.id, shop.bot.id)
    answer = await call("getBusinessConnection", business_connection_id=connection.id)
    assert await call("sendMessage", chat_id=answer["user_chat_id"], text="سلام")


async def test_rooms(shop: Shop, call: Client) -> None:
    world = shop.world
    group = world.add_group("گروه", owner=shop.seller.id)
    channel = world.add_channel("کانال", owner=shop.seller.id)
    world.join(shop.bot.id, channel.id)

    async def said_in(room_id: int) -> tuple[int, str]:
        return await refusal(call("sendMessage", chat_id=room_id, text="سلام"))

    outside = "Forbidden: bot is not a member of the supergroup chat"
    assert await said_in(group.id) == (403, outside)
    assert await said_in(channel.id) == (
        400,
        "Bad Request: need administrator rights in the channel chat",
    )
    world.join(shop.bot.id, group.id)
    world.remove(shop.bot.id, group.id)
    assert await said_in(group.id) == (403, "Forbidden: bot was kicked from the supergroup chat")


async def test_edits(shop: Shop, call: Client) -> None:
    chat = {"chat_id": shop.seller.id}
    markup = button(callback_data="a")
    sent = await call(
        "sendMessage", **chat, text="<b>سلام</b>", parse_mode="HTML", reply_markup=markup
    )
    number = {"message_id": sent["message_id"]}
    theirs = shop.world.send(shop.seller.id, shop.bot.id, text="سلام").number(shop.bot.id)
    same = {"text": "<b>سلام</b>", "parse_mode": "HTML", "reply_markup": markup}
    for params, text in (
        ({"message_id": 999, "text": "دیگر"}, "Bad Request: message to edit not found"),
        ({"message_id": theirs, "text": "دیگر"}, "Bad Request: message can't be edited"),
        ({**number, **same}, NOT_MODIFIED),
        ({**number, "text": "آ" * 4097}, "Bad Request: message is too long"),
    ):
        assert await refusal(call("editMessageText", **chat, **params)) == (400, text)
    asking = call("editMessageReplyMarkup", **chat, **number, reply_markup=markup)
    assert await refusal(asking) == (400, NOT_MODIFIED)
    edited = await call("editMessageText", **chat, **number, text="سلام")
    assert "reply_markup" not in edited  # an edit without reply_markup takes the buttons away
    assert edited["edit_date"]


async def test_edits_of_media(shop: Shop, call: Client) -> None:
    file = shop.world.files.stand_in("photo").file_id
    chat = {"chat_id": shop.seller.id}
    said = await call("sendMessage", **chat, text="سلام")
    photo = await call("sendPhoto", **chat, photo=file, caption="سلام")
    words, picture = ({"message_id": each["message_id"]} for each in (said, photo))
    same = {"type": "photo", "media": file, "caption": "سلام"}
    for method, params, text in (
        ("editMessageText", {**picture, "text": "دیگر"}, "there is no text in the message to edit"),
        ("editMessageCaption", {**words, "caption": "دیگر"}, "there is no caption in the message"),
        ("editMessageCaption", {**picture, "caption": "آ" * 1025}, "message caption is too long"),
        ("editMessageMedia", {**picture, "media": same}, NOT_MODIFIED.removeprefix(BAD)),
    ):
        code, told = await refusal(call(method, **chat, **params))
        assert (code, told.startswith(f"{BAD}{text}")) == (400, True), told
    became = await call("editMessageMedia", **chat, **words, media=same)
    assert became["photo"]


async def test_deletions(shop: Shop, call: Client) -> None:
    chat = {"chat_id": shop.seller.id}
    missing = call("deleteMessage", **chat, message_id=999)
    assert await refusal(missing) == (400, "Bad Request: message to delete not found")
    sent = await call("sendMessage", **chat, text="سلام")
    shop.clock.advance(2 * DAY + 1)
    asking = call("deleteMessage", **chat, message_id=sent["message_id"])
    assert await refusal(asking) == (400, "Bad Request: message can't be deleted")
    asking = call("deleteMessages", **chat, message_ids=list(range(1, 102)))
    assert (await refusal(asking))[1].startswith("Bad Request: too many message identifiers")


async def test_deleting_what_others_wrote_needs_a_right(shop: Shop, call: Client) -> None:
    group = shop.world.add_group("گروه", owner=shop.seller.id)
    shop.world.join(shop.bot.id, group.id)
    said = shop.world.send(shop.seller.id, group.id, text="سلام")
    which = {"chat_id": group.id, "message_id": said.number(shop.bot.id)}
    refused = (400, "Bad Request: message can't be deleted")
    assert await refusal(call("deleteMessage", **which)) == refused
    shop.world.promote(shop.bot.id, group.id, ["can_delete_messages"])
    assert await call("deleteMessage", **which) is True


@pytest.mark.parametrize(
    ("method", "params", "code", "text"),
    [
        ("noSuchMethod", {}, 404, "Not Found"),
        ("sendDice", {}, 501, "Not Implemented: the sandbox lacks the method senddice"),
        ("getFile", {"file_id": "x"}, 400, "Bad Request: invalid file_id"),
        ("sendPhoto", {}, 400, "Bad Request: there is no photo in the request"),
        ("sendPhoto", {"photo": "x"}, 400, "Bad Request: wrong file identifier/HTTP URL specified"),
        ("sendChatAction", {"action": "x"}, 400, "Bad Request: wrong parameter action in request"),
        ("getChatMember", {"user_id": 1}, 400, "Bad Request: invalid user_id specified"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "A"}]},
            400,
            "Bad Request: BOT_COMMAND_INVALID",
        ),
    ],
)
async def test_other_methods(
    shop: Shop, call: Client, method: str, params: Json, code: int, text: str
) -> None:
    params = {"chat_id": shop.seller.id, **params}
    assert await refusal(call(method, **params)) == (code, text)


async def test_a_wrong_token(call: Client) -> None:
    call.token = "1:wrong"
    assert await refusal(call("getMe")) == (401, "Unauthorized")


type Ask = Callable[..., Awaitable[Any]]


@pytest.fixture
def through(shop: Shop, call: Client) -> Ask:
    """Write to the customer through the seller's connection."""
    shop.world.send(shop.customer.id, shop.seller.id, text="سلام")

    async def ask(**params: Any) -> Any:
        usual = {"business_connection_id": shop.connection.id, "chat_id": shop.customer.id}
        return await call("sendMessage", **{**usual, "text": "درود", **params})

    return ask


async def test_a_business_chat_falls_silent_after_a_day(shop: Shop, through: Ask) -> None:
    shop.clock.advance(DAY)
    assert await through()
    shop.world.send(shop.seller.id, shop.customer.id, text="هستید؟")
    shop.clock.advance(1)
    asking = through()  # the seller's own words do not open the window
    assert await refusal(asking) == (400, "Bad Request: BUSINESS_PEER_USAGE_MISSING")
    shop.world.send(shop.customer.id, shop.seller.id, text="بله")
    assert await through()


async def test_business_rights_and_connections(shop: Shop, through: Ask) -> None:
    world = shop.world
    unknown = through(business_connection_id="unknown")
    assert await refusal(unknown) == (400, "Bad Request: business connection not found")
    stranger = through(chat_id=999)
    assert await refusal(stranger) == (400, "Bad Request: BUSINESS_PEER_INVALID")
    world.change_rights(shop.seller.id, ["can_read_messages"])
    assert await refusal(through()) == (400, "Bad Request: BOT_ACCESS_FORBIDDEN")
    world.disconnect(shop.seller.id)
    assert await refusal(through()) == (400, "Bad Request: BUSINESS_CONNECTION_INVALID")


async def test_reading_and_deleting_need_their_rights(
    shop: Shop, call: Client, through: Ask
) -> None:
    world, connection = shop.world, {"business_connection_id": shop.connection.id}
    theirs = world.send(shop.customer.id, shop.seller.id, text="هستید؟").number(shop.seller.id)
    ours = (await through())["message_id"]
    forbidden = (400, "Bad Request: BOT_ACCESS_FORBIDDEN")
    world.change_rights(shop.seller.id, ["can_delete_sent_messages"])
    reading = call("readBusinessMessage", **connection, chat_id=shop.customer.id, message_id=theirs)
    assert await refusal(reading) == forbidden
    deleting = call("deleteBusinessMessages", **connection, message_ids=[theirs])
    assert await refusal(deleting) == forbidden
    assert await call("deleteBusinessMessages", **connection, message_ids=[ours]) is True
    world.change_rights(shop.seller.id, ["can_read_messages"])
    read = {"chat_id": shop.customer.id, "message_id": theirs}
    assert await call("readBusinessMessage", **connection, **read) is True
    chats = world.phone(shop.seller.id)["chats"]
    assert {chat["id"]: chat["unread"] for chat in chats}[shop.customer.id] == 0
