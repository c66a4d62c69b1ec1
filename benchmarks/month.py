"""A month of shops, or more of it, made up from a seed: who sells when, who writes, how it goes.

Weeks are Iran's: quiet on Fridays, short on Thursdays. One day in thirty is a sale, one week in
nine is bad. What a visit comes to is planned; the two ways in (`month_played`, `month_rows`) tell
what was found of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from benchmarks.month_visits import Beat, Course, drawn
from bot.core.conversation import Channel
from bot.core.days import begin_of, zone_of
from bot.core.people import TEHRAN, Shop
from bot.core.trouble import Outcome

ZONE = zone_of(TEHRAN)
NOW = datetime(2026, 11, 19, 21, 0, tzinfo=ZONE).timestamp()
TODAY = date(2026, 11, 19)
"""A Thursday, the 28th of Aban: nearly a whole week and a whole month."""
TURNS_A_VISIT = 6.1
VISITS_A_CUSTOMER = 3
GROUP_ID, POST_ID = -1_001_000, -1_002_000
FRIDAY, THURSDAY = 4, 3
DAY, HOUR = 86_400.0, 3_600.0
SALE_DAY, SALE_EVERY, SALE_RUSH = TODAY - timedelta(9), 30, 2.5
BAD_DAYS, BAD_EVERY, BAD_SHARE = (14, 21), 63, 2.2
HARD_SHARE = 0.11
_ENDS = {
    Outcome.CALMED: 48,
    Outcome.REFUNDED: 11,
    Outcome.PARTED: 6,
    Outcome.LEFT: 9,
    Outcome.HANDED_OVER: 8,
    Outcome.FALSE_ALARM: 9,
    Outcome.OPEN: 9,
}
_COME_BACK = (None, Outcome.CALMED, Outcome.REFUNDED)
_PLACES = {Channel.CHAT: 82, Channel.GROUP: 13, Channel.COMMENT: 5}
_NAMES = ("مریم", "رضا", "سارا", "حسین", "نرگس", "امید", "زهرا", "پویا", "Nima", "الهام", "مهدی")
_FAMILIES = (
    *("کریمی", "احمدی", "رستگار", "موسوی", "Rad", "یوسفی", "نوری", "صدر", "امینی", "شفیعی"),
    *("طاهری", "فرهادی", "Karimi", "بهرامی", "سلطانی", "کاظمی", "جلالی", "مرادی", "نادری"),
)


@dataclass(frozen=True, slots=True)
class Seller:
    """Who sells: from when to when, not on `off`; the calm one calms more, the quick one sooner."""

    id: int
    name: str
    opens: int
    closes: int
    off: frozenset[int]
    composure: float
    patience: float


@dataclass(frozen=True, slots=True)
class Customer:
    """Who writes, where, and to whom; in public to whoever is there."""

    id: int
    name: str
    channel: Channel
    chat_id: int
    seller: Seller


@dataclass(frozen=True, slots=True)
class Visit:
    """One talk from its first message to its last; `ends` is None where it stays calm."""

    customer: Customer
    ends: Outcome | None
    beats: tuple[Beat, ...]


@dataclass(slots=True)
class Staff:
    """A shop with its people."""

    shop: Shop
    sellers: tuple[Seller, ...]
    customers: tuple[Customer, ...]
    gone: set[int] = field(default_factory=set)
    busy_until: dict[int, float] = field(default_factory=dict)

    @property
    def manager(self) -> int:
        """Who decides what is handed over."""
        return min(self.shop.manager_ids)


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made up: about so many messages of one shop, in so many days until `TODAY`."""

    turns: int
    days: int = 30
    seed: int = 1


def staff_of(number: int, size: Size) -> Staff:
    """The people of the shop of a number."""
    random, first = Random(size.seed * 1_000 + number), 100_000 * number
    count = max(3, min(12, round(size.turns / size.days / 250)))
    sellers = tuple(_seller(random, first + 11 + place, place) for place in range(count))
    people = max(40, round(size.turns / TURNS_A_VISIT / VISITS_A_CUSTOMER))
    begin = 10_000_000 * number
    customers = tuple(_customer(random, begin + each, number, sellers) for each in range(people))
    shop = Shop(
        name="باغ سیب" if number == 1 else f"شعبه‌ی {number}",
        owner_id=first + 1,
        manager_ids=frozenset({first + 2}),
        seller_ids=frozenset(each.id for each in sellers),
        id=number,
        refund_limit=500_000,
    )
    return Staff(shop, sellers, customers)


