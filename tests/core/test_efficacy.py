"""Shares of calm with their intervals, and when a step is named: hardly ever by chance."""

from collections.abc import Iterator
from random import Random

import pytest

from bot.core.efficacy import CONFIDENCE, DAYS_LOOKED_AT, Used, find, interval_of
from bot.core.trouble import StepCounts

KINDS = (
    "acknowledge_feelings",
    "share_experience",
    "offer_alternative",
    "offer_refund",
    "answer_briefly",
)
BOOKS = 6
STEPS = tuple((f"book{number}", kind) for number in range(BOOKS) for kind in KINDS)


def used(playbook: str, step: str, sent: int, calmed: int) -> Used:
    return Used(playbook, step, StepCounts(sent, sent, 0, calmed))


def calmed(random: Random, sent: int, rate: float) -> int:
    return sum(random.random() < rate for _ in range(sent))


@pytest.mark.parametrize("rate", [0.2, 0.5, 0.9])
def test_the_interval_holds_what_it_says(rate: float) -> None:
    """At least nine in ten of many samples hold the true share in theirs."""
    random, times = Random(1), 2_000
    held = 0
    for _ in range(times):
        interval = interval_of(calmed(random, 25, rate), 25, CONFIDENCE)
        held += interval.low <= rate <= interval.high
    assert 0.90 <= held / times < 0.99


def test_the_interval_never_leaves_what_is_possible() -> None:
    never, always = interval_of(0, 10, 0.9), interval_of(10, 10, 0.9)
    assert (never.low, always.high) == (0.0, 1.0)
    assert 0.0 < never.high < always.low < 1.0


def test_of_too_few_nothing_is_said() -> None:
    assert used("a", "clarify", 9, 9).interval is None
    assert used("a", "clarify", 10, 9).interval is not None
    few = [used("a", "acknowledge_feelings", 9, 9), used("a", "clarify", 200, 60)]
    assert find(few) == ()


def test_steps_alike_are_hardly_ever_named_in_one_look() -> None:
    random, looks = Random(2), 1_000
    named = sum(bool(find(alike(random))) for _ in range(looks))
    assert named <= looks * 0.005


def alike(random: Random) -> list[Used]:
    rate = random.choice([0.3, 0.5, 0.7])
    sent = [random.choice([5, 20, 40, 80, 200]) for _ in STEPS]
    return [
        used(*step, many, calmed(random, many, rate))
        for step, many in zip(STEPS, sent, strict=True)
    ]


def test_nor_in_a_year_of_evenings() -> None:
    """Who looks every evening has many chances to be wrong."""
    random, years = Random(3), 8
    named = sum(any(find(look) for look in year(random)) for _ in range(years))
    assert named <= 1


def year(random: Random) -> Iterator[list[Used]]:
    """What is looked at each evening, when every step is followed by calm as often."""
    rate = random.choice([0.3, 0.5, 0.7])
    busy = [random.choice([0.1, 0.4, 1.0]) for _ in STEPS]
    sent: list[list[int]] = []
    good: list[list[int]] = []
    for _ in range(365):
        sent.append([int(random.random() < each) for each in busy])
        good.append([each and int(random.random() < rate) for each in sent[-1]])
        many = map(sum, zip(*sent[-DAYS_LOOKED_AT:], strict=True))
        well = map(sum, zip(*good[-DAYS_LOOKED_AT:], strict=True))
        yield [used(*step, *each) for step, *each in zip(STEPS, many, well, strict=True)]


@pytest.mark.parametrize(("rate", "helps"), [(0.85, True), (0.15, False)])
def test_a_step_that_clearly_differs_is_named(rate: float, *, helps: bool) -> None:
    random, times = Random(4), 100
    apart = ("book3", "offer_alternative")
    named = 0
    for _ in range(times):
        steps = [
            used(*step, 90, calmed(random, 90, rate if step == apart else 0.5)) for step in STEPS
        ]
        named += [(each.used.playbook, each.used.step, each.helps) for each in find(steps)] == [
            (*apart, helps)
        ]
    assert named >= times * 0.95


def test_a_difference_that_matters_to_nobody_is_not_named() -> None:
    steps = [used("a", "clarify", 20_000, 11_600), used("a", "ask_need", 20_000, 10_000)]
    assert find(steps) == ()


def test_words_that_are_not_to_calm_are_neither_named_nor_compared_with() -> None:
    goodbye = used("a", "part_ways", 500, 0)
    usual = [used("a", "clarify", 60, 30), used("b", "ask_need", 60, 30)]
    assert find([goodbye, *usual]) == ()


def test_a_step_of_a_hard_playbook_is_not_blamed_for_it() -> None:
    """Insulted customers calm down less often; within their playbook the step is the better one."""
    easy = [used("late", kind, 150, 120) for kind in KINDS]
    insults = [used("insult", "answer_briefly", 60, 18), used("insult", "clarify", 60, 6)]
    named = [each.used for each in find([*easy, *insults]) if not each.helps]
    assert insults[0] not in named
    assert named == [insults[1]]
