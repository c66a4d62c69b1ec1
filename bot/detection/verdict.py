"""From the sums of a table to a judgement: tension, situations and risk."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.core.assessment import Situation, Tension
from bot.detection.evidence import Clues, situations_in
from bot.detection.lexicon import Label
from bot.detection.names import Finding
from bot.detection.questions import ABUSIVE, ALARM, HEATED, QUESTIONS, UNEASY, logistic

_SURELY, _AT_LEAST = 0.9, 0.6
_UNHEARD_OF = 0.8
"""The risk from which a few first words alarm, none of which tells much.

Goods, names, places and a shop's everyday questions may sound like anything; abuse and threats have
words that a list knows.
"""
_STEPS = (UNEASY, HEATED, ABUSIVE)
_SURE = (Finding.PHRASE, Finding.OWN_PHRASE)
_TAKEN_BACK = frozenset({Finding.PHRASE, Finding.OWN_PHRASE, Finding.HINT})
_IN_PUBLIC = Label(Finding.PUBLIC_PLACE)
_ONLY_IN_PUBLIC = frozenset({Situation.SUSPECT_REVIEW})
_FEW_WORDS = Label(Finding.FEW_WORDS)
_FIRST_WORDS = Label(Finding.FIRST_WORDS)
GRAVE = frozenset({Situation.INSULT, Situation.ACCUSATION, Situation.PUBLIC_THREAT})
_TELLING = frozenset(
    {
        Finding.PHRASE,
        Finding.OWN_PHRASE,
        Finding.ANGER,
        Finding.DISPLEASURE,
        Finding.DISAPPOINTMENT,
        Finding.SARCASM,
        Finding.ULTIMATUM,
        Finding.BLAME,
        Finding.POINTING,
        Finding.TO_YOUR_FACE,
        Finding.RHETORICAL,
        Finding.BROKEN_WORD,
        Finding.HARM,
        Finding.DISTRESS,
        Finding.MENACE,
        Finding.GUILT,
        Finding.DEMEANING,
        Finding.CALLS_A_CHEAT,
        Finding.CALLS_NAMES,
        Finding.AUTHORITY,
        Finding.QUESTION_MARKS_ONLY,
        Finding.EXCLAMATIONS,
        Finding.SCARE_QUOTES,
        Finding.DODGED_SPELLING,
    }
)
_TO_YOUR_FACE = Label(Finding.TO_YOUR_FACE)
_OUTRIGHT = frozenset(
    {_FEW_WORDS, _TO_YOUR_FACE, Label(Finding.CALLS_NAMES), Label(Finding.DODGED_SPELLING)}
)
_INSULTS = frozenset(Label(each, Situation.INSULT) for each in _SURE)
_ACCUSATIONS = frozenset(Label(each, Situation.ACCUSATION) for each in _SURE)
_PERSONAL = frozenset({Situation.INSULT, Situation.ACCUSATION})
_CALLS_A_CHEAT = Label(Finding.CALLS_A_CHEAT)
_MEANT_OTHERWISE = frozenset(
    {
        Finding.LAUGHTER,
        Finding.IN_FUN,
        Finding.AFFECTION,
        Finding.PRAISE,
        Finding.HARSH_PRAISE,
        Finding.SOMEBODY_ELSE,
        Finding.ABOUT_OTHERS,
        Finding.SPEAKING_OF_SELF,
        Finding.GOODS,
        Finding.DENIED,
        Finding.HEARSAY,
    }
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the sums come to; `situations` surest first, `risk` the probability of an alarm.

    `heat` is the tension to be expected, 0 to 3.
    """

    tension: Tension
    situations: tuple[Situation, ...]
    risk: float
    heat: float = 0.0


def without_taken_back(clues: Clues) -> tuple[Clues, Clues]:
    """The clues that stand, and the phrases and hints that an `unless` took back."""
    taken = situations_in(clues, Finding.TAKEN_BACK)
    if not taken:
        return clues, {}
    back = {
        label: clue
        for label, clue in clues.items()
        if label.situation in taken and label.finding in _TAKEN_BACK
    }
    return {label: clue for label, clue in clues.items() if label not in back}, back


