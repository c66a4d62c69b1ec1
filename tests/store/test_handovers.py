"""Hand-overs in the ledger, on both databases; and two managers at once on PostgreSQL."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import Engine, text

from bot.core.brief import Standing, briefing
from bot.core.calls import Called, call, pass_on
from bot.core.card import CardState, Face
from bot.core.decisions import Choice, Told, advise, choose
from bot.core.deed import DeedKind
from bot.core.handover import Handover, Stage
from bot.core.letters import BriefLetter, PassOnLetter, RulingLetter
from bot.core.people import Shop
from bot.core.playbook import StepKind
from bot.core.ruling import Verdict
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from tests.store.conftest import OWNER, Clock
from tests.store.older import bring_to
from tests.store.samples import CONNECTION, PLACE, SELLER, card_in, due, keep, mark_sent, said

SARA, WORDS = 2**40 + 1, "پولم رو پس بدین"


@pytest.fixture
def shop() -> Shop:
    """The owner, and a manager beside them."""
    return Shop(
        name="آرامش",
        owner_id=OWNER,
        manager_ids=frozenset({SARA}),
        seller_ids=frozenset({SELLER}),
    )


def begin(ledger: Ledger) -> int:
    """A card of which the customer's words are kept; everybody has started Aram."""

    def meet(books: Books) -> None:
        for person, name in ((SARA, "سارا"), (OWNER, "رضا"), (SELLER, "نگار")):
            books.remember_person(person, name, started=True)
        books.remember_connection(CONNECTION)

    ledger.commit(meet)
    keep(ledger, said(WORDS))
    card_id = card_in(ledger)
    for letter in due(ledger):
        mark_sent(ledger, letter)
    return card_id


def calls(ledger: Ledger, card_id: int) -> Called:
    def work(books: Books) -> Called:
        card = books.card(card_id)
        assert card is not None
        return call(books, card)

    return ledger.commit(work)


def face_of(ledger: Ledger, card_id: int) -> Face:
    card = ledger.commit(lambda books: books.card(card_id))
    assert card is not None
    return card.face


def bodies(ledger: Ledger, to: int) -> list[object]:
    """What is due to go to someone."""
    return [letter.body for letter in due(ledger) if letter.to == to]


def test_a_call_asks_the_first_manager_and_is_due_for_the_next_later(
    ledger: Ledger, clock: Clock
) -> None:
    card_id = begin(ledger)
    assert calls(ledger, card_id) is Called.CALLED
    assert bodies(ledger, SARA) == [BriefLetter(1, anew=True)]
    assert bodies(ledger, OWNER) == []
    clock.now += 600
    assert PassOnLetter(1) in bodies(ledger, SARA)
    assert ledger.commit(lambda books: pass_on(books, 1))
    assert bodies(ledger, OWNER) == [BriefLetter(2, anew=True)]


def test_a_brief_is_drawn_from_what_is_kept_and_stores_no_words(ledger: Ledger) -> None:
    calls(ledger, begin(ledger))
    assert not any(WORDS in str(letter.body) for letter in due(ledger))
    brief = ledger.commit(lambda books: briefing(books, 1))
    assert brief is not None
    assert (brief.seller, brief.last_words) == ("نگار", (WORDS,))
    ledger.commit(lambda books: choose(books, 1, Choice.TAKE, by=SARA))
    ledger.commit(lambda books: choose(books, 1, Choice.DONE, by=SARA))
    closed = ledger.commit(lambda books: briefing(books, 1))
    assert closed is not None
    assert (closed.standing, closed.last_words) == (Standing.SETTLED, ())


def test_a_brief_is_found_again_by_the_message_it_has_become(ledger: Ledger) -> None:
    calls(ledger, begin(ledger))
    (letter,) = (each for each in due(ledger) if isinstance(each.body, BriefLetter))
    ledger.commit(lambda books: books.mark_sent(letter, brief_id=1, message_id=77))
    find = ledger.commit(
        lambda books: [
            books.handovers.brief_on_screen(SARA, 77),
            books.handovers.brief_on_screen(OWNER, 77),
            books.handovers.brief_on_screen(SARA, 78),
        ]
    )
    assert find == [1, None, None]
    brief = ledger.commit(lambda books: books.handovers.brief(1))
    assert brief is not None
    assert brief.message_id == 77


def test_a_hand_over_comes_back_as_it_was_kept(ledger: Ledger) -> None:
    card_id = begin(ledger)

    def work(books: Books) -> tuple[Handover, Handover | None]:
        conversation = books.conversation(PLACE)
        kept = Handover(
            id=0,
            conversation_id=conversation.id,
            card_id=card_id,
            stage=Stage.TAKEN,
            brief_id=0,
            wanted=StepKind.OFFER_REFUND,
            amount=3_000_000_000,
            verdict=Verdict.TAKEN,
        )
        kept = replace(kept, id=books.handovers.begin(kept))
        return kept, books.handovers.live_in(conversation.id)

    kept, found = ledger.commit(work)
    assert found == kept
    ledger.commit(lambda books: books.handovers.save(replace(kept, stage=Stage.SETTLED)))
    assert ledger.commit(lambda books: books.handovers.live_in(kept.conversation_id)) is None


def test_advice_goes_to_the_sellers_chat_and_its_words_are_kept_no_longer(
    ledger: Ledger, engine: Engine
) -> None:
    card_id = begin(ledger)
    calls(ledger, card_id)
    ledger.commit(lambda books: advise(books, 1, "صبور باشید", by=SARA))
    letters = [each for each in due(ledger) if isinstance(each.body, RulingLetter)]
    assert [letter.to for letter in letters] == [CONNECTION.whisper_chat_id]
    mark_sent(ledger, letters[0])
    with engine.connect() as connection:
        found = connection.exec_driver_sql("select body from letter where state = 'sent'")
        assert not any("صبور" in body for body in found.scalars())
    assert face_of(ledger, card_id).ruling is not None


