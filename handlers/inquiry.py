"""The answer to an inquiry as a Telegram message: what Aram thinks, why, buttons to teach it."""

from collections.abc import Iterable
from enum import StrEnum
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.core.advice import Advice
from bot.core.assessment import Signal, Situation
from bot.core.card import shorten
from bot.core.inquiry import Handed, Inquiry, Opinion
from bot.locale import Locale
from handlers.card import COPY_LIMIT, copy_button, reasons_line, with_words
from handlers.handed import head_of, point_lines, remarks
from handlers.keyboards import drawn, in_rows
from handlers.numbers import RowNumber
from handlers.writing import Drawn, quoted

QUOTE_SHOWN = 300
DRAFT_SHOWN = 120
SIGNAL_WORDS_SHOWN = 4
WORD_SHOWN = 60
ROOM_FOR_SIGNALS = 3000
"""Letters of a "why?", marks included: a message of Telegram's has room for 4096."""


class Step(StrEnum):
    """A button below an answer; the values travel in callback data."""

    WHY = "why"
    BACK = "back"
    CORRECT = "correct"
    OTHER = "other"
    TAKE_BACK = "undo"
    NEXT = "next"
    WORDS = "words"
    SWAP = "swap"
    OWN = "own"


class InquiryButton(CallbackData, prefix="ask"):
    """What a button below an answer says when pressed."""

    inquiry: RowNumber
    step: Step


class SituationButton(CallbackData, prefix="about"):
    """What a missed message was about."""

    inquiry: RowNumber
    situation: Situation


def draw_inquiry(inquiry: Inquiry, locale: Locale) -> Drawn:
    """The answer: first what happened in its place, where it was; then of the message alone.

    A talk that was handed over is answered as on a card.
    """
    handed = inquiry.handed
    if handed is not None and not handed.is_message:
        paragraphs = [*_of_talk(inquiry, handed, locale), *_remark(inquiry, locale)]
        return drawn(paragraphs, _answer_rows(inquiry, locale), locale)
    now, there = inquiry.now, inquiry.there
    paragraphs = [quoted(shorten(inquiry.text, QUOTE_SHOWN))]
    would = locale.say(f"would-{_dashed(now.decision)}")
    if there is None:
        paragraphs.append(_opinion("inquiry-only", would, now, locale))
    else:
        did = locale.say(f"there-{_dashed(there.decision)}")
        paragraphs.append(_opinion("inquiry-there", did, there, locale))
        if now.agrees_with(there):
            same = locale.say("would-same")
            paragraphs.append(locale.plain.say("inquiry-alone", decision=same))
        else:
            paragraphs.append(_opinion("inquiry-alone", would, now, locale))
    if now.advice is not None:
        paragraphs.append(_advice(now.advice, locale))
    paragraphs += _remark(inquiry, locale)
    return drawn(paragraphs, _answer_rows(inquiry, locale), locale)


def draw_situations(inquiry: Inquiry, locale: Locale) -> Drawn:
    """The question what a missed message was about, with every situation there is."""
    rows = in_rows([_about(inquiry, situation, locale) for situation in Situation], 2)
    rows.append([_button(inquiry, Step.BACK, "button-back-to-answer", locale)])
    paragraphs = [quoted(shorten(inquiry.text, QUOTE_SHOWN)), locale.say("taught-which")]
    return drawn(paragraphs, rows, locale)


def draw_why(inquiry: Inquiry, locale: Locale) -> Drawn:
    """Every finding on the message, those against and those not found, too."""
    opinion, alone = inquiry.verdict, inquiry.there is not inquiry.verdict
    risk = round(100 * opinion.assessment.risk)
    headline = locale.plain.say("why-headline" if alone else "why-headline-there", risk=risk)
    paragraphs = [f"{headline}\n{quoted(shorten(inquiry.text, QUOTE_SHOWN))}"]
    paragraphs += _sections(opinion.assessment.signals, locale)
    rows = [[_button(inquiry, Step.BACK, "button-back-to-answer", locale)]]
    return drawn(paragraphs, rows, locale)


def about(situations: Iterable[Situation], locale: Locale) -> str:
    """Situations in the reader's words."""
    names = [locale.say(f"situation-{_dashed(situation)}") for situation in situations]
    return locale.say("list-comma").join(names)


def _of_talk(inquiry: Inquiry, handed: Handed, locale: Locale) -> list[str]:
    """Who and how heated, the words or what they come to, why, what to do, and what was taken."""
    now = inquiry.now
    said = point_lines(handed, locale) if handed.point else quoted(shorten(inquiry.text))
    lines = [head_of(inquiry, handed, locale), said]
    if now.reasons():
        why = "inquiry-why-silent" if now.finds_nothing else "card-why"
        lines.append(locale.plain.say(why, reasons=reasons_line(now.reasons(), locale)))
    paragraphs = ["\n".join(lines)]
    if not now.speaks:
        paragraphs.append(locale.say(f"pasted-{_dashed(now.decision)}"))
    if now.advice is not None:
        paragraphs.append(_advice(now.advice, locale, longest=COPY_LIMIT))
    remarked = remarks(handed, locale)
    return [*paragraphs, remarked] if remarked else paragraphs


def _opinion(headline: str, decision: str, opinion: Opinion, locale: Locale) -> str:
    found = opinion.assessment
    tension = locale.say(f"tension-{found.tension.name.lower()}")
    lines = [
        locale.plain.say(headline, decision=decision),
        locale.plain.say("inquiry-mood", tension=tension),
    ]
    if found.situations:
        situations = about(found.situations, locale)
        lines.append(locale.plain.say("inquiry-situations", situations=situations))
    reasons = opinion.reasons()
    if reasons:
        why = "inquiry-why-silent" if opinion.finds_nothing else "card-why"
        lines.append(locale.plain.say(why, reasons=reasons_line(reasons, locale)))
    return "\n".join(lines)


