"""Every message is heard once, and a conversation has one card."""

from dataclasses import replace

import pytest

from bot.core.assessment import Situation, Tension
from bot.core.card import CardState
from bot.core.pace import Move, Quiet
from tests.core.cast import ACKNOWLEDGE, ALTERNATIVE, CARE, SELLER, PaperBooks, Talk, place

HOT = "2 complaint"


@pytest.fixture
def talk() -> Talk:
    return Talk()


def test_an_ordinary_message_is_kept_and_nothing_is_shown(talk: Talk) -> None:
    talk.customer("0")
    assert talk.books.shown == []
    assert [heard.decision for _, heard in talk.books.assessed] == [Quiet.CALM]
    assert talk.conversation.memory.heard == 1


def test_a_heated_one_opens_a_card_with_the_first_step(talk: Talk) -> None:
    talk.customer(HOT)
    face = talk.card.face
    assert talk.books.shown == [(1, True)]
    assert talk.conversation.card_id == 1
    assert (face.state, face.tension, face.quote) == (CardState.OPEN, Tension.HEATED, HOT)
    assert face.customer == "مریم رضایی"
    assert face.advice is not None
    assert face.advice.kind is ACKNOWLEDGE


def test_trouble_that_stays_edits_the_card(talk: Talk) -> None:
    talk.customer(HOT)
    talk.customer(f"{HOT} refund_demand")
    assert talk.books.shown == [(1, True), (1, False)]
    assert talk.card.face.quote == f"{HOT} refund_demand"


def test_trouble_that_rises_sends_the_same_card_anew(talk: Talk) -> None:
    talk.customer("1 complaint")
    talk.customer("3 insult")
    assert talk.books.shown == [(1, True), (1, True)]
    assert len(talk.books.cards) == 1


def test_a_flood_of_ups_and_downs_rings_once(talk: Talk) -> None:
    for text in ("3 insult", HOT) * 10:
        talk.customer(text)
    assert [anew for _, anew in talk.books.shown] == [True] + [False] * 19
    assert talk.card.face.tension is Tension.HEATED


def test_a_conversation_rings_no_more_often_than_there_are_tensions(talk: Talk) -> None:
    for text in ("0 complaint", "1 complaint", HOT, "1 complaint", "3 insult", HOT) * 5:
        talk.customer(text)
    assert sum(anew for _, anew in talk.books.shown) == len(Tension)


def test_trouble_that_ends_closes_the_card_with_words_for_afterwards(talk: Talk) -> None:
    talk.customer(HOT)
    talk.customer("0")
    assert talk.card.face.state is CardState.CALMED
    assert talk.card.face.advice is not None
    assert talk.card.face.advice.kind is CARE
    assert talk.conversation.card_id is None
    assert talk.books.assessed[-1][1].decision is Move.CLOSE


def test_trouble_that_comes_back_opens_another_card(talk: Talk) -> None:
    for text in (HOT, "0", HOT):
        talk.customer(text)
    assert talk.books.states() == [CardState.CALMED, CardState.OPEN]
    assert talk.conversation.card_id == 2


def test_a_redelivered_message_changes_nothing(talk: Talk) -> None:
    said = talk.customer(HOT)
    before = talk.conversation
    talk.listener.hear(talk.books, said)
    assert talk.conversation == before
    assert talk.books.shown == [(1, True)]
    assert len(talk.books.assessed) == 1


def test_the_seller_is_heard_and_never_assessed(talk: Talk) -> None:
    talk.seller("3 insult")
    assert talk.books.assessed == []
    assert talk.books.shown == []
    assert talk.conversation.memory.heard == 0
    assert len(talk.conversation.memory.recent) == 1


def test_the_sellers_answer_moves_the_next_card_a_step_on(talk: Talk) -> None:
    talk.customer(HOT)
    talk.seller()
    talk.customer(HOT)
    assert talk.card.face.advice is not None
    assert talk.card.face.advice.kind is ALTERNATIVE


def test_an_edited_message_is_assessed_anew_in_its_place(talk: Talk) -> None:
    said = talk.customer("0")
    talk.edited(said, HOT)
    assert talk.books.shown == [(1, True)]
    assert [turn_id for turn_id, _ in talk.books.assessed] == [1, 1]
    assert talk.conversation.memory.heard == 1
    assert talk.conversation.memory.seen == ((Situation.COMPLAINT, 1),)


