"""Numbers and addresses are out of sight wherever words are kept or shown; detection hears them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.masking import ADDRESS, CARD, EMAIL, PHONE, masked, masked_quote
from tests.privacy.files import INSULT, holds
from tests.stage import stage

HIDDEN = [
    ("شماره‌م ۰۹۱۲۳۴۵۶۷۸۹ هست", f"شماره‌م {PHONE} هست"),
    ("٠٩١٢٣٤٥٦٧٨٩", PHONE),
    ("0912-345-67-89 زنگ بزنید", f"{PHONE} زنگ بزنید"),
    ("۰۹۱۲ ۳۴۵ ۶۷۸۹", PHONE),
    ("+98 912 345 6789", PHONE),
    ("00989123456789", PHONE),
    ("9123456789", PHONE),
    ("تلفن خونه ۸۸۷۷۶۶۵۵ هست", f"تلفن خونه {PHONE} هست"),
    ("دفتر: 021-88776655", f"دفتر: {PHONE}"),
    ("call +44 20 7946 0958", f"call {PHONE}"),
    ("کارتم 6037-9911-2233-4455 به نام علی", f"کارتم {CARD} به نام علی"),
    ("۶۰۳۷۹۹۱۱۲۲۳۳۴۴۵۵", CARD),
    ("6037 9911 2233 4455", CARD),
    ("IR06 0960 0000 0010 0324 2000 01", CARD),
    ("شبا 062960000000100324200001 است", f"شبا {CARD} است"),
    ("ایمیلم ali.r@gmail.com است", f"ایمیلم {EMAIL} است"),
    ("آدرسم: تهران، ونک، خیابان ملاصدرا، کوچه بهار، پلاک ۱۲ واحد ۳ لطفا", f"آدرسم: {ADDRESS} لطفا"),
    ("خیابون آزادی کوچه‌ی یاس پلاک 7", ADDRESS),
    ("send to 12 Main Street, apt 4 please", f"send to {ADDRESS} please"),
    ("khiaban azadi kooche yas pelak 7", ADDRESS),
    ("کد پستی ۱۲۳۴۵۶۷۸۹۰", f"کد پستی {ADDRESS}"),
]
SEEN = [
    "سفارش 12345678 کو؟",
    "کد رهگیری 123456789012345678901234",
    "۳ تا ۲۵۰۰۰۰ میشه ۷۵۰٬۰۰۰ تومان",
    "من می‌دونم که میدان نیست",
    "آدرس سایتتون چیه؟ خیابون شلوغ بود",
    "ساعت ۱۰ تا ۱۲ بیاید",
    "این واحد پولش چنده، ۲ طبقه هم داره؟",
    "1405/09/01 سفارش دادم",
    "سلام، خوبین؟ ممنون از پیگیری",
    "it costs 1,250,000 in total",
]


@pytest.mark.parametrize(("words", "kept"), HIDDEN)
def test_what_reaches_a_person_is_hidden_whole(words: str, kept: str) -> None:
    assert masked(words) == kept


@pytest.mark.parametrize("words", SEEN)
def test_what_reaches_nobody_stays(words: str) -> None:
    assert masked(words) == words


def test_a_number_cut_short_is_hidden_too() -> None:
    assert masked_quote("زنگ بزنید ۰۹۱۲۳۴۵…") == f"زنگ بزنید {PHONE}…"


@given(st.text(alphabet="09۱۲۳ -+@.aکوچهخیابان پلاک\n‌", max_size=80))
def test_what_was_masked_is_not_masked_again(words: str) -> None:
    once = masked(words)
    assert masked(once).count("•••") <= once.count("•••") + 1
    assert masked(masked(once)) == masked(once)


async def test_numbers_are_neither_stored_nor_shown_and_detection_hears_them(
    tmp_path: Path,
) -> None:
    phone, card, mail = "۰۹۱۲۳۴۵۶۷۸۹", "6037991122334455", "negar.m@example.ir"
    said = f"{INSULT} به {phone} زنگ بزنید و به {card} واریز کنید، {mail}"
    folded = "09123456789"
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/privacy")
        await acting.presses(acting.manager, "پوشانده شود")
        assert "پوشانده نگه داشته" in acting.screens(acting.manager)[-1].text
        await acting.customer_says(said)
        shown = acting.cards()[-1].text
        assert PHONE in shown
        await acting.forwards_to_bot(acting.seller, acting.customer, said)
        await acting.app.ledger.scrub(whole=False)  # as every hour: the journal has seen updates
        for number in (phone, card, mail, folded):
            assert number not in shown
            assert not holds(tmp_path, number)
        await acting.presses(acting.manager, "دیگر پوشانده نشود")
        await acting.customer_says(f"باز هم {phone}")
        assert holds(tmp_path, phone)
