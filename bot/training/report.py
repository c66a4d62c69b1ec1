"""How good a training came out: the corpus's figures on conversations new to each fold."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.detection.models import WHOLE, WITHOUT_ENCODER
from bot.evaluation.gold import GoldConversation
from bot.evaluation.scores import Scores, score
from bot.training.train import Trained
from bot.training.whispers import judged, pace_of

USUAL = "all, on the corpus alone"


@dataclass(frozen=True)
class Row:
    """One line of the table: what was weighed, and its figures."""

    name: str
    scores: Scores

    def figures(self) -> tuple[str, ...]:
        """F1, false alarms, calm left alone, caught, on time, micro, macro, tension error."""
        figures = self.scores.to_json()
        return (
            f"{figures['alert_f1']:.3f}",
            f"{figures['false_alarms_per_1000_calm_turns']:.0f}",
            f"{figures['calm_conversations_left_alone']:.2f}",
            f"{figures['stormy_conversations_caught']:.2f}",
            f"{figures['stormy_conversations_caught_on_time']:.2f}",
            f"{figures['situations_micro_f1']:.3f}",
            f"{figures['situations_macro_f1']:.3f}",
            f"{figures['tension_mean_error']:.3f}",
        )


def rows_of(
    trained: Trained, labelled: Sequence[GoldConversation], usual: Sequence[GoldConversation]
) -> list[Row]:
    """The ablations, what is used without the encoder, everything on `usual` alone, everything."""
    named = {**trained.ablations, WITHOUT_ENCODER: trained.cheap}
    told = [(name, fitted, labelled) for name, fitted in named.items()]
    told += [(USUAL, trained.whole, usual), (WHOLE, trained.whole, labelled)]
    return [Row(name, score(judged(fitted, of, pace_of(fitted)))) for name, fitted, of in told]


def write_figures(file: Path, rows: Sequence[Row]) -> None:
    """Keep every row's figures, by its name, as score.py names them."""
    figures = {row.name: row.scores.to_json() for row in rows}
    file.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
