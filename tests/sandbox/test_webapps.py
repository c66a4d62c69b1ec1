"""Mini Apps in the sandbox: buttons that open pages, and what the phone hands to them."""

import hashlib
import hmac
import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from aiogram.utils.web_app import check_webapp_signature, safe_parse_webapp_init_data

from bot.sandbox.clock import ManualClock, RunningClock
from bot.sandbox.refusals import Impossible
from bot.sandbox.wire import Json
from bot.sandbox.world import World
from tests.sandbox.conftest import TOKEN, Client, Refused, Shop

PAGE = "https://shop.example/page"


def opens(url: str = PAGE, **more: Any) -> Json:
    return {"inline_keyboard": [[{"text": "صفحه", "web_app": {"url": url}, **more}]]}


async def sent(shop: Shop, call: Client, **params: Any) -> int:
    """Send the seller a button that opens a page; the message's number on their phone."""
    asked = {"chat_id": shop.seller.id, "text": "بفرمایید", "reply_markup": opens()}
    await call("sendMessage", **{**asked, **params})
    chats = shop.world.phone(shop.seller.id)["chats"]
    number: int = next(each for each in chats if each["id"] == shop.bot.id)["messages"][-1]["id"]
    return number


def handed(url: str) -> dict[str, str]:
    """What stands behind the # of an address."""
    return dict(parse_qsl(urlsplit(url).fragment, strict_parsing=True))


async def test_a_phone_shows_a_button_that_opens_a_page(shop: Shop, call: Client) -> None:
    await sent(shop, call)
    message = shop.world.phone(shop.seller.id)["chats"][0]["messages"][-1]
    assert message["buttons"] == [[{"text": "صفحه", "kind": "web_app", "value": PAGE}]]


async def test_what_is_handed_over_is_signed_as_telegram_signs_it(shop: Shop, call: Client) -> None:
    number = await sent(shop, call)
    data = handed(shop.world.open_web_app(shop.seller.id, shop.bot.id, number, PAGE))
    told = dict(parse_qsl(data["tgWebAppData"], strict_parsing=True))

    # Telegram's own recipe, written out once more
    given = told.pop("hash")
    lines = "\n".join(f"{name}={told[name]}" for name in sorted(told))
    secret = hmac.new(b"WebAppData", TOKEN.encode(), hashlib.sha256).digest()
    assert hmac.new(secret, lines.encode(), hashlib.sha256).hexdigest() == given
    assert set(told) == {"query_id", "user", "auth_date", "signature"}

    # and as a bot's framework checks it
    parsed = safe_parse_webapp_init_data(TOKEN, data["tgWebAppData"])
    assert parsed.user is not None
    assert (parsed.user.id, parsed.user.first_name) == (shop.seller.id, shop.seller.first_name)
    assert not check_webapp_signature(f"{TOKEN}x", data["tgWebAppData"])


@pytest.mark.parametrize(
    "url", ["https://[", "https://", "javascript:alert(1)", "http://x.example"]
)
async def test_an_address_that_opens_nothing_is_refused(url: str, shop: Shop, call: Client) -> None:
    with pytest.raises(Refused, match="Only HTTPS links are allowed"):
        await sent(shop, call, reply_markup=opens(url))


async def test_the_colours_follow_light_and_dark(shop: Shop, call: Client) -> None:
    number = await sent(shop, call)
    themes = [
        json.loads(handed(url)["tgWebAppThemeParams"])
        for dark in (False, True)
        for url in [shop.world.open_web_app(shop.seller.id, shop.bot.id, number, PAGE, dark=dark)]
    ]
    assert themes[0]["bg_color"] == "#ffffff" != themes[1]["bg_color"]
    assert set(themes[0]) == set(themes[1])


def test_a_page_is_opened_at_the_worlds_time_also_after_skipped_days() -> None:
    clock = RunningClock()
    clock.advance(90 * 86400.0)  # a sample conversation has passed months in seconds
    assert _opened_at(World(clock)) == pytest.approx(clock.now(), abs=5)


