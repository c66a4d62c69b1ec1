"""Files that are handed over: an e-mail, or a chat exported as text; others are declined kindly."""

import asyncio
from dataclasses import replace
from pathlib import PurePath

from aiogram import Bot
from aiogram.types import Document, Message, Update

from bot.core.pasted.mail import decoded, is_mail, read_mail
from bot.core.pasted.pile import MOST_READ, Kind, Piece
from bot.core.pasted.talk import readable
from bot.store.ledger import Ledger
from handlers.downloads import fetched
from handlers.pasted.arriving import answer_note, full_name, put_on_pile
from handlers.turns import clean

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes; Telegram hands bots no more than twice as much."""

_MAILS = frozenset({".eml", ".mht", ".mbox"})
_TEXTS = frozenset({".txt", ".text", ".log", ".md", ".csv"})
_ARCHIVES = frozenset({".zip", ".rar", ".7z", ".gz", ".tar", ".bz2", ".xz"})
_PROGRAMS = frozenset(
    {".exe", ".msi", ".apk", ".bat", ".cmd", ".com", ".scr", ".sh", ".js", ".vbs", ".jar", ".dll"}
)
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MARK_OF_ARCHIVE = b"PK\x03\x04"
_MARKS_OF_PROGRAMS = (b"MZ", b"\x7fELF")


async def is_file(message: Message) -> bool:
    """A filter: whether somebody sends a file that is no playbook; a reply is not for us."""
    if message.document is None or message.animation is not None:
        return False
    if message.reply_to_message is not None:
        return False
    return message.forward_origin is None or _ending(message.document) in _MAILS | _TEXTS


async def on_file(message: Message, bot: Bot, event_update: Update, ledger: Ledger) -> None:
    """An e-mail or a text goes on the pile; what cannot be read is declined in words."""
    document = message.document
    if document is None:
        return
    declined = _declined(document)
    raw = await fetched(bot, document, most=LARGEST_FILE) if declined is None else b""
    if raw is None:
        declined = "note-file-failed"
    elif len(raw) > LARGEST_FILE:
        declined = "note-file-too-large"
    if declined is None and raw is not None:
        found = await asyncio.to_thread(_read, raw, _ending(document) in _MAILS)
        if isinstance(found, Piece):
            piece = replace(found, number=message.message_id, handed_by=full_name(message))
            await put_on_pile(message, event_update, ledger, piece)
            return
        declined = found
    await answer_note(message, event_update, ledger, declined or "note-file-failed")


def _declined(document: Document) -> str | None:
    """Why a file is not even fetched."""
    ending = _ending(document)
    if ending in _ARCHIVES:
        return "note-file-archive"
    if ending in _PROGRAMS:
        return "note-file-program"
    if ending not in _MAILS | _TEXTS:
        return "note-file-unknown"
    if (document.file_size or 0) > LARGEST_FILE:
        return "note-file-too-large"
    return None


def _ending(document: Document) -> str:
    ending = PurePath(clean(document.file_name or "")).suffix.lower()
    if not ending and document.mime_type == "message/rfc822":
        return ".eml"
    return ".txt" if not ending and document.mime_type == "text/plain" else ending


def _read(raw: bytes, is_called_mail: bool) -> Piece | str:
    """The file as a piece without its number; or the note that says what is wrong with it."""
    if raw.startswith(_MARK_OF_ARCHIVE):
        return "note-file-archive"
    if raw.startswith(_MARKS_OF_PROGRAMS):
        return "note-file-program"
    if is_called_mail or is_mail(raw):
        return _mail(raw)
    is_utf_16 = raw.startswith(_MARKS_OF_UTF_16)
    if not is_utf_16 and b"\0" in raw:
        return "note-file-not-text"
    text = clean(decoded(raw, "utf-16" if is_utf_16 else "utf-8-sig"))
    if not text.strip():
        return "note-file-empty"
    return Piece(Kind.FILE, readable(text), 0, is_cut=len(text) > MOST_READ)


def _mail(raw: bytes) -> Piece | str:
    mail = read_mail(raw)
    if mail is None:
        return "note-mail-broken"
    text = clean(mail.text) or clean(mail.subject or "")
    if not text.strip():
        return "note-file-empty"
    sender = clean(mail.sender) if mail.sender is not None else None
    return Piece(
        Kind.MAIL,
        text[:MOST_READ],
        0,
        name=sender,
        subject=clean(mail.subject) if mail.subject is not None else None,
        is_cut=len(text) > MOST_READ,
    )
