"""The read side of figures against the same sums made by brute force from random rows."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial, reduce
from operator import add
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Channel
from bot.core.days import Span
from bot.core.people import Shop
from bot.core.spans import Asked, Period, Stretch, period
from bot.core.stats import WHOLE, By, Group, Part, hard, waits_of
from bot.core.trouble import Counts, Outcome, Trouble, counts_of
from bot.language.calendar import almanac
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.summary import WAITING_DAYS
from bot.store.tables import ConversationRow, StepUseRow, TalkDayRow, TroubleRow, table_of
from tests.store.conftest import Clock

TEHRAN = ZoneInfo("Asia/Tehran")
NOW = datetime(2026, 11, 25, 14, 30, tzinfo=TEHRAN)
TODAY = NOW.date()
SELLERS, BOOKS = (11, 12), (None, "complaint", "insult")
PLACES = ((Channel.CHAT, 5), (Channel.GROUP, -100), (Channel.GROUP, -200), (Channel.COMMENT, -300))
ABOUTS = (None, Situation.COMPLAINT.value, Situation.INSULT.value)


@dataclass(frozen=True)
class Talked:
    """A conversation of the made-up shop."""

    id: int
    seller_id: int
    channel: Channel
    chat_id: int
    customer_id: int


class World:
    """Some weeks of a shop as rows, and as plain lists to count by hand."""

    def __init__(self, seed: int, *, shop_id: int = 1, first_id: int = 0) -> None:
        self._random = Random(seed)
        self.shop_id = shop_id
        self.talks = [self._talk(first_id + number) for number in range(1, 31)]
        self.troubles = [self._trouble(first_id + number) for number in range(1, 241)]
        self.uses = [self._use(each, step) for each in self.troubles for step in self._steps()]
        self.said = {
            (talk.id, (TODAY - timedelta(ago)).isoformat()): (
                self._random.randint(0, 9),
                self._random.randint(0, 9),
                float(self._random.randint(0, 900)),
            )
            for talk in self.talks
            for ago in self._random.sample(range(40), 9)
        }
        self.last = {talk.id: self._last() for talk in self.talks}

    def _talk(self, number: int) -> Talked:
        channel, chat_id = self._random.choice(PLACES)
        return Talked(
            number, self._random.choice(SELLERS), channel, chat_id, self._random.randint(1, 9)
        )

    def _trouble(self, number: int) -> Trouble:
        chance = self._random.random
        talk = self._random.choice(self.talks)
        opened = NOW.timestamp() - self._random.uniform(0, 40 * 86_400)
        calmed = opened + 600 if chance() < 0.6 else None
        return Trouble(
            id=number,
            conversation_id=talk.id,
            seller_id=talk.seller_id,
            channel=talk.channel,
            opened_at=opened,
            playbook=self._random.choice(BOOKS),
            about=self._random.choice(ABOUTS),
            peak=self._random.choice(list(Tension)),
            answered_at=opened + self._random.uniform(1, 9_000) if chance() < 0.8 else None,
            calmed_at=calmed,
            calm_turns=self._random.randint(1, 6) if calmed is not None else None,
            flared_at=opened + 900 if calmed is not None and chance() < 0.2 else None,
            offered=chance() < 0.2,
            allowed=chance() < 0.1,
            dismissed=chance() < 0.15,
            chosen=self._random.choice(
                (None, None, None, Outcome.LEFT, Outcome.OPEN, Outcome.FALSE_ALARM)
            ),
        )

    def _steps(self) -> list[tuple[str, str]]:
        steps = [(book, step) for book in ("complaint", "insult") for step in ("one", "two")]
        return self._random.sample(steps, self._random.randint(0, 3))

    def _use(
        self, trouble: Trouble, step: tuple[str, str]
    ) -> tuple[Trouble, str, str, float | None, float | None]:
        sent = trouble.opened_at + self._random.uniform(0, 1_200)
        is_sent, has_helped = self._random.random() < 0.5, self._random.random() < 0.3
        return (trouble, *step, sent if is_sent else None, sent if has_helped else None)

    def _last(self) -> tuple[float, float]:
        """When the customer last wrote, and anyone."""
        customer, seller = (NOW.timestamp() - self._random.uniform(0, 9_000) for _ in range(2))
        return customer, max(customer, seller)

    def keep(self, books: Books) -> None:
        """Let the database hold it all."""
        database = books._database
        for talk in self.talks:
            last_customer, last = self.last[talk.id]
            row = {
                "id": talk.id,
                "shop_id": self.shop_id,
                "key": f"{self.shop_id}:{talk.id}",
                "channel": talk.channel.value,
                "chat_id": talk.chat_id,
                "customer_id": talk.customer_id,
                "seller_id": talk.seller_id,
                "customer_name": f"مشتری {talk.customer_id}",
                "memory": "{}",
                "course": "{}",
                "last_customer_at": last_customer,
                "last_at": last,
                "updated_at": last,
            }
            database.execute(insert(table_of(ConversationRow)), row)
        for each in self.troubles:
            kept = {name: getattr(each, name) for name in each.__slots__}
            row = {
                **kept,
                "shop_id": self.shop_id,
                "day": day_of(each).isoformat(),
                "channel": each.channel.value,
                "peak": int(each.peak),
                "chosen": each.chosen.value if each.chosen else None,
                "heard_before": 0,
            }
            database.execute(insert(table_of(TroubleRow)), row)
        for trouble, playbook, step, sent, helped in self.uses:
            row = {
                "trouble_id": trouble.id,
                "playbook": playbook,
                "step": step,
                "draft": "",
                "shown_at": trouble.opened_at,
                "sent_at": sent,
                "helped_at": helped,
            }
            database.execute(insert(table_of(StepUseRow)), [row, {**row, "draft": "x"}])
        for (number, day), (customer, seller, seconds) in self.said.items():
            row = {
                "conversation_id": number,
                "day": day,
                "shop_id": self.shop_id,
                "customer_turns": customer,
                "seller_turns": seller,
                "seconds": seconds,
            }
            database.execute(insert(table_of(TalkDayRow)), row)

    def chosen(self, span: Span, part: Part, until: float | None = None) -> list[Trouble]:
        """The troubles of a part that began in a span."""
        return [
            each
            for each in self.troubles
            if span.first <= day_of(each) <= span.last
            and (until is None or each.opened_at < until)
            and part.seller_id in (None, each.seller_id)
            and part.channel in (None, each.channel)
            and part.chat_id in (None, self.talk(each).chat_id)
            and part.about in (None, each.about or "")
            and part.playbook in (None, each.playbook or "")
        ]

    def talk(self, trouble: Trouble) -> Talked:
        """The conversation of a trouble."""
        return next(each for each in self.talks if each.id == trouble.conversation_id)

    def said_in(
        self, span: Span, part: Part = WHOLE
    ) -> dict[tuple[int, str], tuple[int, int, float]]:
        """What was said in the conversations of a part."""
        within = {
            each.id
            for each in self.talks
            if part.seller_id in (None, each.seller_id)
            and part.channel in (None, each.channel)
            and part.chat_id in (None, each.chat_id)
        }
        return {
            key: said
            for key, said in self.said.items()
            if key[0] in within and span.first.isoformat() <= key[1] <= span.last.isoformat()
        }


def day_of(trouble: Trouble) -> date:
    """By the clock on the wall."""
    return datetime.fromtimestamp(trouble.opened_at, TEHRAN).date()


def waits_in(troubles: Iterable[Trouble]) -> list[float]:
    """Without false alarms, which the rest of the figures leave out as well."""
    hard_ones = (each for each in troubles if each.outcome is not Outcome.FALSE_ALARM)
    return [each.wait for each in hard_ones if each.wait is not None]


def total(troubles: Iterable[Trouble]) -> Counts:
    return reduce(add, map(counts_of, troubles), Counts())


def told_apart(troubles: Iterable[Trouble], key: Callable[[Trouble], str]) -> dict[str, Counts]:
    counted: dict[str, Counts] = {}
    for each in troubles:
        counted[key(each)] = counted.get(key(each), Counts()) + counts_of(each)
    return counted


PERIODS = (
    Asked(Stretch.DAY, TODAY),
    Asked(Stretch.DAY, TODAY - timedelta(3)),
    Asked(Stretch.WEEK, TODAY),
    Asked(Stretch.MONTH, TODAY),
    Asked(Stretch.DAYS, TODAY - timedelta(20), 10),
)
PARTS = (
    WHOLE,
    Part(seller_id=11),
    Part(channel=Channel.CHAT),
    Part(chat_id=-100),
    Part(about=""),
    Part(about="insult"),
    Part(playbook="complaint"),
    Part(playbook="complaint", seller_id=12),
    Part(chat_id=-200, seller_id=12),
)


@pytest.fixture
def world(ledger: Ledger, clock: Clock) -> World:
    """A shop of some weeks; another one's rows lie beside it."""
    clock.now = NOW.timestamp()
    mine = World(7)
    ledger.commit(lambda books: books.roster.add_shop(Shop(name="دیگر")))
    ledger.commit(mine.keep)
    ledger.commit(World(8, shop_id=2, first_id=10_000).keep)
    ledger.commit(lambda books: books.figures.recount())
    return mine


