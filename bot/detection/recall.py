"""An encoder that remembers its newest answers, for coaches that hear the same turns in turn.

Only rehearsals use it: of real conversations no turn is heard twice.
"""

from copy import copy
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.detection.models import Models

if TYPE_CHECKING:
    from bot.detection.encoder import Encoder

RECALLED = 256


def recalling(models: Models, most: int = RECALLED) -> Models:
    """The same models, the `most` newest answers of whose encoder stay at hand.

    Nothing is loaded anew. An answer asked for again is the same object: its arrays are shared.
    """
    if models.encoder is None:
        return models
    recalled = replace(models, encoder=_recalling(models.encoder, most))
    vars(recalled)["topics"] = models.topics  # examples stay known
    return recalled


def _recalling(encoder: "Encoder", most: int) -> "Encoder":
    """A twin of the encoder whose `read` recalls; `meaning`, which asks it, does so too."""
    twin = copy(encoder)
    vars(twin)["read"] = lru_cache(most)(encoder.read)
    return twin
