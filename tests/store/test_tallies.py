"""False alarms and playbooks' steps in the figures, on a few troubles of which each is known."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.core.assessment import Tension
from bot.core.conversation import Channel
from bot.core.days import Span
from bot.core.spans import Asked, Stretch, period
from bot.core.stats import WHOLE, By, Part, StepFigures, Summary, hard, may_need_help
from bot.core.trouble import Outcome, StepCounts, Trouble
from bot.language.calendar import almanac
from bot.store.books import Books
from bot.store.ledger import Ledger
from tests.store.conftest import Clock
from tests.store.test_summary import NOW, TODAY, World

SELLER, AT = 11, NOW.timestamp() - 3_600
DAY = Span(TODAY, TODAY)
OPEN = Trouble(1, 1, SELLER, Channel.CHAT, AT, playbook="complaint", peak=Tension.HEATED)
CALMED = replace(OPEN, peak=Tension.ABUSIVE, calmed_at=AT + 600, calm_turns=2)
SET = replace(CALMED, id=2, chosen=Outcome.FALSE_ALARM, chosen_by=98)
DISMISSED = replace(CALMED, id=3, dismissed=True)
SET_RIGHT = replace(CALMED, id=4, dismissed=True, chosen=Outcome.CALMED, chosen_by=98)
TODAYS = period(Asked(Stretch.DAY, TODAY), TODAY, almanac("fa", "Asia/Tehran"))
PARTS = (WHOLE, Part(seller_id=SELLER), Part(playbook="complaint"), Part(chat_id=5))


@pytest.fixture
def world(clock: Clock) -> World:
    """A shop in which nothing has happened."""
    clock.now = NOW.timestamp()
    world = World(0)
    world.talks = [replace(world.talks[0], id=1, channel=Channel.CHAT, chat_id=5)]
    world.troubles, world.uses, world.said = [], [], {}
    world.last = {1: (AT, AT)}
    return world


def keep(ledger: Ledger, world: World) -> None:
    ledger.commit(world.keep)
    ledger.commit(lambda books: books.figures.recount())


def _told(books: Books, *, part: Part) -> Summary:
    return books.summaries.summary(TODAYS, part)


def _steps(books: Books, *, part: Part) -> tuple[StepFigures, ...]:
    return books.summaries.steps(DAY, part)


def test_a_false_alarm_counts_neither_as_calmed_nor_as_abuse(ledger: Ledger, world: World) -> None:
    world.troubles = [OPEN, SET, DISMISSED]
    world.uses = [(each, "complaint", "one", AT + 60, None) for each in world.troubles]
    keep(ledger, world)
    for part in PARTS:
        told = ledger.commit(partial(_told, part=part))
        assert (hard(told.counts), told.counts.ended_false_alarm) == (1, 2), part
        assert (told.counts.calmed, told.counts.calm_turns, told.counts.abusive) == (0, 0, 0), part
        assert told.steps == StepCounts(shown=3, sent=3), part
        assert told.calmed_after == 0, part
        assert [(hard(each.counts), each.counts.calmed) for each in told.days] == [(1, 0)], part
    (exported,) = ledger.commit(lambda books: books.exports.days_of(DAY))
    assert (hard(exported.counts), exported.counts.calmed) == (1, 0)
    sellers = ledger.commit(lambda books: books.summaries.groups(By.SELLER, DAY))
    assert may_need_help(sellers) == ()


def test_who_has_borne_real_abuse_may_need_help(ledger: Ledger, world: World) -> None:
    world.troubles = [replace(CALMED, id=5), SET_RIGHT]
    keep(ledger, world)
    (seller,) = ledger.commit(lambda books: books.summaries.groups(By.SELLER, DAY))
    assert (seller.counts.abusive, seller.counts.calmed) == (2, 2)
    assert may_need_help((seller,)) == (seller,)


def test_a_step_was_dismissed_where_the_trouble_is_a_false_alarm_now(
    ledger: Ledger, world: World
) -> None:
    world.troubles = [OPEN, SET, replace(SET, id=5), DISMISSED, SET_RIGHT]
    world.uses = [(each, "complaint", "one", None, None) for each in world.troubles]
    keep(ledger, world)
    for part in PARTS:
        (step,) = ledger.commit(partial(_steps, part=part))
        assert (step.counts.shown, step.dismissed) == (5, 3), part


def test_a_sellers_playbook_has_its_own_steps_whatever_the_card_showed_last(
    ledger: Ledger, world: World
) -> None:
    mine = replace(OPEN, calmed_at=AT + 600, calm_turns=2)
    theirs = replace(mine, id=2, seller_id=12, opened_at=AT - timedelta(days=3).total_seconds())
    world.troubles = [mine, theirs]
    world.uses = [
        (each, playbook, "acknowledge_feelings", each.opened_at + 60, None)
        for each in world.troubles
        for playbook in ("complaint", "discount_pressure")
    ]
    keep(ledger, world)
    for playbook in ("complaint", "discount_pressure"):
        for part in (Part(playbook=playbook), Part(playbook=playbook, seller_id=SELLER)):
            steps = ledger.commit(partial(_steps, part=part))
            assert [(each.playbook, each.counts.shown) for each in steps] == [(playbook, 1)], part
            told = ledger.commit(partial(_told, part=part))
            assert (told.steps.shown, told.calmed_after) == (1, 1), part
