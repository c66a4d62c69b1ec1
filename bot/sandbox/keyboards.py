"""The buttons under a bot's message: what Telegram accepts, and how a phone shows them."""

from typing import Any

from bot.sandbox.refusals import bad_request
from bot.sandbox.webapps import checked_web_app
from bot.sandbox.wire import Json

_KINDS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
_LABELS = ("text", "style", "icon_custom_emoji_id")
_REPLY_INTERFACES = ("keyboard", "remove_keyboard", "force_reply")
_MOST_BUTTONS = 100


def inline_keyboard(markup: Any) -> Json | None:
    """Check a reply_markup and return it as Telegram keeps it; None for the kinds that messages do
    not keep.
    """
    if markup is None or markup == "":
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if not markup or any(name in markup for name in _REPLY_INTERFACES):
            return None
        raise bad_request("can't parse reply keyboard markup JSON object")
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be an Array of Arrays')
    if sum(len(row) for row in rows) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    kept = [[_button(button) for button in row] for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("InlineKeyboardButton must be an Object")
    if not str(button.get("text") or "").strip():
        raise bad_request("text buttons are unallowed in the inline keyboard")
    kinds = [kind for kind in _KINDS if button.get(kind) is not None]
    if not kinds:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    kept = {name: button[name] for name in _LABELS if button.get(name) is not None}
    kind = kinds[0]
    _check_value(kind, button[kind])
    return {**kept, kind: button[kind]}


def _check_value(kind: str, value: Any) -> None:
    if kind == "callback_data" and not 1 <= len(str(value).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if kind == "copy_text" and not 1 <= len(_copied(value)) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if kind == "web_app":
        checked_web_app(value, "inline keyboard button")
    if kind == "url" and not _is_url(str(value)):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: wrong HTTP URL")


def _copied(value: Any) -> str:
    return str(value.get("text") or "") if isinstance(value, dict) else ""


def _is_url(url: str) -> bool:
    return url.startswith(("http://", "https://", "tg://")) or (" " not in url and "." in url)


def refuse_web_apps(markup: Json | None) -> None:
    """Refuse buttons that open pages: they stand only in a private chat of a person and the bot."""
    if web_apps(markup):
        raise bad_request("BUTTON_TYPE_INVALID")


def phone_buttons(markup: Json | None) -> list[list[Json]]:
    """Return the rows as the page draws them: text, kind (callback, copy, url, web_app) and
    value.
    """
    if markup is None:
        return []
    return [[_phone_button(button) for button in row] for row in markup["inline_keyboard"]]


def _phone_button(button: Json) -> Json:
    if "copy_text" in button:
        return {"text": button["text"], "kind": "copy", "value": button["copy_text"]["text"]}
    if "url" in button:
        return {"text": button["text"], "kind": "url", "value": button["url"]}
    if "web_app" in button:
        return {"text": button["text"], "kind": "web_app", "value": button["web_app"]["url"]}
    return {"text": button["text"], "kind": "callback", "value": button.get("callback_data", "")}


def has_callback(markup: Json | None, data: str) -> bool:
    """Whether one of the buttons would send this data."""
    rows = (markup or {}).get("inline_keyboard", [])
    return any(button.get("callback_data") == data for row in rows for button in row)


def web_apps(markup: Json | None) -> list[str]:
    """Return the addresses of the pages that its buttons open."""
    rows = (markup or {}).get("inline_keyboard", [])
    return [button["web_app"]["url"] for row in rows for button in row if "web_app" in button]
