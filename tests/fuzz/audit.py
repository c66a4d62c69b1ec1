"""What of all that reached Telegram a customer would see, but for what strangers are told."""

import json
import logging
from collections.abc import Iterable
from typing import Any

from bot.app import build_locales
from bot.core.invitation import Turned
from bot.sandbox.api import Request
from tests.stage import read

WRITING = ("send", "copy", "forward", "post", "edit", "pin", "setmessagereaction", "stop")
READING = ("get", "answer", "delete", "setmycommands", "setwebhook")
"""How methods begin by which nobody is shown anything, or only whoever has just pressed."""
FOR_STRANGERS = ("note-stranger", "note-stranger-ownerless", *Turned)


def allowed_words() -> tuple[str, ...]:
    """What anybody who writes to the bot may be told, in each language, up to the first value."""
    locales = build_locales()
    said = (
        locales.get(language).plain.say(name, id="\0")
        for language in locales.languages
        for name in FOR_STRANGERS
    )
    return tuple(read(each.partition("\0")[0]) for each in said)


def seen_by_customers(requests: Iterable[Request], team: Iterable[int]) -> list[str]:
    """The requests by which somebody who is not of the team would read something of Aram's."""
    known, allowed = set(team), allowed_words()
    return [
        f"{request.method} {dict(request.params)!r}"
        for request in requests
        if not request.method.lower().startswith(READING)
        if not _is_fit(request.params, known, allowed)
    ]


def _is_fit(params: Any, team: set[int], allowed: tuple[str, ...]) -> bool:
    if params.get("business_connection_id"):
        return False
    chat = str(params.get("chat_id", ""))
    if not chat.removeprefix("-").isdigit():
        return False
    whisper = params.get("ephemeral_message_parameters")
    if whisper is not None:
        told = json.loads(whisper) if isinstance(whisper, str) else whisper
        return int(told["receiver_user_id"]) in team
    if int(chat) in team:
        return True
    return int(chat) > 0 and read(str(params.get("text", ""))).startswith(allowed)


PASSED_OVER = ("cannot be read", "was refused", "was held back")
"""Of what nobody can be told, and of what the last door keeps in: Aram goes on as it should."""


class Mishaps(logging.Handler):
    """Whatever is logged as an error, but for what is passed over on purpose."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.unreadable = 0
        self.met: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if "cannot be read" in said:
            self.unreadable += 1
        elif not any(words in said for words in PASSED_OVER):
            self.met.append(f"{record.name}: {said}")
