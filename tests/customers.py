"""What customers could see of a bot, found without trusting it: in its requests, on the phones.

Every stage is searched when its play ends, every dialogue after each of its steps.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.api import Request
from bot.sandbox.chats import Dialog
from bot.sandbox.messages import Message
from bot.sandbox.world import World

UNSEEN_IN_GROUPS = (
    "get",
    "delete",  # what others wrote, where a manager asked for it
    "ban",
    "unban",
    "restrict",
    "leave",
    "editephemeral",
)
"""How methods begin that show nobody in a group anything of the bot's."""
IN_THE_SELLERS_NAME = frozenset({"sendmessage", "getbusinessconnection"})
"""All that a bot may do in a seller's own chat: no reading marks, no "typing…", no edits."""
CARD_MARKS = "🟢🟡🟠🔴"


@dataclass(frozen=True)
class Allowed:
    """Whom a bot works for, now or before, and what a manager has confirmed for all to see."""

    team: Collection[int]
    public: Collection[str] = ()


def shown_to_customers(world: World, requests: Iterable[Request], allowed: Allowed) -> list[str]:
    """Everything that a customer saw, or sees, and should not."""
    told = [each for each in requests if each.answer.get("ok")]
    return [*_asked_for(told, allowed), *_on_screens(world, allowed)]


def _asked_for(requests: Iterable[Request], allowed: Allowed) -> Iterator[str]:
    """Also what was deleted or edited afterwards, and what no screen keeps, such as "typing…"."""
    for request in requests:
        method, given = request.method.lower(), request.params
        if given.get("business_connection_id") and method not in IN_THE_SELLERS_NAME:
            yield f"{method} in a seller's chat"
        if _is_group(given.get("chat_id")) and not _is_unseen(method, given, allowed):
            yield f"{method} in a group: {given.get('text', given.get('caption', ''))}"


def _is_group(chat_id: object) -> bool:
    return str(chat_id or "").startswith(("-", "@"))


def _is_unseen(method: str, given: Mapping[str, Any], allowed: Allowed) -> bool:
    if method.startswith(UNSEEN_IN_GROUPS):
        receiver = given.get("receiver_user_id")
        return receiver is None or int(receiver) in allowed.team
    alone = given.get("ephemeral_message_parameters")
    if alone:
        shown = json.loads(alone) if isinstance(alone, str) else alone
        return int(shown["receiver_user_id"]) in allowed.team
    return method == "sendmessage" and given.get("text") in allowed.public


def _on_screens(world: World, allowed: Allowed) -> Iterator[str]:
    """In groups whoever is in them, or only reads along below a post, sees everything."""
    for room in world.rooms.values():
        for message in room.messages.values():
            is_own = _is_bots(world, message) and message.service is None
            if is_own and message.text not in allowed.public:
                yield f"in the group {room.title}: {message.text}"
    for person in world.users.values():
        if not person.is_bot and person.id not in allowed.team:
            yield from _in_private(world, person.id)


def _in_private(world: World, person_id: int) -> Iterator[str]:
    """Whoever seeks the bot may be told that it is not for them, and nothing of its work."""
    connected = {each.user_id for each in world.connections.values()}
    for dialog in world.dialogs_of(person_id):
        if not isinstance(dialog, Dialog) or dialog.id_for(person_id) not in world.bots:
            continue
        messages = list(dialog.messages.values())
        has_come = any(message.sender_id == person_id for message in messages)
        has_come |= person_id in connected
        for message in messages:
            is_work = message.keyboard or message.text[:1] in CARD_MARKS
            if _is_bots(world, message) and (is_work or not has_come):
                yield f"in private: {message.text}"


def _is_bots(world: World, message: Message) -> bool:
    return message.sender_id in world.bots and message.from_channel is None
