"""Scripts, by words."""

import pytest

from bot.language import Reader, Script

ROWS = [
    ("سلام خوبین؟", Script.PERSIAN),  # plain Persian
    ("سلام iphone 13 دارین؟ samsung a54 هم میخوام", Script.PERSIAN),  # product names
    ("ok مرسی", Script.PERSIAN),  # one loan word
    ("مرحبا كيف الحال", Script.PERSIAN),  # Arabic counts as Persian
    ("salam khoobi?", Script.FINGLISH),  # plain Finglish
    ("CHERA JAVAB NEMIDI", Script.FINGLISH),  # in capitals
    ("are", Script.FINGLISH),  # «آره», though it is English too
    ("man to in bad", Script.FINGLISH),  # only words of both languages
    ("merci", Script.FINGLISH),  # said in Persian
    ("hello, where is my order?", Script.ENGLISH),  # plain English
    ("no", Script.ENGLISH),  # English before Finglish
    ("are you there", Script.ENGLISH),  # the English words decide
    ("Samsung", Script.ENGLISH),  # a name
    ("سلام chetori", Script.MIXED),  # one Finglish word beside Persian
    ("what a scam, mikham poolamo pas begiram", Script.MIXED),  # English and Finglish
    ("سلام my parcel is not here yet", Script.MIXED),  # much English beside Persian
    ("😂 ۵ 12 !!", Script.NONE),  # no letters
    ("https://a.ir @shop", Script.NONE),  # only links
    ("", Script.NONE),  # nothing
]


@pytest.mark.parametrize(("text", "script"), ROWS)
def test_the_words_tell_the_script(reader: Reader, text: str, script: Script) -> None:
    assert reader.read(text).script is script


@pytest.mark.parametrize("text", ["hello, where is my order?", "سلام خوبین", "😂"])
def test_only_latin_persian_gets_a_finglish_view(reader: Reader, text: str) -> None:
    assert [view.name for view in reader.read(text).views] == ["typed"]
