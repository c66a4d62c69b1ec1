"""The page in a real Chromium, on the real sandbox: what people see on the phones and can do."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, FilePayload, Locator, Page, expect

from bot.sandbox.demo import DEMO_TOKEN, demo_world
from bot.sandbox.script import Sample, ScriptTurn, load_samples
from bot.sandbox.server import SandboxServer
from tests.chromium import IN_CHROMIUM, NARROW, WIDE, brightness

pytestmark = IN_CHROMIUM

type Json = dict[str, Any]
type OnUpdate = Callable[["StubBot", Json], Awaitable[None]]


class StubBot:
    """A bot of a few lines that polls the sandbox's Bot API as any bot would."""

    def __init__(self, url: str, session: aiohttp.ClientSession, on_update: OnUpdate) -> None:
        self._base = f"{url}/bot{DEMO_TOKEN}/"
        self._session = session
        self._on_update = on_update

    async def call(self, method: str, **parameters: Any) -> Any:
        async with self._session.post(self._base + method, json=parameters) as answer:
            content = await answer.json()
        assert content["ok"], content
        return content["result"]

    async def poll(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=5):
                offset = update["update_id"] + 1
                await self._on_update(self, update)


class Demo:
    """The open page beside the sandbox it shows."""

    def __init__(self, server: SandboxServer, page: Page, faults: list[str]) -> None:
        self.server = server
        self.world = server.world
        self.page = page
        self.faults = faults
        self.ids = dict(server.world.roles)

    def phone(self, role: str) -> Locator:
        return self.page.locator(f".phone[data-role={role}]")

    def chat(self, role: str, kind: str = "person") -> Locator:
        return self.phone(role).locator(f".chat[data-kind={kind}]:not([hidden])")

    def texts(self, role: str, kind: str = "person") -> Locator:
        return self.chat(role, kind).locator(".message .text")

    async def say(self, role: str, text: str, kind: str = "person") -> None:
        field = self.chat(role, kind).locator("textarea")
        await field.fill(text)
        await field.press("Enter")
        await expect(field).to_have_value("")

    async def choose(self, message: Locator, words: str) -> None:
        await message.hover()
        await message.get_by_role("button", name="کارهای این پیام").click()
        await self.page.get_by_role("menuitem", name=words).click()


@asynccontextmanager
async def demo(
    browser: Browser,
    *,
    samples: tuple[Sample, ...] = (),
    why: Any = None,
    bot: OnUpdate | None = None,
    script: str = "",
    **look: Any,
) -> AsyncIterator[Demo]:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(SandboxServer(demo_world(), samples, why))
        context = await browser.new_context(**({"viewport": WIDE, "locale": "fa-IR"} | look))
        stack.push_async_callback(context.close)
        context.set_default_timeout(30_000)
        await context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
        if bot is not None:
            await _run(bot, server.url, stack)
        page = await context.new_page()
        if script:
            await page.add_init_script(script)
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
        await page.goto(server.url)
        await expect(page.locator(".phone .chat").first).to_be_attached()
        yield Demo(server, page, faults)
        assert faults == []


async def _run(on_update: OnUpdate, url: str, stack: AsyncExitStack) -> None:
    session = await stack.enter_async_context(aiohttp.ClientSession())
    task = asyncio.create_task(StubBot(url, session, on_update).poll())

    async def stop() -> None:
        task.cancel()
        (ending,) = await asyncio.gather(task, return_exceptions=True)
        assert isinstance(ending, asyncio.CancelledError | aiohttp.ClientError), ending

    stack.push_async_callback(stop)


async def sides(messages: Locator) -> list[str]:
    """Which half of its list each bubble leans to, as a person sees it."""
    found: list[str] = await messages.evaluate_all(
        """items => items.map(item => {
             const list = item.parentElement.getBoundingClientRect();
             const bubble = item.querySelector(".bubble").getBoundingClientRect();
             const left = bubble.left - list.left, right = list.right - bubble.right;
             return right < left ? "right" : "left";
           })"""
    )
    return found


# ---- writing and reading


