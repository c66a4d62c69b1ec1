"""The figures of score.py: by hand on small tables, and by score.py itself on a large one."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Channel
from bot.evaluation.gold import Register
from bot.evaluation.judged import Judged, JudgedTurn
from bot.evaluation.scores import score
from bot.settings import ROOT
from tests.evaluation.stage import CALM, HEATED, NEEDLESS, UNHEARD, said, talk

SCORE = ROOT.parent / "shared" / "corpus" / "score.py"


def test_alerts_are_counted_and_either_is_left_out() -> None:
    unsure = said(alert="either", risk=0.9)
    alerts = score([talk(HEATED, HEATED, UNHEARD, NEEDLESS, CALM, CALM, CALM, unsure)]).alerts
    assert (alerts.tp, alerts.fn, alerts.fp, alerts.tn) == (2, 1, 1, 3)
    assert alerts.precision == pytest.approx(2 / 3)
    assert alerts.recall == pytest.approx(2 / 3)
    assert alerts.f1 == pytest.approx(2 / 3)
    assert alerts.false_alarms == 250.0


def test_nothing_said_and_nothing_to_say_are_no_division_by_zero() -> None:
    figures = score([]).to_json()
    assert figures["alert_f1"] == figures["situations_macro_f1"] == 0.0
    assert figures["turns"] == {}


@pytest.mark.parametrize(
    ("turns", "storms"),
    [
        # calm and quiet; calm and disturbed
        ([CALM, CALM], (1, 1, 0, 0, 0)),
        ([CALM, NEEDLESS], (1, 0, 0, 0, 0)),
        # caught at the first wanted turn, before it, after it, never
        ([CALM, HEATED], (0, 0, 1, 1, 1)),
        ([NEEDLESS, UNHEARD], (0, 0, 1, 1, 1)),
        ([UNHEARD, HEATED], (0, 0, 1, 1, 0)),
        ([UNHEARD, CALM], (0, 0, 1, 0, 0)),
        # an alert at an `either` turn neither disturbs nor catches
        ([said(alert="either", risk=0.9)], (1, 1, 0, 0, 0)),
        ([said(alert="either", risk=0.9), UNHEARD], (0, 0, 1, 0, 0)),
    ],
)
def test_whole_conversations(turns: list[JudgedTurn], storms: tuple[int, ...]) -> None:
    found = score([talk(*turns)]).storms
    assert (found.calm, found.quiet, found.stormy, found.caught, found.on_time) == storms


def test_situations_one_by_one_and_together() -> None:
    scores = score(
        [
            talk(
                said(situations="complaint insult", found="complaint nagging"),
                said(situations="complaint", found=""),
                said(maybe="leaving", found="leaving"),  # neither right nor wrong
                said(situations="leaving", maybe="leaving", found=""),  # still to be found
            )
        ]
    )
    counts = {name: (each.tp, each.fp, each.fn) for name, each in scores.by_situation.items()}
    assert counts == {
        Situation.COMPLAINT: (1, 0, 1),
        Situation.INSULT: (0, 0, 1),
        Situation.NAGGING: (0, 1, 0),
        Situation.LEAVING: (0, 0, 1),
    }
    assert scores.micro_f1 == pytest.approx(2 / (2 + 1 + 3))
    assert scores.macro_f1 == pytest.approx((2 / 3 + 0 + 0) / 3)  # nagging is not in the labels


def test_the_error_of_tension_is_to_the_nearest_right_one() -> None:
    scores = score([talk(said(tension=0, heard=2), said(tension=0, allowed=(0, 1), heard=2))])
    assert scores.tension_error == 1.5


def test_by_manner_of_writing() -> None:
    formal = talk(UNHEARD, HEATED, register="formal")
    unsure = talk(said(alert="either"), register="english")
    scores = score([talk(HEATED), formal, unsure])
    assert {name: each.f1 for name, each in scores.by_register.items()} == {
        Register.COLLOQUIAL: 1.0,
        Register.FORMAL: pytest.approx(2 / 3),
    }


# Beside score.py


def anything(chance: Random) -> tuple[Judged, ...]:
    """Conversations of every shape with labels and findings by chance, right ones favoured."""
    return tuple(
        talk(
            *(_any_turn(chance) for _ in range(chance.randrange(7))),
            id=f"t-{number}",
            channel=chance.choice(list(Channel)),
            register=chance.choice(list(Register)),
        )
        for number in range(120)
    )


def _any_turn(chance: Random) -> JudgedTurn:
    tension = chance.randrange(4)
    right = _some(chance)
    return said(
        tension=tension,
        situations=" ".join(right),
        alert=chance.choice(["yes", "no", "no", "either"]),
        maybe=" ".join(_some(chance)),
        allowed=chance.choice([(), (tension,), (tension, (tension + 1) % 4)]),
        heard=chance.randrange(4),
        found=" ".join(chance.choice([right, _some(chance)])),
        risk=chance.random(),
    )


def _some(chance: Random) -> list[str]:
    return chance.sample([name.value for name in Situation], chance.choice([0, 0, 1, 2]))


def write(conversations: tuple[Judged, ...], folder: Path) -> tuple[Path, Path]:
    """The labels as a corpus file, and what was heard as predictions."""
    gold, heard = folder / "gold.jsonl", folder / "heard.jsonl"
    lines, predictions = [], []
    for judged in conversations:
        script = judged.gold.script
        turns = [_as_labelled(turn) for turn in judged.turns]
        given = {"id": script.id, "register": judged.gold.register, "turns": turns}
        lines.append(json.dumps(given))
        predictions += [json.dumps(_as_predicted(script.id, turn)) for turn in judged.turns]
    gold.write_text("\n".join(lines), encoding="utf-8")
    heard.write_text("\n".join(predictions), encoding="utf-8")
    return gold, heard


def _as_labelled(turn: JudgedTurn) -> dict[str, Any]:
    label = turn.label
    given: dict[str, Any] = {
        "who": "customer",
        "tension": label.tension,
        "situations": sorted(label.situations),
        "alert": label.wanted,
        "maybe_situations": sorted(label.maybe),
    }
    if label.tension_range:
        given["tension_range"] = label.tension_range
    return given


def _as_predicted(name: str, turn: JudgedTurn) -> dict[str, Any]:
    return {
        "id": name,
        "turn": turn.number,
        "alert": turn.alert,
        "tension": turn.assessment.tension,
        "situations": turn.assessment.situations,
    }


@pytest.mark.skipif(not SCORE.is_file(), reason="score.py lies beside the project, not in it")
@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_is_the_corpus_own(seed: int, tmp_path: Path) -> None:
    conversations = anything(Random(seed))
    gold, heard = write(conversations, tmp_path)
    ended = subprocess.run(
        [sys.executable, str(SCORE), str(gold), str(heard), "--json"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    theirs: dict[str, Any] = json.loads(ended.stdout)
    ours = score(conversations).to_json()
    assert list(ours) == list(theirs)
    for name, value in theirs.items():
        # score.py adds F1s up in the order of a set, so the last bit of a sum may differ
        assert ours[name] == (pytest.approx(value, rel=1e-12) if _is_float(value) else value), name
    assert all(ours["turns"][kind] > 20 for kind in ("tp", "fp", "fn", "tn"))
    assert len(ours["situation_f1"]) == len(Situation)
    assert {turn.label.tension for judged in conversations for turn in judged.turns} == set(Tension)


def _is_float(value: Any) -> bool:
    return isinstance(value, float)
