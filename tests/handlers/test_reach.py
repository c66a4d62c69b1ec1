"""Who cannot be reached, or rests: what waits for them, who is told, and once."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendMessage

from bot.core.people import Role
from bot.sandbox.clock import ManualClock
from tests.handlers.crew import HEATED, dismiss, hire, open_group, says
from tests.stage import Stage, stage

WORSE = "خجالت بکشید احمقای بیشعور"
LOST = "پیام بدهم: آرام را مسدود کرده"
RIGHTS = ("can_reply",)


def noon() -> ManualClock:
    """Midday in Tehran, a Sunday."""
    return ManualClock(datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Asia/Tehran")).timestamp())


def told(acting: Stage, person: int, words: str) -> list[str]:
    return [screen.text for screen in acting.screens(person) if words in screen.text]


def rings(acting: Stage, person: int) -> list[bool]:
    """Whether each of Aram's messages on a phone rang."""
    messages = acting.messages(person, acting.bot_id)
    return [not each["silent"] for each in messages if each["from"]["is_bot"]]


# Out of reach


async def test_managers_learn_once_whom_aram_cannot_reach_and_stand_in(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        acting.world.block(acting.seller, acting.bot_id)
        await acting.customer_says(HEATED)
        await acting.customer_says(WORSE)
        (lost,) = told(acting, acting.manager, LOST)
        assert "«شروع» را بزند" in lost
        (note,) = told(acting, acting.manager, "این گفت‌وگو کسی را می‌خواهد")
        assert "مریم" in note
        assert "کلاهبردار" in note or "احمق" in note
        other = acting.world.add_user("سینا").id
        await acting.customer_says(HEATED, who=other)
        assert len(told(acting, acting.manager, LOST)) == 1
        assert "سینا" in told(acting, acting.manager, "این گفت‌وگو کسی را می‌خواهد")[-1]
        assert acting.screens(acting.manager)[-1].buttons == {}
        assert acting.written_to_customers() == []


async def test_who_unblocks_aram_gets_what_waited_and_a_new_spell_is_told_anew(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        acting.world.block(acting.seller, acting.bot_id)
        await acting.customer_says(HEATED)
        acting.world.unblock(acting.seller, acting.bot_id)
        await acting.settle()
        (line,) = told(acting, acting.seller, "خوش برگشتید")
        assert "یک گفت‌وگو منتظر شماست: مریم" in line
        assert len(acting.cards()) == 1
        assert acting.cards()[0].has_button("از طرف من")
        await acting.tells_bot(acting.seller, "/start")
        assert len(told(acting, acting.seller, "خوش برگشتید")) == 1
        acting.world.block(acting.seller, acting.bot_id)
        await acting.customer_says(WORSE)
        assert len(told(acting, acting.manager, LOST)) == 2


async def test_start_after_a_block_brings_what_waited(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        acting.world.block(acting.seller, acting.bot_id)
        await acting.customer_says(HEATED)
        acting.world.start(acting.seller, acting.bot_id)
        await acting.settle()
        assert len(told(acting, acting.seller, "خوش برگشتید")) == 1
        assert len(acting.cards()) == 1


async def test_a_block_without_trouble_is_nobodys_business(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        before = len(acting.screens(acting.manager)), len(acting.screens(acting.seller))
        acting.world.block(acting.seller, acting.bot_id)
        await acting.customer_says("سلام، این مدل رو دارین؟")
        acting.world.unblock(acting.seller, acting.bot_id)
        await acting.settle()
        assert (len(acting.screens(acting.manager)), len(acting.screens(acting.seller))) == before


async def test_a_deleted_account_is_out_of_reach(tmp_path: Path) -> None:
    """Telegram says "chat not found" of it, or "user is deactivated"."""

    async def refuse(make_request: Any, bot: Bot, method: Any) -> Any:
        if isinstance(method, SendMessage) and method.chat_id == acting.seller:
            raise TelegramBadRequest(method, "Bad Request: chat not found")
        return await make_request(bot, method)

    async with stage(tmp_path) as acting:
        acting.app.bot.session.middleware(refuse)
        await acting.customer_says(HEATED)
        assert len(told(acting, acting.manager, LOST)) == 1


async def test_whoever_is_on_duty_stands_in_and_sees_no_words(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا")
        await acting.tells_bot(other, "/duty")
        await acting.presses(other, "سر شیفت هستم")
        acting.world.block(acting.seller, acting.bot_id)
        await acting.customer_says(HEATED)
        (note,) = told(acting, other, "این گفت‌وگو کسی را می‌خواهد")
        assert "کلاهبردار" not in note
        assert told(acting, acting.manager, "این گفت‌وگو کسی را می‌خواهد") == []


async def test_a_stand_in_out_of_reach_is_followed_by_the_next(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        second = await hire(acting, "سارا", Role.MANAGER)
        # unheard, as when Aram was away
        acting.world.bots[acting.bot_id].blocked_by.update({second, acting.seller})
        await acting.customer_says(HEATED)
        assert len(told(acting, acting.manager, "این گفت‌وگو کسی را می‌خواهد")) == 1
        assert len(told(acting, acting.manager, LOST)) == 2  # the seller, and the manager


async def test_a_group_in_which_nobody_can_be_reached_tells_the_managers_once(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        group = acting.world.add_group(
            "مشتری‌ها", owner=acting.manager, members=[acting.customer]
        ).id
        acting.world.join(acting.bot_id, group)
        acting.world.block(acting.seller, acting.bot_id)
        await says(acting, acting.customer, group)
        await says(acting, acting.customer, group, WORSE)
        assert len(told(acting, acting.manager, LOST)) == 1
        assert acting.written_to_customers() == []


async def test_a_seller_with_a_connection_need_not_press_start(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا", started=False)
        acting.world.connect(other, acting.bot_id, RIGHTS)
        await acting.settle()
        await acting.customer_says(HEATED, who=acting.customer)
        acting.world.send(acting.customer, other, text=HEATED)
        await acting.settle()
        assert len(acting.cards(other)) == 1
        assert told(acting, acting.manager, LOST) == []


# The connection


async def test_a_connection_taken_away_closes_its_open_cards(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        acting.world.disconnect(acting.seller)
        await acting.settle()
        (card,) = acting.cards()
        assert "اتصال برداشته شد و این کارت بسته شد" in card.text
        assert card.buttons == {}
        assert len(told(acting, acting.seller, "دیگر گفت‌وگوهایتان را نمی‌خوانم")) == 1
        acting.world.clock.advance(60)
        acting.world.connect(acting.seller, acting.bot_id, RIGHTS)
        await acting.customer_says(WORSE)
        assert acting.cards()[-1].has_button("از طرف من")


async def test_a_right_taken_away_takes_the_button_and_says_so_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        assert acting.cards()[0].has_button("از طرف من")
        acting.world.change_rights(acting.seller, [])
        await acting.settle()
        assert not acting.cards()[0].has_button("از طرف من")
        assert acting.cards()[0].has_button("کپی")
        assert len(told(acting, acting.seller, "اجازهٔ نوشتن از من برداشته شد")) == 1
        acting.world.change_rights(acting.seller, RIGHTS)
        await acting.settle()
        assert acting.cards()[0].has_button("از طرف من")


@pytest.mark.parametrize("is_asked_before", [False, True])
async def test_the_window_that_closes_is_explained_at_the_button(
    tmp_path: Path, *, is_asked_before: bool
) -> None:
    """By Aram where it is asked for, by Telegram's refusal where only the confirmation is late."""
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        if is_asked_before:
            await acting.presses(acting.seller, "از طرف من ۱")
        acting.world.clock.advance(25 * 3600)
        await acting.settle()
        words = "بله، بفرست" if is_asked_before else "از طرف من ۱"
        answer = await acting.presses(acting.seller, words)
        assert "۲۴ ساعت" in (answer.text or "")
        assert acting.chat(acting.customer, acting.seller) == [HEATED]


# Rest


async def test_at_night_cards_are_silent_and_the_morning_says_what_is_open(tmp_path: Path) -> None:
    async with stage(tmp_path, clock=noon()) as acting:
        await acting.tells_bot(acting.manager, "/quiet ۲۰ تا ۹")
        await acting.tells_bot(acting.seller, "/quiet")
        await acting.presses(acting.seller, "۲۲ تا ۸")
        await acting.customer_says(HEATED)
        assert rings(acting, acting.seller)[-1]
        await acting.presses(acting.seller, "جواب داد")
        acting.world.clock.advance(11 * 3600)  # 23:00
        other = acting.world.add_user("سینا").id
        await acting.customer_says(HEATED, who=other)
        assert "سینا" in acting.cards()[-1].text
        assert not rings(acting, acting.seller)[-1]
        assert told(acting, acting.manager, "این گفت‌وگو کسی را می‌خواهد") == []  # rests, too
        acting.world.clock.advance(9 * 3600 - 60)
        acting.app.postman.call()
        await acting.settle()
        assert told(acting, acting.seller, "وقتی استراحت می‌کردید") == []
        acting.world.clock.advance(60)
        acting.app.postman.call()
        await acting.settle()
        (line,) = told(acting, acting.seller, "وقتی استراحت می‌کردید")
        assert "یک گفت‌وگو کارت گرفت که هنوز باز است: سینا" in line
        assert rings(acting, acting.seller)[-1]


async def test_a_heated_card_at_rest_is_told_to_a_manager_who_is_awake(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/quiet")
        await acting.presses(acting.seller, "تا خودم بگویم")
        assert "تا خودتان صدا را برگردانید" in acting.screens(acting.seller)[-1].text
        await acting.customer_says(HEATED)
        await acting.customer_says(WORSE)
        (note,) = told(acting, acting.manager, "الان در استراحت است")
        assert "گفت‌وگوی خصوصی" in note
        assert not any(rings(acting, acting.seller)[-1:])
        await acting.presses(acting.seller, "صدا را برگردان")
        assert len(told(acting, acting.seller, "وقتی استراحت می‌کردید")) == 1
        await acting.tells_bot(acting.seller, "/quiet")
        assert "الان صدا روشن است" in acting.screens(acting.seller)[-1].text


async def test_a_brief_asks_who_is_awake_and_rings_for_the_last_of_all(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        second = await hire(acting, "الهام", Role.MANAGER)
        for person in (second, acting.manager):
            await acting.tells_bot(person, "/quiet")
            await acting.presses(person, "تا خودم بگویم")
        await acting.tells_bot(acting.manager, "/quiet")
        await acting.presses(acting.manager, "صدا را برگردان")
        await acting.customer_says(HEATED)
        await acting.presses(acting.seller, "مدیر را خبر کن")  # the owner alone is awake
        assert len(told(acting, acting.manager, "☎️")) == 1
        assert rings(acting, acting.manager)[-1]
        await acting.tells_bot(acting.manager, "/quiet")
        await acting.presses(acting.manager, "تا خودم بگویم")
        await acting.presses(acting.manager, "الان نمی‌توانم")
        assert len(told(acting, second, "☎️")) == 1
        assert rings(acting, second)[-1]  # she rests, but nobody else is left


async def test_nothing_open_is_nothing_to_say(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/quiet")
        await acting.presses(acting.seller, "تا خودم بگویم")
        await acting.customer_says(HEATED)
        await acting.presses(acting.seller, "جواب داد")
        await acting.presses(acting.seller, "صدا را برگردان")
        assert told(acting, acting.seller, "وقتی استراحت می‌کردید") == []


async def test_a_group_asks_those_who_are_awake_first(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا")
        await acting.tells_bot(acting.seller, "/quiet")
        await acting.presses(acting.seller, "یک ساعت")
        group = open_group(acting, other)
        await says(acting, acting.customer, group)
        assert len(acting.cards(other)) == 1
        assert acting.cards() == []
        acting.colleagues.add(other)
        await dismiss(acting, other)
        second = acting.world.add_user("سینا").id
        acting.world.join(second, group)
        await says(acting, second, group)
        assert len(acting.cards()) == 1
        assert not rings(acting, acting.seller)[-1]
        assert "گروه مشتری‌ها" in told(acting, acting.manager, "الان در استراحت است")[-1]
        assert acting.written_to_customers() == []


async def test_days_off_are_chosen_and_typed_and_cleared(tmp_path: Path) -> None:
    async with stage(tmp_path, clock=noon()) as acting:
        await acting.tells_bot(acting.seller, "/quiet")
        await acting.presses(acting.seller, "جمعه")
        await acting.presses(acting.seller, "شنبه")
        assert "روزهای تعطیل هفته: شنبه، جمعه" in acting.screens(acting.seller)[-1].text
        await acting.tells_bot(acting.seller, "/quiet ۲ آذر")
        assert "تعطیلی‌های دیگر: ۲ آذر" in acting.screens(acting.seller)[-1].text
        acting.world.clock.advance(13 * 3600)
        await acting.customer_says(HEATED)
        assert not rings(acting, acting.seller)[-1]
        await acting.tells_bot(acting.seller, "/quiet")
        assert "الان بی‌صدایم، تا ۳ آذر ساعت ۰۰:۰۰" in acting.screens(acting.seller)[-1].text
        await acting.presses(acting.seller, "دیدن و برداشتن")
        await acting.presses(acting.seller, "تعطیلی‌های دیگر را پاک کن")
        assert "الان صدا روشن است" in acting.screens(acting.seller)[-2].text
        assert "وقتی استراحت می‌کردید" in acting.screens(acting.seller)[-1].text
        await acting.tells_bot(acting.seller, "/quiet ۱۴۰۵/۱/۱")
        assert "گذشته است" in acting.screens(acting.seller)[-1].text
        await acting.tells_bot(acting.seller, "/quiet فردا")
        assert "نفهمیدم" in acting.screens(acting.seller)[-1].text


async def test_official_days_and_spans_are_taken_and_removed(tmp_path: Path) -> None:
    async with stage(tmp_path, clock=noon()) as acting:
        await acting.tells_bot(acting.seller, "/quiet")
        await acting.presses(acting.seller, "تعطیلی‌های رسمی")
        text = acting.screens(acting.seller)[-1].text
        assert "۲۲ بهمن" in text
        assert "۱۵ خرداد" in text
        await acting.tells_bot(acting.seller, "/quiet ۵ تا ۱۱ فروردین")
        assert "۱۱ فروردین" in acting.screens(acting.seller)[-1].text
        await acting.presses(acting.seller, "دیدن و برداشتن")
        await acting.presses(acting.seller, "✖️ ۲۲ بهمن")
        listed = acting.screens(acting.seller)[-1]
        assert not listed.has_button("۲۲ بهمن")
        assert listed.has_button("✖️ ۷ فروردین")
        await acting.presses(acting.seller, "برگشت")
        assert "۲۲ بهمن" not in acting.screens(acting.seller)[-1].text


async def test_every_screen_shows_the_shops_own_clock(tmp_path: Path) -> None:
    async with stage(tmp_path, clock=noon(), timezone="Europe/Berlin") as acting:
        await acting.tells_bot(acting.manager, "/audit")
        assert "۰۹:۳۰" in acting.screens(acting.manager)[-1].text
        await acting.tells_bot(acting.manager, "/team")
        await acting.presses(acting.manager, "دعوت فروشنده")
        invited = [each.text for each in acting.screens(acting.manager) if "start=" in each.text]
        assert "۰۹:۳۰ (به وقت فروشگاه)" in invited[-1]


async def test_the_shops_own_clock_counts(tmp_path: Path) -> None:
    async with stage(tmp_path, clock=noon(), timezone="Europe/Berlin") as acting:
        await acting.tells_bot(acting.seller, "/quiet ۹ تا ۱۱")  # in Berlin it is 9:30
        assert "ساعت ۱۱:۰۰" in acting.screens(acting.seller)[-1].text
        await acting.customer_says(HEATED)
        assert not rings(acting, acting.seller)[-1]
