"""Hand-overs: who is asked, in which order, what they may decide, and what the seller sees."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.assessment import Tension
from bot.core.brief import Briefing, Standing, briefing
from bot.core.calls import in_turn, other_left, pass_on
from bot.core.card import CardState
from bot.core.decisions import LONGEST_ADVICE, Answered, Choice, Told, advise, choose
from bot.core.handover import Handover, Stage, matter_of
from bot.core.letters import BriefLetter, PassOnLetter, RulingLetter
from bot.core.people import Person, Shop
from bot.core.playbook import StepKind
from bot.core.press import Action, Answer, Press
from bot.core.ruling import Ruling, Verdict
from tests.core.cast import ACKNOWLEDGE, ALTERNATIVE, MANAGER, REFUND, SELLER, PaperBooks, Talk

OWNER, SARA, REZA = MANAGER, 21, 22
NAMES = {SELLER: "نگار", SARA: "سارا", REZA: "رضا", OWNER: "مالک"}
HOT = "2 complaint"
FIRST, SECOND, THIRD = 1, 2, 3


@pytest.fixture
def talk() -> Talk:
    """An open card; two managers beside the owner."""
    shop = Shop(owner_id=OWNER, manager_ids=frozenset({SARA, REZA}), seller_ids=frozenset({SELLER}))
    talk = Talk(PaperBooks(shop=shop))
    talk.books.people = {each: Person(each, name) for each, name in NAMES.items()}
    talk.customer(HOT)
    return talk


def press(talk: Talk, action: Action, seen: StepKind | None = None) -> object:
    press = Press(talk.card.id, action, SELLER, talk.now + 5, seen=seen)
    return talk.desk.press(talk.books, press)


def call(talk: Talk) -> object:
    return press(talk, Action.CALL_MANAGER)


def climb_to_refund(talk: Talk) -> None:
    """Turn to the step that needs a manager."""
    press(talk, Action.NEXT_STEP)
    press(talk, Action.NEXT_STEP)
    assert talk.card.face.needs_manager


def matter(talk: Talk) -> Handover:
    """The newest hand-over."""
    return list(talk.books.handovers.kept.values())[-1]


def asked(talk: Talk) -> list[int]:
    """Whom the hand-over was put before, in order."""
    return [each.manager_id for each in talk.books.handovers.asked.values()]


def rulings(talk: Talk) -> list[RulingLetter]:
    """What the seller was told."""
    found = [(to, body) for to, body, _ in talk.books.letters if isinstance(body, RulingLetter)]
    assert {to for to, _ in found} <= {SELLER}
    return [body for _, body in found]


def briefs(talk: Talk) -> list[tuple[int, int, bool]]:
    """The briefs brought to managers' screens."""
    letters = talk.books.letters
    return [(to, each.brief_id, each.anew) for to, each, _ in letters if type(each) is BriefLetter]


def choosing(talk: Talk, choice: Choice, *, by: int = SARA, brief: int = FIRST) -> Answered:
    return choose(talk.books, brief, choice, by=by, seen=matter(talk).wanted)


def told(talk: Talk, choice: Choice, *, by: int = SARA, brief: int = FIRST) -> Told:
    return choosing(talk, choice, by=by, brief=brief).told


def seen(talk: Talk, brief: int = FIRST) -> Briefing:
    found = briefing(talk.books, brief)
    assert found is not None
    return found


# Whom a seller calls


def test_managers_are_asked_before_the_owner() -> None:
    shop = Shop(owner_id=1, manager_ids=frozenset({3, 2}))
    assert in_turn(shop) == (2, 3, 1)
    assert in_turn(Shop(owner_id=2, manager_ids=frozenset({3, 2}))) == (3, 2)
    assert in_turn(Shop(manager_ids=frozenset({3}))) == (3,)


def test_a_call_puts_a_brief_before_the_first_manager_and_sets_a_time(talk: Talk) -> None:
    assert call(talk) is Answer.MANAGER_CALLED
    assert briefs(talk) == [(SARA, FIRST, True)]
    until = talk.books.now + 600
    assert talk.books.later == [(SARA, PassOnLetter(FIRST), until)]
    assert talk.card.face.manager_called
    assert not talk.card.face.may_call


