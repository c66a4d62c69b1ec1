"""The one product that a conversation is about."""

import pytest

from bot.core.conversation import Past, Who
from bot.core.goods import NO_GOODS, Goods

GOODS = Goods(
    (name, tuple(name.replace("\u200c", "").split()))
    for name in ("کرم", "کرم ضدآفتاب", "عطر", "iphone 15", "رژ")
)

TABLE: list[tuple[list[str], str | None]] = [
    # named by either side
    (["سلام", "عطر دارین"], "عطر"),
    # with an ending
    (["عطرتون شکست"], "عطر"),
    (["کرمش رو زدم"], "کرم"),
    # the longer name alone, though a shorter one is in it
    (["کرم ضدآفتاب میخوام"], "کرم ضدآفتاب"),
    (["iphone 15 کی میرسه"], "iphone 15"),
    # the same one twice
    (["عطر", "همون عطرو"], "عطر"),
    # two: nobody knows which
    (["عطر و رژ میخوام"], None),
    (["کرم ضدآفتاب", "کرم هم"], None),
    # within another word
    (["خطر داره"], None),
    (["iphone 14"], None),
    # too short for endings
    (["رژیم دارم", "رژی"], None),
    # none
    (["سلام"], None),
    ([], None),
]


@pytest.mark.parametrize(("turns", "expected"), TABLE)
def test_the_product_that_is_spoken_of(turns: list[str], expected: str | None) -> None:
    sides = (Who.CUSTOMER, Who.SELLER)
    past = [Past(sides[at % 2], float(at), text) for at, text in enumerate(turns)]
    assert GOODS.spoken_of(past) == expected


def test_a_shop_without_products_speaks_of_none() -> None:
    assert NO_GOODS.spoken_of([Past(Who.CUSTOMER, 0.0, "عطر")]) is None
    assert Goods([("؟", ())]).spoken_of([Past(Who.CUSTOMER, 0.0, "عطر")]) is None