async def test_what_the_customer_writes_appears_on_both_phones_in_order_and_on_its_side(
    browser: Browser,
) -> None:
    async with demo(browser) as it:
        await it.say("customer", "سلام، سفارشم نرسیده")
        await expect(it.texts("seller")).to_have_text(["سلام، سفارشم نرسیده"])
        await it.say("seller", "سلام، الان پیگیری می‌کنم")
        await it.say("customer", "ممنون، منتظرم")

        conversation = ["سلام، سفارشم نرسیده", "سلام، الان پیگیری می‌کنم", "ممنون، منتظرم"]
        await expect(it.texts("customer")).to_have_text(conversation)
        await expect(it.texts("seller")).to_have_text(conversation)
        own, others = "right", "left"
        customer = it.chat("customer").locator(".message")
        seller = it.chat("seller").locator(".message")
        assert await sides(customer) == [own, others, own]
        assert await sides(seller) == [others, own, others]


async def test_the_customer_never_sees_the_bot(browser: Browser) -> None:
    async with demo(browser) as it:
        await expect(it.chat("seller", "bot")).to_be_visible()
        assert await it.phone("customer").locator(".chat[data-kind=bot]").count() == 0


async def test_shift_and_enter_break_the_line_and_enter_sends(browser: Browser) -> None:
    async with demo(browser) as it:
        field = it.chat("customer").locator("textarea")
        await field.press_sequentially("یک")
        await field.press("Shift+Enter")
        await field.press_sequentially("دو")
        await field.press("Enter")
        await expect(it.texts("seller")).to_have_text("یک\nدو", use_inner_text=True)


async def test_an_edit_and_a_deletion_show_on_both_phones(browser: Browser) -> None:
    async with demo(browser) as it:
        await it.say("customer", "بسته نرسید")
        await it.say("customer", "این را پس می‌گیرم")
        await it.choose(it.chat("customer").locator(".message").first, "ویرایش")
        await it.chat("customer").locator("textarea").fill("بسته هنوز نرسیده")
        await it.chat("customer").locator("textarea").press("Enter")
        edited = it.chat("seller").locator(".message").first
        await expect(edited.locator(".text")).to_have_text("بسته هنوز نرسیده")
        await expect(edited.locator(".marks")).to_contain_text("ویرایش‌شده")

        await it.choose(it.chat("customer").locator(".message").last, "حذف")
        await expect(it.texts("customer")).to_have_text(["بسته هنوز نرسیده"])
        await expect(it.texts("seller")).to_have_text(["بسته هنوز نرسیده"])


async def test_a_reply_quotes_what_it_answers(browser: Browser) -> None:
    async with demo(browser) as it:
        await it.say("customer", "کد رهگیری؟")
        await it.choose(it.chat("seller").locator(".message").first, "پاسخ")
        await it.say("seller", "الان می‌فرستم")
        await expect(it.chat("customer").locator(".message .quote")).to_contain_text("کد رهگیری؟")


@pytest.mark.parametrize(
    ("words", "shown"),
    [("عکس", ".picture"), ("استیکر", ".sticker"), ("پیام صوتی", ".voice")],
)
async def test_pretend_media_arrives(browser: Browser, words: str, shown: str) -> None:
    async with demo(browser) as it:
        await it.chat("customer").get_by_role("button", name="پیوست").click()
        await it.page.get_by_role("menuitem", name=words).click()
        await expect(it.chat("seller").locator(f".message {shown}")).to_be_visible()


async def test_a_file_is_sent_as_it_is_with_its_caption(browser: Browser) -> None:
    content = "عنوان: «شکایت»\n".encode()
    async with demo(browser) as it:
        await it.chat("customer").locator("textarea").fill("این را ببینید")
        file: FilePayload = {
            "name": "complaint.fa.yaml",
            "mimeType": "text/yaml",
            "buffer": content,
        }
        async with it.page.expect_file_chooser() as chosen:
            await it.chat("customer").get_by_role("button", name="پیوست").click()
            await it.page.get_by_role("menuitem", name="پرونده").click()
        await (await chosen.value).set_files(file)
        arrived = it.chat("seller").locator(".message").last
        await expect(arrived).to_contain_text("این را ببینید")
        link = arrived.locator("a.file")
        await expect(link).to_have_attribute("download", "complaint.fa.yaml")
        address = await link.get_attribute("href")
        answer = await it.page.request.get(f"{it.server.url}{address}")
        assert await answer.body() == content
        await expect(it.chat("customer").locator("textarea")).to_have_value("")


