"""Piles grow while a seller hands over, and postpone their one letter; they are closed once."""

from dataclasses import replace

from bot.core.letters import Letter, PileLetter
from bot.core.pasted.pile import (
    LONGEST_GATHERING_SECONDS,
    MOST_READ,
    PAUSE_SECONDS,
    Kind,
    Piece,
    Pile,
)
from bot.core.people import Shop
from bot.store.ledger import Ledger
from bot.store.piles import STALE_SECONDS
from tests.store.conftest import Clock

SELLER = 11


def piece(text: str, number: int = 1) -> Piece:
    return Piece(Kind.FORWARD, text, number, name="سارا", at=5.0)


def add(ledger: Ledger, text: str) -> int:
    return ledger.commit(lambda books: books.piles.add(SELLER, piece(text)))


def find(ledger: Ledger, number: int) -> Pile:
    pile = ledger.commit(lambda books: books.piles.find(number))
    assert pile is not None
    return pile


def due(ledger: Ledger) -> tuple[Letter, ...]:
    return ledger.commit(lambda books: books.due_letters(9))


def test_what_comes_within_a_moment_is_one_pile_with_one_letter(
    ledger: Ledger, clock: Clock
) -> None:
    first = add(ledger, "یک")
    clock.now += PAUSE_SECONDS - 0.5
    assert add(ledger, "دو") == first
    clock.now += PAUSE_SECONDS - 0.5
    assert due(ledger) == (), "each piece postpones the letter"
    clock.now += 1
    (letter,) = due(ledger)
    assert (letter.to, letter.body, letter.revision) == (SELLER, PileLetter(first), 1)
    assert [each.text for each in find(ledger, first).pieces] == ["یک", "دو"]


def test_a_pile_without_a_pause_is_read_all_the_same(ledger: Ledger, clock: Clock) -> None:
    for _ in range(int(LONGEST_GATHERING_SECONDS)):
        add(ledger, "باز هم")
        clock.now += 1
    assert len(due(ledger)) == 1


def test_a_pile_that_grew_while_it_was_heard_stays_open(ledger: Ledger) -> None:
    number = add(ledger, "یک")
    heard = find(ledger, number)
    add(ledger, "دو")
    assert not ledger.commit(lambda books: books.piles.close(heard, keep_pieces=False))
    now = find(ledger, number)
    assert [each.text for each in now.pieces] == ["یک", "دو"]
    assert ledger.commit(lambda books: books.piles.close(now, keep_pieces=False))
    assert not ledger.commit(lambda books: books.piles.close(now, keep_pieces=False))
    assert find(ledger, number) == replace(now, pieces=(), is_read=True)


def test_after_an_answer_or_a_lost_letter_a_new_pile_begins(ledger: Ledger, clock: Clock) -> None:
    number = add(ledger, "یک")
    assert ledger.commit(lambda books: books.piles.is_growing(SELLER))
    pile = find(ledger, number)
    ledger.commit(lambda books: books.piles.close(pile, keep_pieces=True))
    assert not ledger.commit(lambda books: books.piles.is_growing(SELLER))
    second = add(ledger, "دو")
    clock.now += STALE_SECONDS + 1
    assert len({number, second, add(ledger, "سه")}) == 3


def test_another_shop_sees_nothing_of_it_and_a_day_later_nobody(
    ledger: Ledger, clock: Clock
) -> None:
    number = add(ledger, "یک")
    other = ledger.of(Shop(id=2))
    assert other.commit(lambda books: books.of(Shop(id=2)).piles.find(number)) is None
    ledger.commit(lambda books: books.piles.forget(clock.now + 1))
    assert ledger.commit(lambda books: books.piles.find(number)) is None


def test_no_more_is_kept_than_will_be_read(ledger: Ledger) -> None:
    long = "ک" * (MOST_READ - 10)
    for _ in range(4):
        number = add(ledger, long)
    assert len(find(ledger, number).pieces) == 2
