"""What followed a trouble's first card, and how it bears on the outcome; see docs/figures.md.

Nothing here depends on time going by alone: an outcome changes when something is said, pressed or
decided, so that the counts of a day change with it.
"""

from dataclasses import replace

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Past, Who
from bot.core.course import SAME_TROUBLE_SECONDS, Course
from bot.core.playbook import StepKind
from bot.core.signs import Sign
from bot.core.trouble import Trouble

FOLLOWED_SECONDS = 7 * 24 * 3600.0
"""So long after its beginning a trouble that is over is still told by what is said."""


def after_turn(trouble: Trouble, newest: Past, *, turns: int, is_open: bool, now: float) -> Trouble:
    """The trouble as a message in its conversation leaves it; the same for the same message.

    `turns` are the customer's messages from the opening one on, `is_open` says that the trouble's
    card is open, `now` is when the message is heard, in seconds.
    """
    is_over = not is_open and not trouble.is_closing
    if is_over and newest.at - trouble.opened_at > FOLLOWED_SECONDS:
        return trouble
    if newest.who is Who.SELLER:
        return _answered(_said_by_seller(trouble, newest.signs), newest.at)
    if is_open or trouble.is_closing:
        trouble = replace(trouble, turns=max(1, turns))
    if trouble.is_closing:
        trouble = replace(trouble, calm_turns=trouble.turns - 1)
    return _said_by_customer(trouble, newest, is_open=is_open, now=now)


def allowed_by_course(course: Course) -> int | None:
    """The leave for a refund that is in force, as its sum in toman; 0 where none was named."""
    leaves = (each for each in course.leaves if each.kind is StepKind.OFFER_REFUND)
    return next((each.amount or 0 for each in leaves), None)


def sent(trouble: Trouble, kind: str) -> Trouble:
    """The trouble once the words of a step went to the customer; a refund's are a promise."""
    is_refund = kind == StepKind.OFFER_REFUND.value
    return replace(
        trouble,
        offered=trouble.offered or is_refund,
        promised=trouble.promised or is_refund,
        parted=trouble.parted or kind == StepKind.PART_WAYS.value,
    )


def flares_up(earlier: Trouble, at: float) -> bool:
    """Whether a card that is opened `at` a time shows that the calm before it did not last."""
    return earlier.calmed_at is not None and at - earlier.calmed_at <= SAME_TROUBLE_SECONDS


def _answered(trouble: Trouble, at: float) -> Trouble:
    """A message that was written before the trouble, and comes late, is no answer to it."""
    if at < trouble.opened_at:
        return trouble
    first = at if trouble.answered_at is None else min(at, trouble.answered_at)
    return replace(trouble, answered_at=first)


def _said_by_seller(trouble: Trouble, signs: frozenset[Sign]) -> Trouble:
    refunded, promised = Sign.REFUNDED in signs, Sign.REFUND_PROMISED in signs
    offered = refunded or promised or Sign.REFUND_OFFERED in signs
    return replace(
        trouble,
        offered=trouble.offered or offered,
        promised=trouble.promised or promised,
        refunded=trouble.refunded or refunded,
        parted=trouble.parted or Sign.PARTED in signs,
    )


def _said_by_customer(trouble: Trouble, newest: Past, *, is_open: bool, now: float) -> Trouble:
    is_leaving = Situation.LEAVING in newest.situations or Sign.LEAVING in newest.signs
    left = trouble.leaving_at if trouble.leaving_at is not None else now
    trouble = replace(trouble, leaving_at=left if is_leaving else None)
    if trouble.offered and Sign.WANTS_REFUND in newest.signs:
        trouble = replace(trouble, promised=True)
    if not is_open:
        return trouble
    if trouble.calmed_at is not None and newest.tension >= Tension.HEATED:
        return replace(trouble, calmed_at=None, calm_turns=None)
    accepts = Sign.ACCEPTED in newest.signs and newest.tension is Tension.CALM
    if accepts and not is_leaving and trouble.calmed_at is None:
        return replace(trouble, calmed_at=now, calm_turns=trouble.turns - 1)
    return trouble
