"""A made-up month written straight into the tables is what the store would count from it."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from benchmarks.month import NOW, TODAY, ZONE, Size, Staff, Visit, staff_of, visits
from benchmarks.month_rows import Numbers, keep_month
from benchmarks.month_show import played
from benchmarks.month_visits import Deed
from bot.core.days import Span, day_of
from bot.core.stats import WHOLE, By
from bot.core.trouble import Outcome
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from bot.store.tables import (
    FigureDayRow,
    StepDayRow,
    TalkDayRow,
    table_of,
)

SIZE = Size(turns=3_000, days=40)


@pytest.fixture
def month() -> tuple[Staff, tuple[Visit, ...]]:
    staff = staff_of(1, SIZE)
    return staff, tuple(visits(staff, SIZE))


@pytest.fixture
def ledger(database_url: str, month: tuple[Staff, tuple[Visit, ...]]) -> Iterator[Ledger]:
    """The month in a shop beside another one, counted."""
    engine = open_engine(database_url)
    migrate(engine)
    staff, planned = month
    ledger = Ledger(engine, staff.shop, lambda: NOW)
    ledger.commit(lambda books: books.roster.follow_settings(staff.shop))
    other, numbers = staff_of(2, SIZE), Numbers()
    ledger.commit(lambda books: books.roster.add_shop(other.shop))
    ledger.commit(lambda books: keep_month(books, staff, planned, numbers))
    ledger.commit(
        lambda books: keep_month(books.of(other.shop), other, visits(other, SIZE), numbers)
    )
    ledger.commit(lambda books: books.figures.settle())
    yield ledger
    ledger.close()


def test_its_counts_are_a_recounts(ledger: Ledger) -> None:
    before = ledger.commit(_counts)
    assert all(before.values())
    ledger.commit(lambda books: books.figures.recount())
    ledger.commit(lambda books: books.figures.recount_talks())
    assert ledger.commit(_counts) == before


def test_its_counts_are_the_plans(ledger: Ledger, month: tuple[Staff, tuple[Visit, ...]]) -> None:
    _, planned = month
    whole = Span(day_of(planned[0].beats[0].at, ZONE), TODAY)
    opened: Counter[str] = Counter()
    for visit in planned:
        first = next((beat for beat in visit.beats if beat.about is not None), None)
        if first is not None:
            opened[day_of(first.at, ZONE).isoformat()] += 1
    days = ledger.commit(lambda books: books.summaries.days(whole))
    assert {
        each.day.isoformat(): each.counts.troubles for each in days if each.counts.troubles
    } == (opened)
    said = sum(beat.deed in (Deed.SAY, Deed.SEND) for visit in planned for beat in visit.beats)
    talk = ledger.commit(lambda books: books.summaries.talk(whole, WHOLE))
    assert talk is not None
    assert talk.messages == said


def test_all_ends_and_places_occur(ledger: Ledger) -> None:
    span = Span(day_of(NOW - 39 * 86_400, ZONE), TODAY)
    counts = ledger.commit(lambda books: books.summaries.counts(span, WHOLE))
    assert all(counts.ended(outcome) for outcome in Outcome)
    places = ledger.commit(lambda books: books.summaries.groups(By.PLACE, span))
    assert len(places) == 3


def test_the_same_seed_gives_the_same_month(month: tuple[Staff, tuple[Visit, ...]]) -> None:
    assert tuple(visits(staff_of(1, SIZE), SIZE)) == month[1]


def test_a_played_month_has_troubles_and_its_counts_are_a_recounts(tmp_path: Path) -> None:
    ledger, _, _ = played(f"sqlite:///{tmp_path}/month.db", Size(turns=350, days=8, seed=3))
    span = Span(TODAY - timedelta(7), TODAY)
    ledger.commit(lambda books: books.figures.settle())
    counts = ledger.commit(lambda books: books.summaries.counts(span, WHOLE))
    assert min(counts.troubles, counts.answered) > 0
    before = ledger.commit(_counts)
    ledger.commit(lambda books: books.figures.recount())
    assert ledger.commit(_counts) == before
    ledger.close()


def _counts(books: Books) -> dict[str, list[tuple[Any, ...]]]:
    """Every count that is kept, in an order of its own."""
    found = {}
    for table in (FigureDayRow, StepDayRow, TalkDayRow):
        rows = books._database.execute(select(table_of(table))).all()
        mine = [tuple(row) for row in rows if row.shop_id == books.shop.id]
        found[str(table.__tablename__)] = sorted(_rounded(row) for row in mine)
    return found


def _rounded(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(round(each, 3) if isinstance(each, float) else each for each in row)
