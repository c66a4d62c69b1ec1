"""Finglish sentences of shop chats, word by word as the phrases spell them."""

import pytest

from bot.language import Reader
from bot.language.finglish import Finglish, dictionary, spell
from bot.language.sounds import key, mismatch, sounds

SENTENCES = [
    ("pas bede poolamo kolahbardar", "پس بده پولمو کلاهبردار"),  # the phrase of all phrases
    ("pule mano pas bedid", "پول منو پس بدید"),  # an ezafe written to its noun
    ("chera jawab nemidin?", "چرا جواب نمیدین"),  # w for v
    ("cheraa javaab nemidi", "چرا جواب نمیدی"),  # aa
    ("kheyli / kheili / xeyli geroone", "خیلی خیلی خیلی گرونه"),  # kh and x, ey and ei
    ("gheymatesh chande", "قیمتش چنده"),  # an ending on a known word
    ("gheymate in kafsh", "قیمت این کفش"),  # an ezafe before a noun
    ("poshtibani e shoma", "پشتیبانی شما"),  # an ezafe apart
    ("ghat shode", "قطع شده"),  # ain is not written
    ("slm khobid", "سلام خوبید"),  # vowels left out
    ("khafesho", "خفه شو"),  # two Persian words in one
    ("mi kham", "میخوام"),  # a prefix apart
    ("3 rooze montazeram", "3 روزه منتظرم"),  # numbers stay
    ("in shop kheili bade", "این shop خیلی بده"),  # English words stay
    ("size xl darin", "سایز xl دارین"),  # loan words turn, sizes stay
    ("shekayat mikonam be polis fata", "شکایت میکنم به پلیس فتا"),  # a threat
    ("dastetoon dard nakone merci", "دستتون درد نکنه مرسی"),  # thanks
    ("takhfif midin?", "تخفیف میدین"),  # a discount asked
]


@pytest.mark.parametrize(("text", "persian"), SENTENCES)
def test_finglish_reads_as_persian(reader: Reader, text: str, persian: str) -> None:
    view = reader.read(text).views[-1]
    assert (view.name, view.folded) == ("finglish", persian)


@pytest.mark.parametrize(
    "spellings",
    [
        ("pool", "pul", "poul", "pol"),  # oo, u, ou, o
        ("kharab", "xarab", "kharaab"),  # kh and x, aa
        ("ghat", "qat"),  # gh and q
        ("baleh", "bale"),  # a silent h
        ("miad", "miyad"),  # a glide
        ("etelaat", "ettelaat", "ete'laat"),  # doubled letters, apostrophe
    ],
)
def test_spelling_families_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({key(sounds(spelled)) for spelled in spellings}) == 1


def test_the_first_of_two_rows_with_one_sound_stays() -> None:
    words = dictionary([("khob", "خب", "h"), ("xob", "خواب", "p"), ("khoob", "خوب", "p")])
    assert Finglish(words, []).word("khob") == "خب"
    assert Finglish(words, []).word("khub") == "خوب"


def test_a_word_that_no_list_has_is_spelled_by_rule() -> None:
    assert spell(sounds("tastaki")) == "تستکی"
    assert spell(sounds("ishtar")) == "ایشتار"


def test_common_words_are_found_by_their_consonants() -> None:
    assert Finglish({}, ["کتاب", "کتب"]).word("ketaab") == "کتاب"
    assert Finglish({}, ["کتاب", "کتب"]).word("kotob") == "کتب"


def test_a_mismatch_of_consonants_is_never_small() -> None:
    assert mismatch(sounds("ketab"), "کتاب") < 0.5 < 6 <= mismatch(sounds("ketab"), "کباب")