def test_every_figure_is_what_brute_force_counts(ledger: Ledger, world: World) -> None:
    for asked in PERIODS:
        when = period(asked, TODAY, almanac("fa", "Asia/Tehran"))
        for part in PARTS:
            check(ledger, world, when, part)


def check(ledger: Ledger, world: World, when: Period, part: Part) -> None:
    told = ledger.commit(lambda books: books.summaries.summary(when, part))
    mine = world.chosen(when.span, part)
    is_cut = when.is_unfinished and when.before.days == when.span.days
    until = NOW.timestamp() - when.span.days * 86_400
    if when.stretch is Stretch.WEEK:
        until = NOW.timestamp() - 7 * 86_400
    if when.stretch is Stretch.MONTH:
        until = NOW.timestamp() - 30 * 86_400  # Aban has 30 days
    earlier = world.chosen(when.before, part, until if is_cut else None)
    assert told.counts == total(mine)
    assert told.before.counts == total(earlier)
    assert told.now.waits == waits_of(waits_in(mine))
    assert told.before.waits == waits_of(waits_in(earlier))
    assert {each.key: each.counts for each in told.abouts} == told_apart(
        mine, lambda each: each.about or ""
    )
    assert [hard(each.counts) for each in told.abouts] == sorted(
        (hard(each.counts) for each in told.abouts), reverse=True
    )
    assert [(each.day, each.counts) for each in told.days] == [
        (day, total(each for each in mine if day_of(each) == day)) for day in when.span
    ]
    said = world.said_in(when.span, part)
    if part.about is None and part.playbook is None:
        assert told.talk is not None
        assert told.talk.conversations == len({number for number, _ in said})
        assert told.talk.messages == sum(each[0] + each[1] for each in said.values())
        assert told.talk.seconds == pytest.approx(sum(each[2] for each in said.values()))
        by_day = Counter(day for _, day in said)
        assert [each.conversations for each in told.days] == [
            by_day[day.isoformat()] for day in when.span
        ]
    else:
        assert told.talk is None
    check_steps(ledger, world, when, part)
    check_hardest(ledger, world, when, part)
    assert bool(told.waiting) is (when.is_unfinished and told.waiting_count > 0)


