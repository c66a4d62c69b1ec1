"""A hand-over on the phones: two managers, a seller, time that goes by, and presses made up."""

import itertools
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from sqlalchemy import select
from sqlmodel import col

from bot.core.deed import DeedKind
from bot.store.tables import LetterRow
from handlers.briefs import BriefButton
from handlers.stamps import shop_of
from tests.handlers.presses import pressed
from tests.stage import Screen, Stage, read, stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"
WORSE = "بی‌شرف‌های دزد، آبروتونو می‌برم"
TAKE, ADVISE, ALLOW = "خودم پیگیری می‌کنم", "راهنمایی به فروشنده", "اجازهٔ بازپرداخت"
NUMBERS = itertools.count(910_000)
NOTES = 3
"""Messages from Aram on the seller's screen before anything is decided: two notes and the card."""


async def with_second_manager(acting: Stage, name: str = "سارا") -> int:
    """Someone becomes a manager; the demo's own one is the owner."""
    person = acting.world.add_user(name).id
    acting.settings = acting.settings.model_copy(update={"manager_ids": frozenset({person})})
    await acting.restart()
    await acting.tells_bot(person, "/start")
    return person


async def called(acting: Stage) -> None:
    """A heated customer, and the manager called."""
    await acting.customer_says(HEATED)
    await acting.presses(acting.seller, "مدیر را خبر کن")


async def at_refund(acting: Stage) -> None:
    """A card on the step that needs a manager."""
    await acting.customer_says(HEATED)
    for _ in range(5):
        if "🔑" in acting.cards()[-1].text:
            return
        await acting.presses(acting.seller, "گام بعد")
    raise AssertionError("no step needs a manager")


async def minutes(acting: Stage, count: float) -> None:
    acting.world.clock.advance(60 * count)
    await acting.settle()


async def replies(acting: Stage, person: int, to: Screen, text: str) -> None:
    acting.world.send(person, acting.bot_id, text=text, reply_to=to.id)
    await acting.settle()


def brief(acting: Stage, person: int) -> Screen:
    """The newest brief on a manager's screen."""
    return next(each for each in reversed(acting.screens(person)) if "☎️" in each.text)


def noted(acting: Stage) -> list[str]:
    """What the seller was told beside the card."""
    screens = acting.screens(acting.seller)
    return [each.text for each in screens if not each.buttons][NOTES - 1 :]


async def late(acting: Stage, person: int, update_id: int, data: str) -> None:
    """A press on a button that has just gone from the screen."""
    update = pressed(acting, person, update_id, data)
    await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await acting.settle()


def answers(acting: Stage) -> list[str]:
    """What presses are answered with from now on."""
    said: list[str] = []

    class Noting(BaseRequestMiddleware):
        async def __call__(
            self,
            make_request: NextRequestMiddlewareType[Any],
            bot: Bot,
            method: TelegramMethod[Any],
        ) -> Any:
            if isinstance(method, AnswerCallbackQuery):
                said.append(read(method.text or ""))
            return await make_request(bot, method)

    acting.app.bot.session.middleware(Noting())
    return said


async def kept_letters(acting: Stage) -> list[str]:
    return await acting.app.ledger.read(
        lambda session: list(session.execute(select(col(LetterRow.body))).scalars())
    )


# In time


