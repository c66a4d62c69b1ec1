"""Figures by day are exactly what a recount from the raw rows gives, whatever happened when."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, select, text
from sqlmodel import col

from bot.core.coach import Coach
from bot.core.conversation import Channel, Turn, Who
from bot.core.force import Force
from bot.core.listener import Listener
from bot.core.pace import Pace
from bot.core.people import Shop
from bot.core.press import Action
from bot.core.shelf import Said
from bot.core.trouble import COUNTED, Outcome
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from bot.store.migrations import older_figures
from bot.store.tables import (
    FigureDayRow,
    StaleDayRow,
    StepDayRow,
    TalkDayRow,
    TroubleRow,
    table_of,
)
from tests.core.cast import ToldDetector
from tests.core.test_authenticity import REVIEW, a_ladder
from tests.store.brute_force import BruteForce
from tests.store.conftest import OWNER, Clock
from tests.store.histories import MANAGER, OTHER, PLACES, SELLER, History

TEHRAN, BERLIN, AUCKLAND = "Asia/Tehran", "Europe/Berlin", "Pacific/Auckland"
SPRING, AUTUMN, SUMMER = "2027-03-27T20:00", "2026-10-24T20:00", "2026-08-01T12:00"
ACTS = 160
FIGURES = ("trouble", "step_use", "talk_day", "figure_day", "step_day", "stale_day")
OLDER = (
    (Who.CUSTOMER, "0"),
    (Who.SELLER, "چشم"),
    (Who.CUSTOMER, "2 complaint"),
    (Who.CUSTOMER, "3 insult"),
    (Who.SELLER, "چشم"),
    (Who.CUSTOMER, "2"),
)


@pytest.fixture
def shop() -> Shop:
    """Two sellers, a manager, and an owner who sells."""
    return Shop(
        name="آرامش",
        owner_id=OWNER,
        manager_ids=frozenset({MANAGER}),
        seller_ids=frozenset({SELLER, OTHER}),
    )


def figure_days(engine: Engine) -> Counter[tuple[Any, ...]]:
    counts: Counter[tuple[Any, ...]] = Counter()
    with engine.connect() as database:
        for row in database.execute(select(table_of(FigureDayRow))):
            cell = (row.day, row.seller_id, row.channel, row.playbook, row.about)
            for name in COUNTED:
                counts[*cell, name] += getattr(row, name)
    return +counts


def step_days(engine: Engine) -> Counter[tuple[Any, ...]]:
    counts: Counter[tuple[Any, ...]] = Counter()
    with engine.connect() as database:
        for row in database.execute(select(table_of(StepDayRow))):
            for name in ("shown", "sent", "helped", "calmed"):
                counts[row.day, row.playbook, row.step, row.draft, name] += getattr(row, name)
    return +counts


def talk_days(engine: Engine) -> dict[tuple[int, str], tuple[int, int, float]]:
    with engine.connect() as database:
        rows = database.execute(select(table_of(TalkDayRow))).all()
    return {
        (row.conversation_id, row.day): (row.customer_turns, row.seller_turns, row.seconds)
        for row in rows
    }


def compare(engine: Engine, history: History, zone: str) -> BruteForce:
    """What is kept is what brute force counts, after the days that changed are counted anew."""
    history.ledger.commit(lambda books: books.figures.settle())
    truth = BruteForce(engine, history.journal, zone)
    assert figure_days(engine) == truth.figure_days()
    assert step_days(engine) == truth.step_days()
    assert talk_days(engine) == truth.talk_days()
    with engine.connect() as database:
        assert database.execute(select(table_of(StaleDayRow))).first() is None
    return truth


def play(
    engine: Engine,
    shop: Shop,
    clock: Clock,
    seed: int,
    zones: tuple[str, str],
    *,
    acts: int = ACTS,
) -> BruteForce:
    """A history with a look at the figures now and then, and a change of the zone half-way."""
    shop.timezone = zones[0]
    begin = (SPRING, AUTUMN, SUMMER)[seed % 3]
    clock.now = datetime.fromisoformat(begin).replace(tzinfo=ZoneInfo(BERLIN)).timestamp()
    ledger = Ledger(engine, shop, clock)
    history = History(ledger, clock, seed)
    for number in range(acts):
        history.act()
        if history.random.random() < 0.1:
            ledger.commit(lambda books: books.figures.settle())
        if number == acts // 2:
            compare(engine, history, zones[0])
            shop.timezone = zones[1]
            ledger.commit(lambda books: books.figures.rezone())
    truth = compare(engine, history, zones[1])
    ledger.commit(lambda books: books.figures.recount())
    assert figure_days(engine) == truth.figure_days(), "a recount gives the same"
    ledger.close()
    return truth


@pytest.mark.parametrize("seed", range(8))
def test_figures_agree_with_a_recount_of_random_histories(
    seed: int, sqlite_url: str, shop: Shop, clock: Clock
) -> None:
    agree(seed, sqlite_url, shop, clock)


@pytest.mark.parametrize("seed", [0, 4])
def test_figures_agree_on_postgresql_too(
    seed: int, postgres_url: str, shop: Shop, clock: Clock
) -> None:
    agree(seed, postgres_url, shop, clock)


def agree(seed: int, url: str, shop: Shop, clock: Clock) -> None:
    engine = open_engine(url)
    migrate(engine)
    zones = ((BERLIN, TEHRAN), (TEHRAN, BERLIN), (BERLIN, AUCKLAND))[seed % 3]
    play(engine, shop, clock, seed, zones)
    engine.dispose()


def test_the_random_histories_hold_all_that_is_counted(
    sqlite_url: str, shop: Shop, clock: Clock
) -> None:
    """Else they would agree about nothing."""
    engine = open_engine(sqlite_url)
    migrate(engine)
    truth = play(engine, shop, clock, 3, (BERLIN, TEHRAN), acts=3 * ACTS)
    seen = Counter(key[-1] for key in truth.figure_days())
    assert set(seen) == set(COUNTED)
    assert {key[-1] for key in truth.step_days()} == {"shown", "sent", "helped", "calmed"}
    engine.dispose()


def test_a_shop_whose_zone_changes_counts_by_its_new_days(
    ledger: Ledger, shop: Shop, clock: Clock, engine: Engine
) -> None:
    clock.now = datetime(2026, 10, 1, 22, 30, tzinfo=ZoneInfo("UTC")).timestamp()
    ledger.commit(lambda books: books.roster.follow_settings(shop))
    history = History(ledger, clock, 1)
    history.hear_now(Who.CUSTOMER, PLACES[0], "2 complaint")
    ledger.commit(lambda books: books.figures.settle())
    assert {key[0] for key in figure_days(engine)} == {"2026-10-02"}
    told = replace(shop, timezone="America/New_York")
    ledger.commit(lambda books: books.roster.follow_settings(told))
    assert {key[0] for key in figure_days(engine)} == {"2026-10-01"}
    assert {day for _, day in talk_days(engine)} == {"2026-10-01"}


def test_who_spoke_last_in_one_second_is_known(ledger: Ledger, clock: Clock) -> None:
    """Telegram's times are whole seconds: the order of the messages tells."""
    clock.now = 1_795_000_000.25
    history = History(ledger, clock, 1)
    seen = []
    for who in (Who.CUSTOMER, Who.SELLER, Who.CUSTOMER):
        history.hear_now(who, PLACES[0], "2 complaint" if who is Who.CUSTOMER else "چشم")
        ledger.commit(lambda books: books.figures.settle())
        (waiting,) = ledger.commit(lambda books: books.summaries.waiting())
        seen.append(waiting.is_unanswered)
    assert seen == [True, False, True]


