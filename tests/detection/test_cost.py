"""What a message may cost: work grows with its length, no faster, and what is kept is bounded."""

import gc
import sys
from functools import cache
from random import Random
from time import process_time

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.core.conversation import Memory, Turn, Who
from bot.detection.detector import Detector
from bot.detection.models import FOLDER, Models
from bot.detection.observer import Observer
from bot.detection.pieces import Pieces
from bot.detection.scene import (
    BEFORE_LENGTH,
    CUSTOMER,
    SELLER,
    TURNS_BEFORE,
    WHOLE_LENGTH,
    Before,
    Scene,
    cut_scene,
)
from bot.language.finglish import Finglish
from bot.language.letters import LetterFolder
from tests.detection.stage import library, models, reader

SHORT, LONG = 4_096, 16_384
PREFIX_LENGTH = 4  # "query:" in pieces, at most
PIECES_SHOWN = 1 + BEFORE_LENGTH + PREFIX_LENGTH + WHOLE_LENGTH + 1
CACHED = 20_000

UNITS = {
    "one word": "کلاهبردار",
    "one word in Latin letters": "kolahbardar",
    "many words": "کلاهبردار ",
    "many Finglish words": "poolamo ",
    "many short words": "و ",
    "single letters in a row": "ا ح م ق ",
    "letters cut by signs": "ک*ث",
    "spaces": " ",
    "lines": "\n",
    "one letter": "ا",
    "one Latin letter": "a",
    "digits": "1",
    "digits and commas": "1,",
    "emoji": "😡",
    "joined emoji": "👨\u200d",
    "flags": "🇮",
    "an unknown script": "ꦱ",
    "Chinese": "退款",
    "Cyrillic": "а",
    "question marks": "؟",
    "invisible marks": "\u200c",
    "halves of letters": "\ud83d",
    "vowel signs": "\u064e",
    "kashida": "ـ",
    "links": "t.me/a ",
    "names": "@a_b ",
    "leet": "b1",
    "both scripts": "سa",
    "letters that unfold": "ﷲ",
    "openers of phrases": "یا پول شما ",
    "quotes": "«",
}

LETTER = """با سلام و احترام

پیرو مکاتبات قبلی، سفارش شماره ۱۲۳۴ که در تاریخ ۱۵ مهر پرداخت شده هنوز تحویل نشده است. چند بار تماس
گرفته‌ام و هر بار وعده‌ای تازه شنیده‌ام. خواهشمند است تا پایان وقت اداری فردا وضعیت را روشن کنید، در
غیر این صورت ناچارم از راه‌های قانونی پیگیری کنم؛ این دیگر مسخره کردن مشتری است!

"""


@cache
def _detector() -> Detector:
    """Without the encoder: its own cost is bounded by its input, and few texts come to it."""
    without = Models(models().letters, models().tables)
    return Detector(Observer(library(), reader().read), without)


def _seconds(text: str) -> float:
    """Of a seller's turn and of a customer's after it."""
    memory = _detector().observe(Memory(), Turn(Who.SELLER, text, 1.0))
    memory, _ = _detector().assess(memory, Turn(Who.CUSTOMER, text, 2.0))

    def once() -> float:
        start = process_time()
        after = _detector().observe(memory, Turn(Who.SELLER, text, 3.0))
        _detector().assess(after, Turn(Who.CUSTOMER, text, 4.0))
        return process_time() - start

    gc.disable()
    try:
        return min(once() for _ in range(3))
    finally:
        gc.enable()


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_time_grows_with_length_not_faster(unit: str) -> None:
    """Four times the text takes far less than the sixteen times that quadratic work would take."""
    short, long = (_seconds((unit * size)[:size]) for size in (SHORT, LONG))
    assert long < 9 * short + 0.03


def test_time_grows_with_a_letter_not_faster() -> None:
    short, long = (_seconds((LETTER * size)[:size]) for size in (5_000, 20_000))
    assert long < 9 * short + 0.03


