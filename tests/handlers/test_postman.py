"""Delivery in Telegram's bad moods: letters wait, none is lost, none comes twice."""

from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlmodel import col

from bot.core.letters import Letter, NoteLetter
from bot.errors import StoreBusyError
from bot.sandbox.faults import Fault
from bot.store.books import Books
from bot.store.tables import LetterRow
from tests.stage import Stage, stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


async def say_and_wait_for_card(acting: Stage) -> None:
    acting.world.send(acting.customer, acting.seller, text=HEATED)
    await acting.wait_until(lambda: len(acting.cards()) == 1)


def methods(acting: Stage) -> list[str]:
    return [request.method for request in acting.server.api.requests]


async def letter_states(acting: Stage) -> set[str]:
    """Of all letters but those that are planned for later."""
    soon = col(LetterRow.due_at) <= acting.world.clock.now() + 60
    asked = select(col(LetterRow.state)).where(soon)
    return await acting.app.ledger.read(lambda session: set(session.execute(asked).scalars()))


@pytest.mark.parametrize(
    "fault",
    [
        Fault("too_many_requests", "sendMessage", retry_after=1),  # waits as long as it is told
        Fault("server_error", "sendMessage"),  # tries again by itself
        Fault("dropped", "sendMessage"),  # the connection breaks before anything was done
        Fault("bad_gateway", "sendMessage"),  # a proxy's page instead of an answer
    ],
    ids=lambda fault: fault.kind,
)
async def test_a_card_comes_once_after_a_fault(tmp_path: Path, fault: Fault) -> None:
    async with stage(tmp_path) as acting:
        acting.server.api.faults.add(fault)
        await say_and_wait_for_card(acting)
        await acting.settle()
        assert len(acting.cards()) == 1


async def test_an_answer_lost_on_the_way_costs_at_most_one_more_card(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        acting.server.api.faults.add(Fault("lost", "sendMessage"))
        await say_and_wait_for_card(acting)
        await acting.wait_until(lambda: len(acting.cards()) == 2)
        await acting.settle()
        assert len(acting.cards()) == 2


async def test_a_seller_who_blocked_aram_holds_nothing_up(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        acting.world.block(acting.seller, acting.bot_id)
        await acting.customer_says(HEATED)
        assert "due" not in await letter_states(acting)
        acting.world.unblock(acting.seller, acting.bot_id)
        await acting.customer_says("احمقای بیشعور")
        assert len(acting.cards()) == 1


async def test_patience_with_one_chat_keeps_its_order_and_holds_no_other_up(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        acting.server.api.requests.clear()
        acting.server.api.faults.add(Fault("too_many_requests", "sendMessage", retry_after=8))
        acting.world.send(acting.seller, acting.bot_id, text="/help")
        await acting.wait_until(lambda: "sendMessage" in methods(acting))
        acting.world.send(acting.seller, acting.bot_id, text="/start")
        acting.world.send(acting.manager, acting.bot_id, text="/help")
        await acting.wait_until(lambda: len(acting.screens(acting.seller)) == 4)
        assert "چه کار می‌کند" in acting.screens(acting.seller)[2].text
        arrived = [
            request.params["chat_id"]
            for request in acting.server.api.requests
            if request.method == "sendMessage" and request.answer["ok"]
        ]
        assert list(map(int, arrived)) == [acting.manager, acting.seller, acting.seller]


async def test_a_letter_that_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        note = NoteLetter("note-help")
        broken = update(LetterRow).where(col(LetterRow.state) == "due").values(body="{}")

        def post_and_break(books: Books) -> None:
            books.post(acting.seller, note)
            books._database.execute(broken)

        await acting.app.ledger.write(post_and_break)
        await acting.customer_says(HEATED)
        assert len(acting.cards()) == 1
        assert "given_up" in await letter_states(acting)


async def test_a_receipt_that_cannot_be_kept_sends_nothing_twice(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        ledger = acting.app.ledger
        full = StoreBusyError("error-database-unwritable", path="x")
        kept, failures = ledger.mark_sent, [full, full]

        async def mark_sent(letter: Letter, **more: int | None) -> None:
            if failures:
                raise failures.pop()
            await kept(letter, **more)

        ledger.mark_sent = mark_sent  # type: ignore[method-assign]
        await say_and_wait_for_card(acting)
        await acting.wait_until(lambda: not failures)
        await acting.settle()
        assert methods(acting).count("sendMessage") == 4  # three notes at the start, one card
        assert len(acting.cards()) == 1
