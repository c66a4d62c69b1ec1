"""The head of an answer on what was handed over: who, how heated, how much, and what was taken."""

from collections.abc import Sequence
from html import escape

from bot.core.inquiry import Handed, Inquiry
from bot.core.pasted.pile import MOST_READ, Kind
from bot.locale import Locale
from handlers.card import MARKS

COURSE_SHOWN = 12
NAME_SHOWN = 60
OTHERS_SHOWN = 6
SUBJECT_SHOWN = 120


def head_of(inquiry: Inquiry, handed: Handed, locale: Locale) -> str:
    """A few lines; of a single forwarded message there is nothing to say."""
    mark = MARKS[inquiry.now.assessment.tension]
    tension = locale.say(f"tension-{inquiry.now.assessment.tension.name.lower()}")
    name = _name(handed.customer) or locale.say("card-customer")
    lines = [f"{mark} {locale.say('card-headline', name=name, tension=tension)}"]
    if handed.subject:
        subject = escape(handed.subject[:SUBJECT_SHOWN])
        lines.append(locale.say("pasted-subject", subject=subject))
    lines += _how_much(handed, locale)
    return "\n".join(lines)


def point_lines(handed: Handed, locale: Locale) -> str:
    """A long text in a few of its own sentences."""
    said = [locale.say("pasted-sentence", words=escape(words)) for words in handed.point]
    return "\n".join([locale.say("pasted-point"), *said])


def remarks(handed: Handed, locale: Locale) -> str:
    """What was taken for granted, and what was not read."""
    lines = []
    if handed.is_guess:
        customer, seller = _name(handed.customer), _name(handed.seller)
        guess = locale.say("pasted-guess", customer=customer or "؟", seller=seller or "؟")
        lines.append(guess)
    elif handed.way == Kind.TEXT and not handed.seller_turns and handed.customer is None:
        lines.append(locale.say("pasted-taken-for-customers"))
    for words, others in (("pasted-untold", handed.untold), ("pasted-others", handed.others)):
        lines += _named(words, others, locale)
    if handed.unread:
        lines.append(locale.say("pasted-unread", count=handed.unread))
    if handed.left_out:
        lines.append(locale.say("pasted-left-out", count=handed.left_out))
    if handed.is_cut:
        lines.append(locale.say("pasted-cut", count=MOST_READ))
    return "\n".join(lines)


def _named(words: str, others: Sequence[str], locale: Locale) -> list[str]:
    """Further customers in one sentence, a few by name."""
    if not others:
        return []
    named = [escape(name[:NAME_SHOWN]) for name in others[:OTHERS_SHOWN]]
    names = locale.say("list-comma").join(locale.say("quoted", words=each) for each in named)
    return [locale.plain.say(words, names=names, more=len(others) - len(named))]


def _how_much(handed: Handed, locale: Locale) -> list[str]:
    """How many messages of each, and the course of the tension."""
    if handed.customer_turns + handed.seller_turns == 1:
        return []
    words = "pasted-counts" if handed.seller_turns else "pasted-count"
    counts = locale.say(words, customer=handed.customer_turns, seller=handed.seller_turns)
    course = "".join(MARKS[tension] for tension in handed.course[-COURSE_SHOWN:])
    return [f"{counts} {course}" if len(handed.course) > 1 else counts]


def _name(name: str | None) -> str:
    return escape(name[:NAME_SHOWN]) if name else ""
