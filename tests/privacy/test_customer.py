"""One customer: found by the owner in every way, taken out as a file, erased everywhere."""

import json
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from sqlalchemy import select
from sqlmodel import Session, col

from bot.core.stats import WHOLE
from bot.sandbox.clock import RunningClock
from bot.sandbox.demo import demo_world
from bot.store.purging import Purger
from bot.store.resealing import tables_with_words, words_in
from bot.store.tables import ConversationRow, DeedRow
from tests.privacy.files import INSULT, holds, quarrel, rename
from tests.privacy.test_retention import figures
from tests.stage import Stage, stage

MARKER = "شترمورچه"
OTHER = "کرگدنانه"


async def customer_asked_for(acting: Stage, words: str) -> str:
    """What the owner is shown who writes this."""
    await acting.tells_bot(acting.manager, words)
    return acting.screens(acting.manager)[-1].text


async def erase(acting: Stage) -> None:
    """The owner erases the customer on the screen, and is asked twice."""
    await acting.presses(acting.manager, "همه پاک شود")
    await acting.presses(acting.manager, "بله، پاک شود")
    await acting.presses(acting.manager, "بله، برای همیشه")


async def test_a_customer_is_erased_everywhere_and_counts_stay(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        rename(acting, f"نگار {MARKER}", "Negar_M")
        await quarrel(acting, MARKER, typed=False)
        await acting.presses(acting.seller, "مدیر را خبر کن")
        await acting.presses(acting.manager, "خودم پیگیری")
        await acting.presses(acting.seller, "مشکلی نیست")
        day = await acting.app.ledger.write(lambda books: books.summaries.today)
        before = await figures(acting, day)
        assert holds(tmp_path, MARKER)
        assert MARKER in await customer_asked_for(acting, f"/privacy {acting.customer}")
        await erase(acting)
        assert "پاک شد" in acting.screens(acting.manager)[-1].text
        assert not holds(tmp_path, MARKER)
        assert not holds(tmp_path, str(acting.customer))
        assert await figures(acting, day) == before
        waiting = await acting.app.ledger.write(lambda books: books.summaries.waiting(WHOLE))
        assert waiting == ()
        on_screens = [each.text for each in acting.cards() if MARKER in each.text]
        assert on_screens == []
        deed = acting.app.ledger.read(
            lambda session: session.execute(
                select(col(DeedRow.kind), col(DeedRow.about)).order_by(col(DeedRow.id).desc())
            ).first()
        )
        assert tuple(await deed or ()) == ("customer-erased", "[]")
        await acting.customer_says(f"سلام {OTHER}")
        who = select(col(ConversationRow.customer_id)).order_by(col(ConversationRow.id))
        kept = await acting.app.ledger.read(lambda s: s.execute(who).scalars().all())
        assert [each == acting.customer for each in kept] == [False, True]


async def test_a_customer_is_found_in_every_way_and_others_are_kept(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        rename(acting, f"نگار {MARKER}", "Negar_M")
        await acting.customer_says(f"{INSULT} {MARKER}")
        other = acting.world.add_user("لیلا").id
        await acting.customer_says(f"سلام، {OTHER} سفارش من کو؟", who=other)
        persian = str(acting.customer).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
        for words in (f"/privacy {persian}", "/privacy @negar_m", "/privacy Negar_M"):
            assert MARKER in await customer_asked_for(acting, words)
        for words in ("/privacy 404", "/privacy @nobody", f"/privacy {10**30}"):
            assert "نگه داشته نشده" in await customer_asked_for(acting, words)
        assert not holds(tmp_path, "negar_m")
        await acting.forwards_to_bot(acting.seller, acting.customer, f"{INSULT} {MARKER}")
        forwarded = acting.messages(acting.seller, acting.bot_id)
        number = next(m["id"] for m in reversed(forwarded) if m["text"] == f"{INSULT} {MARKER}")
        acting.world.forward(acting.seller, acting.bot_id, number, acting.manager)
        await customer_asked_for(acting, "/privacy @negar_m")
        await erase(acting)
        assert not holds(tmp_path, MARKER)
        assert holds(tmp_path, OTHER)
        assert "لیلا" in await customer_asked_for(acting, f"/privacy {other}")


async def test_an_owner_who_sells_replies_to_a_card_or_presses_its_button(tmp_path: Path) -> None:
    seller = demo_world(RunningClock()).roles["seller"]
    async with stage(tmp_path, owner_id=seller) as one:
        await one.customer_says(f"{INSULT} {MARKER}")
        card = one.cards()[-1]
        one.world.send(one.seller, one.bot_id, text="/privacy", reply_to=card.id)
        await one.settle()
        assert str(one.customer) in one.screens(one.seller)[-1].text
        await one.presses(one.seller, "جواب داد")
        await one.presses(one.seller, "داده‌های این مشتری")
        assert str(one.customer) in one.screens(one.seller)[-1].text
        await one.forwards_to_bot(one.seller, one.customer, f"{INSULT} {MARKER}")
        number = one.messages(one.seller, one.bot_id)
        mine = next(m["id"] for m in reversed(number) if m["text"] == f"{INSULT} {MARKER}")
        one.world.send(one.seller, one.bot_id, text="/privacy", reply_to=mine)
        await one.settle()
        assert str(one.customer) in one.screens(one.seller)[-1].text


async def test_all_that_is_kept_comes_as_a_file_in_plain_words(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        rename(acting, f"نگار {MARKER}")
        await quarrel(acting, MARKER)
        await customer_asked_for(acting, f"/privacy {acting.customer}")
        await acting.presses(acting.manager, "فایل همهٔ داده‌ها")
        chat = acting.world.chat(acting.manager, acting.bot_id)
        media = list(chat.messages.values())[-1].media
        assert media is not None
        told = json.loads(media.file.content)
        assert told["شمارهٔ تلگرام"] == acting.customer
        (talk,) = told["گفت‌وگوها"]
        assert talk["نام"] == f"نگار {MARKER}"
        said = [each["متن"] for each in talk["پیام‌ها"]]
        assert f"{INSULT} {MARKER}" in said
        assert talk["پیام‌ها"][1]["از"] == "مشتری"
        assert talk["قول‌ها و یادآورها"]


async def test_only_the_owner_decides_and_everybody_may_read(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says("سلام")
        await acting.tells_bot(acting.seller, f"/privacy {acting.customer}")
        screen = acting.screens(acting.seller)[-1]
        assert "۳۰ روز" in screen.text
        assert screen.buttons == {}
        await acting.tells_bot(acting.manager, "/privacy")
        await acting.presses(acting.manager, "۷ روز")
        assert "✓" in str(acting.screens(acting.manager)[-1].buttons)
        await acting.tells_bot(acting.seller, "/privacy")
        assert "۷ روز" in acting.screens(acting.seller)[-1].text
        await acting.tells_bot(acting.manager, "/audit")
        assert "۷ روز" in acting.screens(acting.manager)[-1].text


async def rows_with(acting: Stage, words: str) -> set[str]:
    """The columns of words in which these stand; each is read as the bot reads it."""

    def look(session: Session) -> set[str]:
        return {
            f"{table.name}.{name}"
            for table in tables_with_words()
            for name in words_in(table)
            for kept in session.execute(select(table.c[name])).scalars()
            if words in (kept or "")
        }

    return await acting.app.ledger.read(look)


@pytest.mark.parametrize("way", ["erased", "forgotten"])
async def test_the_same_on_postgresql(way: str, postgres_url: str, tmp_path: Path) -> None:
    clock = RunningClock()
    key = SecretStr(Fernet.generate_key().decode())
    kept = {"database_url": postgres_url, "words_keys": key}
    async with stage(tmp_path, clock=clock, **kept) as acting:
        rename(acting, f"نگار {MARKER}")
        await quarrel(acting, MARKER, typed=way == "forgotten")
        day = await acting.app.ledger.write(lambda books: books.summaries.today)
        before = await figures(acting, day)
        stood = await rows_with(acting, MARKER)
        assert {"turn.text", "card.face", "conversation.memory", "inquiry.text"} <= stood
        if way == "erased":
            await customer_asked_for(acting, f"/privacy {acting.customer}")
            await erase(acting)
        else:
            clock.advance(40 * 86_400.0)
            await Purger(acting.app.ledger).purge(acting.app.branches.shops.all())
        assert await rows_with(acting, MARKER) == set()
        assert await figures(acting, day) == before
