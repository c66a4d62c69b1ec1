"""Which playbook, which step, which words."""

from dataclasses import replace

import pytest

from bot.core.advice import Audience
from bot.core.assessment import Assessment, Situation, Tension
from bot.core.course import Course, Showing
from bot.core.ladder import DRAFTS_SHOWN, Ladder
from bot.core.playbook import Library, Playbook, StepKind
from bot.core.wording import Names, mark_of
from tests.core.cast import (
    ACKNOWLEDGE,
    ALTERNATIVE,
    BOUNDARY,
    CARE,
    DRAFTS,
    PART,
    REFUND,
    book,
    books_in,
    found,
    small_library,
)

CALM, UNEASY, HEATED, ABUSIVE = Tension
COMPLAINT, INSULT = Situation.COMPLAINT, Situation.INSULT
ASK = StepKind.ASK_NEED
NOTHING_SPECIFIC = found(HEATED)


@pytest.fixture
def ladder() -> Ladder:
    return Ladder(small_library())


def chosen(ladder: Ladder, course: Course, assessment: Assessment) -> Showing:
    showing = ladder.choose(course, assessment)
    assert showing is not None
    return showing


def at(name: str, step: int, kind: StepKind, *used: StepKind) -> Course:
    return Course(Showing(name, step, kind, HEATED), frozenset(used))


TABLE: list[tuple[Course, Assessment, tuple[str, int, StepKind] | None]] = [
    # a first complaint starts at the foot
    (Course(), found(UNEASY, COMPLAINT), ("complaint", 0, ACKNOWLEDGE)),
    # the step is not climbed while the seller has not answered
    (
        at("complaint", 0, ACKNOWLEDGE),
        found(HEATED, COMPLAINT),
        ("complaint", 0, ACKNOWLEDGE),
    ),
    # it is once the seller has
    (
        at("complaint", 0, ACKNOWLEDGE, ACKNOWLEDGE),
        found(HEATED, COMPLAINT),
        ("complaint", 1, ALTERNATIVE),
    ),
    # a used rung is jumped
    (
        at("complaint", 0, ACKNOWLEDGE, ACKNOWLEDGE, ALTERNATIVE),
        found(HEATED, COMPLAINT),
        ("complaint", 2, REFUND),
    ),
    # at the top the last one stays
    (at("complaint", 3, PART, ACKNOWLEDGE, PART), found(HEATED, COMPLAINT), ("complaint", 3, PART)),
    # what flares up again goes on where it was
    (
        Course(used=frozenset({ACKNOWLEDGE})),
        found(HEATED, COMPLAINT),
        ("complaint", 1, ALTERNATIVE),
    ),
    # nor does another playbook repeat one
    (
        at("complaint", 1, ALTERNATIVE, ACKNOWLEDGE),
        found(HEATED, Situation.REFUND_DEMAND),
        ("refund", 1, REFUND),
    ),
    # all used: the last rung, not the first again
    (
        at("complaint", 3, PART, ACKNOWLEDGE, REFUND, PART),
        found(HEATED, Situation.REFUND_DEMAND),
        ("refund", 2, PART),
    ),
    # insults come first
    (Course(), found(ABUSIVE, COMPLAINT, INSULT), ("insult", 0, BOUNDARY)),
    # also in the middle of something else
    (at("complaint", 2, REFUND), found(ABUSIVE, INSULT, COMPLAINT), ("insult", 0, BOUNDARY)),
    # the higher priority of two
    (Course(), found(HEATED, COMPLAINT, Situation.REFUND_DEMAND), ("refund", 0, ACKNOWLEDGE)),
    # anger about nothing in particular
    (Course(), NOTHING_SPECIFIC, ("cool_down", 0, ACKNOWLEDGE)),
    # gives way as soon as it is clear what about
    (at("cool_down", 0, ACKNOWLEDGE), found(HEATED, COMPLAINT), ("complaint", 0, ACKNOWLEDGE)),
    # but replaces nothing specific
    (at("complaint", 1, ALTERNATIVE), NOTHING_SPECIFIC, ("complaint", 1, ALTERNATIVE)),
    # what nobody wrote a playbook for is cool_down's when heated
    (Course(), found(HEATED, Situation.NAGGING), ("cool_down", 0, ACKNOWLEDGE)),
    # and nobody's when not
    (Course(), found(UNEASY, Situation.NAGGING), None),
    # an open card goes on there
    (
        at("complaint", 0, ACKNOWLEDGE),
        found(UNEASY, Situation.NAGGING),
        ("complaint", 0, ACKNOWLEDGE),
    ),
    # a playbook that is in force no more does not stand in the way
    (at("gone", 4, PART), NOTHING_SPECIFIC, ("cool_down", 0, ACKNOWLEDGE)),
    (at("gone", 4, PART), found(UNEASY, Situation.NAGGING), None),
    # one that has become shorter ends at its top
    (at("insult", 7, PART), found(ABUSIVE, INSULT), ("insult", 1, CARE)),
]


