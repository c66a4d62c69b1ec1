"""Made-up presses and messages: another's chat, another's card, another shop's numbers."""

from pathlib import Path
from typing import Any

from bot.core.press import Action
from handlers.card_button import CardButton
from tests.handlers.crew import HEATED, hire
from tests.handlers.presses import pressed
from tests.stage import Stage, stage


async def feed(acting: Stage, update: dict[str, Any]) -> None:
    await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await acting.settle()


async def test_a_colleagues_card_obeys_nobody_else(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        sara = await hire(acting, "سارا")
        await acting.customer_says(HEATED)
        before = acting.cards()[-1].text
        seen = len(acting.screens(sara))
        for number, action in enumerate(Action):
            data = f"1~{CardButton(card=1, action=action).pack()}"
            await feed(acting, pressed(acting, sara, 970_100 + number, data))
            assert acting.cards()[-1].text == before, action
        assert [each for each in acting.screens(sara)[seen:] if "کلاهبردار" in each.text] == []


async def test_nobody_presses_in_the_chat_of_another(tmp_path: Path) -> None:
    """Telegram lets nobody; where something pretends it, Aram draws nothing there."""
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        update = pressed(acting, acting.manager, 970_002, "1~pl:0")
        update["callback_query"]["message"]["chat"]["id"] = acting.customer
        acting.server.api.requests.clear()
        await feed(acting, update)
        assert [each.method for each in acting.server.api.requests] == []


async def test_nobody_writes_in_the_chat_of_another(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        message = {
            "message_id": 9,
            "date": 1,
            "chat": {"id": acting.customer, "type": "private"},
            "from": acting.world.users[acting.manager].card(),
            "text": "/team",
        }
        acting.server.api.requests.clear()
        await feed(acting, {"update_id": 970_003, "message": message})
        assert [each.method for each in acting.server.api.requests] == []


NO_BUTTONS = (
    *("", "~", "1~", "x~card:1:fine:0", "0~card:1:fine:0", "1~1~card:1:fine:0", "1~card"),
    *("1~card:", "1~card:-1:fine:0", "1~card:1:nonsense:0", "1~card:1e3:fine:0"),
    *("999999999~card:1:fine:0", "9999999999~card:1:fine:0", "1~" + "x" * 62),
)


async def test_what_is_no_button_changes_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        before = acting.cards()[-1]
        for number, data in enumerate(NO_BUTTONS):
            update = acting.app.dealing.read(pressed(acting, acting.seller, 970_200 + number, data))
            assert update is not None
            await acting.app.dealing.enter(update)
            await acting.settle()
            assert acting.cards()[-1] == before, data
        assert await acting.app.ledger.write(lambda books: books.inbox().asides()) == []
