"""Strangers, people removed a moment ago, made-up presses: what they must not reach."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Chat, Message

from bot.core.letters import BreathLetter, CardLetter, CommentLetter, NoteLetter, Urgency
from bot.core.people import Role
from bot.sandbox.faults import Fault
from handlers.ephemeral import Ephemerals, Seat
from handlers.room_screens import RoomButton
from handlers.strangers import AT_ONCE
from handlers.writing import Drawn
from tests.handlers.crew import HEATED, appoint, dismiss, hire, in_group, open_group, says
from tests.handlers.presses import pressed
from tests.stage import Stage, stage


def asked(acting: Stage, method: str) -> int:
    """How often Aram has asked Telegram for something."""
    return sum(request.method == method for request in acting.server.api.requests)


# Strangers


@pytest.mark.parametrize("words", ["/start", "/start join-AAAA", "سلام"])
async def test_telegrams_patience_with_a_stranger_keeps_nobody_waiting(
    tmp_path: Path, words: str
) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        acting.server.api.faults.add(Fault("too_many_requests", "sendMessage", retry_after=60))
        await acting.tells_bot(stranger, words)
        await acting.customer_says(HEATED)
        assert len(acting.cards()) == 1


@pytest.mark.parametrize("words", ["/start", "/start join-AAAA"])
async def test_a_stranger_who_floods_is_answered_a_few_times(tmp_path: Path, words: str) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        for _ in range(2 * int(AT_ONCE)):
            acting.world.send(stranger, acting.bot_id, text=words)
        await acting.settle()
        assert 1 <= len(acting.screens(stranger)) <= AT_ONCE + 1
        await acting.customer_says(HEATED)
        assert len(acting.cards()) == 1


# Removed, or demoted, a moment ago


async def test_letters_that_wait_do_not_reach_who_was_removed_meanwhile(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        seller = await hire(acting, "سارا")
        acting.world.connect(seller, acting.bot_id)
        await acting.settle()
        acting.world.send(acting.customer, seller, text=HEATED)
        await acting.settle()
        card = CardButtonOf(acting.cards(seller)[-1].buttons)
        await dismiss(acting, seller)
        seen = len(acting.screens(seller))

        def post(books: Any) -> None:
            books.post(seller, CardLetter(card, anew=True), Urgency.NOW)
            books.post(seller, BreathLetter("مریم", ("واژه",), ("متن",)), Urgency.NOW)

        await acting.app.ledger.write(post)
        await acting.settle()
        assert len(acting.screens(seller)) == seen
        await acting.app.ledger.write(
            lambda books: books.post(seller, NoteLetter("note-help"), Urgency.NOW)
        )
        await acting.settle()
        assert len(acting.screens(seller)) == seen + 1  # what is no secret still comes


def CardButtonOf(buttons: dict[str, str]) -> int:  # noqa: N802
    return int(next(each for each in buttons.values() if "card:" in each).split(":")[1])


async def test_a_request_to_managers_does_not_reach_who_was_demoted_meanwhile(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        number = await says(acting, acting.customer, group)
        await appoint(acting, acting.manager, Role.MANAGER)
        card = CardButtonOf(acting.cards(acting.seller)[-1].buttons)
        other = await hire(acting, "رضا", Role.MANAGER)
        await appoint(acting, other, Role.SELLER)
        seen = len(acting.screens(other))
        await acting.app.ledger.write(
            lambda books: books.post(other, CommentLetter(card, number, acting.seller))
        )
        await acting.settle()
        assert len(acting.screens(other)) == seen


async def test_a_groups_card_goes_on_without_who_was_removed(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        sara = await hire(acting, "سارا")
        group = open_group(acting, sara)
        await says(acting, acting.customer, group)
        assert len(acting.cards(sara)) == 1  # asked, as the seller is
        await dismiss(acting, sara)
        before = [screen.text for screen in acting.screens(sara)]
        await says(acting, acting.customer, group, "دزدها! آبروتونو می‌برم، زرافه")
        assert "زرافه" in acting.cards(acting.seller)[-1].text
        assert [screen.text for screen in acting.screens(sara)] == before


@pytest.mark.parametrize("data", ["1~card:1:fine:0", "1~take:1", "1~mine:1:0"])
async def test_a_press_that_overlaps_with_the_removal_does_nothing(
    tmp_path: Path, data: str
) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        card = acting.cards()[-1].text
        # The removal has been committed; this process has not yet looked.
        await acting.app.ledger.write(lambda books: books.roster.end(acting.seller, by=None))
        shops = acting.app.branches.shops
        stale = (shops.revision or 0) + 1_000
        shops.revision = stale  # whoever looks now sees an older one, as from a slow replica
        update = pressed(acting, acting.seller, 9_000_001, data)
        await acting.app.dealing.enter(acting.app.dealing.read(update))  # type: ignore[arg-type]
        await acting.settle()
        assert acting.cards()[-1].text == card


@pytest.mark.parametrize("chat", [10**30, -(10**30)])
def test_a_made_up_chat_is_no_button(chat: int) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - aiogram passes such data over
        RoomButton.unpack(f"room:{chat}:1")


# What customers in a group could see


async def test_a_server_that_knows_no_whispers_shows_a_group_nothing_twice(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await says(acting, acting.customer, group, "سلام")
        shown: list[int] = []
        removed: list[int] = []

        class Old:
            """A Bot API server that passes over what it does not know."""

            async def send_message(self, chat_id: int, *_: Any, **__: Any) -> Message:
                shown.append(chat_id)
                return Message(message_id=7, date=1, chat=Chat(id=chat_id, type="supergroup"))  # type: ignore[arg-type]

            async def delete_message(self, _chat_id: int, message_id: int) -> bool:
                removed.append(message_id)
                return True

        ephemerals = Ephemerals(Old())  # type: ignore[arg-type]
        for _ in range(2):
            with pytest.raises(TelegramBadRequest):
                await ephemerals.send(Seat(group, None, acting.seller), Drawn("زرافه"))
        assert (shown, removed) == ([group], [7])
        assert in_group(acting, acting.customer, group) == []
        await asyncio.sleep(0)