def test_a_page_is_opened_at_the_worlds_time_where_that_stands_still() -> None:
    assert _opened_at(World(ManualClock(1_700_000_000.0))) == 1_700_000_000


def _opened_at(world: World) -> int:
    user, bot = world.add_user("نگار"), world.add_bot(TOKEN, "آرام", "aram_bot")
    bot.menu_buttons[user.id] = {"type": "web_app", "text": "صفحه", "web_app": {"url": PAGE}}
    url = world.open_web_app(user.id, bot.id, None, PAGE)
    return int(dict(parse_qsl(handed(url)["tgWebAppData"]))["auth_date"])


async def test_only_a_button_that_is_there_opens_a_page(shop: Shop, call: Client) -> None:
    number = await sent(shop, call)
    for message, url in ((number, "https://evil.example/"), (None, PAGE)):
        with pytest.raises(Impossible):
            shop.world.open_web_app(shop.seller.id, shop.bot.id, message, url)


@pytest.mark.parametrize(
    "url", ["http://shop.example/", "ftp://x.example/", "javascript:alert(1)", "", "tg://resolve"]
)
async def test_pages_without_tls_are_refused(shop: Shop, call: Client, url: str) -> None:
    with pytest.raises(Refused, match="Only HTTPS links are allowed"):
        await sent(shop, call, reply_markup=opens(url))


async def test_pages_of_this_machine_need_no_tls(shop: Shop, call: Client) -> None:
    number = await sent(shop, call, reply_markup=opens("http://127.0.0.1:1/"))
    url = shop.world.open_web_app(shop.seller.id, shop.bot.id, number, "http://127.0.0.1:1/")
    assert url.startswith("http://127.0.0.1:1/#tgWebAppData=")


async def test_pages_open_only_between_a_person_and_the_bot(shop: Shop, call: Client) -> None:
    shop.world.send(shop.customer.id, shop.seller.id, text="سلام")
    group = shop.world.add_group("گروه", owner=shop.seller.id, members=[shop.bot.id])
    places = (
        {"business_connection_id": shop.connection.id, "chat_id": shop.customer.id},
        {"chat_id": group.id},
    )
    for place in places:
        with pytest.raises(Refused, match="BUTTON_TYPE_INVALID"):
            await call("sendMessage", text="صفحه", reply_markup=opens(), **place)


async def test_the_menu_button_opens_a_page_for_whom_it_was_set(shop: Shop, call: Client) -> None:
    seller, bot = shop.seller.id, shop.bot.id
    await call("sendMessage", chat_id=seller, text="سلام")
    page = {"type": "web_app", "text": "صفحه", "web_app": {"url": PAGE}}
    assert await call("getChatMenuButton", chat_id=seller) == {"type": "default"}
    await call("setChatMenuButton", chat_id=seller, menu_button=page)
    assert await call("getChatMenuButton", chat_id=seller) == page
    assert await call("getChatMenuButton") == {"type": "default"}
    chat = next(each for each in shop.world.phone(seller)["chats"] if each["id"] == bot)
    assert chat["menu"] == {"text": "صفحه", "url": PAGE}
    assert shop.world.open_web_app(seller, bot, None, PAGE).startswith(PAGE)

    await call("setChatMenuButton", chat_id=seller, menu_button={"type": "default"})
    await call("setChatMenuButton", menu_button={"type": "commands"})
    assert await call("getChatMenuButton", chat_id=seller) == {"type": "commands"}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"chat_id": 99}, "chat not found"),
        ({"menu_button": {"type": "hologram"}}, "unsupported type"),
        ({"menu_button": {"type": "web_app", "text": " ", "web_app": {"url": PAGE}}}, "non-empty"),
        (
            {"menu_button": {"type": "web_app", "text": "x", "web_app": {"url": "http://x"}}},
            "HTTPS",
        ),
    ],
)
async def test_menu_buttons_that_telegram_refuses(call: Client, params: Json, words: str) -> None:
    with pytest.raises(Refused, match=words):
        await call("setChatMenuButton", **params)
