"""The names of months and of the days near today, as people type them in both languages."""

from bot.core.spans import Stretch

JALALI_NAMES: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "فروردین farvardin",
            "اردیبهشت ordibehesht",
            "خرداد khordad",
            "تیر tir",
            "مرداد امرداد mordad",
            "شهریور shahrivar",
            "مهر mehr",
            "ابان آبان aban",
            "اذر آذر azar",
            "دی dey",
            "بهمن bahman",
            "اسفند esfand",
        ),
        start=1,
    )
    for name in names.split()
}
"""The months of Iran's calendar, from 1; also as «آذر» is typed without its mark."""

GREGORIAN_NAMES: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "ژانویه january jan",
            "فوریه february feb",
            "مارس march mar",
            "آوریل اوریل april apr",
            "می مه may",
            "ژوئن june jun",
            "ژوئیه جولای july jul",
            "اوت آگوست august aug",
            "سپتامبر september sep sept",
            "اکتبر october oct",
            "نوامبر november nov",
            "دسامبر december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""The months of the Gregorian calendar, from 1."""

ORDINALS = {
    "اول": 1,
    "یکم": 1,
    "دوم": 2,
    "سوم": 3,
    "پنجم": 5,
    "دهم": 10,
    "پانزدهم": 15,
    "بیستم": 20,
}
"""Days of a month in words, those that are said so."""

RELATIVE: dict[str, tuple[Stretch, int]] = {
    words: (stretch, ago)
    for stretch, ago, said in (
        (Stretch.DAY, 0, "امروز|today|emrooz|emruz"),
        (Stretch.DAY, 1, "دیروز|yesterday|dirooz|diruz"),
        (Stretch.DAY, 2, "پریروز|the day before yesterday"),
        (Stretch.WEEK, 0, "هفته|این هفته|هفته جاری|week|this week"),
        (Stretch.WEEK, 1, "هفته پیش|هفته گذشته|هفته قبل|last week"),
        (Stretch.MONTH, 0, "ماه|این ماه|ماه جاری|month|this month"),
        (Stretch.MONTH, 1, "ماه پیش|ماه گذشته|ماه قبل|last month"),
    )
    for words in said.split("|")
}
"""How many days, weeks or months ago."""
