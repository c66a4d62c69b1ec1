"""Send as me in Telegram's bad moods: explained as what they are, and never sent twice."""

import asyncio
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import CallbackQuery, User

from bot.core.press import Answer
from bot.sandbox.faults import Fault
from handlers.as_seller import explain
from handlers.screens import tell
from tests.stage import Stage, stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"
CALL = SendMessage(chat_id=1, text="چشم")

REFUSALS = [
    # the customer has been silent for a day
    ("Bad Request: BUSINESS_PEER_USAGE_MISSING", Answer.WINDOW_CLOSED),
    # the seller has taken Aram out of the chatbots
    ("Bad Request: BUSINESS_CONNECTION_INVALID", Answer.NOT_CONNECTED),
    # or has connected it anew
    ("Bad Request: business connection not found", Answer.NOT_CONNECTED),
    # anything else is a right that is missing
    ("Bad Request: not enough rights", Answer.MAY_NOT_SEND),
]


@pytest.mark.parametrize(("words", "answer"), REFUSALS)
def test_a_refusal_is_explained_as_what_it_is(words: str, answer: Answer) -> None:
    assert explain(TelegramBadRequest(CALL, words)) is answer


def test_too_many_requests_is_a_matter_of_waiting() -> None:
    assert explain(TelegramRetryAfter(CALL, "Too Many Requests", 5)) is Answer.TRY_AGAIN


ANSWER = AnswerCallbackQuery(callback_query_id="1")
UNHEARD = [
    # the press was too long ago
    TelegramBadRequest(ANSWER, "query is too old and response timeout expired"),
    # the connection broke
    TelegramNetworkError(ANSWER, "broken"),
    # too many presses
    TelegramRetryAfter(ANSWER, "Too Many Requests", 5),
]


class DeafBot(Bot):
    """A bot whose every call fails."""

    def __init__(self, failure: TelegramAPIError) -> None:
        super().__init__("42:deaf")
        self.failure = failure
        self.calls = 0

    async def __call__(self, *_: object, **__: object) -> None:  # type: ignore[override]
        self.calls += 1
        raise self.failure


@pytest.mark.parametrize("failure", UNHEARD, ids=lambda failure: type(failure).__name__)
async def test_an_answer_nobody_hears_does_not_bring_the_press_back(
    failure: TelegramAPIError,
) -> None:
    bot = DeafBot(failure)
    presser = User(id=11, is_bot=False, first_name="نگار")
    query = CallbackQuery(id="1", from_user=presser, chat_instance="1").as_(bot)
    await tell(query, "فرستاده شد.", alert=False)
    assert bot.calls == 1


async def asked(acting: Stage) -> None:
    """A card on the screen, and the first draft asked about."""
    await acting.customer_says(HEATED)
    await acting.presses(acting.seller, "از طرف من ۱")


async def test_a_busy_telegram_has_sent_nothing_and_the_seller_may_press_again(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        await asked(acting)
        acting.server.api.faults.add(Fault("too_many_requests", "sendMessage", retry_after=1))
        answer = await acting.presses(acting.seller, "بله، بفرست")
        assert answer.text is not None
        assert "شلوغ" in answer.text
        assert acting.chat(acting.customer, acting.seller) == [HEATED]
        await acting.presses(acting.seller, "از طرف من ۱")
        await acting.presses(acting.seller, "بله، بفرست")
        assert len(acting.chat(acting.customer, acting.seller)) == 2


async def test_a_connection_taken_away_is_explained(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await asked(acting)
        acting.world.disconnect(acting.seller)
        await acting.wait_until(lambda: "اتصال برداشته شد" in acting.cards()[-1].text)
        assert not acting.cards()[-1].buttons
        assert acting.chat(acting.customer, acting.seller) == [HEATED]


@pytest.mark.parametrize("kind", ["lost", "dropped"])
async def test_an_answer_that_does_not_get_through_sends_nothing_twice(
    tmp_path: Path, kind: str
) -> None:
    async with stage(tmp_path) as acting:
        await asked(acting)
        acting.server.api.faults.add(Fault(kind, "answerCallbackQuery"))
        screen = acting.cards()[-1]
        yes = next(value for label, value in screen.buttons.items() if "بله" in label)
        press = acting.world.press(acting.seller, acting.bot_id, screen.id, yes)
        waiting = asyncio.create_task(press)
        await acting.wait_until(lambda: "از طرف شما فرستاده شد" in acting.cards()[-1].text)
        await acting.settle()
        waiting.cancel()
        assert len(acting.chat(acting.customer, acting.seller)) == 2
        await acting.customer_says("باز هم بگم؟ کلاهبردارا")
        assert len(acting.chat(acting.customer, acting.seller)) == 3
