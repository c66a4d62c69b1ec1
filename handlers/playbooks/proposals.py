"""A proposed change: shown as a difference with what can be done with it."""

from html import escape

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.content.difference import difference
from bot.core.edition import Change, Version
from bot.locale import Locale
from bot.publishing.publisher import Declined, Prepared
from bot.store.ledger import Ledger
from handlers.keyboards import button, keyboard
from handlers.playbooks.buttons import (
    HistoryButton,
    ProposalButton,
    ProposalDeed,
    ReplayButton,
    TryButton,
    opening_of,
)
from handlers.playbooks.difference import as_document, draw_difference
from handlers.playbooks.refusals import draw_declined, problem_lines
from handlers.playbooks.room import left
from handlers.sending import send, send_file
from handlers.writing import Drawn, one_direction

PROBLEMS_ROOM = 1200


async def offer(
    to: Message | CallbackQuery,
    outcome: Prepared | Declined,
    ledger: Ledger,
    locale: Locale,
    *,
    base: Version | None = None,
    words: str | None = None,
) -> None:
    """Show what was prepared and ask for confirmation, or say why nothing was.

    `words` are those that were written in a reply: refused ones are given back.
    """
    if isinstance(outcome, Declined):
        now = await ledger.write(lambda books: books.now)
        await send(to, draw_declined(outcome, locale, base=base, now=now, words=words))
        return
    drawn, is_whole = draw_prepared(outcome, locale)
    await send(to, drawn)
    if not is_whole:
        name = f"{outcome.change.file.replace('/', '-')}.difference.txt"
        await send_file(to, name, as_document(outcome.difference))


def draw_prepared(prepared: Prepared, locale: Locale) -> tuple[Drawn, bool]:
    """The change with its difference, and whether all of it is shown."""
    change = prepared.change
    paragraphs = [
        locale.say(
            f"playbooks-proposed-{change.deed.value.replace('_', '-')}", file=escape(change.file)
        )
    ]
    asked = locale.say("playbooks-ask")
    remarks = problem_lines(prepared.problems, locale, PROBLEMS_ROOM)
    if remarks:
        remarks = [locale.say("playbooks-issues"), *remarks]
    room = left([*paragraphs, *remarks, asked]) - 200
    changed, is_whole = draw_difference(prepared.difference, locale, room)
    paragraphs += [changed] if changed else []
    paragraphs += [] if is_whole else [locale.say("playbooks-whole-below")]
    text = one_direction("\n\n".join([*paragraphs, *remarks, asked]), locale)
    return Drawn(text, _choices(prepared, locale)), is_whole


def draw_published(version: Version, before: Version | None, locale: Locale) -> Drawn:
    """A change that is in force now, with its difference once more."""
    said = locale.say(
        f"playbooks-published-{version.deed.value.replace('_', '-')}",
        number=version.number,
        file=escape(version.file),
    )
    lines = difference(before.text if before is not None else None, version.text)
    changed, _ = draw_difference(lines, locale, left([said]))
    text = "\n\n".join([said, *([changed] if changed else [])])
    return Drawn(one_direction(text, locale), _ways_on(version.file, version.number, locale))


def draw_dropped(change: Change, locale: Locale) -> Drawn:
    """A change that was given up."""
    said = locale.say("playbooks-dropped", file=escape(change.file))
    rows = keyboard(opening_of(change.file, locale))
    return Drawn(one_direction(said, locale), rows)


def _choices(prepared: Prepared, locale: Locale) -> InlineKeyboardMarkup | None:
    def choice(deed: ProposalDeed, words: str) -> InlineKeyboardButton:
        return button(locale.say(words), ProposalButton(proposal=prepared.proposal, deed=deed))

    speaks = prepared.change.is_on and prepared.change.text is not None
    trial = [choice(ProposalDeed.TRY, "playbooks-button-try")] if speaks else []
    message = button(locale.say("replay-try-button"), TryButton(proposal=prepared.proposal))
    return keyboard(
        [
            choice(ProposalDeed.PUBLISH, "playbooks-button-publish"),
            choice(ProposalDeed.DROP, "playbooks-button-drop"),
        ],
        [*trial, message],
        [button(locale.say("replay-button"), ReplayButton(proposal=prepared.proposal))],
    )


def _ways_on(file: str, number: int, locale: Locale) -> InlineKeyboardMarkup | None:
    history = button(locale.say("playbooks-button-history"), HistoryButton(version=number))
    return keyboard([*opening_of(file, locale), history])
