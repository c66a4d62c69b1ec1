"""Telegram fails once while Aram answers: what was done stays done once, and the answer comes."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlmodel import col

from bot.core.deed import DeedKind
from bot.sandbox.faults import Fault
from bot.store.tables import DeedRow, InvitationRow
from tests.handlers.crew import HEATED
from tests.stage import Stage, stage


def no_first_answer(acting: Stage, person: int, method: str = "sendMessage") -> None:
    acting.server.api.faults.add(Fault("dropped", method, chat_id=person))


async def next_screen(acting: Stage, person: int, text: str) -> str:
    """What somebody reads after they wrote, though the first answer does not get through."""
    before = len(acting.screens(person))
    no_first_answer(acting, person)
    await acting.tells_bot(person, text)
    await acting.wait_until(lambda: len(acting.screens(person)) > before)
    return acting.screens(person)[-1].text


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("/reminders", "یادآور"),
        ("/digest 20:30", "۲۰:۳۰"),
        ("/mine سلام، همین الان پیگیری می‌کنم", "پیگیری"),
        ("/stats", "امروز"),
    ],
)
async def test_a_command_is_answered_at_the_second_try(
    tmp_path: Path, command: str, answer: str
) -> None:
    async with stage(tmp_path) as acting:
        assert answer in await next_screen(acting, acting.manager, command)


async def test_a_setting_that_was_changed_is_not_called_misunderstood(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/shop")
        await acting.presses(acting.manager, "تنظیمات این فروشگاه")
        await acting.presses(acting.manager, "نام")
        asked = acting.screens(acting.manager)[-1].id
        no_first_answer(acting, acting.manager)
        acting.world.send(acting.manager, acting.bot_id, text="گلستان", reply_to=asked)
        await acting.wait_until(lambda: "گلستان" in acting.screens(acting.manager)[-1].text)
        assert await deeds(acting, DeedKind.SHOP_CHANGED) == 1


async def test_a_customers_file_comes_and_is_one_deed(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        await acting.tells_bot(acting.manager, f"/privacy {acting.customer}")
        no_first_answer(acting, acting.manager, "sendDocument")
        await acting.presses(acting.manager, "فایل همهٔ داده‌ها")
        chat = acting.world.chat(acting.manager, acting.bot_id)
        await acting.wait_until(lambda: list(chat.messages.values())[-1].media is not None)
        assert await deeds(acting, DeedKind.CUSTOMER_EXPORTED) == 1


async def test_an_invitation_is_made_once_and_its_message_comes(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/team")
        no_first_answer(acting, acting.manager)
        await acting.presses(acting.manager, "دعوت فروشنده")
        await acting.wait_until(
            lambda: any("t.me/" in each.text for each in acting.screens(acting.manager))
        )
        made = await acting.app.ledger.read(
            lambda session: session.execute(
                select(func.count()).where(col(InvitationRow.made_by) == acting.manager)
            ).scalar_one()
        )
        assert made == 1


async def deeds(acting: Stage, kind: DeedKind) -> int:
    """How many deeds of a kind are kept."""
    return await acting.app.ledger.read(
        lambda session: session.execute(
            select(func.count()).where(col(DeedRow.kind) == kind.value)
        ).scalar_one()
    )
