"""What the rules of playbooks ask: how common a phrase is in calm talk, where a message leads."""

from collections.abc import Sequence
from functools import cache

import pytest

from bot.core.assessment import Situation
from bot.core.coach import Coach
from bot.core.ladder import Ladder
from bot.core.pace import Pace
from bot.core.playbook import Library, Playbook, Step, StepKind
from bot.detection.calm_talk import CALM_TALK, CalmTalk
from bot.detection.hearing import TrialHearing
from bot.detection.questions import ALARM, STEADY
from bot.training.calm_talk import fold, halves
from bot.training.examples import CONVERSATIONS
from tests.detection.stage import detector, library, models, reader


@cache
def hearing() -> TrialHearing:
    step = Step(StepKind.CLARIFY, "advice", ("draft",))
    books = {
        name: Playbook(name, name, frozenset({Situation(name)}), (step,))
        for name in ("complaint", "insult")
    }
    points = models().points
    pace = Pace(points[ALARM], points[STEADY])
    coach = Coach(detector(), Ladder(Library({"fa": books})), pace)
    return TrialHearing(reader().read, coach, {"fa/complaint.yaml"})


PHRASES = [
    # what every customer says
    ("سلام", 300, 1000),
    # with any ending, and a gap
    ("ممنون*", 20, 600),
    # what no calm customer says
    ("کلاهبردار عوضی", 0, 0),
    # without words
    ("؟", 0, 0),
]


@pytest.mark.parametrize(("phrase", "least", "most"), PHRASES)
def test_a_phrase_is_counted_in_calm_talk(phrase: str, least: int, most: int) -> None:
    (count,) = hearing().calm_turns([phrase])
    assert least <= count <= most


def test_phrases_are_counted_each_for_itself() -> None:
    phrases = [phrase for phrase, _, _ in PHRASES]
    together = hearing().calm_turns([*phrases, phrases[0]])
    assert list(together) == [*(hearing().calm_turns([each])[0] for each in phrases), together[0]]
    assert hearing().calm_turns([]) == []


def test_a_phrase_twice_in_a_turn_counts_once() -> None:
    talk = CalmTalk()
    vars(talk)["turns"] = (("سلام", "سلام"), ("خوبی",))
    assert talk.counts(["سلام"], reader().read) == [1]


MESSAGES = [
    # an insult
    ("خیلی بیشعوری مرتیکه", "insult"),
    # calm
    ("سلام قیمت این چنده؟", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "playbook"), MESSAGES)
def test_where_a_message_leads(text: str, playbook: str | None) -> None:
    assert hearing().leads_to(text) == playbook


def test_a_mild_message_belongs_to_its_playbook_although_nothing_is_said_yet() -> None:
    text = "سلام بسته‌ی من هنوز نرسیده، ممکنه بررسی بفرمایید؟"
    assert hearing().leads_to(text) is None
    assert hearing().belongs_to(text) == {"complaint"}


def test_a_review_belongs_to_its_playbook_in_public() -> None:
    reviews = library().by_locale["fa"]["suspect_review"].examples.fires
    found = ["suspect_review" in hearing().belongs_to(text) for text in reviews]
    assert sum(found) >= len(reviews) / 2


def test_without_a_coach_nothing_leads_anywhere() -> None:
    deaf = TrialHearing(reader().read)
    assert deaf.leads_to("خیلی بیشعوری مرتیکه") is None
    assert deaf.belongs_to("خیلی بیشعوری مرتیکه") == frozenset()
    assert deaf.calm_total == hearing().calm_total
    assert "fa/complaint.yaml" not in deaf.examples_of


def test_the_bundled_calm_talk_is_what_its_maker_writes() -> None:
    bundled, _ = halves(CONVERSATIONS)
    lines: Sequence[str] = CALM_TALK.read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == sorted(set(fold(bundled)))
    assert hearing().calm_total >= 1800


def test_what_measures_is_not_what_is_bundled() -> None:
    bundled, held_out = halves(CONVERSATIONS)
    assert not set(bundled) & set(held_out)
