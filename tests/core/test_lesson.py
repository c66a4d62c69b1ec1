"""Lessons are told apart by object, not by content: readers keep what they made of them."""

import pytest

from bot.core.lesson import NO_LESSONS, Lesson, Lessons, count_words


def test_lessons_are_true_where_there_are_any() -> None:
    assert not NO_LESSONS
    assert Lessons((Lesson("سلام", alarm=False),))


def test_two_equal_collections_are_two() -> None:
    assert Lessons(()) != Lessons(())


COUNTS = [
    ("", 0),
    # marks, digits and pictures are no words
    ("؟؟؟ ۱۲ 😡 !", 0),
    ("کو؟", 1),
    # repeated, and with other marks
    ("کو؟ کو کو!!", 1),
    # a half-space joins
    ("نمی\u200cخوام دیگه", 2),
    ("احمقای بیشعور", 2),
    ("پول منو پس بده", 4),
]


@pytest.mark.parametrize(("text", "words"), COUNTS)
def test_different_words_with_letters_are_counted(text: str, words: int) -> None:
    assert count_words(text) == words
