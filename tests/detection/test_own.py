"""Situations that a shop's managers describe with a few phrases and examples work at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.core.card import reasons_of
from bot.core.coach import Coach
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.ladder import Ladder
from bot.core.lesson import NO_LESSONS, Lesson, Lessons
from bot.core.pace import Pace
from bot.core.playbook import Examples, Library, Phrases, Playbook, Step, StepKind
from bot.detection.detector import Detector
from bot.detection.models import Models
from bot.detection.names import Finding
from bot.detection.observer import Observer
from bot.detection.own import SPEAKS_AT, OwnSituations
from bot.training.calm_talk import halves
from bot.training.examples import CONVERSATIONS
from tests.detection.stage import library, models, reader

SITUATIONS: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "files" / "own_situations.yaml").read_text("utf-8")
)
PARTS = sorted(SITUATIONS)


def described(name: str, told: Mapping[str, Sequence[str]]) -> Playbook:
    """A manager's own playbook."""
    return Playbook(
        id=name,
        title=name,
        situations=frozenset(),
        steps=(Step(StepKind.ASK_NEED, "advice", ("draft",)),),
        phrases=Phrases(
            tuple(told.get("phrases", ())),
            tuple(told.get("hints", ())),
            tuple(told.get("unless", ())),
        ),
        examples=Examples(tuple(told.get("fires", ())), tuple(told.get("quiet", ()))),
        is_own=True,
    )


def situations_of(*books: Playbook, with_models: Models | None = None) -> OwnSituations:
    """As in a shop: beside the shipped playbooks."""
    shipped = library().by_locale
    mine = {book.id: book for book in books}
    together = Library({**shipped, "fa": {**shipped["fa"], **mine}})
    return OwnSituations(together, reader().read, (with_models or models()).topics)


@cache
def all_of(part: str) -> OwnSituations:
    return situations_of(*(described(name, told) for name, told in SITUATIONS[part].items()))


def found_in(own: OwnSituations, text: str) -> list[str]:
    return [found.playbook for found in own.find(reader().read(text))]


# How well, on wordings that were held out


@pytest.mark.parametrize("part", PARTS)
def test_most_new_wordings_are_found(part: str) -> None:
    new = [(name, text) for name, told in SITUATIONS[part].items() for text in told["new"]]
    hits = [name in found_in(all_of(part), text) for name, text in new]
    assert sum(hits) / len(hits) >= 0.64


@pytest.mark.parametrize("part", PARTS)
def test_few_look_alikes_are_taken_for_one(part: str) -> None:
    told = [(name, text) for name, told in SITUATIONS[part].items() for text in told["not"]]
    wrong = [name in found_in(all_of(part), text) for name, text in told]
    assert sum(wrong) / len(wrong) <= 0.17


@pytest.mark.parametrize("part", PARTS)
def test_calm_talk_is_hardly_ever_taken_for_one(part: str) -> None:
    _, calm = halves(CONVERSATIONS)
    sample = calm[::8]
    wrong = sum(len(found_in(all_of(part), text)) for text in sample)
    assert wrong / len(sample) / len(SITUATIONS[part]) <= 0.006


# What a manager may rely on

WEDDING = described("wedding", SITUATIONS["chosen_on"]["wedding_deadline"])

PHRASED = described(
    "phrased", {"phrases": ["کادو پیچ*"], "hints": ["هدیه"], "unless": ["نمیخوام"], "fires": []}
)