def test_who_blocked_aram_or_never_started_it_is_not_reachable(ledger: Ledger) -> None:
    begin(ledger)
    ledger.commit(lambda books: books.remember_person(7, "تازه"))
    ledger.commit(lambda books: books.mark_unreachable(SARA))
    people = (SARA, OWNER, 7, 8)
    assert ledger.commit(lambda books: books.handovers.reachable(people)) == {OWNER}


def test_a_decision_is_a_deed(ledger: Ledger) -> None:
    calls(ledger, begin(ledger))
    ledger.commit(lambda books: choose(books, 1, Choice.TAKE, by=SARA))
    (deed,) = ledger.commit(lambda books: books.roster.deeds(skip=0, most=1))
    assert (deed.kind, deed.by, deed.by_name) == (DeedKind.DECIDED, SARA, "سارا")
    assert dict(deed.about) == {"decision": "taken", "person": "نگار"}


def test_another_shop_sees_nothing_of_it(ledger: Ledger, shop: Shop) -> None:
    calls(ledger, begin(ledger))
    other = replace(shop, id=2)

    def look(books: Books) -> list[object]:
        books = books.of(other)
        return [
            books.handovers.find(1),
            books.handovers.brief(1),
            books.handovers.briefs(1),
            books.handovers.live_in(1),
            books.handovers.brief_on_screen(SARA, 77),
            briefing(books, 1),
            choose(books, 1, Choice.TAKE, by=SARA).told,
        ]

    assert ledger.commit(look) == [None, None, (), None, None, None, Told.NOT_YOURS]


def test_a_card_that_is_closed_closes_the_matter(ledger: Ledger) -> None:
    card_id = begin(ledger)
    calls(ledger, card_id)
    face = replace(face_of(ledger, card_id), state=CardState.WORKED)
    ledger.commit(lambda books: books.change_card(card_id, face, anew=False))
    found = ledger.commit(lambda books: books.handovers.find(1))
    assert found is not None
    assert found.stage is Stage.LAPSED


def test_the_shops_time_is_kept(ledger: Ledger, shop: Shop) -> None:
    ledger.commit(lambda books: books.roster.describe(replace(shop, handover_minutes=25)))
    (kept,) = ledger.commit(lambda books: books.roster.shops())
    assert kept.handover_minutes == 25


def test_a_brief_that_waits_is_brought_up_to_date_not_doubled(ledger: Ledger) -> None:
    calls(ledger, begin(ledger))
    (taken,) = (each for each in due(ledger) if isinstance(each.body, BriefLetter))
    ledger.commit(lambda books: choose(books, 1, Choice.TAKE, by=SARA))
    assert bodies(ledger, SARA) == [BriefLetter(1, anew=True)]
    mark_sent(ledger, taken)  # drawn before it was changed
    assert bodies(ledger, SARA) == [BriefLetter(1, anew=False)]


def test_an_older_brief_that_waits_in_the_outbox_keeps_no_words(database_url: str) -> None:
    engine = open_engine(database_url)
    older = '{"seller": null, "last_words": ["پولم کو؟"], "type": "brief"}'
    columns = 'shop_id, "to", body, urgency, state, due_at, attempts, revision'
    with engine.begin() as connection:
        bring_to(connection, "0005")
        insert = f"insert into letter ({columns}) values (1, 99, :body, '0_now', 'due', 1.0, 0, 0)"
        connection.execute(text(insert), {"body": older})
    migrate(engine)
    with engine.connect() as connection:
        kept = connection.execute(text("select body, state from letter")).all()
    assert [tuple(row) for row in kept] == [("", "given_up")]
    engine.dispose()


# At once


@pytest.fixture
def ledgers(postgres_engine: Engine, shop: Shop, clock: Clock) -> Iterator[list[Ledger]]:
    """Two replicas on one database."""
    both = [Ledger(postgres_engine, shop, clock) for _ in range(2)]
    yield both
    for ledger in both:
        ledger.close()


def test_a_press_and_the_end_of_its_time_at_once_have_one_outcome(ledgers: list[Ledger]) -> None:
    together = Barrier(2)
    calls(ledgers[0], begin(ledgers[0]))

    def take() -> Told:
        together.wait()
        return ledgers[0].commit(lambda books: choose(books, 1, Choice.TAKE, by=SARA)).told

    def time_is_over() -> bool:
        together.wait()
        return ledgers[1].commit(lambda books: pass_on(books, 1))

    with ThreadPoolExecutor(2) as pool:
        taken, over = pool.submit(take), pool.submit(time_is_over)
        outcome = taken.result(), over.result()
    found = ledgers[0].commit(lambda books: books.handovers.find(1))
    assert found is not None
    if outcome[0] is Told.TAKEN:
        assert (found.stage, found.brief_id) == (Stage.TAKEN, 1)
    else:
        assert (outcome[0], found.stage, found.brief_id) == (Told.WITH_OTHER, Stage.WAITING, 2)


def test_two_presses_at_once_take_it_once(ledgers: list[Ledger]) -> None:
    together = Barrier(2)
    calls(ledgers[0], begin(ledgers[0]))

    def take(replica: int) -> Told:
        together.wait()
        return ledgers[replica].commit(lambda books: choose(books, 1, Choice.TAKE, by=SARA)).told

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(take, range(2))) == [Told.TAKEN] * 2
    rulings = [each for each in due(ledgers[0]) if isinstance(each.body, RulingLetter)]
    assert len(rulings) == 1
