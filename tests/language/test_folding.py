"""What phrases are matched against: the typed view."""

import pytest

from bot.language import Reader

ROWS = [
    ("كتاب عربي", "کتاب عربی"),  # Arabic kaf and yeh
    ("خانۀ ما، مدرسة", "خانه ما مدرسه"),  # he with yeh, teh marbuta
    ("آب أب إب", "اب اب اب"),  # every alef is one
    ("مؤدب مسئول", "مودب مسیول"),  # hamza carriers become their letter
    ("ﺳﻼم ﻻله", "سلام لاله"),  # presentation forms and the lam-alef ligature
    ("سَلامٌ", "سلام"),  # vowel signs
    ("ســلــام", "سلام"),  # kashida
    ("سل\u200bام\u202e خو\u2060ب", "سلام خوب"),  # zero-width space, override, word joiner
    ("می‌خوام", "میخوام"),  # a half-space joins
    ("می خوام نمی دونم", "میخوام نمیدونم"),  # a verb prefix typed apart
    ("مي خوام", "میخوام"),  # the same with Arabic yeh
    ("می، خوام", "می خوام"),  # a comma keeps them apart
    ("کتاب‌ها کتاب های من", "کتابها کتابهای من"),  # plural with half-space, with space
    ("کتاب ها رو بفرست", "کتابها رو بفرست"),  # a plural that goes on
    ("گرون شد ها!", "گرون شد ها"),  # «ها» that ends a sentence is no plural
    ("بزرگ تر از همه", "بزرگتر از همه"),  # comparative
    ("تمیز و تر و تازه", "تمیز و تر و تازه"),  # «تر» as a word of its own
    ("خسته ام", "خستهام"),  # copula after he
    ("همه ای بابا", "همه ای بابا"),  # «ای بابا» is a sigh, no suffix
    ("سلاااااام", "سلام"),  # stretched letters
    ("مرررسی", "مرسی"),  # stretched consonants
    ("الله ممنون", "الله ممنون"),  # two equal letters stay
    ("۱۲ ١٢ 12", "12 12 12"),  # three kinds of digits
    ("۱٬۵۰۰٬۰۰۰ تومن", "1500000 تومن"),  # Persian thousands
    ("1,500 و ۱۲٫۵", "1500 و 12.5"),  # Latin thousands, Persian decimal point
    ("1000000", "1000000"),  # equal digits are not stretched letters
    ("قیمت500تومن", "قیمت 500 تومن"),  # digits without spaces
    ("iphoneدارین؟", "iphone دارین"),  # scripts without a space
    ("SALAM", "salam"),  # small letters
    ("ｓａｌａｍ", "salam"),  # fullwidth letters
    ("don't", "dont"),  # apostrophe inside a word
    ("عالی😂😂", "عالی 😂 😂"),  # emoji beside a word, each alone
    ("👍🏽 ❤️ 👨‍👩‍👧 🇮🇷", "👍 ❤ 👨 🇮🇷"),  # skin tone, VS16, joined family, flag
    ("خوبه :)) نه :(", "خوبه :) نه :("),  # smiles
    ("https://a.ir/b?c=1 t.me/abc shop.com", "<url> <url> <url>"),  # links
    ("@my_shop_1 ali.b@mail.com", "<name> <email>"),  # names and e-mail
    ("سلام.خوبی؟چطوری!", "سلام خوبی چطوری"),  # punctuation without spaces
    ("«کلاه» (بردار)", "کلاه بردار"),  # quotes and brackets
    ("﷼", "ریال"),  # one letter that stands for a word
    ("", ""),  # nothing
    ("؟!...", ""),  # only punctuation
    ("سلام\ud83dخوبی", "سلام خوبی"),  # a lone surrogate parts words
]


@pytest.mark.parametrize(("text", "folded"), ROWS)
def test_the_typed_view_is_folded(reader: Reader, text: str, folded: str) -> None:
    assert reader.read(text).views[0].folded == folded
    assert reader.read(text).views[0].name == "typed"


@pytest.mark.parametrize(
    ("text", "token", "own_words"),
    [
        ("خب مي خوام‌ش", "میخوامش", "مي خوام‌ش"),  # a joined token shows all of its words
        ("۱۲ ﻻله سلاااام", "سلام", "سلاااام"),  # a ligature before it moves nothing
        ("﷼ و ﻻله", "لاله", "ﻻله"),  # letters that grow keep their place
        ("😂👍🏽 ک*ثافت", "کثافت", "ک*ثافت"),  # undone disguise shows the disguise
        ("salam poolamo bede", "پولمو", "poolamo"),  # Finglish shows Finglish
    ],
)
def test_a_span_shows_the_customers_own_words(
    reader: Reader, text: str, token: str, own_words: str
) -> None:
    view = reader.read(text).views[-1]
    start, end = view.spans[view.tokens.index(token)]
    assert text[start:end] == own_words
