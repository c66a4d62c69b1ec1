"""Spelling that dodges a filter, and ordinary writing that looks like it."""

import pytest

from bot.language import Reader

DODGED = [
    ("ا ح م ق", "احمق"),  # spaces
    ("خیلی ا.ح.م.ق هستی", "خیلی احمق هستی"),  # full stops
    ("ا*ح*م*ق", "احمق"),  # stars
    ("ا_ح_م_ق", "احمق"),  # underscores
    ("ا-ح-م-ق", "احمق"),  # dashes
    ("تو و ا ح م ق", "تو و احمق"),  # «و» before the letters is a word
    ("ک*ثافت", "کثافت"),  # one star
    ("ک.ثافت", "کثافت"),  # one full stop after a single letter
    ("#کلاه_بردار", "کلاهبردار"),  # a hashtag's two words
    ("ا ح مـ ق", "احمق"),  # kashida among them
    ("کثaفت", "کثافت"),  # a Latin letter inside
    ("aحمق", "احمق"),  # a Latin letter first
    ("کثаفت", "کثافت"),  # a Cyrillic letter inside
]

DODGED_LATIN = [
    ("a.h.m.a.q", "احمق"),  # full stops
    ("b i sh o o r", "بیشعور"),  # a digraph counts as one letter
    ("b1shoor", "بیشعور"),  # 1 for i
    ("bish00r", "بیشعور"),  # 0 for o, twice
    ("ke$afat", "کثافت"),  # a sign for a letter
    ("@hmagh", "احمق"),  # looks like a name, is a word
    ("аhmаq", "احمق"),  # Cyrillic a
    ("ｂｉｓｈｏｏｒ", "بیشعور"),  # fullwidth
    ("b*i*shoor", "بیشعور"),  # stars
]

ORDINARY = [
    "من و تو و او",  # single «و» between words
    "سایز M یا L",  # single letters in two scripts
    "سایز S M L XL دارین؟",  # a list of sizes
    "a 5",  # a letter and a digit
    "iphone 13 pro و a54",  # model numbers
    "rtx3060ti s23ultra iphone13",  # digits in model numbers
    "سلام.خوبی؟مرسی",  # no space after punctuation
    "@my_shop_1 @digikala",  # names
    "iphoneدارین",  # a whole Latin word glued to Persian
    "سایزL",  # a size glued to Persian
    "خوبه...ممنون",  # dots between words
    "2 - 3 روز",  # a range
    "pro-max",  # a dash between words
    "Привет, сколько стоит?",  # real Russian
    "https://a.ir/ا-ب t.me/a_b_c",  # links
]


@pytest.mark.parametrize(("text", "meant"), DODGED)
def test_dodged_persian_has_a_plain_view(reader: Reader, text: str, meant: str) -> None:
    views = {view.name: view.folded for view in reader.read(text).views}
    assert views["plain"] == meant


@pytest.mark.parametrize(("text", "meant"), DODGED_LATIN)
def test_dodged_finglish_is_read_as_persian(reader: Reader, text: str, meant: str) -> None:
    views = {view.name: view.folded for view in reader.read(text).views}
    assert views["finglish"] == meant


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_writing_has_no_plain_view(reader: Reader, text: str) -> None:
    assert "plain" not in {view.name for view in reader.read(text).views}
