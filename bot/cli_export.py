"""`aram export`: a shop's figures as a file, in the terminal."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.core.edition import Edition
from bot.core.people import FIRST_SHOP
from bot.core.spans import Period, period
from bot.errors import ContentError
from bot.settings import Settings, load_settings


def export(
    first: Annotated[str, typer.Option("--from", help="A day: 1405/9/1 or 2026-11-22.")],
    last: Annotated[str | None, typer.Option("--to", help="A day; default: today.")] = None,
    form: Annotated[Literal["xlsx", "csv"], typer.Option("--format", help="The file.")] = "xlsx",
    number: Annotated[int, typer.Option("--shop", help="As `aram shop list` says.")] = FIRST_SHOP,
    out: Annotated[Path | None, typer.Option(help="Where; default: here, by its days.")] = None,
    language: Annotated[
        Literal["fa", "en"] | None, typer.Option(help="Of titles; default: the shop's.")
    ] = None,
    words: Annotated[
        bool, typer.Option("--words", help="Customers' names and words, if the owner allows it.")
    ] = False,
) -> None:
    """Write a shop's troubles, days and steps to a file: XLSX, or a CSV for each."""
    from bot.app import build_locales, terminal_locale
    from bot.core.deed import DeedKind
    from bot.core.letters import Form
    from bot.export.order import Order, fulfil
    from bot.founding import opened_ledger
    from bot.store.books import Books
    from handlers.stats.words import Voice

    settings = load_settings()
    with opened_ledger(settings, number) as ledger:
        shop = ledger.shop
        locale = build_locales().get(language or shop.locale)
        edition = ledger.commit(lambda books: books.versions.edition())
        title_of = _titles(settings, edition, locale.language)
        span = _period(first, last, ledger.commit(lambda books: books.summaries.today)).span
        allowed = ledger.commit(lambda books: books.exports.may_have_words())
        if words and not allowed:
            raise typer.BadParameter("the shop's owner has not allowed customers' words: /stats")
        order = Order(Form(form), span, words)
        path = out or Path(order.name(locale.language))

        def keep(books: Books) -> None:
            kind = DeedKind.EXPORTED_WITH_WORDS if words else DeedKind.EXPORTED
            days = {"first_day": span.first.isoformat(), "last_day": span.last.isoformat()}
            books.roster.keep_deed(kind, None, **days)

        ledger.commit(keep)
        written = fulfil(order, path, ledger.commit, Voice(locale, title_of), shop.timezone)
    for file in written:
        typer.echo(terminal_locale().say("export-written", file=str(file)))


def _titles(settings: Settings, edition: Edition, language: str) -> Callable[[str], str | None]:
    """What playbooks are called; those of an edition that cannot be used have no names."""
    from bot.app import build_loaded
    from bot.publishing.forge import as_bytes

    texts = {file: as_bytes(text) for file, text in edition.texts().items()}
    try:
        library = build_loaded(settings, texts).library
    except ContentError:
        return lambda _: None

    def title_of(playbook_id: str) -> str | None:
        book = library.find(playbook_id, language)
        return book.title if book is not None else None

    return title_of


def _period(first: str, last: str | None, today: date) -> Period:
    """The days as typed, in either calendar; an error where they cannot be read."""
    from bot.core.people import TEHRAN
    from bot.language.asked_days import Unread, read_days
    from bot.language.calendar import almanac

    reckoned = almanac("fa", TEHRAN)
    words = f"{first} تا {last or today.isoformat()}"
    asked = read_days(words, today, reckoned)
    if isinstance(asked, Unread):
        raise typer.BadParameter(f"--from and --to are days such as 1405/9/1: {asked.words}")
    return period(asked, today, reckoned)
