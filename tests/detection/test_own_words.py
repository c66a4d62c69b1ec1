"""Hearing a seller's own words, measured on labelled replies that nothing was tuned on.

`pytest tests/detection/test_own_words.py -o log_cli=true -o log_cli_level=INFO` tells the figures.
"""

import logging
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from bot.app import build_library
from bot.core.assessment import Tension
from bot.core.breath import heated_words
from bot.core.conversation import Memory, Past, Who
from bot.core.own_words import HEAT, Case, Fault, Trait, review
from bot.core.playbook import Library, StepKind
from bot.core.wording import Names, fill
from bot.detection.manner import Manner
from bot.detection.models import FOLDER, Models
from bot.detection.own_words import SellerEar, sentences_of
from bot.language.reader import Reader
from bot.settings import Settings

log = logging.getLogger(__name__)

FILE = Path(__file__).parent / "files" / "own_words.yaml"
UPSET = Memory(recent=(Past(Who.CUSTOMER, 1.0, "", Tension.HEATED),))
LIKELIHOODS = {  # precision and recall that a change may not fall below
    Fault.SHOUTS: (0.9, 0.9),
    Fault.TOO_LONG: (0.9, 0.9),
    Fault.REFUNDS: (0.85, 0.85),
    Fault.PROMISES: (0.7, 0.4),
    Fault.ARGUES: (0.65, 0.3),
    Fault.COLD: (0.5, 0.65),
    Fault.IDLE: (0.6, 0.6),
}


class Row(NamedTuple):
    """A reply, the faults that a good manager names in it, and those that were found."""

    text: str
    faults: frozenset[Fault]
    found: frozenset[Fault]


class Score(NamedTuple):
    """Of what was found how much is right, and of what is there how much was found."""

    precision: float
    recall: float
    of: int


@pytest.fixture(scope="module")
def ear() -> SellerEar:
    return SellerEar(Reader().read, Models.load().sounds)


@pytest.fixture(scope="module")
def library() -> Library:
    return build_library(Settings(_env_file=None))


@pytest.fixture(scope="module")
def rows(ear: SellerEar) -> list[Row]:
    listed = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [
        Row(
            text,
            frozenset(map(Fault, faults)),
            frozenset(each.fault for each in review(text, Case(), ear).remarks),
        )
        for text, faults in listed
    ]


def score(pairs: Iterable[tuple[bool, bool]]) -> Score:
    """The figures of (found, there)."""
    counts = Counter(pairs)
    right, wrong, missed = counts[True, True], counts[True, False], counts[False, True]
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return Score(precision, recall, right + missed)


def test_there_are_enough_replies_of_every_kind(rows: list[Row]) -> None:
    assert len(rows) >= 120
    of_each = Counter(fault for row in rows for fault in row.faults)
    assert min(of_each[fault] for fault in LIKELIHOODS) >= 3
    assert sum(not row.faults for row in rows) >= 30


def test_the_lines_belong_to_the_encoder() -> None:
    """Where this fails the encoder was trained anew: run `python -m bot.training.manner`."""
    assert Manner.load(FOLDER) is not None


@pytest.mark.parametrize("fault", LIKELIHOODS)
def test_figures_of_a_fault(rows: list[Row], fault: Fault) -> None:
    found = score((fault in row.found, fault in row.faults) for row in rows)
    log.info(f"{fault}: precision {found.precision:.2f}, recall {found.recall:.2f} of {found.of}")
    precision, recall = LIKELIHOODS[fault]
    assert found.precision >= precision
    assert found.recall >= recall


def test_figures_of_heat(rows: list[Row]) -> None:
    """Whether a reply answers in heat is told well; of which kind it is, only where a phrase is."""
    found = score((bool(row.found & HEAT), bool(row.faults & HEAT)) for row in rows)
    log.info(f"heat: precision {found.precision:.2f}, recall {found.recall:.2f} of {found.of}")
    assert found.precision >= 0.8
    assert found.recall >= 0.65


def test_figures_of_the_verdict(rows: list[Row]) -> None:
    good = [not row.found for row in rows if not row.faults]
    bad = [bool(row.found) for row in rows if row.faults]
    log.info(f"good passed: {sum(good)} of {len(good)}; bad stopped: {sum(bad)} of {len(bad)}")
    assert sum(good) >= 0.85 * len(good)
    assert sum(bad) >= 0.8 * len(bad)


def test_figures_of_the_gentle_word(rows: list[Row], ear: SellerEar) -> None:
    """It may miss some, but hardly ever finds heat where there is none."""
    said = [(bool(heated_words(row.text, UPSET, ear)), bool(row.faults & HEAT)) for row in rows]
    found = score(said)
    log.info(f"gentle word: precision {found.precision:.2f}, recall {found.recall:.2f}")
    assert found.precision >= 0.9
    assert found.recall >= 0.25


