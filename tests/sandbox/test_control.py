"""The page's control API, as the page uses it."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox.clock import ManualClock
from bot.sandbox.demo import DEMO_TOKEN, demo_world
from bot.sandbox.script import Sample, ScriptTurn, load_samples
from bot.sandbox.server import SandboxServer
from bot.sandbox.wire import Json
from bot.sandbox.world import World
from tests.sandbox.conftest import Client

TURNS = (
    ScriptTurn("customer", 0, "سلام"),
    ScriptTurn("seller", 60, "بفرمایید"),
    ScriptTurn("customer", 86_400, "هنوز نرسیده"),
)
SAMPLE = Sample("late", "سفارش دیر", "یادداشت", "لیلا", TURNS)
DAY = 86_400


@pytest.fixture
def demo() -> World:
    return demo_world(ManualClock())


async def why(seller_id: int, customer_id: int) -> Json | None:
    return {"seller": seller_id, "customer": customer_id} if seller_id else None


@pytest.fixture
async def page(demo: World, session: aiohttp.ClientSession) -> AsyncIterator["Page"]:
    async with SandboxServer(demo, [SAMPLE], why) as server:
        yield Page(demo, server, session)


class Page:
    """Asks as the page asks."""

    def __init__(self, world: World, server: SandboxServer, session: aiohttp.ClientSession) -> None:
        self.world, self.server, self.session = world, server, session
        self.customer = world.roles["customer"]
        self.seller = world.roles["seller"]
        self.bot = next(iter(world.bots))

    async def get(self, path: str) -> Any:
        async with self.session.get(f"{self.server.url}{path}") as answer:
            return await answer.json()

    async def post(self, act: str, /, **given: Any) -> Any:
        async with self.session.post(f"{self.server.url}/sandbox/{act}", json=given) as answer:
            content = await answer.json()
            assert (answer.status >= 400) == ("error" in content)
            return content

    async def chat(self, user_id: int, chat_id: int) -> Json:
        phone = await self.get(f"/sandbox/phones/{user_id}")
        found: Json = next(chat for chat in phone["chats"] if chat["id"] == chat_id)
        return found


async def test_the_world_as_the_page_sees_it(page: Page) -> None:
    assert await page.get("/sandbox/world") == {
        "bot": {
            "id": page.bot,
            "name": page.world.user(page.bot).name,
            "username": "aram_sandbox_bot",
        },
        "phones": [
            {"role": "customer", "user": {"id": page.customer, "name": "مریم"}},
            {"role": "seller", "user": {"id": page.seller, "name": "نگار"}},
            {"role": "manager", "user": {"id": page.world.roles["manager"], "name": "رضا"}},
        ],
        "samples": [{"id": "late", "title": "سفارش دیر", "note": "یادداشت", "turns": 3}],
        "playing": None,
    }


async def test_saying_editing_reading_deleting(page: Page) -> None:
    both = {"user": page.customer, "chat": page.seller}
    said = (await page.post("say", **both, text="سلام"))["message"]
    assert (await page.chat(page.seller, page.customer))["unread"] == 1
    await page.post("read", user=page.seller, chat=page.customer)
    chat = await page.chat(page.seller, page.customer)
    assert (chat["unread"], chat["kind"], chat["can_write"]) == (0, "person", True)
    await page.post("edit", **both, message=said["id"], text="درود")
    shown = (await page.chat(page.customer, page.seller))["messages"][-1]
    assert shown == {**said, "text": "درود", "edited": True}
    assert said == {
        "id": said["id"],
        "from": {"id": page.customer, "name": "مریم", "is_bot": False},
        "mine": True,
        "date": int(page.world.clock.now()),
        "edited": False,
        "text": "سلام",
        "entities": [],
        "media": None,
        "words_first": False,
        "buttons": [],
        "reply_to": None,
        "via_bot": None,
        "ephemeral": False,
        "silent": False,
    }
    reply = await page.post("say", **both, text="؟", reply_to=said["id"])
    assert reply["message"]["reply_to"] == said["id"]
    await page.post("delete", **both, message=said["id"])
    assert [m["text"] for m in (await page.chat(page.seller, page.customer))["messages"]] == ["؟"]


async def test_who_writes_has_read(page: Page) -> None:
    await page.post("say", user=page.customer, chat=page.seller, text="سلام")
    await page.post("say", user=page.seller, chat=page.customer, text="بفرمایید")
    assert (await page.chat(page.seller, page.customer))["unread"] == 0
    assert (await page.chat(page.customer, page.seller))["unread"] == 1


async def test_media_has_a_file_behind_it(page: Page) -> None:
    said = await page.post("say", user=page.customer, chat=page.seller, media="photo", text="ببین")
    media = said["message"]["media"]
    assert media["kind"] == "photo"
    async with page.session.get(f"{page.server.url}{media['url']}") as answer:
        assert answer.status == 200
        assert answer.content_type == "image/png"


async def test_pressing_a_button(page: Page) -> None:
    call = Client(page.server.url, page.session, DEMO_TOKEN)
    await call.updates()
    buttons = [
        [{"text": "بله", "callback_data": "yes"}, {"text": "کپی", "copy_text": {"text": "x"}}]
    ]
    markup = {"inline_keyboard": buttons}
    await call("sendMessage", chat_id=page.seller, text="بفرستم؟", reply_markup=markup)
    message = (await page.chat(page.seller, page.bot))["messages"][-1]
    assert message["buttons"] == [
        [
            {"text": "بله", "kind": "callback", "value": "yes"},
            {"text": "کپی", "kind": "copy", "value": "x"},
        ]
    ]
    which = {"user": page.seller, "chat": page.bot, "message": message["id"], "data": "yes"}
    pressing = asyncio.create_task(page.post("press", **which))
    (update,) = await call.updates(timeout=5)
    query = update["callback_query"]["id"]
    await call("answerCallbackQuery", callback_query_id=query, text="شد", show_alert=True)
    assert await pressing == {"text": "شد", "alert": True}


async def test_the_menu_follows_scope_and_language(page: Page) -> None:
    call = Client(page.server.url, page.session, DEMO_TOKEN)
    entry = {"command": "help", "description": "Help"}
    await call("setMyCommands", commands=[entry])
    persian = {"command": "help", "description": "راهنما"}
    await call("setMyCommands", commands=[persian], language_code="fa")
    assert await page.get(f"/sandbox/commands?user={page.seller}") == [persian]
    mine = {"command": "stats", "description": "آمار"}
    scope = {"type": "chat", "chat_id": page.seller}
    await call("setMyCommands", commands=[mine], scope=scope)
    assert await page.get(f"/sandbox/commands?user={page.seller}") == [mine]
    assert await page.get(f"/sandbox/commands?user={page.customer}") == [persian]


async def test_why_is_what_the_callable_says(page: Page) -> None:
    path = f"/sandbox/why?seller={page.seller}&customer={page.customer}"
    assert await page.get(path) == {"why": {"seller": page.seller, "customer": page.customer}}
    assert await page.get("/sandbox/why") == {"why": None}


async def test_a_sample_plays_to_its_end_and_days_pass_in_a_moment(page: Page) -> None:
    began = page.world.clock.now()
    playing = await page.post("play", sample="late", pace=0)
    customer = playing["user"]["id"]
    await page.server.player.finished()
    texts = [m["text"] for m in (await page.chat(page.seller, customer))["messages"]]
    assert texts == [turn.text for turn in TURNS]
    assert page.world.clock.now() - began == DAY
    assert page.world.roles["customer"] == customer
    assert (await page.get("/sandbox/world"))["playing"] is None


async def test_a_sample_can_be_stopped_to_go_on_by_hand(page: Page) -> None:
    customer = (await page.post("play", sample="late", pace=30))["user"]["id"]
    await asyncio.sleep(0.05)
    playing = (await page.get("/sandbox/world"))["playing"]
    assert playing == {"sample": "late", "title": "سفارش دیر", "turn": 1, "turns": 3, "pace": 30}
    await page.post("stop")
    await page.post("say", user=customer, chat=page.seller, text="به دست")
    texts = [m["text"] for m in (await page.chat(page.seller, customer))["messages"]]
    assert texts == ["سلام", "به دست"]


async def test_a_new_customer_takes_the_customers_phone(page: Page) -> None:
    user = (await page.post("newcustomer", name="زهرا"))["user"]
    phones = (await page.get("/sandbox/world"))["phones"]
    assert phones[0] == {"role": "customer", "user": user}
    assert user["name"] == "زهرا"
    assert (await page.post("newcustomer"))["user"]["name"]


async def test_start_and_faults(page: Page) -> None:
    await page.post("start", user=page.customer, payload="x")
    assert (await page.chat(page.customer, page.bot))["messages"][-1]["text"] == "/start x"
    call = Client(page.server.url, page.session, DEMO_TOKEN)
    await page.post("faults", kind="too_many_requests", times=2, retry_after=3)
    for _ in range(2):
        answer = await call.raw("getMe")
        assert answer["parameters"] == {"retry_after": 3}
    assert (await call.raw("getMe"))["ok"]
    await page.post("faults", kind="server_error", times=100)
    await page.post("faults", clear=True)
    assert (await call.raw("getMe"))["ok"]
    assert [request.method for request in page.server.api.requests] == ["getMe"] * 4


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("say", {}),
        ("say", {"user": "x", "chat": 1}),
        ("say", {"user": 42, "chat": 43, "text": "سلام"}),
        ("say", {"user": 42, "chat": 43, "text": "سلام", "media": "hologram"}),
        ("edit", {"user": 42, "chat": 43, "message": 1}),
        ("press", {"user": 42, "chat": 43, "message": 1, "data": "x"}),
        ("play", {"sample": "none"}),
        ("play", {"sample": "late", "pace": "fast"}),
        ("faults", {"kind": "earthquake"}),
        ("faults", {"kind": "slow", "colour": "red"}),
    ],
)
async def test_what_cannot_be_done_is_said(page: Page, name: str, given: Json) -> None:
    assert (await page.post(name, **given))["error"]


async def test_events_say_whose_phones_changed_and_when_the_cast_did(page: Page) -> None:
    async with page.session.get(f"{page.server.url}/sandbox/events") as stream:
        assert stream.content_type == "text/event-stream"
        await stream.content.readuntil(b"\n\n")
        await page.post("say", user=page.customer, chat=page.seller, text="سلام")
        event = (await stream.content.readuntil(b"\n\n")).decode()
        kind, data = event.strip().split("\ndata: ")
        assert kind == "event: changed"
        assert json.loads(data) == {"phones": sorted([page.customer, page.seller])}
        await page.post("newcustomer")
        assert (await stream.content.readuntil(b"\n\n")).startswith(b"event: world\n")


async def test_the_page_is_served_with_its_types_and_a_strict_policy(page: Page) -> None:
    async with page.session.get(f"{page.server.url}/page/api.js") as answer:
        assert answer.content_type == "text/javascript"
        policy = answer.headers["Content-Security-Policy"]
        assert policy.split("; ")[0] == "default-src 'self'"
        assert "script-src" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
    for path in ("/page/../world.py", "/page/%2e%2e/world.py", "/page/none.js", "/page/samples"):
        async with page.session.get(f"{page.server.url}{path}") as answer:
            assert answer.status == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost"}, 200),
        ({"Host": "[::1]:80"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_only_this_machines_own_page_is_answered(
    page: Page, headers: dict[str, str], status: int
) -> None:
    address = f"{page.server.url}/sandbox/world"
    async with page.session.get(address, headers=headers) as answer:
        assert answer.status == status


def test_the_server_binds_to_loopback_only(demo: World) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        SandboxServer(demo, host="0.0.0.0")


def test_the_shipped_samples_are_conversations() -> None:
    samples = load_samples()
    assert len({sample.id for sample in samples}) == len(samples)
    for sample in samples:
        assert {turn.who for turn in sample.turns} <= {"customer", "seller"}
        times = [turn.at for turn in sample.turns]
        assert times == sorted(times)
        assert sample.title
        assert sample.customer
