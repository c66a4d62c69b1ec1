"""`python -m benchmarks.alone NAME FOLDER`: one that reads messages, alone in a fresh process.

Says how much memory it holds once loaded; then at each line of standard input reads all its
messages, one by one, and says what each took. It ends when its standard input does.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import psutil

from benchmarks.shape import EIGHT_BITS, INPUT, PIECES, SEED, TOKENS, WHOLE, WIDTH

HAZM, FP32, INT8, ARAM = "hazm", "BERT fp32", "BERT int8", "Aram"
BERT_PASSES = 8

type Read = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Alone:
    """Messages ready to be read, by kind; and a remark on them for people."""

    reads: Mapping[str, Sequence[Read]]
    remark: str = ""


def load_hazm(_: Path) -> Alone:
    """hazm's normaliser with its default options."""
    from hazm.normalizer import Normalizer

    from benchmarks.talks import EVERYDAY, TROUBLED, turns_of

    normalise = Normalizer().normalize
    texts = [turn.text for talk in EVERYDAY + TROUBLED for turn in turns_of(talk)]
    return Alone({HAZM: [partial(normalise, text) for text in texts]})


def load_fp32(folder: Path) -> Alone:
    """BERT-base with as many pieces as ParsBERT knows, in fp32."""
    import numpy as np

    table = np.random.default_rng(SEED).standard_normal((PIECES, WIDTH), np.float32)
    return _bert(FP32, folder / WHOLE, lambda pieces: table[pieces])


def load_int8(folder: Path) -> Alone:
    """The same in 8 bits."""
    import numpy as np

    table = np.random.default_rng(SEED).integers(-127, 128, (PIECES, WIDTH), np.int8)
    scale = np.float32(1 / 127)
    return _bert(INT8, folder / EIGHT_BITS, lambda pieces: table[pieces] * scale)


def load_aram(_: Path) -> Alone:
    """Aram's whole judgement of a message, and its encoder alone."""
    from benchmarks.judging import load

    return load()


LOADERS = {HAZM: load_hazm, FP32: load_fp32, INT8: load_int8, ARAM: load_aram}


def _bert(kind: str, file: Path, embed: Callable[[Any], Any]) -> Alone:
    """A pass begins with the numbers of pieces and ends with states, on one thread."""
    import numpy as np
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
    messages = np.random.default_rng(SEED).integers(0, PIECES, (BERT_PASSES, 1, TOKENS))

    def one_pass(pieces: Any) -> object:
        return session.run(None, {INPUT: embed(pieces)})

    return Alone({kind: [partial(one_pass, pieces) for pieces in messages]})


def main(name: str, folder: str) -> None:
    """Load, then read whenever asked."""
    alone = LOADERS[name](Path(folder))
    _say({"mb": _resident_mb(), "remark": alone.remark})
    for _ in sys.stdin:
        took = {kind: [_took(read) for read in reads] for kind, reads in alone.reads.items()}
        _say({"took": took, "mb": _resident_mb()})


def _took(read: Read) -> tuple[float, float]:
    """Milliseconds: by the clock, and of CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    read()
    return 1e3 * (time.perf_counter() - clock), 1e3 * (time.process_time() - cpu)


def _resident_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
