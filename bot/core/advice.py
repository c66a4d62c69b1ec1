"""What is shown to a seller, and for whom it was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.playbook import StepKind
from bot.core.wording import Names


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom the words are for: the seller reads one locale, the customer another.

    `refund_limit` is the sum, in toman, up to which the seller may refund alone, where the shop's
    own values name none. `words_sent` says when, in seconds, the seller last sent which draft, or
    was shown it first for another customer, by its `mark_of`.
    """

    seller_locale: str = "fa"
    customer_locale: str = "fa"
    names: Names = field(default_factory=Names)
    refund_limit: int = 0
    words_sent: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Advice:
    """What the seller is told: the step, counted from 1, one line of advice, and drafts to send.

    `more_words` and `more_steps` say whether "other words" and "next step" lead anywhere; `marks`
    are the `mark_of` the draft that each of `drafts` was filled from.
    """

    playbook: str
    title: str
    step: int
    steps: int
    kind: StepKind
    advice: str
    drafts: tuple[str, ...]
    needs_manager: bool
    more_words: bool
    more_steps: bool
    marks: tuple[str, ...] = ()
