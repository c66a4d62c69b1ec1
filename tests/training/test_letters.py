"""The n-gram table that is served says what scikit-learn says."""

from pathlib import Path

import numpy as np
import pytest

from bot.detection.ngrams import NGrams
from bot.detection.questions import QUESTIONS
from bot.detection.scene import Scene
from bot.training.examples import Example
from bot.training.letters import Letters

CALM = ("سلام این رنگ موجوده ?", "ممنون رسید عالی بود", "قیمت این چنده ?", "دستتون درد نکنه")
HEATED = (
    "کلاهبردارید پولمو بدید !",
    "خجالت بکشید چرا جواب نمیدید",
    "بی شعور ها",
    "شکایت میکنم ازتون",
)


def taught() -> list[Example]:
    lines = [(line, 0.0) for line in CALM] + [(line, 1.0) for line in HEATED]
    size = len(QUESTIONS)
    return [
        Example(
            f"own-{number}",
            0,
            Scene(f"{line} {number % 3}"),
            line,
            np.full(size, answer, np.float32),
            np.ones(size, np.float32),
        )
        for number, (line, answer) in enumerate(lines * 6)
    ]


def test_the_table_repeats_the_model(tmp_path: Path) -> None:
    examples = taught()
    model = Letters(examples)
    model.write(tmp_path / "letters.npz")
    table = NGrams(tmp_path / "letters.npz")
    for example, said in zip(examples[:8], model.predict(examples[:8]), strict=True):
        assert table.score(table.read(example.scene.plain)) == pytest.approx(said, abs=0.05)


def test_word_shares_sum_to_the_whole_but_for_the_length(tmp_path: Path) -> None:
    Letters(taught()).write(tmp_path / "letters.npz")
    table = NGrams(tmp_path / "letters.npz")
    shares = table.word_shares("کلاهبردارید سلام")
    assert shares.shape == (2, len(QUESTIONS))
    assert shares[0, 0] > shares[1, 0]


def test_a_text_without_known_letters_says_the_bias(tmp_path: Path) -> None:
    Letters(taught()).write(tmp_path / "letters.npz")
    table = NGrams(tmp_path / "letters.npz")
    assert table.score(table.read("☃")) == pytest.approx(table.score(table.read("")))


def test_likeness_is_one_with_itself_and_none_with_a_stranger(tmp_path: Path) -> None:
    Letters(taught()).write(tmp_path / "letters.npz")
    table = NGrams(tmp_path / "letters.npz")
    mine = table.read("کلاهبردارید پولمو")
    assert mine.likeness(mine) == pytest.approx(1.0, abs=1e-5)
    assert mine.likeness(table.read("☃")) == 0.0
