"""Groups and the comments below a channel's posts: the team sells, everyone else is a customer.

Each customer is a conversation, and in a forum each customer in each topic. Nothing is ever written
in a group where a customer could see it.
"""

from dataclasses import replace

from aiogram import Router
from aiogram.types import Message, Update

from bot.core.conversation import Channel, Who
from bot.core.duty import NOBODY, take
from bot.core.force import Force
from bot.core.listener import Listener
from bot.core.people import Shop
from bot.core.room import Room, talk_prefix
from bot.core.shelf import Place, Said
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.rooms import GROUPS, is_own_voice
from handlers.turns import is_talk, speaker_of, turn_of

SAME_TALK_SECONDS = 24 * 3600.0


def build_router() -> Router:
    """New and edited messages of the shops' groups; nothing is ever written there."""
    router = Router(name="groups")
    heard = (is_of_group, is_talk, is_heard)
    router.message.register(on_group_message, *heard)
    router.edited_message.register(on_edited_group_message, *heard)
    return router


async def is_of_group(message: Message) -> bool:
    """Whether a person wrote it in a group, be it in a chat's name; bots and posts are passed over.

    A coroutine, because aiogram calls filters of any other kind in a thread.
    """
    if message.chat.type not in GROUPS or message.is_automatic_forward:
        return False
    sender = message.from_user
    return message.sender_chat is not None or (sender is not None and not sender.is_bot)


async def is_heard(_message: Message, room: Room | None = None) -> bool:
    """Whether the group is a shop's; a coroutine, as `is_of_group` is."""
    return room is not None and room.is_heard


async def on_group_message(
    message: Message,
    event_update: Update,
    ledger: Ledger,
    listener: Listener,
    force: Force,
    shop: Shop,
    room: Room,
) -> None:
    """Someone has written in a group."""

    def hear(books: Books) -> None:
        for said in _said(books, message, shop, room):
            owner = _let_answerer_take(books, force, said, message, shop)
            listener.hear(books, said)
            if owner is not None:
                books.copies.keep_seller(said.place.key, owner)

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
            owner = books.copies.owner_of_open_card(said.place.key)
            listener.hear_edited(books, said)
            if owner is not None and said.turn.who is Who.SELLER:
                books.copies.keep_seller(said.place.key, owner)

    await ledger.write_once(event_update.update_id, hear)


def _said(books: Books, message: Message, shop: Shop, room: Room) -> list[Said]:
    """A customer's message is one turn; a seller's belongs to each talk it may answer."""
    channel = _channel(message, room)
    if _is_seller(message, shop, room):
        turn = turn_of(message, Who.SELLER, channel=channel)
        by = message.from_user.id if message.from_user and not message.sender_chat else None
        answered = _answered(books, message, shop)
        return [Said(place, turn, message.message_id, by) for place in answered]
    place = _place(books, message, shop, channel)
    if place is None:
        return []
    return [Said(place, turn_of(message, Who.CUSTOMER, channel=channel), message.message_id)]


def _let_answerer_take(
    books: Books, force: Force, said: Said, message: Message, shop: Shop
) -> int | None:
    """Whoever answers a customer has the card from then on, if it was nobody's; who has it now."""
    seller = message.from_user if message.sender_chat is None else None
    if said.turn.who is not Who.SELLER or seller is None or not shop.is_team(seller.id):
        return None
    books.copies.keep_answer(said.place.key, seller.id)
    conversation = books.conversation(said.place)
    if conversation.card_id is None:
        return None
    card = take(books, force.coach, conversation.card_id, by=seller.id)
    return card.seller_id if card is not None else None


def _is_seller(message: Message, shop: Shop, room: Room) -> bool:
    """The team, and the group's own voice."""
    if message.sender_chat is not None:
        return is_own_voice(message, room)
    person_id = message.from_user.id if message.from_user else 0
    return shop.is_team(person_id)


def _place(books: Books, message: Message, shop: Shop, channel: Channel) -> Place | None:
    """The customer's conversation in this group, or topic; None where nobody speaks."""
    customer = speaker_of(message)
    if customer is None:
        return None
    key = f"{_talks_here(message, shop)}{customer.id}"
    return Place(
        key=key,
        channel=channel,
        chat_id=message.chat.id,
        customer_id=customer.id,
        seller_id=_seller_for(books, key, message.chat.id, customer.id, shop),
        customer_name=customer.name or None,
        username=_username(message),
    )


def _username(message: Message) -> str | None:
    speaker = message.sender_chat or message.from_user
    return speaker.username if speaker is not None else None


def _seller_for(books: Books, key: str, chat_id: int, customer_id: int, shop: Shop) -> int:
    """Who has the open card, else who last answered this customer, else the one who is asked.

    NOBODY where several are asked. The card of someone who has left the team goes to others.
    """
    owner = books.copies.owner_of_open_card(key)
    if owner == NOBODY or (owner is not None and shop.is_team(owner)):
        return owner
    if owner is not None:
        books.copies.release(key)
    answerer = books.copies.last_to_answer(chat_id, customer_id)
    if answerer is not None and shop.is_team(answerer):
        return answerer
    asked = books.copies.whom_to_ask()
    return asked[0] if len(asked) == 1 else NOBODY


def _answered(books: Books, message: Message, shop: Shop) -> list[Place]:
    """Whom a seller's message answers: the one replied to, else all who spoke lately there.

    A reply to a colleague answers no customer.
    """
    since = books.now - SAME_TALK_SECONDS
    here = _talks_here(message, shop)
    lately = (talk.place for talk in books.conversations_in(message.chat.id, since))
    talks = [place for place in lately if place.key.startswith(here)]
    replied = _replied(message)
    customer = speaker_of(replied) if replied is not None else None
    if customer is not None:
        answered = [place for place in talks if place.customer_id == customer.id]
        if not answered and shop.is_team(customer.id):
            return []
        talks = answered or talks
    if message.sender_chat is not None or message.from_user is None:
        return talks
    seller_id = message.from_user.id
    return [replace(place, seller_id=seller_id) for place in talks]


def _talks_here(message: Message, shop: Shop) -> str:
    """How the keys of the talks begin to which a message can belong.

    A thread of plain replies is no place of its own; a topic of a forum is.
    """
    topic = message.message_thread_id if message.is_topic_message else None
    return talk_prefix(shop.id, message.chat.id, topic)


def _replied(message: Message) -> Message | None:
    """The message replied to; in a topic everything replies to the topic's beginning."""
    replied = message.reply_to_message
    return None if replied is None or replied.forum_topic_created is not None else replied


def _channel(message: Message, room: Room) -> Channel:
    """Comments stand in the thread of a post that was forwarded from the channel."""
    root = message.reply_to_message
    below_post = root is not None and (root.is_automatic_forward or root.message_thread_id)
    if message.is_topic_message or not message.message_thread_id or not below_post:
        return Channel.GROUP
    is_post = root is not None and root.is_automatic_forward
    return Channel.COMMENT if is_post or room.channel_id is not None else Channel.GROUP
