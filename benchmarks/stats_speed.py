"""/stats on a shop's made-up year: how long its screens and their pictures take, and how it grows.

The screens are those that managers get, on SQLite and PostgreSQL, beside a bare `count(*)` of the
messages in the same database. A neighbour shop has a tenth as much in the same tables.
"""

import asyncio
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle
from statistics import median

from sqlalchemy import func, select

from benchmarks.databases import Place, databases
from benchmarks.figures import Aim, Bound, Figure, Section, compare, rounds
from benchmarks.month import NOW, TODAY, Size, Staff, staff_of, visits
from benchmarks.month_rows import Numbers, keep_month
from benchmarks.month_tables import settle_numbers
from bot.app import build_edition, build_locales
from bot.core.force import Force
from bot.core.spans import Stretch
from bot.core.trouble import Outcome
from bot.detection.models import Models
from bot.locale import Locale
from bot.publishing.forge import Forge
from bot.settings import Settings
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from bot.store.tables import TroubleRow, TurnRow, table_of
from handlers.stats.buttons import SellersButton, StatsButton, View
from handlers.stats.pages import Pages

SIZES, DAYS = (10_000, 100_000, 1_000_000), 365
NEIGHBOUR = 10
ROUNDS, FEWEST_ROUNDS, SECONDS = 9, 3, 60.0
SCREEN_AIM_MS, CHART_AIM_MS = 300.0, 1_000.0
AIM = Aim(Bound.AT_MOST, 1.0)
COUNTED, STALE, CHART = "count(*) of the messages", "today, just after a change", ", its chart"
GROWN = ("today", "this month", "a year")


@dataclass
class Taken:
    """Milliseconds by name, one for each round; and how long all days took, counted at once."""

    turns: int
    seconds_to_settle: float
    by_name: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, seconds: float) -> None:
        """One more."""
        self.by_name[name].append(1e3 * seconds)


def measure(sizes: tuple[int, ...] = SIZES) -> list[Section]:
    """Each kind of database with each size, then how they grow."""
    sections, grown = [], []
    forge, locale = Forge(Models.load()), build_locales().get("fa")
    with databases() as places:
        for kind, place in places.items():
            taken = {size: _taken(place, size, forge, locale) for size in sizes}
            sections += [_section(kind, each) for each in taken.values()]
            grown += list(_growth(kind, taken))
    title = "/stats: how it grows with the messages, beside the fewest"
    return [*sections, Section(title, tuple(grown))]


def _taken(place: Place, turns: int, forge: Forge, locale: Locale) -> Taken:
    print(f"  a year of {turns:,} messages …", file=sys.stderr, flush=True)
    engine = open_engine(place.add(f"year_{turns}"))
    migrate(engine)
    size = Size(turns, DAYS)
    staff = staff_of(1, size)
    ledger = Ledger(engine, staff.shop, lambda: NOW)
    try:
        kept = _fill(ledger, staff, size)
        began = time.perf_counter()
        ledger.commit(lambda books: books.figures.settle())
        taken = Taken(kept, time.perf_counter() - began)
        ledger.commit(lambda books: settle_numbers(books._database))
        settings = Settings(_env_file=None, owner_id=staff.shop.owner_id)
        force = Force(forge.coach(build_edition(settings, ledger)))
        pages = Pages(ledger, staff.shop, force, locale, staff.shop.managers[0])
        asyncio.run(_rounds(ledger, pages, taken))
    finally:
        ledger.close()
    return taken