PHRASES = [
    # a phrase is enough, with any ending
    ("کادو پیچش کنین لطفا", ["phrased"]),
    # also in Latin letters
    ("kado pich konin", ["phrased"]),
    # taken back
    ("کادو پیچ نمیخوام", []),
    # a hint needs an example that is like it
    ("هدیه دارین؟", []),
    ("سلام", []),
    ("", []),
    ("؟؟", []),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_phrases_of_an_own_situation(text: str, expected: list[str]) -> None:
    assert found_in(situations_of(PHRASED), text) == expected


def test_every_example_is_found_and_no_look_alike() -> None:
    own = situations_of(WEDDING)
    for text in WEDDING.examples.fires:
        assert found_in(own, text) == ["wedding"], text
    for text in WEDDING.examples.quiet:
        assert found_in(own, text) == [], text


def test_a_phrase_in_a_look_alike_is_silent() -> None:
    quiet = replace(PHRASED, examples=Examples(quiet=("کادو پیچ رایگانه؟",)))
    assert found_in(situations_of(quiet), "کادو پیچ رایگانه؟") == []
    assert found_in(situations_of(quiet), "برام کادو پیچ کنین") == ["phrased"]


def test_a_hint_helps_a_message_that_is_somewhat_like_an_example() -> None:
    text = "واسه جشن آخر ماه یه چیزی می‌خوام"
    hinted = replace(WEDDING, phrases=Phrases(hints=("جشن",)))
    unhinted = replace(WEDDING, phrases=Phrases())
    assert found_in(situations_of(hinted), text) == ["wedding"]
    assert found_in(situations_of(unhinted), text) == []


def test_letters_alone_find_what_is_worded_much_the_same() -> None:
    plain = replace(models(), encoder=None)
    own = situations_of(replace(WEDDING, phrases=Phrases()), with_models=plain)
    assert found_in(own, "برای عروسی خواهرم می‌خوام، تا جمعه حتما می‌رسه؟") == ["wedding"]
    assert found_in(own, "رنگ آبیش هم موجوده؟") == []


def test_an_example_is_understood_once_for_all_reloads() -> None:
    kept = models().topics.kept
    situations_of(WEDDING)
    before = kept.cache_info().misses
    situations_of(WEDDING, PHRASED)
    assert kept.cache_info().misses == before


def test_the_words_that_gave_it_are_the_customers() -> None:
    (found,) = situations_of(WEDDING).find(reader().read("سلام، واسه عروسی داداشم می‌خوام"))
    assert found.words == ("واسه عروسی",)
    unphrased = replace(WEDDING, phrases=Phrases())
    text = "مراسم نامزدی ما هفته دیگه‌ست، تا اون موقع می‌رسه؟"
    (found,) = situations_of(unphrased).find(reader().read(text))
    assert found.words
    assert all(word in text for word in found.words)


# In the judgement as a whole

TEXT = "سلام، عروسی خواهرم پنجشنبه‌ست، تا اون موقع حتما می‌رسه؟"


@cache
def coach() -> Coach:
    """The shipped signals, and one playbook: the shop's own."""
    shipped = library().by_locale
    heard = Library({**shipped, "fa": {**shipped["fa"], "wedding": WEDDING}})
    observer = Observer(heard, reader().read, models().tables.phrases)
    ladder = Ladder(Library({"fa": {"wedding": WEDDING}}))
    return Coach(Detector(observer, models()), ladder, Pace())


def said(text: str) -> Turn:
    return Turn(Who.CUSTOMER, text, 0.0)


def test_an_own_situation_opens_its_playbook_and_says_why() -> None:
    heard = coach().hear(Memory(), Course(), said(TEXT))
    assert heard.alert
    assert heard.course.showing is not None
    assert heard.course.showing.playbook == "wedding"
    assert heard.assessment.own == ("wedding",)
    assert heard.assessment.risk >= SPEAKS_AT
    first, *_ = reasons_of(heard.assessment)
    assert first.name == Finding.OWN_SITUATION
    assert first.words


def test_it_is_not_remembered_as_trouble() -> None:
    heard = coach().hear(Memory(), Course(), said(TEXT))
    assert heard.memory.recent[-1].risk < SPEAKS_AT
    then = coach().hear(heard.memory, heard.course, replace(said("ممنون از شما"), at=60.0))
    assert not then.assessment.calmed


def test_a_lesson_that_it_is_no_problem_holds_against_it() -> None:
    taught = Lessons((Lesson(TEXT, alarm=False),))
    assert coach().hear(Memory(), Course(), said(TEXT), taught).assessment.own == ()
    elsewhere = Lessons((Lesson("چرا جواب نمی‌دین کلاهبردارا؟", alarm=False),))
    assert coach().hear(Memory(), Course(), said(TEXT), elsewhere).assessment.own == ("wedding",)


def test_a_shop_without_own_situations_pays_nothing() -> None:
    calm = situations_of(replace(WEDDING, is_own=False))
    misses = models().topics.kept.cache_info()
    assert calm.find(reader().read(TEXT)) == ()
    assert models().topics.kept.cache_info() == misses
    assert not NO_LESSONS
