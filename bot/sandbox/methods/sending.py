"""sendMessage, sendPhoto, sendDocument, sendChatAction: what a bot says."""

from typing import Any

from bot.sandbox.chats import Room
from bot.sandbox.files import Media
from bot.sandbox.formatting import parse
from bot.sandbox.keyboards import inline_keyboard, refuse_web_apps
from bot.sandbox.messages import Draft, Message
from bot.sandbox.methods.call import Call, number_of
from bot.sandbox.methods.ephemeral import send_ephemeral
from bot.sandbox.methods.targets import Target, send_target
from bot.sandbox.pictures import is_photo_size
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.render import message_json
from bot.sandbox.talking import channel_of, deliver, thread_of
from bot.sandbox.wire import Json, utf16_length

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
_LARGEST_REQUEST = 1 << 15
_PREVIEW_FIELDS = (
    "is_disabled",
    "url",
    "prefer_small_media",
    "prefer_large_media",
    "show_above_text",
)
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def message_text(call: Call) -> tuple[str, tuple[Json, ...]]:
    """Return the text parameter as people will see it, with its entities."""
    source = call.text("text")
    if len(source.encode()) > _LARGEST_REQUEST:
        raise bad_request("text is too long")
    text, entities = parse(source, call.text("parse_mode"), call.list("entities"))
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text, tuple(entities)


def preview_of(call: Call) -> Json | None:
    """Return link_preview_options as messages keep them."""
    options = call.mapping("link_preview_options") or {}
    return {name: options[name] for name in _PREVIEW_FIELDS if options.get(name)} or None


def send_message(call: Call) -> Json:
    """SendMessage."""
    text, entities = message_text(call)
    return _send(call, text=text, entities=entities, media=None, preview=preview_of(call))


def send_photo(call: Call) -> Json:
    """SendPhoto: an upload or the file_id of one; the sandbox fetches nothing by URL."""
    return _send_media(call, "photo", words_first=call.flag("show_caption_above_media"))


def send_document(call: Call) -> Json:
    """SendDocument: an upload or the file_id of one; the sandbox fetches nothing by URL."""
    return _send_media(call, "document")


def _send_media(call: Call, kind: str, *, words_first: bool = False) -> Json:
    text, entities = caption_of(
        call.text("caption"), call.text("parse_mode"), call.list("caption_entities")
    )
    media = media_of(call, kind, call.text(kind))
    return _send(
        call, text=text, entities=entities, media=media, preview=None, words_first=words_first
    )


def caption_of(
    source: str, parse_mode: str, given: list[Any] | None
) -> tuple[str, tuple[Json, ...]]:
    """Return a caption as people will see it, with its entities."""
    caption, entities = parse(source, parse_mode, given)
    if utf16_length(caption) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return caption, tuple(entities)


def media_of(call: Call, kind: str, given: str) -> Media:
    """Return what a parameter names: an upload, or a file by its file_id."""
    upload = call.files.get(given.removeprefix("attach://") if given else kind)
    if upload is not None:
        if kind == "photo" and not is_photo_size(upload.content):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        stored = call.state.files.add(
            kind, content=upload.content, name=upload.name, mime=upload.mime
        )
        return Media(kind, stored)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise Refusal(501, "Not Implemented: the sandbox fetches no files by URL")
    known = call.state.files.by_id(given)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return Media(kind, known)


def _send(
    call: Call,
    *,
    text: str,
    entities: tuple[Json, ...],
    media: Media | None,
    preview: Json | None,
    words_first: bool = False,
) -> Json:
    keyboard = inline_keyboard(call.json("reply_markup"))
    ephemeral = call.mapping("ephemeral_message_parameters")
    if ephemeral:
        draft = Draft(call.bot.id, text=text, entities=entities, media=media, keyboard=keyboard)
        return send_ephemeral(call, ephemeral, draft)
    target = send_target(call)
    if not target.is_own:
        refuse_web_apps(keyboard)
    replied = _replied(call, target)
    root = replied if replied is not None else _thread_root(call, target)
    draft = Draft(
        target.viewer,
        text=text,
        entities=entities,
        media=media,
        keyboard=keyboard,
        reply_to=replied.key if replied else None,
        thread=thread_of(target.chat, root),
        business_bot=call.bot.id if target.connection else None,
        from_channel=channel_of(target.chat),
        silent=call.flag("disable_notification"),
        protected=call.flag("protect_content"),
        preview=preview,
        words_first=words_first,
    )
    message = deliver(call.state, target.chat, draft)
    return target_json(call, target, message)


def target_json(call: Call, target: Target, message: Message) -> Json:
    """Return a message as the bot sees it in this target."""
    return message_json(
        call.state,
        target.chat,
        message,
        viewer=target.viewer,
        connection_id=target.connection_id,
    )


def _replied(call: Call, target: Target) -> Message | None:
    wanted: dict[str, Any] = call.mapping("reply_parameters") or {}
    if not wanted:
        return None
    here = str(target.chat.id_for(target.viewer))
    if str(wanted.get("chat_id") or here) != here:
        raise Refusal(501, "Not Implemented: the sandbox lacks replies to other chats")
    message = target.chat.find(number_of(wanted.get("message_id")), target.viewer)
    lenient = wanted.get("allow_sending_without_reply") or target.connection is not None
    if message is None and not lenient:
        raise bad_request("message to be replied not found")
    return message


def _thread_root(call: Call, target: Target) -> Message | None:
    number = call.integer("message_thread_id")
    if not number or not isinstance(target.chat, Room):
        return None
    root = target.chat.find(number, target.viewer)
    if root is None:
        raise bad_request("message thread not found")
    return root


def send_chat_action(call: Call) -> bool:
    """SendChatAction: checked, shown nowhere."""
    if call.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    send_target(call)
    return True
