"""The trained files that belong to this version, loaded once: n-grams, tables, and the encoder."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from bot.detection.ngrams import NGrams
from bot.detection.tables import Tables
from bot.errors import ContentError

if TYPE_CHECKING:
    from bot.detection.encoder import Encoder

FOLDER = Path(str(files("bot.detection"))) / "model"

FIGURES = "figures.json"
WHOLE, WITHOUT_ENCODER = "all", "without the encoder"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Models:
    """What detection was trained to; `encoder` is None where it cannot be loaded."""

    letters: NGrams
    tables: Tables
    encoder: "Encoder | None" = None

    @property
    def points(self) -> Mapping[str, float]:
        """The points of the table that has the last word."""
        table = self.tables.with_encoder if self.encoder is not None else self.tables.without
        return table.points

    @classmethod
    def load(cls, folder: Path = FOLDER, *, encoder: bool = True) -> "Models":
        """The models of a folder; without the encoder where it is not wanted or fails to load.

        ContentError where the tables, without which nothing is heard, cannot be read.
        """
        try:
            letters = NGrams(folder / "letters.npz")
            tables = Tables.load(folder / "tables.json")
        except (OSError, KeyError, ValueError, EOFError, BadZipFile) as error:
            raise ContentError("error-model-broken", folder=str(folder)) from error
        return cls(letters, tables, open_encoder(folder) if encoder else None)


def figures(folder: Path = FOLDER) -> dict[str, dict[str, float]]:
    """What was measured when the model was made: by WHOLE and WITHOUT_ENCODER, score.py's names."""
    measured: dict[str, dict[str, float]] = json.loads((folder / FIGURES).read_text("utf-8"))
    return measured


def open_encoder(folder: Path = FOLDER) -> "Encoder | None":
    """The encoder, or None with a warning where onnxruntime or its files fail."""
    try:
        from bot.detection.encoder import Encoder

        return Encoder(folder)
    except Exception as error:  # onnxruntime's and the archive's errors have no base but this one
        log.warning("detection goes on without its encoder: %s", type(error).__name__)
        return None
