"""Letters of several processes: each reader's in order, by one process at a time, none twice."""

from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import text

from bot.core.letters import Letter, NoteLetter, Urgency
from bot.store.ledger import Ledger
from bot.store.outbox import Taken
from tests.store.samples import mark_sent

READERS, LETTERS = 8, 25


def post(ledger: Ledger, to: int, words: str, urgency: Urgency = Urgency.SOON) -> None:
    due_at = 0.0  # by every clock
    ledger.commit(lambda books: books.post(to, NoteLetter(words), urgency, due_at=due_at))


def take(ledger: Ledger, holder: str, *, most: int = 50, busy: Iterable[int] = ()) -> Taken:
    return ledger.commit(lambda books: books.take_letters(holder, most, frozenset(busy)))


def words(taken: Taken) -> list[str]:
    return [letter.body.message for letter in taken.letters if isinstance(letter.body, NoteLetter)]


def let_go(ledger: Ledger, holder: str, to: int, rest: float = 0.0) -> None:
    ledger.commit(lambda books: books.readers.let_go(to, holder, rest))


def pass_time(ledger: Ledger, seconds: float) -> None:
    """By the clock of the database, which holds for all."""
    earlier = "update letter_reader set held_until = held_until - :s, shut_until = shut_until - :s"
    with ledger._engine.begin() as database:
        database.execute(text(earlier), {"s": seconds})


def test_a_reader_is_served_by_one_process_at_a_time(ledgers: list[Ledger]) -> None:
    one, other = ledgers
    for each in ("first", "second"):
        post(one, 1, each)
    post(one, 2, "another's")
    assert words(take(one, "one", most=1)) == ["first"]
    assert words(take(other, "other")) == ["another's"]
    assert words(take(other, "other", busy=[2])) == []
    let_go(one, "one", 1)
    assert words(take(other, "other", busy=[2])) == ["first"]


def test_it_rests_as_long_as_the_last_one_said(ledgers: list[Ledger]) -> None:
    one, other = ledgers
    post(one, 1, "first")
    take(one, "one")
    let_go(one, "one", 1, rest=60)
    assert words(take(other, "other")) == []
    pass_time(one, 61)
    assert words(take(other, "other")) == ["first"]


def test_who_has_died_holds_nobody_for_long(ledgers: list[Ledger]) -> None:
    one, other = ledgers
    post(one, 1, "first")
    take(one, "one")
    one.commit(lambda books: books.readers.renew([1], "one"))
    assert words(take(other, "other")) == []
    pass_time(one, 60)
    assert words(take(other, "other")) == ["first"]
    assert words(take(one, "one")) == []


def test_who_stops_holds_nobody(ledgers: list[Ledger]) -> None:
    one, other = ledgers
    post(one, 1, "first")
    take(one, "one")
    one.commit(lambda books: books.readers.let_go_all("one"))
    assert words(take(other, "other")) == ["first"]


def test_patience_is_kept_by_all(ledgers: list[Ledger]) -> None:
    one, other = ledgers
    for each in ("first", "second"):
        post(one, 1, each)
    (letter,) = take(one, "one").letters
    one.commit(lambda books: books.put_off(letter, 30, "TelegramRetryAfter"))
    let_go(one, "one", 1)
    for ledger, holder in ((one, "one"), (other, "other")):
        assert words(take(ledger, holder)) == []
    pass_time(one, 31)
    assert words(take(other, "other")) in (["first"], ["second"])  # by its own clock, it is due


@pytest.mark.parametrize("holder", ["one", "other"])
def test_who_waits_for_nobody_is_forgotten(ledgers: list[Ledger], holder: str) -> None:
    one, _ = ledgers
    post(one, 1, "first")
    take(one, holder)
    with one._engine.connect() as database:
        count = text("select count(*) from letter_reader")
        one.commit(lambda books: books.readers.forget())
        assert database.execute(count).scalar_one() == 1
        pass_time(one, 60)
        one.commit(lambda books: books.readers.forget())
        assert database.execute(count).scalar_one() == 0


def test_many_at_once_take_each_letter_once_and_in_order(ledgers: list[Ledger]) -> None:
    for number in range(READERS * LETTERS):
        post(ledgers[0], number % READERS, str(number))
    brought: dict[int, list[Letter]] = defaultdict(list)
    together = Barrier(4)

    def bring(process: int) -> None:
        ledger, holder = ledgers[process % 2], f"{process}"
        together.wait()
        while ledger.commit(lambda books: books.due_letters(1)):
            for letter in take(ledger, holder, most=2).letters:
                brought[letter.to].append(letter)
                mark_sent(ledger, letter)
                let_go(ledger, holder, letter.to)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(bring, range(4)))
    numbers = {to: [letter.id for letter in letters] for to, letters in brought.items()}
    assert sum(map(len, numbers.values())) == READERS * LETTERS
    assert all(each == sorted(set(each)) for each in numbers.values())
