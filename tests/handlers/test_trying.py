"""/try and the replay of the last days: who is served, what is shown, and that nothing goes out."""

import asyncio
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from aiogram.methods import AnswerCallbackQuery
from sqlalchemy import func, select
from sqlmodel import SQLModel

from bot.app import build_locales
from bot.core.advice import Advice
from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.coach import Coach
from bot.core.conversation import Channel, Turn, Who
from bot.core.edition import Change as PlaybookChange
from bot.core.edition import Deed, Edition, Way
from bot.core.pace import Move, Quiet
from bot.core.playbook import StepKind
from bot.core.rehearsal import Change, Compared, Difference, Replay, Shown, Talk
from bot.errors import ContentError
from bot.publishing.forge import Forge
from bot.publishing.office import Office
from bot.publishing.publisher import Prepared
from bot.settings import ROOT
from bot.store.tables import CardRow, ConversationRow, InquiryRow, LetterRow, TurnRow, table_of
from handlers.playbooks.buttons import ReplayButton, TryButton
from handlers.trying.cards import draw_trial, draw_usage
from handlers.trying.results import SHOWN_OF_EACH, Looked, draw_looking, draw_replay
from tests.handlers.presses import pressed
from tests.stage import PATIENCE_SECONDS, Stage, read, stage

INSULT, GREETING = "احمقای بیشعور", "سلام وقتتون بخیر"
WEDDING = "سلام، کارت هدیهٔ طلایی‌تون رو برای عروسی می‌خوام"
OWN = """\
id: gift_card
title: کارت هدیه
priority: 40
when:
  situations: [own]
signals:
  phrases:
    - کارت هدیه*
steps:
  - kind: answer_briefly
    advice: بگویید کارت هدیه را همان روز می‌فرستیم.
    drafts:
      - "[{customer} عزیز، ]کارت هدیه را همین امروز می‌فرستیم."
  - kind: ask_need
    advice: بپرسید برای چه روزی می‌خواهد.
    drafts:
      - برای چه روزی لازمش دارید؟
examples:
  fires:
    - کارت هدیهٔ صد تومنی دارین؟
    - کارت هدیه می‌خوام برای مامانم
    - میشه کارت هدیه بفرستین؟
"""
LOCALES = build_locales()
FA, EN = LOCALES.get("fa"), LOCALES.get("en")
MOST_LETTERS = 4096
LONG_PATIENCE_SECONDS = 120.0
KEPT = (CardRow, ConversationRow, InquiryRow, LetterRow, TurnRow)


def newest(acting: Stage, person: int) -> str:
    return acting.screens(person)[-1].text


async def counts(acting: Stage) -> list[int]:
    """How many rows there are of everything that a message of a customer's leads to."""
    return [await rows(acting, table) for table in KEPT]


async def rows(acting: Stage, table: type[SQLModel]) -> int:
    found = select(func.count()).select_from(table_of(table))
    return await acting.app.ledger.read(lambda session: session.execute(found).scalar_one())


async def propose(
    acting: Stage, file: str, text: str | None, *, deed: Deed = Deed.EDIT, is_on: bool = True
) -> int:
    """The manager proposes a change; its number."""
    edition = await acting.app.ledger.write(lambda books: books.versions.edition())
    base = edition.newest(file)
    change = PlaybookChange(
        file=file,
        text=text if text is not None or base is None else base.text,
        is_on=is_on,
        deed=deed,
        way=Way.CHAT,
        base=base.number if base is not None else None,
        by=acting.manager,
        by_name="نگار",
    )
    office: Office = acting.app.branches.first.office
    outcome = await office.prepare(change)
    assert isinstance(outcome, Prepared), outcome
    return outcome.proposal


def turned_off(acting: Stage, file: str) -> Any:
    return propose(acting, file, None, deed=Deed.TURN_OFF, is_on=False)


async def press(acting: Stage, person: int, data: str, *, number: int = 900_000) -> None:
    """A press as a client may make it up: on the newest message of Aram's, with any data."""
    update = pressed(acting, person, number, data)
    await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await acting.settle()


