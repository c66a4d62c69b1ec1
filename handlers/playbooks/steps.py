"""A step of an open playbook as a seller would see it, with a button for each of its texts."""

from collections.abc import Iterable, Sequence

from aiogram.types import InlineKeyboardButton

from bot.content.editable import Editable
from bot.content.shape import Role
from bot.content.tree import Path
from bot.core.playbook import Playbook, Step
from bot.core.wording import Names, fill
from bot.locale import Locale
from handlers.card import name_of_kind
from handlers.keyboards import button, in_rows, keyboard
from handlers.playbooks.buttons import AVOID, OVERVIEW, OpenButton, TextButton, TextDeed, at_of
from handlers.playbooks.overview import language_buttons
from handlers.playbooks.room import fitting, left, shown
from handlers.playbooks.shelf import Shelf
from handlers.writing import Drawn, one_direction

TEXT_BUTTONS_IN_ROW = 2
MOST_TEXT_BUTTONS = 40
TEXT_SHOWN = 700
STEP_ROLES = frozenset({Role.ADVICE, Role.DRAFT})


def draw_step(
    shelf: Shelf, book: Playbook, language: str, page: int, locale: Locale, *, names: Names
) -> Drawn:
    """A step, counted from 1, with the names filled in as on a card."""
    step, total = book.steps[page - 1], len(book.steps)
    kind = name_of_kind(step.kind, locale)
    heading = locale.say("card-step", number=page, of=total, kind=kind)
    first = [shown(book.title, 200), f"{heading}\n{shown(step.advice, TEXT_SHOWN)}"]
    words = list(_words(step, names, locale))
    kept = fitting(words, left(first) - 200)
    rest = [locale.say("playbooks-more-drafts", count=len(words) - len(kept))]
    text = "\n\n".join([*first, *kept, *(rest if len(kept) < len(words) else [])])
    return Drawn(one_direction(text, locale), keyboard(*_rows(shelf, book, language, page, locale)))


def draw_avoid(shelf: Shelf, book: Playbook, language: str, locale: Locale) -> Drawn:
    """The words not to write, and why."""
    first = [shown(book.title, 200), locale.say("playbooks-avoid")]
    entries = [
        f"🚫 {shown(each.write, TEXT_SHOWN)}\n{shown(each.why, TEXT_SHOWN)}" for each in book.avoid
    ]
    texts = [each for each in shelf.editables(book.id, language) if each.role is Role.REMARK]
    rows = keyboard(
        *in_rows(_editors(shelf, texts, locale), TEXT_BUTTONS_IN_ROW),
        language_buttons(shelf, book.id, language, AVOID, locale),
        [_to(book, language, OVERVIEW, "playbooks-button-overview", locale)],
    )
    text = "\n\n".join([*first, *fitting(entries, left(first))])
    return Drawn(one_direction(text, locale), rows)


def texts_of_step(texts: Iterable[Editable], step: int) -> list[Editable]:
    """A step's advice and drafts; `step` counts from 0."""
    return [each for each in texts if each.step == step and each.role in STEP_ROLES]


def label_of(text: Editable, locale: Locale) -> str:
    """What a text is, for people: «پیش‌نویس ۲»."""
    number = (text.number or 0) + 1
    match text.role:
        case Role.DRAFT if text.is_friendly:
            return locale.plain.say("playbooks-text-friendly", number=number)
        case Role.DRAFT:
            return locale.plain.say("playbooks-text-draft", number=number)
        case Role.ADVICE:
            return locale.say("playbooks-text-advice")
        case Role.REMARK:
            name = "write" if text.path[-1] == "write" else "why"
            return locale.plain.say(f"playbooks-text-{name}", number=number)
        case _:
            return locale.say("playbooks-text-title")


def place_of_new_draft(texts: Sequence[Editable]) -> tuple[str, Path] | None:
    """File and path for one more draft of a step: after its last one, or below its advice."""
    drafts = [each for each in texts if each.role is Role.DRAFT and not each.is_friendly]
    if drafts:
        *above, number = drafts[-1].path
        return (drafts[-1].file, (*above, number + 1)) if isinstance(number, int) else None
    advice = next((each for each in texts if each.role is Role.ADVICE), None)
    return (advice.file, (*advice.path[:-1], "drafts", 0)) if advice is not None else None


def _words(step: Step, names: Names, locale: Locale) -> Iterable[str]:
    for number, draft in enumerate(step.drafts, start=1):
        yield _numbered("card-draft", number, fill(draft, names), locale)
    for number, draft in enumerate(step.friendly, start=1):
        yield _numbered("playbooks-friendly-draft", number, fill(draft, names), locale)
    if step.needs_manager:
        yield locale.say("card-needs-manager")


def _numbered(message_id: str, number: int, words: str, locale: Locale) -> str:
    return locale.plain.say(message_id, number=number, text=shown(words, TEXT_SHOWN))


def _rows(
    shelf: Shelf, book: Playbook, language: str, page: int, locale: Locale
) -> list[list[InlineKeyboardButton]]:
    texts = texts_of_step(shelf.editables(book.id, language), page - 1)
    steps = [
        _to(book, language, number, words, locale, number=number)
        for number, words in (
            (page - 1, "playbooks-button-step-before"),
            (page + 1, "playbooks-button-step-after"),
        )
        if 1 <= number <= len(book.steps)
    ]
    overview = _to(book, language, OVERVIEW, "playbooks-button-overview", locale)
    return [
        *in_rows(_editors(shelf, texts, locale), TEXT_BUTTONS_IN_ROW),
        [*_add(shelf, texts, locale), *language_buttons(shelf, book.id, language, page, locale)],
        steps,
        [overview],
    ]


def _editors(shelf: Shelf, texts: Sequence[Editable], locale: Locale) -> list[InlineKeyboardButton]:
    return [
        button(
            locale.say("playbooks-button-edit", text=label_of(each, locale)),
            TextButton(version=shelf.number_of(each), at=at_of(each.path), deed=TextDeed.EDIT),
        )
        for each in texts[:MOST_TEXT_BUTTONS]
    ]


def _add(shelf: Shelf, texts: Sequence[Editable], locale: Locale) -> list[InlineKeyboardButton]:
    place = place_of_new_draft(texts)
    if place is None:
        return []
    file, path = place
    number = shelf.edition.versions[file].number
    added = TextButton(version=number, at=at_of(path), deed=TextDeed.ADD)
    return [button(locale.say("playbooks-button-add-draft"), added)]


def _to(
    book: Playbook, language: str, page: int, words: str, locale: Locale, *, number: int = 0
) -> InlineKeyboardButton:
    said = OpenButton(id=book.id, locale=language, page=page)
    return button(locale.say(words, number=number), said)
