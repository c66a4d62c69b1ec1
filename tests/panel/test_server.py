"""The page's server over real HTTP: who gets what, and what everybody else gets."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import aiohttp
import pytest
import pytest_asyncio
from pydantic import ValidationError

from bot.app import build_locales
from bot.content.written import Value
from bot.core.edition import Deed, Edition, Version, Way
from bot.publishing.office import Office
from bot.sandbox.people import Bot, User
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webapps import init_data
from bot.settings import Settings
from handlers.panel.api import Api
from handlers.panel.auth import Gate, Visitor
from handlers.panel.bench import Bench, Form, wish_of
from handlers.panel.given import Malformed
from handlers.panel.server import PanelServer
from tests.panel.hall import Caller, Hall, Json, hall

pytestmark = pytest.mark.asyncio(loop_scope="module")

FILE = "fa/complaint.yaml"
COLLEAGUE = 77
HEATED = "مسخره کردین ما رو؟ سفارشم خراب رسید و هیچ‌کس جواب نمیده! افتضاحه کارتون"
READS = ["playbooks", f"file?file={FILE}", "history?skip=0", "version?number=1"]
DOES = ["check", "prepare", "confirm", "drop", "roll_back", "turn"]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def it(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Hall]:
    folder = tmp_path_factory.mktemp("panel")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("handlers.panel.api.AT_ONCE", 10_000)  # one manager plays a whole day at once
        async with hall(folder, manager_ids=frozenset({COLLEAGUE})) as opened:
            yield opened


async def opened(caller: Caller, file: str = FILE) -> Json:
    """A file as the form gets it, ready to be sent back."""
    told = await caller.get("file", file=file)
    assert told.status == 200, told
    return {name: told.told[name] for name in ("file", "base", "data")}


async def publish(caller: Caller, form: Json) -> Json:
    prepared = await caller.post("prepare", **form)
    assert prepared.status == 200, prepared
    confirmed = await caller.post("confirm", proposal=prepared.told["proposal"])
    assert confirmed.status == 200, confirmed
    return confirmed.told


# ---- who comes in


async def test_a_manager_signs_in_and_is_spoken_to_in_their_language(it: Hall) -> None:
    told = await it.caller().signed_in(it.init_data())
    assert (told.status, told.told["language"], told.told["direction"]) == (200, "fa", "rtl")
    await it.stage.app.ledger.write(lambda books: books.choose_locale(it.user("manager").id, "en"))
    told = await it.caller().signed_in(it.init_data())
    assert (told.told["language"], told.told["direction"]) == ("en", "ltr")
    await it.stage.app.ledger.write(lambda books: books.choose_locale(it.user("manager").id, "fa"))


async def test_the_forged_the_old_and_the_others_are_told_why(it: Hall) -> None:
    other = Bot("1000000002:ANOTHER-another-ANOTHER-another-0000", it.bot.user, UpdateQueue())
    visits = {
        "forged": it.init_data()[:-1] + "x",
        "expired": it.init_data(ago=3700),
        "not_manager": it.init_data("seller"),
        "unsigned": "",
    }
    visits_of_other = init_data(other, it.user("manager"), at=it.stage.world.clock.now())
    for reason, data in [*visits.items(), ("forged", visits_of_other)]:
        told = await it.caller().signed_in(data)
        assert told.status in (401, 403)
        assert told.told["reason"] == reason
        assert len(told.told["said"]) > 20
        assert "pass" not in told.told


@pytest.mark.parametrize("path", READS)
async def test_nothing_is_read_without_a_pass(it: Hall, path: str) -> None:
    for authorization in ("", "Bearer x.y", f"tma {it.init_data()}", f"Bearer {it.init_data()}"):
        told = await it.caller().ask(
            "GET", f"api/{path}", headers={"Authorization": authorization} if authorization else {}
        )
        assert told.status == 401


@pytest.mark.parametrize("name", DOES)
async def test_nothing_is_done_without_a_pass(it: Hall, name: str) -> None:
    assert (await it.caller().post(name, file=FILE, number=1, proposal=1)).status == 401


async def test_a_manager_who_has_lost_the_role_is_out_at_once(
    it: Hall, tmp_path_factory: pytest.TempPathFactory
) -> None:
    colleague = await it.manager(User(COLLEAGUE, "سعید"))
    data = init_data(it.bot, User(COLLEAGUE, "سعید"), at=it.stage.world.clock.now())
    assert (await colleague.get("playbooks")).status == 200
    async with hall(tmp_path_factory.mktemp("later")) as later:  # without MANAGER_IDS
        colleague.url = later.url
        for told in [
            await colleague.get("playbooks"),
            await colleague.post("turn", file=FILE, on=False),
            await later.caller().signed_in(data),
        ]:
            assert (told.status, told.told["reason"]) == (403, "not_manager")


# ---- what every answer carries


@pytest.mark.parametrize("path", ["", "page/app.js", "page/page.css", "page/none.js", "api/x"])
async def test_every_answer_has_a_strict_policy(it: Hall, path: str) -> None:
    told = await it.caller().ask("GET", path)
    policy = dict(
        part.split(" ", 1) for part in told.headers["Content-Security-Policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"].startswith("https://web.telegram.org")
    assert "*" not in policy["frame-ancestors"].replace("https://*.telegram.org", "").replace(
        "http://127.0.0.1:*", ""
    ).replace("http://localhost:*", "")
    assert "X-Frame-Options" not in told.headers  # it cannot name Telegram's clients
    assert told.headers["X-Content-Type-Options"] == "nosniff"
    assert told.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in told.headers
    assert "Access-Control-Allow-Origin" not in told.headers


@pytest.mark.parametrize(
    "path",
    ["page/../auth.py", "page/..%2fauth.py", "page/auth.py", "page/", "page/.", "x"],
)
async def test_only_the_pages_own_files_are_served(it: Hall, path: str) -> None:
    assert (await it.caller().ask("GET", path)).status == 404


async def test_scripts_and_styles_stand_in_files(it: Hall) -> None:
    text = (await it.caller().ask("GET", "")).told["text"]
    assert "<style" not in text
    assert " style=" not in text
    assert text.count("<script") == text.count('<script type="module" src=') == 1


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"data": b"{}", "headers": {"Content-Type": "text/plain"}}, 415),
        ({"data": {"file": FILE}}, 415),  # a form, as another site's page could send
        ({"data": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ({"data": b"[]", "headers": {"Content-Type": "application/json"}}, 400),
        ({"data": b"\xff", "headers": {"Content-Type": "application/json"}}, 400),
        ({"data": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}, 400),
        ({"json": {}}, 400),
        ({"json": {"file": 1, "base": None, "data": {}}}, 400),
        ({"json": {"file": "../shop.yaml", "base": None, "data": {}}}, 400),
        ({"json": {"file": "fa/../x.yaml", "base": None, "data": {}}}, 400),
        ({"json": {"file": f"kinds/{'x' * 300}/fa/complaint.yaml", "data": {}}}, 400),
        ({"json": {"file": "fa/\u202ex.yaml", "base": None, "data": {}}}, 400),
        ({"json": {"file": "fa/x.py", "base": None, "data": {}}}, 400),
        ({"json": {"file": FILE, "base": -1, "data": {}}}, 400),
        ({"json": {"file": FILE, "base": True, "data": {}}}, 400),
        ({"json": {"file": FILE, "base": 10**40, "data": {}}}, 400),
        ({"json": {"file": FILE, "base": 2**31, "data": {}}}, 400),
        ({"json": {"file": FILE, "base": None, "data": "x"}}, 400),
        ({"json": {"file": FILE, "base": None, "data": {"a": 1}}}, 400),
        ({"json": {"file": FILE, "base": None, "data": {"a": None}}}, 400),
        ({"json": {"file": FILE, "base": None, "data": {"a": ["x"] * 5000}}}, 400),
        ({"json": {"file": FILE, "base": None, "data": {"a": [[[[[[[[["x"]]]]]]]]]}}}, 400),
        ({"json": {"file": FILE, "base": None, "data": {"a": "x" * 600_000}}}, 413),
    ],
)
async def test_what_the_page_never_sends_is_refused_in_words(
    it: Hall, more: dict[str, Any], status: int
) -> None:
    manager = await it.manager()
    told = await manager.ask("POST", "api/check", **more)
    assert told.status == status
    assert told.told["said"]


@pytest.mark.parametrize("pass_", [b"\xff.\xff", b"\xd8\xa2.x", b"x" * 7000, b"."])
async def test_any_bytes_for_a_pass_are_refused_in_words(it: Hall, pass_: bytes) -> None:
    port = int(it.url.rstrip("/").rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = b"GET /api/playbooks HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
    writer.write(head + pass_ + b"\r\n\r\n")
    answer = await reader.read()
    writer.close()
    assert answer.startswith(b"HTTP/1.1 401")
    assert b"Content-Security-Policy" in answer
    assert b'"reason": "forged"' in answer


async def test_what_breaks_in_us_is_told_in_words_and_logged_without_any(
    it: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> float:
        raise RuntimeError("متن یک مشتری")

    app = it.stage.app
    api = Api(
        gate=Gate(it.bot.token, it.stage.settings.shop),
        ledger=app.ledger,
        office=cast("Office", None),
        bench=cast("Bench", None),
        locales=build_locales(),
        shop=it.stage.settings.shop,
        clock=broken,
    )
    server = PanelServer(api, host="127.0.0.1", port=0)
    await server.start()
    try:
        with caplog.at_level("DEBUG"):
            for name in ("session", "check"):
                caller = Caller(f"http://127.0.0.1:{server.port}/", it.session)
                told = await caller.post(name)
                assert (told.status, told.told["reason"]) == (500, "failed")
                assert len(told.told["said"]) > 20
                assert "Content-Security-Policy" in told.headers
    finally:
        await server.stop()
    assert "RuntimeError at " in caplog.text
    assert "مشتری" not in caplog.text


async def test_a_form_with_more_changes_than_hands_make_is_not_begun() -> None:
    old = "id: x\nsignals:\n  phrases:\n" + "".join(f"    - واژه {n}\n" for n in range(3000))
    version = Version(1, "fa/x.yaml", old, True, Deed.ADD, Way.PAGE, 0.0)
    phrases: list[Value] = [f"حرف {n}" for n in range(3000)]
    form = Form("fa/x.yaml", version, {"id": "x", "signals": {"phrases": phrases}})
    with pytest.raises(Malformed):
        wish_of(form, Edition({version.file: version}, 1), Visitor(1, "رضا", "fa"))


async def test_strange_texts_in_a_form_are_problems_not_crashes(it: Hall) -> None:
    manager = await it.manager()
    form = await opened(manager)
    for strange in (
        "\x00",
        "\ud800",
        "\u202e",
        "\n---\n",
        "{{{",
        "*a",
        "&a b",
        "!!python/x",
        "é" * 999,
    ):
        wish = json.loads(json.dumps(form))
        wish["data"]["title"] = strange
        told = await manager.post("check", **wish)
        assert told.status in (200, 422), (strange, told)
        assert told.told.get("said") or "problems" in told.told


async def test_whoever_asks_too_often_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.panel.api.AT_ONCE", 5)
    monkeypatch.setattr("handlers.panel.api.PER_SECOND", 0)
    async with hall(tmp_path, manager_ids=frozenset({COLLEAGUE})) as it:
        manager = await it.manager(User(COLLEAGUE, "سعید"))
        asked = [await manager.get("history", skip=0) for _ in range(6)]
        assert [answer.status for answer in asked] == [*[200] * 4, 429, 429]  # one signed in
        assert asked[-1].told["said"]
        assert (await (await it.manager()).get("history", skip=0)).status == 200  # others go on


async def test_a_pass_and_init_data_are_in_no_log(
    it: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG"):
        manager = await it.manager()
        await manager.get("playbooks")
        await manager.ask("GET", "api/file", params={"file": "x"})
    body = manager.headers["Authorization"].partition(".")[0].removeprefix("Bearer ")
    assert base64.urlsafe_b64decode(body)
    assert body not in caplog.text
    assert "hash=" not in caplog.text


# ---- from a change to what is in force


async def test_a_change_is_checked_shown_published_and_in_force(it: Hall) -> None:
    manager = await it.manager()
    form = await opened(manager)
    draft = form["data"]["steps"][0]["drafts"][0]
    form["data"]["steps"][0]["drafts"][0] = "[{custmer} جان، ]سلام"

    told = (await manager.post("check", **form)).told
    place = {"path": ["steps", 0, "drafts", 0], "error": True}
    assert [each for each in told["problems"] if place.items() <= each.items()]
    refused = await manager.post("prepare", **form)
    assert (refused.status, refused.told["reason"]) == (422, "broken")
    assert refused.told["problems"][0]["line"] > 1

    new = "[{customer} جان، ]همین حالا برای شما نگاه می‌کنم."
    form["data"]["steps"][0]["drafts"][0] = new
    told = (await manager.post("check", **form)).told
    assert not [each for each in told["problems"] if each["error"]]
    assert "مریم جان، همین حالا" in told["cards"][0]["pages"][0]["html"]
    prepared = (await manager.post("prepare", **form)).told
    signs = {line["sign"]: line["text"] for line in prepared["lines"]}
    assert draft in signs["-"]
    assert new in signs["+"]
    version = (await manager.post("confirm", proposal=prepared["proposal"])).told
    assert (version["way"], version["name"]) == (Way.PAGE, "رضا")

    await it.stage.customer_says(HEATED)
    assert "همین حالا برای شما نگاه می‌کنم" in it.stage.cards()[-1].text
    history = (await manager.get("history", file=FILE, skip=0)).told["versions"]
    assert history[0]["number"] == version["number"]
    assert history[0]["inForce"]

    back = (await manager.post("roll_back", number=history[1]["number"])).told
    assert (await manager.post("confirm", proposal=back["proposal"])).status == 200
    assert (await opened(manager))["data"]["steps"][0]["drafts"][0] == draft


async def test_aram_listens_to_the_examples_where_asked_to(it: Hall) -> None:
    manager = await it.manager()
    form = await opened(manager)
    form["data"]["examples"]["quiet"].append(HEATED)
    place = ["examples", "quiet", len(form["data"]["examples"]["quiet"]) - 1]
    quickly, heard = [
        (await manager.post("check", **form, heard=heard)).told["problems"]
        for heard in (False, True)
    ]
    assert place not in [each["path"] for each in quickly]
    assert place in [each["path"] for each in heard if not each["error"]]


async def test_untouched_lines_and_comments_stay(it: Hall) -> None:
    manager = await it.manager()
    form = await opened(manager)
    before = (await manager.get("file", file=FILE)).told["text"]
    form["data"]["title"] = "شکایت"
    after = (await manager.post("check", **form)).told["text"]
    old, new = before.splitlines(), after.splitlines()
    assert len(old) == len(new)
    assert [line for line in new if line not in old] == ['title: "شکایت"']


async def test_two_managers_cannot_overwrite_each_other_unknowingly(it: Hall) -> None:
    reza, saeed = await it.manager(), await it.manager(User(COLLEAGUE, "سعید"))
    mine, theirs = await opened(reza), await opened(saeed)
    theirs["data"]["title"] = "شکایت مشتری"
    await publish(saeed, theirs)

    mine["data"]["title"] = "گلایه"
    told = await reza.post("prepare", **mine)
    assert (told.status, told.told["reason"]) == (409, "conflict")
    meanwhile = told.told["meanwhile"]
    assert meanwhile["name"] == "سعید"
    assert "شکایت مشتری" in meanwhile["text"]
    assert "گلایه" in told.told["text"]
    assert {line["sign"] for line in meanwhile["lines"]} >= {"+", "-"}

    mine["base"] = meanwhile["number"]  # knowingly
    await publish(reza, mine)
    assert (await opened(saeed))["data"]["title"] == "گلایه"


async def test_nobody_confirms_or_drops_what_another_prepared(it: Hall) -> None:
    reza, saeed = await it.manager(), await it.manager(User(COLLEAGUE, "سعید"))
    form = await opened(reza)
    form["data"]["title"] = "عنوان دیگر"
    proposal = (await reza.post("prepare", **form)).told["proposal"]
    assert (await saeed.post("confirm", proposal=proposal)).told["reason"] == "not_open"
    assert (await saeed.post("drop", proposal=proposal)).told == {"dropped": False}
    assert (await reza.post("drop", proposal=proposal)).told == {"dropped": True}
    assert (await reza.post("confirm", proposal=proposal)).told["reason"] == "not_open"


async def test_a_playbook_is_turned_off_and_on(it: Hall) -> None:
    manager = await it.manager()
    for on in (False, True):
        prepared = await manager.post("turn", file="fa/insult.yaml", on=on)
        await manager.post("confirm", proposal=prepared.told["proposal"])
        books = (await manager.get("playbooks")).told["books"]
        assert next(each for each in books if each["id"] == "insult")["on"] is on


async def test_a_new_playbook_of_the_shops_own(it: Hall) -> None:
    manager = await it.manager()
    file = "fa/wrong_gift.yaml"
    form: Json = {"file": file, "base": None}
    form["data"] = {
        "id": "wrong_gift",
        "title": "هدیهٔ اشتباه",
        "when": {"situations": ["own"]},
        "signals": {"phrases": ["کادوی اشتباه*"]},
        "steps": [{"kind": "clarify", "advice": "بپرسید کدام هدیه.", "drafts": ["کدام هدیه بود؟"]}],
    }
    told = (await manager.post("check", **form)).told
    assert not [each for each in told["problems"] if each["error"]], told["problems"]
    assert len(told["cards"]) == 1
    await publish(manager, form)
    assert (await opened(manager, file))["data"] == form["data"]


async def test_the_shops_values_are_a_form_too(it: Hall) -> None:
    manager = await it.manager()
    form = await opened(manager, "shop.yaml")
    form["data"] = {**(form["data"] or {}), "name": "فروشگاه لاله", "refund_limit": "۲۰۰٬۰۰۰"}
    await publish(manager, form)
    told = (await manager.post("check", **await opened(manager))).told
    html = json.dumps(told["cards"], ensure_ascii=False)
    assert "فروشگاه لاله" in html


async def test_gone_and_unchanged_are_told(it: Hall) -> None:
    manager = await it.manager()
    assert (await manager.get("version", number=99_999)).status == 404
    assert (await manager.post("roll_back", number=99_999)).status == 404
    assert (await manager.post("confirm", proposal=99_999)).status == 404
    same = await manager.post("prepare", **await opened(manager))
    assert (same.status, same.told["reason"]) == (409, "unchanged")


async def test_the_port_is_closed_when_the_bot_stops(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    async with hall(tmp_path_factory.mktemp("short")) as short:
        assert (await short.caller().ask("GET", "")).status == 200
        url = short.url
        await short.stage.stop()
        async with aiohttp.ClientSession() as session:
            with pytest.raises(aiohttp.ClientConnectorError):
                await session.get(url)


async def test_a_public_page_is_framed_by_telegram_alone(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("public")
    async with hall(folder, panel_url="https://shop.example/aram/") as public:
        here = f"http://127.0.0.1:{public.stage.settings.panel_port}/"
        policy = (await Caller(here, public.session).ask("GET", "")).headers[
            "Content-Security-Policy"
        ]
        assert "127.0.0.1" not in policy
        assert policy.endswith("frame-ancestors https://web.telegram.org https://*.telegram.org")


@pytest.mark.parametrize("url", ["http://shop.example/", "shop.example", "ftp://127.0.0.2/"])
async def test_an_address_that_telegram_does_not_open_is_no_setting(url: str) -> None:
    with pytest.raises(ValidationError, match="https://"):
        Settings(_env_file=None, panel_url=url)
