"""The messages that a manager replies to: a text with its present words, or a new draft's place."""

from html import escape

from aiogram.types import CopyTextButton, InlineKeyboardButton

from bot.content.editable import Editable
from bot.content.files import spot_of
from bot.content.shape import Role
from bot.core.edition import Version
from bot.core.wording import PLACEHOLDERS
from bot.locale import Locale
from handlers.card import COPY_LIMIT
from handlers.keyboards import button, keyboard
from handlers.playbooks.buttons import TextButton, TextDeed, at_of
from handlers.playbooks.room import block, shown, size
from handlers.playbooks.shelf import Shelf
from handlers.playbooks.steps import label_of
from handlers.writing import Drawn, one_direction

LONGEST_TEXT = 3000
"""UTF-16 units of a text that still has room in a message, with what stands around it."""


def draw_text(text: Editable, version: Version, shelf: Shelf, locale: Locale) -> Drawn:
    """A text with its present words in a block to copy; `version` is that of its file."""
    headline = locale.say("playbooks-text-headline", text=label_of(text, locale))
    if size(text.text) > LONGEST_TEXT:
        said = locale.say("playbooks-text-too-long")
        return Drawn(one_direction("\n\n".join([headline, said]), locale))
    paragraphs = [
        f"{headline}\n{_where(text, version, shelf, locale)}",
        locale.say("playbooks-reply-to-edit"),
        block(text.text),
        *([_placeholders(locale)] if text.role is Role.DRAFT else []),
    ]
    carrier = _carrier(version, text, TextDeed.SET)
    removal = _carrier(version, text, TextDeed.REMOVE)
    rows = keyboard(
        _copy(text.text, locale),
        [
            *(
                [button(locale.say("playbooks-button-remove"), removal)]
                if text.role is Role.DRAFT
                else []
            ),
            button(locale.say("playbooks-button-back"), carrier),
        ],
    )
    return Drawn(one_direction("\n\n".join(paragraphs), locale), rows)


def draw_new_draft(said: TextButton, version: Version, locale: Locale, *, page: int) -> Drawn:
    """The message to reply to with one more draft for the step on a page."""
    paragraphs = [
        locale.say("playbooks-new-draft", number=page),
        locale.say("playbooks-reply-to-add"),
        _placeholders(locale),
    ]
    carrier = TextButton(version=version.number, at=said.at, deed=TextDeed.INSERT)
    rows = keyboard([button(locale.say("playbooks-button-back"), carrier)])
    return Drawn(one_direction("\n\n".join(paragraphs), locale), rows)


def _where(text: Editable, version: Version, shelf: Shelf, locale: Locale) -> str:
    spot = spot_of(version.file)
    book = shelf.find(spot.name, spot.locale) if spot is not None else None
    step = [locale.say("playbooks-step", number=text.step + 1)] if text.step is not None else []
    title = [shown(book.title, 200)] if book is not None else []
    return " · ".join([*title, *step, locale.say("playbooks-in-file", file=escape(version.file))])


def _placeholders(locale: Locale) -> str:
    lines = [
        locale.say("playbooks-placeholder", name=f"<code>{{{name}}}</code>", of=name)
        for name in PLACEHOLDERS
    ]
    return "\n".join([locale.say("playbooks-placeholders"), *lines])


def _carrier(version: Version, text: Editable, deed: TextDeed) -> TextButton:
    return TextButton(version=version.number, at=at_of(text.path), deed=deed)


def _copy(text: str, locale: Locale) -> list[InlineKeyboardButton]:
    """A copy button where the whole text has room in it."""
    if len(text) > COPY_LIMIT:
        return []
    words = locale.say("playbooks-button-copy")
    return [InlineKeyboardButton(text=words, copy_text=CopyTextButton(text=text))]
