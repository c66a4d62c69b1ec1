"""Silences, patience and kind words as kept, on both databases."""

from dataclasses import replace

from bot.core.assessment import Tension
from bot.core.card import CardState
from bot.core.care import LastCare
from bot.core.letters import Nudge
from bot.core.people import Shop
from bot.core.silences import Patience, Silence
from bot.store.books import Books
from bot.store.ledger import Ledger
from tests.store.conftest import Clock
from tests.store.samples import FACE, PLACE, SELLER, card_in, keep, said

SINCE = 100.0


def watch(ledger: Ledger, silence: Silence) -> None:
    ledger.commit(lambda books: books.silences.keep(silence))


def found(ledger: Ledger) -> Silence | None:
    return ledger.commit(lambda books: books.silences.find(1))


def test_a_silence_is_kept_with_whoever_is_told_of_it(ledger: Ledger, clock: Clock) -> None:
    watch(ledger, Silence(1, 2, SINCE))
    ledger.commit(lambda books: books.silences.tell(1, Nudge.SELLER))
    ledger.commit(lambda books: books.silences.take_on(1))
    ledger.commit(lambda books: books.silences.tell(1, Nudge.MANAGER))
    ledger.commit(lambda books: books.silences.remind_again(1, 7.0))
    told = Silence(1, 2, SINCE, seller_at=clock.now, taken_on_at=clock.now, again_at=7.0)
    assert found(ledger) == replace(told, manager_at=clock.now)
    ledger.commit(lambda books: books.silences.untell(1, Nudge.MANAGER))
    assert found(ledger) == told


def test_the_newest_silence_of_a_conversation_stands_for_the_one_before(
    ledger: Ledger, clock: Clock
) -> None:
    watch(ledger, Silence(1, 1, SINCE))
    watch(ledger, Silence(2, 9, SINCE))
    ledger.commit(lambda books: books.silences.tell(1, Nudge.SELLER))
    watch(ledger, Silence(1, 2, SINCE, seller_at=clock.now))  # one that goes on, on another card
    assert found(ledger) == Silence(1, 2, SINCE, seller_at=clock.now)
    watch(ledger, Silence(1, 2, SINCE + 60))
    assert found(ledger) == Silence(1, 2, SINCE + 60)
    other = ledger.commit(lambda books: books.silences.find(2))
    assert other == Silence(2, 9, SINCE)


def test_each_shop_has_a_patience_of_its_own(ledger: Ledger) -> None:
    other = ledger.commit(lambda books: books.roster.add_shop(Shop(name="گلفروشی")))
    ledger.commit(lambda books: books.silences.keep_patience(Patience(5, 0)))
    ledger.commit(lambda books: books.silences.keep_patience(Patience(15, 60)))
    assert ledger.commit(lambda books: books.silences.patience()) == Patience(15, 60)

    def of_other(books: Books) -> Patience:
        shop = next(each for each in books.roster.shops() if each.id == other)
        return books.of(shop).silences.patience()

    assert ledger.commit(of_other) == Patience(10, 20)


def test_kind_words_are_kept_and_may_be_unwanted(ledger: Ledger, clock: Clock) -> None:
    assert ledger.commit(lambda books: books.cares.last(SELLER)) == LastCare()
    ledger.commit(lambda books: books.cares.keep(SELLER))
    ledger.commit(lambda books: books.cares.keep_told(SELLER))
    assert ledger.commit(lambda books: books.cares.last(SELLER)) == LastCare(clock.now, clock.now)
    clock.now += 60
    ledger.commit(lambda books: books.cares.keep(SELLER))
    assert ledger.commit(lambda books: books.cares.last(SELLER)) == LastCare(clock.now)
    ledger.commit(lambda books: books.cares.want(SELLER, wanted=False))
    ledger.commit(lambda books: books.cares.want(SELLER, wanted=False))
    assert not ledger.commit(lambda books: books.cares.wanted_by(SELLER))
    ledger.commit(lambda books: books.cares.want(SELLER, wanted=True))
    assert ledger.commit(lambda books: books.cares.wanted_by(SELLER))


def test_hot_talks_are_different_customers_troubles_of_one_seller(
    ledger: Ledger, clock: Clock
) -> None:
    def count(seconds: float = 3600.0) -> int:
        return ledger.commit(lambda books: books.cares.hot_talks(SELLER, clock.now - seconds))

    def open_at(key: str, tension: Tension = Tension.HEATED, seller: int = SELLER) -> int:
        place = replace(PLACE, key=key, seller_id=seller)
        return ledger.commit(
            lambda books: books.open_card(books.conversation(place), replace(FACE, tension=tension))
        )

    for key in ("a", "a", "b"):
        open_at(key)
    open_at("c", Tension.UNEASY)
    open_at("d", seller=12)
    dismissed = open_at("e")
    over = replace(FACE, state=CardState.DISMISSED)
    ledger.commit(lambda books: books.change_card(dismissed, over, anew=False))
    assert count() == 2
    clock.now += 3000
    open_at("f", Tension.ABUSIVE)
    assert count() == 3
    clock.now += 1000
    assert count() == 1


def test_an_unsaid_silence_is_no_ones(ledger: Ledger) -> None:
    keep(ledger, said())
    card_in(ledger)
    assert found(ledger) is None
