"""Both libraries read every object of the sandbox and find nothing in it that they do not know."""

from collections.abc import Iterator
from typing import Any

import aiogram.types
import pydantic
import telegram

from tests.sandbox.tour import Emitted, emitted

__all__ = ["emitted"]

PTB_LAGS_BEHIND = {
    # python-telegram-bot 22.8 was made for Bot API 10.0; the sandbox speaks 10.3.
    "ephemeral_message_id",  # 10.2, ephemeral messages
    "receiver_user",  # 10.2, ephemeral messages
    "is_ephemeral",  # 10.2, commands that send ephemeral messages
    "supports_join_request_queries",  # 10.1, getMe
    "can_send_welcome_messages",  # 10.3, administrators
}
PLAIN = ("Boolean", "Integer")


def _unknown_to_aiogram(value: object, where: str) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _unknown_to_aiogram(item, f"{where}[{index}]")
    if isinstance(value, pydantic.BaseModel):
        yield from (f"{where}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _unknown_to_aiogram(getattr(value, name), f"{where}.{name}")


def _unknown_to_ptb(value: object, where: str) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _unknown_to_ptb(item, f"{where}[{index}]")
    if isinstance(value, telegram.TelegramObject):
        yield from (name for name in value.api_kwargs)
        slots = (slot for cls in type(value).__mro__ for slot in getattr(cls, "__slots__", ()))
        for name in slots:
            if not name.startswith("_") and name != "api_kwargs":
                yield from _unknown_to_ptb(getattr(value, name, None), f"{where}.{name}")


def _objects(emitted: Emitted) -> Iterator[tuple[str, Any]]:
    """Lists taken apart, plain values left out."""
    for name, value in emitted:
        if name.startswith("Array of "):
            yield from ((name.removeprefix("Array of "), item) for item in value)
        elif name not in PLAIN:
            yield name, value


def test_aiogram_knows_everything(emitted: Emitted) -> None:
    unknown = []
    for name, value in _objects(emitted):
        adapter = pydantic.TypeAdapter[Any](
            aiogram.types.ChatMemberUnion if name == "ChatMember" else getattr(aiogram.types, name)
        )
        unknown += list(_unknown_to_aiogram(adapter.validate_python(value), name))
    assert unknown == []


def test_python_telegram_bot_knows_everything_but_the_newest(emitted: Emitted) -> None:
    unknown = set()
    for name, value in _objects(emitted):
        read = getattr(telegram, name).de_json(value, None)
        unknown |= set(_unknown_to_ptb(read, name))
    assert unknown == PTB_LAGS_BEHIND
