"""Fine-tunes the network on examples: one run, one thread, the same weights every time."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from bot.core.assessment import Situation
from bot.detection.ngrams import Floats
from bot.detection.pieces import PAD, Pieces
from bot.detection.questions import QUESTIONS
from bot.detection.scene import THIS, Input, Scene, cut_scene
from bot.training.examples import Example
from bot.training.keeping import save_whole
from bot.training.network import NUMBERS, Network, Weights, trained_weights
from bot.training.noise import perturbed

BATCH = 32
_POOL = 20 * BATCH
_HEADS_RATE = 10.0
_LAYER_DECAY = 0.9
_WARM_UP = 0.1
_WEIGHT_DECAY = 0.01
_RARE_YES = 3.0
_HEAT_COUNTS, _SITUATIONS_COUNT = 0.5, 2.0
_AVERAGED_FROM, _AVERAGING = 0.5, 0.02
_PREDICTED = 48
_TOLD_EVERY, _KEPT_EVERY = 50, 100
_FIRST_SITUATION = len(QUESTIONS) - len(Situation)


@dataclass(frozen=True)
class Run:
    """How one run goes: epochs over its examples, the top layer's highest rate, the seed."""

    epochs: float = 4.0
    rate: float = 1e-4
    seed: int = 1


type Tell = Callable[[int, int, float], None]
"""Is told now and then: step, of how many, loss."""


def tune(
    network: Network,
    pieces: Pieces,
    taught: Sequence[Example],
    run: Run,
    tell: Tell,
    keep: Path,
) -> Weights:
    """Weights after a run, averaged over its second half; `network` is changed to them.

    In the file `keep` stands how far the run has come: one that was broken off goes on from there,
    to the same weights.
    """
    torch.set_num_threads(1)
    torch.manual_seed(run.seed)
    chance = random.Random(run.seed)  # noqa: S311 - chance, not secrets
    steps = int(run.epochs * -(-len(taught) // BATCH))
    optimiser = torch.optim.AdamW(_groups(network, run.rate))
    rates = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps))
    course = _Course(network, optimiser, rates)
    network.precision = precision()
    network.train()
    begun = course.go_on(keep)
    for step, group in islice(enumerate(_drawn(taught, pieces, chance)), begun, steps):
        optimiser.zero_grad()
        batch = _batch(group)
        loss = _loss(network(*batch.inputs), batch.answers, batch.counts)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        rates.step()
        if step >= steps * _AVERAGED_FROM:
            _average(course.mean, network)
        if step % _TOLD_EVERY == 0:
            tell(step, steps, loss.item())
        if (step + 1) % _KEPT_EVERY == 0:
            course.keep(keep, step + 1)
    network.load_state_dict(course.mean, strict=False)
    return course.mean


def precision() -> torch.dtype:
    """What a run on this processor counts in: bfloat16 where it multiplies that by itself.

    Elsewhere bfloat16 costs more than float32.
    """
    able = torch.cpu.get_capabilities()
    has_it = any(has for name, has in able.items() if name.endswith("bf16"))
    return torch.bfloat16 if has_it else torch.float32


@dataclass
class _Course:
    """All that a run changes on its way; `mean` are the weights averaged so far."""

    network: Network
    optimiser: torch.optim.Optimizer
    rates: torch.optim.lr_scheduler.LRScheduler
    mean: Weights = field(default_factory=dict)

    def go_on(self, file: Path) -> int:
        """Take up what is kept in a file, if it is there; the number of steps that are done."""
        if not file.exists():
            return 0
        kept = torch.load(file, weights_only=True)
        self.network.load_state_dict(kept["weights"], strict=False)
        self.optimiser.load_state_dict(kept["optimiser"])
        self.rates.load_state_dict(kept["rates"])
        self.mean.update(kept["mean"])
        torch.set_rng_state(kept["chance"])
        steps: int = kept["steps"]
        return steps

    def keep(self, file: Path, steps: int) -> None:
        """Write down how far this is, in one step."""
        kept = {
            "steps": steps,
            "weights": trained_weights(self.network),
            "optimiser": self.optimiser.state_dict(),
            "rates": self.rates.state_dict(),
            "mean": self.mean,
            "chance": torch.get_rng_state(),
        }
        save_whole(file, lambda written: torch.save(kept, written))


def predict(network: Network, pieces: Pieces, scenes: Sequence[Scene]) -> Floats:
    """The log-odds of every question for each scene: scenes by questions."""
    network.eval()
    network.precision = torch.float32
    shown = [_shown(scene, pieces) for scene in scenes]
    order = sorted(range(len(shown)), key=lambda at: len(shown[at].cut.numbers))
    found = np.zeros((len(shown), len(QUESTIONS)), np.float32)
    with torch.no_grad():
        for start in range(0, len(order), _PREDICTED):
            places = order[start : start + _PREDICTED]
            found[places] = network(*_stack([shown[at] for at in places])).numpy()
    return found