def test_an_older_database_gets_the_figures_of_what_it_holds(
    database_url: str, shop: Shop, clock: Clock
) -> None:
    """A history is played, its figures are thrown away, and the migration makes them again."""
    engine = open_engine(database_url)
    migrate(engine)
    ledger = Ledger(engine, shop, clock)
    ledger.commit(lambda books: books.roster.follow_settings(shop))
    history = History(ledger, clock, 5)
    for who, words in OLDER:
        clock.now += 40.0
        history.hear_now(who, PLACES[0], words)
    clock.now += 40.0
    history.press_newest(Action.CALL_MANAGER)
    clock.now += 40.0
    history.press_newest(Action.WORKED)
    clock.now += 2 * 86_400.0
    history.hear_now(Who.CUSTOMER, PLACES[0], "1 leaving")
    ledger.commit(lambda books: books.figures.settle())
    before = figure_days(engine), talk_days(engine)
    with engine.begin() as database:
        for table in FIGURES:
            database.execute(text(f"delete from {table}"))
        database.execute(text("update conversation set last_at = null, trouble_id = null"))
        older_figures.fill(database)
    ledger.commit(lambda books: books.figures.settle())
    assert (figure_days(engine), talk_days(engine)) == before
    clock.now += 40.0
    history.hear_now(Who.CUSTOMER, PLACES[0], "0")
    seen = ledger.commit(lambda books: books.figures.trouble(1))
    assert seen is not None
    assert seen.outcome is Outcome.CALMED, "what follows goes on from there"
    ledger.close()
    engine.dispose()


def test_a_quiet_card_is_no_trouble_until_it_alarms(ledger: Ledger, engine: Engine) -> None:
    coach = Coach(ToldDetector(), a_ladder(REVIEW), Pace(steady=0.3))
    listener = Listener(Force(coach))
    place = replace(PLACES[0], key="comment:-7:5", channel=Channel.COMMENT, chat_id=-7)
    seen = []
    for number, words in enumerate(("1 complaint mild", "1 complaint mild", "3 insult", "0")):
        turn = Turn(Who.CUSTOMER, words, ledger.commit(lambda books: books.now) + number)
        said = Said(place, replace(turn, channel=Channel.COMMENT), number + 1)
        ledger.commit(partial(listener.hear, said=said))
        with engine.connect() as database:
            kept = select(col(TroubleRow.turns), col(TroubleRow.calmed_at).is_not(None))
            seen.append([tuple(row) for row in database.execute(kept)])
    assert seen == [[], [], [(1, False)], [(2, True)]]
