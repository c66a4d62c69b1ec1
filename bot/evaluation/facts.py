"""What the figures of escalation and recovery say in sentences."""

from bot.evaluation.figures import Figures
from bot.evaluation.words import Words


def course_facts(figures: Figures, words: Words) -> list[str]:
    """How far ahead, how long, how many could have been, how many by luck, how many came back."""
    courses, recovery = figures.courses, figures.recovery
    turns, seconds = courses.median_turns, courses.median_early_seconds
    facts = []
    if turns is not None:
        digits = 0 if turns == round(turns) else 1
        facts.append(words.say("median-turns", turns=words.number(turns, digits)))
    if seconds is not None:
        facts.append(words.say("median-seconds", span=words.span(seconds)))
    return [
        *facts,
        words.say("forewarned", count=courses.forewarned, of=len(courses.escalations)),
        words.say("lucky", count=courses.lucky),
        words.say("recovery", seen=recovery.seen, of=recovery.turns, rash=recovery.rash),
    ]
