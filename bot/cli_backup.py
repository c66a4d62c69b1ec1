"""`aram backup` and `aram restore`: everything in one file, and back, while Aram goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.errors import SettingsError
from bot.settings import load_settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

KILOBYTE = 1000


def backup(
    file: Annotated[Path, typer.Argument(help="Where to; nobody else can read it.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write everything into a file, as it is now, also while Aram runs."""
    from bot.app import terminal_locale
    from bot.store.backup import back_up

    with _opened(must_exist=True) as engine:
        kept = back_up(engine, file, force=force)
    typer.echo(
        terminal_locale().say(
            "backup-written",
            file=str(file),
            messages=kept.messages,
            kilobytes=-(-kept.length // KILOBYTE),
        )
    )


def restore(
    file: Annotated[Path, typer.Argument(help="What `aram backup` wrote.")],
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
) -> None:
    """Bring back what a backup holds; an Aram that runs starts over by itself."""
    from bot.app import terminal_locale
    from bot.store.backup import restore as bring_back

    with _opened(must_exist=False) as engine:
        kept = bring_back(engine, file, force=force)
    typer.echo(terminal_locale().say("backup-restored", file=str(file), messages=kept.messages))


@contextmanager
def _opened(*, must_exist: bool) -> "Iterator[Engine]":
    from bot.store.engine import open_engine, sqlite_file

    url = load_settings().database_url
    lies = sqlite_file(url)
    if must_exist and lies is not None and not lies.is_file():
        raise SettingsError("error-file-missing", file=str(lies))
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()
