"""Colours: told apart by the colour-blind, and read on a phone in the sun or at night."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.charts.spec import Theme
from bot.core.trouble import Outcome


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours as #rrggbb; `ink`, `soft`, `good` and `bad` are for text on `surface`."""

    page: str
    surface: str
    ink: str
    soft: str
    line: str
    rest: str
    good: str
    bad: str
    calm: str
    tense: str
    calmed: str
    outcomes: Mapping[Outcome, str]


def palette_of(theme: Theme) -> Palette:
    """The colours of a theme."""
    return _DARK if theme is Theme.DARK else _LIGHT


_LIGHT = Palette(
    page="#e9eef0",
    surface="#ffffff",
    ink="#15222a",
    soft="#556671",
    line="#dbe3e6",
    rest="#f1f4f5",
    good="#086878",
    bad="#b5400a",
    calm="#84959e",
    tense="#d2530f",
    calmed="#086878",
    outcomes={
        Outcome.OPEN: "#84959e",
        Outcome.CALMED: "#086878",
        Outcome.REFUNDED: "#3b98cf",
        Outcome.PARTED: "#5b3fa0",
        Outcome.LEFT: "#d2530f",
        Outcome.HANDED_OVER: "#7a4a1f",
        Outcome.FALSE_ALARM: "#2f3d45",
    },
)
_DARK = Palette(
    page="#0d1418",
    surface="#172227",
    ink="#e8eff1",
    soft="#9fb1b9",
    line="#2f4048",
    rest="#1e2b31",
    good="#63cfc0",
    bad="#ff9d66",
    calm="#6c818c",
    tense="#f28a4b",
    calmed="#4fc6d2",
    outcomes={
        Outcome.OPEN: "#6c818c",
        Outcome.CALMED: "#4fc6d2",
        Outcome.REFUNDED: "#3f7fd0",
        Outcome.PARTED: "#d4c4ff",
        Outcome.LEFT: "#f28a4b",
        Outcome.HANDED_OVER: "#98633c",
        Outcome.FALSE_ALARM: "#f0d264",
    },
)