def check_steps(ledger: Ledger, world: World, when: Period, part: Part) -> None:
    """A playbook's steps are those of that name, whatever the card ended with."""
    found = ledger.commit(lambda books: books.summaries.steps(when.span, part))
    mine = world.chosen(when.span, replace(part, playbook=None))
    ids = {each.id for each in mine}
    wanted: dict[tuple[str, str], list[int]] = {}
    calmed_after: set[int] = set()
    for trouble, playbook, step, sent, helped in world.uses:
        if trouble.id not in ids or part.playbook not in (None, playbook):
            continue
        counted = wanted.setdefault((playbook, step), [0, 0, 0, 0])
        is_hard = trouble.outcome is not Outcome.FALSE_ALARM
        calm = trouble.calmed_at if is_hard and trouble.flared_at is None else None
        counted[0] += 1
        counted[1] += sent is not None
        counted[2] += helped is not None
        if sent is not None and calm is not None and calm >= sent:
            counted[3] += 1
            calmed_after.add(trouble.id)
    told = {
        (each.playbook, each.step): [
            each.counts.shown,
            each.counts.sent,
            each.counts.helped,
            each.counts.calmed,
        ]
        for each in found
    }
    assert told == wanted
    summary = ledger.commit(lambda books: books.summaries.summary(when, part))
    assert summary.calmed_after == len(calmed_after)
    assert summary.steps.calmed == sum(each[3] for each in wanted.values())
    dismissed = Counter(
        (playbook, step)
        for trouble, playbook, step, _, _ in world.uses
        if trouble.id in ids and trouble.outcome is Outcome.FALSE_ALARM
    )
    for each in found:
        assert each.dismissed == dismissed[each.playbook, each.step]


