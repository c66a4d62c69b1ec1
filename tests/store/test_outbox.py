"""Letters wait until they are delivered; one card never has two letters waiting."""

from functools import partial

from sqlalchemy import Engine, select
from sqlmodel import col

from bot.core.letters import CardLetter, Urgency
from bot.store.ledger import Ledger
from bot.store.tables import LetterRow
from tests.store.conftest import Clock
from tests.store.samples import (
    CONNECTION,
    PLACE,
    SELLER,
    card_in,
    due,
    mark_sent,
    note,
    post,
    post_card,
)


def states(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        found = select(col(LetterRow.state)).order_by(col(LetterRow.id))
        return list(connection.execute(found).scalars())


def test_the_urgent_go_first_and_then_the_oldest(ledger: Ledger, clock: Clock) -> None:
    for name, urgency in (
        ("late", Urgency.LATER),
        ("soon", Urgency.SOON),
        ("now", Urgency.NOW),
        ("now too", Urgency.NOW),
    ):
        clock.now += 1
        post(ledger, name, urgency)
    assert [letter.body for letter in due(ledger)] == [
        note(name) for name in ("now", "now too", "soon", "late")
    ]


def test_only_so_many_are_taken_at_once(ledger: Ledger) -> None:
    for number in range(5):
        post(ledger, f"{number}")
    two = ledger.commit(lambda books: books.due_letters(2))
    assert [letter.body for letter in two] == [note("0"), note("1")]


def test_a_delivered_letter_is_not_due_again(ledger: Ledger, engine: Engine) -> None:
    post(ledger, "hello")
    (letter,) = due(ledger)
    assert (letter.to, letter.attempts) == (SELLER, 0)
    mark_sent(ledger, letter)
    assert due(ledger) == []
    assert states(engine) == ["sent"]


async def test_the_postmans_words_reach_the_books(ledger: Ledger, engine: Engine) -> None:
    for name in ("sent", "later", "never"):
        post(ledger, name)
    sent, later, never = await ledger.due_letters(10)
    await ledger.mark_sent(sent)
    await ledger.put_off(later, 9e9, "retry_after")
    await ledger.give_up(never, "refused")
    assert await ledger.due_letters(10) == ()
    assert states(engine) == ["sent", "due", "given_up"]


# One card, one letter


def test_letters_for_one_card_become_one_and_anew_wins(ledger: Ledger) -> None:
    for first, second in ((True, False), (False, True), (False, False)):
        card = card_in(ledger)
        (opening,) = due(ledger)
        mark_sent(ledger, opening)
        for anew in (first, second):
            ledger.commit(partial(post_card, card_id=card, anew=anew))
        (letter,) = due(ledger)
        assert letter.body == CardLetter(card, anew=first or second)
        assert letter.revision == 1
        mark_sent(ledger, letter)


def test_notes_are_never_merged(ledger: Ledger) -> None:
    for _ in range(2):
        post(ledger, "hello")
    assert len(due(ledger)) == 2


def test_cards_do_not_wait_for_each_other(ledger: Ledger) -> None:
    cards = {card_in(ledger), card_in(ledger)}
    bodies = {letter.body for letter in due(ledger)}
    assert bodies == {CardLetter(card, anew=True) for card in cards}


def test_a_letter_changed_while_it_was_delivered_stays_due(ledger: Ledger) -> None:
    card = card_in(ledger)
    (taken,) = due(ledger)
    ledger.commit(lambda books: post_card(books, card, anew=False))
    ledger.commit(lambda books: books.mark_sent(taken, card_id=card, message_id=70))
    (again,) = due(ledger)
    assert again.id == taken.id
    kept = ledger.commit(lambda books: books.card(card))
    assert kept is not None
    assert kept.message_id == 70
    mark_sent(ledger, again)
    assert due(ledger) == []


def test_a_sound_asked_for_while_an_update_was_delivered_is_still_to_come(ledger: Ledger) -> None:
    card = card_in(ledger)
    (opening,) = due(ledger)
    mark_sent(ledger, opening)
    ledger.commit(lambda books: post_card(books, card, anew=False))
    (update,) = due(ledger)
    ledger.commit(lambda books: post_card(books, card, anew=True))
    mark_sent(ledger, update)
    assert [letter.body for letter in due(ledger)] == [CardLetter(card, anew=True)]


def test_a_merged_letter_is_as_urgent_as_the_more_urgent_one(ledger: Ledger, clock: Clock) -> None:
    card = card_in(ledger)
    (opening,) = due(ledger)
    mark_sent(ledger, opening)
    ledger.commit(lambda books: books.post(SELLER, CardLetter(card, anew=False), Urgency.SOON))
    clock.now += 1
    post(ledger, "between", Urgency.NOW)
    clock.now += 1
    ledger.commit(lambda books: books.post(SELLER, CardLetter(card, anew=True), Urgency.NOW))
    assert [letter.body for letter in due(ledger)] == [CardLetter(card, anew=True), note("between")]


def test_a_letter_changed_while_it_was_given_up_stays_due(ledger: Ledger) -> None:
    card = card_in(ledger)
    (taken,) = due(ledger)
    ledger.commit(lambda books: post_card(books, card, anew=False))
    ledger.commit(lambda books: books.give_up(taken, "refused"))
    assert [letter.id for letter in due(ledger)] == [taken.id]


def test_after_its_letter_was_sent_a_card_gets_another(ledger: Ledger, engine: Engine) -> None:
    card = card_in(ledger)
    (first,) = due(ledger)
    mark_sent(ledger, first)
    ledger.commit(lambda books: post_card(books, card, anew=False))
    (second,) = due(ledger)
    assert second.id != first.id
    assert states(engine) == ["sent", "due"]


# Trouble


def test_what_was_put_off_is_due_at_its_time(ledger: Ledger, clock: Clock) -> None:
    post(ledger, "hello")
    (letter,) = due(ledger)
    ledger.commit(lambda books: books.put_off(letter, 30, "retry_after"))
    clock.now += 29
    assert due(ledger) == []
    clock.now += 1
    (again,) = due(ledger)
    assert (again.id, again.attempts) == (letter.id, 1)


def test_whoever_blocked_aram_is_unreachable(ledger: Ledger, engine: Engine) -> None:
    ledger.commit(lambda books: books.remember_person(SELLER, "نگار"))
    post(ledger, "hello")
    (letter,) = due(ledger)
    ledger.commit(lambda books: books.give_up(letter, "unreachable"))
    assert states(engine) == ["given_up"]
    assert due(ledger) == []


def test_cards_go_where_the_connection_says(ledger: Ledger) -> None:
    card_in(ledger)
    (before,) = due(ledger)
    assert before.to == PLACE.seller_id
    mark_sent(ledger, before)
    ledger.commit(lambda books: books.remember_connection(CONNECTION))
    card_in(ledger)
    (after,) = due(ledger)
    assert after.to == CONNECTION.whisper_chat_id
