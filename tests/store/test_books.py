"""What is kept, and how it comes back."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from bot.core.advice import Audience
from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.card import CardState
from bot.core.coach import Heard
from bot.core.conversation import Memory, Past, Who
from bot.core.course import Course, Showing
from bot.core.pace import Move
from bot.core.people import Connection, Person, Shop
from bot.core.playbook import StepKind
from bot.core.wording import Names
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.reports import AssessedTurn, assessed_turns
from bot.store.tables import PersonRow, PressRow, TurnRow
from tests.store.conftest import Clock
from tests.store.samples import (
    BIG,
    CONNECTION,
    CUSTOMER,
    FACE,
    PLACE,
    SELLER,
    card_in,
    keep,
    said,
    save_at,
)

MEMORY = Memory(
    recent=(Past(Who.CUSTOMER, 10.0, "کو", Tension.HEATED, frozenset({Situation.COMPLAINT})),),
    heard=3,
    unanswered=1,
    since=10.0,
    seen=((Situation.COMPLAINT, 2),),
    peak=Tension.ABUSIVE,
    amount=450_000,
)
COURSE = Course(
    Showing("complaint", 1, StepKind.OFFER_REFUND, Tension.HEATED, passed=("0a1b2c3d",)),
    used=frozenset({StepKind.ACKNOWLEDGE_FEELINGS}),
    dismissed=Tension.UNEASY,
    dismissed_at=9.5,
)


# Conversations


def test_a_conversation_begins_empty_and_is_the_same_next_time(ledger: Ledger) -> None:
    first = ledger.commit(lambda books: books.conversation(PLACE))
    assert (first.place, first.memory, first.course) == (PLACE, Memory(), Course())
    assert first.card_id is None
    assert ledger.commit(lambda books: books.conversation(PLACE)) == first


def test_a_conversation_keeps_what_it_has_come_to(ledger: Ledger) -> None:
    begun = ledger.commit(lambda books: books.conversation(PLACE))
    grown = replace(begun, memory=MEMORY, course=COURSE, card_id=4)
    ledger.commit(lambda books: books.save(grown))
    assert ledger.commit(lambda books: books.conversation(PLACE)) == grown


def test_a_new_connection_and_a_new_name_are_taken_over(ledger: Ledger) -> None:
    ledger.commit(lambda books: books.save(books.conversation(PLACE)))
    moved = replace(PLACE, connection_id="bc2", customer_name="مریم", seller_id=12)
    ledger.commit(lambda books: books.save(books.conversation(moved)))
    kept = ledger.commit(lambda books: books.conversations_in(PLACE.chat_id, 0.0))
    assert [each.place for each in kept] == [moved]


def test_telegrams_largest_numbers_fit(ledger: Ledger) -> None:
    place = replace(PLACE, key="group", chat_id=-BIG, customer_id=BIG, seller_id=BIG)
    heard = replace(said(message_id=BIG), place=place)
    assert keep(ledger, heard) is not None
    assert ledger.commit(lambda books: books.conversation(place)).place == place
    assert ledger.commit(lambda books: books.first_time(BIG))


def test_the_conversations_of_a_chat_are_those_of_late(ledger: Ledger, clock: Clock) -> None:
    places = [replace(PLACE, key=f"group:-7:{n}", chat_id=-7, customer_id=n) for n in (1, 2)]
    for place in places:
        clock.now += 100
        save_at(ledger, place)
    found = ledger.commit(lambda books: books.conversations_in(-7, clock.now - 50))
    assert [each.place.customer_id for each in found] == [2]
    assert ledger.commit(lambda books: books.conversations_in(-8, 0.0)) == ()


# Turns


def turns_in(engine: Engine) -> list[tuple[str, str, bool, float | None]]:
    found = select(
        col(TurnRow.who), col(TurnRow.text), col(TurnRow.edited), col(TurnRow.deleted_at)
    ).order_by(col(TurnRow.id))
    with engine.connect() as connection:
        return [(who, text, edited, at) for who, text, edited, at in connection.execute(found)]


def test_a_message_is_kept_once(ledger: Ledger, engine: Engine) -> None:
    assert keep(ledger, said("سلام")) == 1
    assert keep(ledger, said("سلام")) is None
    assert keep(ledger, said("کو؟", message_id=2)) is not None
    assert [text for _, text, _, _ in turns_in(engine)] == ["سلام", "کو؟"]


def test_the_same_number_in_another_conversation_is_another_message(ledger: Ledger) -> None:
    elsewhere = replace(said(), place=replace(PLACE, key="chat:11:6"))
    assert keep(ledger, said()) is not None
    assert keep(ledger, elsewhere) is not None


def test_an_edit_changes_the_text_and_says_so(ledger: Ledger, engine: Engine) -> None:
    kept = keep(ledger, said("سلام"))
    edited = said("سلام!!")

    def amend() -> int | None:
        return ledger.commit(lambda books: books.amend_turn(books.conversation(PLACE), edited))

    assert amend() == kept
    assert turns_in(engine) == [("customer", "سلام!!", True, None)]
    assert amend() is None, "an edit without a new text is no edit"


def test_an_edit_of_an_unknown_message_is_passed_over(ledger: Ledger, engine: Engine) -> None:
    assert ledger.commit(lambda b: b.amend_turn(b.conversation(PLACE), said(message_id=9))) is None
    assert turns_in(engine) == []


def test_withdrawn_messages_are_marked_and_stay(
    ledger: Ledger, engine: Engine, clock: Clock
) -> None:
    elsewhere = replace(PLACE, key="chat:11:6")
    for number in (1, 2, 3):
        keep(ledger, said(f"{number}", message_id=number))
    keep(ledger, replace(said("other"), place=elsewhere))
    ledger.commit(lambda books: books.withdraw_turns(PLACE.key, [1, 3, 77]))
    withdrawn = [text for _, text, _, at in turns_in(engine) if at == clock.now]
    assert withdrawn == ["1", "3"]
    assert len(turns_in(engine)) == 4


def test_the_last_words_are_the_customers_oldest_first(ledger: Ledger) -> None:
    spoken = [
        said("یک", message_id=1, at=1.0),
        said("چشم", message_id=2, at=2.0, who=Who.SELLER),
        said("", message_id=3, at=3.0),  # a sticker
        said("دو", message_id=4, at=4.0),
        said("سه", message_id=5, at=4.0),  # in the same second
    ]
    for heard in spoken:
        keep(ledger, heard)
    words = ledger.commit(lambda books: books.last_words(books.conversation(PLACE), 2))
    assert words == ("دو", "سه")


def test_the_customers_newest_message_opens_the_window(ledger: Ledger) -> None:
    def last() -> float | None:
        return ledger.commit(lambda books: books.last_customer_at(books.conversation(PLACE)))

    assert last() is None
    keep(ledger, said(message_id=1, at=100.0))
    keep(ledger, said(message_id=2, at=200.0, who=Who.SELLER))
    assert last() == 100.0
    keep(ledger, said(message_id=3, at=300.0))
    assert last() == 300.0
    keep(ledger, said(message_id=1, at=100.0))  # redelivered
    assert last() == 300.0


async def test_what_was_found_in_a_turn_comes_back_for_the_page(ledger: Ledger) -> None:
    signals = (Signal("anger", True, 2.5, ("بسه",), Situation.COMPLAINT), Signal("fun", False))
    found = Assessment(Tension.HEATED, (Situation.COMPLAINT, Situation.NAGGING), 0.8, signals)
    heard = Heard(Memory(), Course(), found, Move.ANEW)
    for number in (1, 2):
        turn_id = keep(ledger, said(f"بسه {number}", message_id=number))
        assert turn_id is not None
        ledger.commit(partial(Books.keep_assessment, turn_id=turn_id, heard=heard))
    turns = await ledger.read(lambda session: assessed_turns(session, SELLER, CUSTOMER))
    assert turns == tuple(
        AssessedTurn(f"بسه {number}", Tension.HEATED, 0.8, "anew", signals) for number in (1, 2)
    )


# Cards


def test_a_card_comes_back_as_it_was_last_changed(ledger: Ledger) -> None:
    number = card_in(ledger)
    worked = replace(FACE, state=CardState.WORKED)
    ledger.commit(lambda books: books.change_card(number, worked, anew=False))
    ledger.commit(lambda books: books.place_card(number, BIG))
    card = ledger.commit(lambda books: books.card(number))
    assert card is not None
    assert (card.face, card.seller_id, card.message_id) == (worked, SELLER, BIG)
    assert ledger.commit(lambda books: books.conversation_of(card)).place == PLACE


def test_a_card_that_never_was(ledger: Ledger) -> None:
    assert ledger.commit(lambda books: books.card(404)) is None


def test_a_press_is_kept_with_the_step_it_was_made_on(ledger: Ledger, engine: Engine) -> None:
    number = card_in(ledger)
    card = ledger.commit(lambda books: books.card(number))
    assert card is not None
    ledger.commit(lambda books: books.keep_press(card, SELLER, "worked"))
    with engine.connect() as connection:
        found = connection.execute(select(col(PressRow.action), col(PressRow.step))).all()
    assert [tuple(row) for row in found] == [("worked", None)]


def test_cards_are_written_in_the_languages_of_those_who_read_them(ledger: Ledger) -> None:
    ledger.commit(lambda books: books.remember_person(SELLER, "نگار (پشتیبانی)"))
    ledger.commit(lambda books: books.choose_locale(SELLER, "en"))
    english = Memory(language="en")
    audience = ledger.commit(
        lambda books: books.audience(replace(books.conversation(PLACE), memory=english))
    )
    names = Names(customer="Maryam", seller="Negar", shop="آرامش")
    assert audience == Audience("en", "en", names, refund_limit=500_000)


CAN_SEND = [
    # announced, enabled, with the right
    (CONNECTION, True),
    # the right is missing
    (replace(CONNECTION, can_reply=False), False),
    # switched off
    (replace(CONNECTION, is_enabled=False), False),
    # another connection
    (replace(CONNECTION, id="other"), False),
]


@pytest.mark.parametrize(("connection", "expected"), CAN_SEND)
def test_aram_writes_only_where_the_connection_lets_it(
    ledger: Ledger, connection: Connection, expected: bool
) -> None:
    ledger.commit(lambda books: books.remember_connection(connection))
    assert ledger.commit(lambda books: books.can_send(books.conversation(PLACE))) is expected


# People and connections


def test_people_are_remembered_by_their_newest_name(ledger: Ledger) -> None:
    assert ledger.commit(lambda books: books.person(SELLER)) is None
    ledger.commit(lambda books: books.remember_person(SELLER, "نگار"))
    ledger.commit(lambda books: books.choose_locale(SELLER, "en"))
    ledger.commit(lambda books: books.remember_person(SELLER, "نگین"))
    assert ledger.commit(lambda books: books.person(SELLER)) == Person(SELLER, "نگین", "en")


def test_the_language_is_ones_own_or_the_shops(ledger: Ledger) -> None:
    assert ledger.commit(lambda books: books.locale_of(404)) == "fa"
    ledger.commit(lambda books: books.remember_person(SELLER, "نگار"))
    assert ledger.commit(lambda books: books.locale_of(SELLER)) == "fa"
    ledger.commit(lambda books: books.choose_locale(SELLER, "en"))
    assert ledger.commit(lambda books: books.locale_of(SELLER)) == "en"


def reachable(engine: Engine) -> tuple[bool, bool]:
    """Whether the seller has started, and can be reached."""
    with engine.connect() as connection:
        row = connection.execute(
            select(col(PersonRow.started_at), col(PersonRow.unreachable_since))
        ).one()
    return row.started_at is not None, row.unreachable_since is None


def test_whoever_starts_aram_again_can_be_reached_again(ledger: Ledger, engine: Engine) -> None:
    ledger.commit(lambda books: books.remember_person(SELLER, "نگار"))
    assert reachable(engine) == (False, True)
    ledger.commit(lambda books: books.mark_unreachable(SELLER))
    assert reachable(engine) == (False, False)
    ledger.commit(lambda books: books.remember_person(SELLER, "نگار"))
    assert reachable(engine) == (False, False), "being seen is not the same as pressing Start"
    ledger.commit(lambda books: books.remember_person(SELLER, "نگار", started=True))
    assert reachable(engine) == (True, True)


def test_a_connection_is_as_it_was_last_announced(ledger: Ledger) -> None:
    assert ledger.commit(lambda books: books.connection("bc")) is None
    ledger.commit(lambda books: books.remember_connection(CONNECTION))
    assert ledger.commit(lambda books: books.connection("bc")) == CONNECTION
    off = replace(CONNECTION, is_enabled=False, can_reply=False)
    ledger.commit(lambda books: books.remember_connection(off))
    assert ledger.commit(lambda books: books.connection("bc")) == off


TEAM = [
    # nobody named: nobody
    (Shop(), 1, False),
    # the owner
    (Shop(owner_id=1), 1, True),
    (Shop(owner_id=1), 2, False),
    # the sellers
    (Shop(seller_ids=frozenset({2})), 2, True),
    (Shop(seller_ids=frozenset({2})), 1, False),
    (Shop(owner_id=1, seller_ids=frozenset({2})), 2, True),
]


@pytest.mark.parametrize(("shop", "person", "belongs"), TEAM)
def test_the_team_is_who_the_owner_named(shop: Shop, person: int, belongs: bool) -> None:
    assert shop.is_team(person) is belongs
