"""A seller's own figures as a coach tells them: what went well first, then one thing to try."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.stats import ABUSE_IN_A_DAY, Summary, hard

QUICK_SECONDS = 5 * 60.0
SLOW_SECONDS = 15 * 60.0
MUCH_FASTER = 0.8
"""A wait that is at most so much of the one before has become shorter."""
OFTEN = 5
MOST_PRAISE = 3


class Praise(StrEnum):
    """Something that went well."""

    CALMED = "calmed"
    FASTER = "faster"
    QUICK = "quick"
    ALL_ANSWERED = "all-answered"
    HELPED = "helped"
    SENT = "sent"
    QUIET = "quiet"
    STAYED = "stayed"


class Try(StrEnum):
    """One thing to try next."""

    ANSWER = "answer"
    REST = "rest"
    FASTER = "faster"
    DRAFTS = "drafts"
    ASK_AFTER = "ask-after"
    STEPS = "steps"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Advice:
    """What a seller is told: at least one thing that went well, and the one to try."""

    praise: tuple[Praise, ...]
    next: Try


def advise(own: Summary) -> Advice:
    """What to tell a seller of their own days, compared with nobody but themselves."""
    return Advice(_praise(own)[:MOST_PRAISE], _try(own))


def _praise(own: Summary) -> tuple[Praise, ...]:
    counts = own.counts
    if not hard(counts):
        return (Praise.QUIET,)
    waits, before = own.now.waits.median, own.before.waits.median
    is_faster = waits is not None and before is not None and waits <= MUCH_FASTER * before
    is_quick = waits is not None and waits <= QUICK_SECONDS
    well = {
        Praise.CALMED: counts.calmed > 0,
        Praise.FASTER: is_faster,
        Praise.QUICK: is_quick and not is_faster,
        Praise.ALL_ANSWERED: counts.answered >= counts.troubles,
        Praise.HELPED: own.steps.helped > 0,
        Praise.SENT: own.steps.sent > 0 and not own.steps.helped,
    }
    found = tuple(praise for praise, is_so in well.items() if is_so)
    return found or (Praise.STAYED,)


def _try(own: Summary) -> Try:
    counts, slowest = own.counts, own.now.waits.nine_in_ten
    if any(each.is_unanswered for each in own.waiting):
        return Try.ANSWER
    if counts.abusive >= ABUSE_IN_A_DAY:
        return Try.REST
    if slowest is not None and slowest > SLOW_SECONDS:
        return Try.FASTER
    if own.steps.shown >= OFTEN and not own.steps.sent:
        return Try.DRAFTS
    if counts.calmed:
        return Try.ASK_AFTER
    return Try.STEPS if hard(counts) else Try.ON
