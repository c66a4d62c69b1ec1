"""Groups, duty and the copies of cards as kept."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.core.conversation import Channel, Turn, Who
from bot.core.duty import NOBODY, Copy, Way
from bot.core.letters import CopyLetter
from bot.core.people import Shop
from bot.core.public_answer import Stage
from bot.core.shelf import Place, Said
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.tables import TurnRow
from tests.store.conftest import Clock
from tests.store.samples import FACE, due

OLD, NEW = -4000001, -1004000001
ONE, OTHER, CUSTOMER = 11, 12, 5
TALK = Place(f"group:1:{OLD}:{CUSTOMER}", Channel.GROUP, OLD, CUSTOMER, NOBODY, "مریم")


@pytest.fixture
def shop() -> Shop:
    return Shop(name="آرامش", owner_id=99, seller_ids=frozenset({ONE, OTHER}))


def keep_room(ledger: Ledger, chat_id: int = OLD, shop_id: int | None = 1) -> None:
    ledger.commit(
        lambda books: books.rooms.keep(chat_id, title="مشتری‌ها", shop_id=shop_id, added_by=ONE)
    )


def hear(books: Books, place: Place, message_id: int) -> int | None:
    said = Said(place, Turn(Who.CUSTOMER, "سلام", 10.0, Channel.GROUP), message_id)
    return books.keep_turn(books.conversation(place), said)


# Groups


def test_a_group_is_a_shops_until_aram_leaves(ledger: Ledger, clock: Clock) -> None:
    keep_room(ledger)
    room = ledger.commit(lambda books: books.rooms.find(OLD))
    assert room is not None
    assert (room.shop_id, room.title, room.added_by) == (1, "مشتری‌ها", ONE)
    assert room.is_heard
    left = ledger.commit(lambda books: books.rooms.leave(OLD))
    assert left is not None
    assert not left.is_heard
    assert left.left_at == clock.now
    assert ledger.commit(lambda books: books.rooms.leave(OLD)) is None  # told of once
    keep_room(ledger)
    again = ledger.commit(lambda books: books.rooms.find(OLD))
    assert again is not None
    assert again.is_heard


def test_a_group_of_nobody_is_not_heard(ledger: Ledger) -> None:
    keep_room(ledger, shop_id=None)
    room = ledger.commit(lambda books: books.rooms.find(OLD))
    assert room is not None
    assert not room.is_heard
    assert ledger.commit(lambda books: books.rooms.find(NEW)) is None


def test_a_group_moves_with_its_talks(ledger: Ledger) -> None:
    keep_room(ledger)
    ledger.commit(lambda books: hear(books, TALK, 7))
    ledger.commit(lambda books: books.rooms.move(OLD, NEW))
    ledger.commit(lambda books: books.rooms.move(OLD, NEW))  # Telegram tells it in both chats
    room = ledger.commit(lambda books: books.rooms.find(NEW))
    assert room is not None
    assert room.is_heard
    assert ledger.commit(lambda books: books.rooms.find(OLD)) is None
    there = replace(TALK, key=f"group:1:{NEW}:{CUSTOMER}", chat_id=NEW)
    (talk,) = ledger.commit(lambda books: books.conversations_in(NEW, 0.0))
    assert talk.place == there
    assert ledger.commit(lambda books: hear(books, there, 7)) is not None  # numbers begin anew


def test_a_public_answer_that_waits_when_its_group_moves_is_none_any_more(ledger: Ledger) -> None:
    keep_room(ledger)
    ledger.commit(lambda books: hear(books, TALK, 7))
    card = ledger.commit(lambda books: books.open_card(books.conversation(TALK), FACE))
    asked = ledger.commit(
        lambda books: books.public_answers.ask(card, by=ONE, reply_to=7, text="پیگیری می‌کنیم")
    )
    ledger.commit(lambda books: books.rooms.move(OLD, NEW))
    found = ledger.commit(lambda books: books.public_answers.find(asked.id))
    assert found is not None
    assert found.stage is Stage.REFUSED


def test_moving_leaves_a_talk_that_has_begun_in_the_supergroup(ledger: Ledger) -> None:
    keep_room(ledger)
    keep_room(ledger, NEW, shop_id=None)  # Telegram told of Aram's joining it first
    there = replace(TALK, key=f"group:1:{NEW}:{CUSTOMER}", chat_id=NEW)
    ledger.commit(lambda books: hear(books, TALK, 7))
    ledger.commit(lambda books: hear(books, there, 1))
    ledger.commit(lambda books: books.rooms.move(OLD, NEW))
    room = ledger.commit(lambda books: books.rooms.find(NEW))
    assert room is not None
    assert room.shop_id == 1
    numbers = ledger.commit(
        lambda books: books._database.execute(select(col(TurnRow.message_id))).scalars().all()
    )
    assert sorted(numbers) == [1, 7]


# Duty


def test_duty_begins_and_ends(ledger: Ledger, clock: Clock) -> None:
    ledger.commit(lambda books: books.duty.begin(ONE))
    began = clock.now
    clock.now += 60
    ledger.commit(lambda books: books.duty.begin(ONE))  # pressed twice
    ledger.commit(lambda books: books.duty.begin(OTHER))
    on = ledger.commit(lambda books: books.duty.on())
    assert [(each.person_id, each.since) for each in on] == [(ONE, began), (OTHER, clock.now)]
    ledger.commit(lambda books: books.duty.end(ONE))
    assert [each.person_id for each in ledger.commit(lambda books: books.duty.on())] == [OTHER]


def test_whoever_left_the_team_and_other_shops_are_not_on_duty(ledger: Ledger) -> None:
    ledger.commit(lambda books: books.duty.begin(ONE))
    ledger.commit(lambda books: books.duty.begin(1234))
    elsewhere = Shop(id=2, seller_ids=frozenset({ONE}))
    assert ledger.commit(lambda books: books.of(elsewhere).duty.on()) == ()
    assert [each.person_id for each in ledger.commit(lambda books: books.duty.on())] == [ONE]


def test_the_way_of_cards_is_kept_beside_duty(ledger: Ledger) -> None:
    ledger.commit(lambda books: books.duty.prefer(ONE, in_room=True))
    ledger.commit(lambda books: books.duty.begin(ONE))
    own = ledger.commit(lambda books: books.duty.of(ONE))
    assert (own.is_on, own.in_room) == (True, True)


# Copies


def open_card(ledger: Ledger) -> int:
    for person in (ONE, OTHER):
        ledger.commit(partial(Books.remember_person, person_id=person, first_name="", started=True))
    return ledger.commit(lambda books: books.open_card(books.conversation(TALK), FACE))


def show(books: Books, copy: Copy) -> None:
    books.copies.show(copy, Way.PRIVATE, 70 + copy.person_id)


def answer(books: Books, place: Place, person: int) -> None:
    books.conversation(place)
    books.copies.keep_answer(place.key, person)


def test_a_card_of_nobody_goes_to_all_who_are_asked_and_counts_once(ledger: Ledger) -> None:
    card_id = open_card(ledger)
    letters = [(letter.to, letter.body) for letter in due(ledger)]
    assert letters == [(ONE, CopyLetter(card_id, True)), (OTHER, CopyLetter(card_id, True))]
    card = ledger.commit(lambda books: books.card(card_id))
    assert card is not None
    assert card.seller_id == NOBODY


def test_letters_of_one_card_wait_apart_for_each_reader(ledger: Ledger) -> None:
    card_id = open_card(ledger)
    ledger.commit(lambda books: books.change_card(card_id, replace(FACE, quote="بعد؟"), anew=False))
    assert [letter.to for letter in due(ledger)] == [ONE, OTHER]
    assert all(letter.revision == 1 for letter in due(ledger))


def test_a_card_that_is_given_is_brought_up_to_date_for_all(ledger: Ledger) -> None:
    card_id = open_card(ledger)
    for letter in due(ledger):
        ledger.commit(partial(Books.mark_sent, letter=letter))
        ledger.commit(partial(show, copy=Copy(card_id, letter.to)))

    def give(books: Books) -> None:
        card = books.card(card_id)
        assert card is not None
        books.give_card(card, OTHER)

    ledger.commit(give)
    card = ledger.commit(lambda books: books.card(card_id))
    assert card is not None
    assert (card.seller_id, card.message_id) == (OTHER, 70 + OTHER)
    assert [letter.to for letter in due(ledger)] == [ONE, OTHER]


def test_who_cannot_be_written_to_or_prefers_it_sees_cards_in_the_group(ledger: Ledger) -> None:
    card_id = open_card(ledger)
    ledger.commit(lambda books: books.duty.prefer(ONE, in_room=True))
    ledger.commit(lambda books: books.mark_unreachable(OTHER))
    ledger.commit(lambda books: books.copies.ask(card_id + 1, ONE))
    ledger.commit(lambda books: books.copies.ask(card_id + 1, OTHER))
    ledger.commit(lambda books: books.copies.ask(card_id + 1, 77))  # never met
    copies = ledger.commit(lambda books: books.copies.of(card_id + 1))
    assert {copy.way for copy in copies} == {Way.ROOM}


def test_the_last_to_answer_is_known_across_topics(ledger: Ledger, clock: Clock) -> None:
    topic = replace(TALK, key=f"group:1:{OLD}/8:{CUSTOMER}")
    for place, person in ((TALK, ONE), (topic, OTHER)):
        ledger.commit(partial(answer, place=place, person=person))
        clock.now += 1
    last = ledger.commit(lambda books: books.copies.last_to_answer(OLD, CUSTOMER))
    assert last == OTHER


def test_a_card_has_a_while_to_be_noticed(ledger: Ledger, clock: Clock) -> None:
    card_id = open_card(ledger)
    ledger.commit(partial(show, copy=Copy(card_id, ONE)))
    card = ledger.commit(lambda books: books.card(card_id))
    assert card is not None

    def noticed() -> bool:
        return ledger.commit(lambda books: books.copies.was_noticed(card, ONE, within=60))

    assert noticed()  # it is too early to tell
    clock.now += 60
    assert not noticed()
    ledger.commit(lambda books: books.keep_press(card, OTHER, "next"))
    assert not noticed()
    ledger.commit(lambda books: books.keep_press(card, ONE, "next"))
    assert noticed()
