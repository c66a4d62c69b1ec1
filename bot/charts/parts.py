"""Long spans in few parts: days, then weeks, then months; and how parts are labelled."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import jdatetime

from bot.core.days import Span
from bot.core.spans import Almanac
from bot.language.calendar import MONTHS, WEEKDAYS, persian_digits

MOST_DAYS, MOST_WEEKS = 31, 18
"""More days are drawn by week, more weeks by month."""
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Label:
    """A part's two lines on the axis: its `name`, `brief` where room is short, and what it is `of`.

    `of` is the month, or the year where months stand; empty where it is that of the part before.
    """

    name: str
    brief: str
    of: str


class Piece(StrEnum):
    """What the parts of a span are."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


def piece_of(span: Span) -> Piece:
    """What a span is drawn by."""
    if span.days <= MOST_DAYS:
        return Piece.DAYS
    return Piece.WEEKS if span.days <= MOST_WEEKS * 7 else Piece.MONTHS


def parts_of(span: Span, almanac: Almanac) -> tuple[Span, ...]:
    """The days, weeks or months of a span, cut to it, oldest first."""
    piece_name = piece_of(span)
    if piece_name is Piece.DAYS:
        return tuple(Span(day, day) for day in span)
    piece = almanac.week_of if piece_name is Piece.WEEKS else almanac.month_of
    parts, first = [], span.first
    while first <= span.last:
        last = min(piece(first).last, span.last)
        parts.append(Span(first, last))
        first = last + timedelta(1)
    return tuple(parts)


def labels_of(span: Span, parts: tuple[Span, ...], language: str) -> tuple[Label, ...]:
    """What stands below the parts; a month's or year's name only where it begins."""
    by_month = piece_of(span) is Piece.MONTHS
    labels, named = [], ""
    for part in parts:
        year, month, day = _numbers(part, language)
        name, of = (month, year) if by_month else (day, month)
        new = of if of != named else ""
        if span.days <= 7:
            weekday, initial = _weekday(part, language)
            labels.append(Label(weekday, initial, f"{day} {new}".rstrip()))
        else:
            labels.append(Label(name, name, new))
        named = of
    return tuple(labels)


def is_weekend(part: Span) -> bool:
    """Whether a part is a Friday."""
    return part.days == 1 and part.first.weekday() == FRIDAY


def _weekday(part: Span, language: str) -> tuple[str, str]:
    """A day's name, and how a wall calendar shortens it: «سه‌شنبه» and «س»."""
    if language != "fa":
        return f"{part.first:%a}", f"{part.first:%a}"[0]
    name = WEEKDAYS[part.first.weekday()]
    return name, name[0]


def _numbers(part: Span, language: str) -> tuple[str, str, str]:
    if language != "fa":
        return f"{part.first:%Y}", f"{part.first:%b}", str(part.first.day)
    day = jdatetime.date.fromgregorian(date=part.first)
    return persian_digits(day.year), MONTHS[day.month - 1], persian_digits(day.day)
