"""What takes a while to make and is the same for every Aram: the models, the words, the forges.

Several in one process, such as guests of several bots, may share one.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from bot import __version__
from bot.detection.models import Models
from bot.detection.recall import recalling
from bot.detection.timed import timed
from bot.locale import Locales
from bot.metrics import Metrics
from bot.publishing.forge import Forge


@dataclass(frozen=True, slots=True, eq=False)
class Workshop:
    """`trial_forge` makes coaches for rehearsals, in which the same turns are heard twice."""

    models: Models
    locales: Locales
    forge: Forge
    trial_forge: Forge
    metrics: Metrics

    @classmethod
    def of(cls, locales: Locales, model: Path, metrics: Metrics | None = None) -> Self:
        """With the models of a folder, loaded now; what they do is counted in `metrics`."""
        metrics, bare = metrics or Metrics(__version__), Models.load(model)
        models = timed(bare, metrics.encoding)
        forge = Forge(models, metrics.assessing)
        return cls(models, locales, forge, Forge(recalling(bare)), metrics)
