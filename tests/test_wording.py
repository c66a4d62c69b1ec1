"""Every finding, situation, step, tension and answer has its words in every language."""

import pytest

from bot.app import build_locales
from bot.core.assessment import Situation, Tension
from bot.core.brief import Standing
from bot.core.card import CardState
from bot.core.decisions import Choice
from bot.core.decisions import Told as Decided
from bot.core.pace import Move, Quiet
from bot.core.playbook import StepKind
from bot.core.press import Action, Answer
from bot.core.ruling import Verdict
from bot.core.school import Told
from bot.detection.names import Finding

LOCALES = build_locales()
ENDED = [each for each in Standing if each is not Standing.SETTLED]
OF_A_FIRST_MESSAGE = (Move.ANEW, Quiet.CALM, Quiet.NO_PLAYBOOK)


def wanted() -> list[str]:
    """All message ids that the code composes from the names of its types."""
    return [
        *(f"signal-{finding.value.replace('_', '-')}" for finding in Finding),
        *(f"situation-{situation.value.replace('_', '-')}" for situation in Situation),
        *(f"step-{kind.value.replace('_', '-')}" for kind in StepKind),
        *(f"tension-{tension.name.lower()}" for tension in Tension),
        *(f"button-{action.value}" for action in Action),
        *(f"card-{state.value}" for state in CardState if state is not CardState.OPEN),
        *(f"decision-{decision.value.replace('_', '-')}" for decision in (*Move, *Quiet)),
        *(answer.value for answer in Answer),
        *(told.value for told in Told),
        *(told.value for told in Decided),
        *(f"ruling-{verdict.value}" for verdict in Verdict),
        *(f"card-ruling-{verdict.value}" for verdict in Verdict),
        *(f"handover-settled-{verdict.value}" for verdict in Verdict),
        *(f"handover-{standing.value.replace('_', '-')}" for standing in ENDED),
        *(f"button-handover-{choice.value.replace('_', '-')}" for choice in Choice),
        *(f"there-{decision.value.replace('_', '-')}" for decision in (*Move, *Quiet)),
        *(f"would-{decision.value.replace('_', '-')}" for decision in OF_A_FIRST_MESSAGE),
    ]


@pytest.mark.parametrize("language", LOCALES.languages)
def test_every_name_has_words(language: str) -> None:
    locale = LOCALES.get(language)
    missing = [name for name in wanted() if locale.say(name, number=1) == name]
    assert missing == []
