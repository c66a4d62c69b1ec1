"""Single messages near a trouble's end: what they say, and what only sounds so."""

import pytest

from bot.core.signs import Sign
from bot.detection.endings import EndingEar
from tests.detection.stage import reader


@pytest.fixture(scope="module")
def ear() -> EndingEar:
    return EndingEar(reader().read)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("باشه ممنون از پیگیری‌تون", Sign.ACCEPTED),
        ("قبوله، همون رو بفرستین", Sign.ACCEPTED),
        ("پولمو بدین برم", Sign.WANTS_REFUND),
        ("نخواستم دیگه، کنسلش کنید", Sign.LEAVING),
    ],
)
def test_what_a_customer_says(ear: EndingEar, text: str, sign: Sign) -> None:
    assert sign in ear.customer(reader().read(text))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("حرفتون رو قبول ندارم", Sign.ACCEPTED),
        ("اصلا قابل قبول نیست این رفتار", Sign.ACCEPTED),
        ("باید تا سه‌شنبه دم خونه باشه", Sign.ACCEPTED),
        ("this is not ok at all", Sign.ACCEPTED),
        ("این آبیه رو نخواستم، سبزه رو خواستم", Sign.LEAVING),
        ("از یه جای دیگه هم یه کیف گرفتم خوب بود", Sign.LEAVING),
        ("به این شماره زنگ بزنید هماهنگ کنیم", Sign.WANTS_REFUND),
    ],
)
def test_what_a_customer_does_not_say(ear: EndingEar, text: str, sign: Sign) -> None:
    assert sign not in ear.customer(reader().read(text))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("بعد از اینکه مبلغ واریز شد می‌فرستیم براتون", Sign.REFUNDED),
        ("بیعانه واریز شد، شروع می‌کنیم", Sign.REFUNDED),
        ("برای پوست شما این رنگ انتخاب بهتریه", Sign.PARTED),
        ("همکار دیگه‌مون پیگیرتونه", Sign.PARTED),
        ("فروشگاه دیگه‌مون تو کرج هم دارین سر بزنین", Sign.PARTED),
    ],
)
def test_what_a_seller_does_not_say(ear: EndingEar, text: str, sign: Sign) -> None:
    assert sign not in ear.seller(reader().read(text))


def test_money_that_went_back_is_told(ear: EndingEar) -> None:
    paid = reader().read("مبلغ به کارتتون واریز شد، رسیدش رو هم می‌فرستم")
    assert Sign.REFUNDED in ear.seller(paid)
