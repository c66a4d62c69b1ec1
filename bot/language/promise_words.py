"""The words of times, folded as the reader folds them; Finglish is read as Persian."""

import re
from typing import NamedTuple


def listed(words: str) -> frozenset[str]:
    """Words with spaces between them."""
    return frozenset(words.split())


class Part(NamedTuple):
    """A part of the day: the hour by which it is meant, and what it says of an hour beside it.

    Where it `opens_day`, twelve o'clock is the day's first moment: "12 am".
    """

    hour: int
    is_later: bool = False
    is_night: bool = False
    follows_hours: bool = True
    is_today: bool = False
    opens_day: bool = False


class Unit(NamedTuple):
    """A unit of time; `is_due` where the word itself looks ahead, as «دوروزه»."""

    minutes: float
    is_due: bool = False


_MORNING, _NOON, _AFTERNOON = Part(10), Part(12, True), Part(16, True)
_EVENING, _NIGHT = Part(18, True), Part(21, True, True)

PARTS: dict[tuple[str, ...], Part] = {
    ("بامداد",): Part(6, opens_day=True),
    ("صبح",): _MORNING,
    ("صب",): _MORNING,
    ("صبحی",): _MORNING,
    ("صبح", "زود"): Part(8),
    ("اول", "صبح"): Part(8),
    ("اول", "وقت"): Part(9, follows_hours=False),
    ("ظهر",): _NOON,
    ("ظهری",): _NOON,
    ("سر", "ظهر"): _NOON,
    ("قبل", "از", "ظهر"): Part(11),
    ("قبل", "ظهر"): Part(11),
    ("پیش", "از", "ظهر"): Part(11),
    ("بعد", "از", "ظهر"): _AFTERNOON,
    ("بعد", "ظهر"): _AFTERNOON,
    ("بعدازظهر",): _AFTERNOON,
    ("بعدظهر",): _AFTERNOON,
    ("عصر",): _EVENING,
    ("عصری",): _EVENING,
    ("اثر",): _EVENING,  # how Finglish «asr» is read
    ("غروب",): _EVENING,
    ("شب",): _NIGHT,
    ("سر", "شب"): Part(20, True, True),
    ("اخر", "شب"): Part(22, True, True),
    ("نیمه", "شب"): Part(23, True, True),
    ("نصفه", "شب"): Part(23, True, True),
    ("امشب",): Part(21, True, True, is_today=True),
    ("اخر", "امشب"): Part(22, True, True, is_today=True),
    ("اخر", "وقت"): Part(18, True, follows_hours=False),
    ("اخر", "وقت", "امروز"): Part(18, True, follows_hours=False, is_today=True),
    ("پایان", "وقت"): Part(18, True, follows_hours=False),
    ("اخر", "روز"): Part(18, True, follows_hours=False),
    ("پایان", "روز"): Part(18, True, follows_hours=False),
    ("morning",): _MORNING,
    ("am",): Part(10, opens_day=True),
    ("noon",): _NOON,
    ("midday",): _NOON,
    ("lunchtime",): Part(13, True),
    ("afternoon",): _AFTERNOON,
    ("evening",): _EVENING,
    ("pm",): _EVENING,
    ("night",): _NIGHT,
    ("tonight",): Part(21, True, True, is_today=True),
    ("end", "of", "day"): Part(18, True, follows_hours=False),
    ("end", "of", "the", "day"): Part(18, True, follows_hours=False),
    ("close", "of", "business"): Part(18, True, follows_hours=False),
    ("eod",): Part(18, True, follows_hours=False),
    ("this", "morning"): Part(10, is_today=True),
    ("this", "afternoon"): Part(16, True, is_today=True),
    ("this", "evening"): Part(18, True, is_today=True),
}

DAYS: dict[tuple[str, ...], str] = {
    ("امروز",): "0",
    ("همین", "امروز"): "0",
    ("فردا",): "1",
    ("فرداشب",): "1",
    ("پسفردا",): "2",
    ("پس", "فردا"): "2",
    ("پسون", "فردا"): "3",
    ("اخر", "هفته"): "end of week",
    ("پایان", "هفته"): "end of week",
    ("اخر", "این", "هفته"): "end of week",
    ("اخر", "هفته", "بعد"): "end of next week",
    ("اخر", "هفته", "اینده"): "end of next week",
    ("پایان", "هفته", "بعد"): "end of next week",
    ("پایان", "هفته", "اینده"): "end of next week",
    ("اول", "هفته"): "next week",
    ("ابتدای", "هفته"): "next week",
    ("هفته", "بعد"): "next week",
    ("هفته", "بعدی"): "next week",
    ("هفته", "بد"): "next week",  # how Finglish «hafte bad» is read
    ("هفته", "اینده"): "next week",
    ("هفته", "دیگه"): "next week",
    ("اول", "هفته", "بعد"): "next week",
    ("اول", "هفته", "اینده"): "next week",
    ("سر", "ماه"): "next month",
    ("سر", "برج"): "next month",
    ("اول", "ماه"): "next month",
    ("اول", "برج"): "next month",
    ("ماه", "بعد"): "next month",
    ("ماه", "اینده"): "next month",
    ("ماه", "دیگه"): "next month",
    ("اخر", "ماه"): "end of month",
    ("پایان", "ماه"): "end of month",
    ("اخر", "برج"): "end of month",
    ("today",): "0",
    ("tomorrow",): "1",
    ("tmrw",): "1",
    ("tmr",): "1",
    ("day", "after", "tomorrow"): "2",
    ("the", "day", "after", "tomorrow"): "2",
    ("end", "of", "the", "week"): "end of week",
    ("end", "of", "this", "week"): "end of week",
    ("end", "of", "week"): "end of week",
    ("end", "of", "next", "week"): "end of next week",
    ("next", "week"): "next week",
    ("next", "month"): "next month",
    ("end", "of", "the", "month"): "end of month",
    ("end", "of", "this", "month"): "end of month",
    ("end", "of", "month"): "end of month",
}