def test_what_the_playbooks_say_is_never_heated(library: Library, ear: SellerEar) -> None:
    names = Names(customer="مریم", product="کفش")
    drafts = [
        fill(draft, names)
        for book in library.all()
        for step in book.steps
        for draft in (*step.drafts, *step.friendly)
    ]
    assert len(drafts) > 300
    assert [draft for draft in drafts if heated_words(draft, Memory(), ear)] == []


def test_few_drafts_of_the_playbooks_are_found_fault_with(library: Library, ear: SellerEar) -> None:
    """Their authors are the managers: what is said of their words is most often wrong."""
    drafts = [
        fill(draft, Names())
        for book in library.all()
        for step in book.steps
        if step.kind not in {StepKind.OFFER_REFUND, StepKind.TAKE_CARE}
        for draft in step.drafts[:1]
    ]
    blamed = [draft for draft in drafts if review(draft, Case(is_known=False), ear).remarks]
    log.info(f"drafts found fault with: {len(blamed)} of {len(drafts)}")
    assert len(blamed) <= 0.12 * len(drafts)


def test_words_to_avoid_are_known_again(library: Library, ear: SellerEar) -> None:
    for book in library.all():
        for avoided in book.avoid:
            found = ear.like(f"سلام. {avoided.write}", book.avoid)
            assert found, avoided.write
            assert found[0].avoided == avoided


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("ما این همه مشتری داریم فقط شما ناراضی‌اید", True),
        ("ما اینهمه مشتری داریم. فقط شما ناراضی هستید!", True),  # over two sentences
        ("ما مشتری‌های زیادی داریم و قدر تک‌تکتان را می‌دانیم", False),
        ("حق دارید ناراضی باشید", False),
    ],
)
def test_small_changes_do_not_hide_words_to_avoid(
    library: Library, ear: SellerEar, text: str, known: bool
) -> None:
    book = library.find("complaint", "fa")
    assert book is not None
    assert bool(ear.like(text, book.avoid)) is known


@pytest.mark.parametrize(
    ("text", "trait", "there"),
    [
        ("کلاهبردار خودتی", Trait.INSULT, True),
        ("ما کلاهبردار نیستیم، مدارکش را می‌فرستم", Trait.INSULT, False),
        ("تقصیر خودتونه", Trait.BLAME, True),
        ("تقصیر شما نیست، از ما بود", Trait.BLAME, False),
        ("khodet kolahbardari", Trait.INSULT, True),  # Finglish
        ("خ.ف.ه شو", Trait.INSULT, True),  # dodged spelling
        ("پولتون رو برمی‌گردونم", Trait.REFUND, True),
        ("پولتون رو برنمی‌گردونیم", Trait.REFUND, False),
        ("عوضی فرستادیم، شرمنده", Trait.INSULT, False),  # «by mistake»
        ("غذای حیوان خانگی داریم", Trait.INSULT, False),
        ("GOFTAM NADARIM DIGE", Trait.SHOUTING, True),
        ("نداریم!!!!", Trait.SHOUTING, True),
        ("ممنون!! خیلی خوشحالم!", Trait.SHOUTING, False),
    ],
)
def test_phrases(ear: SellerEar, text: str, trait: Trait, there: bool) -> None:
    assert (trait in ear.glance(text).said) is there


def test_without_an_encoder_nothing_is_said_of_what_is_lacking() -> None:
    deaf = SellerEar(Reader().read)
    assert review("باشه.", Case(), deaf).remarks == ()
    assert [each.fault for each in review("خفه شو", Case(), deaf).remarks] == [Fault.INSULTS]


def test_sentences_are_counted_as_a_reader_does() -> None:
    assert sentences_of("سلام! خوبید؟ بله... تا ساعت ۵٫۵ می‌آیم.\n👍") == [
        "سلام",
        "خوبید",
        "بله",
        "تا ساعت ۵٫۵ می‌آیم",
    ]


@pytest.mark.parametrize("text", ["", "؟" * 5_000, "\u202e" * 50, "ها " * 20_000, "\ud800"])
def test_any_text_is_heard(ear: SellerEar, text: str) -> None:
    review(text, Case(), ear)


@pytest.mark.parametrize(
    "text",
    [
        "آدرستونو دارم، فردا با پیک میاد",
        "آدرستو دارم، فردا میفرستم",
        "ظرف رو پر رو به بالا بذارین",
        "امر دیگه‌ای باشه در خدمتم، تبریک عرض می‌کنم، به به",
        "بله بله حتما، چشم",
        "حق با شماست، دقت نکردم، باید چک می‌کردم",
        "congratulations on your wedding!",
    ],
)
def test_what_shops_say_every_day_is_never_heated(text: str, ear: SellerEar) -> None:
    assert heated_words(text, Memory(), ear) == ()