def _advice(advice: Advice, locale: Locale, *, longest: int = DRAFT_SHOWN) -> str:
    kind = locale.say(f"step-{_dashed(advice.kind)}")
    drafts = [
        locale.say("card-draft", number=number, text=escape(shorten(draft, longest)))
        for number, draft in enumerate(advice.drafts, start=1)
    ]
    step = [
        locale.say("card-step", number=advice.step, of=advice.steps, kind=kind),
        locale.say("inquiry-playbook", title=escape(advice.title)),
        escape(advice.advice),
    ]
    return "\n\n".join(["\n".join(step), *drafts])


def _remark(inquiry: Inquiry, locale: Locale) -> list[str]:
    """What was taught below the answer, and what is still asked about it."""
    if inquiry.lesson is None:
        return []
    lesson = inquiry.lesson.lesson
    if not lesson.alarm:
        return [locale.say("taught-no-problem")]
    if not lesson.situations:
        return [f"{locale.say('taught-missed')}\n{locale.say('taught-which')}"]
    situations = about(sorted(lesson.situations), locale)
    return [locale.plain.say("taught-missed-about", situations=situations)]


def _answer_rows(inquiry: Inquiry, locale: Locale) -> list[list[InlineKeyboardButton]]:
    return [*_rows_of_words(inquiry, locale), *_rows_of_lesson(inquiry, locale)]


def _rows_of_words(inquiry: Inquiry, locale: Locale) -> list[list[InlineKeyboardButton]]:
    """The drafts to copy, the rest of the ladder, and a guess to be turned around."""
    advice, handed = inquiry.now.advice, inquiry.handed
    drafts = advice.drafts if advice is not None else ()
    copies = [copy_button(text, number, locale) for number, text in enumerate(drafts, start=1)]
    turns = []
    if advice is not None and handed is not None and handed.rung is not None:
        if advice.more_steps:
            turns.append(_button(inquiry, Step.NEXT, "button-next", locale))
        if advice.more_words:
            turns.append(_button(inquiry, Step.WORDS, "button-words", locale))
    swaps = []
    if handed is not None and handed.is_guess and inquiry.lesson is None:
        swaps.append(_button(inquiry, Step.SWAP, "button-swap", locale))
    own = []
    if handed is None and inquiry.lesson is None:
        own.append(_button(inquiry, Step.OWN, "button-own-reply", locale))
    return [row for row in (copies, turns, swaps, own) if row]


def _rows_of_lesson(inquiry: Inquiry, locale: Locale) -> list[list[InlineKeyboardButton]]:
    why = _button(inquiry, Step.WHY, "button-why", locale)
    if not inquiry.may_teach or (inquiry.lesson is None and not inquiry.is_lesson):
        return [[why]]
    if inquiry.lesson is None:
        missed = inquiry.verdict.finds_nothing
        words = "button-missed" if missed else "button-no-problem"
        return [[why, _button(inquiry, Step.CORRECT, words, locale)]]
    rows = []
    if inquiry.lesson.lesson.alarm and not inquiry.lesson.lesson.situations:
        guesses = [_about(inquiry, guess, locale) for guess in inquiry.verdict.likeliest()]
        rows = in_rows([*guesses, _button(inquiry, Step.OTHER, "button-other", locale)], 2)
    return [*rows, [why, _button(inquiry, Step.TAKE_BACK, "button-take-back", locale)]]


def _sections(signals: tuple[Signal, ...], locale: Locale) -> list[str]:
    """Three lists, weightiest first; what no longer has room is counted."""
    ordered = sorted(signals, key=lambda signal: -abs(signal.weight))
    lists = {
        "why-for": [each for each in ordered if each.fired and each.weight >= 0],
        "why-against": [each for each in ordered if each.fired and each.weight < 0],
        "why-not-found": [each for each in ordered if not each.fired],
    }
    sections, room, left_out = [], ROOM_FOR_SIGNALS, 0
    for title, found in lists.items():
        lines = []
        for line in (_finding(signal, locale) for signal in found):
            room -= len(line)
            lines += [line] if room > 0 else []
        left_out += len(found) - len(lines)
        if lines:
            sections.append("\n".join([locale.say(title), *lines]))
    if left_out:
        sections.append(locale.say("why-more", count=left_out))
    return sections or [locale.say("why-none")]


def _finding(signal: Signal, locale: Locale) -> str:
    label = locale.say(f"signal-{_dashed(signal.name)}")
    if signal.situation is not None:
        label += f": {about([signal.situation], locale)}"
    words = tuple(shorten(word, WORD_SHOWN) for word in signal.words[:SIGNAL_WORDS_SHOWN])
    finding = with_words(label, words, locale)
    if not signal.fired:
        return locale.plain.say("why-absent", finding=finding)
    sign = "why-plus" if signal.weight >= 0 else "why-minus"
    return locale.plain.say(sign, weight=abs(signal.weight), finding=finding)


def _about(inquiry: Inquiry, situation: Situation, locale: Locale) -> InlineKeyboardButton:
    data = SituationButton(inquiry=inquiry.id, situation=situation)
    return InlineKeyboardButton(text=about([situation], locale), callback_data=data.pack())


def _button(inquiry: Inquiry, step: Step, words: str, locale: Locale) -> InlineKeyboardButton:
    data = InquiryButton(inquiry=inquiry.id, step=step)
    return InlineKeyboardButton(text=locale.say(words), callback_data=data.pack())


def _dashed(name: str) -> str:
    return name.replace("_", "-")