NOW: frozenset[tuple[str, ...]] = frozenset(
    {
        ("الان",),
        ("الانه",),
        ("همینالان",),
        ("فورا",),
        ("فوری",),
        ("همین", "حالا"),
        ("یه", "لحظه"),
        ("یک", "لحظه"),
        ("چند", "لحظه"),
        ("لحظاتی", "دیگه"),
        ("now",),
        ("right", "away"),
        ("immediately",),
        ("a", "moment"),
        ("a", "sec"),
        ("a", "second"),
        ("a", "minute"),
    }
)

WEEKDAYS: dict[str, int] = {
    "شنبه": 5,
    "یکشنبه": 6,
    "یهشنبه": 6,
    "دوشنبه": 0,
    "سهشنبه": 1,
    "سشنبه": 1,
    "چهارشنبه": 2,
    "چارشنبه": 2,
    "پنجشنبه": 3,
    "پنشنبه": 3,
    "جمعه": 4,
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
    "mon": 0,
    "tues": 1,
    "thurs": 3,
}

_WORD_NUMBERS = (
    "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده "
    "چهارده پانزده شانزده هفده هجده نوزده بیست"
)
_ENGLISH_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS: dict[str, float] = {
    **{word: float(number) for number, word in enumerate(_WORD_NUMBERS.split(), start=1)},
    **{word: float(number) for number, word in enumerate(_ENGLISH_NUMBERS.split(), start=1)},
    "شیش": 6.0,
    "چار": 4.0,
    "پونزده": 15.0,
    "شونزده": 16.0,
    "سی": 30.0,
    "چهل": 40.0,
}

SOME: dict[str, float] = {
    "یه": 1.0,
    "یکی": 1.0,
    "نیم": 0.5,
    "چند": 3.0,
    "چندین": 3.0,
    "a": 1.0,
    "an": 1.0,
    "half": 0.5,
    "few": 3.0,
    "couple": 2.0,
}

_DAY, _WEEK = 1440.0, 7 * 1440.0
UNITS: dict[str, Unit] = {
    "دقیقه": Unit(1),
    "دقه": Unit(1),
    "دقیقهای": Unit(1, True),
    "ربع": Unit(15),
    "ساعت": Unit(60),
    "ساعته": Unit(60, True),
    "روز": Unit(_DAY),
    "روزه": Unit(_DAY, True),
    "هفته": Unit(_WEEK),
    "هفتهای": Unit(_WEEK, True),
    "ماه": Unit(30 * _DAY),
    "minute": Unit(1),
    "minutes": Unit(1),
    "min": Unit(1),
    "mins": Unit(1),
    "hour": Unit(60),
    "hours": Unit(60),
    "hr": Unit(60),
    "hrs": Unit(60),
    "day": Unit(_DAY),
    "days": Unit(_DAY),
    "week": Unit(_WEEK),
    "weeks": Unit(_WEEK),
    "month": Unit(30 * _DAY),
}

FUSED = re.compile(
    r"(یک|یه|نیم|چند|دو|سه|چهار|پنج|شش|هفت|ده|بیست)"
    r"(ساعت|ساعته|روز|روزه|دقیقه|دقیقهای|هفته|هفتهای|ربع|ماه)"
)

AHEAD = frozenset({"دیگه", "دیگر", "اینده", "بعد", "دیگهای", "from", "later"})
AGO = frozenset({"پیش", "قبل", "گذشته", "طول", "ago", "است", "شده", "هست", "پیشتر"})
WITHIN = frozenset(
    {"تا", "ظرف", "عرض", "حداکثر", "طی", "توی", "تو", "نهایتا", "فوقش", "in", "within", "سر", "ta"}
)
CLOCK_WORDS = frozenset(
    {"ساعت", "ساعته", "ساعتای", "حوالی", "at", "by", "around", "before", "until"}
)

_ORDINAL_WORDS = (
    "یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم "
    "هفدهم هجدهم نوزدهم بیستم"
)
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)},
    "اول": 1,
    "پونزدهم": 15,
    "شونزدهم": 16,
    "هیفدهم": 17,
    "هیجدهم": 18,
    "سیام": 30,
    "شیشم": 6,
}

ENGLISH_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march",),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

GREETINGS = frozenset({"بخیر", "good", "خوش", "بخیرباشه"})


def names_a_time(word: str) -> bool:
    """Whether a word alone says when."""
    return (word,) in DAYS or (word,) in PARTS or word in WEEKDAYS or (word,) in NOW
