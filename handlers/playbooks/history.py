"""What was published: who, when, what; the difference of each version; the way back to one."""

from collections.abc import Sequence
from html import escape

from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.content.difference import difference
from bot.core.edition import Version
from bot.locale import Locale
from bot.publishing.office import Office
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.keyboards import button, in_rows, keyboard
from handlers.playbooks.buttons import (
    DownloadButton,
    HistoryButton,
    ListButton,
    RollBackButton,
    VersionButton,
    opening_of,
)
from handlers.playbooks.difference import as_document, draw_difference
from handlers.playbooks.moments import when, who
from handlers.playbooks.proposals import offer
from handlers.playbooks.room import left
from handlers.screens import show, tell
from handlers.sending import send_file
from handlers.turns import clean
from handlers.writing import Drawn, one_direction

VERSIONS_ON_PAGE = 6


async def on_history_button(
    query: CallbackQuery, callback_data: HistoryButton, ledger: Ledger, locale: Locale
) -> None:
    """A page of what was published, newest first."""
    page = max(0, callback_data.page)

    def look(books: Books) -> tuple[Version | None, tuple[Version, ...], float]:
        archive = books.versions
        version = archive.version(callback_data.version)
        skip, most = page * VERSIONS_ON_PAGE, VERSIONS_ON_PAGE + 1
        file = version.file if version is not None else None
        return version, archive.history(file, skip=skip, most=most), books.now

    version, found, now = await ledger.write(look)
    await tell(query)
    shown_now = callback_data.model_copy(update={"page": page})
    await show(query, draw_history(version, found, shown_now, locale, now=now))


async def on_version_button(
    query: CallbackQuery, callback_data: VersionButton, ledger: Ledger, locale: Locale
) -> None:
    """A version beside the one before it; as a document where it has no room."""

    def look(books: Books) -> tuple[Version | None, Version | None, Version | None, float]:
        archive = books.versions
        version = archive.version(callback_data.version)
        if version is None:
            return None, None, None, books.now
        before = archive.version(version.before) if version.before is not None else None
        return version, before, archive.edition().newest(version.file), books.now

    version, before, newest, now = await ledger.write(look)
    if version is None:
        await tell(query, locale.say("playbooks-gone"), alert=True)
        return
    await tell(query)
    lines = difference(before.text if before is not None else None, version.text)
    if callback_data.whole:
        name = f"{version.file.replace('/', '-')}.{version.number}.txt"
        await send_file(query, name, as_document(lines))
        return
    is_newest = newest is not None and newest.number == version.number
    drawn = draw_version(version, before, callback_data, locale, now=now, is_newest=is_newest)
    await show(query, drawn)


async def on_roll_back_button(
    query: CallbackQuery,
    callback_data: RollBackButton,
    ledger: Ledger,
    office: Office,
    locale: Locale,
) -> None:
    """Prepare the way back to a version; it is confirmed like every change."""
    await tell(query)
    person = query.from_user
    outcome = await office.roll_back(callback_data.version, person.id, clean(person.first_name))
    await offer(query, outcome, ledger, locale)


def draw_history(
    version: Version | None,
    found: Sequence[Version],
    page: HistoryButton,
    locale: Locale,
    *,
    now: float,
) -> Drawn:
    """A page of versions of one file, or of all; one more than it shows tells of older ones."""
    here = found[:VERSIONS_ON_PAGE]
    if version is None:
        headline = locale.say("playbooks-history-of-all")
    else:
        headline = locale.say("playbooks-history", file=escape(version.file))
    entries = [_entry(each, locale, now=now) for each in here]
    picks = [
        button(
            locale.say("playbooks-button-version", number=each.number),
            VersionButton(version=each.number, page=page.page, of_all=version is None),
        )
        for each in here
    ]
    opening = opening_of(version.file, locale) if version is not None else []
    to_list = button(locale.say("playbooks-button-list"), ListButton())
    rows = keyboard(
        *in_rows(picks, 3),
        _neighbours(page, locale, has_more=len(found) > VERSIONS_ON_PAGE),
        [*opening, to_list],
    )
    nothing = [locale.say("playbooks-history-empty")] if not entries else []
    return Drawn(one_direction("\n\n".join([headline, *entries, *nothing]), locale), rows)


def draw_version(
    version: Version,
    before: Version | None,
    said: VersionButton,
    locale: Locale,
    *,
    now: float,
    is_newest: bool,
) -> Drawn:
    """Who made a version, when, how, and what it changed."""
    paragraphs = [_entry(version, locale, now=now)]
    changed, is_whole = _changed(version, before, locale, left(paragraphs) - 200)
    paragraphs.append(changed)
    back = HistoryButton(version=0 if said.of_all else version.number, page=said.page)
    whole = (
        []
        if is_whole
        else [
            button(
                locale.say("playbooks-button-whole"),
                said.model_copy(update={"whole": True}),
            )
        ]
    )
    rows = keyboard(
        whole,
        []
        if is_newest
        else [
            button(
                locale.say("playbooks-button-roll-back", number=version.number),
                RollBackButton(version=version.number),
            )
        ],
        [
            button(locale.say("playbooks-button-to-history"), back),
            *_download(version, locale),
        ],
    )
    return Drawn(one_direction("\n\n".join(paragraphs), locale), rows)


def _changed(
    version: Version, before: Version | None, locale: Locale, room: int
) -> tuple[str, bool]:
    """The difference, and whether all of it is shown; of a new file, only how long it is."""
    if before is None and version.text is not None:
        return locale.say("playbooks-new-file", lines=len(version.text.splitlines())), True
    lines = difference(before.text if before is not None else None, version.text)
    changed, is_whole = draw_difference(lines, locale, room)
    return changed or locale.say("playbooks-same-text"), is_whole


def _entry(version: Version, locale: Locale, *, now: float) -> str:
    headline = locale.say(
        "playbooks-version",
        number=version.number,
        who=who(version, locale),
        when=when(version.at, now, locale),
    )
    deed = locale.say(f"playbooks-deed-{version.deed.value.replace('_', '-')}")
    way = locale.say(f"playbooks-way-{version.way.value}")
    what = locale.say("playbooks-deed-in", deed=deed, file=escape(version.file), way=way)
    return f"{headline}\n{what}"


def _download(version: Version, locale: Locale) -> list[InlineKeyboardButton]:
    if version.text is None:
        return []
    return [button(locale.say("playbooks-button-download"), DownloadButton(version=version.number))]


def _neighbours(
    page: HistoryButton, locale: Locale, *, has_more: bool
) -> list[InlineKeyboardButton]:
    newer = [("playbooks-button-newer", page.page - 1)] if page.page > 0 else []
    older = [("playbooks-button-older", page.page + 1)] if has_more else []
    return [
        button(locale.say(words), HistoryButton(version=page.version, page=number))
        for words, number in (*newer, *older)
    ]