def _fill(ledger: Ledger, staff: Staff, size: Size) -> int:
    less = Size(size.turns // NEIGHBOUR, DAYS)
    other, numbers = staff_of(2, less), Numbers()
    ledger.commit(lambda books: books.roster.follow_settings(staff.shop))
    ledger.commit(lambda books: books.roster.add_shop(other.shop))
    planned, beside = visits(staff, size), visits(other, less)
    kept = ledger.commit(lambda books: keep_month(books, staff, planned, numbers))
    ledger.commit(lambda books: keep_month(books.of(other.shop), other, beside, numbers))
    return kept


async def _rounds(ledger: Ledger, pages: Pages, taken: Taken) -> None:
    changed, ends = _newest_trouble(ledger), cycle((Outcome.LEFT, None))
    for number in rounds(ROUNDS + 1, fewest=FEWEST_ROUNDS + 1, seconds=SECONDS):
        spare = Taken(0, 0.0) if number == 0 else taken  # the first round warms up
        began = time.perf_counter()
        ledger.commit(lambda books: books._database.execute(_COUNT).scalar_one())
        spare.add(COUNTED, time.perf_counter() - began)
        for name, asked in _asked(pages):
            await _one(pages, name, asked, spare)
        _change(ledger, changed, next(ends), by=pages.viewer)
        await _one(pages, STALE, _front(Stretch.DAY), spare)


def _change(ledger: Ledger, trouble: int, outcome: Outcome | None, *, by: int) -> None:
    ledger.commit(lambda books: books.figures.choose(trouble, outcome, by=by))


async def _one(pages: Pages, name: str, asked: StatsButton | SellersButton, taken: Taken) -> None:
    began = time.perf_counter()
    if isinstance(asked, SellersButton):
        screen = await pages.sellers(asked)
    else:
        screen = await pages.screen(asked)
    screen.drawn(pages.locale)
    taken.add(name, time.perf_counter() - began)
    if screen.picture is not None:
        began = time.perf_counter()
        screen.picture()
        taken.add(name + CHART, time.perf_counter() - began)


def _asked(pages: Pages) -> Iterator[tuple[str, StatsButton | SellersButton]]:
    first = TODAY.toordinal()
    yield "today", _front(Stretch.DAY)
    yield "this week", _front(Stretch.WEEK)
    yield "this month", _front(Stretch.MONTH)
    year = (TODAY - timedelta(DAYS - 1)).toordinal()
    yield "a year", StatsButton(view=View.FRONT, stretch=Stretch.DAYS, first=year, days=DAYS)
    yield "this month by seller", SellersButton(stretch=Stretch.MONTH, first=first)
    seller = min(pages.shop.seller_ids)
    one = SellersButton(stretch=Stretch.MONTH, first=first, person=seller, one=True)
    yield "this month, one seller", one
    yield "this month by situation", _front(Stretch.MONTH, View.ABOUT)
    yield "this month, one situation", _front(Stretch.MONTH, View.PART, "a-complaint")
    yield "this month by place", _front(Stretch.MONTH, View.PLACES)


def _front(stretch: Stretch, view: View = View.FRONT, part: str = "-") -> StatsButton:
    return StatsButton(view=view, stretch=stretch, first=TODAY.toordinal(), id=part)


def _newest_trouble(ledger: Ledger) -> int:
    troubles = table_of(TroubleRow)
    today = troubles.c.day == TODAY.isoformat()
    found = select(func.max(troubles.c.id)).where(troubles.c.shop_id == ledger.shop.id, today)
    number: int = ledger.commit(lambda books: books._database.execute(found).scalar_one())
    return number


_COUNT = select(func.count()).select_from(table_of(TurnRow))


def _section(kind: str, taken: Taken) -> Section:
    unit = taken.by_name[COUNTED]
    words = [name for name in taken.by_name if not name.endswith(CHART) and name != COUNTED]
    told = (COUNTED, *words[:-1], STALE, *(name + CHART for name in GROWN))
    rows = [compare(name, "ms", taken.by_name[name], unit) for name in told]
    slowest = [max(each) for each in zip(*(taken.by_name[name] for name in words), strict=True)]
    whole = [_with_chart(taken, name) for name in words]
    with_charts = [max(each) for each in zip(*whole, strict=True)]
    rows += [
        _beside("slowest screen", slowest, SCREEN_AIM_MS),
        _beside("slowest screen with its chart", with_charts, CHART_AIM_MS),
    ]
    remark = (
        f"counting all {DAYS} days at once, as after a year in which nobody asked: "
        f"{taken.seconds_to_settle:.1f} s"
    )
    return Section(f"/stats on {taken.turns:,} messages of a year, {kind}", tuple(rows), (remark,))


def _with_chart(taken: Taken, name: str) -> list[float]:
    words, charts = taken.by_name[name], taken.by_name.get(name + CHART)
    if charts is None:
        return words
    return [one + other for one, other in zip(words, charts, strict=True)]


def _beside(name: str, samples: list[float], aim: float) -> Figure:
    return compare(f"{name}, beside {aim:g} ms", "ms", samples, [aim] * len(samples), AIM)


def _growth(kind: str, taken: dict[int, Taken]) -> Iterator[Figure]:
    for name in (COUNTED, *GROWN):
        least = median(next(iter(taken.values())).by_name[name])
        for each in taken.values():
            samples = each.by_name[name]
            title = f"{kind}: {name}, {each.turns:,}"
            yield compare(title, "ms", samples, [least] * len(samples))
