"""The text for people: hazm's spelling, without what hazm breaks."""

import pytest

from bot.language import Reader

ROWS = [
    ("سلاااام كتابي", "سلام کتابی"),  # shortened, Persian letters
    ("قیمت 12", "قیمت ۱۲"),  # hazm's Persian digits
    ("قیمت ١٢", "قیمت ۱۲"),  # Arabic digits
    ("می‌خوام", "می‌خوام"),  # half-spaces stay
    ("ﻻله", "لاله"),  # ligatures, which hazm leaves
    ("سلام\u202e\u200b خوبی", "سلام خوبی"),  # hidden characters, which hazm leaves
    ("ببین t.me/abc 12", "ببین t.me/abc ۱۲"),  # a link with its digits
    ("آیدی @my_shop_1 است", "آیدی @my_shop_1 است"),  # a name
    ("خوبه :) ممنون", "خوبه :) ممنون"),  # a smile
    ("گوشی a54", "گوشی a54"),  # a model number
    ("از ali1@mail.com پرسیدم", "از ali1@mail.com پرسیدم"),  # an e-mail address
    ("order number 12", "order number 12"),  # English keeps its digits
    ("poolamo  pas bede", "poolamo pas bede"),  # Finglish stays as typed, but tidy
    ("یک\n\nدو", "یک\n\nدو"),  # paragraphs
    ("\ue000سلام t.me/a", "سلام t.me/a"),  # a private-use letter cannot confuse the links
]


@pytest.mark.parametrize(("text", "written"), ROWS)
def test_the_text_is_readable(reader: Reader, text: str, written: str) -> None:
    assert reader.write(text) == written
