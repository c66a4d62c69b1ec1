"""Ephemeral messages (Bot API 10.2): seen in a group by one member and the bot, and by nobody else.

Telegram publishes no list of their errors and its server's source with them is not public yet, so
the refusals here are the nearest ones of ordinary messages. Nothing expires, and a receiver is
always online.
"""

from dataclasses import replace

from bot.sandbox.chats import Room
from bot.sandbox.keyboards import inline_keyboard
from bot.sandbox.messages import Draft, Message
from bot.sandbox.methods.call import Call, number_of
from bot.sandbox.methods.targets import chat_target
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.render import message_json
from bot.sandbox.wire import Json


def _group(call: Call) -> Room:
    chat = chat_target(call).chat
    if not isinstance(chat, Room) or chat.kind == "channel":
        raise bad_request("ephemeral messages can be sent only in groups and supergroups")
    return chat


def send_ephemeral(call: Call, parameters: Json, draft: Draft) -> Json:
    """Send a message that only receiver_user_id sees."""
    room = _group(call)
    receiver = number_of(parameters.get("receiver_user_id"))
    if receiver not in call.state.users or receiver in call.state.bots:
        raise bad_request("invalid user_id specified")
    if not room.member(receiver).present:
        raise bad_request("USER_NOT_PARTICIPANT")
    number = next(room.ephemeral_numbers)
    message = Message(
        call.state.next_key(),
        (number, number),
        call.bot.id,
        call.state.now(),
        text=draft.text,
        entities=draft.entities,
        media=draft.media,
        keyboard=draft.keyboard,
        receiver_id=receiver,
        replaces=_replaced(call, parameters, receiver),
    )
    room.ephemerals[number] = message
    call.state.changed({receiver})
    return message_json(call.state, room, message, viewer=call.bot.id)


def _replaced(call: Call, parameters: Json, receiver: int) -> int | None:
    query_id = str(parameters.get("callback_query_id") or "")
    if not query_id:
        return None
    key = call.state.queries.message_key(query_id, bot_id=call.bot.id, user_id=receiver)
    if key is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    return key if parameters.get("replace_callback_query_message") else None


def _found(call: Call, missing: Refusal) -> tuple[Room, Message]:
    room = _group(call)
    message = room.ephemerals.get(call.integer("ephemeral_message_id"))
    if message is None or message.sender_id != call.bot.id:
        raise missing
    if message.receiver_id != call.integer("receiver_user_id"):
        raise missing
    return room, message


def change_ephemeral(call: Call, text: str, entities: tuple[Json, ...]) -> bool:
    """Give an ephemeral message a new text and keyboard."""
    room, message = _found(call, bad_request("message to edit not found"))
    if message.media is not None:
        raise bad_request("there is no text in the message to edit")
    keyboard = inline_keyboard(call.json("reply_markup"))
    return _keep(call, room, message, text=text, entities=entities, keyboard=keyboard)


def edit_ephemeral_reply_markup(call: Call) -> bool:
    """EditEphemeralMessageReplyMarkup."""
    room, message = _found(call, bad_request("message to edit not found"))
    keyboard = inline_keyboard(call.json("reply_markup"))
    return _keep(
        call, room, message, text=message.text, entities=message.entities, keyboard=keyboard
    )


def _keep(
    call: Call,
    room: Room,
    message: Message,
    *,
    text: str,
    entities: tuple[Json, ...],
    keyboard: Json | None,
) -> bool:
    edited = replace(
        message, text=text, entities=entities, keyboard=keyboard, edit_date=call.state.now()
    )
    if edited.shown == message.shown:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    room.ephemerals[message.numbers[0]] = edited
    call.state.changed({message.receiver_id or 0})
    return True


def delete_ephemeral(call: Call) -> bool:
    """DeleteEphemeralMessage."""
    room, message = _found(call, bad_request("message to delete not found"))
    del room.ephemerals[message.numbers[0]]
    call.state.changed({message.receiver_id or 0})
    return True