def visits(staff: Staff, size: Size) -> Iterator[Visit]:
    """Every visit of the days, by day, each day's in order of their beginning."""
    random = Random(size.seed * 1_000 + staff.shop.id + 500)
    days = [TODAY - timedelta(ago) for ago in reversed(range(size.days))]
    crowd = {day: _crowd(day) * random.uniform(0.85, 1.15) for day in days}
    a_unit = size.turns / TURNS_A_VISIT / sum(crowd.values())
    owed = 0.0
    for day in days:
        owed += crowd[day] * a_unit
        count, owed = int(owed), owed - int(owed)
        yield from _day(random, staff, day, count)


def _seller(random: Random, number: int, place: int) -> Seller:
    opens = (9, 10, 13, 16)[place % 4]
    return Seller(
        number,
        _NAMES[place % len(_NAMES)],
        opens,
        min(23, opens + random.choice((8, 9))),
        frozenset({FRIDAY} if place % 3 else {(place + 5) % 7}),
        random.uniform(0.75, 1.0),
        random.uniform(0.6, 1.8),
    )


def _customer(random: Random, number: int, shop: int, sellers: tuple[Seller, ...]) -> Customer:
    channel = drawn(random, _PLACES)
    chat = {Channel.GROUP: GROUP_ID - shop, Channel.COMMENT: POST_ID - shop}.get(channel, number)
    name = f"{random.choice(_NAMES)} {random.choice(_FAMILIES)}"
    return Customer(number, name, channel, chat, random.choice(sellers))


def _crowd(day: date) -> float:
    weekday = day.weekday()
    usual = {FRIDAY: 0.35, THURSDAY: 0.8}.get(weekday, 1.0)
    return usual * (SALE_RUSH if (SALE_DAY - day).days % SALE_EVERY == 0 else 1.0)


def _is_bad(day: date) -> bool:
    return BAD_DAYS[0] <= (TODAY - day).days % BAD_EVERY < BAD_DAYS[1]


def _day(random: Random, staff: Staff, day: date, count: int) -> Iterator[Visit]:
    midnight = begin_of(day, ZONE)
    rush = _crowd(day) * (1.8 if _is_bad(day) else 1.0)
    share = HARD_SHARE * (BAD_SHARE if _is_bad(day) else 1.0)
    moments = sorted(midnight + HOUR * _hour(random) for _ in range(count))
    for at in moments:
        customer = _who(random, staff, day, at)
        ends = _ends(random, customer.seller) if random.random() < share else None
        whole = tuple(Course(random, customer.seller.patience, at, rush).play(ends))
        beats = tuple(each for each in whole if each.at < NOW)
        if not beats:
            continue
        staff.busy_until[customer.id] = beats[-1].at + 2 * HOUR
        if ends not in _COME_BACK or beats != whole:
            staff.gone.add(customer.id)
        yield Visit(customer, ends, beats)


def _hour(random: Random) -> float:
    """Busy before noon, busier in the evening."""
    peak = 11.5 if random.random() < 0.4 else 19.5
    return min(23.9, max(7.5, random.gauss(peak, 2.0)))


def _who(random: Random, staff: Staff, day: date, at: float) -> Customer:
    """Whoever writes: rather to someone who works today, and nobody twice at once."""
    for _ in range(40):
        customer = random.choice(staff.customers)
        works = day.weekday() not in customer.seller.off or random.random() < 0.1
        busy = customer.id in staff.gone or staff.busy_until.get(customer.id, 0.0) > at
        if works and not busy:
            return customer
    free = (each for each in staff.customers if staff.busy_until.get(each.id, 0.0) <= at)
    return next((each for each in free if each.id not in staff.gone), staff.customers[0])


def _ends(random: Random, seller: Seller) -> Outcome:
    ends = drawn(random, _ENDS)
    failed = ends is Outcome.CALMED and random.random() > seller.composure
    return Outcome.OPEN if failed else ends
