"""Inside a shop's bot: the shop keeps all that is its own, and Aram gets what is Aram's."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram.ext import InvalidCallbackData

from handlers.ptb_host import _restored as restored
from tests.hosts.hosted import HostedStage, MakeHost, hosted
from tests.hosts.shops import PRICE, AiogramShop, PtbShop

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


@pytest.fixture(params=[AiogramShop, PtbShop], ids=["aiogram", "ptb"])
async def acting(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[HostedStage]:
    make: MakeHost = request.param
    async with hosted(tmp_path, make) as acting:
        yield acting


def told(acting: HostedStage, person: int) -> list[str]:
    """What the bot has written to someone, the shop's part and Aram's."""
    return [screen.text for screen in acting.screens(person)]


async def test_the_shop_and_aram_side_by_side(acting: HostedStage) -> None:
    seller, customer, seen = acting.seller, acting.customer, acting.host.seen
    seen.clear()

    await acting.customer_says(HEATED)
    assert seen == [f"business {HEATED}"]
    assert len(acting.cards()) == 1
    acting.world.delete(customer, seller, acting.messages(customer, seller)[-1]["id"])
    await acting.settle()
    assert seen.pop() == "deleted"

    await acting.tells_bot(customer, "/start")
    assert seen.pop() == "command /start"
    assert told(acting, customer) == [PRICE]
    await acting.tells_bot(customer, "/help")
    await acting.tells_bot(customer, "/aram")
    await acting.tells_bot(customer, "سلام")
    assert told(acting, customer) == [PRICE]

    await acting.tells_bot(seller, "/start")
    assert seen.pop() == "command /start"
    assert told(acting, seller)[-1] == PRICE
    await acting.tells_bot(seller, "/help")
    assert "/check" in told(acting, seller)[-1]
    await acting.tells_bot(seller, "/aram")
    assert "خوش آمدید" in told(acting, seller)[-1]
    await acting.tells_bot(seller, f"/aram check {HEATED}")
    assert "برافروخته" in told(acting, seller)[-1]

    await acting.presses(seller, "گام بعد")
    assert seen == [f"business {HEATED}"]
    methods = {each.method.lower() for each in acting.server.api.requests}
    assert "setmycommands" not in methods
    if isinstance(acting.host, PtbShop):
        assert {"sendMessage", "answerCallbackQuery"} <= set(acting.host.limiter.passed)


async def test_a_button_of_the_shops_own_is_the_shops(acting: HostedStage) -> None:
    world, seller = acting.world, acting.seller
    token = acting.settings.bot_token
    assert token
    for data in ("shop:1", "shop:1~card:1"):
        row = [{"text": "سفارش", "callback_data": data}]
        given: dict[str, Any] = {
            "chat_id": seller,
            "text": "سفارش‌ها",
            "reply_markup": {"inline_keyboard": [row]},
        }
        url = f"{acting.server.url}/bot{token.get_secret_value()}/sendMessage"
        async with aiohttp.request("POST", url, json=given) as answer:
            number = (await answer.json())["result"]["message_id"]
        screen = acting.screens(seller)[-1]
        await world.press(seller, acting.bot_id, screen.id, data)
        await acting.settle()
        assert number
    assert len([each for each in acting.host.seen if each.startswith("press")]) == 2


def test_buttons_that_the_host_took_for_its_own_are_given_back() -> None:
    given = {"callback_query": {"data": InvalidCallbackData("1~card:1:next:0"), "x": [(1,), "y"]}}
    assert restored(given) == {"callback_query": {"data": "1~card:1:next:0", "x": [[1], "y"]}}
