"""Digests by the clock: once a day for everyone, whatever processes, zones and wishes do."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from bot.core.days import zone_of
from bot.core.digest import CLAIM_SECONDS, Claim, Wish, begin, plan_all, plan_anew, take
from bot.core.letters import DigestLetter, Letter
from bot.core.people import Shop
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from tests.store.conftest import OWNER, Clock
from tests.store.samples import mark_sent

MANAGER = 98
TEHRAN, BERLIN, TOKYO = "Asia/Tehran", "Europe/Berlin", "Asia/Tokyo"
QUARTER = 900.0


def at(moment: str, zone: str = TEHRAN) -> float:
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)).timestamp()


class Play:
    """One process, or several one after the other, that deliver what is due as time passes."""

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self.ledger = ledger
        self.clock = clock
        self.managers: tuple[int, ...] = (OWNER,)
        self.sent: list[tuple[int, str]] = []

    def start(self) -> None:
        """As every start does, and every change of the team or the clock."""
        self.ledger.commit(lambda books: plan_all(books, self.managers, zone(books)))

    def until(self, moment: str, place: str = TEHRAN) -> None:
        """Let time pass, a quarter of an hour at a time."""
        end = at(moment, place)
        while self.clock.now < end:
            self.clock.now = min(end, self.clock.now - self.clock.now % QUARTER + QUARTER)
            self.deliver()

    def deliver(self) -> None:
        for letter in digests_due(self.ledger):
            if letter.to in self.managers and claims(self.ledger, letter):
                self.sent.append((letter.to, self.hour))
                finish(self.ledger, letter)
            mark_sent(self.ledger, letter)

    @property
    def hour(self) -> str:
        here = datetime.fromtimestamp(self.clock.now, zone_of(self.ledger.shop.timezone))
        return f"{here:%m-%d %H:%M}"

    def wish(self, wish: Wish, person: int = OWNER) -> None:
        def keep(books: Books) -> None:
            books.digests.keep_wish(person, wish)
            plan_anew(books, person, zone(books))

        self.ledger.commit(keep)

    def move_to(self, place: str) -> None:
        self.ledger.shop.become(replace(self.ledger.shop, timezone=place))
        self.start()

    def take_times(self) -> list[str]:
        """When the owner's came, since it was asked last."""
        taken = [when for person, when in self.sent if person == OWNER]
        self.sent.clear()
        return taken


def zone(books: Books) -> ZoneInfo:
    return ZoneInfo(books.shop.timezone)


def day_of(letter: Letter) -> date:
    assert isinstance(letter.body, DigestLetter)
    return letter.body.day


def digests_due(ledger: Ledger) -> list[Letter]:
    due = ledger.commit(lambda books: books.due_letters(100))
    return [each for each in due if isinstance(each.body, DigestLetter)]


def claim_of(ledger: Ledger, letter: Letter) -> Claim | None:
    body = letter.body
    assert isinstance(body, DigestLetter)
    return ledger.commit(lambda books: take(books, letter.to, body, zone(books)))


def claims(ledger: Ledger, letter: Letter) -> bool:
    return claim_of(ledger, letter) is not None


def begins(ledger: Ledger, letter: Letter, claim: Claim) -> bool:
    return ledger.commit(lambda books: begin(books, letter.to, day_of(letter), claim))


def finish(ledger: Ledger, letter: Letter) -> None:
    ledger.commit(lambda books: books.digests.finish(letter.to, day_of(letter)))


def give_up(ledger: Ledger, letter: Letter) -> None:
    ledger.commit(lambda books: books.give_up(letter, "unreadable"))


@pytest.fixture
def play(ledger: Ledger, clock: Clock) -> Play:
    clock.now = at("2026-11-22 12:00")
    made = Play(ledger, clock)
    made.start()
    return made


@pytest.fixture
def play_here(sqlite_url: str, shop: Shop, clock: Clock) -> Iterator[Play]:
    """On SQLite alone: what is asked is a matter of the clock."""
    engine = open_engine(sqlite_url)
    migrate(engine)
    ledger = Ledger(engine, shop, clock)
    clock.now = at("2026-11-22 12:00")
    yield Play(ledger, clock)
    ledger.close()