def test_the_shop_says_how_long_a_manager_has(talk: Talk) -> None:
    talk.books.shop = replace(talk.books.shop, handover_minutes=3)
    call(talk)
    assert talk.books.later[0][2] == talk.books.now + 180


def test_a_call_is_one_however_often_one_presses(talk: Talk) -> None:
    for _ in range(3):
        assert call(talk) is Answer.MANAGER_CALLED
    assert asked(talk) == [SARA]


def test_whoever_cannot_be_reached_is_passed_over(talk: Talk) -> None:
    talk.books.handovers.away = {SARA}
    call(talk)
    assert asked(talk) == [REZA]


def test_who_rests_is_asked_after_the_others_and_the_last_is_rung(talk: Talk) -> None:
    talk.books.handovers.resting = {SARA, OWNER}
    call(talk)
    assert not seen(talk).is_last_hope
    pass_on(talk.books, FIRST)
    assert not seen(talk, SECOND).is_last_hope
    pass_on(talk.books, SECOND)
    assert asked(talk) == [REZA, SARA, OWNER]
    assert seen(talk, THIRD).is_last_hope


def test_where_nobody_can_be_reached_the_seller_is_told_at_once(talk: Talk) -> None:
    talk.books.handovers.away = {SARA, REZA, OWNER}
    assert call(talk) is Answer.MANAGERS_AWAY
    assert not talk.card.face.manager_called
    assert talk.books.letters == []


@pytest.mark.parametrize(
    ("shop", "answer"),
    [(Shop(), Answer.NO_MANAGER), (Shop(owner_id=SELLER), Answer.DECIDE_YOURSELF)],
    ids=["nobody", "themself"],
)
def test_a_shop_with_no_other_manager_has_none_to_call(shop: Shop, answer: Answer) -> None:
    talk = Talk(PaperBooks(shop=shop))
    talk.customer(HOT)
    assert call(talk) is answer
    assert not talk.card.face.manager_called


def test_a_manager_who_sells_is_not_asked_about_their_own_customer(talk: Talk) -> None:
    talk.books.shop = replace(talk.books.shop, manager_ids=frozenset({SELLER, REZA}))
    call(talk)
    assert asked(talk) == [REZA]


# What the manager reads


def test_a_brief_says_who_what_how_it_went_and_the_last_words(talk: Talk) -> None:
    talk.customer("3 insult")
    talk.seller()
    call(talk)
    brief = seen(talk)
    assert (brief.seller, brief.customer) == ("نگار", "مریم رضایی")
    assert brief.tension is Tension.ABUSIVE
    assert brief.course == (Tension.HEATED, Tension.ABUSIVE)
    assert brief.steps_used == ("set_boundary",)
    assert brief.last_words == (HOT, "3 insult")
    assert (brief.standing, brief.minutes, brief.wanted) == (Standing.WAITING, 10, None)


def test_a_step_that_needs_a_manager_is_asked_about(talk: Talk) -> None:
    climb_to_refund(talk)
    call(talk)
    assert seen(talk).wanted is REFUND


ENDS: dict[str, tuple[Callable[[Talk], object], Standing]] = {
    "advised": (
        lambda talk: advise(talk.books, FIRST, "صبور باشید", by=SARA),
        Standing.SETTLED,
    ),
    "passed on": (lambda talk: pass_on(talk.books, FIRST), Standing.WITH_OTHER),
    "it worked": (lambda talk: press(talk, Action.WORKED), Standing.LAPSED),
    "not a problem": (lambda talk: press(talk, Action.DISMISS), Standing.LAPSED),
    "a manager no more": (
        lambda talk: setattr(
            talk.books, "shop", replace(talk.books.shop, manager_ids=frozenset({REZA}))
        ),
        Standing.NO_MANAGER,
    ),
}


@pytest.mark.parametrize(("end", "standing"), ENDS.values(), ids=list(ENDS))
def test_a_brief_that_is_settled_quotes_nobody_any_more(
    talk: Talk, end: Callable[[Talk], object], standing: Standing
) -> None:
    call(talk)
    end(talk)
    assert seen(talk).standing is standing
    assert seen(talk).last_words == ()
    assert seen(talk).reasons == ()