async def test_a_refusal_is_told_and_the_text_stays(browser: Browser) -> None:
    async with demo(browser) as it:
        field = it.chat("customer").locator("textarea")
        await field.fill("آ" * 4097)
        await field.press("Enter")
        await expect(it.page.locator("#toasts .toast.bad")).to_be_visible()
        assert len(await field.input_value()) == 4097
        it.faults.clear()  # the browser logs the refused request


# ---- the bot's messages


async def whisper(bot: StubBot, update: Json) -> None:
    """A card to the seller for each customer's turn; a toast or an alert for each button."""
    if "business_message" in update:
        message = update["business_message"]
        connection = await bot.call(
            "getBusinessConnection", business_connection_id=message["business_connection_id"]
        )
        if message["from"]["id"] == connection["user"]["id"]:
            return
        keys = [
            [{"text": "کپی جمله", "copy_text": {"text": "حق دارید؛ همین الان پیگیری می‌کنم."}}],
            [
                {"text": "جواب داد", "callback_data": "worked"},
                {"text": "مشکلی نیست", "callback_data": "harmless"},
            ],
        ]
        await bot.call(
            "sendMessage",
            chat_id=connection["user"]["id"],
            text=f"<b>قدم ۱</b>\n<blockquote>{message['text']}</blockquote>\nآرام بمانید",
            parse_mode="HTML",
            reply_markup={"inline_keyboard": keys},
        )
    if "callback_query" in update:
        query = update["callback_query"]
        harmless = query["data"] == "harmless"
        await bot.call(
            "answerCallbackQuery",
            callback_query_id=query["id"],
            text="ثبت شد: " + query["data"],
            show_alert=harmless,
        )


async def test_a_card_reaches_the_seller_alone_and_its_buttons_answer(browser: Browser) -> None:
    async with demo(browser, bot=whisper) as it:
        await it.say("customer", "مسخره کردین؟")
        card = it.chat("seller", "bot").locator(".message", has_text="قدم ۱")
        await expect(card.locator("strong")).to_have_text("قدم ۱")
        await expect(card.locator("blockquote")).to_have_text("مسخره کردین؟")
        await expect(it.texts("customer")).to_have_text(["مسخره کردین؟"])

        await card.get_by_role("button", name="جواب داد").click()
        await expect(it.chat("seller", "bot").locator(".toast")).to_have_text("ثبت شد: worked")
        await card.get_by_role("button", name="مشکلی نیست").click()
        await expect(it.page.get_by_role("dialog")).to_contain_text("ثبت شد: harmless")
        await it.page.keyboard.press("Escape")
        await expect(it.page.get_by_role("dialog")).to_have_count(0)


async def test_copy_really_copies(browser: Browser) -> None:
    async with demo(browser, bot=whisper) as it:
        await it.say("customer", "چی شد پس؟")
        key = it.chat("seller", "bot").get_by_role("button", name="کپی جمله")
        await key.click()
        await expect(it.chat("seller", "bot").locator(".toast")).to_have_text("کپی شد")
        copied = await it.page.evaluate("navigator.clipboard.readText()")
        assert copied == "حق دارید؛ همین الان پیگیری می‌کنم."


async def test_copy_has_an_older_way_where_the_new_one_is_forbidden(browser: Browser) -> None:
    forbidden = "Clipboard.prototype.writeText = () => Promise.reject(new Error('no'))"
    async with demo(browser, bot=whisper, script=forbidden) as it:
        await it.say("customer", "چی شد پس؟")
        await it.chat("seller", "bot").get_by_role("button", name="کپی جمله").click()
        await expect(it.chat("seller", "bot").locator(".toast")).to_have_text("کپی شد")
        copied = await it.page.evaluate("navigator.clipboard.readText()")
        assert copied == "حق دارید؛ همین الان پیگیری می‌کنم."


