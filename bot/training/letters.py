"""Fits the n-gram table: one logistic regression a question on character n-grams of the turn."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.detection.ngrams import LONGEST, SHORTEST, Floats
from bot.detection.questions import QUESTIONS
from bot.training.examples import Example

_KEPT, _LEAST_TURNS = 25_000, 4
_TRUST = 4.0
_STEPS = 127


class Letters:
    """A fitted table, in floats."""

    def __init__(self, taught: Sequence[Example]) -> None:
        """Fit every question to the examples whose answer is sure."""
        self._vectors = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(SHORTEST, LONGEST),
            min_df=_LEAST_TURNS,
            max_features=_KEPT,
            sublinear_tf=True,
            dtype=np.float32,
        )
        seen = self._vectors.fit_transform([each.scene.plain for each in taught])
        answers = np.stack([each.answers for each in taught])
        counts = np.stack([each.counts for each in taught])
        self._weights = np.zeros((seen.shape[1], len(QUESTIONS)), np.float32)
        self._bias = np.zeros(len(QUESTIONS), np.float32)
        for question in range(len(QUESTIONS)):
            sure = counts[:, question] == 1
            model = LogisticRegression(C=_TRUST, solver="liblinear", random_state=0)
            model.fit(seen[sure], answers[sure, question] > 0.5)
            self._weights[:, question] = model.coef_[0]
            self._bias[question] = model.intercept_[0]

    def predict(self, asked: Sequence[Example]) -> Floats:
        """The log-odds of every question: examples by questions."""
        seen = self._vectors.transform([each.scene.plain for each in asked])
        said: Floats = np.asarray(seen @ self._weights + self._bias, np.float32)
        return said

    def write(self, file: Path) -> None:
        """Keep the table as detection reads it, weights in 8 bits."""
        scales = np.abs(self._weights).max(0) / _STEPS
        grams: NDArray[np.str_] = self._vectors.get_feature_names_out()
        np.savez(
            file,
            grams=np.frombuffer("\n".join(grams).encode(), np.uint8),
            idf=self._vectors.idf_.astype(np.float32),
            weights=np.round(self._weights / scales).astype(np.int8),
            scales=scales.astype(np.float32),
            bias=self._bias,
        )
