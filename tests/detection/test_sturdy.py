"""The whole detector as shipped, on any text: it never fails, and the way of typing is nothing."""

import unicodedata
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.core.assessment import Assessment, Situation, Tension
from bot.core.conversation import REMEMBERED_TURNS, Channel, Memory, Turn, Who
from tests.detection.stage import Dialogue, assess, detector

MESSAGES = Path(__file__).parent / "files" / "messages.yaml"
LONGEST = 4096  # of a Telegram message
REMEMBERED_LETTERS = 2_000  # of one turn

settings.register_profile("sturdy", deadline=None, suppress_health_check=list(HealthCheck))
STURDY = settings(settings.get_profile("sturdy"), max_examples=150)

ODD = st.characters(categories=["Cs", "Cc", "Cf", "Cn", "Co", "Mn", "Me", "Zl", "Zp", "Sk"])
MARKS_OF_DIRECTION = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
JOINERS = "\u200d\ufeff\u2060\u00ad\u200b"
INVISIBLE = MARKS_OF_DIRECTION + JOINERS + "\u200c"
EMOJI = st.sampled_from(
    [
        "😂",
        "👨‍👩‍👧",
        "👍🏽",
        "❤️",
        "🇮🇷",
        "🇮",
        "🏴‍☠️",
        "1️⃣",
        "🏽",
        "\u200d",
        "\ufe0f",
        "🧑🏿‍🤝‍🧑🏻",
        "😡",
        ":)",
        "ツ",
    ]
)
CHAT = st.text(st.sampled_from("سلاممیهاكيآ وترabkh1۲@.*_-:)$/,\n؟!«»\"'ﻻﷺﷲаο") | ODD, max_size=80)
ANY = st.one_of(
    st.text(st.characters(), max_size=200),
    st.text(ODD, max_size=60),
    st.lists(EMOJI, max_size=40).map("".join),
    CHAT,
)
UNITS = st.text(st.characters(), min_size=1, max_size=6) | EMOJI | CHAT.filter(bool)


@given(ANY, st.sampled_from(Channel), st.sampled_from([None, "photo"]), st.booleans())
@STURDY
def test_no_text_fails(text: str, channel: Channel, media: str | None, edited: bool) -> None:
    turn = Turn(Who.CUSTOMER, text, 5.0, channel, media=media, edited=edited)
    memory, assessment = detector().assess(Memory(), turn)
    _check(assessment, text)
    again = Turn(Who.CUSTOMER, text, 9.0, channel, media=media)
    _, assessment = detector().assess(detector().observe(memory, turn), again)
    _check(assessment, text)


@given(UNITS)
@example("\ufdfa")  # one letter that stands for eighteen
@example("\u0344")  # one mark that stands for two
@example("\ud800")  # half of a letter
@settings(STURDY, max_examples=40)
def test_no_text_of_full_length_fails(unit: str) -> None:
    text = (unit * LONGEST)[:LONGEST]
    _check(assess(text), text)


def _check(assessment: Assessment, text: str) -> None:
    assert 0.0 <= assessment.risk <= 1.0
    assert assessment.tension in Tension
    assert len(set(assessment.situations)) == len(assessment.situations)
    assert set(assessment.situations) <= set(Situation)
    assert all(word in text for signal in assessment.signals for word in signal.words)


@given(UNITS, st.integers(1, 20_000))
@example("ا", LONGEST)  # one endless word
@example("سلام ", LONGEST)  # many words
@example("ﷲ", LONGEST)  # a letter that unfolds to four
@settings(STURDY, max_examples=40)
def test_what_is_remembered_of_a_turn_is_bounded(unit: str, length: int) -> None:
    turn = Turn(Who.CUSTOMER, (unit * length)[:length], 1.0)
    memory, _ = detector().assess(Memory(), turn)
    memory = detector().observe(memory, turn)
    assert all(len(past.folded) <= REMEMBERED_LETTERS for past in memory.recent)


def test_what_is_remembered_of_a_conversation_is_bounded() -> None:
    play = Dialogue()
    for _ in range(3 * REMEMBERED_TURNS):
        play.says("کلاهبردارا پولمو بدین وگرنه شکایت میکنم " * 20, album="a" * 9)
        play.seller("بررسی میکنیم " * 200)
    memory = play.memory
    assert len(memory.recent) <= REMEMBERED_TURNS
    assert len(memory.seen) <= len(Situation)
    assert sum(len(past.folded) for past in memory.recent) <= REMEMBERED_TURNS * REMEMBERED_LETTERS


@cache
def _messages() -> tuple[str, ...]:
    """What customers really type, the shortest first: hypothesis shrinks to the first."""
    listed = yaml.safe_load(MESSAGES.read_text("utf-8"))
    own = chain.from_iterable(texts for moods in listed.values() for texts in moods.values())
    return (*SPELLED, *sorted(own, key=len))


