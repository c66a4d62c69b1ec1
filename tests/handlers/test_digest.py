"""Digests over HTTP, by the clock: who gets them when, and what they say."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.digest import CLAIM_SECONDS
from bot.sandbox.clock import ManualClock
from bot.sandbox.faults import Fault
from bot.settings import Settings
from tests.handlers.presses import pressed
from tests.stage import Stage, stage

TEHRAN = timedelta(hours=3, minutes=30)
ESFAND_29 = datetime(2027, 3, 20, 18, tzinfo=UTC) - TEHRAN
INSULT = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"
HOUR = 3600.0


@pytest.fixture
async def acting(tmp_path: Path) -> AsyncIterator[Stage]:
    async with stage(tmp_path, clock=ManualClock(ESFAND_29.timestamp())) as made:
        yield made


def digests(acting: Stage, person: int) -> list[str]:
    return [each.text for each in acting.screens(person) if each.text.startswith("🌙 ")]


async def pass_hours(acting: Stage, hours: float) -> None:
    acting.world.clock.advance(hours * HOUR)
    await acting.settle()


async def test_a_manager_is_told_the_day_once_through_restarts_and_new_year(acting: Stage) -> None:
    await acting.customer_says(INSULT)
    await pass_hours(acting, 2.9)
    assert digests(acting, acting.manager) == []
    await acting.restart()
    await pass_hours(acting, 0.2)
    await acting.restart()
    (told,) = digests(acting, acting.manager)
    for words in ("امروز، شنبه ۲۹ اسفند", "تند شد", "شنبهٔ پیش", "منتظر", "مریم"):
        assert words in told
    newest = acting.messages(acting.manager, acting.bot_id)[-1]
    assert newest["media"] is not None
    await acting.presses(acting.seller, "جواب داد")
    await pass_hours(acting, 20)
    assert len(digests(acting, acting.manager)) == 1
    await acting.customer_says("سلام، سفارش من رسید؟")
    await pass_hours(acting, 5)
    assert len(digests(acting, acting.manager)) == 2
    assert "امروز، یکشنبه ۱ فروردین" in digests(acting, acting.manager)[-1]
    await pass_hours(acting, 48)
    assert len(digests(acting, acting.manager)) == 2  # nothing was said
    assert digests(acting, acting.seller) == []
    assert acting.written_to_customers() == []


async def test_down_at_the_hour_it_comes_later_that_day(acting: Stage) -> None:
    await acting.customer_says(INSULT)
    await acting.stop()
    acting.world.clock.advance(4 * HOUR)
    await acting.restart()
    assert len(digests(acting, acting.manager)) == 1


async def test_in_quiet_hours_it_makes_no_sound(acting: Stage) -> None:
    await acting.customer_says(INSULT)
    await acting.tells_bot(acting.manager, "/quiet ۲۰ تا ۸")
    await pass_hours(acting, 3.1)
    newest = acting.messages(acting.manager, acting.bot_id)[-1]
    assert newest["text"].lstrip("\u200f").startswith("🌙")
    assert newest["silent"]


async def test_who_has_blocked_aram_gets_the_next_day_again(acting: Stage) -> None:
    await acting.customer_says(INSULT)
    acting.world.block(acting.manager, acting.bot_id)
    await pass_hours(acting, 3.1)
    acting.world.unblock(acting.manager, acting.bot_id)
    await acting.settle()
    assert digests(acting, acting.manager) == []
    await pass_hours(acting, 24)
    assert "منتظر" in digests(acting, acting.manager)[0]


@pytest.mark.parametrize(("fault", "arrived"), [("lost", 1), ("dropped", 0), ("half_sent", 1)])
async def test_one_that_may_have_gone_is_asked_about_and_never_comes_twice(
    acting: Stage, fault: str, arrived: int
) -> None:
    await acting.customer_says(INSULT)
    acting.server.api.faults.add(Fault(fault, "sendPhoto"))
    await pass_hours(acting, 3.1)
    assert len(whole(acting)) == arrived
    await acting.restart()
    await pass_hours(acting, (CLAIM_SECONDS + 1) / HOUR)
    for _ in range(2):
        (asked,) = set(digests(acting, acting.manager)) - set(whole(acting))
        assert "شاید به دستتان نرسیده باشد" in asked
        assert len(digests(acting, acting.manager)) == arrived + 1
        await acting.restart()
        await pass_hours(acting, 1)
    await acting.presses(acting.manager, "همین حالا ببینم")
    assert len(whole(acting)) == arrived + 1


async def test_one_that_is_refused_is_tried_again_soon(acting: Stage) -> None:
    await acting.customer_says(INSULT)
    acting.server.api.faults.add(Fault("too_many_requests", "sendPhoto", retry_after=1))
    await pass_hours(acting, 3.1)
    await pass_hours(acting, 0.01)
    assert len(whole(acting)) == 1
    await pass_hours(acting, 1)
    assert len(digests(acting, acting.manager)) == 1


def whole(acting: Stage) -> list[str]:
    """Digests, not what is said of one that may be missing."""
    return [each for each in digests(acting, acting.manager) if "نرسیده باشد" not in each]


async def test_pictures_are_drawn_for_a_dark_screen_where_that_is_wanted(acting: Stage) -> None:
    await acting.customer_says(INSULT)
    await acting.tells_bot(acting.manager, "/digest")
    await acting.presses(acting.manager, "همین حالا ببینم")
    light = newest_picture(acting)
    await acting.tells_bot(acting.manager, "/digest")
    await acting.presses(acting.manager, "تصویر تیره")
    assert acting.screens(acting.manager)[-1].has_button("✅ 🌙 تصویر تیره")
    await acting.presses(acting.manager, "همین حالا ببینم")
    assert newest_picture(acting) != light


def newest_picture(acting: Stage) -> bytes:
    chat = acting.world.chat(acting.manager, acting.bot_id)
    return [each.media.file.content for each in chat.messages.values() if each.media][-1]


async def test_a_role_taken_away_before_the_hour(tmp_path: Path) -> None:
    clock = ManualClock(ESFAND_29.timestamp())
    async with stage(tmp_path, clock=clock) as acting:
        sara = acting.world.add_user("سارا").id
        acting.colleagues.add(sara)
        acting.settings = with_team(acting.settings, managers={sara}, sellers=set())
        await acting.restart()
        await acting.tells_bot(sara, "/start")
        await acting.customer_says(INSULT)
        await pass_hours(acting, 3.1)
        assert len(digests(acting, sara)) == 1
        acting.settings = with_team(acting.settings, managers=set(), sellers={sara})
        await acting.restart()
        await acting.customer_says(INSULT)
        await pass_hours(acting, 24)
        assert (len(digests(acting, sara)), len(digests(acting, acting.manager))) == (1, 2)


def with_team(settings: Settings, *, managers: set[int], sellers: set[int]) -> Settings:
    team = {"manager_ids": frozenset(managers), "seller_ids": settings.seller_ids | sellers}
    return settings.model_copy(update=team)


async def test_the_screen_shows_what_is_chosen_and_a_made_up_button_changes_nothing(
    acting: Stage,
) -> None:
    await acting.tells_bot(acting.manager, "/digest")
    assert "همهٔ روزها، ساعت ۲۱:۰۰" in acting.screens(acting.manager)[-1].text
    await acting.presses(acting.manager, "جمعه")
    await acting.presses(acting.manager, "۲۲:۰۰")
    screen = acting.screens(acting.manager)[-1]
    for words in ("همهٔ روزها جز جمعه، ساعت ۲۲:۰۰", "بعدی: امروز ساعت ۲۲:۰۰"):
        assert words in screen.text
    for number, data in enumerate(("1~dg:hour:1440", "1~dg:hour:-1", "1~dg:day:9")):
        update = pressed(acting, acting.manager, 970_000 + number, data)
        await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await acting.tells_bot(acting.manager, "/digest ۷:۴۵")
    screen = acting.screens(acting.manager)[-1]
    for words in ("جز جمعه، ساعت ۰۷:۴۵", "بعدی: فردا", "از دیروز می‌گوید"):
        assert words in screen.text
    await acting.tells_bot(acting.manager, "/digest ۲۵")
    assert "ساعتش را نفهمیدم" in acting.screens(acting.manager)[-1].text
