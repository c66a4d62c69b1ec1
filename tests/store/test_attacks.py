"""What the store does not give to who asks at the wrong moment, or of another shop."""

from dataclasses import replace

from bot.core.invitation import Turned
from bot.core.people import Role, Shop
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from tests.store.test_roster import MANAGER, NEW, found_team, invitation, take


def test_who_owned_the_shop_brings_no_managers_in_any_more(ledger: Ledger) -> None:
    found_team(ledger)
    managers, sellers = invitation(ledger, Role.MANAGER), invitation(ledger, Role.SELLER)
    ledger.commit(lambda books: books.roster.appoint(MANAGER, Role.OWNER, by=None))
    assert take(ledger, managers.ticket) is Turned.REVOKED  # a manager invites sellers alone
    assert take(ledger, sellers.ticket, NEW + 1) is Role.SELLER


def test_an_older_look_does_not_bring_a_removed_member_back(ledger: Ledger) -> None:
    found_team(ledger)
    shops = Shops(ledger)
    older = ledger.commit(shops.look)
    ledger.commit(lambda books: books.roster.end(MANAGER, by=None))
    newer = ledger.commit(shops.look)
    shops.take_in(newer)
    shops.take_in(older)  # it was quicker in the database, and slower on the way
    assert not shops.first.is_team(MANAGER)


def test_another_shops_numbers_find_nothing(ledger: Ledger, shop: Shop) -> None:
    found_team(ledger)
    other = replace(shop, id=ledger.commit(lambda books: books.roster.add_shop(Shop(name="کفش"))))
    mine = invitation(ledger)
    ledger.commit(lambda books: books.of(other).roster.revoke(mine.id, by=None))
    assert take(ledger, mine.ticket) is Role.SELLER
    forged = replace(mine.ticket, shop_id=other.id)
    found = ledger.commit(lambda books: books.of(other).roster.take(forged, NEW + 1))
    assert found is Turned.FORGED
