"""Precision over recall, and calibration, on lists small enough to rank by hand."""

import pytest

from bot.evaluation.curve import calibration, calibration_error, curve
from bot.evaluation.judged import JudgedTurn
from tests.evaluation.stage import said


def ranked(*wanted: tuple[float, str]) -> list[JudgedTurn]:
    return [said(risk=risk, alert=alert) for risk, alert in wanted]


TURNS = ranked((0.2, "no"), (0.9, "yes"), (0.8, "no"), (0.8, "either"), (0.6, "yes"), (0.1, "no"))


def test_a_point_for_each_risk_from_the_highest_down() -> None:
    found = curve(TURNS, 0.5).points
    assert [point.threshold for point in found] == [0.9, 0.8, 0.6, 0.2, 0.1]
    assert [point.counts.recall for point in found] == [0.5, 0.5, 1.0, 1.0, 1.0]
    expected = [1, 1 / 2, 2 / 3, 2 / 4, 2 / 5]
    assert [point.counts.precision for point in found] == pytest.approx(expected)
    false_alarms = [0, 1000 / 3, 1000 / 3, 2000 / 3, 1000]
    assert [point.counts.false_alarms for point in found] == pytest.approx(false_alarms)


def test_average_precision_weighs_each_step_of_recall_by_the_precision_it_ends_at() -> None:
    assert curve(TURNS, 0.5).average_precision == pytest.approx(0.5 * 1 + 0.5 * 2 / 3)


def test_equal_risks_are_one_point_whatever_their_order() -> None:
    one_way = curve(ranked((0.5, "yes"), (0.5, "no"), (0.5, "no")), 0.5)
    other_way = curve(ranked((0.5, "no"), (0.5, "no"), (0.5, "yes")), 0.5)
    assert one_way == other_way
    assert one_way.average_precision == pytest.approx(1 / 3)


def test_the_chosen_point_is_what_was_whispered() -> None:
    silent = said(risk=0.7, silent=True)
    chosen = curve([*TURNS, silent], 0.5).chosen
    assert chosen.threshold == 0.5
    # 0.9 and 0.6 rightly, 0.8 wrongly; 0.7 found no playbook
    assert (chosen.counts.tp, chosen.counts.fp) == (2, 1)


def test_no_turns_and_no_wanted_ones_are_no_division_by_zero() -> None:
    assert curve([], 0.5).average_precision == 0.0
    assert curve(ranked((0.5, "no")), 0.5).average_precision == 0.0


def test_calibration_has_ten_tenths_and_leaves_either_out() -> None:
    tenths = calibration(
        ranked((0.0, "no"), (0.09, "yes"), (0.1, "no"), (1.0, "yes"), (0.95, "either"))
    )
    assert [tenth.low for tenth in tenths] == [number / 10 for number in range(10)]
    assert [tenth.turns for tenth in tenths] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    assert tenths[0].mean_risk == pytest.approx(0.045)
    assert [tenths[0].share_of_yes, tenths[1].share_of_yes, tenths[9].share_of_yes] == [0.5, 0, 1]


def test_the_error_of_calibration_is_weighed_by_turns() -> None:
    honest = ranked((0.5, "yes"), (0.5, "no"))
    assert calibration_error(calibration(honest)) == pytest.approx(0.0)
    boastful = ranked((0.8, "no"), (0.8, "no"), (0.8, "no"), (0.0, "no"))
    assert calibration_error(calibration(boastful)) == pytest.approx(0.75 * 0.8)
    assert calibration_error(calibration([])) == 0.0
