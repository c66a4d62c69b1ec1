"""editMessageText, deleteMessage and their like: what a bot takes back or says anew."""

from dataclasses import replace

from bot.sandbox.chats import Dialog
from bot.sandbox.delivery import announce_deletion, announce_edit
from bot.sandbox.keyboards import inline_keyboard, refuse_web_apps
from bot.sandbox.messages import Message
from bot.sandbox.methods.call import Call, number_of
from bot.sandbox.methods.ephemeral import change_ephemeral
from bot.sandbox.methods.sending import (
    caption_of,
    media_of,
    message_text,
    preview_of,
    target_json,
)
from bot.sandbox.methods.targets import Target, chat_target, found, send_target
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.wire import Json

_TWO_DAYS = 48 * 60 * 60
_MOST_AT_ONCE = 100
_REPLACING = frozenset({"photo", "document"})
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(call: Call) -> Json:
    """EditMessageText; without reply_markup the keyboard goes, as in Telegram."""
    text, entities = message_text(call)
    target, message = _editable(call)
    if message.media is not None:
        raise bad_request("there is no text in the message to edit")
    keyboard = inline_keyboard(call.json("reply_markup"))
    edited = replace(
        message, text=text, entities=entities, keyboard=keyboard, preview=preview_of(call)
    )
    return _keep(call, target, message, edited)


def edit_message_caption(call: Call) -> Json:
    """EditMessageCaption; without reply_markup the keyboard goes, as in Telegram."""
    text, entities = caption_of(
        call.text("caption"), call.text("parse_mode"), call.list("caption_entities")
    )
    target, message = _editable(call)
    if message.media is None or not message.media.takes_caption:
        raise bad_request("there is no caption in the message to edit")
    keyboard = inline_keyboard(call.json("reply_markup"))
    words_first = call.flag("show_caption_above_media")
    edited = replace(
        message, text=text, entities=entities, keyboard=keyboard, words_first=words_first
    )
    return _keep(call, target, message, edited)


def edit_message_media(call: Call) -> Json:
    """EditMessageMedia: a photo or a document, with a caption of its own, in place of whatever the
    message was.
    """
    given = call.mapping("media") or {}
    kind = str(given.get("type") or "")
    if kind not in _REPLACING:
        raise Refusal(501, f"Not Implemented: the sandbox edits no media of the type {kind!r}")
    text, entities = caption_of(
        str(given.get("caption") or ""),
        str(given.get("parse_mode") or ""),
        given.get("caption_entities"),
    )
    target, message = _editable(call)
    edited = replace(
        message,
        media=media_of(call, kind, str(given.get("media") or "")),
        text=text,
        entities=entities,
        keyboard=inline_keyboard(call.json("reply_markup")),
        words_first=given.get("show_caption_above_media") is True,
        preview=None,
    )
    return _keep(call, target, message, edited)


def edit_message_reply_markup(call: Call) -> Json:
    """EditMessageReplyMarkup."""
    target, message = _editable(call)
    keyboard = inline_keyboard(call.json("reply_markup"))
    return _keep(call, target, message, replace(message, keyboard=keyboard))


def edit_ephemeral_text(call: Call) -> bool:
    """EditEphemeralMessageText."""
    text, entities = message_text(call)
    return change_ephemeral(call, text, entities)


def _editable(call: Call) -> tuple[Target, Message]:
    """Return the message to edit: the bot's own, or any outgoing one of a connected account within
    48 hours.
    """
    if call.text("inline_message_id"):
        raise Refusal(501, "Not Implemented: the sandbox lacks inline messages")
    target = send_target(call)
    message = found(target, call.integer("message_id"), bad_request("message to edit not found"))
    author = call.bot.id if target.connection is None else target.connection.user_id
    if message.sender_id != author or message.service is not None:
        raise bad_request("message can't be edited")
    foreign = target.connection is not None and message.business_bot != call.bot.id
    if foreign and message.keyboard is None and call.state.now() - message.date > _TWO_DAYS:
        raise bad_request("message can't be edited")
    return target, message


def _keep(call: Call, target: Target, before: Message, edited: Message) -> Json:
    if not target.is_own:
        refuse_web_apps(edited.keyboard)
    if edited.shown == before.shown:
        raise bad_request(_NOT_MODIFIED)
    edited = replace(edited, edit_date=call.state.now())
    target.chat.add(edited)
    announce_edit(call.state, target.chat, edited)
    return target_json(call, target, edited)


def delete_message(call: Call) -> bool:
    """DeleteMessage."""
    target = chat_target(call)
    missing = bad_request("message to delete not found")
    message = found(target, call.integer("message_id"), missing)
    if not _deletable(call, target, message):
        raise bad_request("message can't be deleted")
    target.chat.remove(message)
    announce_deletion(call.state, target.chat, [message])
    return True


def delete_messages(call: Call) -> bool:
    """DeleteMessages: those not found are skipped."""
    numbers = numbers_of(call)
    target = chat_target(call)
    found_ones = [target.chat.find(number, target.viewer) for number in numbers]
    messages = [message for message in found_ones if message is not None]
    if not all(_deletable(call, target, message) for message in messages):
        raise bad_request("message can't be deleted")
    for message in messages:
        target.chat.remove(message)
    announce_deletion(call.state, target.chat, messages)
    return True


def numbers_of(call: Call) -> list[int]:
    """Return message_ids, 1 to 100 of them."""
    numbers = call.list("message_ids")
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > _MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    return [number_of(number) for number in numbers]


def _deletable(call: Call, target: Target, message: Message) -> bool:
    admin = not isinstance(target.chat, Dialog) and target.chat.member(call.bot.id).may(
        "can_delete_messages"
    )
    if admin:
        return True
    if call.state.now() - message.date > _TWO_DAYS:
        return False
    return isinstance(target.chat, Dialog) or message.sender_id == call.bot.id
