"""The words that a seller has sent: when last, and only theirs."""

from bot.store.ledger import Ledger
from tests.store.conftest import Clock
from tests.store.samples import BIG, SELLER


def test_the_last_time_counts_and_only_the_sellers_own(ledger: Ledger, clock: Clock) -> None:
    assert ledger.commit(lambda books: books.words_sent(SELLER)) == {}
    first = clock.now
    ledger.commit(lambda books: books.keep_words_sent(SELLER, "0123abcd", card_id=1))
    ledger.commit(lambda books: books.keep_words_sent(SELLER, "ffff0000", card_id=1))
    clock.now += 60
    ledger.commit(lambda books: books.keep_words_sent(SELLER, "0123abcd", card_id=1))
    ledger.commit(lambda books: books.keep_words_sent(BIG, "ffff0000", card_id=1))
    mine = ledger.commit(lambda books: books.words_sent(SELLER))
    assert mine == {"0123abcd": clock.now, "ffff0000": first}
    assert ledger.commit(lambda books: books.words_sent(BIG)) == {"ffff0000": clock.now}
