"""`aram assess`: conversations from a file through the same coach as the bot."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.assessment import Signal
from bot.core.coach import Coach, Heard
from bot.core.conversation import Memory, Who
from bot.core.course import Course
from bot.corpus import Script


@dataclass(frozen=True, slots=True)
class AssessedLine:
    """What came of one customer turn; `turn` counts all turns of the conversation from 0."""

    id: str
    turn: int
    heard: Heard

    def to_json(self, *, whole: bool = False) -> str:
        """One line of output, as score.py reads it; `whole` tells also what was not found."""
        assessment = self.heard.assessment
        signals = assessment.signals if whole else assessment.fired()
        return json.dumps(
            {
                "id": self.id,
                "turn": self.turn,
                "alert": self.heard.alert,
                "tension": int(assessment.tension),
                "situations": list(assessment.situations),
                "risk": round(assessment.risk, 4),
                "signals": [_plain(signal) for signal in signals],
            },
            ensure_ascii=False,
        )


def _plain(signal: Signal) -> dict[str, object]:
    found = {"name": signal.name, "weight": signal.weight, "words": list(signal.words)}
    if signal.situation is not None:
        found["situation"] = signal.situation.value
    return found if signal.fired else found | {"fired": False}


def assess(coach: Coach, script: Script) -> Iterator[AssessedLine]:
    """Every customer turn of a conversation, in order.

    In public places each customer is a conversation of their own, as the bot hears it; what the
    seller says there is heard in all of them.
    """
    talks: dict[str, tuple[Memory, Course]] = {}
    if not script.channel.is_public:
        talks[""] = (Memory(), Course())
    for number, turn in enumerate(script.turns):
        if turn.who is Who.SELLER:
            for name, (memory, course) in talks.items():
                talks[name] = coach.overhear(memory, course, turn)
            continue
        name = (turn.name or "") if script.channel.is_public else ""
        memory, course = talks.get(name, (Memory(), Course()))
        heard = coach.hear(memory, course, turn)
        talks[name] = (heard.memory, heard.course)
        yield AssessedLine(script.id, number, heard)
