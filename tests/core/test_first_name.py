"""What a customer is called, from the names that people show: surely a name, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.first_name import first_name

NAMES: list[tuple[str | None, str | None, str | None]] = [
    # (shown, in Persian, in English)
    # plain
    ("مریم", "مریم", "Maryam"),
    ("مریم رضایی", "مریم", "Maryam"),
    ("علی", "علی", "Ali"),
    ("زهرا سادات موسوی", "زهرا", "Zahra"),
    ("کوروش بزرگ‌نیا", "کوروش", "Kourosh"),
    ("نگار", "نگار", "Negar"),
    ("سارا ستوده", "سارا", "Sara"),
    # Latin, in the customer's own spelling
    ("Maryam", "مریم", "Maryam"),
    ("Mariam Ahmadi", "مریم", "Mariam"),
    ("ali", "علی", "Ali"),
    ("ALI REZAEI", "علی", "Ali"),
    ("Hossein", "حسین", "Hossein"),
    ("Hussein K.", "حسین", "Hussein"),
    ("Niloufar", "نیلوفر", "Niloufar"),
    ("Nilufar M", "نیلوفر", "Nilufar"),
    ("Arezou", "آرزو", "Arezou"),
    ("Saied", "سعید", "Saied"),
    ("Fateme", "فاطمه", "Fateme"),
    ("Zeynab Karimi", "زینب", "Zeynab"),
    ("mohamad", "محمد", "Mohamad"),
    ("Sahar Ahmadi", "سحر", "Sahar"),
    # other countries' names; John would be «جان جان»
    ("David Smith", "دیوید", "David"),
    ("John", None, "John"),
    ("Zoë", None, "Zoe"),
    ("Mehmet Yılmaz", None, "Mehmet"),
    # two words that are one name
    ("محمد رضا احمدی", "محمدرضا", "Mohammadreza"),
    ("محمدرضا", "محمدرضا", "Mohammadreza"),
    ("امیر\u200cحسین", "امیرحسین", "Amirhossein"),
    ("علی\u200cرضا کریمی", "علیرضا", "Alireza"),
    ("Mohammad Reza", "محمدرضا", "Mohammadreza"),
    ("Amir-Ali", "امیرعلی", "Amirali"),
    # letters of other keyboards and decorations
    ("مريم", "مریم", "Maryam"),
    ("كيميا", "کیمیا", "Kimia"),
    ("مـــریـــم", "مریم", "Maryam"),
    ("مَریَم", "مریم", "Maryam"),
    ("𝓜𝓪𝓻𝔂𝓪𝓶", "مریم", "Maryam"),
    ("𝕄𝕒𝕣𝕪𝕒𝕞", "مریم", "Maryam"),
    ("Ｓａｒａ", "سارا", "Sara"),
    ("ⓈⒶⓇⒶ", "سارا", "Sara"),
    ("🅼🅰🆁🆈🅰🅼", "مریم", "Maryam"),
    ("ᴍᴀʀʏᴀᴍ", "مریم", "Maryam"),
    ("🇸🇦🇷🇦", "سارا", "Sara"),
    ("༺مریم༻", "مریم", "Maryam"),
    ("꧁༒Sara༒꧂", "سارا", "Sara"),
    ("★彡 Reza 彡★", None, None),
    ("M A R Y A M", "مریم", "Maryam"),
    ("S.A.R.A", "سارا", "Sara"),
    ("م ر ی م", "مریم", "Maryam"),
    ("سـ ـا ـر ـا", "سارا", "Sara"),
    ("سااااارا", "سارا", "Sara"),
    ("Saraaaaa", "سارا", "Sara"),
    ("M̷a̷r̷y̷a̷m̷", "مریم", "Maryam"),
    ("\u202eمریم\u202c", "مریم", "Maryam"),
    ("مریم\u200f", "مریم", "Maryam"),
    # emoji
    ("🌸مریم🌸", "مریم", "Maryam"),
    ("مریم ❤️", "مریم", "Maryam"),
    ("Ali 🇮🇷", "علی", "Ali"),
    ("👑 Reza 👑", "رضا", "Reza"),
    ("«علی»", "علی", "Ali"),
    ("~ نسترن ~", "نسترن", "Nastaran"),
    # numbers and what is glued to a name
    ("Ali77", "علی", "Ali"),
    ("sara_1375", "سارا", "Sara"),
    ("MaryamAhmadi", "مریم", "Maryam"),
    ("maryam.ahmadi", "مریم", "Maryam"),
    ("مریم۹۹", "مریم", "Maryam"),
    # titles are left out, and nobody is called by a title
    ("دکتر مریم احمدی", "مریم", "Maryam"),
    ("Dr. Sara Karimi", "سارا", "Sara"),
    ("مهندس سعید", "سعید", "Saeed"),
    ("آقای رضا", "رضا", "Reza"),
    ("سید علی", "علی", "Ali"),
    ("سیدعلی حسینی", "علی", "Ali"),
    ("Seyed Mohammad", "محمد", "Mohammad"),
    ("حاج حسن", "حسن", "Hassan"),
    ("دکتر توکلی", None, None),
    ("خانم دکتر احمدی", None, None),
    ("آقای کریمی", None, None),
    ("Dr Ahmadi", None, None),
    ("Mr. Nobody", None, None),
    ("حاجی", None, None),
    ("مهندس", None, None),
    # what people add to be kind
    ("مریم خانم", "مریم", "Maryam"),
    ("سارا جون", "سارا", "Sara"),
    ("علی آقا", "علی", "Ali"),
    ("Sara Joon", "سارا", "Sara"),
    # somebody else's name
    ("مامان سارا", None, None),
    ("مامانِ سارا", None, None),
    ("بابای آرتین", None, None),
    ("Maman Sara", None, None),
    ("mom of Ali", None, None),
    ("سارا مامان آرتین", None, None),
    ("خاله مریم", None, None),
    ("همسر رضا", None, None),
    # an uncle by family name
    ("علی دایی", "علی", "Ali"),
    # two people
    ("علی ❤️ مریم", None, None),
    ("Ali & Sara", None, None),
    ("علی و سارا", None, None),
    ("سارا/نگار", None, None),
    # shops and offices
    ("فروشگاه نیلوفر", None, None),
    ("نیلوفر شاپ", None, None),
    ("گالری نقره سارا", None, None),
    ("مزون مریم", None, None),
    ("مریم | مزون لباس", None, None),
    ("Nike Store", None, None),
    ("Sara Shop", None, None),
    ("SaraShop", None, None),
    ("Samsung", None, None),
    ("پخش عمده رضا", None, None),
    ("املاک رضایی", None, None),
    ("Admin", None, None),
    ("پشتیبانی", None, None),
    ("Ali Mobile", None, None),
    ("Deleted Account", None, None),
    ("مدیریت", None, None),
    # what somebody does is no shop
    ("سارا | معلم", "سارا", "Sara"),
    ("نگار (پشتیبانی)", "نگار", "Negar"),
    ("پشتیبانی نگار", None, None),
    ("Reza - photographer", "رضا", "Reza"),
    # numbers, handles, addresses
    ("۰۹۱۲۳۴۵۶۷۸۹", None, None),
    ("@maryam", None, None),
    ("user_123", None, None),
    ("t.me/sara", None, None),
    ("مریم @maryam_gold", "مریم", "Maryam"),
    ("https://ali.ir", None, None),
    # quotes and moods
    ("دلتنگ…", None, None),
    ("«خدا هست»", None, None),
    ("یا حسین", None, None),
    ("یا علی مدد", None, None),
    ("مهدی بیا", None, None),
    ("علی مولای من", None, None),
    ("تنهایی", None, None),
    ("Queen 👑", None, None),
    ("lonely girl", None, None),
    ("هیچکس", None, None),
    ("زندگی زیباست", None, None),
    ("رضا به رضای خدا", None, None),
    ("دختر پاییز", None, None),
    # a name that is a word: alone or with a family name, not in a sentence
    ("باران", "باران", "Baran"),
    ("باران احمدی", "باران", "Baran"),
    ("Baran A.", "باران", "Baran"),
    ("بهار زندگی", None, None),
    ("باران که ببارد", None, None),
    ("آرزو دارم", None, None),
    ("امید به خدا", None, None),
    ("نسیم صبح", None, None),
    ("شادی روحت", None, None),
    ("ستاره شب", None, None),
    ("رویای شیرین", None, None),
    # unknown names are nobody's
    ("احمدی", None, None),
    ("Ahmadi Maryam", None, None),
    ("Xyzzy", None, None),
    ("иван", None, None),
    ("王小明", None, None),
    # nothing
    ("", None, None),
    ("   ", None, None),
    (".", None, None),
    ("😀", None, None),
    ("\u200c\u200f", None, None),
    ("ـــ", None, None),
    (None, None, None),
    # hostile
    ("مریم\n\nسلام به همه", None, None),
    ("{customer}", None, None),
    ("<b>Ali</b>", None, None),
    ("علی" * 4000, None, None),
    ("a " * 4000, None, None),
    ("\ud800\udfff", None, None),
    ("\0مریم", "مریم", "Maryam"),
]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(NAMES) >= 120


@pytest.mark.parametrize(("shown", "persian", "english"), NAMES)
def test_a_name_is_surely_a_name_or_left_out(
    shown: str | None, persian: str | None, english: str | None
) -> None:
    assert (first_name(shown, "fa"), first_name(shown, "en")) == (persian, english)


@given(st.text(max_size=40))
def test_no_name_breaks_it(shown: str) -> None:
    for locale in ("fa", "en"):
        name = first_name(shown, locale)
        assert name is None or (name.replace("\u200c", "").isalpha() and len(name) <= 20)


@given(st.sampled_from(["مریم", "Sara", "علی"]), st.text("🌸✨❤ .~*", max_size=6))
def test_decorations_around_a_name_do_not_hide_it(name: str, around: str) -> None:
    assert first_name(f"{around}{name}{around}") == first_name(name)
