"""Putting people out of a group, with the rights and the refusals of Telegram."""

import pytest

from bot.sandbox.chats import Room
from bot.sandbox.refusals import Impossible
from bot.sandbox.wire import Json
from tests.sandbox.conftest import Client, Refused, Shop

RIGHTS = ("can_delete_messages", "can_restrict_members")
NO_RIGHT = "Bad Request: not enough rights to restrict/unrestrict chat member"
ADMIN = "Bad Request: user is an administrator of the chat"


def discussion(shop: Shop, *rights: str, kind: str = "supergroup") -> Room:
    """A group of the seller's with a customer, and the bot as an admin with these rights."""
    members = [shop.customer.id]
    group = shop.world.add_group("نظرها", owner=shop.seller.id, members=members, kind=kind)
    shop.world.join(shop.bot.id, group.id, admin=rights)
    return group


async def refused(call: Client, method: str, **params: object) -> str:
    with pytest.raises(Refused) as caught:
        await call(method, **params)
    return str(caught.value)


async def test_a_banned_person_is_out_and_cannot_write(shop: Shop, call: Client) -> None:
    group, who = discussion(shop, *RIGHTS), shop.customer.id
    assert await call("banChatMember", chat_id=group.id, user_id=who) is True
    member: Json = await call("getChatMember", chat_id=group.id, user_id=who)
    assert (member["status"], member["until_date"]) == ("kicked", 0)
    with pytest.raises(Impossible):
        shop.world.send(who, group.id, text="سلام")
    assert await call("banChatMember", chat_id=group.id, user_id=who) is True


async def test_an_unbanned_person_may_come_back(shop: Shop, call: Client) -> None:
    group, who = discussion(shop, *RIGHTS), shop.customer.id
    await call("banChatMember", chat_id=group.id, user_id=who)
    await call("unbanChatMember", chat_id=group.id, user_id=who, only_if_banned=True)
    assert group.member(who).status == "left"
    shop.world.join(who, group.id)
    await call("unbanChatMember", chat_id=group.id, user_id=who, only_if_banned=True)
    assert group.member(who).status == "member"
    await call("unbanChatMember", chat_id=group.id, user_id=who)  # as Telegram warns
    assert group.member(who).status == "left"


async def test_what_is_refused(shop: Shop, call: Client) -> None:
    weak, group = discussion(shop, "can_delete_messages"), discussion(shop, *RIGHTS)
    who = shop.customer.id
    assert await refused(call, "banChatMember", chat_id=weak.id, user_id=who) == NO_RIGHT
    admin = shop.world.add_user("پویا").id
    shop.world.join(admin, group.id, admin=["can_pin_messages"])
    cases = [
        ("banChatMember", admin, ADMIN),
        ("unbanChatMember", admin, ADMIN),
        ("banChatMember", shop.seller.id, "Bad Request: can't remove chat owner"),
        ("banChatMember", shop.bot.id, "Bad Request: can't restrict self"),
        ("banChatMember", 42, "Bad Request: invalid user_id specified"),
    ]
    for method, user_id, words in cases:
        assert await refused(call, method, chat_id=group.id, user_id=user_id) == words
    assert "private chats" in await refused(call, "banChatMember", chat_id=who, user_id=who)


async def test_in_a_small_group_nobody_can_be_let_back(shop: Shop, call: Client) -> None:
    group, who = discussion(shop, *RIGHTS, kind="group"), shop.customer.id
    await call("banChatMember", chat_id=group.id, user_id=who)
    words = "Bad Request: method is available for supergroup and channel chats only"
    asked = {"chat_id": group.id, "user_id": who, "only_if_banned": True}
    assert await refused(call, "unbanChatMember", **asked) == words


async def test_a_channel_can_be_silenced(shop: Shop, call: Client) -> None:
    group, weak = discussion(shop, *RIGHTS), discussion(shop)
    asked = {"chat_id": group.id, "sender_chat_id": -1009990001}
    assert await call("banChatSenderChat", **asked) is True
    assert group.silenced == {-1009990001}
    assert await call("unbanChatSenderChat", **asked) is True
    assert group.silenced == set()
    assert await refused(call, "banChatSenderChat", **{**asked, "chat_id": weak.id}) == NO_RIGHT
    asked["sender_chat_id"] = 5
    words = "Bad Request: invalid sender_chat_id specified"
    assert await refused(call, "banChatSenderChat", **asked) == words


async def test_deleting_others_messages_needs_the_right(shop: Shop, call: Client) -> None:
    group, weak = discussion(shop, *RIGHTS), discussion(shop, "can_restrict_members")
    for room, deleted in [(group, True), (weak, False)]:
        said = shop.world.send(shop.customer.id, room.id, text="بد بود")
        number = said.message.numbers[0]
        answer = await call.raw("deleteMessage", chat_id=room.id, message_id=number)
        assert answer["ok"] is deleted
        assert (room.find(number, 0) is None) is deleted
