"""A seller's own words on the stage: who may send what, and what no button offers."""

import asyncio
from pathlib import Path

from bot.sandbox.queries import CallbackAnswer
from handlers.stamps import bare
from tests.handlers.crew import HEATED, hire
from tests.handlers.presses import pressed
from tests.stage import Screen, Stage, stage

GOOD = "حق دارید، ببخشید که معطل شدید. همین الان پیگیری می‌کنم و تا ساعت شش خبرتان می‌کنم."
SEND_MINE = "همین را از طرف من بفرست"


async def weighed(acting: Stage, text: str = GOOD, *, by: int | None = None) -> Screen:
    """A customer is angry, and someone replies to the seller's card with a text."""
    await acting.customer_says(HEATED)
    card = acting.cards()[-1]
    acting.world.send(by or acting.seller, acting.bot_id, text=text, reply_to=card.id)
    await acting.settle()
    return acting.screens(by or acting.seller)[-1]


async def test_a_choice_of_somebody_else_is_gone(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        screen = await weighed(acting)
        data = next(value for label, value in screen.buttons.items() if SEND_MINE in label)
        colleague = await hire(acting, "بهار")
        for person in (colleague, acting.manager):
            await acting.tells_bot(person, "/start")
            await _feed(acting, pressed(acting, person, 900_000 + person % 1_000, data))
        assert "از طرف شما برای مشتری فرستاده شود" not in acting.cards()[-1].text
        assert bare(data).startswith("mine:")
        assert acting.chat(acting.customer, acting.seller) == [HEATED]


async def test_a_card_that_was_closed_meanwhile_asks_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await weighed(acting)
        await acting.presses(acting.seller, "مشکلی نیست")
        answer = await acting.presses(acting.seller, SEND_MINE)
        assert answer.alert is False
        assert "بسته" in (answer.text or "")


async def test_nothing_can_be_sent_where_the_right_is_gone(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        screen = await weighed(acting)
        acting.world.change_rights(acting.seller, [])
        await acting.settle()
        refused: CallbackAnswer = await acting.presses(acting.seller, SEND_MINE)
        assert refused.alert
        again = await weighed(acting, GOOD)
        assert not again.has_button("از طرف من")
        assert again.has_button("کپی ۱")
        assert screen.has_button(SEND_MINE)


async def test_it_speaks_the_readers_language(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/language")
        await acting.presses(acting.seller, "English")
        screen = await weighed(acting, "Not my problem. Take it or leave it.")
        assert screen.text.startswith("🌿 Take a breath, and don't send it yet.")
        assert "This sounds like brushing them off" in screen.text


async def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        screen = await weighed(acting, "<b>خفه شو</b> & \u202eبرو گمشو" + " دیگه" * 700)
        assert "<b>خفه شو</b> &" in screen.text
        assert len(screen.text) < 4_096


async def test_other_replies_go_their_own_way(tmp_path: Path) -> None:
    """A reply to what is no card is no reply of the seller's; commands stay commands."""
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/help")
        helped = acting.screens(acting.seller)[-1]
        acting.world.send(acting.seller, acting.bot_id, text="سلام", reply_to=helped.id)
        await acting.settle()
        assert "پاسخ شما به" not in acting.screens(acting.seller)[-1].text
        screen = await weighed(acting, "/language")
        assert screen.has_button("English")


async def _feed(acting: Stage, update: dict[str, object]) -> None:
    """An update that no client of ours made."""
    await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await asyncio.sleep(0)
    await acting.settle()