# The next manager


def test_who_does_not_answer_in_time_is_followed_by_the_next(talk: Talk) -> None:
    call(talk)
    assert pass_on(talk.books, FIRST)
    assert asked(talk) == [SARA, REZA]
    assert briefs(talk)[-2:] == [(REZA, SECOND, True), (SARA, FIRST, False)]
    assert (seen(talk).standing, seen(talk).who) == (Standing.WITH_OTHER, "رضا")
    assert seen(talk, SECOND).last_words == (HOT,)
    assert rulings(talk) == []


def test_after_the_last_the_seller_is_told_once_and_the_last_may_still_answer(talk: Talk) -> None:
    call(talk)
    for number in (FIRST, SECOND, THIRD, THIRD):
        pass_on(talk.books, number)
    assert asked(talk) == [SARA, REZA, OWNER]
    assert rulings(talk) == [RulingLetter(Ruling(Verdict.UNANSWERED), "مریم رضایی")]
    assert talk.card.face.ruling == Ruling(Verdict.UNANSWERED)
    assert talk.card.face.may_call
    assert seen(talk, THIRD).minutes is None
    assert told(talk, Choice.TAKE, by=OWNER, brief=THIRD) is Told.TAKEN


def test_a_manager_who_cannot_now_is_followed_at_once(talk: Talk) -> None:
    call(talk)
    assert told(talk, Choice.NOT_NOW) is Told.PASSED
    assert told(talk, Choice.NOT_NOW, by=REZA, brief=SECOND) is Told.PASSED
    assert told(talk, Choice.NOT_NOW, by=OWNER, brief=THIRD) is Told.LAST
    assert told(talk, Choice.NOT_NOW, by=OWNER, brief=THIRD) is Told.LAST
    assert [each.ruling.verdict for each in rulings(talk)] == [Verdict.UNANSWERED]


def test_a_time_that_is_over_changes_nothing_once_somebody_answered(talk: Talk) -> None:
    call(talk)
    told(talk, Choice.TAKE)
    pass_on(talk.books, FIRST)
    assert asked(talk) == [SARA]
    assert pass_on(talk.books, 404) is False


def test_a_seller_whom_nobody_answered_may_call_all_of_them_anew(talk: Talk) -> None:
    call(talk)
    for number in (FIRST, SECOND, THIRD):
        pass_on(talk.books, number)
    assert call(talk) is Answer.MANAGER_CALLED
    assert asked(talk) == [SARA, REZA, OWNER, SARA]
    assert seen(talk, THIRD).standing is Standing.LAPSED
    assert talk.card.face.ruling is None


def test_whether_another_is_left_is_known_before(talk: Talk) -> None:
    call(talk)
    found = matter_of(talk.books, FIRST)
    assert found is not None
    assert other_left(talk.books, found)
    talk.books.handovers.away = {REZA, OWNER}
    assert not other_left(talk.books, found)


# Taking it


def test_who_takes_it_is_on_the_card_and_in_a_note(talk: Talk) -> None:
    call(talk)
    assert told(talk, Choice.TAKE) is Told.TAKEN
    ruling = Ruling(Verdict.TAKEN, "سارا")
    assert talk.card.face.ruling == ruling
    assert rulings(talk) == [RulingLetter(ruling, "مریم رضایی")]
    assert talk.books.handovers.decided == [(SARA, Verdict.TAKEN, "نگار")]
    assert seen(talk).standing is Standing.TAKEN
    assert seen(talk).last_words == (HOT,)


def test_pressing_it_twice_takes_it_once(talk: Talk) -> None:
    call(talk)
    assert [told(talk, Choice.TAKE) for _ in range(3)] == [Told.TAKEN] * 3
    assert len(rulings(talk)) == 1


