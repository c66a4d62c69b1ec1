"""Which conversations are shown: some of each kind, the liveliest first."""

from bot.evaluation.examples import Kind, choose_examples
from tests.evaluation.stage import CALM, HEATED, NEEDLESS, THANKS, figures_of, said, talk, variety


def test_every_kind_is_shown_once_where_there_is_one() -> None:
    chosen = choose_examples(figures_of(*variety()))
    shown = [(each.kind, each.talk.conversation.script.id) for each in chosen]
    assert shown == [
        (Kind.EARLY, "early"),
        (Kind.AT_TURN, "at-turn"),
        (Kind.LATE, "late"),
        (Kind.MISSED, "missed"),
        (Kind.FALSE_ALARM, "false-alarm"),
        (Kind.CALM, "calm"),
    ]


def test_of_many_no_more_than_eight_are_shown() -> None:
    chosen = choose_examples(figures_of(*variety(), *variety(), *variety()))
    kinds = [each.kind for each in chosen]
    assert len(kinds) == 8
    assert kinds.count(Kind.EARLY) == kinds.count(Kind.MISSED) == 2


def test_the_liveliest_of_a_readable_length_comes_first() -> None:
    short = talk(CALM, HEATED, id="short")
    flat = talk(HEATED, HEATED, HEATED, id="flat")
    lively = talk(CALM, HEATED, CALM, HEATED, id="lively")
    endless = talk(*[CALM, HEATED] * 20, id="endless")
    chosen = choose_examples(figures_of(endless, short, flat, lively))
    assert chosen[0].talk.conversation.script.id == "lively"


def test_a_calm_conversation_is_better_the_nearer_risk_came() -> None:
    near = talk(CALM, said(risk=0.45), CALM, id="near")
    chosen = choose_examples(figures_of(talk(CALM, CALM, CALM, id="flat"), near))
    assert [each.talk.conversation.script.id for each in chosen] == ["near"]


def test_unreasonable_without_heat_is_neither_calm_nor_a_false_alarm() -> None:
    pressing = said(alert="yes", situations="free_extra", risk=0.8)
    assert choose_examples(figures_of(talk(CALM, pressing, NEEDLESS, THANKS))) == ()


def test_in_public_one_customers_part_is_shown() -> None:
    other = said(name="کاوه")
    (shown,) = choose_examples(figures_of(talk(CALM, other, NEEDLESS, CALM, channel="group")))[:1]
    assert shown.kind is Kind.FALSE_ALARM
    assert [turn.number for turn in shown.talk.turns] == [0, 2, 3]


def test_nothing_to_show() -> None:
    assert choose_examples(figures_of()) == ()
