"""What happens in the world reaches the bots that should hear of it, and no others."""

import pytest

from bot.sandbox.refusals import Impossible
from bot.sandbox.wire import Json
from tests.sandbox.conftest import Client, Refused, Shop
from tests.sandbox.tour import EVERYTHING


def kinds(updates: list[Json]) -> list[str]:
    return [key for update in updates for key in update if key != "update_id"]


async def test_a_customers_message_arrives_through_the_sellers_connection(
    shop: Shop, call: Client
) -> None:
    sent = shop.world.send(shop.customer.id, shop.seller.id, text="سلام")
    (update,) = await call.updates()
    message = update["business_message"]
    assert message["chat"]["id"] == message["from"]["id"] == shop.customer.id
    assert message["business_connection_id"] == shop.connection.id
    assert message["message_id"] == sent.number(shop.seller.id) != sent.number(shop.customer.id)
    assert message["date"] == int(shop.clock.now())
    assert "sender_business_bot" not in message


async def test_the_sellers_own_message_comes_too_in_the_customers_chat(
    shop: Shop, call: Client
) -> None:
    shop.world.send(shop.seller.id, shop.customer.id, text="بفرمایید")
    (update,) = await call.updates()
    message = update["business_message"]
    assert message["from"]["id"] == shop.seller.id
    assert message["chat"]["id"] == shop.customer.id


async def test_the_bots_own_business_message_comes_back_marked(shop: Shop, call: Client) -> None:
    world, through = shop.world, {"business_connection_id": shop.connection.id}
    world.send(shop.customer.id, shop.seller.id, text="سلام")
    await call.updates()
    sent = await call("sendMessage", **through, chat_id=shop.customer.id, text="درود")
    (update,) = await call.updates()
    assert update["business_message"] == sent
    assert sent["sender_business_bot"]["id"] == shop.bot.id
    assert sent["from"]["id"] == shop.seller.id


async def test_on_the_phones_the_bots_message_is_the_sellers_and_only_they_see_who_wrote_it(
    shop: Shop, call: Client
) -> None:
    world = shop.world
    world.send(shop.customer.id, shop.seller.id, text="سلام")
    through = {"business_connection_id": shop.connection.id}
    await call("sendMessage", **through, chat_id=shop.customer.id, text="درود")
    chats = world.phone(shop.seller.id)["chats"]
    on_sellers = next(c for c in chats if c["id"] == shop.customer.id)["messages"][-1]
    on_customers = world.phone(shop.customer.id)["chats"][0]["messages"][-1]
    assert (on_sellers["mine"], on_sellers["via_bot"]) == (True, "Aram")
    assert (on_customers["mine"], on_customers["via_bot"]) == (False, None)
    assert on_customers["from"]["id"] == shop.seller.id


async def test_edits_and_deletions_come_with_the_sellers_numbers(shop: Shop, call: Client) -> None:
    world, customer, seller = shop.world, shop.customer.id, shop.seller.id
    sent = world.send(customer, seller, text="سلام")
    world.edit(customer, seller, sent.number(customer), "سلام!")
    world.delete(customer, seller, sent.number(customer))
    _, edited, deleted = await call.updates()
    assert edited["edited_business_message"]["text"] == "سلام!"
    assert edited["edited_business_message"]["edit_date"]
    assert deleted["deleted_business_messages"]["message_ids"] == [sent.number(seller)]


