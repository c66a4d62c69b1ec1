"""Numbers, names and quotes as a reader of Persian or English expects them."""

import pytest

from bot.core.assessment import Situation, Tension
from bot.evaluation.confusion import NAMES
from bot.evaluation.gold import Register
from bot.evaluation.headline import Headline, Unit
from bot.evaluation.words import quote
from tests.evaluation.stage import words_in

RLM = "\u200f"


@pytest.mark.parametrize(
    ("value", "digits", "persian", "english"),
    [
        (0.8125, 2, "۰٫۸۱", "0.81"),
        (1234.0, 0, "۱٬۲۳۴", "1,234"),
        (-2, 0, "−۲", "−2"),
        (0.05, 1, "۰٫۱", "0.1"),
    ],
)
def test_numbers(value: float, digits: int, persian: str, english: str) -> None:
    assert words_in("fa").number(value, digits) == persian
    assert words_in("en").number(value, digits) == english


def test_a_persian_percent_sign_stands_to_the_left_wherever_it_is() -> None:
    assert words_in("fa").percent(0.814) == f"۸۱{RLM}٪"
    assert words_in("en").percent(0.814) == "81%"


@pytest.mark.parametrize(
    ("unit", "value", "aim", "said"),
    [
        (Unit.SHARE, 0.814, 0.9, "81%"),
        (Unit.RATIO, 0.776, 0.9, "0.78"),
        (Unit.COUNT, 65.2, 100, "65"),
        # just below the aim: as many decimals as show it
        (Unit.SHARE, 0.849, 0.85, "84.9%"),
        (Unit.RATIO, 0.919, 0.92, "0.919"),
        # just above it
        (Unit.RATIO, 0.921, 0.92, "0.92"),
    ],
)
def test_a_headline_is_written_in_its_unit(unit: Unit, value: float, aim: float, said: str) -> None:
    assert words_in("en").figure(Headline("f1", value, aim, unit)) == said


@pytest.mark.parametrize(
    ("seconds", "persian", "english"),
    [
        (0.0, "۰ ثانیه", "0 seconds"),
        (59.0, "۵۹ ثانیه", "59 seconds"),
        (60.0, "۱ دقیقه", "1 minute"),
        (7_000.0, "۲ ساعت", "2 hours"),
        (200_000.0, "۲ روز", "2 days"),
    ],
)
def test_a_length_of_time_in_its_largest_unit(seconds: float, persian: str, english: str) -> None:
    assert words_in("fa").span(seconds) == persian
    assert words_in("en").span(seconds) == english


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_name_has_words(language: str) -> None:
    words = words_in(language)
    names = [words.situation(name) for name in NAMES]
    assert len(set(names)) == len(Situation) + 1
    levels = [words.tension(tension) for tension in Tension]
    registers = [words.say(f"register-{register}") for register in Register]
    assert not [name for name in (*names, *levels, *registers) if "-" in name and "e-" not in name]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("سلام", "سلام"),
        ("  یک\n\n دو\t", "یک دو"),
        # shortened at a word, without the mark before the gap
        ("یک دو، سیزده چهار", "یک دو…"),
        # one endless word is cut where it must be
        ("آآآآآآآآآآآآآآ", "آآآآآآآآآآ…"),
        # the half-space shapes the word; marks of direction and control letters go
        ("می\u200cخوام", "می\u200cخوام"),
        ("\u202eab\u2066c\x00d\ud800", "abcd"),
    ],
)
def test_a_quote_is_one_short_line(text: str, shown: str) -> None:
    assert quote(text, 10) == shown
