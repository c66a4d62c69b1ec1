"""Coming down, as labels and as Aram see it."""

import pytest

from bot.evaluation.judged import JudgedTurn
from bot.evaluation.recovery import Recovery, recovery
from tests.evaluation.stage import CALM, HEATED, THANKS, UNEASY, said, talk

RASH = said(tension=2, alert="yes", calmed=True)
PRESSING = said(tension=0, alert="yes", situations="free_extra")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # seen; not seen
        ([HEATED, THANKS], (1, 1, 0)),
        ([HEATED, CALM], (1, 0, 0)),
        # only the first calm turn is the recovery, and each trouble has its own
        ([HEATED, THANKS, CALM, CALM], (1, 1, 0)),
        ([HEATED, THANKS, HEATED, CALM], (2, 1, 0)),
        # uneasy is not yet calm
        ([HEATED, UNEASY, THANKS], (1, 1, 0)),
        # unreasonable is trouble, calm in words or not
        ([PRESSING, THANKS], (1, 1, 0)),
        ([HEATED, PRESSING], (0, 0, 0)),
        # no trouble, no recovery
        ([CALM, UNEASY, THANKS], (0, 0, 0)),
        # said too soon
        ([HEATED, RASH], (0, 0, 1)),
    ],
)
def test_recoveries(turns: list[JudgedTurn], expected: tuple[int, int, int]) -> None:
    found = recovery([talk(*turns)])
    assert (found.turns, found.seen, found.rash) == expected


def test_somebody_elses_calm_is_no_recovery() -> None:
    other = said(name="کاوه", calmed=True)
    assert recovery([talk(HEATED, other, channel="comment")]) == Recovery(0, 0, 0)


def test_the_share_of_none_is_none() -> None:
    assert Recovery(0, 0, 0).share == 0.0
    assert Recovery(4, 1, 0).share == 0.25
