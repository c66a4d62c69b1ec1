"""Managers' commands, buttons, replies and files: who is served, and what nothing can break."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from annotated_types import Le

from bot.content.files import LARGEST_FILE
from bot.core.edition import Edition, Version
from bot.sandbox import talking
from bot.sandbox.files import FileStore, Media, StoredFile
from handlers.playbooks.buttons import ProposalButton, ProposalDeed, TextButton, TextDeed
from tests.handlers.presses import pressed
from tests.stage import Stage, stage

MANAGERS_ONLY = "برنامه‌ها را فقط مدیر فروشگاه"
MOST_LETTERS = 4096


@pytest_asyncio.fixture
async def one(tmp_path: Path) -> AsyncIterator[Stage]:
    async with stage(tmp_path) as acting:
        yield acting


async def edition(acting: Stage) -> Edition:
    return await acting.app.ledger.write(lambda books: books.versions.edition())


async def newest(acting: Stage, file: str) -> Version:
    return (await edition(acting)).versions[file]


def said_to(acting: Stage, person: int) -> str:
    return acting.screens(person)[-1].text


async def uploads(acting: Stage, person: int, name: str, raw: bytes, caption: str = "") -> None:
    stored = acting.world.files.add("document", content=raw, name=name)
    chat = acting.world.chat(person, acting.bot_id)
    media = Media("document", stored)
    talking.say(acting.world, chat, person, text=caption, media=media, reply_to=None)
    await acting.settle()


async def below_a_message(acting: Stage, person: int, *data: str) -> int:
    """A message of Aram's with these buttons, as an older or a made-up one; its number."""
    row = [
        InlineKeyboardButton(text=f"دکمه {n}", callback_data=each) for n, each in enumerate(data)
    ]
    await acting.app.bot.send_message(
        person, "پیام", reply_markup=InlineKeyboardMarkup(inline_keyboard=[row])
    )
    return acting.screens(person)[-1].id


async def replies(acting: Stage, person: int, to: int, text: str) -> None:
    acting.world.send(person, acting.bot_id, text=text, reply_to=to)
    await acting.settle()


async def edits_insult(acting: Stage, text: str) -> None:
    """The manager proposes new words for the first draft against insults."""
    version = await newest(acting, "fa/insult.yaml")
    said = TextButton(version=version.number, at="steps.0.drafts.0", deed=TextDeed.SET)
    to = await below_a_message(acting, acting.manager, said.pack())
    await replies(acting, acting.manager, to, text)


# Who is served


async def test_a_seller_who_makes_up_presses_and_replies_changes_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await edits_insult(acting, "متن پیشنهادی مدیر.")
        before = await edition(acting)
        number = before.versions["fa/insult.yaml"].number
        made_up = (
            "pl:0",
            "po:insult:fa:1",
            f"pt:{number}:steps.0.advice:e",
            f"pt:{number}:steps.0.drafts.0:r",
            f"px:{number}:0",
            f"pd:{number}",
            "pf:insult:fa",
            "pp:1:p",
            "pp:1:d",
            "pp:1:t",
            f"ph:{number}:0",
            f"pv:{number}:0:0:0",
            f"pr:{number}",
        )
        to = await below_a_message(acting, acting.seller, *made_up)
        count = len(acting.screens(acting.seller))
        for number_of_button in range(len(made_up)):
            answer = await acting.presses(acting.seller, f"دکمه {number_of_button}")
            assert MANAGERS_ONLY in (answer.text or "")
        assert len(acting.screens(acting.seller)) == count
        said = TextButton(version=number, at="steps.0.advice", deed=TextDeed.SET)
        to = await below_a_message(acting, acting.seller, said.pack())
        await replies(acting, acting.seller, to, "متن فروشنده.")
        assert MANAGERS_ONLY in said_to(acting, acting.seller)
        assert (await edition(acting)).number == before.number


async def test_strangers_hear_nothing_of_playbooks(tmp_path: Path) -> None:
    async with stage(tmp_path, owner_id=None, seller_ids=frozenset()) as acting:
        for words in ("/playbooks", "/help"):
            await acting.tells_bot(acting.manager, words)
            screen = acting.screens(acting.manager)[-1].text
            assert "هنوز مالک ندارد" in screen
            assert "/playbooks" not in screen


