"""Every button of a card, in every state that a card can be in."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.advice import Audience
from bot.core.card import CardState
from bot.core.conversation import Who
from bot.core.course import Leave
from bot.core.press import Action, Answer, Outgoing, Press
from bot.core.window import BUSINESS_WINDOW_SECONDS
from bot.core.wording import has_blank
from tests.core.cast import (
    ACKNOWLEDGE,
    ALTERNATIVE,
    MANAGER,
    PART,
    REFUND,
    SELLER,
    PaperBooks,
    Talk,
    place,
)

HOT = "2 complaint"
DRAFT = "FA complaint acknowledge_feelings one"


@pytest.fixture
def talk() -> Talk:
    """A conversation with one open card."""
    talk = Talk()
    talk.customer(HOT)
    return talk


def press(
    talk: Talk, action: Action, *, draft: int = 0, by: int = SELLER, card: int | None = None
) -> Answer | Outgoing:
    number = talk.card.id if card is None else card
    return talk.desk.press(talk.books, Press(number, action, by, talk.now + 5, draft))


def confirmed(talk: Talk) -> Outgoing:
    """Ask for the first draft and confirm it."""
    assert press(talk, Action.ASK) is Answer.DONE
    outgoing = press(talk, Action.SEND)
    assert isinstance(outgoing, Outgoing)
    return outgoing


def received(talk: Talk) -> None:
    """Send the first draft; it reaches the customer."""
    confirmed(talk)
    talk.desk.sent(talk.books, talk.card.id, message_id=50, at=talk.now)


# The whole table

OUTGOING = Outgoing("bc", 5, DRAFT)
CLOSED: dict[Action, Answer | Outgoing] = dict.fromkeys(Action, Answer.CLOSED)

STATES: dict[str, tuple[Callable[[Talk], object], dict[Action, Answer | Outgoing]]] = {
    "open": (
        lambda talk: None,
        {
            Action.ASK: Answer.DONE,
            Action.SEND: Answer.CHANGED,  # nothing was asked, or not any more
            Action.BACK: Answer.DONE,
            Action.NEXT_STEP: Answer.DONE,
            Action.OTHER_WORDS: Answer.DONE,
            Action.WORKED: Answer.WORKED,
            Action.DISMISS: Answer.DISMISSED,
            Action.MUTE: Answer.MUTED,
            Action.UNMUTE: Answer.CLOSED,
            Action.CALL_MANAGER: Answer.MANAGER_CALLED,
            Action.ALLOW: Answer.NEEDS_MANAGER,
        },
    ),
    "asking": (
        lambda talk: press(talk, Action.ASK),
        {
            Action.ASK: Answer.DONE,
            Action.SEND: OUTGOING,
            Action.BACK: Answer.DONE,
            Action.NEXT_STEP: Answer.DONE,
            Action.OTHER_WORDS: Answer.DONE,
            Action.WORKED: Answer.WORKED,
            Action.DISMISS: Answer.DISMISSED,
            Action.MUTE: Answer.MUTED,
            Action.UNMUTE: Answer.CLOSED,
            Action.CALL_MANAGER: Answer.MANAGER_CALLED,
            Action.ALLOW: Answer.NEEDS_MANAGER,
        },
    ),
    "sending": (
        confirmed,
        {
            Action.ASK: Answer.UNSURE,
            Action.SEND: Answer.UNSURE,  # a second press must not send twice
            Action.BACK: Answer.DONE,
            Action.NEXT_STEP: Answer.DONE,
            Action.OTHER_WORDS: Answer.DONE,
            Action.WORKED: Answer.WORKED,
            Action.DISMISS: Answer.DISMISSED,
            Action.MUTE: Answer.MUTED,
            Action.UNMUTE: Answer.CLOSED,
            Action.CALL_MANAGER: Answer.MANAGER_CALLED,
            Action.ALLOW: Answer.NEEDS_MANAGER,
        },
    ),
    "sent": (
        received,
        {
            Action.ASK: Answer.DONE,
            Action.SEND: Answer.SENDING,  # pressed twice, sent once
            Action.BACK: Answer.DONE,
            Action.NEXT_STEP: Answer.DONE,
            Action.OTHER_WORDS: Answer.DONE,
            Action.WORKED: Answer.WORKED,
            Action.DISMISS: Answer.DISMISSED,
            Action.MUTE: Answer.MUTED,
            Action.UNMUTE: Answer.CLOSED,
            Action.CALL_MANAGER: Answer.MANAGER_CALLED,
            Action.ALLOW: Answer.NEEDS_MANAGER,
        },
    ),
    "calmed": (
        lambda talk: talk.customer("0"),
        CLOSED
        | {
            Action.ASK: Answer.DONE,
            Action.SEND: Answer.CHANGED,
            Action.BACK: Answer.DONE,
        },
    ),
    "worked": (lambda talk: press(talk, Action.WORKED), CLOSED),
    "dismissed": (lambda talk: press(talk, Action.DISMISS), CLOSED),
    "muted": (lambda talk: press(talk, Action.MUTE), CLOSED | {Action.UNMUTE: Answer.UNMUTED}),
}


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("state", STATES)
def test_each_button_in_each_state(talk: Talk, state: str, action: Action) -> None:
    arrive, answers = STATES[state]
    arrive(talk)
    cards, shown = dict(talk.books.cards), len(talk.books.shown)
    answer = press(talk, action)
    assert answer == answers[action]
    if answer is Answer.CLOSED:
        assert talk.books.cards == cards
        assert len(talk.books.shown) == shown


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("action", Action)
def test_nobody_else_presses(talk: Talk, state: str, action: Action) -> None:
    STATES[state][0](talk)
    before = (dict(talk.books.cards), list(talk.books.presses), dict(talk.books.conversations))
    assert press(talk, action, by=MANAGER) is Answer.NOT_YOURS
    assert before == (talk.books.cards, talk.books.presses, talk.books.conversations)


@pytest.mark.parametrize("action", Action)
def test_a_card_that_never_was(talk: Talk, action: Action) -> None:
    assert press(talk, action, card=404) is Answer.GONE
    assert talk.books.presses == []


def test_presses_are_kept_with_who_and_what(talk: Talk) -> None:
    press(talk, Action.OTHER_WORDS)
    press(talk, Action.WORKED)
    press(talk, Action.MUTE)  # too late, and not kept
    assert talk.books.presses == [(1, SELLER, "words"), (1, SELLER, "worked")]


# Send as me


def test_asking_shows_what_would_be_sent_and_back_takes_it_away(talk: Talk) -> None:
    press(talk, Action.ASK, draft=1)
    assert talk.card.face.asking == "FA complaint acknowledge_feelings two"
    press(talk, Action.BACK)
    assert talk.card.face.asking is None


def test_a_confirmed_draft_goes_to_the_customer_by_the_sellers_connection(talk: Talk) -> None:
    assert confirmed(talk) == Outgoing(connection_id="bc", chat_id=5, text=DRAFT)
    assert (talk.card.face.asking, talk.card.face.sending) == (None, DRAFT)


def test_what_was_sent_is_the_sellers_turn_and_uses_the_step(talk: Talk) -> None:
    confirmed(talk)
    talk.desk.sent(talk.books, talk.card.id, message_id=50, at=talk.now + 6)
    assert (talk.card.face.sending, talk.card.face.sent) == (None, DRAFT)
    turn = talk.books.turns[1, 50]
    assert (turn.who, turn.text) == (Who.SELLER, DRAFT)
    assert talk.conversation.course.used == {ACKNOWLEDGE}
    assert talk.conversation.memory.unanswered == 0


def test_a_receipt_that_comes_twice_counts_once(talk: Talk) -> None:
    confirmed(talk)
    for _ in range(2):
        talk.desk.sent(talk.books, talk.card.id, message_id=50, at=talk.now)
    assert len(talk.books.turns) == 2
    assert len(talk.conversation.memory.recent) == 2


@pytest.mark.parametrize("meanwhile", [HOT, "3 insult", "0"])
def test_what_was_sent_counts_even_if_the_customer_wrote_meanwhile(
    talk: Talk, meanwhile: str
) -> None:
    confirmed(talk)
    talk.customer(meanwhile)
    talk.desk.sent(talk.books, 1, message_id=50, at=talk.now)
    assert talk.books.turns[1, 50].text == DRAFT
    assert talk.conversation.memory.unanswered == 0
    assert (talk.card.face.sending, talk.card.face.sent) == (None, DRAFT)


REFUSALS = [
    # Telegram refused this message: the buttons come back
    (True, True),
    # Telegram took the right away: they do not
    (False, False),
]


@pytest.mark.parametrize(("may_send", "can_send"), REFUSALS)
def test_what_was_refused_was_not_said(talk: Talk, may_send: bool, can_send: bool) -> None:
    confirmed(talk)
    talk.desk.not_sent(talk.books, talk.card.id, may_send=may_send)
    assert talk.card.face.sending is None
    assert talk.card.face.sent is None
    assert talk.card.face.can_send is can_send
    assert len(talk.books.turns) == 1
    assert talk.conversation.course.used == frozenset()


def test_a_redelivered_press_on_what_was_sent_says_so(talk: Talk) -> None:
    received(talk)
    before = talk.card
    assert talk.desk.unsure(talk.books, talk.card.id) is Answer.SENDING
    assert talk.card == before


def test_a_draft_of_unknown_fate_is_for_the_seller_to_look_up(talk: Talk) -> None:
    confirmed(talk)
    assert talk.desk.unsure(talk.books, talk.card.id) is Answer.UNSURE
    assert talk.card.face.sending is None


def test_what_was_sent_before_says_nothing_of_the_next_draft(talk: Talk) -> None:
    received(talk)
    press(talk, Action.ASK, draft=1)
    press(talk, Action.SEND)
    assert talk.desk.unsure(talk.books, talk.card.id) is Answer.UNSURE
    assert talk.desk.unsure(talk.books, talk.card.id) is Answer.UNSURE


def test_confirming_a_card_that_has_changed_asks_to_choose_again(talk: Talk) -> None:
    press(talk, Action.ASK)
    talk.customer("3 insult")
    assert press(talk, Action.SEND) is Answer.CHANGED
    assert talk.card.face.sending is None


def test_reports_about_a_card_that_never_was_are_passed_over(talk: Talk) -> None:
    talk.desk.sent(talk.books, 404, message_id=50, at=0.0)
    talk.desk.not_sent(talk.books, 404, may_send=True)
    assert talk.books.shown == [(1, True)]


def test_without_the_right_to_reply_nothing_is_asked() -> None:
    talk = Talk(PaperBooks(may_send=False))
    talk.customer(HOT)
    assert press(talk, Action.ASK) is Answer.MAY_NOT_SEND
    assert talk.card.face.asking is None


@pytest.mark.parametrize("draft", [2, 10**9, -1, -3])
def test_a_draft_that_is_not_on_the_card_is_gone(talk: Talk, draft: int) -> None:
    assert press(talk, Action.ASK, draft=draft) is Answer.GONE
    assert talk.card.face.asking is None


def test_a_draft_with_a_blank_is_for_the_seller_to_write(talk: Talk) -> None:
    face = talk.card.face
    assert face.advice is not None
    blank = replace(face.advice, drafts=("تا ساعت … می‌فرستم",))
    assert has_blank(blank.drafts[0])
    talk.books.change_card(1, replace(face, advice=blank), anew=False)
    assert press(talk, Action.ASK) is Answer.FILL_BLANK


def test_a_refund_above_the_limit_is_not_the_sellers_to_send(talk: Talk) -> None:
    press(talk, Action.NEXT_STEP)
    press(talk, Action.NEXT_STEP)
    assert talk.card.face.advice is not None
    assert talk.card.face.advice.kind is REFUND
    assert press(talk, Action.ASK) is Answer.NEEDS_MANAGER


# A larger sum is spoken of, and the card is not drawn anew


@pytest.fixture
def at_refund() -> Talk:
    """A card at a refund of 300,000, which the seller may give alone."""
    talk = Talk(PaperBooks(seller_audience=Audience(refund_limit=500_000)))
    talk.customer(HOT)
    spoken_of(talk, 300_000)
    press(talk, Action.NEXT_STEP)
    press(talk, Action.NEXT_STEP)
    assert talk.card.face.advice is not None
    assert talk.card.face.advice.kind is REFUND
    assert not talk.card.face.needs_manager
    return talk


def spoken_of(talk: Talk, amount: int | None, *leaves: Leave) -> None:
    """A sum is named, and managers may have given leave."""
    conversation = talk.conversation
    memory = replace(conversation.memory, amount=amount)
    course = replace(conversation.course, leaves=leaves)
    talk.books.save(replace(conversation, memory=memory, course=course))


LARGER = pytest.mark.parametrize("amount", [4_000_000, None])  # None: named, and not read


@LARGER
def test_a_draft_is_asked_about_by_the_sum_spoken_of_now(
    at_refund: Talk, amount: int | None
) -> None:
    spoken_of(at_refund, amount)
    drawn = at_refund.card.face.advice
    assert press(at_refund, Action.ASK) is Answer.NEEDS_MANAGER
    face = at_refund.card.face
    assert face.needs_manager
    assert face.may_call
    assert face.asking is None
    assert drawn is not None
    assert face.advice == replace(drawn, needs_manager=True)  # its words as they were


@LARGER
def test_a_confirmed_draft_goes_by_the_sum_spoken_of_now(
    at_refund: Talk, amount: int | None
) -> None:
    assert press(at_refund, Action.ASK) is Answer.DONE
    spoken_of(at_refund, amount)
    assert press(at_refund, Action.SEND) is Answer.NEEDS_MANAGER
    face = at_refund.card.face
    assert face.needs_manager
    assert (face.asking, face.sending) == (None, None)


def test_the_card_says_once_that_a_larger_sum_needs_the_manager(at_refund: Talk) -> None:
    spoken_of(at_refund, 4_000_000)
    press(at_refund, Action.ASK)
    shown = list(at_refund.books.shown)
    assert press(at_refund, Action.ASK) is Answer.NEEDS_MANAGER
    assert at_refund.books.shown == shown


def test_leave_for_a_smaller_sum_sends_no_larger_one(at_refund: Talk) -> None:
    leave = Leave(REFUND, 900_000, "سارا")
    spoken_of(at_refund, 900_000, leave)
    assert press(at_refund, Action.ASK) is Answer.DONE
    assert at_refund.card.face.allowed_by == "سارا"
    spoken_of(at_refund, 4_000_000, leave)
    assert press(at_refund, Action.SEND) is Answer.NEEDS_MANAGER
    assert at_refund.card.face.allowed_by is None


def test_a_sum_within_the_limit_again_can_be_sent(at_refund: Talk) -> None:
    spoken_of(at_refund, 4_000_000)
    press(at_refund, Action.ASK)
    spoken_of(at_refund, 200_000)
    assert press(at_refund, Action.ASK) is Answer.DONE
    assert isinstance(press(at_refund, Action.SEND), Outgoing)


def test_the_sellers_own_words_do_not_wait_for_leave_of_the_step(at_refund: Talk) -> None:
    face = replace(at_refund.card.face, asking="سلام، همین الان پیگیری می‌کنم")
    at_refund.books.change_card(1, face, anew=True)
    spoken_of(at_refund, 4_000_000)
    assert isinstance(press(at_refund, Action.SEND), Outgoing)


def test_an_older_card_goes_by_its_own_step(at_refund: Talk) -> None:
    at_refund.customer("0")
    calmed = at_refund.card.id
    at_refund.customer(HOT)
    assert at_refund.card.id != calmed
    while at_refund.card.face.advice and at_refund.card.face.advice.kind is not REFUND:
        press(at_refund, Action.NEXT_STEP)
    spoken_of(at_refund, 4_000_000)
    assert press(at_refund, Action.ASK, card=calmed) is Answer.DONE
    assert press(at_refund, Action.ASK) is Answer.NEEDS_MANAGER


WINDOW = [
    # to the last second of Telegram's 24 hours
    (BUSINESS_WINDOW_SECONDS, Answer.DONE),
    # and no longer
    (BUSINESS_WINDOW_SECONDS + 1, Answer.WINDOW_CLOSED),
]


@pytest.mark.parametrize(("later", "answer"), WINDOW)
def test_a_silent_chat_closes_after_a_day(talk: Talk, later: float, answer: Answer) -> None:
    asked = Press(1, Action.ASK, SELLER, talk.now + later)
    assert talk.desk.press(talk.books, asked) is answer


def test_a_chat_without_a_connection_cannot_be_written_to() -> None:
    talk = Talk(where=place("group:-100:5", connection_id=None))
    talk.customer(HOT)
    press(talk, Action.ASK)
    assert press(talk, Action.SEND) is Answer.MAY_NOT_SEND
    assert talk.card.face.sending is None


# Leafing


def test_next_step_shows_the_next_rung_and_uses_nothing(talk: Talk) -> None:
    press(talk, Action.ASK)
    press(talk, Action.NEXT_STEP)
    face = talk.card.face
    assert face.advice is not None
    assert (face.advice.step, face.advice.kind) == (2, ALTERNATIVE)
    assert face.asking is None
    assert talk.conversation.course.used == frozenset()


@pytest.mark.parametrize("alarm", [HOT, "3 complaint"])
def test_the_next_alarm_keeps_the_page_the_seller_leafed_to(talk: Talk, alarm: str) -> None:
    press(talk, Action.NEXT_STEP)
    talk.customer(alarm)
    assert talk.card.face.advice is not None
    assert talk.card.face.advice.kind is ALTERNATIVE


@pytest.mark.parametrize("leaf", [Action.NEXT_STEP, Action.OTHER_WORDS])
@pytest.mark.parametrize("may_send", [True, False])
def test_leafing_looks_anew_whether_aram_may_write(
    talk: Talk, leaf: Action, may_send: bool
) -> None:
    talk.books.change_card(1, replace(talk.card.face, can_send=not may_send), anew=False)
    talk.books.may_send = may_send
    press(talk, leaf)
    assert talk.card.face.can_send is may_send


def test_next_step_passes_what_was_used_before(talk: Talk) -> None:
    course = talk.conversation.course.with_step_used(ALTERNATIVE)
    talk.books.save(replace(talk.conversation, course=course))
    press(talk, Action.NEXT_STEP)
    assert talk.card.face.advice is not None
    assert talk.card.face.advice.kind is REFUND


def test_next_step_ends_at_the_top(talk: Talk) -> None:
    for _ in range(6):
        assert press(talk, Action.NEXT_STEP) is Answer.DONE
    assert talk.card.face.advice is not None
    assert talk.card.face.advice.kind is PART
    assert not talk.card.face.advice.more_steps


def test_other_words_change_the_drafts_and_use_nothing(talk: Talk) -> None:
    before = talk.card.face.advice
    press(talk, Action.OTHER_WORDS)
    after = talk.card.face.advice
    assert before is not None
    assert after is not None
    assert after.drafts != before.drafts
    assert replace(after, drafts=before.drafts, marks=before.marks) == before
    assert talk.conversation.course.used == frozenset()


def test_leafing_is_silent(talk: Talk) -> None:
    press(talk, Action.NEXT_STEP)
    press(talk, Action.OTHER_WORDS)
    assert talk.books.shown == [(1, True), (1, False), (1, False)]


# Ends


def test_it_worked_closes_the_card(talk: Talk) -> None:
    press(talk, Action.WORKED)
    assert talk.card.face.state is CardState.WORKED
    assert talk.conversation.card_id is None
    assert talk.conversation.course.showing is None


@pytest.mark.parametrize("end", [Action.WORKED, Action.DISMISS])
def test_a_new_trouble_starts_at_the_foot(talk: Talk, end: Action) -> None:
    for _ in range(4):
        talk.seller()
        talk.customer(HOT)
    press(talk, end)
    talk.customer("3 complaint")
    assert talk.card.id == 2
    assert talk.card.face.advice is not None
    assert talk.card.face.advice.kind is ACKNOWLEDGE


def test_not_a_problem_keeps_quiet_until_it_gets_worse(talk: Talk) -> None:
    press(talk, Action.DISMISS)
    assert talk.card.face.state is CardState.DISMISSED
    talk.customer(HOT)
    assert talk.books.states() == [CardState.DISMISSED]
    talk.customer("3 insult")
    assert talk.books.states() == [CardState.DISMISSED, CardState.OPEN]
    assert talk.books.shown[-1] == (2, True)


def test_a_muted_conversation_is_silent_until_it_is_unmuted(talk: Talk) -> None:
    press(talk, Action.MUTE)
    talk.customer("3 insult")
    talk.customer("0")
    assert talk.books.states() == [CardState.MUTED]
    assert talk.books.shown == [(1, True), (1, False)]
    assert talk.conversation.memory.heard == 3
    press(talk, Action.UNMUTE)
    assert talk.books.states() == [CardState.OPEN]
    talk.customer("3 insult")
    assert talk.books.shown[-1] == (1, True)
    assert len(talk.books.cards) == 1


# Words sent


def test_a_draft_that_reached_the_customer_is_kept_as_sent(talk: Talk) -> None:
    received(talk)
    assert talk.card.face.advice is not None
    assert list(talk.books.sent[SELLER]) == [talk.card.face.advice.marks[0]]


def test_two_customers_in_a_row_are_not_offered_the_same_words_first(talk: Talk) -> None:
    received(talk)
    other = Talk(talk.books, place("chat:11:6"))
    other.customer(HOT)
    assert other.card.face.advice is not None
    assert other.card.face.advice.drafts[0] != DRAFT
    assert DRAFT not in other.card.face.advice.drafts


def test_words_that_were_not_sent_are_offered_again(talk: Talk) -> None:
    confirmed(talk)
    talk.desk.not_sent(talk.books, talk.card.id, may_send=True)
    assert talk.books.sent == {}


def test_other_words_page_through_all_of_them(talk: Talk) -> None:
    seen: list[str] = []
    for _ in range(2):
        assert talk.card.face.advice is not None
        seen += talk.card.face.advice.drafts
        press(talk, Action.OTHER_WORDS)
    assert {draft.split()[-1] for draft in seen} == {"one", "two", "three"}