def test_of_two_who_take_it_one_wins_and_the_other_hears_who(talk: Talk) -> None:
    call(talk)
    pass_on(talk.books, FIRST)
    assert choosing(talk, Choice.TAKE) == Answered(Told.WITH_OTHER, "رضا")
    assert told(talk, Choice.TAKE, by=REZA, brief=SECOND) is Told.TAKEN
    assert choosing(talk, Choice.TAKE) == Answered(Told.TAKEN_BY_OTHER, "رضا")
    assert talk.card.face.ruling == Ruling(Verdict.TAKEN, "رضا")


def test_while_it_is_theirs_the_manager_hears_it_ring(talk: Talk) -> None:
    call(talk)
    told(talk, Choice.TAKE)
    before = len(briefs(talk))
    talk.customer("3 insult")
    assert briefs(talk)[before:] == [(SARA, FIRST, True)]
    assert talk.card.face.ruling == Ruling(Verdict.TAKEN, "سارا")
    assert seen(talk).last_words == (HOT, "3 insult")


def test_a_trouble_that_flares_up_on_a_new_card_is_still_theirs(talk: Talk) -> None:
    call(talk)
    told(talk, Choice.TAKE)
    talk.customer("0")
    assert talk.card.face.state is CardState.CALMED
    talk.customer("3 insult", after=3600)
    assert len(talk.books.cards) == 2
    assert talk.card.face.ruling == Ruling(Verdict.TAKEN, "سارا")
    assert not talk.card.face.may_call
    assert briefs(talk)[-1] == (SARA, FIRST, True)
    assert told(talk, Choice.DONE) is Told.DONE
    assert talk.card.face.ruling == Ruling(Verdict.DONE, "سارا")


def test_once_done_the_brief_is_closed_and_the_seller_may_call_again(talk: Talk) -> None:
    call(talk)
    told(talk, Choice.TAKE)
    assert told(talk, Choice.DONE) is Told.DONE
    assert (seen(talk).standing, seen(talk).last_words) == (Standing.SETTLED, ())
    assert talk.card.face.may_call
    assert [each.ruling.verdict for each in rulings(talk)] == [Verdict.TAKEN, Verdict.DONE]


def test_what_the_seller_has_ended_is_over_for_the_manager(talk: Talk) -> None:
    call(talk)
    press(talk, Action.WORKED)
    assert told(talk, Choice.TAKE) is Told.LAPSED
    assert advise(talk.books, FIRST, "؟", by=SARA).told is Told.LAPSED


def test_a_customer_who_calms_down_does_not_end_the_call(talk: Talk) -> None:
    call(talk)
    talk.customer("0")
    assert matter(talk).stage is Stage.WAITING
    assert told(talk, Choice.TAKE) is Told.TAKEN


# Advice


def test_advice_reaches_the_seller_and_settles_the_matter(talk: Talk) -> None:
    call(talk)
    assert advise(talk.books, FIRST, "اول دلجویی کنید", by=SARA).told is Told.ADVISED
    ruling = Ruling(Verdict.ADVISED, "سارا")
    assert rulings(talk) == [RulingLetter(ruling, "مریم رضایی", words="اول دلجویی کنید")]
    assert talk.card.face.ruling == ruling
    assert matter(talk).stage is Stage.SETTLED
    assert told(talk, Choice.TAKE) is Told.SETTLED


def test_advice_leaves_the_leave_that_was_asked_for_open(talk: Talk) -> None:
    climb_to_refund(talk)
    call(talk)
    advise(talk.books, FIRST, "اول دلجویی کنید", by=SARA)
    assert (seen(talk).standing, seen(talk).wanted) == (Standing.ADVISED, REFUND)
    assert told(talk, Choice.ALLOW) is Told.ALLOWED
    assert talk.card.face.allowed_by == "سارا"
    assert matter(talk).stage is Stage.SETTLED


def test_a_card_that_closes_leaves_nothing_to_decide_after_advice(talk: Talk) -> None:
    climb_to_refund(talk)
    call(talk)
    advise(talk.books, FIRST, "اول دلجویی کنید", by=SARA)
    talk.customer("0")
    assert seen(talk).standing is Standing.SETTLED
    assert told(talk, Choice.ALLOW) is Told.SETTLED


