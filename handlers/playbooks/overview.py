"""The first page of an open playbook: when it speaks, its steps, its files and who changed them."""

from collections.abc import Iterable
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.content.shape import Role
from bot.core.assessment import Tension
from bot.core.edition import Version
from bot.core.playbook import Moment, Playbook, Step
from bot.locale import Locale
from bot.store.usage import Usage
from handlers.card import name_of_kind
from handlers.inquiry import about
from handlers.keyboards import button, in_rows, keyboard
from handlers.playbooks.buttons import (
    AVOID,
    OVERVIEW,
    FilesButton,
    HistoryButton,
    ListButton,
    OpenButton,
    TextButton,
    TextDeed,
    TurnButton,
    at_of,
)
from handlers.playbooks.listing import mark_of, usage_line
from handlers.playbooks.moments import when, who
from handlers.playbooks.room import MESSAGE_HOLDS, TITLE_SHOWN, fitting, shown
from handlers.playbooks.shelf import Shelf
from handlers.writing import Drawn, one_direction

STEP_BUTTONS_IN_ROW = 4
MINUTE, HOUR, DAY = 60, 3600, 86_400


def draw_overview(
    shelf: Shelf, book: Playbook, language: str, locale: Locale, *, usage: Usage, now: float
) -> Drawn:
    """What a playbook is, before one reads its steps; `now` in seconds."""
    is_on = shelf.is_on(book.id)
    headline = locale.say("playbooks-entry", mark=mark_of(is_on), title=shown(book.title, 200))
    paragraphs = [
        headline + ("" if is_on else locale.say("playbooks-is-off")),
        "\n".join(
            [locale.plain.say("playbooks-speaks", when=_speaks(book, locale)), _heard(book, locale)]
        ),
        _steps(book.steps, locale),
        *_follow_up(book, locale),
        locale.say("playbooks-in-the-file"),
        usage_line(usage, locale),
        "\n".join(_files(shelf.versions_of(book.id), locale, now)),
    ]
    text = "\n\n".join(fitting(paragraphs, MESSAGE_HOLDS))
    return Drawn(one_direction(text, locale), keyboard(*_rows(shelf, book, language, locale)))


def language_buttons(
    shelf: Shelf, playbook_id: str, language: str, page: int, locale: Locale
) -> list[InlineKeyboardButton]:
    """The same page in the other languages."""
    return [
        button(
            locale.say("playbooks-button-language", language=each),
            OpenButton(id=playbook_id, locale=each, page=page),
        )
        for each in shelf.languages()
        if each != language and playbook_id in shelf.library.by_locale[each]
    ]


def tension_range(book: Playbook, locale: Locale) -> str:
    """«دلخور تا پرخاشگر», or nothing where any tension will do."""
    calmest, hottest = (
        locale.say(f"tension-{each.name.lower()}") for each in (book.calmest, book.hottest)
    )
    if (book.calmest, book.hottest) == (min(Tension), max(Tension)):
        return locale.say("playbooks-any-tension")
    if book.calmest == book.hottest:
        return calmest
    return locale.plain.say("playbooks-from-to", calmest=calmest, hottest=hottest)


def _speaks(book: Playbook, locale: Locale) -> str:
    if book.moment is Moment.CALMED:
        return locale.say("playbooks-once-calmed")
    parts = [about(sorted(book.situations), locale)] if book.situations else []
    if book.is_own:
        parts.append(locale.say("playbooks-own-situation"))
    if not parts:
        parts.append(locale.say("playbooks-any-situation"))
    priority = locale.say("playbooks-priority", priority=book.priority)
    return " · ".join([*parts, tension_range(book, locale), priority])


def _heard(book: Playbook, locale: Locale) -> str:
    return locale.plain.say(
        "playbooks-heard",
        phrases=len(book.phrases.sure),
        hints=len(book.phrases.hints),
        examples=len(book.examples.fires),
    )


def _steps(steps: Iterable[Step], locale: Locale) -> str:
    lines = [
        locale.plain.say(
            "playbooks-step-line",
            number=number,
            kind=name_of_kind(step.kind, locale),
            drafts=len(step.drafts),
        )
        for number, step in enumerate(steps, start=1)
    ]
    return "\n".join([locale.say("playbooks-steps"), *lines])


def _follow_up(book: Playbook, locale: Locale) -> list[str]:
    seconds = book.follow_up_seconds
    if seconds is None:
        return []
    for unit, length in (("days", DAY), ("hours", HOUR), ("minutes", MINUTE)):
        if seconds % length == 0:
            span = locale.say(f"playbooks-{unit}", count=seconds // length)
            return [locale.plain.say("playbooks-follow-up", span=span)]
    return []


def _files(versions: Iterable[Version], locale: Locale, now: float) -> list[str]:
    return [file_line(version, locale, now) for version in versions]


def file_line(version: Version, locale: Locale, now: float) -> str:
    """«fa/complaint.yaml · نسخهٔ ۱۲ · رضا · ۲ آذر ۱۴۰۵، ۱۴:۰۵ (۲ ساعت پیش)»."""
    return locale.say(
        "playbooks-file-line",
        mark="📄" if version.is_on else mark_of(False),
        file=escape(version.file[:TITLE_SHOWN]),
        number=version.number,
        who=who(version, locale),
        when=when(version.at, now, locale),
    )


def _rows(
    shelf: Shelf, book: Playbook, language: str, locale: Locale
) -> list[list[InlineKeyboardButton]]:
    def turn_to(page: int, words: str, number: int = 0) -> InlineKeyboardButton:
        page_button = OpenButton(id=book.id, locale=language, page=page)
        return button(locale.say(words, number=number), page_button)

    steps = [
        turn_to(number, "playbooks-button-step", number) for number in range(1, len(book.steps) + 1)
    ]
    others = [turn_to(AVOID, "playbooks-button-avoid")] if book.avoid else []
    others += _title(shelf, book, language, locale)
    files = button(locale.say("playbooks-button-files"), FilesButton(id=book.id, locale=language))
    return [
        *in_rows(steps, STEP_BUTTONS_IN_ROW),
        [*others, *language_buttons(shelf, book.id, language, OVERVIEW, locale)],
        [*_turn(shelf, book, locale), files, *_history(shelf, book, language, locale)],
        [button(locale.say("playbooks-button-list"), ListButton())],
    ]


def _title(
    shelf: Shelf, book: Playbook, language: str, locale: Locale
) -> list[InlineKeyboardButton]:
    texts = shelf.editables(book.id, language)
    title = next((each for each in texts if each.role is Role.TITLE), None)
    if title is None:
        return []
    said = TextButton(version=shelf.number_of(title), at=at_of(title.path), deed=TextDeed.EDIT)
    words = locale.say("playbooks-text-title")
    return [button(locale.say("playbooks-button-edit", text=words), said)]


def _turn(shelf: Shelf, book: Playbook, locale: Locale) -> list[InlineKeyboardButton]:
    switch, is_on = shelf.switch_of(book.id), shelf.is_on(book.id)
    if switch is None:
        return []
    words = "playbooks-button-turn-off" if is_on else "playbooks-button-turn-on"
    return [button(locale.say(words), TurnButton(version=switch.number, on=not is_on))]


def _history(
    shelf: Shelf, book: Playbook, language: str, locale: Locale
) -> list[InlineKeyboardButton]:
    versions = shelf.versions_of(book.id)
    here = (each for each in versions if each.file.startswith(f"{language}/"))
    version = next(here, None) or next(iter(versions), None)
    if version is None:
        return []
    said = HistoryButton(version=version.number)
    return [button(locale.say("playbooks-button-history"), said)]