async def test_an_album_is_several_messages_with_one_group_and_one_caption(
    shop: Shop, call: Client
) -> None:
    shop.world.send_album(
        shop.customer.id, shop.seller.id, media=["photo", "photo", "video"], caption="خراب است"
    )
    messages = [update["business_message"] for update in await call.updates()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["خراب است", None, None]


async def test_nothing_is_heard_before_the_connection_after_it_or_in_excluded_chats(
    shop: Shop, call: Client
) -> None:
    world = shop.world
    world.disconnect(shop.seller.id)
    world.send(shop.customer.id, shop.seller.id, text="پیش از اتصال")
    world.connect(shop.seller.id, shop.bot.id, excluded=[shop.customer.id])
    world.send(shop.customer.id, shop.seller.id, text="بیرون از اتصال")
    assert kinds(await call.updates()) == ["business_connection"] * 2


async def test_connection_updates_say_rights_and_end(shop: Shop, call: Client) -> None:
    shop.world.change_rights(shop.seller.id, ["can_reply"])
    shop.world.disconnect(shop.seller.id)
    changed, closed = [update["business_connection"] for update in await call.updates()]
    assert (changed["rights"], changed["is_enabled"]) == ({"can_reply": True}, True)
    assert closed["is_enabled"] is False
    assert changed["id"] == closed["id"] == shop.connection.id
    assert changed["user_chat_id"] == shop.seller.id


async def test_two_sellers_with_one_bot_are_told_apart(shop: Shop, call: Client) -> None:
    other = shop.world.add_user("سارا")
    connection = shop.world.connect(other.id, shop.bot.id)
    await call.updates()
    shop.world.send(shop.seller.id, other.id, text="سلام همکار")
    messages = [update["business_message"] for update in await call.updates()]
    assert {message["business_connection_id"]: message["chat"]["id"] for message in messages} == {
        shop.connection.id: other.id,
        connection.id: shop.seller.id,
    }


async def test_privacy_mode_hides_all_but_what_is_meant_for_the_bot(
    shop: Shop, call: Client
) -> None:
    world, seller = shop.world, shop.seller.id
    group = world.add_group("گروه", owner=seller, members=[shop.customer.id])
    world.join(shop.bot.id, group.id)
    hello = await call("sendMessage", chat_id=group.id, text="سلام")
    await call.updates()
    for text in ("سلام", "/help", "/help@other_bot", "@aram_sandbox_bot بیا"):
        world.send(seller, group.id, text=text)
    world.send(seller, group.id, text="پاسخ", reply_to=hello["message_id"])
    seen = [update["message"]["text"] for update in await call.updates()]
    assert seen == ["/help", "@aram_sandbox_bot بیا", "پاسخ"]


async def test_an_admin_bot_and_one_without_privacy_mode_read_everything(
    shop: Shop, call: Client
) -> None:
    world = shop.world
    group = world.add_group("گروه", owner=shop.seller.id)
    world.join(shop.bot.id, group.id, admin=[])
    await call.updates()
    world.send(shop.seller.id, group.id, text="سلام")
    assert kinds(await call.updates()) == ["message"]


async def test_a_channels_post_reaches_its_group_and_comments_are_replies_in_its_thread(
    shop: Shop, call: Client
) -> None:
    world, customer = shop.world, shop.customer.id
    group = world.add_group("گفت‌وگو", owner=shop.seller.id)
    channel = world.add_channel("کانال", owner=shop.seller.id, discussion=group.id)
    world.join(shop.bot.id, group.id, admin=[])
    await call.updates()
    post = world.send(shop.seller.id, channel.id, text="حراج")
    number = post.number(shop.seller.id)
    first = world.comment(customer, channel.id, number, text="گران است")
    world.send(shop.seller.id, group.id, text="چرا؟", reply_to=first.number(customer))
    forwarded, comment, answer = [update["message"] for update in await call.updates()]
    assert forwarded["is_automatic_forward"] is True
    assert forwarded["sender_chat"]["id"] == channel.id
    assert forwarded["from"]["id"] == 777000
    assert forwarded["forward_origin"]["message_id"] == number
    assert comment["reply_to_message"]["message_id"] == forwarded["message_id"]
    assert comment["message_thread_id"] == answer["message_thread_id"] == forwarded["message_id"]


async def test_membership_is_told_to_the_bot_itself_and_to_admin_bots_that_asked(
    shop: Shop, call: Client
) -> None:
    world = shop.world
    group = world.add_group("گروه", owner=shop.seller.id)
    world.join(shop.bot.id, group.id)
    world.join(shop.customer.id, group.id)
    assert kinds(await call.updates()) == ["my_chat_member", "message", "message"]
    await call("getUpdates", allowed_updates=EVERYTHING)
    world.promote(shop.bot.id, group.id)
    world.leave(shop.customer.id, group.id)
    updates = await call.updates()
    assert kinds(updates) == ["my_chat_member", "chat_member", "message"]
    left = updates[1]["chat_member"]
    assert left["old_chat_member"]["status"] == "member"
    assert left["new_chat_member"]["status"] == "left"


async def test_blocking_is_told_once_and_start_unblocks(shop: Shop, call: Client) -> None:
    world, seller, bot = shop.world, shop.seller.id, shop.bot.id
    world.block(seller, bot)
    world.block(seller, bot)
    world.start(seller, bot, "fa")
    blocked, unblocked, start = await call.updates()
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start fa"
    assert start["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_people_cannot_do_what_no_phone_offers(shop: Shop) -> None:
    world, seller, customer = shop.world, shop.seller.id, shop.customer.id
    sent = world.send(seller, customer, text="سلام")
    channel = world.add_channel("کانال", owner=seller, members=[customer])
    for impossible in (
        lambda: world.send(customer, seller, text="  "),
        lambda: world.send(customer, seller, text="آ" * 4097),
        lambda: world.send(customer, seller, media="hologram"),
        lambda: world.send(customer, seller, media="sticker", text="زیرنویس"),
        lambda: world.send(customer, customer, text="سلام"),
        lambda: world.send(customer, 42, text="سلام"),
        lambda: world.send(customer, channel.id, text="سلام"),
        lambda: world.edit(customer, seller, sent.number(customer), "دیگر"),
        lambda: world.edit(customer, seller, 99, "دیگر"),
        lambda: world.comment(customer, channel.id, 1, text="نظر"),
        lambda: world.connect(seller, shop.bot.id, ["can_fly"]),
        lambda: world.disconnect(customer),
    ):
        with pytest.raises(Impossible):
            impossible()
    with pytest.raises(Impossible):
        await world.press(seller, customer, sent.number(seller), "x")


async def test_a_press_reaches_the_bot_and_its_answer_the_phone(shop: Shop, call: Client) -> None:
    import asyncio

    buttons = [[{"text": "بله", "callback_data": "yes"}]]
    await call(
        "sendMessage",
        chat_id=shop.seller.id,
        text="بفرستم؟",
        reply_markup={"inline_keyboard": buttons},
    )
    shown = shop.world.phone(shop.seller.id)["chats"][0]["messages"][-1]
    press = shop.world.press(shop.seller.id, shop.bot.id, shown["id"], "yes")
    pressing = asyncio.create_task(press)
    (update,) = await call.updates(timeout=5)
    query = update["callback_query"]
    assert (query["data"], query["from"]["id"]) == ("yes", shop.seller.id)
    answer = {"callback_query_id": query["id"], "text": "شد", "show_alert": True}
    assert await call("answerCallbackQuery", **answer) is True
    done = await pressing
    assert (done.text, done.alert) == ("شد", True)
    with pytest.raises(Refused, match="query is too old and response timeout expired"):
        await call("answerCallbackQuery", **answer)
