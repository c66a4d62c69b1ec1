"""Which of someone's proposals waits: their newest that can still be published."""

from bot.core.edition import Change, Deed, Way
from bot.store.ledger import Ledger
from bot.store.proposals import newest_open_proposal

MANAGER, OTHER = 99, 98


def propose(ledger: Ledger, *, by: int = MANAGER) -> int:
    change = Change("fa/a.yaml", "id: a", True, Deed.ADD, Way.CHAT, None, by)
    return ledger.commit(lambda books: books.versions.propose(change))


async def newest(ledger: Ledger) -> int | None:
    return await ledger.read(lambda session: newest_open_proposal(session, MANAGER, shop_id=1))


async def test_ones_own_newest_open_proposal_is_found(ledger: Ledger) -> None:
    assert await newest(ledger) is None
    first, second, third = (propose(ledger) for _ in range(3))
    propose(ledger, by=OTHER)
    assert await newest(ledger) == third
    ledger.commit(lambda books: books.versions.settle(third, published=None))
    assert await newest(ledger) == second
    ledger.commit(lambda books: books.versions.settle(second, published=7))
    assert await newest(ledger) == first


async def test_a_proposal_whose_file_was_changed_since_waits_no_more(ledger: Ledger) -> None:
    propose(ledger)
    added = Change("fa/a.yaml", "id: b", True, Deed.ADD, Way.PAGE, None, OTHER)
    version = ledger.commit(lambda books: books.versions.publish(added))
    assert version is not None
    assert await newest(ledger) is None
    edit = Change("fa/a.yaml", "id: c", True, Deed.EDIT, Way.CHAT, version.number, MANAGER)
    number = ledger.commit(lambda books: books.versions.propose(edit))
    another = Change("fa/b.yaml", "id: b", True, Deed.ADD, Way.PAGE, None, OTHER)
    ledger.commit(lambda books: books.versions.publish(another))
    assert await newest(ledger) == number
