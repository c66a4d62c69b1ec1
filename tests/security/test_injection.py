"""Names and words that are markup, or turn the direction: harmless on every screen of a tour."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.core.people import Role
from bot.sandbox.api import Request
from tests.handlers.crew import hire, open_group
from tests.handlers.presses import without_limits
from tests.handlers.test_permissions import commands
from tests.stage import Stage, stage

EVIL = "</b><a href='http://evil.example'>\u202eevil\u2069\u2069\u202d<script>"
ANGRY = f"شما کلاهبردارین! {EVIL} پول منو خوردین & ازتون شکایت می‌کنم"
OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"
TURNING = "\u202a\u202b\u202d\u202e"
LINE_ENDS = "\n\u2029"


def unruly(text: str) -> bool:
    """Whether something in a text can turn what stands around it, line by line."""
    depth = 0
    for letter in text:
        if letter in OPENING:
            depth += 1
        elif letter == CLOSING:
            depth -= 1
        elif letter in LINE_ENDS:
            depth = 0
        elif letter in TURNING and depth <= 0:
            return True
        if depth < 0:
            return True
    return False


def written(requests: Iterable[Request]) -> list[dict[str, Any]]:
    """All that was sent or drawn, and taken by Telegram."""
    assert [each.answer for each in requests if "can't parse" in str(each.answer)] == []
    return [dict(each.params) for each in requests if "text" in each.params]


async def tour(acting: Stage, *people: int) -> None:
    """Everybody asks for every screen."""
    for person in people:
        for command in sorted(commands() - {"leave"}):
            await acting.tells_bot(person, f"/{command}")


async def test_no_screen_takes_a_name_or_a_word_for_markup(tmp_path: Path) -> None:
    async with stage(tmp_path, shop_name=EVIL) as acting:
        without_limits(acting)
        seller = await hire(acting, EVIL)
        await hire(acting, EVIL, Role.MANAGER)
        customer = acting.world.add_user(EVIL).id
        acting.world.connect(seller, acting.bot_id)
        acting.world.send(customer, seller, text=ANGRY)
        await acting.settle()
        await acting.presses(seller, "مدیر را خبر کن")
        await acting.tells_bot(seller, f"/check {ANGRY}")
        await acting.tells_bot(seller, f"/mine {ANGRY}")
        await acting.tells_bot(acting.manager, f"/try {ANGRY}")
        group = open_group(acting, seller)
        acting.world.rooms[group].title = EVIL
        acting.world.send(customer, acting.seller, text=ANGRY)
        await acting.settle()
        await tour(acting, acting.manager, seller)
        shown = written(acting.server.api.requests)
        assert len(shown) > 20
        for each in shown:
            text = str(each["text"])
            assert "<script" not in text, text
            assert "<a href='http" not in text, text
            assert not unruly(text), ascii(text)
        screens = [*acting.screens(acting.manager), *acting.screens(seller)]
        assert any("<script>" in each.text for each in screens), "nothing hostile was shown at all"
