"""The one thing that Aram writes in a group: what a manager has read and confirmed, once."""

import asyncio
import itertools
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import ReplyParameters

from bot.core.deed import DeedKind
from bot.core.people import Role
from bot.core.public_answer import Stage as At
from handlers.public_screens import PublicButton, Step
from handlers.silence import Confirmed
from tests.handlers.crew import HEATED, hire, in_group, open_group, says
from tests.handlers.presses import pressed
from tests.handlers.test_moderation import open_channel
from tests.stage import Stage, read, stage

NUMBERS = itertools.count(970_000)
ASK, YES, NO = "جواب عمومی ۱", "بله، همین را بنویس", "نه، ننویس"


async def on_duty(acting: Stage, person: int) -> None:
    await acting.tells_bot(person, "/duty")
    await acting.presses(person, "سر شیفت هستم")


async def asked(acting: Stage) -> str:
    """The manager has the card and asks; the words that would be written."""
    await acting.presses(acting.manager, ASK)
    question = acting.screens(acting.manager)[-1]
    assert "همهٔ کسانی که در گروه‌اند" in question.text
    return question.text.split("این را می‌نویسد:\n")[1].split("\n")[0]


async def forged(acting: Stage, person: int, step: Step, number: int = 1) -> None:
    """A press that no screen offered to this person."""
    data = "1~" + PublicButton(step=step, number=number).pack()
    update = pressed(acting, person, next(NUMBERS), data)
    with suppress(TelegramBadRequest):  # the sandbox knows no such press, and takes no answer
        await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await acting.settle()


async def deeds(acting: Stage) -> list[tuple[int | None, tuple[tuple[str, str], ...]]]:
    kept = await acting.app.ledger.write(lambda books: books.roster.deeds(skip=0, most=50))
    return [(each.by, each.about) for each in kept if each.kind is DeedKind.ANSWERED]


