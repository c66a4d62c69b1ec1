"""Groups and the comments below a channel's posts: the team sells, everyone else is a customer."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import Message, Update

from bot.core.conversation import Channel, Who
from bot.core.listener import Listener, Place, Said
from bot.core.people import Shop
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.rooms import Room, Rooms
from handlers.turns import is_talk, speaker_of, turn_of

SAME_TALK_SECONDS = 24 * 3600.0
GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


def build_router() -> Router:
    """New and edited messages of the shop's groups; nothing is ever written there."""
    router = Router(name="groups")
    rooms = Rooms()
    heard = (is_of_group, is_talk, rooms.admit)
    router.message.register(on_group_message, *heard)
    router.edited_message.register(on_edited_group_message, *heard)
    router.my_chat_member.register(rooms.on_own_membership, F.chat.type.in_(GROUPS))
    return router


async def is_of_group(message: Message) -> bool:
    """Whether a person wrote it in a group, be it in a chat's name; bots and posts are passed over.

    A coroutine, because aiogram calls filters of any other kind in a thread.
    """
    if message.chat.type not in GROUPS or message.is_automatic_forward:
        return False
    sender = message.from_user
    return message.sender_chat is not None or (sender is not None and not sender.is_bot)


async def on_group_message(
    message: Message,
    event_update: Update,
    ledger: Ledger,
    listener: Listener,
    shop: Shop,
    room: Room,
) -> None:
    """Someone has written in a group."""

    def hear(books: Books) -> None:
        for said in _said(books, message, shop, room):
            listener.hear(books, said)

    await ledger.write_once(event_update.update_id, hear)


async def on_edited_group_message(
    message: Message,
    event_update: Update,
    ledger: Ledger,
    listener: Listener,
    shop: Shop,
    room: Room,
) -> None:
    """Someone has changed what they wrote in a group."""

    def hear(books: Books) -> None:
        for said in _said(books, message, shop, room):
            listener.hear_edited(books, said)

    await ledger.write_once(event_update.update_id, hear)


def _said(books: Books, message: Message, shop: Shop, room: Room) -> list[Said]:
    """A customer's message is one turn; a seller's belongs to each talk it may answer."""
    channel = _channel(message)
    if _is_seller(books, message, shop, room):
        turn = turn_of(message, Who.SELLER, channel=channel)
        return [Said(place, turn, message.message_id) for place in _answered(books, message)]
    place = _place(books, message, shop, room, channel)
    if place is None:
        return []
    return [Said(place, turn_of(message, Who.CUSTOMER, channel=channel), message.message_id)]


def _is_seller(books: Books, message: Message, shop: Shop, room: Room) -> bool:
    """The named team; while nobody is named, those who have met Aram. A group's own voice too."""
    if message.sender_chat is not None:
        return room.is_own_voice(message)
    person_id = message.from_user.id if message.from_user else 0
    if shop.owner_id is None and not shop.seller_ids:
        return books.person(person_id) is not None
    return shop.is_team(person_id)


def _place(
    books: Books, message: Message, shop: Shop, room: Room, channel: Channel
) -> Place | None:
    """The customer's conversation in this group; None where nobody speaks."""
    customer = speaker_of(message)
    if customer is None:
        return None
    return Place(
        key=f"group:{message.chat.id}:{customer.id}",
        channel=channel,
        chat_id=message.chat.id,
        customer_id=customer.id,
        seller_id=books.last_seller_in(message.chat.id) or shop.owner_id or room.keeper_id,
        customer_name=customer.name or None,
    )


def _answered(books: Books, message: Message) -> list[Place]:
    """Whom a seller's message answers: the one replied to, else all who spoke lately."""
    seller_id = message.from_user.id if message.from_user else 0
    since = books.now - SAME_TALK_SECONDS
    talks = [talk.place for talk in books.conversations_in(message.chat.id, since)]
    replied = speaker_of(message.reply_to_message) if message.reply_to_message else None
    if replied is not None:
        answered = [place for place in talks if place.customer_id == replied.id]
        talks = answered or talks
    if message.sender_chat is not None:
        return talks
    return [replace(place, seller_id=seller_id) for place in talks]


def _channel(message: Message) -> Channel:
    """Comments stand in the thread of a post that was forwarded from the channel."""
    root = message.reply_to_message
    below_post = root is not None and (root.is_automatic_forward or root.message_thread_id)
    return Channel.COMMENT if below_post and message.message_thread_id else Channel.GROUP
