"""Sums of money as they are typed, in toman."""

import pytest

from bot.detection.evidence import folded
from bot.detection.money import money_named
from tests.detection.stage import reader


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("کیفش ۴۸۰ تومنه", 480_000),  # nobody sells for 480 toman
        ("پیک ۵ هزار تومن شد", 5_000),
        ("۲۵۰ هزارتومان واریز کردم", 250_000),
        ("۲ میلیون و ۳۰۰ هزار تومان دادم", 2_300_000),
        ("1.2 million toman", 1_200_000),
        ("۵۰۰ هزار بیعانه و ۲ میلیون بقیه‌ش", 2_000_000),  # the largest, where they are two
        ("سایز ۴۲ می‌خوام", None),
    ],
)
def test_the_largest_sum_is_named(text: str, sum_: int | None) -> None:
    assert money_named(folded(reader().read(text))) == sum_
