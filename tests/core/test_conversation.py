"""The memory of a conversation: bounded, countable, and able to forget its newest turn."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.assessment import Situation, Tension
from bot.core.conversation import REMEMBERED_TURNS, Channel, Memory, Past, Unread, Who

moments = st.floats(0, 1e9)
situations = st.frozensets(st.sampled_from(Situation), max_size=3)
customer_turns = st.builds(
    Past,
    who=st.just(Who.CUSTOMER),
    at=moments,
    folded=st.text(max_size=20),
    tension=st.sampled_from(Tension),
    situations=situations,
    risk=st.floats(0, 1),
)
seller_turns = st.builds(Past, who=st.just(Who.SELLER), at=moments, folded=st.text(max_size=20))
talks = st.lists(customer_turns | seller_turns, max_size=30)


def after(memory: Memory, past: Past) -> Memory:
    if past.who is Who.SELLER:
        return memory.after_seller(past)
    return memory.after_customer(past, language="fa")


def remembered(talk: list[Past]) -> Memory:
    memory = Memory()
    for past in talk:
        memory = after(memory, past)
    return memory


@given(talks)
def test_memory_holds_the_newest_turns_and_no_more(talk: list[Past]) -> None:
    assert remembered(talk).recent == tuple(talk[-REMEMBERED_TURNS:])


@given(talks)
def test_memory_counts_the_whole_conversation(talk: list[Past]) -> None:
    memory = remembered(talk)
    customers = [past for past in talk if past.who is Who.CUSTOMER]
    newest_first = list(reversed(talk))
    last_answer = next((i for i, p in enumerate(newest_first) if p.who is Who.SELLER), len(talk))
    waiting = [past for past in newest_first[:last_answer] if past.who is Who.CUSTOMER]
    assert memory.heard == len(customers)
    assert memory.unanswered == len(waiting)
    assert memory.since == (waiting[-1].at if waiting else None)
    assert memory.peak == max((past.tension for past in customers), default=Tension.CALM)
    seen = dict(memory.seen)
    for situation in Situation:
        assert seen.get(situation, 0) == sum(situation in p.situations for p in customers)


@given(st.lists(customer_turns | seller_turns, max_size=REMEMBERED_TURNS - 1), customer_turns)
def test_without_undoes_the_newest_turn(talk: list[Past], newest: Past) -> None:
    before = remembered(talk)
    assert after(before, newest).without(newest.at, Who.CUSTOMER) == before


@given(talks, customer_turns)
def test_a_turn_can_be_forgotten_and_heard_again_in_any_long_talk(
    talk: list[Past], newest: Past
) -> None:
    once = after(remembered(talk), newest)
    again = after(once.without(newest.at, Who.CUSTOMER), newest)
    assert (again.heard, again.unanswered, again.since) == (once.heard, once.unanswered, once.since)
    assert (again.seen, again.tension) == (once.seen, once.tension)
    assert again.recent[-1] == newest


@given(talks, moments, st.sampled_from(Who))
def test_without_forgets_only_the_turn_it_names(talk: list[Past], at: float, who: Who) -> None:
    memory = remembered(talk)
    is_newest = bool(talk) and (talk[-1].at, talk[-1].who) == (at, who)
    assert (memory.without(at, who) is memory) is not is_newest


def test_without_takes_back_the_sellers_turn_as_well() -> None:
    said = Past(Who.SELLER, 5.0, "چشم")
    memory = Memory().after_seller(said)
    assert memory.without(5.0, Who.SELLER).recent == ()
    assert memory.without(5.0, Who.CUSTOMER) is memory


def test_a_number_says_more_than_the_moment() -> None:
    memory = remembered([Past(Who.CUSTOMER, 5.0, "", number=n) for n in (1, 2)])
    assert memory.without(5.0, Who.CUSTOMER, number=1) is memory
    assert len(memory.without(5.0, Who.CUSTOMER, number=2).recent) == 1
    assert len(memory.without(6.0, Who.CUSTOMER, number=2).recent) == 1
    assert memory.without(5.0, Who.SELLER, number=2) is memory


def test_without_a_number_on_both_sides_the_moment_decides() -> None:
    unnumbered = remembered([Past(Who.CUSTOMER, 5.0, "")])
    assert unnumbered.without(5.0, Who.CUSTOMER, number=2).recent == ()
    assert unnumbered.without(6.0, Who.CUSTOMER, number=2) is unnumbered


def test_an_insult_taken_back_is_no_peak_any_more() -> None:
    first = Past(Who.CUSTOMER, 1.0, "", Tension.UNEASY)
    insult = Past(Who.CUSTOMER, 2.0, "", Tension.ABUSIVE, frozenset({Situation.INSULT}))
    memory = remembered([first, insult]).without(2.0, Who.CUSTOMER)
    assert memory.peak is Tension.UNEASY
    assert memory.seen == ()


def test_tension_is_the_customers_newest_whoever_spoke_last() -> None:
    assert Memory().tension is Tension.CALM
    talk = [Past(Who.CUSTOMER, 1.0, "", Tension.HEATED), Past(Who.SELLER, 2.0, "")]
    assert remembered(talk).tension is Tension.HEATED


def test_an_amount_stays_until_another_is_named() -> None:
    turn = Past(Who.CUSTOMER, 1.0, "")
    memory = Memory().after_customer(turn, language="fa", amount=300_000)
    assert memory.after_customer(turn, language="fa").amount == 300_000
    assert memory.after_seller(turn, amount=200_000).amount == 200_000
    assert memory.after_customer(turn, language="en").language == "en"


def test_a_sum_that_was_not_read_leaves_no_smaller_one_in_force() -> None:
    turn = Past(Who.CUSTOMER, 1.0, "")
    memory = Memory(amount=300_000)
    assert memory.after_customer(turn, language="fa", amount=Unread.SUM).amount is None
    assert memory.after_seller(turn, amount=Unread.SUM).amount is None


def test_only_groups_and_comments_are_public() -> None:
    assert {channel for channel in Channel if channel.is_public} == {
        Channel.GROUP,
        Channel.COMMENT,
    }
