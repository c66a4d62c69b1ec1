"""Which playbook, which step, which words: from an assessment and the course to one advice."""

from dataclasses import dataclass, field, replace

from bot.core.assessment import Assessment, Tension
from bot.core.course import Course, Showing
from bot.core.playbook import Library, Moment, Playbook, StepKind
from bot.core.wording import Names, fill

DRAFTS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom the words are for: the seller reads one locale, the customer another.

    `refund_limit` is the sum, in toman, up to which the seller may refund alone.
    """

    seller_locale: str = "fa"
    customer_locale: str = "fa"
    names: Names = field(default_factory=Names)
    refund_limit: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """What the seller is told: the step, counted from 1, one line of advice, and drafts to send.

    `more_words` and `more_steps` say whether "other words" and "next step" lead anywhere.
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


class Ladder:
    """Climbs the playbooks of a library; holds no state of its own."""

    def __init__(self, library: Library) -> None:
        """Keep the playbooks in force, in the order in which they speak."""
        self._library = library
        self._trouble = library.for_moment(Moment.TROUBLE)
        self._calmed = library.for_moment(Moment.CALMED)

    def choose(self, course: Course, assessment: Assessment) -> Showing | None:
        """The step to show for a turn, or None where no playbook has anything to say."""
        playbook = self._playbook_for(course, assessment)
        if playbook is None:
            return None
        showing = course.showing
        peak = max(assessment.tension, showing.tension if showing else Tension.CALM)
        if showing is None or showing.playbook != playbook.id:
            step = _first_unused(playbook, course.used, start=0)
            return _show(playbook, step, peak)
        step = _first_unused(playbook, course.used, start=showing.step)
        if step == showing.step:
            return replace(showing, tension=peak)
        return _show(playbook, step, peak)

    def after_trouble(self) -> Showing | None:
        """The step to show once the customer has calmed down; the follow-up comes later."""
        for playbook in self._calmed:
            step = _first_unused(playbook, frozenset({StepKind.FOLLOW_UP}), start=0)
            return _show(playbook, step, Tension.CALM)
        return None

    def next_step(self, showing: Showing, used: frozenset[StepKind]) -> Showing:
        """The next rung that has not been used; at the top, the same."""
        playbook = self._library.find(showing.playbook, self._library.fallback)
        if playbook is None or showing.step + 1 >= len(playbook.steps):
            return showing
        step = _first_unused(playbook, used, start=showing.step + 1)
        return _show(playbook, step, showing.tension)

    def other_words(self, showing: Showing) -> Showing:
        """The same step with its other drafts first."""
        return replace(showing, first_draft=showing.first_draft + DRAFTS_SHOWN)

    def advise(
        self, showing: Showing, audience: Audience, *, amount: int | None = None
    ) -> Advice | None:
        """The words for a step: advice in the seller's language, drafts in the customer's."""
        told = self._library.find(showing.playbook, audience.seller_locale)
        sent = self._library.find(showing.playbook, audience.customer_locale)
        if told is None or sent is None:
            return None
        number = min(showing.step, len(told.steps) - 1)
        step = told.steps[number]
        drafts = sent.steps[number].drafts if number < len(sent.steps) else step.drafts
        return Advice(
            playbook=told.id,
            title=told.title,
            step=number + 1,
            steps=len(told.steps),
            kind=step.kind,
            advice=step.advice,
            drafts=tuple(
                fill(draft, audience.names) for draft in _shown(drafts, showing.first_draft)
            ),
            needs_manager=step.needs_manager and not _within(audience.refund_limit, amount),
            more_words=len(drafts) > DRAFTS_SHOWN,
            more_steps=number + 1 < len(told.steps),
        )

    def _playbook_for(self, course: Course, assessment: Assessment) -> Playbook | None:
        fitting = [
            playbook
            for playbook in self._trouble
            if playbook.fits(assessment.situations, assessment.tension)
        ]
        best = fitting[0] if fitting else None
        if course.showing is None or (best is not None and best.situations):
            return best
        return self._library.find(course.showing.playbook, self._library.fallback) or best


def _show(playbook: Playbook, step: int, tension: Tension) -> Showing:
    return Showing(playbook.id, step, playbook.steps[step].kind, tension)


def _first_unused(playbook: Playbook, used: frozenset[StepKind], *, start: int) -> int:
    """The first step from `start` on whose kind has not been used; the last step where all have."""
    for number in range(start, len(playbook.steps)):
        if playbook.steps[number].kind not in used:
            return number
    return len(playbook.steps) - 1


def _shown(drafts: tuple[str, ...], first: int) -> tuple[str, ...]:
    if not drafts:
        return ()
    count = min(DRAFTS_SHOWN, len(drafts))
    return tuple(drafts[(first + offset) % len(drafts)] for offset in range(count))


def _within(limit: int, amount: int | None) -> bool:
    return amount is not None and amount <= limit
