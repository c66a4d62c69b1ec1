"""A walk through all that the sandbox emits: every kind of update, every method's result."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox.server import SandboxServer
from bot.sandbox.wire import Json
from tests.sandbox.conftest import TOKEN, Client, Shop
from tests.sandbox.waiting import until

type Emitted = list[tuple[str, Any]]
"""Pairs of a published type's name and an object of it."""

KEYBOARD = {
    "inline_keyboard": [
        [
            {"text": "بعدی", "callback_data": "next"},
            {"text": "رونوشت", "copy_text": {"text": "سلام"}},
        ],
        [{"text": "راهنما", "url": "https://example.org/help"}],
    ]
}
EVERYTHING = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "callback_query",
    "my_chat_member",
    "chat_member",
]
TEXT = (
    "<b>آرام</b> <a href='https://example.org'>پیوند</a> "
    "<blockquote expandable>😀 نقل</blockquote> @maryam"
)


class Tour:
    """Walks once; `emitted` is what was seen on the way."""

    def __init__(self, shop: Shop, call: Client) -> None:
        self.shop = shop
        self.call = call
        self.emitted: Emitted = []

    async def take(self, type_name: str, method: str, **params: Any) -> Any:
        result = await self.call(method, **params)
        self.emitted.append((type_name, result))
        return result

    async def walk(self) -> Emitted:
        await self.call("getUpdates", allowed_updates=EVERYTHING)
        for part in (self.profile, self.private, self.business, self.rooms, self.members):
            await part()
            self.emitted += [("Update", update) for update in await self.call.updates()]
        await self.webhook()
        return self.emitted

    async def profile(self) -> None:
        commands = [{"command": "help", "description": "راهنما", "is_ephemeral": True}]
        await self.take("User", "getMe")
        await self.take("Boolean", "setMyCommands", commands=commands)
        await self.take("Array of BotCommand", "getMyCommands")
        await self.take("Boolean", "deleteMyCommands")
        for name, type_name in (
            ("Name", "BotName"),
            ("Description", "BotDescription"),
            ("ShortDescription", "BotShortDescription"),
        ):
            await self.take("Boolean", f"setMy{name}", **{_snake(name): "آرام"})
            await self.take(type_name, f"getMy{name}")
        page = {"text": "صفحه", "web_app": {"url": "https://example.org/page"}}
        await self.take("Boolean", "setChatMenuButton", menu_button={"type": "web_app", **page})
        await self.take("MenuButton", "getChatMenuButton")
        opens = {"inline_keyboard": [[page]]}
        await self.take(
            "Message", "sendMessage", chat_id=self.shop.seller.id, text="۱", reply_markup=opens
        )
        await self.take("Boolean", "logOut")
        await self.take("Boolean", "close")

    async def private(self) -> None:
        world, seller, bot = self.shop.world, self.shop.seller.id, self.shop.bot.id
        chat: Json = {"chat_id": seller}
        theirs = world.send(seller, bot, text="سلام #فروش https://example.org /help a@b.ir")
        world.edit(seller, bot, theirs.number(seller), "درود")
        for kind in ("photo", "sticker", "voice", "video", "video_note", "audio", "animation"):
            world.send(seller, bot, media=kind)
        world.send_album(seller, bot, media=["photo", "video"], caption="آلبوم")
        world.forward(seller, bot, theirs.number(seller), bot)
        sent = await self.take(
            "Message",
            "sendMessage",
            **chat,
            text=TEXT,
            parse_mode="HTML",
            reply_markup=KEYBOARD,
            reply_parameters={"message_id": theirs.number(bot)},
            link_preview_options={"is_disabled": True},
            protect_content=True,
        )
        number = sent["message_id"]
        await self.press(seller, bot, self.last(seller, bot))
        await self.take("Message", "editMessageText", **chat, message_id=number, text="دیگر")
        await self.take(
            "Message", "editMessageReplyMarkup", **chat, message_id=number, reply_markup=KEYBOARD
        )
        await self.take("Boolean", "sendChatAction", **chat, action="typing")
        photo = await self.take("Message", "sendPhoto", **chat, photo=self.a_file(), caption="عکس")
        await self.take("File", "getFile", file_id=photo["photo"][0]["file_id"])
        which = {**chat, "message_id": photo["message_id"]}
        above = {"caption": "بالا", "show_caption_above_media": True}
        await self.take("Message", "editMessageCaption", **which, **above)
        other = {"type": "photo", "media": self.a_file(), **above}
        await self.take("Message", "editMessageMedia", **which, media=other, reply_markup=KEYBOARD)
        document = await self.take("Message", "sendDocument", **chat, document=self.a_file())
        await self.take("Boolean", "deleteMessage", **chat, message_id=document["message_id"])
        await self.take("Boolean", "deleteMessages", **chat, message_ids=[number])
        await self.take("ChatFullInfo", "getChat", **chat)
        await self.take("ChatMember", "getChatMember", **chat, user_id=seller)
        world.block(seller, bot)
        world.unblock(seller, bot)

    async def business(self) -> None:
        shop, world = self.shop, self.shop.world
        seller, customer = shop.seller.id, shop.customer.id
        through = {"business_connection_id": shop.connection.id, "chat_id": customer}
        theirs = world.send(customer, seller, text="سلام")
        own = world.send(seller, customer, text="بفرمایید", reply_to=theirs.number(seller))
        world.edit(seller, customer, own.number(seller), "درود")
        world.send(customer, seller, media="photo", text="این است")
        world.send(customer, seller, media="document")
        world.delete(customer, seller, theirs.number(customer))
        last = world.send(customer, seller, text="هستید؟")
        sent = await self.take(
            "Message", "sendMessage", **through, text="بله", reply_markup=KEYBOARD
        )
        await self.press(customer, seller, self.last(customer, seller))
        number = {"message_id": sent["message_id"]}
        await self.take("Message", "editMessageText", **through, **number, text="بله، بفرمایید")
        await self.take("Boolean", "readBusinessMessage", **through, message_id=last.number(seller))
        connection = {"business_connection_id": shop.connection.id}
        await self.take("BusinessConnection", "getBusinessConnection", **connection)
        await self.take(
            "Boolean", "deleteBusinessMessages", **connection, message_ids=[sent["message_id"]]
        )
        world.change_rights(seller, ["can_reply"])
        world.disconnect(seller)

    async def rooms(self) -> None:
        world, seller, customer = self.shop.world, self.shop.seller.id, self.shop.customer.id
        group = world.add_group("گروه", owner=seller, members=[customer], username="goruh")
        plain = world.add_group("ساده", owner=seller, members=[customer], kind="group")
        channel = world.add_channel("کانال", owner=seller, discussion=group.id)
        for room in (group, plain):
            world.join(self.shop.bot.id, room.id, admin=["can_delete_messages"])
        world.join(self.shop.bot.id, channel.id, admin=["can_post_messages"])
        post = world.send(seller, channel.id, text="پست")
        world.edit(seller, channel.id, post.number(seller), "پست تازه")
        world.comment(customer, channel.id, post.number(seller), text="بد بود")
        said = world.send(customer, group.id, text="سلام")
        world.forward(customer, channel.id, post.number(seller), group.id)
        for room in (group, plain, channel):
            await self.take("Message", "sendMessage", chat_id=room.id, text="باشد")
            await self.take("ChatFullInfo", "getChat", chat_id=room.id)
            await self.take("Array of ChatMember", "getChatAdministrators", chat_id=room.id)
            await self.take("Integer", "getChatMemberCount", chat_id=room.id)
        reply = {"message_id": said.number(customer)}
        await self.take(
            "Message", "sendMessage", chat_id="@goruh", text="چشم", reply_parameters=reply
        )
        await self.ephemeral(group.id, customer)

    async def ephemeral(self, group: int, customer: int) -> None:
        world = self.shop.world
        to = {"chat_id": group, "ephemeral_message_parameters": {"receiver_user_id": customer}}
        await self.take("Message", "sendPhoto", **to, photo=self.a_file())
        await self.take("Message", "sendDocument", **to, document=self.a_file())
        sent = await self.take("Message", "sendMessage", **to, text="پنهان", reply_markup=KEYBOARD)
        await self.press(customer, group, -sent["ephemeral_message_id"])
        which = {
            "chat_id": group,
            "receiver_user_id": customer,
            "ephemeral_message_id": sent["ephemeral_message_id"],
        }
        await self.take("Boolean", "editEphemeralMessageText", **which, text="پنهان‌تر")
        await self.take(
            "Boolean", "editEphemeralMessageReplyMarkup", **which, reply_markup=KEYBOARD
        )
        await self.take("Boolean", "deleteEphemeralMessage", **which)
        assert world.rooms[group].ephemerals

    async def members(self) -> None:
        world, bot = self.shop.world, self.shop.bot.id
        guest, group = world.add_user("مهمان"), next(iter(world.rooms))
        world.join(guest.id, group)
        world.promote(guest.id, group)
        world.demote(guest.id, group)
        world.leave(guest.id, group)
        world.join(guest.id, group)
        world.remove(guest.id, group)
        for user_id in (self.shop.seller.id, guest.id, bot, self.shop.customer.id):
            await self.take("ChatMember", "getChatMember", chat_id=group, user_id=user_id)
        await self.take("Boolean", "leaveChat", chat_id=group)
        world.join(bot, group)
        world.remove(bot, group)

    async def webhook(self) -> None:
        url = "http://127.0.0.1:9/nobody"
        await self.take("WebhookInfo", "getWebhookInfo")
        await self.take("Boolean", "setWebhook", url=url, allowed_updates=["message"])
        self.shop.world.send(self.shop.seller.id, self.shop.bot.id, text="سلام")
        courier = self.shop.world.couriers.get(self.shop.bot.id)
        await until(lambda: courier is not None and courier.last_error is not None)
        await self.take("WebhookInfo", "getWebhookInfo")
        await self.take("Boolean", "deleteWebhook", drop_pending_updates=True)

    async def press(self, user_id: int, chat_id: int, number: int) -> None:
        pressing = asyncio.create_task(self.shop.world.press(user_id, chat_id, number, "next"))
        await asyncio.sleep(0)
        updates = await self.call.updates()
        self.emitted += [("Update", update) for update in updates]
        query = updates[-1]["callback_query"]["id"]
        await self.take("Boolean", "answerCallbackQuery", callback_query_id=query, text="شد")
        assert (await pressing).text == "شد"

    def last(self, user_id: int, chat_id: int) -> int:
        chats = self.shop.world.phone(user_id)["chats"]
        chat = next(chat for chat in chats if chat["id"] == chat_id)
        number: int = chat["messages"][-1]["id"]
        return number

    def a_file(self) -> str:
        return self.shop.world.files.stand_in("photo").file_id


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).removeprefix("_")


@pytest.fixture
async def emitted(shop: Shop) -> AsyncIterator[Emitted]:
    """Everything that one walk saw."""
    async with SandboxServer(shop.world) as server, aiohttp.ClientSession() as session:
        yield await Tour(shop, Client(server.url, session, TOKEN)).walk()