async def test_every_entity_of_telegram_has_its_look(browser: Browser) -> None:
    async with demo(browser) as it:
        async with aiohttp.ClientSession() as session:
            bot = StubBot(it.server.url, session, whisper)
            await bot.call(
                "sendMessage",
                chat_id=it.ids["seller"],
                parse_mode="HTML",
                text="😀😀 <b>درشت <i>و کج</i></b> <u>خط</u> <s>نه</s> <code>a = 1</code> "
                '<a href="https://example.org/">پیوند</a> <tg-spoiler>راز</tg-spoiler>'
                "<pre>بلوک</pre>"
                "<blockquote expandable>۱\n۲\n۳\n۴\n۵</blockquote>",
            )
        text = it.texts("seller", "bot").last
        await expect(text.locator("strong")).to_have_text("درشت و کج")
        await expect(text.locator("strong em")).to_have_text("و کج")
        await expect(text.locator("u")).to_have_text("خط")
        await expect(text.locator("s")).to_have_text("نه")
        await expect(text.locator("code").first).to_have_text("a = 1")
        await expect(text.locator("a")).to_have_attribute("href", "https://example.org/")
        await expect(text.locator("pre")).to_have_text("بلوک")
        cover = text.locator(".spoiler")
        await expect(cover.locator("span")).to_have_css("opacity", "0")
        await cover.click()
        await expect(cover.locator("span")).to_have_css("opacity", "1")
        folded = text.locator("blockquote .folded")
        small = await folded.evaluate("it => it.clientHeight")
        await text.get_by_role("button", name="بیشتر").click()
        assert await folded.evaluate("it => it.clientHeight") > small


async def test_the_bots_commands_are_a_menu(browser: Browser) -> None:
    async with demo(browser) as it:
        async with aiohttp.ClientSession() as session:
            bot = StubBot(it.server.url, session, whisper)
            commands = [{"command": "help", "description": "راهنما"}]
            await bot.call("setMyCommands", commands=commands)
        await it.chat("seller", "bot").get_by_role("button", name="دستورهای ربات").click()
        await it.page.get_by_role("menuitem", name="راهنما").click()
        await expect(it.texts("seller", "bot").last).to_have_text("/help")


async def test_hostile_text_is_only_text(browser: Browser) -> None:
    hostile = "<img src=x onerror=\"document.title='owned'\"> </script> \u202eپایان abc"
    async with demo(browser) as it:
        title = await it.page.title()
        await it.say("customer", hostile)
        await it.say("customer", "پیام بعدی abc")
        await expect(it.texts("seller").first).to_have_text(hostile)
        assert await it.chat("seller").locator(".message img").count() == 0
        assert await it.page.title() == title
        directions = await it.texts("seller").evaluate_all(
            "items => items.map(item => getComputedStyle(item).unicodeBidi)"
        )
        assert directions == ["plaintext", "plaintext"]


# ---- samples

SAMPLE = Sample(
    id="trial",
    title="نمونهٔ آزمایشی",
    note="برای آزمون",
    customer="نادر",
    turns=tuple(
        ScriptTurn("customer" if at % 2 == 0 else "seller", at * 60.0, f"نوبت {at}")
        for at in range(10)
    ),
)


async def test_a_sample_plays_stops_and_goes_on_by_hand(browser: Browser) -> None:
    async with demo(browser, samples=(SAMPLE,)) as it:
        await it.page.get_by_text("تند", exact=True).click()
        await it.page.get_by_role("button", name="پخش «نمونهٔ آزمایشی»").click()
        await expect(it.phone("customer")).to_contain_text("نادر")
        await expect(it.texts("seller")).to_have_text(["نوبت 0", "نوبت 1"])
        await it.page.get_by_role("button", name="توقف و ادامه با دست").click()
        await expect(it.page.locator("#playing")).to_be_hidden()
        played = await it.texts("customer").count()
        assert played < len(SAMPLE.turns)
        await it.say("customer", "حالا خودم می‌نویسم")
        await expect(it.texts("seller").last).to_have_text("حالا خودم می‌نویسم")
        await expect(it.texts("seller")).to_have_count(played + 1)


async def test_every_shipped_sample_is_listed_and_sound(browser: Browser) -> None:
    samples = load_samples()
    assert 10 <= len(samples) <= 14
    assert len({sample.id for sample in samples}) == len(samples)
    for sample in samples:
        moments = [turn.at for turn in sample.turns]
        assert moments == sorted(moments), sample.id
        assert 8 <= len(sample.turns) <= 16, sample.id
        assert {turn.who for turn in sample.turns} == {"customer", "seller"}, sample.id
        assert all(turn.text.strip() == turn.text != "" for turn in sample.turns), sample.id
    async with demo(browser, samples=samples) as it:
        titles = it.page.locator(".sample-list b")
        await expect(titles).to_have_text([sample.title for sample in samples])


