"""The last word: sums of a plain table, points, and what a turn is settled by."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.core.assessment import Situation, Tension
from bot.detection.evidence import Clue
from bot.detection.lexicon import Label
from bot.detection.names import Finding
from bot.detection.questions import QUESTIONS
from bot.detection.tables import Tables
from bot.detection.verdict import is_settled, judge

POINTS = dict.fromkeys(QUESTIONS, 0.5)
CALM = dict.fromkeys(QUESTIONS, -4.0)


def written(folder: Path, **table: Any) -> Tables:
    """Tables whose halves are both `table`."""
    whole = {"points": POINTS, "bias": {}, "rows": {}} | table
    whole["bias"] = dict.fromkeys(QUESTIONS, 0.0) | whole["bias"]
    file = folder / "tables.json"
    kept = {"with_encoder": whole, "without": whole, "settled": {}, "phrases": [7]}
    file.write_text(json.dumps(kept), encoding="utf-8")
    return Tables.load(file)


def test_weights_times_values_and_the_bias_are_summed(tmp_path: Path) -> None:
    rows = {"anger": {"alarm": 2.0, "heated": 1.0}, "relief": {"alarm": -0.5}}
    tables = written(tmp_path, bias={"alarm": -1.0}, rows=rows)
    sums = tables.without.sums({"anger": 1.5, "relief": 1.0, "nobody knows this": 9.0})
    assert sums["alarm"] == pytest.approx(-1.0 + 3.0 - 0.5)
    assert sums["heated"] == pytest.approx(1.5)
    assert sums["insult"] == 0.0
    assert tables.phrases == {7}


def test_a_bias_that_is_not_listed_weighs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "tables.json"
    written(tmp_path)
    kept = json.loads(file.read_text("utf-8"))
    del kept["without"]["bias"]["heated"]
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert Tables.load(file).without.sums({})["heated"] == 0.0


def test_sums_are_the_same_to_the_last_bit_in_whatever_order_the_features_come(
    tmp_path: Path,
) -> None:
    rows = {f"f{n}": dict.fromkeys(QUESTIONS, (n + 1) / 7) for n in range(40)}
    table = written(tmp_path, rows=rows).with_encoder
    features = {f"f{n}": 1 / (n + 3) for n in range(40)}
    backwards = dict(reversed(features.items()))
    assert table.sums(backwards) == table.sums(features)


def test_a_share_is_what_one_feature_adds_to_the_alarm(tmp_path: Path) -> None:
    table = written(tmp_path, rows={"anger": {"alarm": 2.0}}).with_encoder
    assert table.share("anger", 1.5) == pytest.approx(3.0)
    assert table.share("nobody knows this", 1.0) == 0.0


@pytest.mark.parametrize(
    "table",
    [
        {"rows": {"anger": {"weather": 1.0}}},  # a question that nobody asks
        {"bias": {"weather": 1.0}, "rows": {"anger": {"weather": 1.0}}},
    ],
)
def test_a_table_of_unknown_questions_is_refused(table: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="weather"):
        written(tmp_path, **table)


def test_tension_is_as_many_steps_as_reach_their_points() -> None:
    sums = CALM | {"uneasy": 3.0, "heated": 1.0}
    assert judge(sums, POINTS, {}).tension is Tension.HEATED
    assert judge(sums, POINTS | {"heated": 0.9}, {}).tension is Tension.UNEASY
    assert judge(CALM, POINTS, {}).tension is Tension.CALM


def test_situations_are_named_surest_first() -> None:
    sums = CALM | {"complaint": 1.0, "leaving": 3.0}
    assert judge(sums, POINTS, {}).situations == (Situation.LEAVING, Situation.COMPLAINT)


def test_heat_is_the_tension_to_be_expected() -> None:
    assert judge(CALM | {"uneasy": 0.0}, POINTS, {}).heat == pytest.approx(
        0.5 + 2 * 0.018, abs=1e-3
    )


def test_a_turn_is_settled_only_where_every_answer_is_below_its_limit() -> None:
    limits = dict.fromkeys(QUESTIONS, 0.1)
    assert is_settled(CALM, limits, {})
    assert not is_settled(CALM | {"leaving": -1.0}, limits, {})


# A few first words

FEW = {Label(each): Clue(Label(each)) for each in (Finding.FEW_WORDS, Finding.FIRST_WORDS)}
SAID = CALM | {"alarm": 0.5, "uneasy": 1.0, "heated": 0.5, "insult": 0.5}


def test_a_few_first_words_none_of_which_tells_much_are_calm() -> None:
    verdict = judge(SAID, POINTS, FEW)
    assert (verdict.tension, verdict.situations) == (Tension.CALM, ())
    assert verdict.risk < POINTS["alarm"]


@pytest.mark.parametrize(
    "known",
    [
        Label(Finding.HINT, Situation.INSULT),  # a word of insult, however weak
        Label(Finding.ANGER),
        Label(Finding.TO_YOUR_FACE),
        Label(Finding.DODGED_SPELLING),  # letters apart hide what is meant
    ],
)
def test_with_one_that_tells_much_they_are_judged_as_all_others(known: Label) -> None:
    verdict = judge(SAID, POINTS, FEW | {known: Clue(known)})
    assert verdict.tension is Tension.HEATED
    assert verdict.situations == (Situation.INSULT,)


@pytest.mark.parametrize(
    "known", [Label(Finding.HINT, Situation.NAGGING), Label(Finding.GOODS), Label(Finding.ORDERING)]
)
def test_what_calm_messages_show_too_tells_little(known: Label) -> None:
    assert judge(SAID, POINTS, FEW | {known: Clue(known)}).tension is Tension.CALM


def test_first_words_of_which_the_shop_said_that_they_alarm_are_judged_as_all_others() -> None:
    assert judge(SAID, POINTS, FEW, taught=True).tension is Tension.HEATED
    assert judge(SAID, POINTS, FEW, taught=False).tension is Tension.CALM


def test_many_first_words_are_judged_as_all_others() -> None:
    many = {label: clue for label, clue in FEW.items() if label.finding is Finding.FIRST_WORDS}
    assert judge(SAID, POINTS, many).tension is Tension.HEATED


def test_grave_heat_alarms_from_whatever_risk_the_shop_hears_of_it() -> None:
    late = POINTS | {"alarm": 0.7}
    verdict = judge(SAID, late, {})
    assert verdict.situations == (Situation.INSULT,)
    assert verdict.risk >= late["alarm"]


def test_what_is_nearly_sure_needs_no_list() -> None:
    assert judge(SAID | {"alarm": 2.0}, POINTS, FEW).tension is Tension.HEATED


def test_later_in_a_talk_a_few_words_are_judged_as_all_others() -> None:
    few = {label: clue for label, clue in FEW.items() if label.finding is Finding.FEW_WORDS}
    assert judge(SAID, POINTS, few).tension is Tension.HEATED