class _Shown(NamedTuple):
    """A scene as the network is shown it: its pieces, and the numbers of its place."""

    cut: Input
    place: list[float]


def _shown(scene: Scene, pieces: Pieces) -> _Shown:
    return _Shown(cut_scene(scene, pieces), scene.numbers())


@dataclass(frozen=True)
class _Batch:
    inputs: tuple[Tensor, Tensor, Tensor, Tensor]
    answers: Tensor
    counts: Tensor


type _Group = Sequence[tuple[_Shown, Example]]


def _drawn(taught: Sequence[Example], pieces: Pieces, chance: random.Random) -> Iterator[_Group]:
    """Epoch after epoch, each turn perturbed anew; groups of like lengths in random order."""
    while True:
        shown = [
            _shown(
                perturbed(each.scene, each.typed, chance, speaks_for_itself=each.speaks_for_itself),
                pieces,
            )
            for each in taught
        ]
        order = list(range(len(taught)))
        chance.shuffle(order)
        groups: list[list[int]] = []
        for start in range(0, len(order), _POOL):
            pool = order[start : start + _POOL]
            pool.sort(key=lambda at: len(shown[at].cut.numbers))
            groups += [pool[at : at + BATCH] for at in range(0, len(pool), BATCH)]
        chance.shuffle(groups)
        for group in groups:
            yield [(shown[at], taught[at]) for at in group]


def _batch(group: _Group) -> _Batch:
    return _Batch(
        _stack([shown for shown, _ in group]),
        torch.tensor(np.stack([example.answers for _, example in group])),
        torch.tensor(np.stack([example.counts for _, example in group])),
    )


def _stack(many: Sequence[_Shown]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    shape = (len(many), max(len(each.cut.numbers) for each in many))
    numbers = np.full(shape, PAD, np.int64)
    speakers = np.full(shape, THIS, np.int64)
    shown = np.zeros(shape, np.float32)
    for row, (cut, _) in enumerate(many):
        numbers[row, : len(cut.numbers)] = cut.numbers
        speakers[row, : len(cut.numbers)] = cut.speakers
        shown[row, : len(cut.numbers)] = 1
    place = np.array([each.place for each in many], np.float32).reshape(-1, NUMBERS)
    return (
        torch.tensor(numbers),
        torch.tensor(speakers),
        torch.tensor(shown),
        torch.tensor(place),
    )


def _loss(said: Tensor, answers: Tensor, counts: Tensor) -> Tensor:
    """Binary cross-entropy of the alarm, half of each step of heat, twice the situations' mean."""
    each = functional.binary_cross_entropy_with_logits(said, answers, reduction="none")
    alarm = (each[:, 0] * counts[:, 0]).sum() / counts[:, 0].sum().clamp(min=1)
    heat = (each[:, 1:_FIRST_SITUATION] * counts[:, 1:_FIRST_SITUATION]).mean(0).sum()
    rare = 1 + (_RARE_YES - 1) * answers[:, _FIRST_SITUATION:]
    shown = (each[:, _FIRST_SITUATION:] * counts[:, _FIRST_SITUATION:] * rare).mean()
    return alarm + _HEAT_COUNTS * heat + _SITUATIONS_COUNT * shown


def _groups(network: Network, rate: float) -> list[dict[str, object]]:
    """Parameters with their rates: the head's highest, then layer by layer lower."""
    groups: list[dict[str, object]] = []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        decay = _WEIGHT_DECAY if parameter.ndim > 1 else 0.0
        groups.append(
            {"params": [parameter], "lr": rate * _of_layer(name, network), "weight_decay": decay}
        )
    return groups


def _of_layer(name: str, network: Network) -> float:
    match name.split("."):
        case ["normal" | "head" | "speakers", *_]:
            return _HEADS_RATE
        case ["layers", number, *_]:
            return _LAYER_DECAY ** (len(network.layers) - 1 - int(number))
    return _LAYER_DECAY ** len(network.layers)


def _rate(step: int, steps: int) -> float:
    """Up in a straight line, then down to nothing."""
    return min((step + 1) / (_WARM_UP * steps), max(0.0, (steps - step) / ((1 - _WARM_UP) * steps)))


def _average(mean: Weights, network: Network) -> None:
    """A running mean of the weights, in place."""
    for name, value in trained_weights(network).items():
        if name in mean:
            mean[name].lerp_(value, _AVERAGING)
        else:
            mean[name] = value.clone()
