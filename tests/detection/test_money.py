"""Sums of money as they are typed, in toman."""

from time import process_time

import pytest

from bot.core.conversation import Unread
from bot.detection.evidence import folded
from bot.detection.money import money_named
from tests.detection.stage import Dialogue, reader

UNREAD = Unread.SUM
MANY = 40_000


def named(text: str) -> int | Unread | None:
    return money_named(folded(reader().read(text)))


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
    assert named(text) == sum_


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("پولمو پس بدید، ۳ تومن دادم", 3_000_000),
        ("۹.۵ تومن دادم", 9_500_000),
        ("دو تومن و پونصد", 2_500_000),
        ("سه تومان و نیم", 3_500_000),
        ("۱۰ تومن", 10_000),
        ("۸۵۰ت", 850_000),
        ("۱۲۰۰ تومن", 1_200_000),
        ("هزار و دویست تومن", 1_200_000),
        ("۲۵۰،۰۰۰ تومان", 250_000),
        ("2.500.000 تومن", 2_500_000),
        ("۲.۵ میلیون", 2_500_000),
        ("1.250 میلیون", 1_250_000),  # before a unit the point parts no thousands
    ],
)
def test_what_a_bare_toman_counts_hangs_on_the_number(text: str, sum_: int) -> None:
    assert named(text) == sum_


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("دو میلیون تومن پول دادم، همشو پس بدید", 2_000_000),
        ("یک میلیون و پانصد هزار تومن", 1_500_000),
        ("سه میلیون و هفتصد و پنجاه هزار تومن", 3_750_000),
        ("نیم میلیون", 500_000),
        ("دو و نیم میلیون", 2_500_000),
        ("یه ملیون و نیم", 1_500_000),
        ("۲ میلیون و سیصد", 2_300_000),
        ("دو سه میلیون", 3_000_000),  # of two guesses the larger
        ("سایز ۴۰ دو میلیون", 2_000_000),
        ("پونصدهزارتومن", 500_000),  # written in one
        ("یک‌ونیم میلیون", 1_500_000),
        ("۴ میلیونمو پس بده", 4_000_000),
        ("چار صد هزار", 400_000),
        ("do milion toman", 2_000_000),
        ("yek milion o pansad hezar toman", 1_500_000),
        ("one million tomans", 1_000_000),
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("two hundred fifty thousand tomans", 250_000),
        ("500k", 500_000),
    ],
)
def test_numbers_in_words_are_read(text: str, sum_: int) -> None:
    assert named(text) == sum_


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("۵ میلیون ریال", 500_000),
        ("بیست و پنج میلیون ریال", 2_500_000),
        ("3 million rial", 300_000),
        ("۵۰۰۰۰۰۰ ریالی", 500_000),
    ],
)
def test_ten_rials_are_a_toman(text: str, sum_: int) -> None:
    assert named(text) == sum_


@pytest.mark.parametrize(
    "text",
    [
        "چند میلیون تومن",
        "چند صد هزار تومن",
        "میلیون‌ها پول دادم",
        "فلان تومن",
        "a couple of million",
        "thousands of tomans",
        "هزار تومن هم نمی‌دم",  # a way of speaking
        "یک میلیون و خورده‌ای",
        "do hundred hezar toman",  # a word that is none in Persian letters
        "2 500 000 تومن",
        "۱۰۰ دلار دادم",  # nobody knows the rate
        "مبلغ به تومان: ۲۵۰۰۰۰۰",
        "ده هزار تا",  # of what?
        "۹۹۹۹۹۹۹۹۹۹۹۹ میلیارد تومن",
        "۳۰۰ هزار تومن پست، چند میلیون هم جنس",  # the other one may be larger
    ],
)
def test_a_sum_that_cannot_be_read_is_said_to_be_unread(text: str) -> None:
    assert named(text) is UNREAD


@pytest.mark.parametrize(
    "text",
    [
        "تومنی چند؟",
        "ارزون‌تر از تومن",
        "دلار گرون شده",
        "هزار بار گفتم",
        "یه میلیون بار گفتم",
        "ما چند هزار مشتری راضی داریم",
        "سال هزار و چهارصد و سه",
        "من میلیونر نیستم",
        "نصف پولم رو بدید",
        "سه تا شلوار",
        "0 تومن",
        "",
    ],
)
def test_what_names_no_sum_is_no_sum(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(
    "tokens",
    [
        ("میلیون",),
        ("یک", "و"),
        ("چند",),
        ("a",),
        ("صد", "هزار", "و"),
        ("5", "تومن", "و"),
        ("و",),
        ("سیصد" * 9 + "ب",),
        ("9" * 12,),
    ],
)
def test_hostile_rows_of_number_words_cost_no_more_than_their_length(
    tokens: tuple[str, ...],
) -> None:
    started = process_time()
    money_named(tokens * MANY)
    assert process_time() - started < 10


def test_a_sum_in_words_takes_the_place_of_a_smaller_one() -> None:
    play = Dialogue()
    play.says("۳۰۰ هزار تومن هزینه پست شد")
    assert play.memory.amount == 300_000
    play.says("دو میلیون تومن پول دادم، همشو پس بدید")
    assert play.memory.amount == 2_000_000


@pytest.mark.parametrize("is_seller", [True, False])
def test_a_sum_that_is_not_read_leaves_none_in_force(is_seller: bool) -> None:
    play = Dialogue()
    play.seller("۳۰۰ هزار تومن")
    (play.seller if is_seller else play.says)("چند میلیون تومن")
    assert play.memory.amount is None


def test_a_price_stays_while_no_money_is_named() -> None:
    play = Dialogue()
    play.seller("۸۵۰ تومن")
    play.says("تومنی چند؟ هزار بار گفتم ارزون‌تر بدید")
    assert play.memory.amount == 850_000


def test_a_sum_at_the_end_of_a_long_message_of_the_sellers_is_read() -> None:
    play = Dialogue()
    play.says("۳۰۰ هزار تومن دادم")
    play.seller("چشم " * 100 + "کل ۴ میلیون تومن رو برمی‌گردونیم")
    assert play.memory.amount == 4_000_000
