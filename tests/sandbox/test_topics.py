"""Forums and groups that grow: what a bot is told, and what it may do afterwards."""

import pytest

from bot.sandbox.refusals import Impossible
from tests.sandbox.conftest import Client, Refused, Shop


async def test_what_is_written_in_a_topic_says_so(shop: Shop, call: Client) -> None:
    world, seller, customer = shop.world, shop.seller.id, shop.customer.id
    group = world.add_group("انجمن", owner=seller, members=[customer, shop.bot.id])
    world.promote(shop.bot.id, group.id)
    topic = world.open_topic(seller, group.id, "سفارش‌ها")
    world.send(customer, group.id, text="کو؟", topic=topic)
    world.send(customer, group.id, text="سلام")
    messages = [each["message"] for each in await call.updates() if "message" in each]
    opened, inside, outside = messages[-3:]
    assert opened["forum_topic_created"]["name"] == "سفارش‌ها"
    assert (inside["message_thread_id"], inside["is_topic_message"]) == (topic, True)
    assert inside["reply_to_message"]["forum_topic_created"]["name"] == "سفارش‌ها"
    assert inside["chat"]["is_forum"] is True
    assert "message_thread_id" not in outside
    assert "is_topic_message" not in outside


async def test_a_plain_reply_is_in_no_topic(shop: Shop, call: Client) -> None:
    world, seller, customer = shop.world, shop.seller.id, shop.customer.id
    group = world.add_group("گروه", owner=seller, members=[customer, shop.bot.id])
    world.promote(shop.bot.id, group.id)
    asked = world.send(customer, group.id, text="کو؟")
    world.send(seller, group.id, text="سلام", reply_to=asked.number(seller))
    answered = (await call.updates())[-1]["message"]
    assert answered["message_thread_id"] == asked.number(seller)
    assert "is_topic_message" not in answered


async def test_a_group_that_grows_is_another_chat(shop: Shop, call: Client) -> None:
    world, seller, customer = shop.world, shop.seller.id, shop.customer.id
    group = world.add_group("گروه", owner=seller, members=[customer, shop.bot.id], kind="group")
    grown = world.upgrade(group.id)
    told = [each["message"] for each in await call.updates() if "message" in each]
    assert [(each["chat"]["id"], each.get("migrate_to_chat_id")) for each in told] == [
        (group.id, grown.id),
        (grown.id, None),
    ]
    assert told[1]["migrate_from_chat_id"] == group.id
    with pytest.raises(Refused, match="upgraded to a supergroup") as refused:
        await call("getChat", chat_id=group.id)
    assert refused.value.answer["parameters"] == {"migrate_to_chat_id": grown.id}
    world.send(customer, grown.id, text="سلام")
    with pytest.raises(Impossible):
        world.send(customer, group.id, text="سلام")
    with pytest.raises(Impossible):
        world.upgrade(grown.id)
