"""Delivery in Telegram's bad moods: letters wait, none is lost, none comes twice."""

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.sandbox.faults import Fault
from bot.store.tables import LetterRow
from tests.stage import Stage, stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


async def say_and_wait_for_card(acting: Stage) -> None:
    acting.world.send(acting.customer, acting.seller, text=HEATED)
    await acting.wait_until(lambda: len(acting.cards()) == 1)


async def letter_states(acting: Stage) -> set[str]:
    return await acting.app.ledger.read(
        lambda session: set(session.execute(select(col(LetterRow.state))).scalars())
    )


@pytest.mark.parametrize(
    "fault",
    [
        Fault("too_many_requests", "sendMessage", retry_after=1),  # waits as long as it is told
        Fault("server_error", "sendMessage"),  # tries again by itself
        Fault("dropped", "sendMessage"),  # the connection breaks before anything was done
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
