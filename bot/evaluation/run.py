"""`aram evaluate`: labelled files through the same coach as the bot, to tables, JSON or a page."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console

from bot.app import build_coach, build_locales, terminal_language
from bot.errors import ConversationFileError
from bot.evaluation.figures import measure
from bot.evaluation.gold import GoldConversation, read_gold
from bot.evaluation.judged import judge
from bot.evaluation.page import build_page
from bot.evaluation.report import print_report
from bot.evaluation.reviews import hear
from bot.settings import Settings


def evaluate(
    files: Sequence[Path], settings: Settings, *, page: Path | None = None, as_json: bool = False
) -> None:
    """Print all figures, as tables or as one JSON object; write the page where one is asked for.

    ConversationFileError names a file that cannot be read or written, or a line that is wrong.
    """
    coach = build_coach(settings)
    conversations = judge(coach, (each for file in files for each in _read(file)))
    names = [file.name for file in files]
    figures = measure(conversations, files=names, threshold=coach.pace.threshold)
    locale = build_locales().get(terminal_language())
    if page is not None:
        _write(page, build_page(figures, locale))
    if as_json:
        sys.stdout.write(json.dumps(figures.to_json(), ensure_ascii=False) + "\n")
        return
    console = Console(highlight=False, emoji=False, markup=False)
    print_report(figures, locale, console)
    if page is not None:
        console.print(f"\n{locale.plain.say('evaluate-written', file=str(page))}", soft_wrap=True)


def evaluate_reviews(files: Sequence[Path], settings: Settings) -> None:
    """Print how reviews of one star and of five are told apart, as one JSON object a file."""
    coach = build_coach(settings)
    for file in files:
        sys.stdout.write(json.dumps(hear(coach, file).to_json(), ensure_ascii=False) + "\n")


def _read(file: Path) -> Iterator[GoldConversation]:
    try:
        with file.open("rb") as lines:
            yield from read_gold(lines, str(file))
    except OSError as error:
        raise ConversationFileError("error-file-missing", file=str(file)) from error


def _write(page: Path, html: str) -> None:
    try:
        page.write_text(html, encoding="utf-8")
    except OSError as error:
        raise ConversationFileError("error-page-unwritable", file=str(page)) from error
