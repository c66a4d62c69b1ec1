"""The trained files that belong to this version, loaded once: n-grams, tables, and the encoder."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from bot.detection.manner import Manner, Sound
from bot.detection.ngrams import NGrams
from bot.detection.tables import Tables
from bot.detection.topic import Topics
from bot.errors import ContentError

if TYPE_CHECKING:
    from bot.detection.encoder import Encoder

FOLDER = Path(str(files("bot.detection"))) / "model"

FIGURES = "figures.json"
WHOLE, WITHOUT_ENCODER = "all", "without the encoder"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Models:
    """What detection was trained to; `encoder` and `manner` are None where they cannot be had."""

    letters: NGrams
    tables: Tables
    encoder: "Encoder | None" = None
    manner: Manner | None = None

    @property
    def points(self) -> Mapping[str, float]:
        """The points of the table that has the last word."""
        table = self.tables.with_encoder if self.encoder is not None else self.tables.without
        return table.points

    @cached_property
    def topics(self) -> Topics:
        """What messages are about, for comparison; kept as long as the models are."""
        return Topics(self.letters, self.encoder)

    def sounds(self, plain: str) -> Mapping[Sound, float]:
        """How a seller's words sound; nothing where there is nothing to tell it by."""
        if self.encoder is None or self.manner is None:
            return {}
        return self.manner.sounds(self.encoder.meaning(plain))

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
        return cls(letters, tables, open_encoder(folder) if encoder else None, Manner.load(folder))


def figures(folder: Path = FOLDER) -> dict[str, dict[str, float]]:
    """What was measured when the model was made: by WHOLE and WITHOUT_ENCODER, score.py's names.

    ContentError where that cannot be read.
    """
    try:
        measured: dict[str, dict[str, float]] = json.loads((folder / FIGURES).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ContentError("error-model-broken", folder=str(folder)) from error
    return measured


def open_encoder(folder: Path = FOLDER) -> "Encoder | None":
    """The encoder, or None with a warning where onnxruntime or its files fail."""
    try:
        from bot.detection.encoder import Encoder

        return Encoder(folder)
    except Exception as error:  # onnxruntime's and the archive's errors have no base but this one
        log.warning("detection goes on without its encoder: %s", type(error).__name__)
        return None
