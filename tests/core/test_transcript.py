"""Copied chats and e-mails taken apart: who said what, nothing lost, whatever comes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.conversation import Channel, Who
from bot.core.pasted.mail import Mail, is_mail, read_mail
from bot.core.pasted.markup import text_of
from bot.core.pasted.moments import moment_of
from bot.core.pasted.pile import MOST_READ, Kind, Piece, due_at
from bot.core.pasted.quotes import own_words
from bot.core.pasted.talk import MOST_TURNS, talk_of
from bot.core.pasted.transcript import Form, parse

TELEGRAM = """سارا محمدی, [12.05.24 14:33]
سلام، کفش پاره رسید

نگار, [12.05.24 14:35]
[In reply to سارا محمدی]
بررسی می‌کنم
[ Photo ]
سارا محمدی, [12.05.24 18:36]
کو پس؟"""
TELEGRAM_NEW = """Sara, [12 May 2024 at 14:33:20]:
Where is it?
Negar, [12 May 2024 at 14:35:00]:
Looking"""
WHATSAPP_PHONE = """\u200e[۱۴۰۳/۲/۲۳،\u200f ۱۴:۳۳:۲۰] سارا: سلام
خط دوم: با دونقطه
[۱۴۰۳/۲/۲۳،\u200f ۱۴:۳۴:۲۰] شما: بله"""
WHATSAPP_EXPORT = """12/05/2024, 14:33 - Messages and calls are end-to-end encrypted.
12/05/2024, 14:34 - سارا: سلام
5/12/24, 2:33\u202fPM - You: <Media omitted>
5/12/24, 2:40\u202fPM - You: چشم"""
INSTAGRAM = "Sara sent\nwhere is my order\nYou sent\nlooking into it"
WITH_WORDS = "مشتری: سلام\nمن: بله\nمشتری: کو پس"
ANDROID = "علی:\nسلام\n\nمریم:\nبفرمایید\n\nعلی:\nکجاست"

CHATS = [
    (TELEGRAM, Form.TELEGRAM, ["سارا محمدی", "نگار", "سارا محمدی"], "کو پس؟"),
    (TELEGRAM_NEW, Form.TELEGRAM, ["Sara", "Negar"], "Looking"),
    (WHATSAPP_PHONE, Form.WHATSAPP, ["سارا", "شما"], "بله"),
    # a notice has no name; a picture has no words, but is counted
    (WHATSAPP_EXPORT, Form.WHATSAPP, ["سارا", "You", "You"], "چشم"),
    (INSTAGRAM, Form.SENT, ["Sara", "You"], "looking into it"),
    (WITH_WORDS, Form.NAMES, ["مشتری", "من", "مشتری"], "کو پس"),
    (ANDROID, Form.NAMES, ["علی", "مریم", "علی"], "کجاست"),
    ("گلستان:\nنمی‌شود\n\nعلی:\nممنون", Form.NAMES, ["گلستان", "علی"], "ممنون"),
    # lines with colons are no speakers
    ("سفارش: ۲ عدد\nآدرس: تهران\nساعت: ۱۲", Form.PLAIN, [None], None),
    ("https://a.b/c:d\nhttp://e.f", Form.PLAIN, [None], None),
    ("ساعت 12:30 می‌آیم\nساعت 12:30 نیامدید", Form.PLAIN, [None], None),
]


@pytest.mark.parametrize(("text", "form", "names", "last"), CHATS)
def test_a_copied_chat_is_taken_apart(
    text: str, form: Form, names: list[str | None], last: str | None
) -> None:
    found = parse(text)
    assert (found.form, [line.name for line in found.lines]) == (form, names)
    assert found.lines[-1].text == (last or text)


def test_times_are_read_whatever_the_digits_and_the_calendar() -> None:
    one, other = moment_of("12.05.24 14:33"), moment_of("5/12/24, 2:35 PM")
    assert one is not None
    assert other is not None
    assert moment_of("۱۲/۰۵/۲۰۲۴، ۱۴:۳۵") == moment_of("12 May 2024 at 14:35")
    persian = moment_of("۱۴۰۳/۲/۲۳ ۱۴:۳۳"), moment_of("۱۴۰۳/۲/۲۴ ۱۴:۳۳")
    assert persian[1] is not None
    assert persian[0] is not None
    assert persian[1] - persian[0] == pytest.approx(86_400)
    assert moment_of("دیروز") is None


NAMES = st.sampled_from(["سارا محمدی", "Negar 🌿", "علی"])
WORDS = st.text(st.sampled_from("سلامکو abc!؟\n"), min_size=1, max_size=40).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, WORDS), min_size=1, max_size=8))
def test_what_telegram_copies_comes_back_whole(said: list[tuple[str, str]]) -> None:
    text = "\n\n".join(
        f"{name}, [12.05.24 14:{n:02}]\n{words}" for n, (name, words) in enumerate(said)
    )
    found = parse(text)
    assert [line.name for line in found.lines] == [name for name, _ in said]
    assert ["".join(line.text.split()) for line in found.lines] == [
        "".join(words.split()) for _, words in said
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300) | st.text(st.sampled_from("علی:,[]()12./- \nYou sent"), max_size=120))
def test_any_text_is_taken_apart_and_nothing_of_a_plain_one_is_lost(text: str) -> None:
    found = parse(text)
    if not found.is_chat:
        kept = "".join(line.text for line in found.lines)
        assert set(kept) <= set(text) | set(" \n")
        assert sum(map(str.isalnum, kept)) == sum(map(str.isalnum, text))
    talk = talk_of((Piece(Kind.TEXT, text, 1),), ("نگار",), now=9.0)
    assert len(talk.turns) <= MOST_TURNS


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.text(max_size=200))
def test_any_bytes_and_any_markup_are_read_or_declined(raw: bytes, markup: str) -> None:
    head = b"From: a@b\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
    for mail in (read_mail(raw), read_mail(head + raw)):
        assert mail is None or isinstance(mail.text, str)
    text_of(markup)
    own_words(markup)


@pytest.mark.parametrize(
    "hostile",
    ["<" * 200_000, "<!--" * 50_000, "[" * 200_000, "a, [" * 50_000, "> " * 100_000, "&" * 200_000],
)
def test_hostile_texts_take_time_by_their_length(hostile: str) -> None:
    begun = time.process_time()
    parse(hostile)
    text_of(hostile)
    own_words(hostile)
    assert time.process_time() - begun < 5


def turns_of(*pieces: Piece, team: tuple[str, ...] = ("نگار",)) -> list[tuple[Who, str]]:
    return [(turn.who, turn.text) for turn in talk_of(pieces, team, now=1e6).turns]


def test_the_seller_is_known_by_name_or_by_a_word() -> None:
    who = [Who.CUSTOMER, Who.SELLER, Who.CUSTOMER]
    for text in (TELEGRAM, WITH_WORDS):
        talk = talk_of((Piece(Kind.TEXT, text, 1),), ("نگار",), now=1e6)
        assert [turn.who for turn in talk.turns] == who
        assert not talk.is_guess
    assert talk_of((Piece(Kind.TEXT, TELEGRAM, 1),), ("نگار",), now=1e6).customer == "سارا محمدی"


def test_where_nobody_is_known_the_first_is_the_customer_and_it_can_be_swapped() -> None:
    piece = Piece(Kind.TEXT, ANDROID, 1)
    guessed = talk_of((piece,), ("نگار",), now=1e6)
    assert (guessed.customer, guessed.seller, guessed.is_guess) == ("علی", "مریم", True)
    swapped = talk_of((piece,), ("نگار",), now=1e6, swapped=True)
    assert (swapped.customer, swapped.seller, swapped.is_swapped) == ("مریم", "علی", True)


def test_turns_keep_their_distances_and_end_now() -> None:
    turns = talk_of((Piece(Kind.TEXT, TELEGRAM, 1),), ("نگار",), now=1e6).turns
    assert [turn.at - 1e6 for turn in turns] == [-14_580, -14_460, 0]


def test_forwards_are_put_in_the_order_of_their_writing_with_hidden_accounts_by_name() -> None:
    later = Piece(Kind.FORWARD, "کو پس؟", 1, name="سارا", at=20.0)
    first = Piece(Kind.FORWARD, "سلام", 2, name="نگار", is_own=True, at=10.0)
    picture = Piece(Kind.FORWARD, "", 3, name="سارا", at=15.0, has_media=True)
    assert turns_of(later, first, picture) == [(Who.SELLER, "سلام"), (Who.CUSTOMER, "کو پس؟")]
    assert talk_of((later, first, picture), (), now=1.0).unread == 1


def test_a_text_that_telegram_cut_in_two_is_one() -> None:
    half = len(TELEGRAM) // 2
    cut = TELEGRAM.rindex("\n", 0, half)
    pieces = [Piece(Kind.TEXT, part, n) for n, part in enumerate((TELEGRAM[:cut], TELEGRAM[cut:]))]
    assert [who for who, _ in turns_of(*pieces)] == [Who.CUSTOMER, Who.SELLER, Who.CUSTOMER]


def test_of_too_long_a_chat_the_end_is_read() -> None:
    text = "\n".join(f"سارا, [12.05.24 14:33]\nپیام {n} {'x' * 60}" for n in range(900))
    talk = talk_of((Piece(Kind.TEXT, text, 1),), (), now=1e6)
    assert talk.is_cut
    assert talk.left_out
    assert len(talk.turns) == MOST_TURNS
    assert "پیام 899" in talk.turns[-1].text
    assert len("".join(turn.text for turn in talk.turns)) <= MOST_READ


def test_a_pile_is_read_when_its_maker_pauses_but_not_too_late() -> None:
    assert due_at(100.0, 101.0) == 103.5
    assert due_at(100.0, 119.5) == 120.0
    assert due_at(100.0, 130.0) == 130.0


# E-mails

BODY = "سلام، کفش پاره رسید. پولم را پس بدهید."
QUOTED = f"{BODY}\n\nOn Mon, May 6, 2024 at 9:00 AM Shop\n<a@b.c> wrote:\n> سلام\n> ممنون"
OUTLOOK = f"{BODY}\n\nFrom: Shop <a@b.c>\nSent: Monday\nTo: Sara\nSubject: x\n\nسلام"
SIGNED = f"{BODY}\n-- \nسارا محمدی\n۰۹۱۲"
PERSIAN = f"{BODY}\n\nدر تاریخ دوشنبه ۶ مه ۲۰۲۴، فروشگاه نوشت:\n> سلام"


@pytest.mark.parametrize(
    "text", [BODY, QUOTED, OUTLOOK, SIGNED, PERSIAN, f"{BODY}\nSent from my iPhone"]
)
def test_quoted_mails_and_signatures_are_cut_off(text: str) -> None:
    assert own_words(text) == BODY


def test_a_mail_of_quotations_alone_keeps_them() -> None:
    assert own_words("> سلام\n> کو؟") == "سلام\nکو؟"


def mail(kind: str, body: bytes, encoding: str = "8bit") -> bytes:
    head = (
        "From: =?utf-8?B?2LPYp9ix2Kc=?= <s@x.ir>\r\nSubject: =?windows-1256?Q?=DF=CF?=\r\n"
        f"Date: Mon, 13 May 2024 10:00:00 +0330\r\nContent-Type: {kind}\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return head.encode() + body


HTML = f"<html><head><style>p {{}}</style></head><p>{BODY}</p><blockquote>سلام</blockquote>"
MAILS = [
    mail("text/plain; charset=utf-8", QUOTED.encode()),
    mail(
        "text/plain; charset=windows-1256",
        "سلام، کفش پاره رسيد. پولم را پس بدهيد.".encode("cp1256"),
    ),
    mail("text/html; charset=utf-8", HTML.encode()),
    mail("text/plain; charset=x-unknown", BODY.encode()),
    # headers as they should not be, in bare letters
    f"From: سارا <s@x.ir>\nSubject: كد\n\n{BODY}".encode(),
]


@pytest.mark.parametrize("raw", MAILS)
def test_mails_are_read_in_their_charset(raw: bytes) -> None:
    found = read_mail(raw)
    assert is_mail(raw)
    assert isinstance(found, Mail)
    assert (found.sender, found.subject) == ("سارا", "كد")
    assert found.text.replace("ي", "ی") == BODY


def test_encoded_mails_and_those_of_several_parts_are_read() -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "sara@x.ir", "سفارش"
    message.set_content(BODY, cte="base64")
    message.add_alternative(f"<p>{BODY}</p>", subtype="html", cte="quoted-printable")
    message.add_attachment(b"MZ", maintype="application", subtype="x-dosexec", filename="a.exe")
    found = read_mail(message.as_bytes())
    assert found is not None
    assert (found.sender, found.subject, found.text) == ("sara@x.ir", "سفارش", BODY)


@pytest.mark.parametrize(
    "raw", [b"", b"\0\1\2", b"boundary=" * 60, b"Content-Type: multipart/x\n\n"]
)
def test_what_is_no_mail_is_declined(raw: bytes) -> None:
    assert read_mail(raw) is None


def test_a_mail_is_one_turn_of_its_sender() -> None:
    piece = Piece(Kind.MAIL, BODY, 5, name="سارا", subject="سفارش")
    talk = talk_of((piece,), ("نگار",), now=1.0)
    assert [(turn.who, turn.channel) for turn in talk.turns] == [(Who.CUSTOMER, Channel.EMAIL)]
    assert (talk.subject, talk.reply_to) == ("سفارش", 5)
