"""`aram digest`: today's digest as text, as the shop's owner would get it now."""

import re
from html import unescape
from typing import Annotated

import typer

from bot.settings import load_settings

_TAG = re.compile(r"</?[a-z-]+>")


def digest(
    shop: Annotated[int, typer.Option(help="The shop's number, as `aram shop list` says.")] = 1,
) -> None:
    """Print today's digest: the day in three lines, and who needs a person."""
    from bot.app import build_edition, build_loaded, terminal_locale
    from bot.founding import opened_ledger
    from bot.publishing.forge import as_bytes
    from handlers.digest.telling import lines_of, tell_digest, voice_for

    settings, locale = load_settings(), terminal_locale()
    with opened_ledger(settings, shop) as ledger:
        edition = build_edition(settings, ledger)
        texts = {file: as_bytes(text) for file, text in edition.texts().items()}
        library = build_loaded(settings, texts, off=edition.turned_off()).library

        def title_of(playbook_id: str) -> str | None:
            book = library.find(playbook_id, locale.language)
            return book.title if book is not None else None

        told = ledger.commit(
            lambda books: tell_digest(books, books.shop.owner_id or 0, books.summaries.today)
        )
    text = "\n".join(lines_of(told, voice_for(told, locale, title_of)))
    typer.echo(unescape(_TAG.sub("", text)))
