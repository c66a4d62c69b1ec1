"""The page in a real Chromium: how it looks, what it asks for, and what hostile words can do."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from bot.app import build_locales
from bot.evaluation.figures import Figures
from bot.evaluation.headline import headlines
from bot.evaluation.page import build_page
from tests.chromium import IN_CHROMIUM, NARROW, WIDE, brightness
from tests.evaluation.stage import figures_of, talk, variety, words_in

pytestmark = IN_CHROMIUM


LANGUAGES = ("fa", "en")
HOSTILE = (
    '"><script>window.caught = 1</script>',
    "</style></svg><img src=x onerror='window.caught = 1'>",
    "<svg onload=window.caught=1><a href=javascript:window.caught=1>x</a>",
    "\u202eبرعکس <iframe srcdoc='<script>top.caught=1</script>'>",
    "&lt;script&gt;window.caught = 1&lt;/script&gt; {{ 7*7 }} \x00\ud800",
)
LONG = "واژه" * 200 + " https://example.org/" + "a" * 300


def hostile() -> Figures:
    """Words that would break a careless page, in every place where a file's words may stand."""
    texts = cycle((*HOSTILE, LONG))
    spoilt = []
    for judged in variety():
        turns = [replace(each, turn=replace(each.turn, text=next(texts))) for each in judged.turns]
        script = judged.gold.script
        placed = {"channel": script.channel, "register": judged.gold.register}
        spoilt.append(talk(*turns, id=next(texts), **placed))
    return figures_of(*spoilt, files=[*HOSTILE, LONG])


@asynccontextmanager
async def opened(
    browser: Browser, folder: Path, figures: Figures, language: str, **look: Any
) -> AsyncIterator[Page]:
    """The page from a file, as a person opens it; nothing may be asked for, nothing may fail."""
    file = folder / "page.html"
    file.write_text(build_page(figures, build_locales().get(language)), encoding="utf-8")
    context = await browser.new_context(**({"viewport": WIDE} | look))
    page = await context.new_page()
    faults: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text))
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(file.as_uri())
    yield page
    await context.close()
    assert faults == []
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_phone_wide_page_never_scrolls_sideways(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    async with opened(browser, tmp_path, hostile(), language, viewport=NARROW) as page:
        columns = page.locator(".turns li")
        for number in (0, await columns.count() - 1):
            await columns.nth(number).hover()
            await expect(columns.nth(number).locator(".tip")).to_be_visible()
            assert await widths(page) == {375}


async def widths(page: Page) -> set[int]:
    script = "[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]"
    return set(await page.evaluate(script))


async def test_on_a_phone_cards_stand_below_one_another(browser: Browser, tmp_path: Path) -> None:
    async with opened(browser, tmp_path, figures_of(*variety()), "fa", viewport=NARROW) as page:
        lefts = await page.locator(".card").evaluate_all(
            "cards => cards.map(card => card.getBoundingClientRect().left)"
        )
        assert len(lefts) > 10
        assert len(set(lefts)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hostile_words_are_words(browser: Browser, tmp_path: Path, language: str) -> None:
    async with opened(browser, tmp_path, hostile(), language) as page:
        assert await page.evaluate("window.caught") is None
        foreign = "script, img, iframe, a, [onload], [onerror], [srcdoc]"
        assert await page.locator(foreign).count() == 0
        tips = " ".join(await page.locator(".tip q").all_text_contents())
        assert "<script>window.caught = 1</script>" in tips
        assert "&lt;script&gt;" in tips  # as it was written, not as it would be read
        assert not set(tips) & {"\u202e", "\x00"}


async def test_persian_reads_from_right_to_left_in_persian_digits(
    browser: Browser, tmp_path: Path
) -> None:
    figures = figures_of(*variety(), files=["گفت‌وگو.jsonl"])
    async with opened(browser, tmp_path, figures, "fa") as page:
        seen = await page.locator("body").inner_text()
        assert re.findall(r"(?<!F)[0-9]", seen) == []
        first, second = [await page.locator(".tile").nth(each).bounding_box() for each in (0, 1)]
        assert first is not None
        assert second is not None
        assert first["x"] > second["x"]
        weights = await page.evaluate("document.fonts.check('700 16px Vazirmatn', 'آ')")
        assert weights is True


async def test_older_turns_stand_where_reading_begins(browser: Browser, tmp_path: Path) -> None:
    for language, begins_right in (("fa", True), ("en", False)):
        async with opened(browser, tmp_path, figures_of(*variety()), language) as page:
            columns = page.locator(".talk.early .turns li")
            marks = page.locator(".talk.early .levels .dot.gold")
            for number in range(2):
                column = await columns.nth(number).bounding_box()
                mark = await marks.nth(number).bounding_box()
                assert column is not None
                assert mark is not None
                # the drawn dot stands in the middle of the column that tells of it
                assert abs(column["x"] + column["width"] / 2 - mark["x"] - mark["width"] / 2) < 2
            older, newer = [await columns.nth(each).bounding_box() for each in (0, 1)]
            assert older is not None
            assert newer is not None
            assert (older["x"] > newer["x"]) is begins_right


async def test_pointing_at_a_turn_tells_what_was_said_and_heard(
    browser: Browser, tmp_path: Path
) -> None:
    words = words_in("en")
    async with opened(browser, tmp_path, figures_of(*variety()), "en") as page:
        missed = page.locator(".talk.missed")
        tip = missed.locator(".tip").nth(1)
        await expect(tip).to_be_hidden()
        await missed.locator(".turns li").nth(1).focus()
        await expect(tip).to_be_visible()
        await expect(tip).to_contain_text("دست شما درد نکنه")
        await expect(tip).to_contain_text(words.say("key-unheard"))
        await expect(tip).to_contain_text("risk 20%")


async def test_what_is_drawn(browser: Browser, tmp_path: Path) -> None:
    figures = figures_of(*variety())
    async with opened(browser, tmp_path, figures, "en") as page:
        await expect(page.locator(".tile")).to_have_count(len(headlines(figures)))
        await expect(page.locator(".talk")).to_have_count(6)
        await expect(page.locator(".columns > div")).to_have_count(6)
        outcomes = {name: await page.locator(f".columns .{name}").count() for name in ("tp", "fn")}
        alerts = figures.scores.alerts
        assert outcomes == {"tp": alerts.tp, "fn": alerts.fn}
        await expect(page.locator(".bars li")).to_have_count(3 + 5)
        charts = page.locator("[role=img]")
        assert await charts.count() == 4
        assert all([await charts.nth(each).get_attribute("aria-label") for each in range(4)])


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_colours_follow_the_system(browser: Browser, tmp_path: Path, scheme: str) -> None:
    async with opened(browser, tmp_path, figures_of(*variety()), "fa", color_scheme=scheme) as page:
        card = page.locator(".card").first
        background = brightness(await card.evaluate("it => getComputedStyle(it).backgroundColor"))
        ink = brightness(await card.evaluate("it => getComputedStyle(it).color"))
        bright, dark = (background, ink) if scheme == "light" else (ink, background)
        assert bright > 0.7 > 0.3 > dark
