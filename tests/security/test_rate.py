"""Whoever calls too often waits, and is told so once; customers never wait for anything."""

from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Update

from bot.sandbox.membership import set_blocked
from handlers.rate import ALLOWED, TOLD_EVERY_SECONDS, Kind, deed_of
from tests.handlers.crew import HEATED, hire
from tests.handlers.presses import pressed
from tests.stage import Stage, stage

SLOWER = "یک لحظه صبر کنید"
MORE = 5
COMMANDS, PRESSES = (int(ALLOWED[kind].at_once) for kind in (Kind.COMMAND, Kind.PRESS))


def floods(acting: Stage, person: int, times: int, words: str = "/language") -> None:
    """Someone writes the same again and again, faster than anybody types."""
    for _ in range(times):
        acting.world.send(person, acting.bot_id, text=words)


def told_to_wait(acting: Stage, person: int) -> int:
    return sum(SLOWER in screen.text for screen in acting.screens(person))


async def test_whoever_calls_too_often_is_told_once_and_not_served(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        before = len(acting.screens(acting.seller))
        floods(acting, acting.seller, COMMANDS + 4 * MORE)
        await acting.settle()
        assert told_to_wait(acting, acting.seller) == 1
        served = len(acting.screens(acting.seller)) - before - 1
        assert COMMANDS - 1 <= served < COMMANDS + 4 * MORE  # the stage itself has pressed Start


async def test_after_a_while_everything_is_as_before(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        floods(acting, acting.seller, COMMANDS + MORE)
        await acting.settle()
        acting.world.clock.advance(TOLD_EVERY_SECONDS)
        before = len(acting.screens(acting.seller))
        await acting.tells_bot(acting.seller, "/language")
        assert len(acting.screens(acting.seller)) == before + 1
        floods(acting, acting.seller, COMMANDS + MORE)
        await acting.settle()
        assert told_to_wait(acting, acting.seller) == 2


async def test_one_persons_flood_is_nobody_elses(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "سارا")
        floods(acting, acting.seller, COMMANDS + MORE)
        await acting.tells_bot(other, "/language")
        assert told_to_wait(acting, other) == 0
        assert len(acting.screens(other)) == 2  # the welcome, and this
        await acting.customer_says(HEATED)
        assert len(acting.cards()) == 1


async def test_presses_are_counted_and_the_word_comes_as_an_alert(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        acting.server.api.requests.clear()
        for number in range(PRESSES + 4 * MORE):
            update = pressed(acting, acting.seller, 970_000 + number, "1~lang:xx")
            await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
        answers = [
            request.params
            for request in acting.server.api.requests
            if request.method == "answerCallbackQuery"
        ]
        words = [each for each in answers if SLOWER in str(each.get("text"))]
        assert len(words) == 1
        assert str(words[0]["show_alert"]).lower() == "true"
        assert PRESSES < len(answers) < PRESSES + 4 * MORE


async def test_a_strangers_flood_gets_no_word(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        floods(acting, stranger, COMMANDS + 4 * MORE)
        await acting.settle()
        assert told_to_wait(acting, stranger) == 0
        assert 1 <= len(acting.screens(stranger)) <= COMMANDS + MORE


async def test_the_word_is_in_the_readers_language(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/language")
        await acting.presses(acting.seller, "English")
        floods(acting, acting.seller, COMMANDS + MORE)
        await acting.settle()
        assert any("One moment, please" in each.text for each in acting.screens(acting.seller))


async def test_a_sellers_connection_is_followed_however_often_it_changes(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        for _ in range(20):
            acting.world.disconnect(acting.seller)
            acting.world.connect(acting.seller, acting.bot_id)
        acting.world.disconnect(acting.seller)
        await acting.settle()
        number = f"sandbox-connection-{21}"
        kept = await acting.app.ledger.write(lambda books: books.connection(number))
        assert kept is not None
        assert not kept.is_enabled


async def test_a_stranger_who_connects_again_and_again_is_told_a_few_times(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        await acting.tells_bot(stranger, "سلام")
        before = len(acting.screens(stranger))
        for _ in range(20):
            acting.world.connect(stranger, acting.bot_id)
        await acting.settle()
        told = len(acting.screens(stranger)) - before
        assert 1 <= told <= ALLOWED[Kind.CONNECTION].at_once


PERSON = {"id": 5, "is_bot": False, "first_name": "مریم"}
PRIVATE, GROUP = {"id": 5, "type": "private"}, {"id": -100, "type": "supergroup"}
SAID: dict[str, Any] = {"message_id": 1, "date": 1, "from": PERSON, "text": "/start"}
NEVER_COUNTED = {
    "a customer's message": {"business_message": SAID | {"chat": PRIVATE}},
    "a customer's edit": {"edited_business_message": SAID | {"chat": PRIVATE}},
    "a message in a group": {"message": SAID | {"chat": GROUP}},
    "an edit in a group": {"edited_message": SAID | {"chat": GROUP}},
    "a post": {"channel_post": SAID | {"chat": {"id": -200, "type": "channel"}}},
    "a deletion": {
        "deleted_business_messages": {
            "business_connection_id": "bc",
            "chat": PRIVATE,
            "message_ids": [1],
        }
    },
}


@pytest.mark.parametrize("update", NEVER_COUNTED.values(), ids=NEVER_COUNTED.keys())
def test_what_customers_say_is_never_counted(update: dict[str, Any]) -> None:
    assert deed_of(Update.model_validate({"update_id": 1} | update)) is None


async def test_a_customer_who_floods_is_read_to_the_end(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        for _ in range(COMMANDS + 4 * MORE):
            acting.world.send(acting.customer, acting.seller, text="/help")
        await acting.customer_says(HEATED)
        assert len(acting.cards()) == 1


async def test_whoever_shuts_aram_out_before_the_answer_holds_nothing_up(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        bot = acting.world.bots[acting.bot_id]
        acting.world.send(acting.seller, acting.bot_id, text="/language")
        set_blocked(acting.world, bot, acting.seller, blocked=True)
        await acting.settle()
        asides = await acting.app.ledger.write(lambda books: books.inbox().asides())
        assert asides == []


async def test_an_old_press_of_a_dead_button_is_no_poison(tmp_path: Path) -> None:
    """Telegram takes no answer to a press that waited for a day; that is no reason to try again."""
    async with stage(tmp_path) as acting:
        for number, data in enumerate(("1~gone:1", "1~lang:fa", "1~lang:xx")):
            raw = pressed(acting, acting.seller, 980_000 + number, data)
            update = acting.app.dealing.read(raw)
            assert update is not None
            await acting.app.dealing.enter(update)
        asides = await acting.app.ledger.write(lambda books: books.inbox().asides())
        assert asides == []