def test_a_call_after_advice_begins_from_the_first_manager(talk: Talk) -> None:
    climb_to_refund(talk)
    call(talk)
    advise(talk.books, FIRST, "اول دلجویی کنید", by=SARA)
    assert call(talk) is Answer.MANAGER_CALLED
    assert asked(talk) == [SARA, SARA]
    assert seen(talk).standing is Standing.LAPSED
    assert told(talk, Choice.ALLOW) is Told.LAPSED


def test_a_manager_who_sells_gives_leave_themself_and_it_is_kept(talk: Talk) -> None:
    talk.books.shop = replace(talk.books.shop, manager_ids=frozenset({SELLER, SARA}))
    climb_to_refund(talk)
    call(talk)
    for seen_before in (None, StepKind.OFFER_ALTERNATIVE):
        assert press(talk, Action.ALLOW, seen_before) is Answer.CHANGED
    assert talk.card.face.needs_manager
    assert press(talk, Action.ALLOW, REFUND) is Answer.ALLOWED
    assert talk.card.face.allowed_by == NAMES[SELLER]
    assert talk.books.handovers.decided == [(SELLER, Verdict.ALLOWED, NAMES[SELLER])]
    assert matter(talk).stage is Stage.LAPSED
    assert press(talk, Action.ALLOW, REFUND) is Answer.CHANGED


def test_who_advised_may_add_a_word(talk: Talk) -> None:
    call(talk)
    advise(talk.books, FIRST, "یک", by=SARA)
    assert told(talk, Choice.ADVISE) is Told.WRITE
    assert advise(talk.books, FIRST, "دو", by=SARA).told is Told.ADVISED
    assert [each.words for each in rulings(talk)] == ["یک", "دو"]


def test_who_took_it_may_advise_and_keeps_it(talk: Talk) -> None:
    call(talk)
    told(talk, Choice.TAKE)
    advise(talk.books, FIRST, "بگویید زنگ می‌زنم", by=SARA)
    assert matter(talk).stage is Stage.TAKEN
    assert talk.card.face.ruling == Ruling(Verdict.TAKEN, "سارا")


def test_advice_has_a_limit(talk: Talk) -> None:
    call(talk)
    assert advise(talk.books, FIRST, "م" * (LONGEST_ADVICE + 1), by=SARA).told is Told.TOO_LONG
    assert rulings(talk) == []


# Leave for a step that needs a manager


def test_leave_opens_the_step_on_the_sellers_card(talk: Talk) -> None:
    climb_to_refund(talk)
    assert press(talk, Action.ASK) is Answer.NEEDS_MANAGER
    call(talk)
    assert told(talk, Choice.ALLOW) is Told.ALLOWED
    face = talk.card.face
    assert (face.allowed_by, face.needs_manager) == ("سارا", False)
    assert rulings(talk) == [RulingLetter(Ruling(Verdict.ALLOWED, "سارا"), "مریم رضایی", REFUND)]
    assert press(talk, Action.ASK) is Answer.DONE


def test_leave_lasts_for_the_trouble_and_no_longer(talk: Talk) -> None:
    climb_to_refund(talk)
    call(talk)
    told(talk, Choice.ALLOW)
    press(talk, Action.OTHER_WORDS)
    assert talk.card.face.allowed_by == "سارا"
    talk.customer(HOT)
    assert talk.card.face.allowed_by == "سارا"
    talk.customer("0")
    talk.customer(HOT, after=48 * 3600)
    climb_to_refund(talk)


def spoken_of(talk: Talk, amount: int | None) -> None:
    """A sum is named in the conversation."""
    memory = replace(talk.conversation.memory, amount=amount)
    talk.books.save(replace(talk.conversation, memory=memory))


def test_leave_covers_no_larger_sum_than_the_one_it_was_given_for(talk: Talk) -> None:
    climb_to_refund(talk)
    spoken_of(talk, 200_000)
    call(talk)
    assert seen(talk).amount == 200_000
    told(talk, Choice.ALLOW)
    spoken_of(talk, 900_000)
    press(talk, Action.OTHER_WORDS)
    assert talk.card.face.needs_manager
    assert talk.card.face.may_call
    spoken_of(talk, 150_000)
    press(talk, Action.OTHER_WORDS)
    assert not talk.card.face.needs_manager


