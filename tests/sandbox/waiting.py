"""Waiting for what a bot in the same process does, and reading what phones show then."""

import asyncio
from collections.abc import Callable

from tests.sandbox.conftest import Shop


async def until(true: Callable[[], bool]) -> None:
    """Let others run until this is so; half a minute at most."""
    async with asyncio.timeout(30):
        while not true():
            await asyncio.sleep(0.01)


def shown(shop: Shop, user_id: int, chat_id: int) -> list[str]:
    """The texts that someone's phone shows in a chat."""
    chats = shop.world.phone(user_id)["chats"]
    return [m["text"] for c in chats if c["id"] == chat_id for m in c["messages"]]
