"""Phrase syntax: endings, gaps, folding, hostile phrases, and time linear in the text."""

import gc
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.detection.lexicon import Label, Lexicon
from bot.detection.names import Finding
from tests.detection.stage import reader

LABEL = Label(Finding.PHRASE)


def _matches(phrase: str, text: str) -> list[str]:
    reading = reader().read(text)
    view = reading.views[0]
    lexicon = Lexicon([(LABEL, phrase)], reader().read)
    return [hit.words(view, text) for hit in lexicon.find(view.tokens)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("پولمو بدین", "خب پولمو بدین دیگه", ["پولمو بدین"]),  # words in a row
        ("پول", "پولمو بدین", []),  # a word is a whole word
        ("کلاهبردار*", "این کلاهبرداریه", ["کلاهبرداریه"]),  # a star is any ending
        ("کلاهبردار*", "کلاهبردار", ["کلاهبردار"]),  # and no ending at all
        ("پول* بده", "پولمو بده", ["پولمو بده"]),  # a star inside a phrase
        ("پول* بده", "پولمو زود بده", []),  # leaves no gap
        ("پول* … بده", "پولمو همین امروز بده", ["پولمو همین امروز بده"]),  # dots are a gap
        ("پول … بده", "پول یک دو سه چهار پنج بده", ["پول یک دو سه چهار پنج بده"]),  # of five
        ("پول … بده", "پول یک دو سه چهار پنج شش بده", []),  # and not of six
        ("یا … یا", "یا پول یا جنس", ["یا پول یا"]),  # the same word at both ends
        ("می خوام", "میخوام", ["میخوام"]),  # half-spaces are folded on both sides
        ("كتاب", "کتاب", ["کتاب"]),  # so are Arabic letters
        ("۳ روز", "3 روز", ["3 روز"]),  # and digits
        ("خرابه", "خراااابه!!", ["خراااابه"]),  # stretched letters, shown as typed
        ("money back", "My MONEY back!", ["MONEY back"]),  # capitals
        ("😡", "وای 😡😡", ["😡", "😡"]),  # emoji are words
    ],
)
def test_phrase_syntax(phrase: str, text: str, words: list[str]) -> None:
    assert _matches(phrase, text) == words


@pytest.mark.parametrize(
    "phrase", ["", " ", "*", "…", "* … *", "؟؟؟", "… *  …", "\u200c", "…" * 50]
)
def test_a_phrase_without_words_finds_nothing(phrase: str) -> None:
    assert _matches(phrase, "سلام * … ؟؟؟ چه خبر") == []


@pytest.mark.parametrize("phrase", ["… پول", "پول …", "* پول", "پول**", "پو*ل", "پول … … …"])
def test_stray_marks_do_no_harm(phrase: str) -> None:
    assert len(_matches(phrase, "پول")) == 1


@given(st.lists(st.text(max_size=30), max_size=5), st.text(max_size=80))
def test_no_phrase_and_no_text_raises(phrases: list[str], text: str) -> None:
    lexicon = Lexicon([(LABEL, phrase) for phrase in phrases], reader().read)
    for view in reader().read(text).views:
        for hit in lexicon.find(view.tokens):
            assert 0 <= hit.first <= hit.last < len(view.tokens)


def test_phrases_are_folded_together_as_each_would_be_alone() -> None:
    phrases = ["می", "خوام", "ا", "ح م ق", "«نقل", "قول»", "b1", "shoor", "که", "ها", "۱۲", "/۵"]
    view = reader().read("می خوام ح م ق که ها ۱۲").views[0]

    def found(of: list[str]) -> set[str]:
        lexicon = Lexicon([(LABEL, phrase) for phrase in of], reader().read)
        return {hit.words(view, "می خوام ح م ق که ها ۱۲") for hit in lexicon.find(view.tokens)}

    assert found(phrases) == set().union(*(found([phrase]) for phrase in phrases))


def test_an_empty_lexicon_finds_nothing() -> None:
    assert Lexicon([], reader().read).find(("سلام",)) == []


HOSTILE = {
    "openers only": "یا ",
    "openers and closers": "پول یا بده ",
    "stars everywhere": "پولهایمان ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    phrases = ["یا … یا … یا … یا", "پول* … پول* … بده", "پول* پول* پول*", "یا … بده"]
    lexicon = Lexicon([(LABEL, phrase) for phrase in phrases], reader().read)

    def seconds(letters: int) -> float:
        tokens = tuple((unit * (letters // len(unit))).split())
        times = []
        gc.disable()
        for _ in range(7):
            start = process_time()
            lexicon.find(tokens)
            times.append(process_time() - start)
        gc.enable()
        return min(times)

    short, long = seconds(4_000), seconds(16_000)
    # four times the text; a quadratic search takes sixteen times as long
    assert long < 12 * short + 0.02