async def replayed(acting: Stage, proposal: int) -> str:
    """The result of a replay as the manager reads it; the promise has become the result."""
    shown = len(acting.screens(acting.manager))
    await press(acting, acting.manager, ReplayButton(proposal=proposal).pack())
    await acting.wait_until(lambda: len(acting.screens(acting.manager)) > shown)
    async with asyncio.timeout(LONG_PATIENCE_SECONDS):
        while "🔁" not in newest(acting, acting.manager):
            await asyncio.sleep(0.02)
    await asyncio.sleep(1.0)  # the task ends once the bot has Telegram's answer
    assert len(acting.screens(acting.manager)) == shown + 1
    return newest(acting, acting.manager)


# Who is served


async def test_only_managers_may_try(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/start")
        number = await turned_off(acting, "fa/insult.yaml")
        await acting.tells_bot(acting.seller, f"/try {INSULT}")
        assert "فقط مدیر" in newest(acting, acting.seller)
        before = len(acting.screens(acting.seller))
        for kind in (ReplayButton, TryButton):
            await press(acting, acting.seller, kind(proposal=number).pack())
        assert len(acting.screens(acting.seller)) == before


async def test_a_change_that_waits_no_more_is_not_tried(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/start")
        number = await turned_off(acting, "fa/insult.yaml")
        office: Office = acting.app.branches.first.office
        assert await office.drop(number, acting.manager)
        before = len(acting.screens(acting.manager))
        for gone in (number, number + 1):
            for kind in (ReplayButton, TryButton):
                await press(acting, acting.manager, kind(proposal=gone).pack())
        assert len(acting.screens(acting.manager)) == before
        await acting.tells_bot(acting.manager, f"/try {INSULT}")
        assert "با تغییر شما" not in newest(acting, acting.manager)


# One message


async def test_a_message_is_tried_with_what_is_in_force_and_with_ones_own_change(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, f"/try {INSULT}")
        text = newest(acting, acting.manager)
        assert "توهین" in text
        assert "گام ۱ از" in text
        assert "با تغییر شما" not in text
        assert acting.screens(acting.manager)[-1].buttons == {}
        await acting.tells_bot(acting.manager, "/try")
        assert "پس از /try متن را بنویسید" in newest(acting, acting.manager)

        number = await turned_off(acting, "fa/insult.yaml")
        before = await counts(acting)
        await acting.tells_bot(acting.manager, f"/try {INSULT}")
        now, then = newest(acting, acting.manager).split("با تغییر شما در fa/insult.yaml:")
        assert "توهین و بددهانی" in now
        assert "توهین و بددهانی" not in then
        await acting.tells_bot(acting.manager, f"/try {GREETING}")
        text = newest(acting, acting.manager)
        assert "ساکت می‌ماندم" in text
        assert "با تغییر شما هم همین می‌شود" in text
        await press(acting, acting.manager, TryButton(proposal=number).pack())
        assert "fa/insult.yaml" in newest(acting, acting.manager)

        said = acting.screens(acting.manager)[-1].id
        acting.world.send(acting.manager, acting.bot_id, text="/try", reply_to=said)
        await acting.settle()
        assert "آزمایش" in newest(acting, acting.manager), "a reply takes the words it replies to"
        assert await counts(acting) == before, "nothing was posted or kept"
        assert acting.cards() == []


# The last days


async def test_the_last_days_are_replayed_with_a_change(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/start")
        maryam = acting.world.add_user("مریم").id
        await acting.customer_says(INSULT)
        await acting.customer_says(WEDDING, who=maryam)
        sellers = acting.screens(acting.seller)
        before = await counts(acting)

        comment = (ROOT / "playbooks/fa/insult.yaml").read_text("utf-8") + "# همان\n"
        text = await replayed(acting, await propose(acting, "fa/insult.yaml", comment))
        assert "۲ گفت‌وگو، ۲ پیام مشتری" in text
        assert "هیچ کارتی عوض نمی‌شد" in text

        text = await replayed(acting, await turned_off(acting, "fa/insult.yaml"))
        assert "کارت جور دیگری می‌شد" in text or "کارت دیگر نمی‌آمد" in text
        assert INSULT in text
        assert "الان: «توهین و بددهانی»، گام ۱ از" in text
        assert "با تغییر: «توهین و بددهانی»" not in text

        text = await replayed(
            acting, await propose(acting, "fa/gift_card.yaml", OWN, deed=Deed.ADD)
        )
        assert "➕ ۱ کارت تازه می‌آمد" in text
        assert "مریم" in text
        assert "الان: سکوت" in text
        assert "با تغییر: «کارت هدیه»، گام ۱ از ۲" in text
        assert "همین حالا" in text, "when it was said"

        assert await counts(acting) == before, "nothing was posted or kept"
        assert acting.screens(acting.seller) == sellers
        assert acting.written_to_customers() == []


class HeldForge:
    """Gives its coaches out once it is let go; breaks where it is told to."""

    def __init__(self, forge: Forge) -> None:
        self._forge = forge
        self.go = Event()
        self.is_broken = False

    def coach(self, edition: Edition) -> Coach:
        assert self.go.wait(PATIENCE_SECONDS)
        if self.is_broken:
            raise ContentError("error-playbooks-missing", folder="x")
        return self._forge.coach(edition)


async def test_the_press_is_answered_before_the_replay_is_done_and_only_one_goes_on(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        dispatcher = acting.app.dispatcher
        held = dispatcher["trial_forge"] = HeldForge(dispatcher["trial_forge"])
        answers = await answered(acting)
        await acting.tells_bot(acting.manager, "/start")
        button = ReplayButton(proposal=await turned_off(acting, "fa/insult.yaml")).pack()

        await press(acting, acting.manager, button)
        await acting.wait_until(lambda: "⏳" in newest(acting, acting.manager))
        await acting.customer_says(INSULT)
        assert len(acting.cards()) == 1, "customers are heard meanwhile"
        await press(acting, acting.manager, button)
        assert answers == [None, FA.say("replay-busy")]
        held.go.set()
        await acting.wait_until(lambda: "🔁" in newest(acting, acting.manager))
        await asyncio.sleep(1.0)  # the task ends once the bot has Telegram's answer

        held.is_broken = True
        await press(acting, acting.manager, button)
        await acting.wait_until(lambda: "مرور نیمه‌کاره ماند" in newest(acting, acting.manager))
        await acting.tells_bot(acting.manager, f"/try {INSULT}")
        assert read(FA.say("error-playbooks-missing", folder="x")) in newest(acting, acting.manager)


async def answered(acting: Stage) -> list[str | None]:
    """What presses are answered with, from now on."""
    answers: list[str | None] = []

    async def note(make_request: Any, bot: Any, method: Any) -> Any:
        if isinstance(method, AnswerCallbackQuery):
            answers.append(method.text)
        return await make_request(bot, method)

    acting.app.bot.session.middleware(note)
    return answers


# What it looks like


def shown(text: str, advice: Advice | None, *, number: int = 0) -> Shown:
    signal = Signal("phrase", True, 2.0, ("ب" * 20,), Situation.INSULT)
    found = Assessment(Tension.HEATED, (Situation.INSULT,), 0.9, (signal,))
    turn = Turn(Who.CUSTOMER, text, 0.0)
    if advice is None:
        return Shown(number, turn, found, Quiet.CALM)
    return Shown(number, turn, found, Move.ANEW, 1, advice)


def advice(title: str = "شکایت", words: str = "چشم", *, step: int = 1) -> Advice:
    return Advice(
        playbook=title,
        title=title,
        step=step,
        steps=4,
        kind=StepKind.ACKNOWLEDGE_FEELINGS,
        advice=words,
        drafts=(words, words),
        needs_manager=True,
        more_words=False,
        more_steps=True,
    )


def found(*changes: tuple[Change, Shown, Shown], customer: str = "مریم", turns: int = 40) -> Replay:
    talk = Talk("t", Channel.CHAT, (), customer=customer)
    differences = tuple(Difference(talk, *change) for change in changes)
    return Replay((Compared(talk, turns, 3, differences),))


LOOKED = Looked("fa/complaint.yaml", 7, 3_600.0)
LONG, HOSTILE = "و" * 60 + " ", "<b>&</blockquote>\u202e\u2069"


def letters(text: str) -> int:
    """As Telegram counts: UTF-16 units of what is left once the tags are read."""
    return len(unescape(re.sub(r"<[^>]+>", "", text)).encode("utf-16-le")) // 2


@pytest.mark.parametrize("locale", [FA, EN], ids=["fa", "en"])
def test_the_longest_cards_fit_a_message(locale: Any) -> None:
    long = advice(LONG * 2, LONG * 40)
    drawn = draw_trial(shown(LONG * 99, long), shown(LONG * 99, replace(long, step=2)), "f", locale)
    assert letters(drawn.text) <= MOST_LETTERS
    assert drawn.keyboard is None


@pytest.mark.parametrize("locale", [FA, EN], ids=["fa", "en"])
def test_of_many_cards_as_many_are_shown_as_have_room(locale: Any) -> None:
    here, there = shown(LONG * 9, advice(LONG)), shown(LONG * 9, advice(LONG, LONG * 3))
    many = [(change, here, there) for change in Change for _ in range(40)]
    text = draw_replay(found(*many, customer=LONG * 2), LOOKED, locale).text
    assert letters(text) <= MOST_LETTERS
    for change in Change:
        assert locale.say(f"replay-{change.value}", count=40) in text
    assert len(re.findall(r"<blockquote>", text)) >= len(Change), "each kind is shown"
    assert text.count("<blockquote>") == text.count("</blockquote>")


def test_up_to_ten_cards_of_a_kind_are_shown() -> None:
    many = [(Change.VANISHES, shown("کو؟", advice()), shown("کو؟", None)) for _ in range(12)]
    text = read(draw_replay(found(*many), LOOKED, FA).text)
    assert text.count("الان: «شکایت»، گام ۱ از ۴") == SHOWN_OF_EACH
    assert "… و ۲ کارت دیگر" in text


def test_a_card_says_who_when_what_and_both_steps() -> None:
    text = read(
        draw_replay(
            found((Change.DIFFERS, shown("کو؟", advice()), shown("کو؟", advice("توهین", step=2)))),
            LOOKED,
            FA,
        ).text
    )
    for words in (
        "۷ روز گذشته، با تغییر شما در fa/complaint.yaml",
        "۱ گفت‌وگو، ۴۰ پیام مشتری",
        "✏️ ۱ کارت جور دیگری می‌شد",
        "✔️ ۳ کارت همان می‌ماند",
        "<b>مریم</b> · ۱۱ دی ۱۳۴۸",
        "۱ ساعت پیش",
        "<blockquote>کو؟</blockquote>",
        "الان: «شکایت»، گام ۱ از ۴",
        "با تغییر: «توهین»، گام ۲ از ۴",
        "چیزی برای فروشنده‌ها فرستاده نشد",
    ):
        assert words in text


def test_the_same_step_in_other_words_shows_the_words() -> None:
    change = (Change.DIFFERS, shown("کو؟", advice()), shown("کو؟", advice(words="به روی چشم")))
    assert "واژه‌های تازه: «به روی چشم»" in read(draw_replay(found(change), LOOKED, FA).text)


def test_silence_is_said_in_words() -> None:
    text = read(draw_trial(shown(GREETING, None), shown(GREETING, advice()), "f", FA).text)
    now, then = text.split("با تغییر شما در f")
    assert "ساکت می‌ماندم" in now
    assert "گام ۱ از ۴" in then


@pytest.mark.parametrize(
    ("replay", "words"),
    [
        # nobody wrote
        (Replay(()), "مشتری‌ای چیزی ننوشته است"),
        # nothing would change
        (found(), "هیچ کارتی عوض نمی‌شد"),
    ],
)
def test_nothing_to_show_is_said_in_words(replay: Replay, words: str) -> None:
    assert words in read(draw_replay(replay, LOOKED, FA).text)


def test_more_than_is_read_is_said() -> None:
    text = read(draw_replay(found(), replace(LOOKED, is_cut=True), FA).text)
    assert "بیش از این بود" in text


def test_hostile_words_stay_words() -> None:
    here, there = shown(HOSTILE, advice(HOSTILE, HOSTILE)), shown(HOSTILE, advice("x", HOSTILE))
    replay = draw_replay(found((Change.DIFFERS, here, there), customer=HOSTILE), LOOKED, FA).text
    trial = draw_trial(here, there, HOSTILE, FA).text
    usage = draw_usage(FA, HOSTILE).text + draw_looking(replace(LOOKED, file=HOSTILE), FA).text
    for text in (replay, trial, usage):
        assert "<b>&<" not in text
        assert "\u202e" not in text
        assert text.count("<b>") == text.count("</b>")
        assert text.count("<blockquote>") == text.count("</blockquote>")
