"""Reminders on the stage, on a Sunday at eleven in Tehran: promises, and looking back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import text as sql

from bot.core.days import zone_of
from bot.core.people import TEHRAN
from bot.sandbox.clock import RunningClock
from bot.sandbox.faults import Fault
from tests.handlers.crew import HEATED, dismiss, hire, open_group, says
from tests.handlers.presses import pressed
from tests.stage import Stage, stage

CALM = "ممنون، درست شد. دستتون درد نکنه، خیلی لطف کردین"
PROMISED = "قولی داده بودید"
LOOK_BACK = "احوال‌پرسی است"
SUNDAY, HOUR, DAY = 6, 3600.0, 86_400.0


@asynccontextmanager
async def sunday(folder: Path) -> AsyncIterator[Stage]:
    clock, zone = RunningClock(), zone_of(TEHRAN)
    now = datetime.fromtimestamp(clock.now(), zone)
    ahead = (SUNDAY - now.weekday()) % 7 or 7
    eleven = now.replace(hour=11, minute=0, second=0, microsecond=0) + timedelta(days=ahead)
    clock.advance(eleven.timestamp() - now.timestamp())
    async with stage(folder, clock=clock) as acting:
        yield acting


async def pass_time(acting: Stage, hours: float) -> None:
    acting.world.clock.advance(hours * HOUR)
    acting.app.postman.call()
    await acting.settle()


def told(acting: Stage, words: str, person: int | None = None) -> list[str]:
    """What of these words Aram has written to someone."""
    screens = acting.screens(person or acting.seller)
    return [each.text for each in screens if words in each.text]


async def test_a_promise_for_tomorrow_is_told_at_noon(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await acting.seller_says("تا فردا می‌فرستم")
        await acting.tells_bot(acting.seller, "/reminders")
        assert "فردا ۱۲:۰۰" in acting.screens(acting.seller)[-1].text
        await pass_time(acting, 24.9)
        assert told(acting, PROMISED) == []
        await pass_time(acting, 0.2)
        assert len(told(acting, PROMISED)) == 1
        await pass_time(acting, 48)
        assert len(told(acting, PROMISED)) == 1
        assert acting.written_to_customers() == []


async def test_several_promises_are_told_together(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        other = acting.world.add_user("رضا").id
        await acting.customer_says("سلام", who=other)
        await acting.seller_says("فردا می‌فرستم براتون")
        await acting.seller_says("تا فردا خبرتون می‌کنم", to=other)
        await pass_time(acting, 25.1)
        (both,) = told(acting, "وقت ۲ قول")
        assert "مریم" in both
        assert "رضا" in both
        await acting.presses(acting.seller, "۱ انجام شد")
        assert "مریم" not in acting.screens(acting.seller)[-1].text
        await acting.presses(acting.seller, "۱ تغییر")
        await acting.presses(acting.seller, "فردا صبح")
        await pass_time(acting, 23)
        assert len(told(acting, PROMISED)) == 1


async def test_a_newer_promise_replaces_the_older(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await acting.seller_says("یک ساعت دیگه می‌فرستم")
        await acting.seller_says("ببخشید نشد، سه ساعت دیگه می‌فرستم")
        await pass_time(acting, 2)
        assert told(acting, PROMISED) == []
        await pass_time(acting, 1.1)
        assert len(told(acting, PROMISED)) == 1


async def test_edited_and_deleted_messages_take_their_promises_along(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        world, seller, customer = acting.world, acting.seller, acting.customer
        posted = await acting.seller_says("یک ساعت دیگه می‌فرستم")
        world.edit(seller, customer, posted.number(seller), "سه ساعت دیگه می‌فرستم")
        await acting.settle()
        await pass_time(acting, 2)
        assert told(acting, PROMISED) == []
        await pass_time(acting, 1.1)
        assert len(told(acting, "سه ساعت دیگه")) == 1
        posted = await acting.seller_says("یک ساعت دیگه واریز می‌کنم")
        world.delete(seller, customer, posted.number(seller))
        await acting.settle()
        await pass_time(acting, 2)
        assert told(acting, "واریز") == []


async def test_who_rests_is_reminded_afterwards(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/quiet 20 تا 8")
        await acting.seller_says("امشب چک می‌کنم خبر می‌دم")
        await pass_time(acting, 11)
        assert told(acting, PROMISED) == []
        await pass_time(acting, 10.5)
        assert len(told(acting, PROMISED)) == 1


async def test_whoever_wants_no_reminders_gets_none(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await acting.seller_says("یک ساعت دیگه می‌فرستم")
        await acting.tells_bot(acting.seller, "/reminders")
        answer = await acting.presses(acting.seller, "قول‌ها را یادآوری نکن")
        assert "نمی‌کنم" in (answer.text or "")
        await pass_time(acting, 2)
        assert told(acting, PROMISED) == []
        await acting.presses(acting.seller, "قول‌ها را یادآوری کن")
        await acting.seller_says("یک ساعت دیگه می‌فرستم")
        await pass_time(acting, 2)
        assert len(told(acting, PROMISED)) == 1


async def test_in_a_group_whoever_promised_is_reminded_alone(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        colleague = await hire(acting, "بهار")
        acting.colleagues.add(colleague)
        group = open_group(acting, colleague)
        number = await says(acting, acting.customer, group, "سفارش من کجاست؟")
        text = "نیم ساعت دیگه پیگیری می‌کنم"
        await says(acting, colleague, group, text, reply_to=number)
        await pass_time(acting, 0.6)
        assert len(told(acting, PROMISED, colleague)) == 1
        assert told(acting, PROMISED) == []
        assert acting.written_to_customers() == []


async def test_somebody_elses_reminder_cannot_be_pressed(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await acting.seller_says("یک ساعت دیگه می‌فرستم")
        await pass_time(acting, 1.1)
        for number, data in enumerate(("rem:1:done:0", "rem:1:open:0", "rems:done:1")):
            update = pressed(acting, acting.manager, 910_000 + number, f"1~{data}")
            await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
        await acting.settle()
        await acting.tells_bot(acting.seller, "/reminders")
        assert "مریم" in acting.screens(acting.seller)[-1].text


async def test_words_of_promises_that_are_over_are_kept_no_longer(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await acting.seller_says("یک ساعت دیگه می‌فرستم")
        await pass_time(acting, 1.1)
        await acting.presses(acting.seller, "قول نبود")
        with acting.app.ledger._engine.begin() as database:
            rows = database.execute(sql("select state, words from reminder")).all()
        assert [tuple(row) for row in rows] == [("dropped", "")]


# Looking back


async def test_days_after_a_good_end_the_seller_looks_back(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await calm_down(acting)
        await pass_time(acting, 47)
        assert told(acting, LOOK_BACK) == []
        await pass_time(acting, 1.2)
        screen = acting.screens(acting.seller)[-1]
        assert LOOK_BACK in screen.text
        assert "مریم" in screen.text
        assert screen.has_button("کپی ۱")
        assert not screen.has_button("از طرف من")  # a day has passed
        await acting.presses(acting.seller, "✅ پرسیدم")
        await pass_time(acting, 100)
        assert len(told(acting, LOOK_BACK)) == 0
        assert acting.written_to_customers() == []


async def test_within_a_day_it_is_sent_as_the_seller_after_one_question(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await be_told_to_look_back(acting)
        before = len(acting.chat(acting.customer, acting.seller))
        await acting.presses(acting.seller, "از طرف من ۱")
        assert "از طرف شما برای مریم فرستاده شود" in acting.screens(acting.seller)[-1].text
        assert len(acting.chat(acting.customer, acting.seller)) == before
        await acting.presses(acting.seller, "بله")
        assert "فرستاده شد" in acting.screens(acting.seller)[-1].text
        assert len(acting.chat(acting.customer, acting.seller)) == before + 1


async def test_a_look_back_that_may_have_gone_is_not_stuck(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await be_told_to_look_back(acting)
        await acting.presses(acting.seller, "از طرف من ۱")
        acting.server.api.faults.add(Fault("bad_gateway", "sendMessage"))
        before = len(acting.chat(acting.customer, acting.seller))
        answer = await acting.presses(acting.seller, "بله")
        assert "معلوم نشد" in (answer.text or "")
        assert len(acting.chat(acting.customer, acting.seller)) == before
        await acting.presses(acting.seller, "از طرف من ۱")
        await acting.presses(acting.seller, "بله")
        assert len(acting.chat(acting.customer, acting.seller)) == before + 1


async def test_nobody_looks_back_where_it_would_hurt(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await calm_down(acting)
        await pass_time(acting, 30)
        await acting.customer_says(HEATED)
        await pass_time(acting, 20)
        assert told(acting, LOOK_BACK) == []


async def test_who_has_asked_already_is_not_told_to(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await calm_down(acting)
        await pass_time(acting, 24)
        await acting.seller_says("سلام مریم جان، مشکلتون حل شد؟ همه چی خوبه؟")
        await pass_time(acting, 26)
        assert told(acting, LOOK_BACK) == []


async def test_never_two_for_a_customer_within_a_week(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        await calm_down(acting)
        await pass_time(acting, 48.3)
        assert len(told(acting, LOOK_BACK)) == 1
        await calm_down(acting)
        await pass_time(acting, 49)
        assert len(told(acting, LOOK_BACK)) == 1


async def test_whoever_left_the_team_is_reminded_of_nothing(tmp_path: Path) -> None:
    async with sunday(tmp_path) as acting:
        colleague = await hire(acting, "بهار")
        acting.colleagues.add(colleague)
        group = open_group(acting, colleague)
        number = await says(acting, acting.customer, group, "سفارش من کجاست؟")
        await says(acting, colleague, group, "یک ساعت دیگه می‌فرستم", reply_to=number)
        await dismiss(acting, colleague)
        await pass_time(acting, 2)
        assert told(acting, PROMISED, colleague) == []


async def be_told_to_look_back(acting: Stage) -> None:
    """Two days after a trouble, and Telegram still lets Aram write as the seller."""
    await calm_down(acting)
    await pass_time(acting, 40)
    await acting.customer_says("راستی کاتالوگ جدید دارین؟")
    await pass_time(acting, 8.2)


async def calm_down(acting: Stage) -> None:
    """A trouble, an answer, and thanks."""
    await acting.customer_says(HEATED)
    await acting.seller_says("حق دارید، همین الان درستش کردم و پولتان را برگرداندم.")
    await acting.customer_says(CALM)
    assert "🟢" in acting.cards()[-1].text or "آرام" in acting.cards()[-1].text