@pytest.mark.parametrize(("course", "assessment", "expected"), TABLE)
def test_the_course_and_the_assessment_choose_a_step(
    ladder: Ladder,
    course: Course,
    assessment: Assessment,
    expected: tuple[str, int, StepKind] | None,
) -> None:
    showing = ladder.choose(course, assessment)
    assert (showing and (showing.playbook, showing.step, showing.kind)) == expected


PEAKS = [
    # a calmer turn is no new peak
    (found(UNEASY, COMPLAINT), HEATED),
    # nor in another playbook
    (found(UNEASY, Situation.REFUND_DEMAND), HEATED),
    # a hotter one is
    (found(ABUSIVE, COMPLAINT), ABUSIVE),
    (found(ABUSIVE, INSULT), ABUSIVE),
]


@pytest.mark.parametrize(("assessment", "peak"), PEAKS)
def test_the_tension_shown_is_the_peak_since_the_card_was_opened(
    ladder: Ladder, assessment: Assessment, peak: Tension
) -> None:
    before = at("complaint", 1, ALTERNATIVE)
    assert chosen(ladder, before, assessment).tension is peak


def test_a_new_turn_keeps_the_words_the_seller_leafed_to(ladder: Ladder) -> None:
    leafed = ladder.other_words(chosen(ladder, Course(), found(HEATED, COMPLAINT)), ["a", "b"])
    again = chosen(ladder, Course(showing=leafed), found(HEATED, COMPLAINT))
    assert again.passed == leafed.passed == ("a", "b")


def test_a_tension_outside_its_range_silences_a_playbook() -> None:
    hot_only = book("hot", ACKNOWLEDGE, situations={COMPLAINT}, calmest=HEATED)
    ladder = Ladder(Library({"fa": {"hot": hot_only}}))
    assert ladder.choose(Course(), found(UNEASY, COMPLAINT)) is None
    assert ladder.choose(Course(), found(HEATED, COMPLAINT)) is not None


def test_of_equal_priorities_the_order_is_always_the_same() -> None:
    twins = [book(name, PART, situations={COMPLAINT}) for name in ("b", "a", "c")]
    ladder = Ladder(Library({"fa": {each.id: each for each in twins}}))
    assert chosen(ladder, Course(), found(HEATED, COMPLAINT)).playbook == "a"


# Next step, other words, after the trouble

NEXT: list[tuple[int, set[StepKind], int]] = [
    # one rung up
    (0, {ACKNOWLEDGE}, 1),
    # past what was used before
    (0, {ACKNOWLEDGE, ALTERNATIVE}, 2),
    # to the top where all was
    (0, {ACKNOWLEDGE, ALTERNATIVE, REFUND, PART}, 3),
    # and no higher
    (3, {PART}, 3),
]


@pytest.mark.parametrize(("step", "used", "expected"), NEXT)
def test_next_step_climbs_past_used_rungs(
    ladder: Ladder, step: int, used: set[StepKind], expected: int
) -> None:
    kinds = (ACKNOWLEDGE, ALTERNATIVE, REFUND, PART)
    before = Showing("complaint", step, kinds[step], UNEASY)
    after = ladder.next_step(before, frozenset(used))
    assert (after.step, after.kind, after.tension) == (expected, kinds[expected], UNEASY)


def test_next_step_of_a_playbook_that_is_gone_stays(ladder: Ladder) -> None:
    showing = Showing("gone", 1, PART, HEATED)
    assert ladder.next_step(showing, frozenset()) == showing


def test_other_words_come_round_in_turn(ladder: Ladder) -> None:
    showing = chosen(ladder, Course(), found(HEATED, COMPLAINT))
    seen = []
    for _ in range(3):
        advice = ladder.advise(showing, Audience())
        assert advice is not None
        seen.append([draft.split()[-1] for draft in advice.drafts])
        showing = ladder.other_words(showing, advice.marks)
    assert seen == [["one", "two"], ["three", "one"], ["two", "three"]]


def words(ladder: Ladder, showing: Showing, audience: Audience) -> list[str]:
    """The last word of each draft shown."""
    advice = ladder.advise(showing, audience)
    assert advice is not None
    return [draft.split()[-1] for draft in advice.drafts]


