"""What a digest says of a day beside the same day a week before."""

import pytest

from bot.core.digest import Pace, pace_of
from bot.core.stats import Brief, Summary, Waits


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (60.0, 600.0, Pace.FASTER),
        (900.0, 300.0, Pace.SLOWER),
        (240.0, 60.0, None),  # four minutes are no trouble
        (360.0, 300.0, None),  # hardly more
        (600.0, None, None),
        (None, 600.0, None),
    ],
)
def test_a_wait_is_told_of_where_it_differs_and_matters(
    now: float | None, before: float | None, told: Pace | None
) -> None:
    def brief(median: float | None) -> Brief:
        return Brief(waits=Waits(1 if median is not None else 0, median, median))

    assert pace_of(Summary(brief(now), brief(before))) is told
