"""getMe, setMyCommands, setMyName and their like: what a bot is and says of itself."""

import re
from typing import Any

from bot.sandbox.methods.call import Call
from bot.sandbox.people import DEFAULT_MENU, Bot
from bot.sandbox.refusals import bad_request
from bot.sandbox.webapps import checked_web_app
from bot.sandbox.wire import Json

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MOST_COMMANDS = 100
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def get_me(call: Call) -> Json:
    """GetMe."""
    return call.bot.own_card()


def agree(_call: Call) -> bool:
    """LogOut and close: nothing to leave here."""
    return True


def _scope(call: Call) -> str:
    scope = call.mapping("scope") or {"type": "default"}
    kind = str(scope.get("type", ""))
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    return ":".join([kind, *(str(scope.get(name, "")) for name in _SCOPES[kind])])


def _language(call: Call) -> str:
    language = call.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


def set_my_commands(call: Call) -> bool:
    """SetMyCommands, by scope and language."""
    given = call.list("commands")
    if given is None:
        raise bad_request("can't parse commands JSON object")
    if len(given) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[_scope(call), _language(call)] = [_command(entry) for entry in given]
    return True


def _command(entry: Any) -> Json:
    if not isinstance(entry, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(entry.get("command", "")).removeprefix("/")
    description = str(entry.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    kept = {"is_ephemeral": True} if entry.get("is_ephemeral") else {}
    return {"command": name, "description": description, **kept}


def get_my_commands(call: Call) -> list[Json]:
    """GetMyCommands, of exactly that scope and language."""
    return call.bot.commands.get((_scope(call), _language(call)), [])


def delete_my_commands(call: Call) -> bool:
    """DeleteMyCommands, of exactly that scope and language."""
    call.bot.commands.pop((_scope(call), _language(call)), None)
    return True


def menu(bot: Bot, user_id: int, language: str | None) -> list[Json]:
    """Return the commands that a user's menu shows in the private chat with the bot, as Telegram
    chooses them.
    """
    language = (language or "")[:2]
    for scope in (f"chat:{user_id}", "all_private_chats", "default"):
        for code in (language, ""):
            if (scope, code) in bot.commands:
                return bot.commands[scope, code]
    return []


def set_chat_menu_button(call: Call) -> bool:
    """SetChatMenuButton, of one private chat or of all others."""
    call.bot.menu_buttons[_menu_owner(call)] = _menu_button(call.mapping("menu_button"))
    call.state.changed(call.state.users)
    return True


def get_chat_menu_button(call: Call) -> Json:
    """GetChatMenuButton."""
    return call.bot.menu_button(_menu_owner(call))


def _menu_owner(call: Call) -> int:
    owner = call.integer("chat_id")
    if owner and (owner not in call.state.users or owner in call.state.bots):
        raise bad_request("chat not found")
    return owner


def _menu_button(given: Json | None) -> Json:
    given = given or DEFAULT_MENU
    kind = given.get("type")
    if kind in ("default", "commands"):
        return {"type": kind}
    if kind != "web_app":
        raise bad_request("MenuButton has unsupported type")
    text = str(given.get("text") or "").strip()
    if not text:
        raise bad_request("menu button text must be non-empty")
    web_app = checked_web_app(given.get("web_app"), "menu button")
    return {"type": "web_app", "text": text, "web_app": web_app}


def _set_text(call: Call, name: str, longest: int) -> bool:
    text = call.text(name).strip()
    if len(text) > longest:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    call.bot.texts[name, _language(call)] = text
    return True


def _get_text(call: Call, name: str, default: str) -> Json:
    texts = call.bot.texts
    return {name: texts.get((name, _language(call))) or texts.get((name, "")) or default}


def set_my_name(call: Call) -> bool:
    """SetMyName."""
    return _set_text(call, "name", 64)


def get_my_name(call: Call) -> Json:
    """GetMyName."""
    return _get_text(call, "name", call.bot.user.first_name)


def set_my_description(call: Call) -> bool:
    """SetMyDescription."""
    return _set_text(call, "description", 512)


def get_my_description(call: Call) -> Json:
    """GetMyDescription."""
    return _get_text(call, "description", "")


def set_my_short_description(call: Call) -> bool:
    """SetMyShortDescription."""
    return _set_text(call, "short_description", 120)


def get_my_short_description(call: Call) -> Json:
    """GetMyShortDescription."""
    return _get_text(call, "short_description", "")