def test_what_was_sent_most_lately_is_offered_last(ladder: Ladder) -> None:
    showing = Showing("complaint", 0, ACKNOWLEDGE, HEATED)
    marks = {name: mark_of(f"FA complaint {ACKNOWLEDGE} {name}") for name in DRAFTS}
    sent = {marks["one"]: 20.0, marks["two"]: 10.0}
    assert words(ladder, showing, Audience(words_sent=sent)) == ["three", "two"]
    assert words(ladder, showing, Audience(words_sent={marks["one"]: 5.0})) == ["two", "three"]
    assert words(ladder, showing, Audience(words_sent={"of another": 5.0})) == ["one", "two"]


def test_other_words_lead_to_all_of_them_whatever_is_sent_meanwhile(ladder: Ladder) -> None:
    showing = Showing("complaint", 0, ACKNOWLEDGE, HEATED)
    advice = ladder.advise(showing, Audience())
    assert advice is not None
    showing = ladder.other_words(showing, advice.marks)
    just_sent = Audience(words_sent={advice.marks[0]: 9.0})  # to another customer
    assert words(ladder, showing, just_sent)[0] == "three"


def test_what_was_passed_is_kept_once(ladder: Ladder) -> None:
    showing = Showing("complaint", 0, ACKNOWLEDGE, HEATED, passed=("a", "b"))
    assert ladder.other_words(showing, ["c", "a"]).passed == ("b", "c", "a")


def test_an_advice_knows_the_templates_of_its_drafts(ladder: Ladder) -> None:
    named = book("complaint", PART, drafts=("[{customer} جان، ]بله", "نه"))
    advice = Ladder(Library({"fa": {"complaint": named}})).advise(
        Showing("complaint", 0, PART, HEATED), Audience(names=Names(customer="مریم"))
    )
    assert advice is not None
    assert advice.marks == tuple(map(mark_of, named.steps[0].drafts))


def test_after_the_trouble_the_follow_up_waits_for_later(ladder: Ladder) -> None:
    showing = ladder.after_trouble()
    assert showing is not None
    assert (showing.playbook, showing.kind, showing.tension) == ("praise", CARE, CALM)


def test_without_a_playbook_for_it_the_good_end_has_no_words() -> None:
    only = book("complaint", PART, situations={COMPLAINT})
    assert Ladder(Library({"fa": {"complaint": only}})).after_trouble() is None


# The words

LANGUAGES = [
    # a Persian seller, a Persian customer
    ("fa", "fa", "fa", "FA"),
    # advice to the seller in Persian, drafts to the customer in English
    ("fa", "en", "fa", "EN"),
    ("en", "fa", "en", "FA"),
    # a language without playbooks gets the fallback's
    ("de", "de", "fa", "FA"),
]


@pytest.mark.parametrize(("seller", "customer", "advice_in", "drafts_in"), LANGUAGES)
def test_advice_is_in_the_sellers_language_and_drafts_in_the_customers(
    ladder: Ladder, seller: str, customer: str, advice_in: str, drafts_in: str
) -> None:
    showing = chosen(ladder, Course(), found(HEATED, COMPLAINT))
    advice = ladder.advise(showing, Audience(seller_locale=seller, customer_locale=customer))
    assert advice is not None
    assert advice.advice.startswith(f"{advice_in} complaint")
    assert advice.title == f"{advice_in} complaint"
    assert all(draft.startswith(f"{drafts_in} complaint") for draft in advice.drafts)


def test_a_playbook_in_the_sellers_language_only_sends_its_own_drafts() -> None:
    ladder = Ladder(Library({"fa": books_in("fa"), "en": {}}))
    showing = chosen(ladder, Course(), found(HEATED, COMPLAINT))
    advice = ladder.advise(showing, Audience(customer_locale="en"))
    assert advice is not None
    assert advice.drafts[0].startswith("FA ")


def test_a_translation_that_is_shorter_lends_its_top_and_never_fails() -> None:
    short = book("complaint", ACKNOWLEDGE, situations={COMPLAINT}, language="en")
    ladder = Ladder(Library({"fa": books_in("fa"), "en": {"complaint": short}}))
    top = Showing("complaint", 3, PART, HEATED)
    for audience in (Audience("en", "fa"), Audience("fa", "en"), Audience("en", "en")):
        advice = ladder.advise(top, audience)
        assert advice is not None
        assert advice.drafts
        assert advice.step <= advice.steps


