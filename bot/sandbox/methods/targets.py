"""Where a bot may write and look: chats, and a connected seller's own chats."""

from dataclasses import dataclass

from bot.sandbox.business import WINDOW, Connection
from bot.sandbox.chats import Chat, Dialog, Room
from bot.sandbox.messages import Message
from bot.sandbox.methods.call import Call, number_of
from bot.sandbox.refusals import Refusal, bad_request, forbidden, upgraded

_ROOM_WORDS = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


@dataclass(frozen=True, slots=True)
class Target:
    """A chat, whose eyes the bot sees it with, and the connection when those are the seller's."""

    chat: Chat
    viewer: int
    connection: Connection | None = None

    @property
    def is_own(self) -> bool:
        """Whether it is the bot's own private chat with a person."""
        return self.connection is None and isinstance(self.chat, Dialog)

    @property
    def connection_id(self) -> str | None:
        """The connection's id, for rendering."""
        return self.connection.id if self.connection else None


def chat_target(call: Call) -> Target:
    """Return the chat that chat_id names, which the bot can at least look at."""
    wanted = call.text("chat_id").strip()
    if not wanted:
        raise bad_request("chat_id is empty")
    if wanted.startswith("@"):
        room = call.state.rooms_by_name.get(wanted[1:].lower())
        return Target(_entered(call, room), call.bot.id)
    chat_id = number_of(wanted)
    if chat_id < 0:
        return Target(_entered(call, call.state.rooms.get(chat_id)), call.bot.id)
    if chat_id not in call.state.users or chat_id == call.bot.id:
        raise bad_request("chat not found")
    return Target(call.state.dialog(call.bot.id, chat_id), call.bot.id)


def _entered(call: Call, room: Room | None) -> Room:
    """Return the room when the bot is in it. A public room could be read from outside; the
    sandbox's cannot.
    """
    if room is None:
        raise bad_request("chat not found")
    if room.upgraded_to is not None:
        raise upgraded(room.upgraded_to)
    member = room.member(call.bot.id)
    words = _ROOM_WORDS[room.kind]
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {words}")
    if not member.present:
        raise forbidden(f"bot is not a member of the {words}")
    return room


def writable_target(call: Call) -> Target:
    """Return the chat that chat_id names, in which the bot may write.

    Telegram says "chat not found" of users whom the bot has never met; the sandbox counts everyone
    as met.
    """
    target = chat_target(call)
    if isinstance(target.chat, Dialog):
        other = target.chat.id_for(call.bot.id)
        if other in call.state.bots:
            raise forbidden("bot can't send messages to bots")
        if other in call.bot.blocked_by:
            raise forbidden("bot was blocked by the user")
        if other not in call.bot.writable:
            raise forbidden("bot can't initiate conversation with a user")
        return target
    member = target.chat.member(call.bot.id)
    if target.chat.kind == "channel" and not member.may("can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")
    return target


def connection_of(call: Call) -> Connection:
    """Return the connection that business_connection_id names.

    A bot that knew the connection hears BUSINESS_CONNECTION_INVALID when it has been closed; one
    that never did, or whose connection it is not, hears "business connection not found"
    (tdlib/telegram-bot-api, Client.cpp).
    """
    connection = call.state.connections.get(call.text("business_connection_id"))
    if connection is None or connection.bot_id != call.bot.id:
        raise bad_request("business connection not found")
    return connection


def enabled_connection(call: Call, *needed: str) -> Connection:
    """Return the connection, open and with at least one of the needed rights.

    Telegram's 403 BOT_ACCESS_FORBIDDEN reaches bots as a 400: its Bot API server turns codes in
    capitals into that.
    """
    connection = connection_of(call)
    if not connection.enabled:
        raise bad_request("BUSINESS_CONNECTION_INVALID")
    if needed and not connection.rights.intersection(needed):
        raise bad_request("BOT_ACCESS_FORBIDDEN")
    return connection


def business_target(call: Call, right: str = "can_reply") -> Target:
    """Return the seller's private chat that chat_id names, when the bot may act in it now.

    Telegram's published errors of messages.sendMessage: BUSINESS_PEER_INVALID for a chat that the
    connection does not cover, BUSINESS_PEER_USAGE_MISSING for a customer who has not written within
    24 hours.
    """
    wanted = call.text("chat_id").strip()
    if not wanted:
        raise bad_request("chat identifier is empty")
    customer = number_of(wanted)
    if not customer:
        raise bad_request("chat identifier must be a valid Integer")
    connection = enabled_connection(call, right)
    owner = connection.user_id
    if customer == owner:
        raise bad_request("messages must not be sent to self")
    known = customer in call.state.users and customer not in call.state.bots
    if not known or customer in connection.excluded:
        raise bad_request("BUSINESS_PEER_INVALID")
    dialog = call.state.dialog(owner, customer)
    last = dialog.last_from.get(customer)
    if last is None or call.state.clock.now() - last > WINDOW:
        raise bad_request("BUSINESS_PEER_USAGE_MISSING")
    return Target(dialog, owner, connection)


def send_target(call: Call) -> Target:
    """Return where a message is to go: through a business connection when one is named."""
    if call.text("business_connection_id"):
        return business_target(call)
    return writable_target(call)


def found(target: Target, number: int, missing: Refusal) -> Message:
    """Return the message of that number, or refuse with the given words."""
    message = target.chat.find(number, target.viewer) if number > 0 else None
    if message is None:
        raise missing
    return message