async def test_the_managers_menu_has_the_managers_commands(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/help")
        await acting.tells_bot(acting.seller, "/help")
        menus = acting.world.bots[acting.bot_id].commands
        own = menus[f"chat:{acting.manager}", ""]
        assert {"playbooks", "try", "start", "help"} <= {each["command"] for each in own}
        assert (f"chat:{acting.seller}", "") not in menus


# Once and never twice


async def test_a_second_press_of_publish_publishes_nothing_more(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await edits_insult(acting, "متن تازه برای توهین.")
        data = next(
            value
            for label, value in acting.screens(acting.manager)[-1].buttons.items()
            if "منتشر" in label
        )
        await acting.presses(acting.manager, "منتشر کن")
        published = await newest(acting, "fa/insult.yaml")
        for update_id in (900_001, 900_001, 900_002):
            update = pressed(acting, acting.manager, update_id, data)
            await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
            await acting.settle()
        assert await newest(acting, "fa/insult.yaml") == published
        assert f"نسخهٔ {published.number}".translate(PERSIAN) in said_to(acting, acting.manager)


async def test_what_was_dropped_cannot_be_published(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        before = await edition(acting)
        await edits_insult(acting, "متن تازه برای توهین.")
        publish = ProposalButton(proposal=1, deed=ProposalDeed.PUBLISH).pack()
        await acting.presses(acting.manager, "✖️")
        update = pressed(acting, acting.manager, 900_001, publish)
        await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
        await acting.settle()
        assert (await edition(acting)).number == before.number
        assert "کنار گذاشته شد" in said_to(acting, acting.manager)


# What a button or a reply may name


@pytest.mark.parametrize(
    "data",
    [
        "pt:999999:steps.0.advice:s",  # no such version
        "pt:{number}:steps.99.advice:s",  # no such step
        "pt:{number}:id:s",  # a text, but not one that is edited here
        "pt:{number}:signals.phrases.0:s",
        "pt:{number}:steps.0.kind:s",
        "pt:{number}:steps.0.drafts.0.x:s",
        "pt:{number}:examples.fires.0:i",  # a list, but not of drafts
        "pt:{number}:steps.0.drafts.77:i",
        "pt:{shop}:name:s",  # a file that is no playbook's
    ],
)
async def test_a_reply_to_what_is_not_there_changes_nothing(data: str, tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        number = (await newest(acting, "fa/insult.yaml")).number
        to = await below_a_message(
            acting, acting.manager, data.format(number=number, shop=number + 10**6)
        )
        await replies(acting, acting.manager, to, "متن تازه")
        assert "این دیگر در کار نیست" in said_to(acting, acting.manager)
        proposal = await acting.app.ledger.write(lambda books: books.versions.proposal(1))
        assert proposal is None


@pytest.mark.parametrize(
    "data", ["po:nothing:fa:0", "pt:0:x:e", "px:0:1", "pd:0", "pp:77:p", "pp:77:t", "pv:0:0:0:0"]
)
async def test_a_button_of_what_is_gone_says_so(data: str, tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await below_a_message(acting, acting.manager, data)
        answer = await acting.presses(acting.manager, "دکمه 0")
        assert answer.text
        assert "این دکمه دیگر کار نمی‌کند" not in answer.text


async def test_a_reply_without_words_asks_for_words(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        number = (await newest(acting, "fa/insult.yaml")).number
        to = await below_a_message(acting, acting.manager, f"pt:{number}:steps.0.advice:s")
        acting.world.send(acting.manager, acting.bot_id, media="voice", reply_to=to)
        await acting.settle()
        assert "متن تازه را با واژه بنویسید" in said_to(acting, acting.manager)


async def test_somebody_elses_message_with_such_words_is_no_place_to_reply(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "pt:1:steps.0.advice:s")
        own = acting.messages(acting.manager, acting.bot_id)[-2]["id"]
        await replies(acting, acting.manager, own, "متن تازه")
        assert "آرام چه کار می‌کند؟" in said_to(acting, acting.manager)


@pytest.mark.parametrize(
    "data",
    [
        *("pd:{}", "pr:{}", "px:{}:0", "pv:{}:0:0:0", "ph:{}:0", "ph:0:{}", "pt:{}:title:e"),
        *("pp:{}:p", "pp:{}:d", "pp:{}:t", "pp:{}:a", "try:{}", "replay:{}"),
    ],
)
async def test_a_number_that_no_database_holds_is_an_old_button(
    data: str, one: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    for number in (2**31, 2**63):
        await below_a_message(one, one.manager, data.format(number))
        answer = await one.presses(one.manager, "دکمه 0")
        assert "دیگر" in (answer.text or "")
    assert "failed" not in caplog.text


def test_every_number_on_a_button_has_an_end() -> None:
    kinds = [kind for kind in CallbackData.__subclasses__() if kind.__module__.startswith("hand")]
    assert len(kinds) > 12
    for kind in kinds:
        for name, field in kind.model_fields.items():
            if field.annotation is int:
                assert any(isinstance(each, Le) for each in field.metadata), (kind, name)


@pytest.mark.parametrize("data", ["pf:{}:fa", "pf:x:{}", "po:{}:fa:0", "po:insult:{}:0"])
async def test_the_longest_made_up_name_is_gone_and_breaks_nothing(
    data: str, one: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    filled = data.format("x" * (64 - len(data) + 2))
    assert len(filled) == 64
    await below_a_message(one, one.manager, filled)
    answer = await one.presses(one.manager, "دکمه 0")
    assert ("دیگر در کار نیست" in (answer.text or "")) is ("insult" not in data)
    assert "failed" not in caplog.text


# Texts and files of every kind


class Lost(FileStore):
    """Files that Telegram knows of, and does not give."""

    def by_path(self, path: str) -> StoredFile | None:
        return None


async def test_a_file_that_cannot_be_fetched_is_asked_for_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path) as acting:
        acting.server.api.state.files = acting.world.files = Lost()
        with caplog.at_level("DEBUG"):
            await uploads(acting, acting.manager, "insult.fa.yaml", b"id: insult")
        assert "از تلگرام گرفته نشد" in said_to(acting, acting.manager)
        assert acting.world.bots[acting.bot_id].token not in caplog.text
        assert "failed" not in caplog.text


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp; \"گیومه\" 'دیگر' : # - {x",
        "خط یک\nخط دو\n\nخط چهار",
        "- فهرست؟",
        "\u202eوارونه\u2069",
        "😀" * 100,
        "*نشانه",
        "@کس",
        "ب" * 4000,
    ],
)
async def test_any_words_are_shown_or_refused_and_never_break_the_bot(
    text: str, tmp_path: Path
) -> None:
    async with stage(tmp_path) as acting:
        await edits_insult(acting, text)
        screen = acting.screens(acting.manager)[-1]
        shown = screen.has_button("منتشر کن") or "منتشر نمی‌شود" in screen.text
        assert shown, screen.text
        if screen.has_button("منتشر کن"):
            await acting.presses(acting.manager, "منتشر کن")
            assert "شد:" in said_to(acting, acting.manager)


async def test_marks_of_direction_that_copying_brings_along_are_not_kept(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await edits_insult(acting, "\u200f\u2068خط یک\u2069\n\u200fمی‌شود: خط دو")
        await acting.presses(acting.manager, "منتشر کن")
        text = (await newest(acting, "fa/insult.yaml")).text or ""
        assert "خط یک" in text
        assert "می‌شود: خط دو" in text
        assert not set("\u200f\u2068\u2069") & set(text)


async def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await uploads(acting, acting.manager, "insult.fa.yaml", b"#" * (LARGEST_FILE + 1))
        assert "کیلوبایت" in said_to(acting, acting.manager)


async def test_a_new_playbook_is_added_by_a_file(tmp_path: Path) -> None:
    written = (
        "id: gift_wrap\ntitle: کادوپیچی\nwhen:\n  situations: [own]\nsignals:\n  phrases:\n"
        "    - کادوپیچش افتضاح\nsteps:\n  - kind: acknowledge_feelings\n"
        "    advice: درکش کنید.\n    drafts:\n      - حق دارید، دوباره برایتان می‌پیچیم.\n"
    )
    async with stage(tmp_path) as acting:
        raw = b"\xef\xbb\xbf" + written.replace("\n", "\r\n").encode()  # as Windows saves it
        await uploads(acting, acting.manager, "gift_wrap.fa.yaml", raw)
        assert "فایل تازه: fa/gift_wrap.yaml" in said_to(acting, acting.manager)
        await acting.presses(acting.manager, "منتشر کن")
        assert (await newest(acting, "fa/gift_wrap.yaml")).text == written
        await acting.presses(acting.manager, "📘 برنامه")
        assert "موقعیت خودِ فروشگاه" in said_to(acting, acting.manager)


async def test_a_whole_rewritten_file_comes_with_its_difference_as_a_document(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        text = (await newest(acting, "fa/complaint.yaml")).text or ""
        changed = "".join(
            f"{line} # {number}\n"
            if line.strip().startswith("- ") and '"' not in line
            else f"{line}\n"
            for number, line in enumerate(text.splitlines())
        )
        await uploads(acting, acting.manager, "complaint.fa.yaml", changed.encode())
        proposal, document = acting.messages(acting.manager, acting.bot_id)[-2:]
        assert "همه‌اش در فایل زیر آمده" in proposal["text"]
        assert len(proposal["text"].encode("utf-16-le")) // 2 <= MOST_LETTERS
        assert document["media"]["name"] == "fa-complaint.yaml.difference.txt"


PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
