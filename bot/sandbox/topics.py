"""Forums: a group whose talk is parted into topics; a topic begins with a service message."""

from dataclasses import replace

from bot.sandbox.chats import Room
from bot.sandbox.messages import Draft, Message
from bot.sandbox.refusals import Impossible
from bot.sandbox.state import State
from bot.sandbox.talking import deliver, may_write
from bot.sandbox.wire import Json

_COLOUR = 0x6FB9F0


def open_topic(state: State, room: Room, user_id: int, name: str) -> Message:
    """Let someone open a topic; the number of the message that opens it is the topic's."""
    if room.kind != "supergroup":
        raise Impossible("only supergroups have topics")
    may_write(state, room, user_id)
    room.is_forum = True
    service: Json = {"forum_topic_created": {"name": name, "icon_color": _COLOUR}}
    message = deliver(state, room, Draft(user_id, service=service))
    opened = replace(message, thread=message.key)
    room.add(opened)
    return opened


def topic_of(room: Room, number: int) -> Message:
    """Return the message that opened the topic of this number."""
    message = room.find(number, 0)
    if message is None or not message.opens_topic:
        raise Impossible(f"there is no topic {number} in that group")
    return message
