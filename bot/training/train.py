"""`aram train`: from labelled conversations to the files in `bot/detection/model`."""

import json
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.app import build_library
from bot.detection.cues import mark_of, phrases_of
from bot.detection.features import ENCODER, LETTERS, PAST
from bot.detection.ngrams import Floats
from bot.detection.observer import Observer
from bot.detection.tables import Table
from bot.errors import TrainingError
from bot.evaluation.gold import GoldConversation
from bot.language.reader import Reader
from bot.settings import Settings
from bot.training.examples import CONVERSATIONS, Example, gold_verdict
from bot.training.fit import Answers, Fitted, Fitter, Key
from bot.training.keeping import save_whole
from bot.training.letters import Letters
from bot.training.recipe import (
    EACH_FOLD,
    assign,
    fingerprint,
    gold_examples,
    in_other_processes,
    is_held_back,
    letters_answers,
    run_folds,
    run_last,
)
from bot.training.settled import Settled, choose_limits
from bot.training.whispers import choose_pace, with_pace

FOR_THE_LAST_RUN = CONVERSATIONS / "last"
_SMALLEST = 5e-4

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trained:
    """What came of a training, for the report."""

    whole: Fitted
    cheap: Fitted
    settled: Settled
    ablations: Mapping[str, Fitted]


def corpus_files(folders: Sequence[Path]) -> list[Path]:
    """The training files of the folders, in their order; TrainingError for a folder with none."""
    chosen: list[Path] = []
    for folder in folders:
        names = ("train_*.jsonl", "round_*.jsonl")
        found = sorted(file for name in names for file in folder.glob(name))
        if not found:
            raise TrainingError("error-training-no-conversations", folder=str(folder))
        chosen += found
    return chosen


def train(
    labelled: Sequence[GoldConversation],
    settings: Settings,
    out: Path,
    keep: Path,
    *,
    later: Sequence[GoldConversation],
    usual: Collection[str],
    ablate: bool = False,
) -> Trained:
    """Make every file of the model in `out`; results on the way are kept in `keep`.

    `later` is what the runs that tell of the new take for something else; the last one, which
    ships, is taught it, too. `usual` are the conversations, by id, on which the pace is chosen: as
    a shop has them, where the others were composed for what is hard to tell.
    """
    out.mkdir(parents=True, exist_ok=True)
    library = build_library(settings)
    observer = Observer(library, Reader().read)
    taught, more = (gold_examples(observer, each) for each in (labelled, later))
    keep = keep / fingerprint(taught, EACH_FOLD)
    keep.mkdir(parents=True, exist_ok=True)
    counts = (len(labelled) + len(later), len(taught) + len(more))
    log.info("%d conversations, %d customer turns", *counts)
    Letters([*taught, *more]).write(out / "letters.npz")
    letters = _kept(keep / "letters.npy", lambda: letters_answers(taught))
    work = assign(taught, more, keep)
    encoder = run_folds(work)
    new = [each for each in labelled if is_held_back(each.script.id)]
    bench = _Bench(observer, new, usual, taught, letters, encoder)
    with in_other_processes(1) as other:
        shipped = other.submit(run_last, work, out)
        whole = bench.fit()
        cheap = bench.fit(lambda name: not name.startswith(ENCODER))
        settled = choose_limits(cheap, whole)
        marks = sorted({mark_of(*phrase) for book in library.all() for phrase in phrases_of(book)})
        _write_tables(out / "tables.json", whole.table, cheap.table, settled, marks)
        ablations = bench.ablations() if ablate else {}
        shipped.result()
    return Trained(whole, cheap, settled, ablations)


@dataclass(frozen=True)
class _Bench:
    observer: Observer
    labelled: Sequence[GoldConversation]
    usual: Collection[str]
    taught: Sequence[Example]
    letters: Floats
    encoder: Floats

    def fit(self, uses: Callable[[str], bool] = lambda _: True) -> Fitted:
        """A table of the features that `uses` lets through, begun with the labels as history."""
        keys = [(each.conversation, each.turn) for each in self.taught]
        labels = {
            (each.script.id, at): gold_verdict(label)
            for each in self.labelled
            for at, label in enumerate(each.labels)
            if label is not None
        }
        fitter = Fitter(
            observer=self.observer,
            labelled=self.labelled,
            wanted=dict(zip(keys, (each.answers for each in self.taught), strict=True)),
            counts=dict(zip(keys, (each.counts for each in self.taught), strict=True)),
            letters=_by_key(keys, self.letters),
            encoder=_by_key(keys, self.encoder),
            uses=uses,
        )
        fitted = fitter.fit(labels)
        usual = [each for each in self.labelled if each.script.id in self.usual]
        return with_pace(fitted, choose_pace(fitted, usual))

    def ablations(self) -> dict[str, Fitted]:
        """What each part brings: the same fit with parts left out."""
        parts: dict[str, Callable[[str], bool]] = {
            "letters": lambda name: name.startswith(LETTERS),
            "clues and history": lambda name: not name.startswith((LETTERS, ENCODER)),
            "encoder": lambda name: name.startswith(ENCODER),
            "encoder and history": lambda name: name.startswith((ENCODER, PAST)),
            "encoder, letters and history": lambda name: name.startswith((ENCODER, LETTERS, PAST)),
        }
        return {name: self.fit(uses) for name, uses in parts.items()}


def _by_key(keys: Sequence[Key], rows: Floats) -> Answers:
    return dict(zip(keys, rows, strict=True))


def _kept(file: Path, make: Callable[[], Floats]) -> Floats:
    """An array from its file, made and kept there where it is missing."""
    if not file.exists():
        made = make()
        save_whole(file, lambda written: np.save(written, made))
    kept: Floats = np.load(file)
    return kept


def _write_tables(
    file: Path, whole: Table, cheap: Table, settled: Settled, phrases: list[int]
) -> None:
    tables: dict[str, Any] = {
        "about": "Log-odds per feature and question; see card.md.",
        "settled": settled.limits,
        "phrases": phrases,
        "with_encoder": _plain(whole),
        "without": _plain(cheap),
    }
    file.write_text(json.dumps(tables, indent=0, ensure_ascii=False) + "\n", "utf-8")


def _plain(table: Table) -> dict[str, Any]:
    from bot.detection.questions import QUESTIONS

    def row(weights: Floats) -> dict[str, float]:
        pairs = zip(QUESTIONS, weights, strict=True)
        return {name: round(float(weight), 4) for name, weight in pairs if abs(weight) >= _SMALLEST}

    rows = {name: row(table.weights[at]) for name, at in table.names.items()}
    return {"points": dict(table.points), "bias": row(table.bias), "rows": rows}
