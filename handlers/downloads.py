"""Files that people send, fetched from Telegram, and no more of one than is asked for."""

from contextlib import suppress
from io import BytesIO
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Document
from aiohttp import ClientError


class _EnoughError(Exception):
    """There is more of the file than anybody will look at."""


class _Bounded(BytesIO):
    """Takes `most` bytes; the next one ends the download."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, chunk: Any) -> int:
        """Take what there is room for."""
        taken = super().write(memoryview(chunk)[: self._most - self.tell()])
        if taken < len(chunk):
            raise _EnoughError
        return taken


async def fetched(bot: Bot, document: Document, *, most: int) -> bytes | None:
    """A document's bytes, `most` + 1 at most, whatever its size is said to be; None for failure.

    More than `most` bytes mean that it is larger; what is said to be larger is not fetched at all.
    """
    if (document.file_size or 0) > most:
        return b" " * (most + 1)
    into = _Bounded(most + 1)
    try:
        with suppress(_EnoughError):
            await bot.download(document, into)
    except (TelegramBadRequest, ClientError, TimeoutError):
        return None
    return into.getvalue()
