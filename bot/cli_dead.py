"""`aram dead`: updates that could not be dealt with, and were set aside whole."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.errors import SettingsError
from bot.settings import load_settings

if TYPE_CHECKING:
    from bot.store.inbox import Aside
    from bot.store.ledger import Ledger

dead = typer.Typer(help="Updates that were set aside.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(help="The update's number, as `aram dead list` says.")]


@dead.command("list")
def dead_list() -> None:
    """List what was set aside: number, when, how often it was tried, the last error's kind."""
    from bot.app import terminal_locale
    from handlers.team.moments import moment_of

    locale = terminal_locale()
    with _ledger() as ledger:
        asides = ledger.commit(lambda books: books.inbox().asides())
    if not asides:
        typer.echo(locale.say("dead-none"))
    for each in asides:
        line = locale.say(
            "dead-listed",
            number=each.update_id,
            when=moment_of(each.set_aside_at, locale),
            attempts=each.attempts,
            trouble=each.trouble,
        )
        typer.echo(line)


@dead.command("show")
def dead_show(number: Number) -> None:
    """Print an update whole, as JSON; a customer's words may stand in it."""
    with _ledger() as ledger:
        body = _found(ledger, number).body
    typer.echo(json.dumps(json.loads(body), ensure_ascii=False, indent=2))


@dead.command("retry")
def dead_retry(
    number: Annotated[int | None, typer.Argument(help="Only this one; default: all.")] = None,
) -> None:
    """Let what was set aside be tried again; an Aram that runs begins within seconds."""
    from bot.app import terminal_locale

    with _ledger() as ledger:
        if number is not None:
            _found(ledger, number)
        count = ledger.commit(lambda books: books.inbox().retry(number))
    typer.echo(terminal_locale().say("dead-retried", count=count))


@contextmanager
def _ledger() -> "Iterator[Ledger]":
    from bot.app import build_ledger

    with closing(build_ledger(load_settings())) as ledger:
        yield ledger


def _found(ledger: "Ledger", number: int) -> "Aside":
    asides = ledger.commit(lambda books: books.inbox().asides(number))
    if not asides:
        raise SettingsError("error-update-unknown", number=number)
    return asides[0]
