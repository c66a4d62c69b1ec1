"""What Aram says of a seller's own words, and the gentle word, as Telegram messages."""

from collections.abc import Iterable
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.core.card import shorten
from bot.core.letters import BreathLetter
from bot.core.own_words import Fault, Remark, Review, Verdict
from bot.core.weighing import Weighed
from bot.locale import Locale
from handlers.card import copy_button, name_of_kind, with_words
from handlers.keyboards import drawn
from handlers.numbers import PageNumber, RowNumber
from handlers.writing import Drawn, isolated, quoted

QUOTE_SHOWN = 300
WORD_SHOWN = 60


class OwnWordsButton(CallbackData, prefix="mine"):
    """Send one of the kept texts as the seller."""

    number: RowNumber
    place: PageNumber


class BreathButton(CallbackData, prefix="breath"):
    """Whether gentle words are wanted from now on."""

    on: bool


def draw_weighed(weighed: Weighed, locale: Locale) -> Drawn:
    """The verdict first, then each finding with its remedy, then better words."""
    review = weighed.review
    paragraphs = ["\n".join(_verdict(weighed, locale))]
    if review.remarks:
        paragraphs.append("\n".join(_remark(each, review, locale) for each in review.remarks))
    if review.hints:
        hints = [_remark(each, review, locale) for each in review.hints]
        paragraphs.append("\n".join([locale.say("mine-if-upset"), *hints]))
    if weighed.advice is not None:
        paragraphs.append("\n".join(_better_words(weighed, locale)))
    rows = [_own_send(weighed, locale), _copies(_drafts(weighed), locale), _sends(weighed, locale)]
    return drawn(paragraphs, rows, locale)


def draw_breath(letter: BreathLetter, locale: Locale) -> Drawn:
    """Not a reproach: a breath, and what could be written next."""
    name = locale.say("card-customer")
    if letter.customer:
        name = isolated(escape(letter.customer))
    words = (escape(shorten(word, WORD_SHOWN)) for word in letter.words)
    said = locale.say("list-comma").join(locale.say("quoted", words=word) for word in words)
    paragraphs = [locale.plain.say("breath", name=name, words=said)]
    if letter.drafts:
        paragraphs.append("\n".join([locale.say("breath-next"), *_numbered(letter.drafts, locale)]))
    rows = [_copies(letter.drafts, locale), [breath_switch(locale, wanted=True)]]
    return drawn(paragraphs, rows, locale)


def draw_breath_setting(locale: Locale, *, wanted: bool) -> Drawn:
    """What gentle words are, and their switch."""
    rows = [[breath_switch(locale, wanted=wanted)]]
    return drawn([locale.say("breath-setting")], rows, locale)


def breath_switch(locale: Locale, *, wanted: bool) -> InlineKeyboardButton:
    """The button that does the opposite of what holds now."""
    return InlineKeyboardButton(
        text=locale.say("button-breath-off" if wanted else "button-breath-on"),
        callback_data=BreathButton(on=not wanted).pack(),
    )


def _verdict(weighed: Weighed, locale: Locale) -> list[str]:
    lines = [locale.say(f"mine-{weighed.review.verdict.value}")]
    if weighed.customer is not None:
        lines.append(locale.say("mine-for", name=escape(weighed.customer)))
    return [*lines, quoted(shorten(weighed.reply.text, QUOTE_SHOWN))]


def _remark(remark: Remark, review: Review, locale: Locale) -> str:
    """«• به مشتری برمی‌خورد («…»). این را بردارید.»: a finding, its words, its remedy."""
    name = f"mine-{remark.fault.value.replace('_', '-')}"
    numbers = {"characters": review.characters, "sentences": review.sentences}
    label = locale.say(name, **(numbers if remark.fault is Fault.TOO_LONG else {}))
    words = tuple(shorten(word, WORD_SHOWN) for word in remark.words)
    finding = with_words(label, words, locale)
    mend = escape(remark.why) if remark.why else locale.say(f"{name}-mend")
    return locale.plain.say("mine-remark", finding=finding, mend=mend)


def _better_words(weighed: Weighed, locale: Locale) -> list[str]:
    advice = weighed.advice
    if advice is None:
        return []
    good = weighed.review.verdict is Verdict.GOOD
    heading = "mine-other-words" if good else "mine-better-words"
    lines = [locale.say(heading, kind=name_of_kind(advice.kind, locale))]
    lines += _numbered(advice.drafts, locale)
    if weighed.needs_manager:
        lines.append(locale.say("card-needs-manager"))
    return lines


def _numbered(drafts: Iterable[str], locale: Locale) -> list[str]:
    return [
        locale.say("card-draft", number=number, text=escape(draft))
        for number, draft in enumerate(drafts, start=1)
    ]


def _drafts(weighed: Weighed) -> tuple[str, ...]:
    return weighed.advice.drafts if weighed.advice is not None else ()


def _own_send(weighed: Weighed, locale: Locale) -> list[InlineKeyboardButton]:
    """The seller's own words, where they are good."""
    return [
        _send(weighed.number, place, locale.say("button-mine-send"))
        for place, text in enumerate(weighed.sendable)
        if weighed.number is not None and text == weighed.reply.text
    ]


def _sends(weighed: Weighed, locale: Locale) -> list[InlineKeyboardButton]:
    """The better versions that may go as the seller."""
    numbers = {text: number for number, text in enumerate(_drafts(weighed), start=1)}
    return [
        _send(weighed.number, place, locale.say("button-ask", number=numbers[text]))
        for place, text in enumerate(weighed.sendable)
        if weighed.number is not None and text in numbers and text != weighed.reply.text
    ]


def _send(number: int, place: int, words: str) -> InlineKeyboardButton:
    data = OwnWordsButton(number=number, place=place)
    return InlineKeyboardButton(text=words, callback_data=data.pack())


def _copies(drafts: Iterable[str], locale: Locale) -> list[InlineKeyboardButton]:
    return [copy_button(draft, number, locale) for number, draft in enumerate(drafts, start=1)]
