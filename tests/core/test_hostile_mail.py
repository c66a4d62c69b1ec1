"""E-mails made to keep Aram busy: each costs time by its length alone."""

import time

import pytest

from bot.core.pasted.mail import LARGEST_READ, read_mail

PATIENCE_SECONDS = 3.0
HEAD = b"From: a@example.ir\nSubject: salam\n"


def typed(parameters: bytes, body: bytes = b"salam") -> bytes:
    return HEAD + b"Content-Type: " + parameters + b"\n\n" + body


def nested(parameter: bytes) -> bytes:
    """Three hundred parts in each other: the parser asks each of them at every line."""
    parts = b"".join(
        b"Content-Type: multipart/mixed; " + parameter + b"b%d\n\n--b%d\n" % (each, each)
        for each in range(300)
    )
    return HEAD + parts + b"\n" * (LARGEST_READ - len(parts) - len(HEAD))


HOSTILE = {
    "a quotation of semicolons": typed(b'text/plain; a="' + b";" * 450_000),
    "nothing but semicolons": typed(b"text/plain" + b";" * 450_000),
    "many parameters": typed(b"text/plain" + b"".join(b"; a*%d=x" % n for n in range(40_000))),
    "punycode": typed(b"text/plain; charset=punycode", b"a-" + b"b" * 450_000),
    "idna": typed(b"text/plain; charset=idna", b"xn--" + b"b" * 450_000),
    "boundaries with a space": nested(b"boundary ="),
    "boundaries in pieces": nested(b"boundary*0="),
    "mails in mails": HEAD + b"Content-Type: message/rfc822\n\n" * 16_000,
    "a header of 20 MB": b"Subject: x\nFrom: " + b"a" * 20_000_000,
    "a million tags": typed(b"text/html", b"<p>" * 1_000_000),
    "quotations in quotations": typed(b"text/html", b"<blockquote>a" * 40_000),
    "an endless entity": typed(b"text/html", b"&#" + b"9" * 450_000),
    "empty lines": typed(b"text/plain", b"\n" * 450_000),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_mail_is_read_or_declined_at_once(raw: bytes) -> None:
    begun = time.process_time()
    read_mail(raw)
    assert time.process_time() - begun < PATIENCE_SECONDS


def test_an_ordinary_mail_of_several_parts_is_still_read() -> None:
    raw = (
        HEAD + b'Content-Type: multipart/alternative; boundary="b"\n\n'
        b"--b\nContent-Type: text/plain; charset=UTF-8\n\n\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85\n"
        b"--b\nContent-Type: text/html\n\n<p>x</p>\n--b--\n"
    )
    mail = read_mail(raw)
    assert mail is not None
    assert mail.text == "سلام"
