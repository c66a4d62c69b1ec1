"""`aram status`: how things stand, as /metrics has it, for a person; says what needs care."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.core.standing import Standing
from bot.errors import AramError
from bot.locale import Argument, Locale
from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

LATE_SECONDS = 120.0
"""A letter that has been due for so long is not delivered by anybody."""
LEAST_FREE = 500_000_000
"""Bytes on the disk of the database."""
MEGABYTE = 1_000_000
MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table; `is_well` is False for what needs care."""

    name: str
    value: str
    is_well: bool = True


def status() -> None:
    """Show database, letters, updates, cards, disk and model; ends with 1 if one needs care."""
    from rich.console import Console
    from rich.table import Table

    from bot.app import terminal_locale

    locale = terminal_locale()
    lines = tuple(_lines(load_settings(), locale))
    table = Table(show_header=False, box=None, pad_edge=False)
    for line in lines:
        table.add_row("✓" if line.is_well else "!", locale.say(f"status-{line.name}"), line.value)
    Console().print(table, markup=False)
    if not all(line.is_well for line in lines):
        raise typer.Exit(1)


def _lines(settings: Settings, locale: Locale) -> Iterator[Line]:
    """Every row; where the database does not answer, the others go on."""
    from bot.store.engine import open_engine

    try:
        engine = open_engine(settings.database_url)
    except AramError as error:
        yield Line("database", locale.error_sentence(error), is_well=False)
    else:
        try:
            yield from _of_database(engine, settings, locale)
        except AramError as error:
            yield Line("database", locale.error_sentence(error), is_well=False)
        finally:
            engine.dispose()
    yield _model(settings.model_dir, locale)


def _of_database(engine: "Engine", settings: Settings, locale: Locale) -> Iterator[Line]:
    from bot.store.ledger import Ledger
    from bot.store.migrate import is_current, revision

    is_ours, found = is_current(engine), revision(engine) or "–"
    words = "status-at-revision" if is_ours else "status-at-other-revision"
    told = locale.say(words, kind=engine.dialect.name, revision=found)
    yield Line("database", told, is_well=is_ours)
    if engine.dialect.name == "sqlite" and engine.url.database not in (None, "", ":memory:"):
        yield _disk(Path(engine.url.database or "."), locale)
    if is_ours:
        ledger = Ledger(engine, settings.shop, time.time)
        now = time.time()
        yield from _of_standing(ledger.commit(lambda books: books.standing()), now, locale)


def _of_standing(standing: Standing, now: float, locale: Locale) -> Iterator[Line]:
    def say(words: str, **given: Argument) -> str:
        return locale.say(f"status-{words}", **given)

    due, oldest = standing.letters.get("due", 0), standing.oldest_due
    age = say("letters-due", count=due, minutes=round(oldest / MINUTE))
    yield Line("letters", age if due else say("none"), is_well=oldest < LATE_SECONDS)
    yield Line("planned", say("count", count=standing.letters.get("planned", 0)))
    yield Line("given-up", say("count", count=standing.letters.get("given_up", 0)))
    yield Line("inbox", say("count", count=standing.inbox))
    aside = standing.set_aside
    yield Line("aside", say("aside-some" if aside else "none", count=aside), is_well=not aside)
    yield Line("update", _ago(standing.last_update, now, locale))
    yield Line("cards", say("count", count=sum(standing.open_cards.values())))


def _ago(at: float | None, now: float, locale: Locale) -> str:
    if at is None:
        return locale.say("status-never")
    return locale.say("status-ago", minutes=round(max(0.0, now - at) / MINUTE))


def _disk(path: Path, locale: Locale) -> Line:
    try:
        free = shutil.disk_usage(path.absolute().parent).free
    except OSError as error:
        return Line("disk", type(error).__name__, is_well=False)
    told = locale.say("status-free", megabytes=free // MEGABYTE)
    return Line("disk", told, is_well=free >= LEAST_FREE)


def _model(folder: Path, locale: Locale) -> Line:
    from bot.detection.models import open_encoder

    has_encoder = open_encoder(folder) is not None
    words = "status-model-whole" if has_encoder else "status-model-cheap"
    return Line("model", locale.say(words), is_well=has_encoder)
