"""The private chat with Aram: one's own number, and what is no question at all."""

import time
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from sqlalchemy import select
from sqlmodel import col

from bot.store.tables import PersonRow
from tests.stage import Stage, stage


async def test_help_tells_everyone_of_the_team_their_number(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/help")
        assert f"شمارهٔ شما: {acting.seller}" in acting.screens(acting.seller)[-1].text
        await acting.tells_bot(acting.seller, "/language")
        await acting.presses(acting.seller, "English")
        await acting.tells_bot(acting.seller, "/help")
        assert f"Your number: {acting.seller}" in acting.screens(acting.seller)[-1].text


async def test_a_stranger_can_copy_their_number_without_invisible_marks(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        await acting.tells_bot(stranger, "سلام")
        assert f" {stranger}" in acting.chat(stranger, acting.bot_id)[-1]


async def test_start_tells_the_number_until_an_owner_is_named(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/start")
        assert str(acting.seller) not in acting.screens(acting.seller)[-1].text
        acting.settings = acting.settings.model_copy(
            update={"owner_id": None, "seller_ids": frozenset()}
        )
        await acting.restart()
        await acting.tells_bot(acting.seller, "/start")
        welcome = acting.screens(acting.seller)[-1].text
        assert "خوش آمدید" in welcome
        assert f"شمارهٔ شما: {acting.seller} (برای OWNER_ID یا SELLER_IDS)" in welcome


@pytest.mark.parametrize(
    "data",
    [
        "junk",
        "card:1:dance:0",  # no such action
        "card:x",
        "lang:xx",  # no such language
        "lang",
    ],
)
async def test_a_button_that_nobody_knows_is_answered(data: str, tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        button = InlineKeyboardButton(text="کهنه", callback_data=data)
        await acting.app.bot.send_message(
            acting.seller,
            "کارت کهنه",
            reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
        )
        answer = await acting.presses(acting.seller, "کهنه")
        assert answer.text == "این دکمه دیگر کار نمی‌کند."


async def tells(acting: Stage, number: int, **content: Any) -> None:
    """A message in the private chat that no phone of the sandbox writes."""
    message = {
        "message_id": number,
        "date": int(time.time()),
        "chat": {"id": acting.seller, "type": "private", "first_name": "فروشنده"},
        "from": {"id": acting.seller, "is_bot": False, "first_name": "فرو\0شنده"},
        **content,
    }
    update = {"update_id": number, "message": message}
    await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await acting.settle()


async def test_service_messages_are_not_answered(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        before = len(acting.screens(acting.seller))
        await tells(
            acting, 900_001, message_auto_delete_timer_changed={"message_auto_delete_time": 5}
        )
        assert len(acting.screens(acting.seller)) == before


async def test_nul_in_a_name_is_not_kept(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await tells(acting, 900_001, text="سلام")
        found = select(col(PersonRow.first_name)).where(col(PersonRow.id) == acting.seller)
        name = await acting.app.ledger.read(lambda session: session.execute(found).scalar_one())
        assert name == "فروشنده"
