"""`aram move`: one database into another, for a shop that has outgrown a file, or the other way."""

import time
from contextlib import ExitStack
from typing import Annotated

import typer

from bot.errors import SettingsError
from bot.settings import load_settings


def move(
    target: Annotated[
        str, typer.Option("--to", help="An empty database.", envvar="MOVE_TO", show_envvar=True)
    ],
    source: Annotated[
        str | None, typer.Option("--from", help="What is moved; default: DATABASE_URL.")
    ] = None,
) -> None:
    """Copy everything into another database and check every row; Aram must not run meanwhile."""
    from rich.console import Console
    from rich.table import Table

    from bot.app import terminal_locale
    from bot.store.engine import open_engine, sqlite_file
    from bot.store.moving import move as copy

    settings, locale = load_settings(), terminal_locale()
    said, keys = source or settings.database_url, settings.word_keys
    lies, goes = sqlite_file(said), sqlite_file(target)
    if lies is not None and not lies.is_file():
        raise SettingsError("error-file-missing", file=str(lies))
    if said == target or (
        lies is not None and goes is not None and lies.resolve() == goes.resolve()
    ):
        raise SettingsError("error-move-onto-itself")
    with ExitStack() as engines:
        old, new = open_engine(said, keys), open_engine(target, keys)
        for engine in (old, new):
            engines.callback(engine.dispose)
        moved = copy(old, new, now=time.time(), tell=lambda table: typer.echo(table, err=True))
        place = new.url.render_as_string(hide_password=True)
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, count in moved.rows.items():
        if count:
            table.add_row(name, locale.say("move-rows", count=count))
    Console().print(table, markup=False)
    words = "move-was-there" if moved.was_there else "move-done"
    typer.echo(locale.say(words, count=sum(moved.rows.values()), url=place))
