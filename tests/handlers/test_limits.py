"""Telegram's limits, in a time that passes at once: never more than allowed, nobody held up."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import (
    DeleteMessage,
    EditMessageText,
    GetMe,
    Response,
    SendChatAction,
    SendMessage,
    TelegramMethod,
)

from handlers.limits import GROUP_AT_ONCE, Limits, TooSoon, is_letter

GROUP = -100


class Quickly(selectors.SelectSelector):
    """Nobody waits: where nothing is ready, it is later; in any case a microsecond."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        self.now += max(0.0 if ready else timeout or 0.0, 1e-6)
        return ready


class QuickLoop(asyncio.SelectorEventLoop):
    """Its time is the selector's."""

    def __init__(self) -> None:
        self._quickly = Quickly()
        super().__init__(self._quickly)

    def time(self) -> float:
        return self._quickly.now


@dataclass
class Telegram:
    """Takes what is sent, and knows when; asks for patience with the chats in `patience`."""

    limits: Limits
    bot: Bot
    sent: list[tuple[float, int, str]] = field(default_factory=list)
    patience: Mapping[int, int] = field(default_factory=dict)

    async def take(self, bot: Bot, method: TelegramMethod[Any]) -> Response[Any]:
        chat_id = int(getattr(method, "chat_id", 0))
        if chat_id in self.patience:
            raise TelegramRetryAfter(method, "Too Many Requests", self.patience[chat_id])
        self.sent.append((now(), chat_id, type(method).__name__))
        return True  # type: ignore[return-value]

    async def ask(self, method: TelegramMethod[Any]) -> None:
        await self.limits(self.take, self.bot, method)

    async def letter(self, method: TelegramMethod[Any]) -> None:
        """As the postman: a task of its own."""

        async def bring() -> None:
            is_letter.set(True)
            await self.ask(method)

        await asyncio.create_task(bring())

    def most_in(self, seconds: float, chat_id: int | None = None) -> int:
        """The most that was sent in any so many seconds."""
        times = [at for at, to, _ in self.sent if chat_id in (None, to)]
        return max(sum(one <= each < one + seconds - 1e-6 for each in times) for one in times)


def now() -> float:
    return asyncio.get_running_loop().time()


def message(chat_id: int) -> SendMessage:
    return SendMessage(chat_id=chat_id, text="x")


@pytest.fixture
def play() -> "Play":
    """Plays a scene in a quick loop."""

    def play(scene: Callable[[Telegram], Coroutine[Any, Any, None]]) -> Telegram:
        telegram = Telegram(Limits(), Bot("1:x"))
        with asyncio.Runner(loop_factory=QuickLoop) as runner:
            runner.run(scene(telegram))
        return telegram

    return play


type Play = Callable[[Callable[[Telegram], Coroutine[Any, Any, None]]], Telegram]


def test_thirty_a_second_in_all(play: Play) -> None:
    async def scene(telegram: Telegram) -> None:
        await asyncio.gather(*(telegram.ask(message(chat)) for chat in range(1, 301)))
        assert 9.5 < now() < 10.5

    telegram = play(scene)
    assert len(telegram.sent) == 300
    assert telegram.most_in(1.0) == 30
    assert [chat for _, chat, _ in telegram.sent] == list(range(1, 301))


def test_several_processes_share_what_the_bot_may_send(play: Play) -> None:
    async def scene(telegram: Telegram) -> None:
        telegram.limits.share(3)
        await asyncio.gather(*(telegram.ask(message(chat)) for chat in range(1, 41)))

    assert play(scene).most_in(1.0) == 10


def test_a_chat_rests_for_a_second_from_letters(play: Play) -> None:
    async def scene(telegram: Telegram) -> None:
        limits = telegram.limits
        await telegram.letter(message(1))
        await telegram.ask(SendChatAction(chat_id=2, action="typing"))
        await telegram.ask(DeleteMessage(chat_id=2, message_id=1))
        assert limits.resting() == {1}
        assert limits.rest_of(1) == pytest.approx(1.0, abs=1e-3)
        assert limits.next_end() == pytest.approx(1.0, abs=1e-3)
        await telegram.ask(EditMessageText(chat_id=2, message_id=1, text="x"))
        assert limits.resting() == {1, 2}
        await telegram.ask(message(1))  # who pressed a button is answered at once
        assert now() < 0.2
        await asyncio.sleep(1.2)
        assert limits.resting() == frozenset()
        assert (limits.rest_of(1), limits.next_end()) == (0.0, None)

    assert len(play(scene).sent) == 5


def test_twenty_a_minute_to_a_group(play: Play) -> None:
    async def scene(telegram: Telegram) -> None:
        asks = [telegram.ask(message(GROUP)) for _ in range(60)]
        others = [telegram.ask(message(chat)) for chat in range(1, 11)]
        await asyncio.gather(*asks, *others)

    telegram = play(scene)
    assert telegram.most_in(60.0, GROUP) <= 20
    assert max(at for at, chat, _ in telegram.sent if chat != GROUP) < 1.0


def test_a_letter_does_not_wait_for_its_group(play: Play) -> None:
    async def scene(telegram: Telegram) -> None:
        for _ in range(GROUP_AT_ONCE):
            await telegram.letter(message(GROUP))
        with pytest.raises(TooSoon) as caught:
            await telegram.letter(message(GROUP))
        assert now() < 1.0
        await asyncio.sleep(caught.value.seconds)
        await telegram.letter(message(GROUP))

    assert len(play(scene).sent) == GROUP_AT_ONCE + 1


def test_patience_is_kept_to_the_letter_and_with_that_chat_alone(play: Play) -> None:
    async def scene(telegram: Telegram) -> None:
        telegram.patience = {1: 40}
        with pytest.raises(TelegramRetryAfter):
            await telegram.letter(message(1))
        telegram.patience = {}
        with pytest.raises(TooSoon) as caught:
            await telegram.letter(message(1))
        assert 39.0 < caught.value.seconds <= 40.2
        assert 1 in telegram.limits.resting()
        await telegram.ask(message(2))
        await telegram.ask(GetMe())
        assert now() < 1.0
        await telegram.ask(DeleteMessage(chat_id=1, message_id=7))
        assert now() >= 40.0

    assert [chat for _, chat, _ in play(scene).sent] == [2, 0, 1]


def test_without_limits_only_patience_is_kept() -> None:
    async def scene() -> None:
        telegram = Telegram(Limits(are_kept=False), Bot("1:x"))
        for _ in range(100):
            await telegram.letter(message(GROUP))
        assert now() < 0.1
        assert telegram.limits.resting() == frozenset()
        telegram.patience = {1: 5}
        with pytest.raises(TelegramRetryAfter):
            await telegram.ask(message(1))
        assert telegram.limits.resting() == {1}

    with asyncio.Runner(loop_factory=QuickLoop) as runner:
        runner.run(scene())
