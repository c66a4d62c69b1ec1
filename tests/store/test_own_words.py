"""What sellers may send as themselves, and the gentle words that they were told."""

from dataclasses import replace

from sqlalchemy import text as sql

from bot.core.breath import LastBreaths
from bot.core.card import CardState
from bot.core.letters import BreathLetter
from bot.core.people import Shop
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.own_words import KEPT_SECONDS
from tests.store.conftest import Clock
from tests.store.samples import FACE, PLACE, SELLER, card_in, due, mark_sent

TEXTS = ("حق دارید", "می‌فهمم")


def kept(ledger: Ledger, card_id: int) -> int:
    return ledger.commit(lambda books: books.own_words.keep_choices(SELLER, card_id, TEXTS))


def test_a_choice_is_its_persons_and_its_shops_alone(ledger: Ledger) -> None:
    card_id = card_in(ledger)
    number = kept(ledger, card_id)
    other = ledger.commit(lambda books: books.roster.add_shop(Shop(name="دیگری")))

    def choice(place: int, person: int, at: Ledger = ledger) -> tuple[int, str] | None:
        return at.commit(lambda books: books.of(at.shop).own_words.choice(number, place, person))

    assert choice(1, SELLER) == (card_id, TEXTS[1])
    assert choice(2, SELLER) is None
    assert choice(-1, SELLER) is None
    assert choice(0, 77) is None
    assert choice(0, SELLER, ledger.of(Shop(id=other))) is None


def test_old_choices_are_forgotten(ledger: Ledger, clock: Clock) -> None:
    card_id = card_in(ledger)
    number = kept(ledger, card_id)
    clock.now += KEPT_SECONDS + 1
    kept(ledger, card_id)
    assert ledger.commit(lambda books: books.own_words.choice(number, 0, SELLER)) is None


def test_the_card_at_hand_is_the_only_open_one(ledger: Ledger) -> None:
    def at_hand() -> int | None:
        return ledger.commit(lambda books: books.own_words.card_at_hand(SELLER))

    def open_at(key: str) -> int:
        def begin(books: Books) -> int:
            conversation = books.conversation(replace(PLACE, key=key))
            card_id = books.open_card(conversation, FACE)
            books.save(replace(conversation, card_id=card_id))
            return card_id

        return ledger.commit(begin)

    assert at_hand() is None
    first = open_at("chat:1:11:5")
    assert at_hand() == first
    second = open_at("chat:1:11:6")
    assert at_hand() is None
    closed = replace(FACE, state=CardState.DISMISSED)
    ledger.commit(lambda books: books.change_card(second, closed, anew=False))
    assert at_hand() == first


def test_a_card_is_known_by_its_message(ledger: Ledger) -> None:
    card_id = card_in(ledger)
    ledger.commit(lambda books: books.place_card(card_id, 40))
    on_screen = ledger.commit(lambda books: books.own_words.card_on_screen(SELLER, 40))
    assert on_screen == card_id
    assert ledger.commit(lambda books: books.own_words.card_on_screen(77, 40)) is None


def test_gentle_words_are_remembered_and_can_be_declined(ledger: Ledger) -> None:
    number = ledger.commit(lambda books: books.conversation(PLACE).id)
    assert ledger.commit(lambda books: books.breaths.last(number, SELLER)) == LastBreaths()
    ledger.commit(lambda books: books.breaths.keep(number, SELLER, 100.0))
    ledger.commit(lambda books: books.breaths.keep(number, SELLER, 200.0))
    last = ledger.commit(lambda books: books.breaths.last(number, SELLER))
    assert last == LastBreaths(200.0, 200.0)
    elsewhere = ledger.commit(lambda books: books.breaths.last(number + 1, SELLER))
    assert elsewhere == LastBreaths(None, 200.0)
    for wanted in (False, False, True, True, False):
        assert _wanted_after(ledger, wanted=wanted) is wanted
    assert ledger.commit(lambda books: books.breaths.wanted_by(77))


def test_a_delivered_gentle_word_is_kept_no_longer(ledger: Ledger) -> None:
    letter = BreathLetter("مریم", ("خفه شو",), TEXTS)
    ledger.commit(lambda books: books.post(SELLER, letter))
    (waiting,) = due(ledger)
    assert waiting.body == letter
    mark_sent(ledger, waiting)
    bodies = ledger.commit(
        lambda books: books._database.execute(sql("select body from letter")).scalars().all()
    )
    assert bodies == [""]


def _wanted_after(ledger: Ledger, *, wanted: bool) -> bool:
    """Whether a seller wants gentle words once they have said so."""
    ledger.commit(lambda books: books.breaths.want(SELLER, wanted=wanted))
    return ledger.commit(lambda books: books.breaths.wanted_by(SELLER))
