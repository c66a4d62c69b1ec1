"""A chat's updates that several processes are brought: one deals with them, in their order."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot

from bot.store.ledger import Ledger
from handlers.dealing import Dealing
from tests.hosts.test_dealing import TOKEN, Desk, dealt_with, in_inbox, update_of

PATIENCE_SECONDS = 20.0


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    bot = Bot(TOKEN)
    yield bot
    await bot.session.close()


@pytest.fixture
def desks() -> list[Desk]:
    return [Desk(), Desk()]


@pytest.fixture
async def dealings(
    bot: Bot, desks: list[Desk], ledgers: list[Ledger]
) -> AsyncIterator[list[Dealing]]:
    pair = zip(desks, ledgers, strict=True)
    both = [Dealing(bot, desk.dispatcher, ledger) for desk, ledger in pair]
    for each in both:
        await each.resume()
    yield both
    for each in both:
        await each.finish(0)


async def until_begun(desk: Desk, text: str) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while text not in desk.begun:
            await asyncio.sleep(0.005)


async def test_who_deals_with_a_chat_gets_the_rest_of_it(
    dealings: list[Dealing], desks: list[Desk], ledgers: list[Ledger]
) -> None:
    one, other = dealings
    await one.keep(update_of(one, 1, "1"))
    await until_begun(desks[0], "1")
    await other.keep(update_of(other, 2, "2"))
    await other.keep(update_of(other, 3, "another chat's", 8))
    await until_begun(desks[1], "another chat's")
    for desk in desks:
        desk.let.set()
    async with asyncio.timeout(PATIENCE_SECONDS):
        while in_inbox(ledgers[0]):
            await asyncio.sleep(0.005)
    assert (desks[0].finished, desks[1].finished) == (["1", "2"], ["another chat's"])
    await other.keep(update_of(other, 4, "4"))
    await dealt_with(other)
    assert desks[1].finished == ["another chat's", "4"]


async def test_the_same_update_brought_to_both_is_dealt_with_once(
    dealings: list[Dealing], desks: list[Desk], ledgers: list[Ledger]
) -> None:
    for desk in desks:
        desk.let.set()
    for number in range(1, 21):
        await asyncio.gather(
            *(dealing.keep(update_of(dealing, number, str(number))) for dealing in dealings)
        )
    async with asyncio.timeout(PATIENCE_SECONDS):
        while in_inbox(ledgers[0]):
            await asyncio.sleep(0.005)
    assert sorted(map(int, desks[0].finished + desks[1].finished)) == list(range(1, 21))


async def test_a_busy_chat_brought_to_both_in_turn_keeps_its_order(
    dealings: list[Dealing], desks: list[Desk], ledgers: list[Ledger]
) -> None:
    """A list of both, in which each writes when it has finished."""
    desks[1].finished = desks[0].finished
    for desk in desks:
        desk.let.set()
    for number in range(1, 61):
        dealing = dealings[number % 2]
        await dealing.keep(update_of(dealing, number, str(number)))
    async with asyncio.timeout(PATIENCE_SECONDS):
        while in_inbox(ledgers[0]):
            await asyncio.sleep(0.005)
    assert list(map(int, desks[0].finished)) == list(range(1, 61))


async def test_what_one_left_as_it_stopped_comes_first(
    dealings: list[Dealing], desks: list[Desk], ledgers: list[Ledger]
) -> None:
    one, other = dealings
    for number in (1, 2, 3):
        await one.keep(update_of(one, number, str(number)))
    await one.finish(0)
    desks[1].let.set()
    await other.keep(update_of(other, 4, "4"))
    await dealt_with(other)
    assert desks[1].finished == ["1", "2", "3", "4"]
    assert in_inbox(ledgers[0]) == []


async def test_two_bots_may_use_the_same_numbers(ledgers: list[Ledger]) -> None:
    one, other = ledgers
    one.belong_to(1)
    other.belong_to(2)
    assert await one.write_once(7, lambda books: "first") == "first"
    assert await other.write_once(7, lambda books: "second") == "second"
    assert await one.write_once(7, lambda books: "again") is None


async def test_updates_known_before_bots_were_told_apart_stay_known(
    ledgers: list[Ledger],
) -> None:
    one, _ = ledgers
    assert await one.write_once(7, lambda books: "first") == "first"
    one.belong_to(1)
    one.belong_to(1)
    assert await one.write_once(7, lambda books: "again") is None
