"""The roster: teams and shops as kept, invitations taken once, and what the settings may change."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.core.deed import DeedKind
from bot.core.invitation import Invitation, Ticket, Turned
from bot.core.people import Connection, Member, Role, Shop
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from tests.store.conftest import OWNER, Clock

MANAGER, SELLER, OTHER, NEW = 2, 3, 4, 5
DAY = 86_400.0


def first(ledger: Ledger) -> Shop:
    """The first shop as kept."""
    return ledger.commit(lambda books: books.roster.shops())[0]


def team(shop: Shop) -> tuple[int | None, set[int], set[int]]:
    """Owner, managers, sellers."""
    return shop.owner_id, set(shop.manager_ids), set(shop.seller_ids)


def found_team(ledger: Ledger) -> None:
    def found(books: Books) -> None:
        books.roster.appoint(OWNER, Role.OWNER, by=None)
        books.roster.appoint(MANAGER, Role.MANAGER, by=OWNER)
        books.roster.appoint(SELLER, Role.SELLER, by=MANAGER)

    ledger.commit(found)


def invitation(ledger: Ledger, role: Role = Role.SELLER, *, by: int | None = OWNER) -> Invitation:
    def invite(books: Books) -> Invitation:
        return books.roster.invite(role, by=by, expires_at=books.now + DAY)

    return ledger.commit(invite)


def take(ledger: Ledger, ticket: Ticket, person: int = NEW) -> Role | Turned:
    return ledger.commit(lambda books: books.roster.take(ticket, person))


def told(**people: object) -> Shop:
    """The shop as the environment says."""
    return Shop(name="آرامش", refund_limit=500_000, **people)  # type: ignore[arg-type]


def follow(ledger: Ledger, shop: Shop) -> Shop:
    ledger.commit(lambda books: books.roster.follow_settings(shop))
    return first(ledger)


# The team


def test_a_shop_has_the_team_that_was_appointed(ledger: Ledger) -> None:
    found_team(ledger)
    shop = first(ledger)
    assert team(shop) == (OWNER, {MANAGER}, {SELLER})


def test_there_is_one_owner_and_the_one_before_becomes_a_manager(ledger: Ledger) -> None:
    found_team(ledger)
    ledger.commit(lambda books: books.roster.appoint(SELLER, Role.OWNER, by=None))
    shop = first(ledger)
    assert team(shop) == (SELLER, {MANAGER, OWNER}, set())


def test_whoever_is_gone_is_of_the_team_no_more(ledger: Ledger) -> None:
    found_team(ledger)
    ledger.commit(lambda books: books.roster.end(SELLER, by=OWNER))
    assert ledger.commit(lambda books: books.roster.role_of(SELLER)) is None
    assert not first(ledger).is_team(SELLER)


def test_members_say_since_when_and_what_they_are_still_to_do(ledger: Ledger, clock: Clock) -> None:
    found_team(ledger)
    connection = Connection("c", SELLER, SELLER, 1.0, shop_id=1)

    def meet(books: Books) -> None:
        books.remember_person(SELLER, "نگار", started=True)
        books.remember_connection(connection)
        books.remember_person(MANAGER, "رضا", started=True)
        books.mark_unreachable(MANAGER)

    ledger.commit(meet)
    assert ledger.commit(lambda books: books.roster.members()) == (
        Member(OWNER, Role.OWNER, clock.now),
        Member(MANAGER, Role.MANAGER, clock.now, "رضا"),
        Member(SELLER, Role.SELLER, clock.now, "نگار", is_reachable=True, is_connected=True),
    )
    ledger.commit(lambda books: books.remember_connection(replace(connection, is_enabled=False)))
    members = ledger.commit(lambda books: books.roster.members())
    assert not any(member.is_connected for member in members)


def test_whoever_comes_back_is_there_since_then(ledger: Ledger, clock: Clock) -> None:
    found_team(ledger)
    ledger.commit(lambda books: books.roster.end(SELLER, by=OWNER))
    clock.now += DAY
    assert take(ledger, invitation(ledger).ticket, SELLER) is Role.SELLER
    members = ledger.commit(lambda books: books.roster.members())
    assert {each.id: each.since for each in members}[SELLER] == clock.now


# Invitations


def test_an_invitation_makes_one_person_a_member(ledger: Ledger) -> None:
    found_team(ledger)
    ticket = invitation(ledger).ticket
    assert take(ledger, ticket) is Role.SELLER
    assert first(ledger).seller_ids == {SELLER, NEW}
    assert take(ledger, ticket, OTHER) is Turned.USED
    assert take(ledger, ticket) is Turned.ALREADY
    assert not first(ledger).is_team(OTHER)


def test_it_expires(ledger: Ledger, clock: Clock) -> None:
    ticket = invitation(ledger).ticket
    clock.now += DAY + 1
    assert take(ledger, ticket) is Turned.EXPIRED


def test_it_can_be_revoked_once(ledger: Ledger) -> None:
    made = invitation(ledger)
    assert ledger.commit(lambda books: books.roster.revoke(made.id, by=OWNER))
    assert not ledger.commit(lambda books: books.roster.revoke(made.id, by=OWNER))
    assert take(ledger, made.ticket) is Turned.REVOKED
    assert ledger.commit(lambda books: books.roster.open_invitations()) == ()


@pytest.mark.parametrize(
    "change", [{"role": Role.OWNER}, {"expires_at": 2**40}, {"invitation_id": 77}, {"shop_id": 2}]
)
def test_a_ticket_must_say_what_was_kept(ledger: Ledger, change: dict[str, int]) -> None:
    """Such as one of an older database, whose numbers begin again."""
    ticket = invitation(ledger).ticket
    assert take(ledger, replace(ticket, **change)) is Turned.FORGED  # type: ignore[arg-type]


def test_a_colleague_uses_none_up_but_can_rise_by_one(ledger: Ledger) -> None:
    found_team(ledger)
    sellers, managers = invitation(ledger), invitation(ledger, Role.MANAGER)
    assert take(ledger, sellers.ticket, MANAGER) is Turned.ALREADY
    assert take(ledger, managers.ticket, SELLER) is Role.MANAGER
    assert take(ledger, sellers.ticket) is Role.SELLER


def test_what_somebody_invited_to_is_revoked_when_it_is_no_longer_theirs(ledger: Ledger) -> None:
    found_team(ledger)
    by_manager, by_owner = invitation(ledger, by=MANAGER), invitation(ledger)
    ledger.commit(lambda books: books.roster.appoint(MANAGER, Role.SELLER, by=OWNER))
    assert take(ledger, by_manager.ticket) is Turned.REVOKED
    assert take(ledger, by_owner.ticket) is Role.SELLER


def test_once_there_is_an_owner_no_other_code_makes_one(ledger: Ledger) -> None:
    code = invitation(ledger, Role.OWNER, by=None)
    assert ledger.commit(lambda books: books.roster.open_invitations()) == ()
    ledger.commit(lambda books: books.roster.appoint(OWNER, Role.OWNER, by=None))
    assert take(ledger, code.ticket) is Turned.REVOKED


def test_a_newer_owners_code_ends_the_older(ledger: Ledger) -> None:
    older = invitation(ledger, Role.OWNER, by=None)
    ledger.commit(lambda books: books.roster.revoke_all(Role.OWNER))
    newer = invitation(ledger, Role.OWNER, by=None)
    assert take(ledger, older.ticket) is Turned.REVOKED
    assert take(ledger, newer.ticket) is Role.OWNER
    assert first(ledger).owner_id == NEW


def test_chats_connected_before_joining_are_the_shops(ledger: Ledger) -> None:
    stranger = Connection("c", NEW, NEW, 1.0)
    ledger.commit(lambda books: books.remember_connection(stranger))
    take(ledger, invitation(ledger).ticket)
    connection = ledger.commit(lambda books: books.connection("c"))
    assert connection is not None
    assert connection.shop_id == 1


def test_of_two_who_come_at_once_one_is_turned_away(postgres_engine: Engine, shop: Shop) -> None:
    ledger = Ledger(postgres_engine, shop, Clock())
    ticket = invitation(ledger).ticket
    outcomes: list[Role | Turned] = []
    together = threading.Barrier(2)

    def come(person: int) -> None:
        def at_once(books: Books) -> Role | Turned:
            together.wait()
            return books.roster.take(ticket, person)

        outcomes.append(ledger.commit(at_once))

    people = [threading.Thread(target=come, args=[person]) for person in (NEW, OTHER)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    ledger.close()
    assert sorted(outcomes) == sorted([Role.SELLER, Turned.USED])


# Deeds


def test_what_is_done_is_kept_newest_first_and_by_pages(ledger: Ledger) -> None:
    found_team(ledger)
    ledger.commit(lambda books: books.remember_person(OWNER, "رضا"))
    made = invitation(ledger)
    ledger.commit(lambda books: books.roster.revoke(made.id, by=OWNER))
    take(ledger, invitation(ledger).ticket)
    ledger.commit(lambda books: books.roster.end(NEW, by=NEW))
    deeds = ledger.commit(lambda books: books.roster.deeds(skip=0, most=10))
    assert [deed.kind for deed in deeds] == [
        DeedKind.LEFT,
        DeedKind.JOINED,
        DeedKind.INVITED,
        DeedKind.REVOKED,
        DeedKind.INVITED,
        DeedKind.APPOINTED,
        DeedKind.APPOINTED,
        DeedKind.APPOINTED,
    ]
    assert (deeds[2].by, deeds[2].by_name, deeds[2].about) == (OWNER, "رضا", (("role", "seller"),))
    assert ledger.commit(lambda books: books.roster.count_deeds()) == 8
    assert ledger.commit(lambda books: books.roster.deeds(skip=7, most=10)) == deeds[7:]


# The settings, followed at a start


def test_the_environment_names_the_first_team(ledger: Ledger) -> None:
    named = told(owner_id=OWNER, manager_ids=frozenset({MANAGER}), seller_ids=frozenset({SELLER}))
    shop = follow(ledger, named)
    assert team(shop) == (OWNER, {MANAGER}, {SELLER})
    revision = ledger.commit(lambda books: books.roster.revision())
    follow(ledger, named)
    assert ledger.commit(lambda books: books.roster.revision()) == revision


def test_whom_it_names_no_more_leaves_but_not_the_owner(ledger: Ledger) -> None:
    follow(ledger, told(owner_id=OWNER, seller_ids=frozenset({SELLER})))
    shop = follow(ledger, told())
    assert team(shop) == (OWNER, set(), set())


def test_whom_it_names_otherwise_is_that(ledger: Ledger) -> None:
    follow(ledger, told(owner_id=OWNER, manager_ids=frozenset({SELLER})))
    shop = follow(ledger, told(owner_id=OWNER, seller_ids=frozenset({SELLER})))
    assert team(shop) == (OWNER, set(), {SELLER})


def test_whoever_was_invited_stays(ledger: Ledger) -> None:
    follow(ledger, told(owner_id=OWNER))
    take(ledger, invitation(ledger).ticket)
    assert follow(ledger, told(owner_id=OWNER)).seller_ids == {NEW}


def test_what_the_team_decides_outlives_a_restart(ledger: Ledger) -> None:
    """Promoted, demoted and removed in Telegram, while the environment says what it always said."""
    people = frozenset({MANAGER, OTHER})
    named = told(owner_id=OWNER, manager_ids=people, seller_ids=frozenset({SELLER}))
    follow(ledger, named)

    def decide(books: Books) -> None:
        books.roster.appoint(MANAGER, Role.SELLER, by=OWNER)
        books.roster.appoint(SELLER, Role.MANAGER, by=OWNER)
        books.roster.end(OTHER, by=OWNER)

    ledger.commit(decide)
    shop = follow(ledger, named)
    assert team(shop) == (OWNER, {SELLER}, {MANAGER})


def test_what_the_team_changes_of_the_shop_outlives_the_environment(ledger: Ledger) -> None:
    follow(ledger, told())
    known = first(ledger)
    ours = replace(known, name="گالری یاس", timezone="Europe/Berlin")
    ledger.commit(lambda books: books.roster.describe(ours))
    assert follow(ledger, told()).name == "گالری یاس"  # it says what it said before
    after = follow(ledger, replace(told(), refund_limit=7))
    assert (after.name, after.timezone) == ("گالری یاس", "Europe/Berlin")
    assert after.refund_limit == 7
    assert follow(ledger, replace(told(), refund_limit=7, name="آرامش ۲")).name == "آرامش ۲"


def test_a_new_wish_of_the_environment_is_followed(ledger: Ledger) -> None:
    """Taken out of a list and put into it again, whoever was removed is welcome."""
    sellers = told(owner_id=OWNER, seller_ids=frozenset({SELLER}))
    follow(ledger, sellers)
    ledger.commit(lambda books: books.roster.end(SELLER, by=OWNER))
    assert follow(ledger, sellers).seller_ids == frozenset()
    follow(ledger, told(owner_id=OWNER))
    assert follow(ledger, sellers).seller_ids == {SELLER}


def test_it_raises_whom_the_team_invited_and_lowers_nobody_of_theirs(ledger: Ledger) -> None:
    follow(ledger, told(owner_id=OWNER))
    take(ledger, invitation(ledger).ticket)
    take(ledger, invitation(ledger, Role.MANAGER).ticket, OTHER)
    manager, seller = frozenset({NEW}), frozenset({OTHER})
    shop = follow(ledger, told(owner_id=OWNER, manager_ids=manager, seller_ids=seller))
    assert shop.manager_ids == {NEW, OTHER}


def test_another_owner_in_the_environment_is_the_owner(ledger: Ledger) -> None:
    follow(ledger, told(owner_id=OWNER))
    shop = follow(ledger, told(owner_id=NEW))
    assert team(shop) == (NEW, set(), set())


def test_an_owner_who_came_by_code_is_a_manager_beside_the_environments(ledger: Ledger) -> None:
    take(ledger, invitation(ledger, Role.OWNER, by=None).ticket, OTHER)
    shop = follow(ledger, told(owner_id=OWNER))
    assert team(shop) == (OWNER, {OTHER}, set())


# Several shops


def add(ledger: Ledger, name: str) -> Shop:
    number = ledger.commit(lambda books: books.roster.add_shop(Shop(name=name)))
    return next(
        each for each in ledger.commit(lambda books: books.roster.shops()) if each.id == number
    )


def test_shops_share_nobody_and_nothing(ledger: Ledger) -> None:
    found_team(ledger)
    other = ledger.of(add(ledger, "دیگری"))
    ticket = invitation(other, by=NEW).ticket
    assert ledger.commit(lambda books: books.roster.invitation(ticket.invitation_id)) is None
    assert take(ledger, ticket) is Turned.FORGED
    assert take(other, ticket, SELLER) is Role.SELLER
    assert other.commit(lambda books: books.roster.role_of(OWNER)) is None
    assert [each.id for each in other.commit(lambda books: books.roster.members())] == [SELLER]
    kinds = {deed.kind for deed in other.commit(lambda books: books.roster.deeds(skip=0, most=9))}
    assert kinds == {DeedKind.INVITED, DeedKind.JOINED}
    ledger.commit(lambda books: books.roster.end(SELLER, by=OWNER))
    assert other.commit(lambda books: books.roster.role_of(SELLER)) is Role.SELLER


def test_connected_chats_belong_to_the_shop_that_is_chosen(ledger: Ledger) -> None:
    other = ledger.of(add(ledger, "دیگری"))
    mine = Connection("c", SELLER, SELLER, 1.0, shop_id=1)
    ledger.commit(lambda books: books.remember_connection(mine))
    assert ledger.commit(lambda books: books.roster.served_by(SELLER)) == (1,)
    other.commit(lambda books: books.roster.serve(SELLER))
    assert ledger.commit(lambda books: books.roster.served_by(SELLER)) == (other.shop.id,)


async def test_every_process_learns_of_new_shops_and_people(ledger: Ledger) -> None:
    shops = Shops(ledger)
    await shops.refresh()
    assert shops.all() == (ledger.shop,)
    found_team(ledger)
    added = add(ledger, "دیگری")
    await shops.refresh()
    assert [shop.name for shop in shops.all()][1:] == ["دیگری"]
    assert shops.first.owner_id == OWNER
    assert shops.get(added.id) == added
    assert shops.of_person(SELLER) == (shops.first,)
    assert not shops.is_team(NEW)
