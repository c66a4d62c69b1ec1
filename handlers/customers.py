"""The sellers' private chats with customers, read along through business connections."""

from aiogram import Bot, Router
from aiogram.types import BusinessMessagesDeleted, Message, Update

from bot.core.conversation import Channel, Who
from bot.core.listener import Listener
from bot.core.people import Connection, Shop
from bot.core.shelf import Place, Said
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.connections import Connections
from handlers.turns import clean, is_talk, turn_of


def build_router() -> Router:
    """New, edited and deleted messages; what a machine sent as the seller is passed over."""
    router = Router(name="customers")
    router.business_message.register(on_business_message, is_of_person, is_talk)
    router.edited_business_message.register(on_edited_business_message, is_of_person, is_talk)
    router.deleted_business_messages.register(on_deleted_business_messages)
    return router


async def is_of_person(message: Message) -> bool:
    """Whether someone wrote it just now; Aram's own and away or greeting messages are not.

    A coroutine, because aiogram calls filters of any other kind in a thread.
    """
    return message.sender_business_bot is None and not message.is_from_offline


async def on_business_message(
    message: Message,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    listener: Listener,
    connections: Connections,
    shop: Shop,
) -> None:
    """A customer or a seller has written."""
    said = await _said(message, bot, connections, shop)
    if said is not None:
        await ledger.write_once(event_update.update_id, lambda books: listener.hear(books, said))


async def on_edited_business_message(
    message: Message,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    listener: Listener,
    connections: Connections,
    shop: Shop,
) -> None:
    """A customer or a seller has changed what they wrote."""
    said = await _said(message, bot, connections, shop, edited=True)
    if said is not None:
        await ledger.write_once(
            event_update.update_id, lambda books: listener.hear_edited(books, said)
        )


async def on_deleted_business_messages(
    deleted: BusinessMessagesDeleted,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    connections: Connections,
) -> None:
    """Messages were taken back."""
    connection = await connections.find(bot, deleted.business_connection_id)
    key = _key(connection, deleted.chat.id)
    ids = list(deleted.message_ids)

    def withdraw(books: Books) -> None:
        books.withdraw_turns(key, ids)
        books.reminders.take_back(key, ids)

    await ledger.write_once(event_update.update_id, withdraw)


async def _said(
    message: Message, bot: Bot, connections: Connections, shop: Shop, *, edited: bool = False
) -> Said | None:
    """What was said, and where; None for what is not ours to read, as among the team itself."""
    if message.business_connection_id is None or message.from_user is None:
        return None
    if shop.is_team(message.chat.id):
        return None
    connection = await connections.find(bot, message.business_connection_id)
    if not shop.is_team(connection.seller_id):
        return None
    if message.date.timestamp() < connection.connected_at:
        return None
    who = Who.SELLER if message.from_user.id == connection.seller_id else Who.CUSTOMER
    place = Place(
        key=_key(connection, message.chat.id),
        channel=Channel.CHAT,
        chat_id=message.chat.id,
        customer_id=message.chat.id,
        seller_id=connection.seller_id,
        customer_name=clean(message.chat.full_name) or None,
        connection_id=connection.id,
        username=message.chat.username,
    )
    turn = turn_of(message, who, channel=Channel.CHAT, edited=edited)
    by = connection.seller_id if who is Who.SELLER else None
    return Said(place, turn, message.message_id, by)


def _key(connection: Connection, chat_id: int) -> str:
    """A seller who reconnects goes on in the same conversations of the shop."""
    return f"chat:{connection.shop_id}:{connection.seller_id}:{chat_id}"
