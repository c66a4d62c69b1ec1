"""Aims, and whether they are met."""

import pytest

from bot.evaluation.headline import Headline, headlines
from tests.evaluation.stage import HEATED, NEEDLESS, UNHEARD, figures_of, talk, variety


@pytest.mark.parametrize(
    ("value", "less_is_better", "is_met"),
    [
        (0.9, False, True),
        (0.8, False, True),
        (0.7, False, False),
        (0.7, True, True),
        (0.9, True, False),
    ],
)
def test_an_aim_is_met_from_its_side(value: float, less_is_better: bool, is_met: bool) -> None:
    assert Headline("f1", value, 0.8, less_is_better=less_is_better).is_met is is_met


def test_a_perfect_file_meets_every_aim_but_those_it_has_nothing_for() -> None:
    perfect = headlines(figures_of(talk(HEATED)))
    assert {each.name for each in perfect if not each.is_met} == {
        "left-alone",  # no calm conversation
        "early",  # no turn before the heat
        "situations",  # the accusation was not heard
        "situations-macro",
    }


def test_headlines_are_the_figures_of_score_py() -> None:
    figures = figures_of(*variety(), talk(UNHEARD, NEEDLESS))
    written = figures.to_json()
    by_name = {each.name: each.value for each in headlines(figures)}
    assert by_name["f1"] == written["alert_f1"]
    assert by_name["false-alarms"] == written["false_alarms_per_1000_calm_turns"]
    assert by_name["left-alone"] == written["calm_conversations_left_alone"]
    assert by_name["caught"] == written["stormy_conversations_caught"]
    assert by_name["on-time"] == written["stormy_conversations_caught_on_time"]
    assert by_name["situations"] == written["situations_micro_f1"]
    assert by_name["tension"] == written["tension_mean_error"]
