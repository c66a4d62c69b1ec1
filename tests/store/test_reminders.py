"""Reminders as kept, on SQLite and PostgreSQL."""

from dataclasses import replace

import pytest

from bot.core.conversation import Channel, Turn, Who
from bot.core.letters import ReminderLetter, Urgency
from bot.core.promise import Act, Promise
from bot.core.reminder import Kind, State
from bot.core.reminders import put_off, ready
from bot.core.shelf import Place, Said
from bot.store.books import Books
from bot.store.ledger import Ledger

SELLER = 11
PROMISE = Promise(Act.SEND, "تا فردا می‌فرستم", 5_000.0)
CHAT = Place("chat:1:11:5", Channel.CHAT, 5, 5, SELLER, "مریم", "bc")


def talk(books: Books, place: Place = CHAT) -> int:
    return books.conversation(place).id


def test_a_promise_is_kept_found_and_changed(ledger: Ledger) -> None:
    def play(books: Books) -> None:
        here = talk(books)
        number = books.reminders.keep_promise(here, 7, SELLER, PROMISE)
        assert number is not None
        kept = books.reminders.find(number)
        assert kept is not None
        assert (kept.customer, kept.act, kept.words) == ("مریم", Act.SEND, "تا فردا می‌فرستم")
        assert books.reminders.of_message(here, 7) == (kept,)
        assert books.reminders.live_in(here, SELLER) == (kept,)
        assert books.reminders.waiting_of(SELLER, 4_999.0) == ()
        assert books.reminders.waiting_of(SELLER, 5_000.0) == (kept,)
        books.reminders.change(number, State.DONE)
        over = books.reminders.find(number)
        assert over is not None
        assert (over.state, over.words) == (State.DONE, "")
        assert books.reminders.open_of(SELLER) == ()

    ledger.commit(play)


def test_deleted_messages_take_their_promises_along(ledger: Ledger) -> None:
    def play(books: Books) -> None:
        here = talk(books)
        books.reminders.keep_promise(here, 7, SELLER, PROMISE)
        books.reminders.keep_promise(here, 8, SELLER, PROMISE)
        books.reminders.take_back(CHAT.key, [7])
        assert len(books.reminders.live_in(here, SELLER)) == 1
        books.reminders.take_back("chat:1:99:5", [8])
        assert len(books.reminders.live_in(here, SELLER)) == 1

    ledger.commit(play)


def test_a_message_for_several_of_a_group_is_one_promise(ledger: Ledger) -> None:
    def play(books: Books) -> None:
        group = Channel.GROUP
        one = talk(books, Place("group:1:-7:5", group, -7, 5, SELLER, "مریم"))
        other = talk(books, Place("group:1:-7:6", group, -7, 6, SELLER, "رضا"))
        assert books.reminders.keep_promise(one, 7, SELLER, PROMISE) is not None
        assert books.reminders.keep_promise(other, 7, SELLER, PROMISE) is None
        (kept,) = books.reminders.open_of(SELLER)
        assert kept.is_shared

    ledger.commit(play)


def test_a_look_back_is_kept_once_a_card_and_remembered_a_week(ledger: Ledger) -> None:
    def play(books: Books) -> None:
        here = talk(books)
        number = books.reminders.keep_check(here, 3, SELLER, 5_000.0)
        assert number is not None
        assert books.reminders.keep_check(here, 3, SELLER, 6_000.0) is None
        assert books.reminders.last_check(5, but=0) is None
        books.reminders.change(number, State.TOLD)
        assert books.reminders.last_check(5, but=0) == books.now
        assert books.reminders.last_check(5, but=number) is None
        assert books.reminders.last_check(6, but=0) is None

    ledger.commit(play)


@pytest.mark.parametrize("kind", list(Kind))
def test_whoever_wants_none_may_want_them_again(ledger: Ledger, kind: Kind) -> None:
    def play(books: Books) -> None:
        assert books.reminders.wanted_by(SELLER, kind)
        books.reminders.want(SELLER, kind, wanted=False)
        books.reminders.want(SELLER, kind, wanted=False)
        assert [books.reminders.wanted_by(SELLER, each) for each in Kind].count(False) == 1
        books.reminders.want(SELLER, kind, wanted=True)
        assert books.reminders.wanted_by(SELLER, kind)

    ledger.commit(play)


def test_another_shop_sees_nothing(ledger: Ledger) -> None:
    def play(books: Books) -> None:
        number = books.reminders.keep_promise(talk(books), 7, SELLER, PROMISE)
        assert number is not None
        other = books.of(replace(books.shop, id=2))
        assert other.reminders.find(number) is None
        assert other.reminders.open_of(SELLER) == ()

    ledger.commit(play)


def test_put_off_a_reminder_is_ready_at_its_new_time_alone(ledger: Ledger) -> None:
    def play(books: Books) -> None:
        number = books.reminders.keep_promise(talk(books), 7, SELLER, PROMISE)
        assert number is not None
        reminder = books.reminders.find(number)
        assert reminder is not None
        put_off(books, reminder, books.now + 60.0)
        books.post(SELLER, ReminderLetter(number), Urgency.LATER)
        (letter,) = books.due_letters(10)
        assert ready(books, letter, ReminderLetter(number)) is None
        assert ready(books, letter, ReminderLetter(number, asked=True)) is not None
        books.now += 61.0
        assert ready(books, letter, ReminderLetter(number)) is not None

    ledger.commit(play)


def test_the_sellers_words_since_a_time(ledger: Ledger) -> None:
    def play(books: Books) -> None:
        conversation = books.conversation(CHAT)
        for number, (who, text) in enumerate(
            [(Who.SELLER, "یک"), (Who.CUSTOMER, "دو"), (Who.SELLER, "سه")], start=1
        ):
            turn = Turn(who, text, 100.0 * number)
            books.keep_turn(conversation, Said(CHAT, turn, number))
        assert books.seller_words(conversation, 150.0) == ("سه",)

    ledger.commit(play)