def test_time_grows_with_words_never_seen_before_not_faster() -> None:
    random = Random(7)

    def text(length: int) -> str:
        words = ("".join(random.choices("ابتسمنkhaei", k=7)) for _ in range(length // 8))
        return " ".join(words)

    short, long = (_seconds(text(size)) for size in (5_000, 20_000))
    assert long < 9 * short + 0.03


@cache
def _pieces() -> Pieces:
    return _fresh_pieces()


def _fresh_pieces() -> Pieces:
    with np.load(FOLDER / "encoder.npz", allow_pickle=False) as tables:
        pieces = tables["pieces"].tobytes().decode().split("\n")
        return Pieces(pieces, tables["scores"].tolist())


WORDS = st.text(max_size=80) | st.builds(
    lambda unit, length: (unit * length)[:20_000],
    st.sampled_from(list(UNITS.values())) | st.text(min_size=1, max_size=5),
    st.integers(1, 20_000),
)
BEFORE = st.lists(st.builds(Before, st.sampled_from([CUSTOMER, SELLER]), WORDS), max_size=8)


@given(WORDS, BEFORE)
@example("کلاهبردار " * 2_000, [Before(SELLER, "بررسی میکنیم " * 2_000)] * TURNS_BEFORE)
@example("ꦱ" * 20_000, [Before(CUSTOMER, "ꦱ" * 20_000)] * TURNS_BEFORE)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_encoder_is_shown_few_pieces(plain: str, before: list[Before]) -> None:
    cut = cut_scene(Scene(plain, before=tuple(before)), _pieces())
    assert len(cut.numbers) <= PIECES_SHOWN
    assert len(cut.numbers) == len(cut.speakers) == len(cut.words)
    assert set(cut.words) <= set(range(-1, len(plain.split())))


def test_the_encoder_has_a_place_for_every_piece_shown() -> None:
    with np.load(FOLDER / "encoder.npz", allow_pickle=False) as tables:
        assert len(tables["positions"]) >= PIECES_SHOWN
        assert len(tables["nibbles"]) == len(tables["scales"]) == len(tables["scores"])


@pytest.mark.parametrize("letter", ["ا", "ꦱ", "a", "😡"])
def test_cutting_an_endless_word_stops_early(letter: str) -> None:
    (short,), (long,) = (_pieces().encode([letter * size]) for size in (1_000, 100_000))
    assert short == long


def test_remembered_pieces_are_bounded() -> None:
    pieces = _fresh_pieces()
    pieces.encode(f"ک{number}" for number in range(CACHED + 1_000))
    pieces.encode("ک" * number for number in range(1, 2_000))
    assert len(pieces._remembered) <= CACHED
    assert sum(map(sys.getsizeof, pieces._remembered)) < 200 * CACHED


def test_a_forgotten_word_is_cut_as_a_remembered_one() -> None:
    words = ["کلاهبردار", "kolahbardar", "退款", "😡", "ا" * 30]
    pieces = _fresh_pieces()
    first = pieces.encode(words)
    assert pieces.encode(words) == first == _fresh_pieces().encode(words)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_n_grams_are_read_of_a_beginning_only(unit: str) -> None:
    letters = models().letters
    short, long = (letters.read((unit * size)[:size]) for size in (SHORT, LONG))
    assert np.array_equal(short.numbers, long.numbers)
    assert np.array_equal(short.weights, long.weights)
    assert len(letters.word_shares((unit * LONG)[:LONG])) <= SHORT


def test_letters_remembered_are_bounded() -> None:
    folder = LetterFolder()
    for start in range(0, 0x110000, 0x1000):
        folder.fold("".join(map(chr, range(start, start + 0x1000))))
    assert len(folder._table) <= 8_192


def test_finglish_words_remembered_are_bounded() -> None:
    finglish = Finglish.shipped()
    for number in range(6_000):
        word = "".join(chr(97 + int(digit)) for digit in str(number))
        finglish.word(word)
        finglish.knows(word)
    for cached in (finglish._remembered, finglish._known):
        assert cached.cache_info().currsize <= 4_096