def test_an_edit_that_changes_no_word_changes_nothing(talk: Talk) -> None:
    said = talk.customer(HOT)
    talk.edited(said, HOT)
    assert talk.books.shown == [(1, True)]
    assert len(talk.books.assessed) == 1


def test_an_edited_older_message_is_kept_and_not_assessed(talk: Talk) -> None:
    said = talk.customer("0")
    talk.customer("0")
    talk.edited(said, HOT)
    assert talk.books.turns[1, said.message_id].text == HOT
    assert talk.books.shown == []
    assert len(talk.books.assessed) == 2


def test_of_two_messages_in_one_second_the_edited_one_is_meant(talk: Talk) -> None:
    first = talk.customer("0")
    talk.customer("1 complaint", after=0.0)
    talk.edited(first, "0 nagging")
    assert talk.conversation.memory.heard == 2
    assert talk.conversation.memory.seen == ((Situation.COMPLAINT, 1),)


def test_an_edit_of_a_message_never_heard_is_not_heard_either(talk: Talk) -> None:
    said = talk.customer("0")
    talk.edited(replace(said, message_id=77), HOT)
    assert talk.books.shown == []
    assert talk.conversation.memory.heard == 1


def test_the_sellers_edited_answer_replaces_the_first(talk: Talk) -> None:
    talk.customer(HOT)
    talk.edited(talk.seller("چشم"), "چشم، تا شب")
    recent = talk.conversation.memory.recent
    assert [past.folded for past in recent] == [HOT, "چشم، تا شب"]


def test_conversations_do_not_know_of_each_other() -> None:
    books = PaperBooks()
    maryam, ali = Talk(books), Talk(books, place("chat:11:6"))
    maryam.customer(HOT)
    ali.customer("0")
    assert books.states(1) == [CardState.OPEN]
    assert books.states(2) == []
    assert ali.conversation.memory.tension is Tension.CALM


@pytest.mark.parametrize("may_send", [True, False])
def test_a_card_says_whether_aram_may_write_as_the_seller(may_send: bool) -> None:
    talk = Talk(PaperBooks(may_send=may_send))
    talk.customer(HOT)
    assert talk.card.face.can_send is may_send


# What goes on beside the card's words stays when the words change


def test_a_called_manager_stays_called_when_the_card_changes(talk: Talk) -> None:
    talk.customer(HOT)
    called = replace(talk.card.face, manager_called=True)
    talk.books.change_card(1, called, anew=False)
    talk.customer(HOT)
    assert talk.card.face.manager_called
    talk.customer("0")
    assert talk.card.face.manager_called


@pytest.mark.parametrize("meanwhile", [HOT, "3 insult", "0"])
def test_a_draft_on_its_way_stays_so_when_the_customer_writes(talk: Talk, meanwhile: str) -> None:
    talk.customer(HOT)
    talk.books.change_card(1, replace(talk.card.face, sending="چشم"), anew=False)
    talk.customer(meanwhile)
    assert talk.card.face.sending == "چشم"


def test_a_question_to_confirm_goes_when_the_advice_changes(talk: Talk) -> None:
    talk.customer(HOT)
    talk.books.change_card(1, replace(talk.card.face, asking="چشم"), anew=False)
    talk.customer("3 insult")
    assert talk.card.face.asking is None


# Words that a seller copied and sent

DRAFT = "FA complaint acknowledge_feelings one"
COPIED = [
    # as it is
    (DRAFT, True),
    # with other white space and marks, in small letters
    ("fa  complaint\nacknowledge_feelings: one!", True),
    # a small edit
    ("FA complaint acknowledge_feelings one 🌹 ok", True),
    # another draft's words, hardly
    ("FA complaint", False),
    # something else
    ("سلام، الان پیگیری می‌کنم", False),
    # nothing
    ("", False),
]


@pytest.mark.parametrize(("text", "kept"), COPIED)
def test_a_draft_that_the_seller_typed_counts_as_sent(talk: Talk, text: str, kept: bool) -> None:
    talk.customer(HOT)
    advice = talk.card.face.advice
    assert advice is not None
    talk.seller(text)
    assert list(talk.books.sent.get(SELLER, {})) == ([advice.marks[0]] if kept else [])


def test_without_a_card_no_words_count_as_sent(talk: Talk) -> None:
    talk.seller(DRAFT)
    assert talk.books.sent == {}
