"""A turn in its place as numbers by name: what the tables weigh.

`anger`, `phrase.insult` … are clues with their strength; `mark.…` how it is written, `past.…` what
the customer's earlier turns came to, `letters.…` and `encoder.…` the models' log-odds for each
question.
"""

from collections.abc import Iterable, Iterator
from math import log, log1p

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Memory, Past, Turn
from bot.core.reading import Marks, Reading, Script
from bot.detection.evidence import Clues
from bot.detection.lexicon import Label
from bot.detection.names import Finding
from bot.detection.questions import QUESTIONS

type Features = dict[str, float]

LETTERS, ENCODER, MARK, PAST = "letters.", "encoder.", "mark.", "past."
_LIMIT = 8.0
_SURE = 4.0
_NEVER = -3.0
_LATELY = 4
_LONGEST_GAP = 10 * 365 * 86400.0
_ONLY_RULES = frozenset({Finding.CALLS_A_CHEAT, Finding.CALLS_NAMES, Finding.DENIED, Finding.GOODS})
"""What the rules of `verdict` go by; a table that learned it would weigh it against its sense."""
_FINGLISH = frozenset({Script.FINGLISH, Script.MIXED})


def features_of(memory: Memory, turn: Turn, reading: Reading, clues: Clues) -> Features:
    """Everything but the models' answers."""
    found: Features = {}
    for label, clue in clues.items():
        if label.finding not in _ONLY_RULES:
            name = feature_of(label)
            found[name] = max(found.get(name, 0.0), clue.strength)
    found.update(_marks(reading.marks, reading.script))
    found.update(_past(memory, turn.at))
    return found


def gap_of(memory: Memory, at: float) -> float | None:
    """Seconds since the turn before; None at the first. A clock that jumps back counts as none."""
    if not memory.recent:
        return None
    gap = at - memory.recent[-1].at
    return min(gap, _LONGEST_GAP) if gap > 0 else 0.0


def answers(prefix: str, log_odds: Iterable[float]) -> Iterator[tuple[str, float]]:
    """A model's answers to all QUESTIONS, as features."""
    for question, value in zip(QUESTIONS, log_odds, strict=True):
        yield prefix + question, max(-_LIMIT, min(_LIMIT, float(value)))


def feature_of(label: Label) -> str:
    """The name under which a clue is weighed; a shop's own phrase weighs as any sure one."""
    is_own = label.finding is Finding.OWN_PHRASE
    return label._replace(finding=Finding.PHRASE).key if is_own else label.key


def _marks(marks: Marks, script: Script) -> Iterator[tuple[str, float]]:
    yield "mark.questions", min(marks.questions, 4) / 2
    yield "mark.exclamations", min(marks.exclamations, 4) / 2
    yield "mark.stretched", float(min(marks.stretched, 3))
    yield "mark.shouting", float(marks.shouting)
    yield "mark.emoji", min(len(marks.emoji), 3) / 2
    yield "mark.length", log1p(marks.length) / 3
    yield "mark.finglish", float(script in _FINGLISH)
    yield "mark.english", float(script is Script.ENGLISH)


def _past(memory: Memory, at: float) -> Iterator[tuple[str, float]]:
    turns = memory.customer_turns()
    lately = turns[:_LATELY]
    yield "past.heard", min(memory.heard, 8) / 4
    yield "past.unanswered", min(memory.unanswered, 5) / 2
    yield "past.gap", log1p(gap_of(memory, at) or 0.0) / 5
    yield "past.first", float(not turns)
    yield "past.risk", _log_odds(turns[0].risk) if turns else _NEVER
    yield "past.highest", max(map(_risk, lately), default=_NEVER)
    yield "past.uneasy", float(bool(turns) and turns[0].tension >= Tension.UNEASY)
    yield "past.heated", float(bool(turns) and turns[0].tension >= Tension.HEATED)
    for situation, count in memory.seen:
        yield f"past.seen.{situation}", float(min(count, 2))
    for situation in turns[0].situations if turns else ():
        yield f"past.before.{situation}", 1.0


def _risk(past: Past) -> float:
    return _log_odds(past.risk)


def _log_odds(risk: float) -> float:
    certain = min(max(1e-6, risk), 1 - 1e-6)
    return max(-_SURE, min(_SURE, log(certain / (1 - certain))))


def own_features(question: str) -> frozenset[str]:
    """The features that speak of a question itself: trusted more when the tables are fitted."""
    own = {LETTERS + question, ENCODER + question}
    if question in set(Situation):
        own |= {f"past.seen.{question}", f"past.before.{question}", f"phrase.{question}"}
    return frozenset(own)


def is_answer(name: str) -> bool:
    """Whether a feature is a model's answer."""
    return name.startswith((LETTERS, ENCODER))
