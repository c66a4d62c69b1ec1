"""Ten thousand letters: the urgent first, each reader's in order, no chat held up by another."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from random import Random
from typing import cast

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendMessage
from sqlalchemy import func, select

from bot.core.letters import Letter, NoteLetter, Urgency
from bot.core.people import Shop
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from bot.store.tables import LetterRow, table_of
from handlers.delivery import Delivery, Receipt
from handlers.limits import Limits
from handlers.postman import MOST_UNDER_WAY, Postman

LETTERS, READERS = 10_000, 500
PATIENCE_SECONDS = 100.0
NOW = 1_800_000_000.0


class Counter:
    """Takes letters over; those for the `unreachable` break off."""

    def __init__(self) -> None:
        self.taken: list[Letter] = []
        self.unreachable: set[int] = set()
        self.tries = 0

    async def hand_over(self, letter: Letter) -> Receipt:
        if letter.to in self.unreachable:
            self.tries += 1
            raise TelegramNetworkError(SendMessage(chat_id=letter.to, text=""), "broken off")
        self.taken.append(letter)
        return Receipt()


@pytest.fixture
async def ledger(sqlite_url: str) -> AsyncIterator[Ledger]:
    engine = open_engine(sqlite_url)
    migrate(engine)
    ledger = Ledger(engine, Shop(), lambda: NOW)
    yield ledger
    ledger.close()


async def drain(ledger: Ledger, counter: Counter, left: int = 0) -> None:
    """Let a postman work until no more than so many letters are due."""
    postman = Postman(cast(Delivery, counter), ledger, Limits(are_kept=False))
    running = asyncio.create_task(postman.run())
    rows = table_of(LetterRow)
    due = select(func.count()).where(rows.c.state == "due", rows.c.due_at <= NOW)
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await ledger.read(lambda session: session.execute(due).scalar_one()) > left:
            await asyncio.sleep(0.05)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@pytest.mark.timeout(150)
async def test_ten_thousand_letters_go_in_the_order_of_their_urgency(ledger: Ledger) -> None:
    chance = Random(7)
    urgencies = [chance.choice(list(Urgency)) for _ in range(LETTERS)]

    def post(books: Books) -> None:
        for number, urgency in enumerate(urgencies):
            books.post(chance.randrange(READERS), NoteLetter(str(number)), urgency)

    await ledger.write(post)
    counter = Counter()
    await drain(ledger, counter)
    order = [int(cast(NoteLetter, letter.body).message) for letter in counter.taken]
    assert sorted(order) == list(range(LETTERS))
    ideal = sorted(range(LETTERS), key=lambda number: (urgencies[number], number))
    place = {number: index for index, number in enumerate(ideal)}
    classes = [urgencies[number] for number in order]
    first_later = classes.index(Urgency.LATER)
    assert classes[first_later:].count(Urgency.NOW) == 0
    assert max(index - place[number] for index, number in enumerate(order)) <= 2 * MOST_UNDER_WAY
    by_reader: dict[int, list[int]] = defaultdict(list)
    for letter, number in zip(counter.taken, order, strict=True):
        by_reader[letter.to].append(place[number])
    assert all(places == sorted(places) for places in by_reader.values())


async def test_a_thousand_letters_to_one_who_cannot_be_reached_hold_nobody_up(
    ledger: Ledger,
) -> None:
    def post(books: Books) -> None:
        for number in range(1000):
            books.post(1, NoteLetter(str(number)), Urgency.NOW)
        for reader in range(2, 52):
            books.post(reader, NoteLetter("digest"), Urgency.LATER)

    await ledger.write(post)
    counter = Counter()
    counter.unreachable = {1}
    await drain(ledger, counter, left=999)
    assert sorted(letter.to for letter in counter.taken) == list(range(2, 52))
    assert counter.tries == 1
