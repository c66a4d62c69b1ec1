"""A conversation climbs the playbooks for as long as it likes, while managers change them."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from bot.core.advice import Advice, Audience
from bot.core.assessment import Assessment, Situation, Tension
from bot.core.conversation import Channel
from bot.core.course import Course, Showing
from bot.core.ladder import DRAFTS_SHOWN, Ladder
from bot.core.playbook import Library, Moment, Playbook, StepKind
from bot.core.wording import mark_of
from tests.core.cast import book

KINDS = st.lists(st.sampled_from(StepKind), min_size=1, max_size=5, unique=True)
WORDS = st.integers(1, 5).map(lambda count: tuple(f"words {number}" for number in range(count)))
NAMES = ("complaint", "refund", "insult", "cool_down", "praise")


@st.composite
def books(draw: st.DrawFn) -> Playbook:
    """Any playbook that a manager may write under one of a few names."""
    name = draw(st.sampled_from(NAMES))
    calmed = name == "praise"
    return book(
        name,
        *draw(KINDS),
        situations=draw(st.sets(st.sampled_from(Situation), max_size=2)),
        priority=draw(st.integers(0, 3)),
        calmest=draw(st.sampled_from(Tension)),
        moment=Moment.CALMED if calmed else Moment.TROUBLE,
        drafts=draw(WORDS),
    )


def assessments() -> st.SearchStrategy[Assessment]:
    situations = st.lists(st.sampled_from(Situation), max_size=3, unique=True).map(tuple)
    return st.builds(Assessment, st.sampled_from(Tension), situations, st.just(0.9))


class Climb(RuleBasedStateMachine):
    """One conversation's course over playbooks that come, change and go."""

    published = Bundle("published")

    def __init__(self) -> None:
        super().__init__()
        self.shelf: dict[str, Playbook] = {}
        self.course = Course()

    @property
    def ladder(self) -> Ladder:
        return Ladder(Library({"fa": dict(self.shelf)}))

    @property
    def advice(self) -> Advice | None:
        """What the card shows now."""
        showing = self.course.showing
        return self.ladder.advise(showing, Audience()) if showing is not None else None

    # What managers do

    @rule(target=published, written=books())
    def publish(self, written: Playbook) -> str:
        self.shelf[written.id] = written
        return written.id

    @rule(name=published)
    def take_away(self, name: str) -> None:
        self.shelf.pop(name, None)

    # What happens in the conversation

    @rule(found=assessments(), channel=st.sampled_from(Channel))
    def hear(self, found: Assessment, channel: Channel) -> None:
        before = self.course.showing
        showing = self.ladder.choose(self.course, found, channel=channel)
        if showing is None:
            return
        self.is_a_step_of_its_book(showing)
        assert showing.tension >= found.tension
        if before is not None:
            assert showing.tension >= before.tension, "the peak is forgotten"
        kinds = [step.kind for step in self.shelf[showing.playbook].steps]
        is_last = showing.step == len(kinds) - 1
        assert is_last or showing.kind not in self.course.used, "a used step is shown again"
        self.course = self.course.shown(showing)

    @rule()
    def answer(self) -> None:
        self.course = self.course.after_answer()

    @rule()
    def press_next_step(self) -> None:
        before = self.course.showing
        if before is None:
            return
        after = self.ladder.next_step(before, self.course.used)
        if before.playbook not in self.shelf:
            assert after == before
            return
        self.is_a_step_of_its_book(after)
        kinds = [step.kind for step in self.shelf[before.playbook].steps]
        here = (
            kinds.index(before.kind) if before.kind in kinds else min(before.step, len(kinds) - 1)
        )
        assert after.step > here or (after == before and here == len(kinds) - 1)
        self.course = replace(self.course, showing=after)

    @rule()
    def ask_for_other_words_until_all_were_shown(self) -> None:
        """Nothing is shown twice before everything was shown once."""
        first, showing = self.advice, self.course.showing
        if first is None or showing is None:
            return
        seen: list[str] = list(first.marks)
        drafts = self.shelf[showing.playbook].steps[first.step - 1].drafts
        fresh = [draft for draft in drafts if mark_of(draft) not in (*seen, *showing.passed)]
        while fresh:
            showing = self.ladder.other_words(showing, seen[-DRAFTS_SHOWN:])
            advice = self.ladder.advise(showing, Audience())
            assert advice is not None
            assert mark_of(fresh[0]) in advice.marks, "a draft is passed over"
            seen += advice.marks
            fresh = [draft for draft in fresh if mark_of(draft) not in seen]
        self.course = replace(self.course, showing=showing)

    @rule(at=st.floats(0, 1e9))
    def calm_down(self, at: float) -> None:
        self.course = self.course.calmed(at)
        showing = self.ladder.after_trouble()
        if showing is not None:
            self.is_a_step_of_its_book(showing)

    @rule(at=st.floats(0, 1e9))
    def flare_up(self, at: float) -> None:
        self.course = self.course.opening(at)

    # What always holds

    def is_a_step_of_its_book(self, showing: Showing) -> None:
        steps = self.shelf[showing.playbook].steps
        assert 0 <= showing.step < len(steps)
        assert steps[showing.step].kind is showing.kind

    @invariant()
    def what_is_shown_is_what_stands_in_the_book(self) -> None:
        showing, advice = self.course.showing, self.advice
        if showing is None:
            return
        assert (advice is None) is (showing.playbook not in self.shelf)
        if advice is None:
            return
        step = self.shelf[showing.playbook].steps[advice.step - 1]
        assert 1 <= advice.step <= advice.steps
        assert (advice.kind, advice.advice) == (step.kind, step.advice)
        assert 1 <= len(advice.drafts) <= DRAFTS_SHOWN
        assert set(advice.drafts) <= set(step.drafts)
        assert len(set(advice.marks)) == len(advice.marks)
        assert advice.more_words is (len(step.drafts) > DRAFTS_SHOWN)


TestClimb = Climb.TestCase
TestClimb.settings = settings(
    max_examples=200, stateful_step_count=40, deadline=None, print_blob=True
)
