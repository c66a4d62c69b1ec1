"""`aram train` for a person at a terminal: finds the conversations, makes the model, tells how."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table as Lines

from bot.core.lesson import Lesson
from bot.detection.models import FIGURES, FOLDER
from bot.errors import TrainingError
from bot.settings import Settings
from bot.training.card import write_card
from bot.training.examples import CONVERSATIONS, load, taught_by
from bot.training.manner import draw_lines
from bot.training.report import Row, rows_of, write_figures
from bot.training.train import FOR_THE_LAST_RUN, corpus_files, train

_COLUMNS = (
    "",
    "F1",
    "false alarms",
    "calm left alone",
    "caught",
    "on time",
    "situations",
    "macro",
    "tension error",
)


def make(
    settings: Settings,
    corpus: Sequence[Path],
    *,
    out: Path | None,
    keep: Path,
    with_feedback: bool,
    ablate: bool,
) -> None:
    """Train on the corpus folders and the project's own conversations; write model and card."""
    if with_feedback and out is None:
        raise TrainingError("error-training-feedback-in-place")
    theirs, ours = corpus_files(corpus), corpus_files([CONVERSATIONS])
    last = corpus_files([FOR_THE_LAST_RUN])
    given, composed, later = load(theirs), load(ours), load(last)
    lessons = list(taught_by(_lessons(settings))) if with_feedback else []
    labelled = [*given, *composed, *lessons]
    usual = [*(given or composed), *lessons]
    folder = out or FOLDER
    named = {each.script.id for each in usual}
    trained = train(labelled, settings, folder, keep, later=later, usual=named, ablate=ablate)
    draw_lines(folder)
    rows = rows_of(trained, labelled, usual)
    write_figures(folder / FIGURES, rows)
    taught = [*labelled, *later]
    write_card(folder / "card.md", [*theirs, *ours, *last], taught, rows, trained)
    Console().print(_table(rows))


def _lessons(settings: Settings) -> Iterable[Lesson]:
    """What the only shop taught: a model of several shops' corrections would carry them around."""
    from bot.app import build_ledger

    ledger = build_ledger(settings)
    try:
        if len(ledger.commit(lambda books: books.roster.shops())) > 1:
            raise TrainingError("error-training-feedback-of-many")
        return ledger.commit(lambda books: books.lessons()).items
    finally:
        ledger.close()


def _table(rows: Sequence[Row]) -> Lines:
    lines = Lines(*_COLUMNS, box=None, pad_edge=False)
    for row in rows:
        lines.add_row(row.name, *row.figures())
    return lines
