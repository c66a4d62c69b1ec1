"""Aram's encoder: reads a turn with the few before it, and answers every question in log-odds.

A BERT of 12 layers, 384 wide (multilingual-e5-small, MIT), fine-tuned by `bot.training` and run by
onnxruntime in 8-bit integers. Its files hold numbers only; nothing in them is executed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from bot.detection.ngrams import Floats
from bot.detection.pieces import Pieces
from bot.detection.scene import THIS, Input, Scene, cut_scene

_STATES, _TOPIC = "states", ("4.after", "5.after")
_NIBBLE = 15
_WIDTH, _BLOCK = 384, 32
_EPSILON = 1e-5


@dataclass(frozen=True)
class Sense:
    """What the encoder makes of a scene.

    `log_odds` has one value for each of QUESTIONS. `vector` (384) is the mean over the turn's
    pieces. `word_shares` says what each word of the plain line adds: words by questions.
    """

    log_odds: Floats
    vector: Floats
    word_shares: Floats


class Encoder:
    """Loads its files once; `read` may be called from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open `encoder.onnx`, `encoder.npz` and, where there is one, `middle.npy` of `folder`."""
        # Opened here: NumPy leaves a file open that it cannot read.
        with (
            (folder / "encoder.npz").open("rb") as file,
            np.load(file, allow_pickle=False) as tables,
        ):
            pieces = tables["pieces"].tobytes().decode().split("\n")
            self._pieces = Pieces(pieces, tables["scores"].tolist())
            self._nibbles, self._scales = tables["nibbles"], tables["scales"]
            self._positions: Floats = tables["positions"].astype(np.float32)
            self._speakers: Floats = tables["speakers"]
            self._head = _Head(tables["gain"], tables["shift"], tables["weights"], tables["bias"])
        middle = folder / "middle.npy"
        self._middle: Floats = np.load(middle) if middle.exists() else np.zeros(_WIDTH, np.float32)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.enable_cpu_mem_arena = False  # a long message shall not keep its memory
        graph = _with_outputs((folder / "encoder.onnx").read_bytes(), _TOPIC)
        self._session = onnxruntime.InferenceSession(
            graph, options, providers=["CPUExecutionProvider"]
        )
        self._stop_early = onnxruntime.RunOptions()
        self._stop_early.only_execute_path_to_fetches = True

    def read(self, scene: Scene) -> Sense:
        """Everything the encoder says of a scene; bounded time, however long the text."""
        cut = cut_scene(scene, self._pieces)
        (states,) = self._session.run([_STATES], {"embedded": self._embed(cut)[None]})
        return self._head.sense(states[0], cut, scene.numbers())

    def meaning(self, plain: str) -> Floats:
        """What a message is about by itself: 384 wide, of length 1, seen from the middle of all."""
        vector = self.read(Scene(plain)).vector - self._middle
        return vector / np.float32(max(float(np.linalg.norm(vector)), 1e-6))

    def topic(self, plain: str) -> Floats:
        """What a message speaks of, as the middle layers have it (384); half the work of `read`."""
        cut = cut_scene(Scene(plain), self._pieces)
        layers = self._session.run(
            list(_TOPIC), {"embedded": self._embed(cut)[None]}, self._stop_early
        )
        here = np.array(cut.speakers) == THIS
        total: Floats = sum(states[0][here].mean(0) for states in layers)
        return total

    def _embed(self, cut: Input) -> Floats:
        numbers = np.array(cut.numbers)
        packed = self._nibbles[numbers].reshape(len(numbers), -1, _BLOCK // 2)
        values = np.concatenate([packed & _NIBBLE, packed >> 4], axis=2).astype(np.float32) - 8
        values *= self._scales[numbers].astype(np.float32)[:, :, None]
        words = values.reshape(len(numbers), _WIDTH)
        embedded: Floats = words + self._positions[: len(numbers)] + self._speakers[cut.speakers]
        return embedded


@dataclass(frozen=True)
class _Head:
    """Three means of the states, normalised, beside the numbers, through one linear layer."""

    gain: Floats
    shift: Floats
    weights: Floats
    bias: Floats

    def sense(self, states: Floats, cut: Input, numbers: list[float]) -> Sense:
        here = np.array(cut.speakers) == THIS
        pooled = np.concatenate([states[here].mean(0), states.mean(0), states[0]])
        spread = 1 / np.sqrt(pooled.var() + _EPSILON)
        normal = (pooled - pooled.mean()) * spread * self.gain + self.shift
        seen = np.concatenate([normal, np.array(numbers, np.float32)])
        return Sense(
            log_odds=self.weights @ seen + self.bias,
            vector=states[here].mean(0),
            word_shares=self._shares(states, cut, float(spread), int(here.sum())),
        )

    def _shares(self, states: Floats, cut: Input, spread: float, count: int) -> Floats:
        """Class activation: what each word's states add to the linear layer's sums."""
        shares = np.zeros((max(cut.words) + 1, len(self.bias)), np.float32)
        if not len(shares):
            return shares
        linear = (self.weights[:, :_WIDTH] * self.gain[:_WIDTH]).T * (spread / count)
        mine = np.array(cut.words)
        # By einsum: a second thread of the matrix library would spin for so small a product.
        added = np.einsum("tw,wq->tq", states - states[mine >= 0].mean(0), linear)
        np.add.at(shares, mine[mine >= 0], added[mine >= 0])
        return shares


def _with_outputs(graph: bytes, names: Sequence[str]) -> bytes:
    """A model file with more of its inner values handed out.

    By protobuf's rule, a message written twice is merged: behind the file comes its `graph`
    (field 7) once more, with nothing but `output`s (field 12) of a `name` (field 1).
    """
    outputs = b"".join(_field(12, _field(1, name.encode())) for name in names)
    return graph + _field(7, outputs)


def _field(number: int, content: bytes) -> bytes:
    """A protobuf field of bytes, fewer than 128."""
    return bytes([number << 3 | 2, len(content)]) + content
