"""The private chat with Aram: one's own number, and what is no question at all."""

from pathlib import Path
from typing import Any

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from sqlalchemy import select
from sqlmodel import col

from bot.store.tables import PersonRow
from handlers.onboarding import COMMANDS, COMMANDS_OF_OWNER
from tests.stage import Stage, stage

UNSAID = {"start", "help"}


async def test_help_tells_everyone_of_the_team_their_number(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/help")
        assert f"شمارهٔ شما: {acting.seller}" in acting.screens(acting.seller)[-1].text
        await acting.tells_bot(acting.seller, "/language")
        await acting.presses(acting.seller, "English")
        await acting.tells_bot(acting.seller, "/help")
        assert f"Your number: {acting.seller}" in acting.screens(acting.seller)[-1].text


async def test_help_tells_each_role_what_is_theirs(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/help")
        of_owner = acting.screens(acting.manager)[-1].text
        assert all(f"\n/{name} " in of_owner for name in COMMANDS_OF_OWNER if name not in UNSAID)
        assert "/leave" not in of_owner
        await acting.tells_bot(acting.seller, "/help")
        of_seller = acting.screens(acting.seller)[-1].text
        assert all(f"\n/{name} " in of_seller for name in COMMANDS if name not in UNSAID)
        assert "/audit" not in of_seller


async def test_the_owners_start_says_where_to_begin(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/start")
        welcome = acting.screens(acting.manager)[-1].text
        assert "/team" in welcome
        assert "/check" in welcome


async def test_a_stranger_can_copy_their_number_without_invisible_marks(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        await acting.tells_bot(stranger, "سلام")
        assert f" {stranger}" in acting.chat(stranger, acting.bot_id)[-1]


async def test_start_says_how_the_owner_gets_in_while_there_is_none(tmp_path: Path) -> None:
    async with stage(tmp_path, owner_id=None) as acting:
        await acting.tells_bot(acting.seller, "/start")
        welcome = acting.screens(acting.seller)[-1].text
        assert "خوش آمدید" in welcome
        assert "aram run" in welcome
        assert f"شمارهٔ شما: {acting.seller}" in welcome
        await acting.tells_bot(acting.manager, "/start")
        told = acting.chat(acting.manager, acting.bot_id)[-1]
        assert "هنوز مالک ندارد" in told
        assert told.endswith(f" {acting.manager}")
        acting.settings = acting.settings.model_copy(update={"owner_id": acting.manager})
        await acting.restart()
        await acting.tells_bot(acting.seller, "/start")
        assert str(acting.seller) not in acting.screens(acting.seller)[-1].text


async def test_nobody_is_served_who_belongs_to_no_team(tmp_path: Path) -> None:
    async with stage(tmp_path, owner_id=None, seller_ids=frozenset()) as acting:
        await acting.customer_says("شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم")
        assert acting.cards() == []
        told = acting.screens(acting.seller)[-1].text
        assert "هنوز مالک ندارد" in told


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
        "date": int(acting.world.clock.now()),
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
