"""Pictures to draw in tests: every panel, in both languages."""

from datetime import date, timedelta

from bot.charts.parts import parts_of
from bot.charts.spec import (
    Change,
    DayTalks,
    Number,
    Picture,
    Row,
    Rows,
    Share,
    Shares,
    Talks,
    Tension,
    Trend,
    Units,
    Wait,
    WaitRange,
)
from bot.core.days import Span
from bot.core.trouble import Outcome
from bot.language.calendar import almanac

LAST = date(2026, 11, 22)
UNITS = Units("ثانیه", "دقیقه", "ساعت", "روز")


def picture_of_days(language: str, days: int, *, name: str = "دیر رسیدن سفارش") -> Picture:
    """Every panel, for so many days."""
    span = Span(LAST - timedelta(days - 1), LAST)
    talks = tuple(
        DayTalks(day, number % 9, number % 3, number % 4) for number, day in enumerate(span)
    )
    parts = parts_of(span, almanac(language, "Asia/Tehran"))
    waits = tuple(Wait(part, 40.0 + 9 * number, 300.0) for number, part in enumerate(parts))
    return Picture(
        language=language,
        title=name,
        subtitle=name,
        numbers=(
            Number("۴۲", name, Change("۱۲٪", Trend.UP, is_good=False)),
            Number("۳ دقیقه", "انتظار", Change("۵٪", Trend.DOWN, is_good=True)),
            Number("۷", "بازگشت پول"),
        ),
        panels=(
            Talks("گفتگوها", span, talks, "آرام", "تنش", "آرام شد", "هیچ"),
            Rows("درباره‌ی", (Row(name, 7, 3), Row("Sara", 2)), "همه", "آرام شد", "هیچ"),
            WaitRange("انتظار", span, waits, "میانه", "نه از ده", UNITS, "هیچ"),
            Shares("پایان", tuple(Share(each, each.value, 2) for each in Outcome), "هیچ"),
            Tension("تنش", (0.5, None, 2.0, 3.0), "دیروز", "امروز", "آرام", "تند", "هیچ"),
        ),
        footer=name,
    )