def test_every_evening_once_for_each_manager_whenever_it_is_started_anew(play: Play) -> None:
    play.until("2026-11-22 21:30")
    play.start()
    play.managers = (OWNER, MANAGER)
    play.start()
    play.until("2026-11-24 22:00")
    play.start()
    play.until("2026-11-24 23:45")
    assert sorted(play.sent) == [
        (MANAGER, "11-23 21:00"),
        (MANAGER, "11-24 21:00"),
        (OWNER, "11-22 21:00"),
        (OWNER, "11-23 21:00"),
        (OWNER, "11-24 21:00"),
    ]


def test_a_late_start_sends_the_same_day_but_not_the_next(play: Play) -> None:
    play.clock.now = at("2026-11-22 23:10")  # nothing ran since noon
    play.start()
    play.deliver()
    assert play.take_times() == ["11-22 23:10"]
    play.clock.now = at("2026-11-24 00:10")
    play.start()
    play.until("2026-11-24 23:00")
    assert play.take_times() == ["11-24 21:00"]


def test_whoever_is_no_manager_gets_none_until_they_are_one_again(play: Play) -> None:
    play.managers = ()
    play.until("2026-11-23 12:00")  # before anybody has noticed
    play.start()
    play.until("2026-11-24 12:00")
    play.managers = (OWNER,)
    play.start()
    play.until("2026-11-24 23:00")
    assert play.take_times() == ["11-24 21:00"]


def test_a_letter_that_was_lost_is_posted_anew(play: Play) -> None:
    play.clock.now = at("2026-11-22 21:20")
    for letter in digests_due(play.ledger):
        give_up(play.ledger, letter)
    play.start()
    play.deliver()
    assert play.take_times() == ["11-22 21:20"]


def test_another_hour_after_todays_was_sent_begins_tomorrow(play_here: Play) -> None:
    play = play_here
    play.start()
    play.until("2026-11-22 21:10")
    play.wish(Wish(minute=23 * 60))
    play.until("2026-11-23 23:30")
    play.wish(Wish(minute=18 * 60))
    play.until("2026-11-24 20:00")
    assert play.take_times() == ["11-22 21:00", "11-23 23:00", "11-24 18:00"]


def test_another_hour_before_it_was_sent_is_todays_where_it_is_still_ahead(play_here: Play) -> None:
    play = play_here
    play.start()
    play.until("2026-11-22 20:00")
    for hour in (18, 22, 20, 23):  # tapped through
        play.wish(Wish(minute=hour * 60))
    play.until("2026-11-23 12:00")
    assert play.take_times() == ["11-22 23:00"]


def test_days_and_the_switch_are_followed(play_here: Play) -> None:
    play = play_here
    play.wish(Wish(weekdays=(5, 0)))  # Saturdays and Mondays
    play.until("2026-11-30 12:00")
    assert play.take_times() == ["11-23 21:00", "11-28 21:00"]
    play.wish(Wish(is_on=False))
    play.until("2026-12-01 23:00")
    play.wish(Wish())
    play.until("2026-12-02 23:00")
    assert play.take_times() == ["12-02 21:00"]


@pytest.mark.parametrize(
    ("eve", "end", "minute", "hours"),
    [
        ("2027-03-27 12:00", "2027-03-30 00:00", 21 * 60, ["03-27 21:00", "03-28 21:00"]),
        ("2027-03-27 12:00", "2027-03-30 00:00", 150, ["03-28 03:30", "03-29 02:30"]),
        ("2026-10-24 12:00", "2026-10-26 12:00", 150, ["10-25 02:30", "10-26 02:30"]),
    ],
    ids=["spring, in the evening", "spring, in the skipped hour", "autumn, in the hour twice"],
)
def test_clocks_that_are_moved_move_no_digest(
    eve: str, end: str, minute: int, hours: list[str], play_here: Play
) -> None:
    play = play_here
    play.clock.now = at(eve, BERLIN)
    play.move_to(BERLIN)
    play.wish(Wish(minute=minute))
    play.until(end, BERLIN)
    assert play.take_times()[:2] == hours


def test_a_year_ends_as_any_day_does(play_here: Play) -> None:
    """29 Esfand 1405 is 20 March 2027."""
    play = play_here
    play.clock.now = at("2027-03-20 12:00")
    play.start()
    play.until("2027-03-22 12:00")
    assert play.take_times() == ["03-20 21:00", "03-21 21:00"]


