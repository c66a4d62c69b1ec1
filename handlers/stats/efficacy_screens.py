"""Does the playbook work: what followed steps and drafts, in plain words, and how sure it is."""

from collections.abc import Mapping, Sequence
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.core.efficacy import Finding, Used
from bot.core.spans import Stretch
from bot.locale import Locale
from handlers.keyboards import button, in_rows
from handlers.numbers import PageNumber
from handlers.stats.buttons import StatsButton, View
from handlers.stats.keyboards import Row
from handlers.stats.lists import Leaf
from handlers.stats.sending import Screen
from handlers.stats.words import Voice
from handlers.writing import isolated

LONGEST_DRAFT = 36
LONGEST_LABEL = 28
MOST_DATA = 48
"""Bytes; the shop's stamp has room beside it."""


class EfficacyButton(CallbackData, prefix="ef"):
    """A page of the steps, or of one playbook's steps and drafts where `id` names it."""

    id: str = "-"
    page: PageNumber = 0


def efficacy_button(locale: Locale) -> InlineKeyboardButton:
    """The button by which managers come to the screen."""
    return button(locale.plain.say("button-efficacy"), EfficacyButton())


def draw_steps(
    leaf: Leaf[Used], findings: Sequence[Finding], voice: Voice, *, today: int
) -> Screen:
    """Every step, those sent most first; `today` is an ordinal."""
    marks = {(each.used.playbook, each.used.step): each.helps for each in findings}
    lines = [voice.say("efficacy-title"), ""]
    if not leaf.rows:
        lines.append(voice.say("efficacy-none"))
    for each in leaf.rows:
        name = voice.say(
            "efficacy-step-of",
            step=escape(voice.step(each.step)),
            playbook=escape(isolated(voice.playbook(each.playbook))),
        )
        lines.append(_line(each, name, voice))
        helps = marks.get((each.playbook, each.step))
        if helps is not None:
            lines.append(voice.say("efficacy-helps" if helps else "efficacy-not"))
    lines += ["", voice.say("efficacy-remark")] if leaf.rows else []
    books = dict.fromkeys(each.playbook for each in leaf.rows)
    deeper = [
        button(_short(voice.playbook(book), LONGEST_LABEL), EfficacyButton(id=book))
        for book in books
        if len(EfficacyButton(id=book).pack().encode()) <= MOST_DATA
    ]
    back = StatsButton(view=View.PLAYBOOKS, stretch=Stretch.MONTH, first=today)
    rows = in_rows(deeper, 2)
    rows += [*_pages(leaf, EfficacyButton(), voice), [button(voice.say("button-stats-back"), back)]]
    return Screen(lines, rows)


def draw_playbook(
    playbook: str, leaf: Leaf[Used], drafts: Mapping[str, str], voice: Voice
) -> Screen:
    """A playbook's steps and drafts; `drafts` are the words in force by their marks."""
    lines = [
        voice.say("efficacy-title-of", playbook=escape(isolated(voice.playbook(playbook)))),
        "",
    ]
    for each in leaf.rows:
        if not each.draft:
            lines.append(_line(each, voice.say("efficacy-step", step=voice.step(each.step)), voice))
            continue
        words = drafts.get(each.draft)
        quoted = voice.say("efficacy-draft-gone")
        if words is not None:
            quoted = voice.say(
                "efficacy-draft", words=escape(isolated(_short(words, LONGEST_DRAFT)))
            )
        lines.append(_line(each, quoted, voice))
    if not leaf.rows:
        lines.append(voice.say("efficacy-none"))
    back = [button(voice.say("button-stats-back"), EfficacyButton())]
    return Screen(lines, [*_pages(leaf, EfficacyButton(id=playbook), voice), back])


def _line(used: Used, name: str, voice: Voice) -> str:
    counts, interval = used.counts, used.interval
    given: dict[str, str | int] = {
        "name": name,
        "shown": counts.shown,
        "sent": counts.sent,
        "calmed": counts.calmed,
    }
    if interval is None:
        return voice.say("efficacy-few" if counts.sent else "efficacy-unsent", **given)
    low, high = round(100 * interval.low), round(100 * interval.high)
    return voice.say("efficacy-row", low=low, high=high, **given)


def _pages(leaf: Leaf[Used], says: EfficacyButton, voice: Voice) -> list[Row]:
    found = (("before", leaf.number - 1), ("next", leaf.number + 1))
    row = [
        button(voice.say(f"button-stats-{words}"), says.model_copy(update={"page": number}))
        for words, number in found
        if 0 <= number < leaf.pages
    ]
    return [row] if row else []


def _short(text: str, longest: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"