async def test_a_new_customer_takes_the_phone_and_the_old_chat_stays_with_the_seller(
    browser: Browser,
) -> None:
    async with demo(browser) as it:
        await it.say("customer", "سلام از نفر اول")
        await it.page.get_by_role("button", name="مشتری تازه").click()
        await expect(it.texts("customer")).to_have_count(0)
        await expect(it.chat("customer").locator("textarea")).to_be_focused()
        await it.say("customer", "سلام از نفر دوم")
        await expect(it.texts("seller")).to_have_text(["سلام از نفر دوم"])
        await it.phone("seller").locator(".tab", has_text="مریم").click()
        await expect(it.texts("seller")).to_have_text(["سلام از نفر اول"])


# ---- manager, why, connection


async def test_the_manager_has_a_phone_of_their_own(browser: Browser) -> None:
    async with demo(browser) as it:
        await expect(it.phone("manager")).to_be_hidden()
        await it.page.get_by_role("button", name="فروشنده و مدیر").click()
        await expect(it.chat("manager", "bot")).to_be_visible()
        await expect(it.phone("customer")).to_be_hidden()
        await it.say("manager", "/stats", kind="bot")
        await expect(it.texts("manager", "bot").last).to_have_text("/stats")


async def reasons(seller_id: int, customer_id: int) -> Json:
    return {
        "turns": [
            {"text": "کی میرسه؟", "tension": 0, "alert": False},
            {"text": "مسخره کردین؟", "tension": 2, "alert": True},
        ],
        "signals": [
            {"label": "شکایت", "verdict": True, "words": "مسخره کردین", "weight": 1.5},
            {"label": "توهین", "verdict": False, "words": "", "weight": 0},
        ],
        "decision": f"فروشندهٔ {seller_id} و مشتری {customer_id}",
    }


async def test_the_panel_tells_why(browser: Browser) -> None:
    async with demo(browser, why=reasons) as it:
        panel = it.page.locator(".why")
        await expect(panel.locator(".verdict")).to_contain_text("برافروخته")
        pair = f"فروشندهٔ {it.ids['seller']} و مشتری {it.ids['customer']}"
        await expect(panel.locator(".verdict")).to_contain_text(pair)
        await expect(panel.locator(".signals .found")).to_contain_text("مسخره کردین")
        await expect(panel.locator(".signals .found")).to_contain_text("۱٫۵")
        await expect(panel.locator(".signals .absent")).to_have_text("توهین")
        assert await panel.locator("svg .dot").count() == 2
        assert await panel.locator("svg .ring").count() == 1
        older, newer = await panel.locator(".dot").evaluate_all(
            "them => them.map(it => it.cx.baseVal.value)"
        )
        assert older > newer  # the older turn stands to the right, where Persian begins


async def test_the_page_says_when_the_sandbox_is_gone(browser: Browser) -> None:
    async with demo(browser) as it:
        await it.server.stop()
        await expect(it.page.locator("#offline")).to_be_visible()
        await it.chat("customer").locator("textarea").fill("سلام")
        await it.chat("customer").locator("textarea").press("Enter")
        await expect(it.page.locator(".toast.bad")).to_be_visible()
        it.faults.clear()  # the browser logs the connections that fail


# ---- looks and access


@pytest.mark.parametrize("part", ["customer", "seller", "manager", "why", "samples"])
async def test_a_phone_wide_page_never_scrolls_sideways(browser: Browser, part: str) -> None:
    async with demo(browser, samples=load_samples(), why=reasons, viewport=NARROW) as it:
        await it.say("customer", "واژه" * 300 + " https://example.org/" + "a" * 200)
        await it.page.locator(f".switcher [data-part={part}]").click()
        widths = await it.page.evaluate(
            "[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]"
        )
        assert max(widths) == 375