def check_hardest(ledger: Ledger, world: World, when: Period, part: Part) -> None:
    found = ledger.commit(lambda books: books.summaries.hardest(when.span, part, most=99))
    tense = [
        each for each in world.chosen(when.span, part) if each.outcome is not Outcome.FALSE_ALARM
    ]
    talks = {each.conversation_id for each in tense}
    customers = {each.id: each.customer_id for each in world.talks}
    seconds: Counter[int] = Counter()
    messages: Counter[int] = Counter()
    said = world.said_in(when.span)
    for (number, _), (customer, seller, spent) in said.items():
        if number in talks:
            seconds[customers[number]] += int(spent)
            messages[customers[number]] += customer + seller
    whole = sum(each[2] for each in said.values())
    assert [(each.name, each.seconds, each.messages) for each in found] == [
        (f"مشتری {customer}", seconds[customer], messages[customer])
        for customer in sorted(seconds, key=lambda each: (-seconds[each], each))
    ]
    heard = {number for number, _ in said}
    newest = {
        f"مشتری {customers[each.conversation_id]}": each
        for each in sorted(tense, key=lambda each: each.id)
        if each.conversation_id in heard
    }
    for each in found:
        assert each.share == pytest.approx(each.seconds / whole if whole else 0.0)
        last = newest[each.name or ""]
        assert (each.trouble_id, each.outcome) == (last.id, last.outcome)


def _groups(books: Books, *, by: By, span: Span) -> tuple[Group, ...]:
    return books.summaries.groups(by, span)


def test_groups_are_told_apart(ledger: Ledger, world: World) -> None:
    when = period(Asked(Stretch.MONTH, TODAY), TODAY, almanac("en", "Asia/Tehran"))
    mine = world.chosen(when.span, WHOLE)

    def place(trouble: Trouble) -> str:
        talk = world.talk(trouble)
        return str(talk.chat_id) if talk.channel is Channel.GROUP else talk.channel.value

    keys: dict[By, Callable[[Trouble], str]] = {
        By.SELLER: lambda each: str(each.seller_id),
        By.ABOUT: lambda each: each.about or "",
        By.PLAYBOOK: lambda each: each.playbook or "",
        By.PLACE: place,
    }
    for by, key in keys.items():
        found = ledger.commit(partial(_groups, by=by, span=when.span))
        assert {each.key: each.counts for each in found} == told_apart(mine, key), by


def test_who_needs_a_person_are_the_open_ones_of_late(ledger: Ledger, world: World) -> None:
    first = TODAY - timedelta(WAITING_DAYS - 1)
    recent = world.chosen(Span(first, TODAY), WHOLE)
    newest = {each.conversation_id: each for each in recent}  # by their numbers, ascending
    still = [each for each in newest.values() if each.outcome is Outcome.OPEN]
    assert still
    wanted = sorted(still, key=lambda each: -world.last[each.conversation_id][0])
    found = ledger.commit(lambda books: books.summaries.waiting())
    assert [each.trouble_id for each in found] == [each.id for each in wanted]
    for each, trouble in zip(found, wanted, strict=True):
        customer, last = world.last[trouble.conversation_id]
        assert each.is_unanswered is (customer >= last)


def test_the_day_is_the_shops(ledger: Ledger, clock: Clock) -> None:
    """Half past nine in the evening in London is the next day in Tehran."""
    clock.now = datetime(2026, 11, 24, 21, 30, tzinfo=UTC).timestamp()
    assert ledger.commit(lambda books: books.summaries.today) == TODAY
    abroad = replace(ledger.shop, timezone="Europe/London")
    day = ledger.commit(
        lambda books: type(books.summaries)(books._database, abroad, books.now).today
    )
    assert day == TODAY - timedelta(1)
