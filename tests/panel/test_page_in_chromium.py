"""The managers' page in a real Chromium, opened as Telegram opens it, or from the sandbox."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Route,
    expect,
)

from bot.sandbox.people import User
from bot.sandbox.webapps import launch_url
from tests.chromium import IN_CHROMIUM, brightness
from tests.panel.hall import Hall, hall
from tests.panel.test_server import HEATED

pytestmark = IN_CHROMIUM

PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 860}
COLLEAGUE = 77
PATIENCE_MS = 20_000
LOOKED_AT = re.compile("تغییری نکرده است|هشدار")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def it(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Hall]:
    folder = tmp_path_factory.mktemp("panel")
    async with hall(folder, manager_ids=frozenset({COLLEAGUE})) as opened:
        yield opened


class Seen:
    """The page as a manager has it before them."""

    def __init__(self, page: Page, faults: list[str]) -> None:
        self.page = page
        self.faults = faults

    def at(self, *path: str | int) -> Locator:
        """The field of a path in the form."""
        wanted = json.dumps(list(path), separators=(",", ":"), ensure_ascii=False)
        return self.page.locator(f"[data-path='{wanted}']")

    def box(self, *path: str | int) -> Locator:
        """What one writes into at a path."""
        return self.at(*path).locator("input, textarea, select").first

    async def open_book(self, playbook: str) -> None:
        await self.page.locator(f"[data-book={playbook}]").click()
        await expect(self.status).to_have_text(LOOKED_AT)

    async def unfold(self, section: str) -> None:
        await self.page.locator(f"[data-section={section}] > summary").click()

    @property
    def status(self) -> Locator:
        return self.page.locator(".bar .status")

    @property
    def publish(self) -> Locator:
        return self.page.locator("#publish")

    @property
    def dialog(self) -> Locator:
        return self.page.locator("dialog[open]")

    async def confirm(self) -> None:
        await self.publish.click()
        await self.dialog.locator("[data-answer=yes]").click()
        await expect(self.page.locator(".toast.good")).to_be_visible()
        await expect(self.dialog).to_have_count(0)


@asynccontextmanager
async def page(
    it: Hall,
    browser: Browser,
    *,
    data: str | None = None,
    dark: bool = False,
    context: BrowserContext | None = None,
    **look: Any,
) -> AsyncIterator[Seen]:
    """The page as Telegram opens it; no error may show in the console but the expected refusals."""
    here = context or await browser.new_context(**({"viewport": PHONE, "locale": "fa-IR"} | look))
    here.set_default_timeout(PATIENCE_MS)
    tab = await here.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    signed = it.init_data() if data is None else data
    await tab.goto(launch_url(it.url, signed, dark=dark))
    yield Seen(tab, faults)
    await here.close()
    assert [fault for fault in faults if "Failed to load resource" not in fault] == []


expect.set_options(timeout=PATIENCE_MS)


# ---- who comes in


async def test_a_manager_sees_the_playbooks(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        await expect(seen.page.locator("html")).to_have_attribute("dir", "rtl")
        await expect(seen.page.locator(".book")).not_to_have_count(0)
        await expect(seen.page.locator("[data-book=complaint]")).to_contain_text("شکایت")
        assert seen.faults == []


async def test_the_forged_the_expired_and_the_others_see_why_and_nothing_else(
    it: Hall, browser: Browser
) -> None:
    visits = {
        "forged": it.init_data()[:-4] + "0000",
        "expired": it.init_data(ago=3 * 3600),
        "not_manager": it.init_data("seller"),
        "unsigned": "",
    }
    for reason, data in visits.items():
        async with page(it, browser, data=data) as seen:
            told = seen.page.locator(f".turned-away[data-reason={reason}]")
            await expect(told.locator("[role=alert]")).not_to_be_empty()
            await expect(seen.page.locator(".book, .form")).to_have_count(0)


# ---- on a small phone, far from the shop


async def test_what_is_said_of_a_text_does_not_lie_under_the_bar(
    it: Hall, browser: Browser
) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("complaint")
        field = seen.at("steps", 0, "drafts", 0)
        if not await field.is_visible():
            await seen.unfold("steps")
            await seen.page.locator("[data-step='0'] .step-name").click()
        box = seen.box("steps", 0, "drafts", 0)
        await box.focus()
        await box.evaluate(
            "box => scrollBy(0, box.getBoundingClientRect().bottom + 2"
            " - document.querySelector('.bar').getBoundingClientRect().top)"
        )
        await box.fill("[{custmer} جان، ]سلام")
        said = field.locator(".problems .error").first
        await expect(said).to_contain_text("{customer}")
        await expect(said).to_have_css("direction", "rtl")  # though it begins with a Latin name
        mine, bar = await said.bounding_box(), await seen.page.locator(".bar").bounding_box()
        assert mine is not None
        assert bar is not None
        assert mine["y"] + mine["height"] <= bar["y"]


async def test_times_are_the_shops_wherever_the_phone_is(it: Hall, browser: Browser) -> None:
    seen_at = []
    for zone in ("Asia/Tehran", "Pacific/Kiritimati", "America/Los_Angeles"):
        async with page(it, browser, timezone_id=zone) as seen:
            await seen.page.locator(".door").last.click()
            seen_at.append(await seen.page.locator(".version small").first.inner_text())
    assert re.search("[۰-۹]:[۰-۹]{2}", seen_at[0])
    assert len(set(seen_at)) == 1


# ---- from an edit to what is in force


async def test_an_edit_is_checked_as_one_types_published_and_in_force(
    it: Hall, browser: Browser
) -> None:
    async with page(it, browser, viewport=WIDE) as seen:
        await seen.open_book("complaint")
        before = await seen.box("steps", 0, "drafts", 0).input_value()
        await seen.box("steps", 0, "drafts", 0).fill("[{custmer} جان، ]سلام")
        problem = seen.at("steps", 0, "drafts", 0).locator(".problems .error")
        await expect(problem.first).to_contain_text("{customer}")  # did you mean
        await expect(seen.status).to_contain_text("خطا")
        await expect(seen.publish).to_be_disabled()

        await seen.box("steps", 0, "drafts", 0).fill("[{customer} جان، ]همین الان دنبالش هستم.")
        await expect(problem).to_have_count(0)
        await expect(seen.page.locator(".card-text")).to_contain_text("مریم جان، همین الان دنبالش")
        await seen.publish.click()
        await expect(seen.dialog.locator(".goes").first).to_contain_text(before[-20:])
        await expect(seen.dialog.locator(".comes").first).to_contain_text("همین الان دنبالش هستم")
        await seen.dialog.locator("[data-answer=yes]").click()
        await expect(seen.page.locator(".toast.good")).to_be_visible()

        await it.stage.customer_says(HEATED)
        await it.stage.wait_until(lambda: bool(it.stage.cards()))
        assert "همین الان دنبالش هستم" in it.stage.cards()[-1].text


async def test_a_version_is_looked_at_and_rolled_back(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("nagging")
        await seen.unfold("when")
        title = await seen.box("title").input_value()
        await seen.box("title").fill("پیگیری پشت هم")
        await seen.confirm()
        await seen.page.get_by_role("button", name="تغییرهای پیشین").click()
        versions = seen.page.locator(".version")
        await expect(versions).to_have_count(2)
        await expect(versions.first).to_contain_text("رضا")
        await versions.first.locator("summary").click()
        await expect(versions.first.locator(".comes")).to_contain_text("پیگیری پشت هم")
        await versions.last.locator("summary").click()
        await versions.last.get_by_role("button").click()
        await expect(seen.dialog.locator(".comes")).to_contain_text(title)
        await seen.dialog.locator("[data-answer=yes]").click()
        await expect(versions).to_have_count(3)
        await expect(versions.first).to_contain_text("برگرداندن")


async def test_steps_are_moved_added_and_removed(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("insult")
        names = seen.page.locator(".step-name small")
        before = await names.all_inner_texts()
        await seen.page.locator("[data-step='0']").get_by_role("button", name="پایین‌تر").click()
        await expect(names).to_have_text([before[1], before[0], *before[2:]])
        await seen.page.get_by_role("button", name="گام تازه").click()
        await expect(names).to_have_count(len(before) + 1)
        last = seen.page.locator(".step").last
        await last.locator("textarea").first.fill("کوتاه بگویید.")
        await last.locator(".texts textarea").first.fill("چشم.")
        await expect(last.locator(".texts textarea").first).to_have_value("چشم.")
        await seen.page.locator("[data-step='0']").get_by_role("button", name="حذف").first.click()
        await expect(names).to_have_text([before[0], *before[2:], await last_name(names)])
        await seen.page.get_by_role("button", name="دور ریختن").click()
        await seen.dialog.locator("[data-answer=yes]").click()
        await expect(names).to_have_text(before)


async def last_name(names: Locator) -> str:
    return (await names.all_inner_texts())[-1]


async def test_a_playbook_is_turned_off_from_the_list(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        row = seen.page.locator(".book", has=seen.page.locator("[data-book=leaving]"))
        for silent in (True, False):
            await row.locator(".switch").click()
            await seen.dialog.locator("[data-answer=yes]").click()
            await expect(row.locator("input")).to_be_checked(checked=not silent)
            await expect(row.locator(".badge", has_text="خاموش")).to_have_count(int(silent))


async def test_a_playbook_of_the_shops_own_is_written_in_the_form(
    it: Hall, browser: Browser
) -> None:
    async with page(it, browser) as seen:
        await seen.page.get_by_role("button", name="برنامهٔ تازه").click()
        await seen.dialog.locator("input").fill("lost_gift")
        await seen.dialog.locator("[data-answer=yes]").click()
        await expect(seen.status).to_contain_text("خطا")
        await seen.unfold("when")
        await seen.box("title").fill("هدیهٔ گم‌شده")
        await seen.box("steps", 0, "advice").fill("بپرسید برای چه کسی بوده.")
        await seen.box("steps", 0, "drafts", 0).fill("هدیه را برای چه کسی خریده بودید؟")
        await seen.unfold("signals")
        adding = seen.at("signals", "phrases", "new").locator("input")
        await adding.fill("کادوم گم شد*")
        await adding.press("Enter")
        await expect(seen.publish).to_be_enabled()
        await seen.confirm()
        await seen.page.get_by_role("button", name="برگشت").click()
        await expect(seen.page.locator("[data-book=lost_gift]")).to_contain_text("هدیهٔ گم‌شده")


async def test_the_shops_values_are_filled_in(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        await seen.page.get_by_role("button", name="مشخصات فروشگاه").click()
        await seen.box("refund_limit").fill("پانصد")
        await expect(seen.at("refund_limit").locator(".error")).to_be_visible()
        await seen.box("refund_limit").fill("۵۰۰٬۰۰۰")
        await seen.box("name").fill("فروشگاه یاس")
        await expect(seen.publish).to_be_enabled()
        await seen.confirm()


# ---- nothing is lost


async def test_what_is_not_published_survives_a_reload(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("accusation")
        await seen.unfold("when")
        await seen.box("title").fill("تهمت ناروا")
        await expect(seen.publish).to_be_enabled()
        await seen.page.reload()
        await expect(seen.page.locator(".toast")).to_contain_text("برگشت")
        await expect(seen.publish).to_be_enabled()
        await seen.unfold("when")
        await expect(seen.box("title")).to_have_value("تهمت ناروا")


async def test_a_reload_needs_no_new_word_from_telegram_for_half_a_day(
    it: Hall, browser: Browser
) -> None:
    async with page(it, browser) as seen:
        await expect(seen.page.locator(".book").first).to_be_visible()
        old = launch_url(it.url, it.init_data(ago=2 * 3600), dark=False)
        await seen.page.goto("about:blank")
        await seen.page.goto(old)  # two hours later, in the same tab
        await expect(seen.page.locator(".book").first).to_be_visible()
    async with page(it, browser, data=it.init_data(ago=2 * 3600)) as other:  # another tab has none
        await expect(other.page.locator(".turned-away[data-reason=expired]")).to_be_visible()


async def test_a_text_that_the_shops_overlay_replaces_says_so(it: Hall, browser: Browser) -> None:
    manager = await it.manager()
    shop = (await manager.get("file", file="shop.yaml")).told
    overlay = {"id": "refund_demand", "title": "پس گرفتن پول لوازم آرایشی"}
    wishes = [
        {
            "file": "shop.yaml",
            "base": shop["base"],
            "data": {**(shop["data"] or {}), "kind": "spa"},
        },
        {"file": "kinds/spa/fa/refund_demand.yaml", "base": None, "data": overlay},
    ]
    for wish in reversed(wishes):
        prepared = await manager.post("prepare", **wish)
        assert (await manager.post("confirm", proposal=prepared.told["proposal"])).status == 200
    async with page(it, browser) as seen:
        await expect(seen.page.locator("[data-book=refund_demand]")).to_contain_text("spa")
        await seen.open_book("refund_demand")
        await seen.unfold("when")
        note = seen.at("title").locator(".idle-note")
        await expect(note).to_contain_text("kinds/spa/fa/refund_demand.yaml")
        await note.get_by_role("button").click()
        await expect(seen.page.locator(".head-row .file-name")).to_have_text(
            "kinds/spa/fa/refund_demand.yaml"
        )
        await seen.unfold("when")
        await expect(seen.box("title")).to_have_value("پس گرفتن پول لوازم آرایشی")


@pytest.mark.parametrize("choice", ["mine", "theirs"])
async def test_a_colleague_was_first(it: Hall, browser: Browser, choice: str) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("scope_creep")
        colleague = await it.manager(User(COLLEAGUE, "سعید"))
        form = (await colleague.get("file", file="fa/scope_creep.yaml")).told
        form["data"]["title"] = f"عنوان سعید {choice}"
        wish = {name: form[name] for name in ("file", "base", "data")}
        prepared = await colleague.post("prepare", **wish)
        await colleague.post("confirm", proposal=prepared.told["proposal"])

        await seen.unfold("when")
        await seen.box("title").fill(f"عنوان رضا {choice}")
        await expect(seen.publish).to_be_enabled()
        await seen.publish.click()
        await expect(seen.dialog).to_contain_text("سعید")
        await expect(seen.dialog.locator(".goes")).to_contain_text(f"عنوان سعید {choice}")
        await expect(seen.dialog.locator(".comes")).to_contain_text(f"عنوان رضا {choice}")
        await expect(seen.dialog.locator("pre.theirs")).to_contain_text("عنوان سعید")
        await expect(seen.dialog.locator("pre.mine")).to_contain_text(f"عنوان رضا {choice}")
        await seen.dialog.locator(f"[data-answer={choice}]").click()
        if choice == "theirs":
            await expect(seen.box("title")).to_have_value("عنوان سعید theirs")
            return
        await expect(seen.publish).to_be_enabled()
        await seen.confirm()
        told = (await colleague.get("file", file="fa/scope_creep.yaml")).told
        assert told["data"]["title"] == f"عنوان رضا {choice}"


# ---- hostile words


HOSTILE = "<img src=x onerror=\"document.title='hacked'\"><b>تیتر</b> \u202e{{7*7}} </script>"


async def test_hostile_words_are_shown_and_do_nothing(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("discount_pressure")
        await seen.unfold("when")
        await seen.box("title").fill(HOSTILE)
        await seen.box("steps", 0, "advice").fill(HOSTILE)
        await expect(seen.status).not_to_have_text("در حال بررسی…")
        assert await seen.page.locator("img[src=x]").count() == 0
        assert await seen.page.locator(".preview img, .preview script").count() == 0
        assert await seen.page.title() != "hacked"


async def test_a_hostile_name_turns_no_history_around(it: Hall, browser: Browser) -> None:
    villain = User(COLLEAGUE, "\u202e<b>x</b>\u2066 مدیر")
    colleague = await it.manager(villain)
    form = (await colleague.get("file", file="fa/free_extra.yaml")).told
    form["data"]["title"] = "چیز رایگان"
    wish = {name: form[name] for name in ("file", "base", "data")}
    prepared = await colleague.post("prepare", **wish)
    await colleague.post("confirm", proposal=prepared.told["proposal"])
    async with page(it, browser) as seen:
        await seen.page.get_by_role("button", name="همهٔ تغییرها").click()
        row = seen.page.locator(".version", has_text="free_extra").first
        await expect(row.locator("small bdi")).to_contain_text("<b>x</b>")
        assert await row.locator("b b").count() == 0


# ---- in the sandbox


async def test_the_button_in_the_chat_opens_the_page_over_the_phone(
    it: Hall, browser: Browser
) -> None:
    await it.stage.tells_bot(it.stage.manager, "/playbooks")
    context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="fa-IR")
    context.set_default_timeout(PATIENCE_MS)
    tab = await context.new_page()
    faults: list[str] = []
    tab.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    await tab.goto(it.stage.server.url)
    await tab.locator("#pair-manager").click()
    phone = tab.locator(".phone[data-role=manager]")
    await phone.locator(".key.web_app").last.click()
    frame = phone.frame_locator(".webapp iframe")
    await expect(frame.locator("[data-book=complaint]")).to_be_visible()

    # the client's own back arrow, and its question before closing
    await frame.locator("[data-book=misunderstanding]").click()
    await expect(frame.locator(".bar .status")).to_have_text(LOOKED_AT)
    await frame.locator("[data-section=when] > summary").click()
    await frame.locator("[data-path='[\"title\"]'] input").fill("چیز دیگری")
    await phone.locator(".webapp header button").first.click()
    await tab.get_by_role("dialog").get_by_role("button", name="انصراف").click()
    await expect(phone.locator(".webapp")).to_be_visible()
    await phone.locator(".webapp").get_by_role("button", name="برگشت").first.click()
    await expect(frame.locator("[data-book=complaint]")).to_be_visible()

    # the theme follows
    light = await frame.locator("body").evaluate("it => getComputedStyle(it).backgroundColor")
    await tab.locator("#theme").click()
    await expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
    dark = await frame.locator("body").evaluate("it => getComputedStyle(it).backgroundColor")
    assert brightness(light) > 0.7 > 0.3 > brightness(dark)
    await phone.locator(".webapp header button").first.click()
    await expect(phone.locator(".webapp")).to_have_count(0)
    assert faults == []
    await context.close()


# ---- looks and access


@pytest.mark.parametrize("dark", [False, True])
async def test_colours_come_from_the_clients_theme(it: Hall, browser: Browser, dark: bool) -> None:
    async with page(it, browser, dark=dark) as seen:
        book = seen.page.locator(".book").first
        await expect(book).to_be_visible()
        background = await book.evaluate("it => getComputedStyle(it).backgroundColor")
        ink = await book.evaluate("it => getComputedStyle(it.querySelector('b')).color")
        bright, dim = (ink, background) if dark else (background, ink)
        assert brightness(bright) > 0.7 > 0.3 > brightness(dim)


@pytest.mark.parametrize("place", ["complaint", "shop", "history", "list"])
async def test_a_phone_wide_page_never_scrolls_sideways(
    it: Hall, browser: Browser, place: str
) -> None:
    async with page(it, browser) as seen:
        await expect(seen.page.locator(".book").first).to_be_visible()
        if place == "complaint":
            await seen.open_book("complaint")
            await seen.box("steps", 0, "advice").fill("و" * 400)
            for section in ("when", "avoid", "signals", "examples"):
                await seen.unfold(section)
        elif place != "list":
            await seen.page.locator(".door").nth(["shop", "history"].index(place)).click()
            await expect(seen.page.locator(".version, .section").first).to_be_visible()
        widths = await seen.page.evaluate(
            "[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]"
        )
        assert max(widths) == PHONE["width"]


async def test_english_for_those_who_chose_it(it: Hall, browser: Browser) -> None:
    me = it.user("manager").id
    await it.stage.app.ledger.write(lambda books: books.choose_locale(me, "en"))
    async with page(it, browser) as seen:
        html = seen.page.locator("html")
        await expect(html).to_have_attribute("dir", "ltr")
        await expect(html).to_have_attribute("lang", "en")
        await expect(seen.page.locator("h1")).to_have_text("Playbooks")
    await it.stage.app.ledger.write(lambda books: books.choose_locale(me, "fa"))


async def test_every_control_has_a_name(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("complaint")
        for section in ("when", "avoid", "signals", "examples"):
            await seen.unfold(section)
        nameless = await seen.page.evaluate(
            """[...document.querySelectorAll("button, input, textarea, select, nav, section")]
                 .filter(it => !(it.ariaLabel || it.labels?.[0]?.textContent
                     || it.textContent)?.trim())
                 .map(it => it.outerHTML)"""
        )
        assert nameless == []


async def test_the_preview_turns_as_the_card_does(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("complaint")
        await seen.page.locator(".bar .peek").click()
        card = seen.dialog.locator(".card-text")
        first = await card.inner_text()
        await seen.dialog.get_by_role("button", name="متن دیگر").click()
        assert await card.inner_text() != first
        await seen.dialog.get_by_role("button", name="گام بعد").click()
        await expect(seen.dialog.locator(".preview-step")).to_contain_text("گام ۲")
        await seen.dialog.get_by_role("button", name="بستن").click()
        await expect(seen.dialog).to_have_count(0)


async def test_the_servers_absence_is_told_and_the_text_stays(it: Hall, browser: Browser) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("complaint")
        await seen.page.context.set_offline(True)
        await seen.box("steps", 0, "advice").fill("متن تازه")
        await expect(seen.page.locator(".toast.bad").first).to_be_visible()
        await expect(seen.box("steps", 0, "advice")).to_have_value("متن تازه")


async def test_nothing_is_typed_or_pressed_twice_while_a_change_is_on_its_way(
    it: Hall, browser: Browser
) -> None:
    async with page(it, browser) as seen:
        await seen.open_book("complaint")
        await seen.box("steps", 0, "advice").fill("متن تازه")
        await expect(seen.publish).to_be_enabled()
        asked: list[Route] = []

        async def hold(route: Route) -> None:
            asked.append(route)

        await seen.page.route("**/api/prepare", hold)
        await seen.publish.click()
        await it.stage.wait_until(lambda: bool(asked))
        await expect(seen.page.locator(".form")).to_have_attribute("inert", "")
        await expect(seen.publish).to_be_disabled()
        await seen.page.wait_for_timeout(2500)  # checks that were under way have come back
        await expect(seen.publish).to_be_disabled()
        assert len(asked) == 1
        await asked[0].abort()
        await expect(seen.page.locator(".toast.bad").first).to_be_visible()
        await expect(seen.publish).to_be_enabled()
        await expect(seen.box("steps", 0, "advice")).to_be_editable()
