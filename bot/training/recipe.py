"""The whole recipe in order: what `aram train` does, on two cores in about two hours.

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
from tempfile import TemporaryDirectory

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
from bot.training.keeping import save_whole
from bot.training.letters import Letters
from bot.training.network import Network, Weights, mean_of
from bot.training.source import open_source
from bot.training.tune import Run, precision, tune
from bot.training.vocabulary import choose

FOLDS, HELD_BACK = 3, (0, 1)
EACH_FOLD = Run(epochs=3.0, rate=2e-4, seed=1)
LAST = tuple(Run(epochs=1.0, rate=1e-4, seed=seed) for seed in (1, 2))
_CHECKED, _COMPARED = 50, 500
_WEIGHTS, _COURSE = "weights.pt", "course.pt"
_ENCODER = ("encoder.onnx", "encoder.npz")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Assignment:
    """What every run of the encoder needs: examples, the pieces kept, and where to keep results.

    `later` is what the last run alone is taught.
    """

    taught: list[Example]
    later: list[Example]
    kept: list[int]
    folder: Path


def gold_examples(observer: Observer, labelled: Sequence[GoldConversation]) -> list[Example]:
    """Every customer turn, the turns before it judged as their labels say."""
    known = {each.script.id: each for each in labelled}
    return examples(observer, labelled, lambda of, at, _: gold_verdict(label_of(known[of], at)))


def fingerprint(taught: Sequence[Example], *runs: Run) -> str:
    """A name for what is taught, in which runs and in what precision: others begin anew.

    Whoever changes how a run goes, in `tune`, `noise` or `network`, empties the folder.
    """
    digest = sha256(repr((runs, FOLDS, HELD_BACK, precision())).encode())
    for each in taught:
        digest.update(repr((each.conversation, each.turn, each.scene, each.typed)).encode())
        digest.update(each.answers.tobytes() + each.counts.tobytes())
    return digest.hexdigest()[:12]


def assign(taught: list[Example], later: list[Example], keep: Path) -> Assignment:
    """The work of every run, with its results in `keep`."""
    return Assignment(taught, later, choose(open_source(), _texts(taught)), keep)


def run_folds(work: Assignment) -> Floats:
    """What the encoder says of each example that was held back, when new to it.

    Two runs, each without another third of the conversations, tell it; both at once.
    """
    said = np.zeros((len(work.taught), len(work.taught[0].answers)), np.float32)
    with in_other_processes(len(HELD_BACK)) as workers:
        for fold, answers in zip(
            HELD_BACK, workers.map(partial(run_fold, work), HELD_BACK), strict=True
        ):
            said[_places(work.taught, fold)] = answers
    return said


def in_other_processes(count: int) -> ProcessPoolExecutor:
    """Processes that begin afresh, each with its own one thread."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)


def is_held_back(conversation: str) -> bool:
    """Whether there is a run of the encoder to which this conversation is new."""
    return fold_of(conversation, FOLDS) in HELD_BACK


def run_fold(work: Assignment, fold: int) -> Floats:
    """What a run without one fold says of that fold, in 8 bits as shipped."""
    folder = work.folder / f"fold{fold}"
    taught = [each for each in work.taught if fold_of(each.conversation, FOLDS) != fold]
    _export(work, _run(work, taught, EACH_FOLD, folder, None), taught, folder)
    kept = folder / "said.npy"
    if not kept.exists():
        encoder = Encoder(folder)
        held_back = [work.taught[at] for at in _places(work.taught, fold)]
        said = np.stack([encoder.read(each.scene).log_odds for each in held_back])
        save_whole(kept, lambda file: np.save(file, said))
    answers: Floats = np.load(kept)
    return answers


def run_last(work: Assignment, out: Path) -> None:
    """Teach the mean of the folds' runs everything, and write the encoder's files into `out`.

    Twice, each time in another order and both at once; the mean of the two is what ships.
    """
    runs = [work.folder / f"fold{fold}" / _WEIGHTS for fold in HELD_BACK]
    start = mean_of([torch.load(run, weights_only=True) for run in runs])
    everything = [*work.taught, *work.later]
    folder = work.folder / f"last-{fingerprint(everything, *LAST)}"
    folders = [folder / f"seed{run.seed}" for run in LAST]
    with in_other_processes(len(LAST)) as workers:
        ends = workers.map(partial(_run, work, everything, start=start), LAST, folders)
        _export(work, mean_of(list(ends)), everything, folder)
    for name in _ENCODER:
        (out / name).write_bytes((folder / name).read_bytes())
    np.save(out / "middle.npy", _middle(Encoder(out), everything))


def letters_answers(taught: Sequence[Example]) -> Floats:
    """What n-gram tables say of each example when that is new to them."""
    said = np.zeros((len(taught), len(taught[0].answers)), np.float32)
    for fold in range(FOLDS):
        places = _places(taught, fold)
        others = [each for each in taught if fold_of(each.conversation, FOLDS) != fold]
        said[places] = Letters(others).predict([taught[at] for at in places])
    return said


def _run(
    work: Assignment, taught: Sequence[Example], run: Run, folder: Path, start: Weights | None
) -> Weights:
    """The weights of a run, from `folder` where it has been done."""
    folder.mkdir(parents=True, exist_ok=True)
    kept, course = folder / _WEIGHTS, folder / _COURSE
    if not kept.exists():
        torch.manual_seed(run.seed)  # the head begins at chance
        network = _network(work, start)
        weights = tune(network, _pieces(work), taught, run, partial(_tell, folder.name), course)
        save_whole(kept, lambda file: torch.save(weights, file))
        course.unlink(missing_ok=True)
    done: Weights = torch.load(kept, weights_only=True)
    return done


def _middle(encoder: Encoder, taught: Sequence[Example]) -> Floats:
    """The middle of all messages' vectors, from which they are compared to each other."""
    some = taught[:: max(1, len(taught) // _COMPARED)]
    vectors = [encoder.read(Scene(each.scene.plain)).vector for each in some]
    return np.mean(vectors, axis=0, dtype=np.float32)


def _export(work: Assignment, weights: Weights, taught: Sequence[Example], folder: Path) -> None:
    """Write the encoder of some weights into `folder`, unless it is there."""
    if all((folder / name).exists() for name in _ENCODER):
        return
    network, scenes = _network(work, weights), [each.scene for each in taught]
    with TemporaryDirectory(dir=folder) as beside:
        export(network, open_source(), work.kept, scenes, Path(beside))
        for name in _ENCODER:
            (Path(beside) / name).replace(folder / name)
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


def _begin() -> None:
    torch.set_num_threads(1)
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("bot").setLevel(logging.INFO)


def _tell(name: str, step: int, steps: int, loss: float) -> None:
    log.info("%s: step %d of %d, loss %.3f", name, step, steps, loss)


def _places(taught: Sequence[Example], fold: int) -> list[int]:
    return [at for at, each in enumerate(taught) if fold_of(each.conversation, FOLDS) == fold]


def _texts(taught: Sequence[Example]) -> list[str]:
    return [text for each in taught for text in (each.scene.plain, each.typed)]