async def test_on_a_narrow_page_a_card_announces_itself(browser: Browser) -> None:
    async with demo(browser, bot=whisper, viewport=NARROW) as it:
        await it.page.locator(".switcher [data-part=seller]").click()
        seller, customer = it.ids["seller"], it.ids["customer"]
        it.world.send(customer, seller, text="مسخره کردین؟")
        await expect(it.phone("seller").locator(".notice")).to_contain_text("قدم ۱")
        await expect(it.phone("seller").locator(".tab.bot .badge")).to_be_visible()
        await it.phone("seller").locator(".notice button").click()
        await expect(it.chat("seller", "bot").locator(".key").first).to_be_visible()
        await expect(it.phone("seller").locator(".tab.bot .badge")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_colours_follow_the_system_and_the_toggle(browser: Browser, scheme: str) -> None:
    async with demo(browser, color_scheme=scheme) as it:
        await it.say("customer", "سلام")

        async def lights() -> tuple[float, float]:
            bubble = it.chat("customer").locator(".bubble").first
            background = await bubble.evaluate("it => getComputedStyle(it).backgroundColor")
            ink = await bubble.evaluate("it => getComputedStyle(it).color")
            return brightness(background), brightness(ink)

        first = await lights()
        await it.page.locator("#theme").click()
        second = await lights()
        light, dark = (first, second) if scheme == "light" else (second, first)
        assert light[0] > 0.7 > 0.3 > light[1]
        assert dark[1] > 0.7 > 0.3 > dark[0]


async def test_english_turns_the_page_round(browser: Browser) -> None:
    async with demo(browser) as it:
        await it.say("customer", "سلام")
        await it.page.locator("#language").click()
        html = it.page.locator("html")
        await expect(html).to_have_attribute("dir", "ltr")
        await expect(html).to_have_attribute("lang", "en")
        await expect(it.texts("customer")).to_have_text(["سلام"])
        await expect(it.phone("customer")).to_contain_text("Customer’s phone")
        assert await sides(it.chat("customer").locator(".message")) == ["right"]
        await it.page.reload()
        await expect(html).to_have_attribute("lang", "en")


async def test_a_keyboard_is_enough(browser: Browser) -> None:
    async with demo(browser) as it:
        await it.page.keyboard.press("Tab")
        await expect(it.page.locator(".skip")).to_be_focused()
        await it.page.keyboard.press("Enter")
        for _ in range(12):
            if await it.page.evaluate("document.activeElement.tagName") == "TEXTAREA":
                break
            await it.page.keyboard.press("Tab")
        await expect(it.chat("customer").locator("textarea")).to_be_focused()
        await it.page.keyboard.type("با صفحه‌کلید")
        await it.page.keyboard.press("Enter")
        await expect(it.texts("seller")).to_have_text(["با صفحه‌کلید"])

        await it.chat("customer").get_by_role("button", name="کارهای این پیام").focus()
        await it.page.keyboard.press("Enter")
        await expect(it.page.get_by_role("menuitem").first).to_be_focused()
        await it.page.keyboard.press("Escape")
        await expect(it.page.get_by_role("menu")).to_have_count(0)
        await expect(
            it.chat("customer").get_by_role("button", name="کارهای این پیام")
        ).to_be_focused()


async def test_the_page_can_be_read_aloud(browser: Browser) -> None:
    async with demo(browser, samples=(SAMPLE,), why=reasons, bot=whisper) as it:
        await it.say("customer", "سلام، چی شد؟")
        await expect(it.chat("seller", "bot").locator(".key").first).to_be_visible()
        await expect(it.page.locator("html")).to_have_attribute("lang", "fa")
        await expect(it.page.locator("html")).to_have_attribute("dir", "rtl")
        nameless = await it.page.evaluate(
            """
               [...document.querySelectorAll(
                   "button, input, textarea, a, nav, section, [role=img]")]
                 .filter(it => !(it.ariaLabel || it.labels?.[0]?.textContent
                     || it.getAttribute("aria-labelledby") || it.textContent || "").trim())
                 .map(it => it.outerHTML)"""
        )
        assert nameless == []
        for landmark in ("banner", "main"):
            await expect(it.page.get_by_role(landmark)).to_have_count(1)
        aloud = it.page.locator("[aria-live=polite]#announcer")
        await expect(aloud).to_contain_text("سلام، چی شد؟")
        await expect(aloud).to_contain_text("قدم ۱")