def test_who_refuses_leaves_the_step_closed(talk: Talk) -> None:
    climb_to_refund(talk)
    call(talk)
    assert told(talk, Choice.REFUSE) is Told.REFUSED
    assert talk.card.face.needs_manager
    assert talk.card.face.ruling == Ruling(Verdict.REFUSED, "سارا")
    assert rulings(talk)[0].kind is REFUND
    assert press(talk, Action.ASK) is Answer.NEEDS_MANAGER


def test_where_nothing_needs_leave_there_is_nothing_to_allow(talk: Talk) -> None:
    call(talk)
    assert told(talk, Choice.ALLOW) is Told.NOTHING_TO_ALLOW
    assert told(talk, Choice.REFUSE) is Told.NOTHING_TO_ALLOW


def test_leave_is_for_the_step_that_the_brief_showed(talk: Talk) -> None:
    climb_to_refund(talk)
    call(talk)
    for shown in (None, ALTERNATIVE):
        answered = choose(talk.books, FIRST, Choice.ALLOW, by=SARA, seen=shown)
        assert answered.told is Told.NOTHING_TO_ALLOW
    assert talk.card.face.needs_manager


def test_a_step_that_needs_a_manager_later_is_added_to_the_call(talk: Talk) -> None:
    call(talk)
    assert not talk.card.face.may_call
    climb_to_refund(talk)
    assert talk.card.face.may_call
    assert call(talk) is Answer.MANAGER_CALLED
    assert asked(talk) == [SARA]
    assert briefs(talk) == [(SARA, FIRST, True)] * 2
    assert not talk.card.face.may_call
    assert told(talk, Choice.ALLOW) is Told.ALLOWED


def test_who_took_it_may_allow_and_keeps_it(talk: Talk) -> None:
    climb_to_refund(talk)
    call(talk)
    told(talk, Choice.TAKE)
    assert told(talk, Choice.ALLOW) is Told.ALLOWED
    assert (matter(talk).stage, matter(talk).wanted) == (Stage.TAKEN, None)
    assert talk.card.face.allowed_by == "سارا"
    assert talk.card.face.ruling == Ruling(Verdict.TAKEN, "سارا")


def test_a_step_that_needs_nobody_asks_no_leave(talk: Talk) -> None:
    assert talk.card.face.advice is not None
    assert talk.card.face.advice.kind is ACKNOWLEDGE
    call(talk)
    assert matter(talk).wanted is None


# Who may


@pytest.mark.parametrize(
    ("by", "brief", "answer"),
    [
        (SELLER, FIRST, Told.NOT_MANAGER),  # the seller themself, by a press made up
        (77, FIRST, Told.NOT_MANAGER),  # nobody of the shop
        (REZA, FIRST, Told.NOT_YOURS),  # a manager, but it was not put before them
        (SARA, 404, Told.NOT_YOURS),  # a brief that is not there
    ],
)
@pytest.mark.parametrize("choice", Choice)
def test_only_who_was_asked_may_decide(
    talk: Talk, choice: Choice, by: int, brief: int, answer: Told
) -> None:
    climb_to_refund(talk)
    call(talk)
    assert told(talk, choice, by=by, brief=brief) is answer
    assert advise(talk.books, brief, "؟", by=by).told is answer
    assert rulings(talk) == []
    assert matter(talk).stage is Stage.WAITING


def test_who_is_a_manager_no_more_may_decide_nothing(talk: Talk) -> None:
    call(talk)
    talk.books.shop = replace(talk.books.shop, manager_ids=frozenset({REZA}))
    assert told(talk, Choice.TAKE) is Told.NOT_MANAGER


def test_buttons_that_were_not_offered_do_nothing(talk: Talk) -> None:
    call(talk)
    assert told(talk, Choice.DONE) is Told.NOT_YOURS  # not taken yet
    told(talk, Choice.TAKE)
    assert told(talk, Choice.NOT_NOW) is Told.NOT_YOURS  # taken
    assert talk.card.face.ruling == Ruling(Verdict.TAKEN, "سارا")