def with_a_step_more(language: str) -> Playbook:
    kinds = (ACKNOWLEDGE, ASK, ALTERNATIVE, REFUND, PART)
    return book("complaint", *kinds, situations={COMPLAINT}, language=language)


@pytest.mark.parametrize(
    ("kind", "advice", "draft"),
    [
        (ASK, "fa complaint ask_need", "FA complaint ask_need"),  # only the original has it
        (ALTERNATIVE, "fa complaint offer_alternative", "EN complaint offer_alternative"),
        (PART, "fa complaint part_ways", "EN complaint part_ways"),
    ],
)
def test_words_are_of_the_step_shown_where_a_translation_lacks_one(
    kind: StepKind, advice: str, draft: str
) -> None:
    """An overlay that only one language has puts a step between the others."""
    ladder = Ladder(Library({"fa": {"complaint": with_a_step_more("fa")}, "en": books_in("en")}))
    step = [each.kind for each in with_a_step_more("fa").steps].index(kind)
    told = ladder.advise(Showing("complaint", step, kind, HEATED), Audience(customer_locale="en"))
    assert told is not None
    assert (told.kind, told.advice, told.step, told.steps) == (kind, advice, step + 1, 5)
    assert all(each.startswith(draft) for each in told.drafts)


def test_an_open_card_stays_at_its_step_when_a_manager_puts_one_before_it() -> None:
    ladder = Ladder(Library({"fa": {"complaint": with_a_step_more("fa")}}))
    shown = Showing("complaint", 1, ALTERNATIVE, HEATED, passed=("12345678",))
    assert chosen(ladder, Course(shown), found(HEATED, COMPLAINT)) == replace(shown, step=2)
    assert ladder.next_step(shown, frozenset()).kind is REFUND
    told = ladder.advise(shown, Audience())
    assert told is not None
    assert (told.kind, told.step) == (ALTERNATIVE, 3)


def test_steps_count_from_one_and_say_whether_more_follow(ladder: Ladder) -> None:
    first = ladder.advise(Showing("complaint", 0, ACKNOWLEDGE, HEATED), Audience())
    last = ladder.advise(Showing("complaint", 3, PART, HEATED), Audience())
    assert first is not None
    assert last is not None
    assert (first.step, first.steps, first.more_steps) == (1, 4, True)
    assert (last.step, last.steps, last.more_steps) == (4, 4, False)


@pytest.mark.parametrize(
    ("drafts", "more"), [(("only",), False), (("a", "b"), False), (("a", "b", "c"), True)]
)
def test_other_words_are_offered_only_where_there_are_some(
    drafts: tuple[str, ...], more: bool
) -> None:
    only = book("complaint", PART, situations={COMPLAINT}, drafts=drafts)
    advice = Ladder(Library({"fa": {"complaint": only}})).advise(
        Showing("complaint", 0, PART, HEATED), Audience()
    )
    assert advice is not None
    assert advice.more_words is more
    assert len(advice.drafts) == min(len(drafts), DRAFTS_SHOWN)


def test_names_are_filled_in(ladder: Ladder) -> None:
    named = book("complaint", PART, situations={COMPLAINT}, drafts=("[{customer} جان، ]بله",))
    advice = Ladder(Library({"fa": {"complaint": named}})).advise(
        Showing("complaint", 0, PART, HEATED), Audience(names=Names(customer="مریم"))
    )
    assert advice is not None
    assert advice.drafts[0].endswith("مریم جان، بله")


def test_a_playbook_that_is_gone_has_nothing_to_say(ladder: Ladder) -> None:
    assert ladder.advise(Showing("gone", 0, PART, HEATED), Audience()) is None


REFUNDS: list[tuple[StepKind, int, int | None, bool]] = [
    # within the limit, and exactly at it
    (REFUND, 500_000, 499_999, False),
    (REFUND, 500_000, 500_000, False),
    # above
    (REFUND, 500_000, 500_001, True),
    # nobody has named a sum
    (REFUND, 500_000, None, True),
    # no limit set: every refund is the manager's
    (REFUND, 0, 1, True),
    # other steps never are
    (ALTERNATIVE, 0, 9_000_000, False),
]


@pytest.mark.parametrize(("kind", "limit", "amount", "needed"), REFUNDS)
def test_a_refund_above_the_limit_needs_the_manager(
    ladder: Ladder, kind: StepKind, limit: int, amount: int | None, needed: bool
) -> None:
    step = 2 if kind is REFUND else 1
    audience = replace(Audience(), refund_limit=limit)
    advice = ladder.advise(Showing("complaint", step, kind, HEATED), audience, amount=amount)
    assert advice is not None
    assert advice.needs_manager is needed
