"""Playbooks as files: taken out of the chat as YAML, and brought in again when changed."""

import asyncio
from html import escape

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.content.files import LARGEST_FILE
from bot.content.source import read
from bot.core.edition import Change, Deed, Version, Way
from bot.locale import Locale
from bot.publishing.office import Office
from bot.publishing.origin import VERSIONS_LOOKED_AT, likeliest_origin
from bot.publishing.publisher import Declined, Refused
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.downloads import fetched
from handlers.keyboards import button, carried_by, keyboard
from handlers.playbooks.buttons import (
    DownloadButton,
    FilesButton,
    HistoryButton,
    ListButton,
    OpenButton,
)
from handlers.playbooks.naming import (
    file_named,
    is_named_as_playbook,
    travelling_name,
)
from handlers.playbooks.overview import file_line
from handlers.playbooks.proposals import offer
from handlers.playbooks.room import BUTTON_SHOWN, cut
from handlers.playbooks.shelf import Shelf, Shelves
from handlers.screens import show, tell
from handlers.sending import send, send_file
from handlers.turns import clean
from handlers.writing import Drawn, one_direction

BYTE_ORDER_MARK = "\ufeff"


async def is_playbook_file(message: Message) -> bool:
    """A filter: whether somebody uploads a YAML file, or replies to one that came from here."""
    if message.document is None:
        return False
    return is_named_as_playbook(message.document.file_name) or _answered(message) is not None


async def on_files_button(
    query: CallbackQuery,
    callback_data: FilesButton,
    ledger: Ledger,
    shelves: Shelves,
    locale: Locale,
) -> None:
    """The files that a playbook, or the shop, has, each to be taken out."""
    shelf = await shelves.now(ledger)
    if callback_data.id and callback_data.id not in shelf.ids():
        await tell(query, locale.say("playbooks-gone"), alert=True)
        return
    language = shelf.language_of(callback_data.id, callback_data.locale)
    callback_data = callback_data.model_copy(update={"locale": language})
    now = await ledger.write(lambda books: books.now)
    await tell(query)
    await show(query, draw_files(shelf, callback_data, locale, now=now))


async def on_download_button(
    query: CallbackQuery, callback_data: DownloadButton, ledger: Ledger, locale: Locale
) -> None:
    """A file as a document; a reply to it with a changed one is known to be made from it."""
    number = callback_data.version
    version = await ledger.write(lambda books: books.versions.version(number))
    if version is None or version.text is None:
        await tell(query, locale.say("playbooks-gone"), alert=True)
        return
    await tell(query)
    said = locale.say("playbooks-downloaded", number=number, file=escape(version.file))
    history = button(locale.say("playbooks-button-history"), HistoryButton(version=number))
    caption = Drawn(one_direction(said, locale), keyboard([history]))
    await send_file(query, travelling_name(version.file), version.text, caption)


async def on_upload(
    message: Message,
    bot: Bot,
    ledger: Ledger,
    office: Office,
    locale: Locale,
) -> None:
    """A changed or a new file: shown and confirmed like every change, or refused with reasons."""
    document = message.document
    raw = await fetched(bot, document, most=LARGEST_FILE) if document is not None else None
    if raw is None:
        await send(message, _sentence("playbooks-upload-failed", locale))
        return
    answered = await _answered_version(message, ledger)
    text, name = _text(raw), (document.file_name or "") if document is not None else ""
    caption = clean(message.caption or "")
    file = answered.file if answered else file_named(name, caption, text or "")
    if file is None:
        await send(message, _sentence("playbooks-upload-unnamed", locale))
        return
    if text is None or len(raw) > LARGEST_FILE:
        refused = Declined(Refused.BROKEN, (await asyncio.to_thread(read, raw, file)).problems)
        await offer(message, refused, ledger, locale)
        return
    base = answered or await _origin(file, text, ledger)
    change = _change(message, file, text, base)
    await offer(message, await office.prepare(change), ledger, locale, base=base)


def draw_files(shelf: Shelf, which: FilesButton, locale: Locale, *, now: float) -> Drawn:
    """The files of a playbook with a download for each; the shop's where `which` names none."""
    shop = shelf.shop_version()
    versions = shelf.versions_of(which.id) if which.id else (shop,) if shop is not None else ()
    back = OpenButton(id=which.id, locale=which.locale) if which.id else ListButton()
    paragraphs = [
        locale.say("playbooks-files" if which.id else "playbooks-shop-file"),
        *(file_line(each, locale, now) for each in versions),
        *([] if versions else [locale.say("playbooks-no-shop-file")]),
        locale.say("playbooks-upload-how"),
    ]
    downloads = [
        [
            button(
                f"⬇️ {cut(travelling_name(each.file), BUTTON_SHOWN)}",
                DownloadButton(version=each.number),
            )
        ]
        for each in versions
    ]
    rows = keyboard(*downloads, [button(locale.say("playbooks-button-back"), back)])
    return Drawn(one_direction("\n\n".join(paragraphs), locale), rows)


def _change(message: Message, file: str, text: str, base: Version | None) -> Change:
    person = message.from_user
    is_new = base is None or base.text is None
    return Change(
        file=file,
        text=text,
        is_on=base.is_on if base is not None else True,
        deed=Deed.ADD if is_new else Deed.EDIT,
        way=Way.CHAT,
        base=base.number if base is not None else None,
        by=person.id if person is not None else None,
        by_name=clean(person.first_name) if person is not None else None,
    )


def _text(raw: bytes) -> str | None:
    """The text without a byte order mark, lines ended as elsewhere; None where it is no UTF-8."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    return text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def _answered(message: Message) -> HistoryButton | None:
    """What a reply to a document that was taken out belongs to."""
    replied = message.reply_to_message
    if replied is None or replied.document is None:
        return None
    return next(iter(carried_by(replied, HistoryButton)), None)


async def _answered_version(message: Message, ledger: Ledger) -> Version | None:
    answered = _answered(message)
    if answered is None:
        return None
    return await ledger.write(lambda books: books.versions.version(answered.version))


async def _origin(file: str, text: str, ledger: Ledger) -> Version | None:
    """The version that a file was most likely made from; a removed file's newest."""

    def look(books: Books) -> tuple[Version | None, tuple[Version, ...]]:
        archive = books.versions
        newest = archive.edition().newest(file)
        return newest, archive.history(file, skip=0, most=VERSIONS_LOOKED_AT)

    newest, versions = await ledger.write(look)
    if newest is None or newest.text is None:
        return newest
    there = [version for version in versions if version.text is not None]
    return await asyncio.to_thread(likeliest_origin, text, there)


def _sentence(message_id: str, locale: Locale) -> Drawn:
    return Drawn(one_direction(locale.say(message_id), locale))