def test_a_zone_that_has_changed_sends_neither_twice_nor_never(play_here: Play) -> None:
    play = play_here
    play.start()
    play.until("2026-11-22 21:10")
    play.move_to(BERLIN)  # where it is 18:40 of the same day
    play.until("2026-11-23 22:00", BERLIN)
    assert play.take_times() == ["11-22 21:00", "11-23 21:00"]
    play.until("2026-11-24 19:00", BERLIN)
    play.move_to(TEHRAN)  # where nine is over: late, but today
    play.deliver()
    play.until("2026-11-25 22:00")
    assert play.take_times() == ["11-24 21:30", "11-25 21:00"]
    play.move_to(TOKYO)  # where the next day has begun
    play.until("2026-11-26 23:00", TOKYO)
    assert play.take_times() == ["11-26 21:00"]


@pytest.fixture
def replicas(postgres_engine: Engine, shop: Shop, clock: Clock) -> Iterator[list[Ledger]]:
    clock.now = at("2026-11-22 12:00")
    both = [Ledger(postgres_engine, shop, clock) for _ in range(2)]
    yield both
    for ledger in both:
        ledger.close()


def test_of_two_replicas_at_once_one_plans_and_one_sends(
    replicas: list[Ledger], clock: Clock
) -> None:
    together = Barrier(2, timeout=60)

    def live(ledger: Ledger) -> int:
        sent = 0
        for day in range(10):
            together.wait()
            ledger.commit(lambda books: plan_all(books, (OWNER, MANAGER), zone(books)))
            if together.wait() == 0:
                clock.now = at("2026-11-22 21:00") + day * timedelta(1).total_seconds()
            together.wait()
            for letter in digests_due(ledger):
                together.wait()
                sent += claims(ledger, letter)
            together.wait()
            if together.wait() == 0:
                finish_all(ledger)
        return sent

    def finish_all(ledger: Ledger) -> None:
        for letter in digests_due(ledger):
            finish(ledger, letter)
            mark_sent(ledger, letter)

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(live, replicas)) == 2 * 10


def test_what_a_replica_did_not_finish_another_sends(replicas: list[Ledger], clock: Clock) -> None:
    one, other = replicas
    one.commit(lambda books: plan_all(books, (OWNER,), zone(books)))
    clock.now = at("2026-11-22 21:00")
    (letter,) = digests_due(one)
    assert claims(one, letter)  # and then it is killed
    assert not claims(other, letter)
    other.commit(lambda books: books.mark_sent(letter))
    assert digests_due(other) == []
    clock.now += CLAIM_SECONDS
    (again,) = digests_due(other)
    assert claims(other, again)
    other.commit(lambda books: books.digests.finish(OWNER, day_of(again)))
    assert not claims(other, again)


def test_whoever_was_too_slow_with_drawing_does_not_send_what_another_sends(
    replicas: list[Ledger], clock: Clock
) -> None:
    one, other = replicas
    one.commit(lambda books: plan_all(books, (OWNER,), zone(books)))
    clock.now = at("2026-11-22 21:00")
    (letter,) = digests_due(one)
    slow = claim_of(one, letter)
    clock.now += CLAIM_SECONDS
    quick = claim_of(other, letter)
    assert slow is not None
    assert quick is not None
    assert not begins(one, letter, slow)
    assert begins(other, letter, quick)
    assert not begins(other, letter, quick)


@pytest.mark.parametrize("is_refused", [True, False])
def test_what_may_have_gone_is_not_sent_again_and_what_was_refused_is(
    play: Play, clock: Clock, *, is_refused: bool
) -> None:
    clock.now = at("2026-11-22 21:00")
    (letter,) = digests_due(play.ledger)
    claim = claim_of(play.ledger, letter)
    assert claim is not None
    assert not claim.is_unsure
    assert begins(play.ledger, letter, claim)
    if is_refused:
        play.ledger.commit(lambda books: books.digests.not_sent(OWNER, day_of(letter)))
        again = claim_of(play.ledger, letter)
        assert again is not None
        assert begins(play.ledger, letter, again)
        return
    assert claim_of(play.ledger, letter) is None  # it may be on its way still
    clock.now += CLAIM_SECONDS
    again = claim_of(play.ledger, letter)
    assert again is not None
    assert again.is_unsure
    assert not begins(play.ledger, letter, again)
    finish(play.ledger, letter)
    clock.now += CLAIM_SECONDS
    assert claim_of(play.ledger, letter) is None
