"""The whole recipe in order: what `aram train` does, on two cores in less than two hours.

Everything is seeded and each run keeps to one thread, so that the same conversations give the same
files, bit for bit, on the same machine. What is done is kept in a folder of its own, also how far a
run has come, so that a training that was stopped goes on.
"""

import logging
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch

from bot.detection.encoder import Encoder
from bot.detection.ngrams import Floats
from bot.detection.observer import Observer
from bot.detection.pieces import Pieces
from bot.detection.scene import Scene
from bot.evaluation.gold import GoldConversation
from bot.training.examples import Example, examples, fold_of, gold_verdict, label_of
from bot.training.export import differs_by, export
from bot.training.letters import Letters
from bot.training.network import Network, Weights, mean_of
from bot.training.source import open_source
from bot.training.tune import Run, tune
from bot.training.vocabulary import choose

FOLDS, HELD_BACK = 3, (0, 1)
EACH_FOLD = Run(epochs=4.0, rate=2e-4, seed=1)
LAST = Run(epochs=1.0, rate=1e-4, seed=1)
_CHECKED, _COMPARED = 50, 500
_WEIGHTS, _COURSE = "weights.pt", "course.pt"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Assignment:
    """What every run of the encoder needs: examples, the pieces kept, and where to keep results."""

    taught: list[Example]
    kept: list[int]
    folder: Path


def gold_examples(observer: Observer, labelled: Sequence[GoldConversation]) -> list[Example]:
    """Every customer turn, the turns before it judged as their labels say."""
    known = {each.script.id: each for each in labelled}
    return examples(observer, labelled, lambda of, at, _: gold_verdict(label_of(known[of], at)))


def fingerprint(taught: Sequence[Example]) -> str:
    """A name for what is taught and how: other conversations or another recipe begin anew."""
    digest = sha256(repr((EACH_FOLD, LAST, FOLDS, HELD_BACK)).encode())
    for each in taught:
        digest.update(repr((each.conversation, each.turn, each.scene, each.typed)).encode())
        digest.update(each.answers.tobytes() + each.counts.tobytes())
    return digest.hexdigest()[:12]


def train_encoder(taught: list[Example], out: Path, keep: Path) -> Floats:
    """Write the encoder's files; what it says of each example that was held back, when new to it.

    Two runs, each without another third of the conversations, tell what it says of the new; then
    their mean, the encoder that is shipped, goes on over everything.
    """
    work = Assignment(taught, choose(open_source(), _texts(taught)), keep)
    said = np.zeros((len(taught), len(taught[0].answers)), np.float32)
    with ProcessPoolExecutor(len(HELD_BACK), mp_context=get_context("spawn")) as workers:
        for fold, answers in zip(
            HELD_BACK, workers.map(partial(run_fold, work), HELD_BACK), strict=True
        ):
            said[_places(taught, fold)] = answers
    run_last(work, out)
    return said


def is_held_back(conversation: str) -> bool:
    """Whether there is a run of the encoder to which this conversation is new."""
    return fold_of(conversation, FOLDS) in HELD_BACK


def run_fold(work: Assignment, fold: int) -> Floats:
    """What a run without one fold says of that fold, in 8 bits as shipped."""
    folder = work.folder / f"fold{fold}"
    taught = [each for each in work.taught if fold_of(each.conversation, FOLDS) != fold]
    _run(work, taught, EACH_FOLD, None, folder)
    kept = folder / "said.npy"
    if not kept.exists():
        encoder = Encoder(folder)
        held_back = [work.taught[at] for at in _places(work.taught, fold)]
        said = np.stack([encoder.read(each.scene).log_odds for each in held_back])
        np.save(kept, said)
    answers: Floats = np.load(kept)
    return answers


def run_last(work: Assignment, out: Path) -> None:
    """Teach the mean of the folds' runs everything, and write the files that are shipped."""
    runs = [work.folder / f"fold{fold}" / _WEIGHTS for fold in HELD_BACK]
    start = mean_of([torch.load(run, weights_only=True) for run in runs])
    folder = work.folder / "last"
    _run(work, work.taught, LAST, start, folder)
    for name in ("encoder.onnx", "encoder.npz"):
        (out / name).write_bytes((folder / name).read_bytes())
    np.save(out / "middle.npy", _middle(Encoder(out), work))


def letters_answers(taught: Sequence[Example]) -> Floats:
    """What n-gram tables say of each example when that is new to them."""
    said = np.zeros((len(taught), len(taught[0].answers)), np.float32)
    for fold in range(FOLDS):
        places = _places(taught, fold)
        others = [each for each in taught if fold_of(each.conversation, FOLDS) != fold]
        said[places] = Letters(others).predict([taught[at] for at in places])
    return said


def _run(
    work: Assignment, taught: Sequence[Example], run: Run, start: Weights | None, folder: Path
) -> Weights:
    """The weights of a run, from `folder` where it has been done; exported there."""
    folder.mkdir(parents=True, exist_ok=True)
    kept, course = folder / _WEIGHTS, folder / _COURSE
    if not kept.exists():
        network = _network(work, start)
        weights = tune(network, _pieces(work), taught, run, partial(_tell, folder.name), course)
        _export(work, network, taught, folder)
        torch.save(weights, kept)
        course.unlink(missing_ok=True)
    done: Weights = torch.load(kept, weights_only=True)
    return done


def _middle(encoder: Encoder, work: Assignment) -> Floats:
    """The middle of all messages' vectors, from which they are compared to each other."""
    some = work.taught[:: max(1, len(work.taught) // _COMPARED)]
    vectors = [encoder.read(Scene(each.scene.plain)).vector for each in some]
    return np.mean(vectors, axis=0, dtype=np.float32)


def _export(work: Assignment, network: Network, taught: Sequence[Example], folder: Path) -> None:
    scenes = [each.scene for each in taught]
    export(network, open_source(), work.kept, scenes, folder)
    away = differs_by(network, _pieces(work), scenes[:_CHECKED], folder)
    log.info("%s: in 8 bits, %.3f away from itself", folder.name, away)


def _network(work: Assignment, start: Weights | None) -> Network:
    network = Network(open_source(), work.kept)
    if start is not None:
        network.load_state_dict(start, strict=False)
    return network


def _pieces(work: Assignment) -> Pieces:
    source = open_source()
    return Pieces([source.pieces[at] for at in work.kept], source.scores[work.kept].tolist())


def _tell(name: str, step: int, steps: int, loss: float) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    log.info("%s: step %d of %d, loss %.3f", name, step, steps, loss)


def _places(taught: Sequence[Example], fold: int) -> list[int]:
    return [at for at, each in enumerate(taught) if fold_of(each.conversation, FOLDS) == fold]


def _texts(taught: Sequence[Example]) -> list[str]:
    return [text for each in taught for text in (each.scene.plain, each.typed)]
