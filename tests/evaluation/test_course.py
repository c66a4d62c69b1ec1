"""How early trouble is heard, conversation by conversation, and what earlier would cost."""

import pytest

from bot.evaluation.course import Notice, Timing, courses
from bot.evaluation.gold import Wanted
from bot.evaluation.judged import JudgedTurn
from tests.evaluation.stage import CALM, HEATED, NEEDLESS, UNEASY, UNHEARD, said, talk

RISING = said(tension=1, alert="either", risk=0.35)
WARNED = said(tension=1, alert="yes", risk=0.7)


@pytest.mark.parametrize(
    ("turns", "timing", "lead"),
    [
        ([CALM, WARNED, CALM, HEATED], Timing.EARLY, 2),
        ([CALM, HEATED, HEATED], Timing.AT_TURN, 0),
        ([UNHEARD, CALM, HEATED], Timing.LATE, -2),
        ([CALM, UNHEARD], Timing.MISSED, None),
        # an alarm before the heat counts, even if none follows
        ([WARNED, UNHEARD], Timing.EARLY, 1),
    ],
)
def test_the_first_alert_is_measured_by_the_first_heated_turn(
    turns: list[JudgedTurn], timing: Timing, lead: int | None
) -> None:
    (found,) = courses([talk(*turns)], 0.5).escalations
    assert found.timing is timing
    assert (found.notice.turns if found.notice else None) == lead


def test_a_lead_is_told_in_turns_and_in_seconds() -> None:
    early = said(tension=1, alert="yes", risk=0.7, at=100.0)
    hot = said(tension=2, alert="yes", risk=0.9, at=3_700.0)
    (found,) = courses([talk(CALM, early, hot)], 0.5).escalations
    assert found.at == 2
    assert found.notice == Notice(1, 3_600.0, Wanted.YES)


def test_a_conversation_without_heat_is_no_escalation() -> None:
    assert courses([talk(CALM, NEEDLESS), talk(WARNED)], 0.5).escalations == ()


def test_in_public_each_customer_is_followed_apart() -> None:
    loud = [said(tension=2, alert="yes", risk=0.2, name="کاوه"), NEEDLESS]
    (apart,) = courses([talk(NEEDLESS, *loud, channel="group")], 0.5).escalations
    assert apart.timing is Timing.MISSED  # the alarms were about somebody else
    assert len(apart.talk.turns) == 1
    (together,) = courses([talk(NEEDLESS, *loud)], 0.5).escalations
    assert together.timing is Timing.EARLY


FOUR = (
    talk(CALM, WARNED, WARNED, HEATED),
    talk(NEEDLESS, HEATED),
    talk(HEATED),
    talk(CALM, UNHEARD),
)


def test_shares_and_what_they_are_made_of() -> None:
    found = courses(FOUR, 0.5)
    assert [found.share(timing) for timing in Timing] == [0.5, 0.25, 0.0, 0.25]
    assert found.forewarned == 3  # the third is heated from its first word
    assert found.lucky == 1  # the second was heard early by a false alarm


def test_middle_leads_are_of_those_that_were_heard() -> None:
    found = courses(FOUR, 0.5)
    assert found.median_turns == 1  # of 2, 1, 0
    assert found.median_early_seconds == 90.0  # of 120 and 60
    nothing = courses([talk(CALM, UNHEARD)], 0.5)
    assert nothing.median_turns is None
    assert nothing.median_early_seconds is None


def test_a_lower_threshold_hears_earlier_and_costs_false_alarms() -> None:
    doubtful = said(risk=0.25)
    talks = (talk(CALM, RISING, HEATED), talk(doubtful, HEATED), talk(CALM, CALM))
    prices = courses(talks, 0.5).prices
    assert [price.threshold for price in prices] == [0.5, 0.4, 0.3, 0.2, 0.1]
    assert [price.early for price in prices] == [0.0, 0.0, 0.5, 1.0, 1.0]
    # of the four turns that want no whisper one is doubtful; the rising one may go either way
    assert [price.alerts.false_alarms for price in prices] == [0, 0, 0, 250, 250]


def test_the_first_price_is_of_what_was_whispered() -> None:
    silent = said(risk=0.7, silent=True)
    here, lower, *_ = courses([talk(silent, HEATED)], 0.5).prices
    assert (here.early, here.alerts.false_alarms) == (0.0, 0.0)
    assert (lower.early, lower.alerts.false_alarms) == (1.0, 1000.0)


def test_prices_start_where_aram_stands() -> None:
    assert [price.threshold for price in courses(FOUR, 0.35).prices] == [0.35, 0.3, 0.2, 0.1]
    assert courses((), 0.5).prices[0].early == 0.0


def test_uneasy_is_not_heated() -> None:
    assert courses([talk(UNEASY, UNEASY)], 0.5).escalations == ()