def judge(
    sums: Mapping[str, float],
    points: Mapping[str, float],
    clues: Clues,
    *,
    taught: bool | None = None,
) -> Verdict:
    """The verdict on a turn: its sums against the points from which a question is a yes.

    Whatever the alarm's sum, heated abuse, blame or threat alarms where that is half likely; a few
    first words, none of which tells much, only where it is nearly sure. Two things hold whatever
    the sums: a sure phrase of the shop's own names its situation, and what is said plainly is so.
    `taught` is whether the shop has said of such messages that they are to alarm, where it has:
    the rule of first words does not hold against its yes, nor what is said plainly against its no.
    """
    answers = {question: logistic(sums[question]) for question in QUESTIONS}
    if answers[ALARM] < _UNHEARD_OF and taught is not True and _are_few_first_words(clues):
        return Verdict(Tension.CALM, (), min(answers[ALARM], points[ALARM] / 2))
    named = _situations(answers, points, clues)
    tension, heat = _tension(answers, points), sum(answers[step] for step in _STEPS)
    verdict = Verdict(tension, named, answers[ALARM], heat)
    may_be_alarm = answers[ALARM] >= points[ALARM] / 2
    if may_be_alarm and tension >= Tension.HEATED and not GRAVE.isdisjoint(named):
        verdict = replace(verdict, risk=max(verdict.risk, _AT_LEAST, points[ALARM]))
    plain = said_plainly(clues)
    return _raised(verdict, plain) if plain and taught is not False else verdict


def said_plainly(clues: Clues) -> Mapping[Situation, Tension]:
    """An insult or the name of a cheat, said outright and with nothing that bends its meaning."""
    if not _bends(clues).isdisjoint(label.finding for label in clues):
        return {}
    said: dict[Situation, Tension] = {}
    insults = [clues[label] for label in _INSULTS if label in clues]
    if insults and (_is_outright(clues) or max(clue.strength for clue in insults) > 1):
        said[Situation.INSULT] = Tension.ABUSIVE
    accuses = not _ACCUSATIONS.isdisjoint(clues) and _CALLS_A_CHEAT in clues
    if accuses and _FEW_WORDS in clues:
        said[Situation.ACCUSATION] = Tension.HEATED
    return said


def _are_few_first_words(clues: Clues) -> bool:
    """Whether it is the first that is heard of a customer, a few words and none that tells much."""
    if _FEW_WORDS not in clues or _FIRST_WORDS not in clues:
        return False
    return not any(map(_tells, clues))


def _tells(label: Label) -> bool:
    """Whether harmless messages seldom show it: a hint only where it is one of abuse or threat."""
    if label.finding is Finding.HINT:
        return label.situation in GRAVE
    return label.finding in _TELLING


def _bends(clues: Clues) -> frozenset[Finding]:
    """What gives an insult another meaning; said to a face, it is not about oneself."""
    if _TO_YOUR_FACE in clues:
        return _MEANT_OTHERWISE - {Finding.SPEAKING_OF_SELF}
    return _MEANT_OTHERWISE


def _is_outright(clues: Clues) -> bool:
    """In few words, to the face of the one who reads it, or spelled around a filter."""
    return not _OUTRIGHT.isdisjoint(clues)


def _raised(verdict: Verdict, plain: Mapping[Situation, Tension]) -> Verdict:
    """The verdict with what was said plainly in front, and no less heated than that."""
    others = [each for each in verdict.situations if each not in plain]
    tension = max(verdict.tension, *plain.values())
    return Verdict(
        tension, (*plain, *others), max(_SURELY, verdict.risk), max(verdict.heat, float(tension))
    )


def is_settled(sums: Mapping[str, float], limits: Mapping[str, float], clues: Clues) -> bool:
    """Whether every answer is so surely a no that nobody else need be asked.

    Where abuse, blame or a threat is in the words, it is worth asking whether it was meant.
    """
    if situations_in(clues, Finding.OWN_PHRASE) or not GRAVE.isdisjoint(
        situations_in(clues, Finding.PHRASE)
    ):
        return False
    return all(logistic(sums[question]) < limit for question, limit in limits.items())


def _situations(
    answers: Mapping[str, float], points: Mapping[str, float], clues: Clues
) -> tuple[Situation, ...]:
    """All that reach their points or are named by the shop's own phrases, surest first.

    An alarm is about something: where nothing reaches its point, about what comes nearest. Nobody
    insults or blames calmly: «شعورتون عالیه» only sounds like it.
    """
    own = situations_in(clues, Finding.OWN_PHRASE)
    possible = [each for each in Situation if _IN_PUBLIC in clues or each not in _ONLY_IN_PUBLIC]
    found = [each for each in possible if answers[each] >= points[each] or each in own]
    if answers[ALARM] < points[ALARM] and answers[UNEASY] < points[UNEASY]:
        found = [each for each in found if each not in _PERSONAL or each in own]
    elif not found and answers[ALARM] >= points[ALARM]:
        found = [max(possible, key=lambda each: answers[each] / points[each])]
    return tuple(sorted(found, key=lambda each: -answers[each]))


def _tension(answers: Mapping[str, float], points: Mapping[str, float]) -> Tension:
    """As many steps as are reached: a wild guess at the highest alone counts for one."""
    return Tension(sum(answers[step] >= points[step] for step in _STEPS))
