"""What Telegram writes is read in no time, whatever customers put into it."""

import json
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Update
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.telegram_json import LONGEST, harmless, loads, words_of
from tests.handlers.crew import HEATED
from tests.stage import stage

DEEP = 12
"""So many levels would keep the framework busy for longer than anybody lives."""


def nested(words: str, depth: int = DEEP) -> dict[str, Any]:
    """A rich message with words in bold in bold in bold…"""
    text: Any = words
    for _ in range(depth):
        text = {"type": "bold", "text": text}
    return {"blocks": [{"type": "paragraph", "text": text}]}


async def test_a_customers_nested_message_stops_nothing_and_is_read(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        said = acting.world.send(acting.customer, acting.seller, text="سلام")
        await acting.settle()
        users, now = acting.world.users, int(acting.world.clock.now())
        message = {
            "message_id": said.number(acting.seller) + 1_000,
            "date": now,
            "chat": {"id": acting.customer, "type": "private", "first_name": "مریم"},
            "from": users[acting.customer].card(),
            "business_connection_id": "sandbox-connection-1",
            "rich_message": nested(HEATED),
        }
        acting.world.bots[acting.bot_id].queue.put("business_message", message)
        await acting.settle()
        assert "کلاهبردار" in acting.cards()[-1].text


@pytest.mark.parametrize("place", ["message", "business_message"])
def test_at_every_depth_and_in_every_place(place: str) -> None:
    chat = {"id": 5, "type": "private"}
    inner = {"message_id": 1, "date": 1, "chat": chat, "rich_message": nested("راز", 300)}
    outer = {"message_id": 2, "date": 1, "chat": chat, "text": "بله", "reply_to_message": inner}
    update = Update.model_validate(harmless({"update_id": 1, place: outer}))
    answered = getattr(update, place).reply_to_message
    assert (answered.text, answered.rich_message) == ("راز", None)


def test_words_come_in_the_order_in_which_they_are_read() -> None:
    rich = {
        "blocks": [
            {"type": "heading", "text": "سفارش من"},
            {"type": "list", "items": [{"label": "۱. ", "blocks": [{"text": ["کفش", " قرمز"]}]}]},
            {"type": "photo", "photo": [{"file_id": "x"}], "caption": {"text": "همین"}},
            {"type": "details", "summary": "چرا", "blocks": [{"text": {"text": "دیر"}}]},
            {"type": "divider"},
        ]
    }
    assert words_of(rich).splitlines() == ["سفارش من", "۱. ", "کفش قرمز", "همین", "چرا", "دیر"]


def test_a_rich_message_is_no_longer_than_any_other() -> None:
    assert len(words_of(nested("ک" * 10 * LONGEST))) == LONGEST


def test_what_has_words_of_its_own_keeps_them() -> None:
    given_ = {"text": "متن", "rich_message": nested("دیگر")}
    assert harmless(given_) == {"text": "متن"}


@given(st.text(st.characters()))
@example("\\ud83d\ude00")
def test_letters_stay_and_halves_of_letters_go(text: str) -> None:
    kept = loads(json.dumps({"text": text}))["text"]
    assert kept.encode().decode() == kept
    if text.isprintable() and not any("\ud800" <= each <= "\udfff" for each in text):
        assert kept == text


@given(st.text(st.characters(codec="utf-8")))
@example("😡")
@example(r"the server says \ud83d")
@example(r"\ud83d\ude00")
def test_whole_letters_are_never_changed(text: str) -> None:
    assert loads(json.dumps(text)) == text


@pytest.mark.parametrize(("number", "read"), [(2**52, 2**52), (-5, -5), (10**30, None)])
def test_numbers_that_telegram_never_sends_are_none(number: int, read: int | None) -> None:
    assert harmless({"id": number}) == {"id": read}
