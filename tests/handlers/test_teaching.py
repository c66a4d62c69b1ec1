"""/check, forwarded messages and /lessons: who is served, what is kept, and what fits a phone."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import AnswerCallbackQuery
from sqlalchemy import select
from sqlmodel import col

from bot.app import build_locales
from bot.core.advice import Advice
from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.inquiry import Inquiry, Opinion
from bot.core.lesson import KeptLesson, Lesson
from bot.core.pace import Move, Quiet
from bot.core.playbook import StepKind
from bot.core.school import Page
from bot.store.tables import InquiryRow, LessonRow
from handlers.inquiry import draw_inquiry, draw_situations, draw_why
from handlers.lessons import draw_page
from handlers.writing import Drawn
from tests.handlers.presses import pressed
from tests.stage import Stage, read, stage

INSULT, GREETING = "احمقای بیشعور", "سلام وقتتون بخیر"
STRANGERS = "این ربات برای همکاران یک فروشگاه است"
LOCALES = build_locales()
FA, EN = LOCALES.get("fa"), LOCALES.get("en")
MOST_LETTERS = 4096
CALLBACK_BYTES = 64


async def lessons(acting: Stage) -> list[tuple[str, bool, int, int | None]]:
    """What is kept: text, alarm, who, and from which turn."""
    columns = (LessonRow.text, LessonRow.alarm, LessonRow.person_id, LessonRow.turn_id)
    found = select(*map(col, columns)).order_by(col(LessonRow.id))
    rows = await acting.app.ledger.read(lambda session: session.execute(found).all())
    return [tuple(row) for row in rows]


async def asked(acting: Stage) -> list[str]:
    """The texts of all inquiries."""
    found = select(col(InquiryRow.text))
    return list(await acting.app.ledger.read(lambda session: session.scalars(found).all()))


def newest(acting: Stage, person: int) -> str:
    return acting.screens(person)[-1].text


# Who is served


@pytest.mark.parametrize("words", ["/check احمقای بیشعور", "/check", "/lessons"])
async def test_strangers_are_told_no_more_than_before(tmp_path: Path, words: str) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        await acting.tells_bot(stranger, words)
        assert [STRANGERS in screen.text for screen in acting.screens(stranger)] == [True]
        assert (await asked(acting), await lessons(acting)) == ([], [])


async def test_a_strangers_forward_is_no_question(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(INSULT)
        await acting.forwards_to_bot(acting.customer, acting.seller, INSULT)
        assert STRANGERS in acting.messages(acting.customer, acting.bot_id)[-1]["text"]
        assert await asked(acting) == []


async def test_whoever_has_left_the_team_presses_in_vain(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, f"/check {INSULT}")
        acting.settings = acting.settings.model_copy(update={"seller_ids": frozenset({1})})
        await acting.restart()
        for words in ("مشکلی نیست", "چرا؟"):
            answer = await acting.presses(acting.seller, words)
            assert answer.text is not None
            assert STRANGERS in answer.text
        assert await lessons(acting) == []


async def test_a_button_of_somebody_elses_answer_does_nothing(tmp_path: Path) -> None:
    """As a client may do that makes up what it sends."""
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, f"/check {INSULT}")
        await acting.tells_bot(acting.manager, f"/check {GREETING}")
        theirs = acting.screens(acting.seller)[-1]
        mine = acting.screens(acting.manager)[-1]
        world, bot = acting.world, acting.bot_id
        query = {"id": "7", "chat_instance": "1", "data": ""}
        pressed = [data for data in theirs.buttons.values() if "ask:" in data]
        for number, data in enumerate(pressed):
            update = {
                "update_id": 900_000 + number,
                "callback_query": query
                | {
                    "data": data,
                    "from": world.users[acting.manager].card(),
                    "message": {
                        "message_id": mine.id,
                        "date": 1,
                        "chat": {"id": acting.manager, "type": "private"},
                        "from": world.users[bot].card(),
                        "text": "…",
                    },
                },
            }
            await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
            await acting.settle()
        assert await lessons(acting) == []
        assert newest(acting, acting.manager) == mine.text


async def feed(acting: Stage, update: dict[str, Any]) -> None:
    await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await acting.settle()


async def test_a_customer_asks_and_teaches_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        acting.colleagues.add(acting.customer)  # she may be told that it is not for her
        for words in (f"/check {INSULT}", "/lessons"):
            await acting.tells_bot(acting.customer, words)
            assert "این ربات برای همکاران" in newest(acting, acting.customer)
        for number, data in enumerate(("ask:1:correct", "about:1:insult", "unlearn:1:0")):
            await feed(acting, pressed(acting, acting.customer, 900_000 + number, data))
        assert await lessons(acting) == []


async def test_whoever_leaves_the_team_teaches_no_more(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, f"/check {INSULT}")
        acting.settings = acting.settings.model_copy(update={"seller_ids": frozenset[int]()})
        await acting.restart()
        answer = await acting.presses(acting.seller, "مشکلی نیست")
        assert "این ربات برای همکاران" in (answer.text or "")
        assert await lessons(acting) == []


async def test_a_press_that_comes_again_is_answered(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/lessons")
        update = pressed(acting, acting.seller, 900_000, "unlearn:1:0")
        answered: list[str | None] = []

        async def note(make_request: Any, bot: Any, method: Any) -> Any:
            if isinstance(method, AnswerCallbackQuery):
                answered.append(method.text)
            return await make_request(bot, method)

        acting.app.bot.session.middleware(note)
        await feed(acting, update)
        await feed(acting, update)
        assert answered == ["این دیگر نیست.", None]


# What is kept


async def test_words_that_alarm_only_after_others_are_dismissed_and_not_learned(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says("کو؟")
        await acting.customer_says(INSULT)
        await acting.customer_says("؟؟؟")
        answer = await acting.presses(acting.seller, "مشکلی نیست")
        assert answer.text is not None
        assert "یاد گرفت" not in answer.text
        assert "یاد گرفتم" not in acting.cards()[-1].text
        assert await lessons(acting) == []


async def test_a_dismissal_keeps_the_whole_message_its_turn_and_its_person(tmp_path: Path) -> None:
    long = f"{INSULT} {'خیلی ' * 80}"
    async with stage(tmp_path) as acting:
        await acting.customer_says(GREETING)
        await acting.customer_says(INSULT)
        await acting.presses(acting.seller, "مشکلی نیست")
        assert await lessons(acting) == [(INSULT, False, acting.seller, 2)]
        await acting.tells_bot(acting.seller, f"/check {long}")
        await acting.presses(acting.seller, "چرا؟")
        assert (await asked(acting))[-1] == long.strip()


async def test_a_correction_keeps_the_turn_it_was_given_at(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(GREETING)
        await acting.forwards_to_bot(acting.seller, acting.customer, GREETING)
        await acting.presses(acting.seller, "جا انداختی")
        await acting.tells_bot(acting.manager, "/check سلام، خسته نباشید")
        await acting.presses(acting.manager, "جا انداختی")
        assert await lessons(acting) == [
            (GREETING, True, acting.seller, 1),
            ("سلام، خسته نباشید", True, acting.manager, None),
        ]


async def test_another_sellers_conversation_is_not_shown(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        colleague = acting.world.add_user("لیلا").id
        both = frozenset({acting.seller, colleague})
        acting.settings = acting.settings.model_copy(update={"seller_ids": both})
        await acting.restart()
        await acting.customer_says(GREETING)
        for person, shown in ((colleague, False), (acting.seller, True), (acting.manager, True)):
            await acting.tells_bot(person, f"/check {GREETING}")
            assert ("در گفت‌وگوی خودش" in newest(acting, person)) is shown


async def test_a_customers_message_replied_to_is_found_in_its_place(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(GREETING)
        await acting.asks_bot_about(acting.seller, GREETING)
        assert "در گفت‌وگوی خودش" in newest(acting, acting.seller)


async def test_a_reply_to_arams_own_words_asks_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/help")
        number = acting.screens(acting.seller)[-1].id
        acting.world.send(acting.seller, acting.bot_id, text="/check", reply_to=number)
        await acting.settle()
        assert "فوروارد کنید" in newest(acting, acting.seller)
        assert await asked(acting) == []


async def test_media_without_words_cannot_be_read(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        said = await acting.customer_says("", media="voice")
        number = acting.messages(acting.seller, acting.customer)[-1]["id"]
        assert said is not None
        acting.world.forward(acting.seller, acting.customer, number, acting.bot_id)
        await acting.settle()
        assert "فقط نوشته را" in newest(acting, acting.seller)
        assert await asked(acting) == []


async def test_a_caption_is_read(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(INSULT, media="photo")
        number = acting.messages(acting.seller, acting.customer)[-1]["id"]
        acting.world.forward(acting.seller, acting.customer, number, acting.bot_id)
        await acting.settle()
        assert await asked(acting) == [INSULT]


async def test_pages_of_lessons_are_turned(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        for number in range(7):
            lesson = Lesson(f"پیام {number} تمام", alarm=False)
            await acting.app.ledger.write(
                lambda books, lesson=lesson: books.notebook.learn(  # type: ignore[misc]
                    lesson, by=acting.seller, turn_id=None
                )
            )
        await acting.tells_bot(acting.manager, "/lessons")
        assert "صفحهٔ ۱ از ۲" in newest(acting, acting.manager)
        assert "پیام 6 تمام" in newest(acting, acting.manager)
        await acting.presses(acting.manager, "قدیمی‌ترها")
        assert "پیام 0 تمام" in newest(acting, acting.manager)
        assert "پیام 6 تمام" not in newest(acting, acting.manager)
        await acting.presses(acting.manager, "↩️ ۷")
        await acting.presses(acting.manager, "↩️ ۶")
        assert "برگ" not in newest(acting, acting.manager), (
            "the last page has gone with its lessons"
        )
        assert len(acting.screens(acting.manager)[-1].buttons) == 5


# What fits a phone

WORDS = "ک" * 4000
MANY = tuple(
    Signal("anger", n % 3 != 0, n - 40.0, ("<&>" * 300,) * 9, Situation.ENDLESS_QUESTIONS)
    for n in range(80)
)
ASSESSMENT = Assessment(Tension.ABUSIVE, tuple(Situation), 0.987, MANY)
ADVICE = Advice(
    playbook="complaint",
    title="<شکایت>",
    step=1,
    steps=3,
    kind=StepKind.CLARIFY,
    advice="بپرسید & بشنوید",
    drafts=(WORDS, WORDS),
    needs_manager=False,
    more_words=False,
    more_steps=True,
)
LARGEST = Inquiry(
    id=2**31 - 1,
    by=1,
    text=WORDS,
    now=Opinion(ASSESSMENT, Move.ANEW, ADVICE),
    there=Opinion(replace(ASSESSMENT, tension=Tension.CALM), Quiet.CALM),
)
TAUGHT = KeptLesson(2**31 - 1, Lesson(WORDS, alarm=True), 1, 0.0, "<نگار>" * 20)
LARGEST_PAGE = Page((TAUGHT,) * 5, number=2**31 - 2, pages=2**31)


def drawings() -> list[Drawn]:
    taught = replace(LARGEST, lesson=TAUGHT)
    return [
        draw(inquiry, locale)
        for draw in (draw_inquiry, draw_why, draw_situations)
        for inquiry in (LARGEST, taught)
        for locale in (FA, EN)
    ] + [draw_page(LARGEST_PAGE, locale, 9e9) for locale in (FA, EN)]


@pytest.mark.parametrize("drawn", drawings())
def test_the_largest_message_has_room(drawn: Drawn) -> None:
    assert len(drawn.text) <= MOST_LETTERS
    assert drawn.keyboard is not None
    buttons = [button for row in drawn.keyboard.inline_keyboard for button in row]
    data = [button.callback_data for button in buttons if button.copy_text is None]
    assert all(each is not None and len(each.encode()) <= CALLBACK_BYTES for each in data)


def test_every_finding_is_told_with_words_and_weight() -> None:
    signals = (
        Signal("anger", True, 1.25, ("بسه",)),
        Signal("greeting", True, -0.5, ("سلام",)),
        Signal("phrase", True, 2.0, ("پولم", "پس"), Situation.REFUND_DEMAND),
        Signal("laughter", False, -1.0),
        Signal("hint", False, 0.5, ("گرون",), Situation.DISCOUNT_PRESSURE),
    )
    assessment = Assessment(Tension.HEATED, (), 0.62, signals)
    text = read(draw_why(Inquiry(1, 1, "کو؟", Opinion(assessment, Move.ANEW)), FA).text)
    assert "۶۲٪" in text
    found = text.split("\n\n")[1:]
    assert found == [
        "<b>به سود خبر کردن</b>\n"
        "+۲٫۰۰ واژه‌های روشن: پس گرفتن پول («پولم»، «پس»)\n"
        "+۱٫۲۵ خشم («بسه»)",
        "<b>به سود ساکت ماندن</b>\n−۰٫۵۰ سلام و احوال‌پرسی («سلام»)",
        "<b>گشتم و نبود، یا پس گرفته شد</b>\n"
        "– خنده و شوخی\n"
        "– نشانهٔ کم‌رنگ: فشار برای تخفیف («گرون»)",
    ]


def test_what_has_no_room_is_counted() -> None:
    text = read(draw_why(LARGEST, EN).text)
    assert "smaller signs" in text


def test_a_message_without_findings_says_so() -> None:
    empty = Opinion(Assessment(Tension.CALM, (), 0.0), Quiet.CALM)
    assert "نشانه‌ای پیدا نشد" in draw_why(Inquiry(1, 1, "کو؟", empty), FA).text


DAYS = [
    (0.0, "امروز"),
    (86_399.0, "امروز"),
    (86_400.0, "۱ روز پیش"),
    (40 * 86_400.0, "۴۰ روز پیش"),
]


@pytest.mark.parametrize(("seconds", "words"), DAYS)
def test_a_lesson_says_how_old_it_is(seconds: float, words: str) -> None:
    kept = KeptLesson(1, Lesson("کو؟", alarm=False), 1, 100.0)
    text = read(draw_page(Page((kept,)), FA, 100.0 + seconds).text)
    assert f"۱. مشکلی نبود · همکار · {words}" in text.replace("<b>", "").replace("</b>", "")