SPELLED = (
    "احمق",  # an insult alone
    "ا ح م ق",  # spread
    "ک*ثافت",  # cut
    "b1shoor",  # a digit for a letter
    "bi shoor",  # a space
    "کثaفت",  # a foreign letter
    "سلاااام",  # stretched
    "خوبی؟ باشه",  # a retort
    "؟؟",  # marks alone
    "می خوام",  # a prefix apart
    "mi kham",  # the same in Finglish
    "gheymate in kafsh",  # an ezafe before its noun
    "I don't lie",  # an apostrophe
    "CHERA JAVAB NEMIDIN",  # shouted
    "1,500,000 تومن 12/5",  # numbers
    "سلام\nپولمو بدین",  # two lines
    "«تخفیف»",  # quotes
    "کو؟ لالا",  # lam with alef
)


def _texts() -> st.SearchStrategy[str]:
    return st.sampled_from(_messages())


def _assert_judged_alike(text: str, other: str) -> None:
    one, two = assess(text), assess(other)
    assert (two.tension, two.situations) == (one.tension, one.situations), ascii(other)
    assert two.risk == pytest.approx(one.risk, abs=1e-6), ascii(other)


@given(_texts(), st.data())
@STURDY
def test_arabic_and_persian_letters_are_judged_alike(text: str, data: st.DataObject) -> None:
    forms = {"ی": "یيىې", "ک": "کكڪ", "ه": "هةہە", "و": "وۆۇ", "ا": "اأإ"}
    changed = [data.draw(st.sampled_from(forms[each])) if each in forms else each for each in text]
    _assert_judged_alike(text, "".join(changed))


@given(_texts(), st.data())
@STURDY
def test_presentation_forms_are_judged_alike(text: str, data: st.DataObject) -> None:
    forms = _presentation_forms()
    changed = [data.draw(st.sampled_from(forms[each])) if each in forms else each for each in text]
    _assert_judged_alike(text, "".join(changed))


@cache
def _presentation_forms() -> dict[str, list[str]]:
    """For each Persian letter, the ways in which old software writes its shapes."""
    persian = {"ي": "ی", "ى": "ی", "ك": "ک"}
    forms: dict[str, list[str]] = {}
    for code in chain(range(0xFB50, 0xFBB2), range(0xFBD3, 0xFC00), range(0xFE80, 0xFEFD)):
        plain = unicodedata.normalize("NFKD", chr(code))
        if len(plain) == 1 and plain.isalpha():
            forms.setdefault(persian.get(plain, plain), []).append(chr(code))
    return forms


@given(_texts())
@STURDY
def test_the_ligature_of_lam_and_alef_is_judged_as_both(text: str) -> None:
    _assert_judged_alike(text, text.replace("لا", "ﻻ"))


LATIN, PERSIAN, ARABIC = "0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"


@given(_texts(), st.sampled_from([LATIN, PERSIAN, ARABIC]))
@STURDY
def test_digits_of_every_script_are_judged_alike(text: str, digits: str) -> None:
    numbered = f"{text} 1402/06/15 ساعت ۱۲ شماره ٣٤"
    every = str.maketrans(LATIN + PERSIAN + ARABIC, digits * 3)
    _assert_judged_alike(numbered, numbered.translate(every))
    _assert_judged_alike(text, text.translate(every))


@given(_texts(), st.data())
@STURDY
def test_invisible_marks_between_words_mean_nothing(text: str, data: st.DataObject) -> None:
    mark = st.sampled_from(INVISIBLE)
    places = [at for at, each in enumerate(text) if each == " "]
    at = data.draw(st.sampled_from(places)) if places else 0
    after = data.draw(st.integers(0, 1)) if places else 0
    _assert_judged_alike(text, text[: at + after] + data.draw(mark) + text[at + after :])


@given(_texts(), st.sampled_from(INVISIBLE), st.booleans())
@STURDY
def test_invisible_marks_around_a_message_mean_nothing(
    text: str, mark: str, is_before: bool
) -> None:
    _assert_judged_alike(text, mark + text if is_before else text + mark)


@given(_texts(), st.data())
@STURDY
def test_invisible_joiners_inside_words_mean_nothing(text: str, data: st.DataObject) -> None:
    places = [at for at in range(1, len(text)) if text[at - 1 : at + 1].isalnum()]
    at = data.draw(st.sampled_from(places)) if places else 0
    _assert_judged_alike(text, text[:at] + data.draw(st.sampled_from(JOINERS)) + text[at:])


@given(_texts(), st.data())
@STURDY
def test_letters_drawn_out_with_kashida_mean_nothing(text: str, data: st.DataObject) -> None:
    joining = frozenset("بپتثجچحخسشصضطظعغفقکگلمنهی")
    places = [
        at
        for at in range(1, len(text))
        if text[at - 1] in joining and "آ" <= text[at] <= "ی" and text[at].isalpha()
    ]
    at = data.draw(st.sampled_from(places)) if places else 0
    drawn_out = "ـ" * (data.draw(st.integers(1, 5)) if places else 0)
    _assert_judged_alike(text, text[:at] + drawn_out + text[at:])


@given(_texts(), st.sampled_from(INVISIBLE))
@STURDY
def test_invisible_marks_of_the_seller_mean_nothing(text: str, mark: str) -> None:
    plain, marked = Dialogue(), Dialogue()
    for play, said in ((plain, text), (marked, text.replace(" ", f" {mark}"))):
        play.says("سلام این کیف کی میرسه؟")
        play.seller(said)
    assert marked.memory == plain.memory
    assert marked.says(text).risk == pytest.approx(plain.says(text).risk, abs=1e-6)