async def test_managers_are_asked_one_after_the_other_the_owner_last(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        sara = await with_second_manager(acting)
        await called(acting)
        assert "۱۰ دقیقه" in brief(acting, sara).text
        assert not any("☎️" in each.text for each in acting.screens(acting.manager))
        await minutes(acting, 9)
        assert brief(acting, sara).buttons
        await minutes(acting, 2)
        assert "به رضا رسید" in brief(acting, sara).text
        assert HEATED not in brief(acting, sara).text
        assert not brief(acting, sara).buttons
        assert HEATED in brief(acting, acting.manager).text
        assert noted(acting) == []


async def test_when_nobody_answers_the_seller_hears_it_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await with_second_manager(acting)
        await called(acting)
        for _ in range(4):
            await minutes(acting, 11)
        (told,) = noted(acting)
        assert "هنوز هیچ مدیری" in told
        assert "هنوز هیچ مدیری" in acting.cards()[-1].text
        assert acting.cards()[-1].has_button("مدیر را خبر کن")
        answer = await acting.presses(acting.manager, TAKE)
        assert answer.text is not None
        assert "با شما شد" in answer.text
        assert "رضا خودش پیگیری می‌کند" in acting.cards()[-1].text


async def test_the_shop_may_set_another_time(tmp_path: Path) -> None:
    async with stage(tmp_path, handover_minutes=3) as acting:
        sara = await with_second_manager(acting)
        await called(acting)
        assert "۳ دقیقه" in brief(acting, sara).text
        await minutes(acting, 4)
        assert HEATED in brief(acting, acting.manager).text


async def test_a_restart_forgets_no_time(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await with_second_manager(acting)
        await called(acting)
        await acting.restart()
        await minutes(acting, 11)
        assert HEATED in brief(acting, acting.manager).text


async def test_a_manager_who_blocked_aram_is_followed_at_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        sara = await with_second_manager(acting)
        acting.world.block(sara, acting.bot_id)
        await called(acting)
        await acting.wait_until(
            lambda: any("☎️" in each.text for each in acting.screens(acting.manager))
        )
        assert HEATED in brief(acting, acting.manager).text


async def test_where_no_manager_has_started_aram_the_seller_is_told_at_once(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, owner_id=4242) as acting:
        await acting.customer_says(HEATED)
        answer = await acting.presses(acting.seller, "مدیر را خبر کن")
        assert answer.text is not None
        assert "در دسترس نیستند" in answer.text
        assert acting.cards()[-1].has_button("مدیر را خبر کن")


async def test_who_cannot_now_passes_it_on(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        sara = await with_second_manager(acting)
        await called(acting)
        await acting.presses(sara, "الان نمی‌توانم")
        assert "به رضا رسید" in brief(acting, sara).text
        assert HEATED in brief(acting, acting.manager).text
        assert not brief(acting, acting.manager).has_button("الان نمی‌توانم")


# Taking it


async def test_who_takes_it_hears_the_customer_until_it_is_done(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        await acting.presses(acting.manager, TAKE)
        assert "رضا خودش پیگیری می‌کند" in acting.cards()[-1].text
        assert "رضا" in noted(acting)[-1]
        first = brief(acting, acting.manager).id
        await acting.customer_says(WORSE)
        assert WORSE in brief(acting, acting.manager).text
        assert brief(acting, acting.manager).id != first  # the phone sounds
        assert WORSE in acting.cards()[-1].text
        await acting.presses(acting.manager, "تمام شد")
        assert WORSE not in brief(acting, acting.manager).text
        assert "تمام شد" in noted(acting)[-1]
        assert acting.written_to_customers() == []


async def test_of_two_presses_at_once_one_wins_and_the_other_hears_who(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        sara = await with_second_manager(acting)
        await called(acting)
        first = brief(acting, sara)
        take = next(data for label, data in first.buttons.items() if TAKE in label)
        await minutes(acting, 11)
        said = answers(acting)
        await late(acting, sara, 920_001, take)
        assert "با رضا است" in said[-1]
        await acting.presses(acting.manager, TAKE)
        await late(acting, sara, 920_002, take)
        assert "رضا جوابش را داد" in said[-1]
        assert "رضا خودش" in acting.cards()[-1].text


async def test_what_the_seller_has_settled_is_closed_for_the_manager(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        await acting.presses(acting.seller, "✅ جواب داد")
        assert HEATED not in brief(acting, acting.manager).text
        assert not brief(acting, acting.manager).buttons


# Advice


async def test_advice_by_the_button_reaches_the_seller_beside_the_card(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        await acting.presses(acting.manager, ADVISE)
        asked = acting.screens(acting.manager)[-1]
        await replies(acting, acting.manager, asked, "اول عذر بخواهید <b>بعد</b> زنگ بزنید")
        assert "اول عذر بخواهید <b>بعد</b> زنگ بزنید" in noted(acting)[-1]
        assert asked.id not in {each.id for each in acting.screens(acting.manager)}
        assert "رضا راهنمایی کرد" in acting.cards()[-1].text
        assert not any("عذر بخواهید" in body for body in await kept_letters(acting))
        assert not any("عذر" in text for text in acting.written_to_customers())


async def test_advice_in_reply_to_the_brief_and_another_word_later(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        for words in ("صبور باشید", "و زنگ بزنید"):
            await replies(acting, acting.manager, brief(acting, acting.manager), words)
            assert words in noted(acting)[-1]
        assert HEATED not in brief(acting, acting.manager).text


async def test_advice_that_cannot_be_passed_on_is_explained(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        shown = brief(acting, acting.manager)
        await replies(acting, acting.manager, shown, "م" * 1_501)
        assert "۱٬۵۰۰" in acting.screens(acting.manager)[-1].text
        acting.world.send(acting.manager, acting.bot_id, media="sticker", reply_to=shown.id)
        await acting.settle()
        assert "فقط نوشته" in acting.screens(acting.manager)[-1].text
        assert noted(acting) == []


async def test_a_reply_to_a_brief_that_was_passed_on_says_to_whom(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        sara = await with_second_manager(acting)
        await called(acting)
        await minutes(acting, 11)
        await replies(acting, sara, brief(acting, sara), "دیر رسیدم")
        assert "با رضا است" in acting.screens(sara)[-1].text
        assert noted(acting) == []


async def test_asking_for_advice_may_be_dropped(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        await acting.presses(acting.manager, ADVISE)
        await acting.presses(acting.manager, "فعلاً نه")
        assert acting.screens(acting.manager)[-1].text == brief(acting, acting.manager).text
        assert brief(acting, acting.manager).has_button(TAKE)


# Leave


async def test_leave_lets_the_seller_send_what_needed_the_manager(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await at_refund(acting)
        assert not acting.cards()[-1].has_button("از طرف من")
        await acting.presses(acting.seller, "مدیر را خبر کن")
        assert "اجازهٔ بازپرداخت می‌خواهد" in brief(acting, acting.manager).text
        await acting.presses(acting.manager, ALLOW)
        card = acting.cards()[-1]
        assert "رضا این گام را اجازه داد" in card.text
        assert "🔑" not in card.text
        assert "اجازه داد" in noted(acting)[-1]
        await acting.presses(acting.seller, "از طرف من ۱")
        await acting.presses(acting.seller, "بله، بفرست")
        assert len(acting.chat(acting.customer, acting.seller)) == 2


async def test_without_leave_the_step_stays_closed(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await at_refund(acting)
        await acting.presses(acting.seller, "مدیر را خبر کن")
        await acting.presses(acting.manager, "اجازه نمی‌دهم")
        assert "رضا اجازه نداد" in acting.cards()[-1].text
        assert not acting.cards()[-1].has_button("از طرف من")
        assert "این قول را ندهید" in noted(acting)[-1]


async def test_where_the_step_needs_nobody_there_is_no_button_for_leave(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        assert not brief(acting, acting.manager).has_button(ALLOW)


# Roles, and presses that no screen offers


async def test_a_press_made_up_by_a_seller_decides_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        shown = brief(acting, acting.manager)
        take = next(data for label, data in shown.buttons.items() if TAKE in label)
        assert shop_of(take) == 1
        said = answers(acting)
        await late(acting, acting.seller, 900_001, take)
        assert "شما الان مدیر نیستید" in said[-1]
        assert "خودش پیگیری" not in acting.cards()[-1].text
        assert brief(acting, acting.manager).has_button(TAKE)


async def test_presses_on_briefs_that_are_not_there_are_answered(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        said = answers(acting)
        for number in (0, 404, 2**31 - 1):
            for choice in ("take", "allow", "done", "not_now", "advise"):
                data = f"1~{BriefButton.__prefix__}:{number}:{choice}:"
                await late(acting, acting.manager, next(NUMBERS), data)
                assert "دیگر کار نمی‌کند" in said[-1]
        assert brief(acting, acting.manager).has_button(TAKE)


async def test_who_is_a_manager_no_more_cannot_decide(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        sara = await with_second_manager(acting)
        await called(acting)
        await acting.app.ledger.write(lambda books: books.roster.end(sara, by=acting.manager))
        shown = brief(acting, sara)
        take = next(data for label, data in shown.buttons.items() if TAKE in label)
        await acting.world.press(sara, acting.bot_id, shown.id, take)
        await acting.settle()
        assert "خودش پیگیری" not in acting.cards()[-1].text


# What is kept


async def test_decisions_are_kept_for_the_owner_and_words_are_not(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await called(acting)
        await acting.presses(acting.manager, TAKE)
        deeds = await acting.app.ledger.write(lambda books: books.roster.deeds(skip=0, most=1))
        assert (deeds[0].kind, deeds[0].by) == (DeedKind.DECIDED, acting.manager)
        assert dict(deeds[0].about) == {"decision": "taken", "person": "نگار"}
        assert not any("کلاهبردار" in body for body in await kept_letters(acting))


async def test_english_readers_read_english(tmp_path: Path) -> None:
    async with stage(tmp_path, shop_locale="en") as acting:
        await acting.customer_says(HEATED)
        await acting.presses(acting.seller, "Call the manager")
        shown = brief(acting, acting.manager)
        assert "To advise, reply to this message" in shown.text
        await acting.presses(acting.manager, "I'll take it")
        assert "is taking care of it" in acting.cards()[-1].text
        assert "Tell the customer that the manager knows" in noted(acting)[-1]
