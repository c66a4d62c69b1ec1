"""What is handed over: gathered over a restart, hidden accounts, kept no longer than needed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.app import build_locales
from bot.core.assessment import Tension
from bot.core.inquiry import Handed
from bot.store.tables import InquiryRow, PileRow
from handlers.inquiry import Step, draw_inquiry
from tests.handlers.test_teaching import LARGEST
from tests.stage import Stage, stage

ANGRY = "سه هفته‌ست منتظرم، خجالت بکشید! پولمو پس بدید"
FA, EN = (build_locales().get(name) for name in ("fa", "en"))
STRANGERS = "این ربات برای همکاران یک فروشگاه است"


async def piles(acting: Stage) -> list[tuple[str, bool]]:
    """Of every pile: its pieces, and whether it has been read."""
    found = select(col(PileRow.pieces), col(PileRow.read_at)).order_by(col(PileRow.id))
    rows = await acting.app.ledger.read(lambda session: session.execute(found).all())
    return [(pieces, read_at is not None) for pieces, read_at in rows]


async def asked(acting: Stage) -> list[str]:
    found = select(col(InquiryRow.text)).order_by(col(InquiryRow.id))
    return list(await acting.app.ledger.read(lambda session: session.scalars(found).all()))


def forwarded(acting: Stage, number: int, text: str, origin: dict[str, Any]) -> dict[str, Any]:
    """An update with a forwarded message, as Telegram sends it."""
    return {
        "update_id": 910_000 + number,
        "message": {
            "message_id": 5_000 + number,
            "date": 2_000,
            "chat": {"id": acting.seller, "type": "private", "first_name": "نگار"},
            "from": acting.world.users[acting.seller].card(),
            "text": text,
            "forward_origin": {"date": 1_000 + number, **origin},
        },
    }


async def test_hidden_accounts_are_told_apart_by_name_and_updates_come_twice(
    tmp_path: Path,
) -> None:
    customer = {"type": "hidden_user", "sender_user_name": "سارا <b>محمدی"}
    seller = {"type": "user", "sender_user": {"id": 0, "is_bot": False, "first_name": "نگار"}}
    async with stage(tmp_path) as acting:
        seller["sender_user"] = acting.world.users[acting.seller].card()
        updates = [
            forwarded(acting, 2, ANGRY, customer),
            forwarded(acting, 1, "سلام، بررسی می‌کنم", seller),
            forwarded(acting, 0, "سلام سفارشم کو؟", customer),
        ]
        for update in (*updates, *updates):
            await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
        await acting.settle()
        assert await asked(acting) == [ANGRY]
        text = acting.screens(acting.seller)[-1].text
        assert "سارا <b>محمدی ·" in text
        assert "۲ پیام از مشتری، ۱ از شما" in text
        assert await piles(acting) == [("[]", True)]


async def test_what_was_handed_over_before_a_restart_is_answered_after_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        for text in ("سلام سفارشم کو؟", ANGRY):
            acting.world.send(acting.customer, acting.seller, text=text)
        await acting.settle()
        for message in acting.messages(acting.seller, acting.customer)[-2:]:
            acting.world.forward(acting.seller, acting.customer, message["id"], acting.bot_id)
        queue = acting.world.bots[acting.bot_id].queue
        await acting.wait_until(lambda: len(queue) == 0)
        before = len(acting.screens(acting.seller))
        assert await asked(acting) == []
        await acting.restart()
        assert await asked(acting) == [ANGRY]
        assert len(acting.screens(acting.seller)) == before + 1


async def test_strangers_hand_over_nothing_and_a_guess_keeps_words_no_longer_than_a_day(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        await acting.tells_bot(stranger, f"مشتری: {ANGRY}\nمن: بله")
        acting.world.send(
            stranger, acting.bot_id, media="document", file_name="a.txt", content=ANGRY.encode()
        )
        await acting.settle()
        assert all(STRANGERS in screen.text for screen in acting.screens(stranger))
        assert (await piles(acting), await asked(acting)) == ([], [])

        await acting.tells_bot(acting.seller, f"سارا:\n{ANGRY}\n\nلیلا:\nچشم")
        ((pieces, _),) = await piles(acting)
        assert ANGRY in pieces
        ledger = acting.app.ledger
        await ledger.write(lambda books: books.piles.forget(books.now + 1))
        answer = await acting.presses(acting.seller, "برعکس")
        assert answer.text == "این دیگر نیست."
        assert "گام ۱" in acting.screens(acting.seller)[-1].text
        assert await piles(acting) == []


HANDED = Handed(
    way="mail",
    customer="ک" * 300,
    seller="<" * 300,
    is_guess=True,
    customer_turns=80,
    seller_turns=70,
    unread=9,
    left_out=9,
    is_cut=True,
    subject="&" * 500,
    course=(Tension.ABUSIVE,) * 80,
    point=("ک" * 180,) * 3,
)


@pytest.mark.parametrize("locale", [FA, EN])
def test_the_largest_answer_has_room(locale: Any) -> None:
    drawn = draw_inquiry(replace(LARGEST, handed=HANDED), locale)
    assert len(drawn.text) <= 4096
    assert drawn.keyboard is not None
    buttons = [button for row in drawn.keyboard.inline_keyboard for button in row]
    data = [button.callback_data for button in buttons if button.callback_data]
    assert any(Step.SWAP in each for each in data)
    assert all(len(each.encode()) <= 58 for each in data), "a shop's stamp has no room"
