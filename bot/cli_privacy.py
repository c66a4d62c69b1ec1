"""`aram privacy`: what is kept of people's words, one customer's data, and the key for all."""

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.core.people import FIRST_SHOP
from bot.settings import load_settings

if TYPE_CHECKING:
    from bot.core.dossier import Customer
    from bot.store.ledger import Ledger

privacy = typer.Typer(help="What is kept of people's words.", no_args_is_help=True)

Number = Annotated[int, typer.Option("--shop", help="As `aram shop list` says.")]
Who = Annotated[str, typer.Argument(help="A customer: their Telegram number, or @username.")]
_TAG = re.compile(r"</?[a-z-]+>")


@privacy.command()
def show(number: Number = FIRST_SHOP) -> None:
    """Tell what a shop keeps, for how long, and whether it is masked and encrypted."""
    from bot.app import terminal_locale
    from bot.founding import opened_ledger
    from handlers.privacy.screens import draw_rules

    with opened_ledger(load_settings(), number) as ledger:
        shop = ledger.shop
        is_sealed = ledger.commit(lambda books: books.privacy.is_sealed)
    drawn = draw_rules(shop, terminal_locale(), owns=False, is_sealed=is_sealed)
    typer.echo(unescape(_TAG.sub("", drawn.text)))


@privacy.command()
def erase(
    who: Who,
    number: Number = FIRST_SHOP,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a customer everywhere; counts stay, without the person. Asked twice."""
    from bot.app import terminal_locale
    from bot.core.deed import DeedKind
    from bot.founding import opened_ledger
    from bot.store.books import Books

    say = terminal_locale().say
    with opened_ledger(load_settings(), number) as ledger:
        known = _found(ledger, who)
        if not yes:
            for words in ("privacy-terminal-sure", "privacy-terminal-again"):
                count = known.messages
                typer.confirm(say(words, id=str(known.id), count=count), abort=True)

        def carry_out(books: Books) -> None:
            books.erase_customer(known.id)
            books.roster.keep_deed(DeedKind.CUSTOMER_ERASED, None)

        ledger.commit(carry_out)
        ledger.scrub_now(whole=True)
    typer.echo(say("privacy-terminal-erased"))


@privacy.command()
def export(
    who: Who,
    out: Annotated[Path, typer.Option(help="The file; - for standard output.")],
    number: Number = FIRST_SHOP,
) -> None:
    """Write all that is kept of a customer to a file: JSON, in plain words."""
    from bot.app import terminal_locale
    from bot.core.deed import DeedKind
    from bot.founding import opened_ledger
    from bot.store.books import Books
    from handlers.privacy.dossier import written

    locale = terminal_locale()
    with opened_ledger(load_settings(), number) as ledger:
        known = _found(ledger, who)

        def carry_out(books: Books) -> str:
            books.roster.keep_deed(DeedKind.CUSTOMER_EXPORTED, None)
            return written(books, known.id, locale)

        text = ledger.commit(carry_out)
    if str(out) == "-":
        typer.echo(text, nl=False)
    else:
        out.touch(mode=0o600)
        out.write_text(text, encoding="utf-8")


@privacy.command()
def days(
    count: Annotated[int, typer.Argument(min=1, max=3650, help="Days.")],
    number: Number = FIRST_SHOP,
) -> None:
    """Keep a shop's words for so many days from now on."""
    from bot.app import terminal_locale
    from bot.founding import opened_ledger

    with opened_ledger(load_settings(), number) as ledger:
        ledger.commit(lambda books: books.privacy.keep_days(count, by=None))
    typer.echo(terminal_locale().say("privacy-terminal-days", days=count))


@privacy.command()
def key() -> None:
    """Print a new key for WORDS_KEYS."""
    from cryptography.fernet import Fernet

    typer.echo(Fernet.generate_key().decode())


@privacy.command()
def rotate() -> None:
    """Bring all words under the first of WORDS_KEYS; may be broken off and begun again."""
    from bot.app import terminal_locale
    from bot.store.engine import open_engine
    from bot.store.migrate import migrate
    from bot.store.resealing import reseal

    settings = load_settings()
    engine = open_engine(settings.database_url, settings.word_keys)
    try:
        migrate(engine)
        count = reseal(engine)
    finally:
        engine.dispose()
    typer.echo(terminal_locale().say("privacy-terminal-rotated", count=count))


def _found(ledger: "Ledger", who: str) -> "Customer":
    """The customer, or the end of the command."""
    from bot.app import terminal_locale
    from handlers.privacy.finding import named

    known = ledger.commit(lambda books: named(books, who))
    if known is None:
        typer.echo(terminal_locale().say("privacy-terminal-unknown"), err=True)
        raise typer.Exit(1)
    return known