async def test_in_a_group_exactly_this_stands_below_the_customers_words(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = acting.world.add_user("پویا").id
        group = open_group(acting, other)
        await on_duty(acting, acting.manager)
        number = await says(acting, acting.customer, group)
        words = await asked(acting)
        question = acting.screens(acting.manager)[-1].text
        assert "مشتری‌ها" in question
        assert HEATED in question
        assert acting.written_to_customers() == []
        await acting.presses(acting.manager, YES)
        for customer in (acting.customer, other):
            seen = in_group(acting, customer, group)
            assert [read(each.text) for each in seen] == [words]
        assert sorted(map(read, acting.written_to_customers())) == [words, words]
        newest = acting.messages(acting.customer, group)[-1]
        assert newest["reply_to"] == number
        assert "نوشته شد" in acting.screens(acting.manager)[-1].text
        about = (("person", "مریم"), ("group", "مشتری‌ها"))
        assert await deeds(acting) == [(acting.manager, about)]
        await acting.tells_bot(acting.manager, "/audit")
        assert "جواب عمومی داد" in acting.screens(acting.manager)[-1].text


async def test_below_a_post_the_answer_stands_with_the_comment(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting)
        number = await channel.comment()
        await acting.presses(acting.seller, "از مدیر بخواهید")
        words = await asked(acting)
        await acting.presses(acting.manager, YES)
        said = [each for each in channel.group.messages.values() if each.sender_id == acting.bot_id]
        assert [each.text for each in said] == [words]
        newest = acting.messages(acting.seller, channel.group.id)[-1]
        assert (read(newest["text"]), newest["reply_to"]) == (words, number)
        assert acting.cards()[-1].has_button("گام بعد")


async def test_twice_pressed_is_once_written_and_no_is_no(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await on_duty(acting, acting.manager)
        await says(acting, acting.customer, group)
        await asked(acting)
        await acting.presses(acting.manager, NO)
        assert acting.written_to_customers() == []
        await asked(acting)
        await acting.presses(acting.manager, YES)
        await forged(acting, acting.manager, Step.POST, 2)
        assert len(acting.written_to_customers()) == 1


async def test_nobody_but_the_manager_who_was_shown_it_may_confirm(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        second = await hire(acting, "الهام", Role.MANAGER)
        await on_duty(acting, acting.manager)
        await says(acting, acting.customer, group)
        await asked(acting)
        for person in (acting.seller, second):
            await forged(acting, person, Step.POST)
        await forged(acting, acting.seller, Step.ASK)
        assert acting.written_to_customers() == []
        assert not any(each.has_button(YES) for each in acting.screens(acting.seller))


async def test_the_same_words_do_not_stand_there_twice(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await on_duty(acting, acting.manager)
        await says(acting, acting.customer, group)
        await asked(acting)
        await asked(acting)
        await acting.presses(acting.manager, YES)
        answer = await acting.presses(acting.manager, YES)
        assert "نوشته شده است" in (answer.text or "")
        assert len(acting.written_to_customers()) == 1


async def test_a_question_is_void_once_the_card_is_closed(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await on_duty(acting, acting.manager)
        await says(acting, acting.customer, group)
        await asked(acting)
        await acting.presses(acting.manager, "جواب داد")
        answer = await acting.presses(acting.manager, YES)
        assert "کارت عوض شده" in (answer.text or "")
        assert acting.written_to_customers() == []


async def test_a_press_dealt_with_anew_after_a_crash_writes_nothing_more(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await on_duty(acting, acting.manager)
        await says(acting, acting.customer, group)
        await asked(acting)
        await acting.app.ledger.write(
            lambda books: books.public_answers.move(1, At.ASKED, At.SENDING)
        )
        answer = await acting.presses(acting.manager, YES)
        assert "معلوم نشد" in (answer.text or "")
        assert acting.written_to_customers() == []


async def test_killed_on_the_way_the_manager_is_told_and_the_owner_can_look_it_up(
    tmp_path: Path,
) -> None:
    """Telegram has the words, Aram dies before it keeps that it has."""
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await on_duty(acting, acting.manager)
        await says(acting, acting.customer, group)
        words = await asked(acting)
        acting.app.bot.session.middleware(dies_after_writing_to(group))
        pressing = asyncio.create_task(acting.presses(acting.manager, YES))
        await acting.wait_until(lambda: bool(acting.written_to_customers()))
        await acting.restart()
        answer = await pressing
        assert "معلوم نشد" in (answer.text or "")
        await acting.restart()
        told = [each.text for each in acting.screens(acting.manager) if "معلوم نشد" in each.text]
        assert len(told) == 1
        assert words[:20] in read(told[0])
        assert [read(each) for each in acting.written_to_customers()] == [words]
        assert [by for by, _ in await deeds(acting)] == [acting.manager]


def dies_after_writing_to(group: int) -> Any:
    async def write(make: Any, bot: Bot, method: Any) -> Any:
        result = await make(bot, method)
        if isinstance(method, SendMessage) and method.chat_id == group:
            raise asyncio.CancelledError
        return result

    return write


async def test_sellers_have_no_such_button(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await on_duty(acting, acting.seller)
        await says(acting, acting.customer, group)
        assert not acting.cards()[-1].has_button("جواب عمومی")


async def test_words_that_are_gone_are_answered_by_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await on_duty(acting, acting.manager)
        number = await says(acting, acting.customer, group)
        await asked(acting)
        acting.world.delete(acting.customer, group, number)
        answer = await acting.presses(acting.manager, YES)
        assert "دیگر در گروه نیست" in (answer.text or "")
        assert acting.written_to_customers() == []
        assert await deeds(acting) == []


GROUP = -1004000001
REPLY = ReplyParameters(message_id=7)


@pytest.mark.parametrize(
    ("method", "goes"),
    [
        (SendMessage(chat_id=GROUP, text="سلام", reply_parameters=REPLY), True),
        (SendMessage(chat_id=GROUP, text="سلام!", reply_parameters=REPLY), False),
        (SendMessage(chat_id=GROUP - 1, text="سلام", reply_parameters=REPLY), False),
        (SendMessage(chat_id=GROUP, text="سلام"), False),
        (EditMessageText(chat_id=GROUP, message_id=7, text="سلام"), False),
    ],
)
def test_the_last_door_knows_the_one_message(
    method: SendMessage | EditMessageText, goes: bool
) -> None:
    permit = Confirmed(GROUP, "سلام", 7)
    assert permit.lets_through(method) is goes
    assert permit.lets_through(method) is False
