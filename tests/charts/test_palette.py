"""Colours can be read, and told apart by people who see fewer of them."""

from itertools import combinations, pairwise

import pytest

from bot.charts.palette import Palette, palette_of
from bot.charts.spec import Theme
from bot.core.trouble import Outcome

DEUTAN = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
PROTAN = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))
"""Machado, Oliveira and Fernandes (2009), in linear light."""


def linear(color: str) -> list[float]:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    light, dark = sorted(
        (sum(w * c for w, c in zip(weights, linear(color), strict=True)) for color in (one, other)),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: list[float]) -> list[float]:
    red, green, blue = rgb
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (
        max(0.0, part) ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz
    )
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def distance(one: str, other: str, sight: tuple[tuple[float, ...], ...] | None) -> float:
    seen = []
    for color in (one, other):
        rgb = linear(color)
        if sight is not None:
            rgb = [
                min(1.0, max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True))))
                for row in sight
            ]
        seen.append(lab(rgb))
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


@pytest.fixture(params=Theme)
def palette(request: pytest.FixtureRequest) -> Palette:
    return palette_of(request.param)


def test_text_has_contrast(palette: Palette) -> None:
    for ink in (palette.ink, palette.soft, palette.good, palette.bad):
        assert contrast(ink, palette.surface) >= 4.5
    for ink in (palette.ink, palette.soft):
        assert contrast(ink, palette.page) >= 4.5
    assert contrast(palette.soft, palette.rest) >= 4.5


def test_every_fill_stands_out_from_its_card(palette: Palette) -> None:
    fills = {palette.calm, palette.tense, palette.calmed, *palette.outcomes.values()}
    assert all(contrast(fill, palette.surface) >= 3 for fill in fills)


@pytest.mark.parametrize("sight", [None, DEUTAN, PROTAN])
def test_neighbours_are_told_apart(
    palette: Palette, sight: tuple[tuple[float, ...], ...] | None
) -> None:
    for one, other in combinations((palette.calm, palette.calmed, palette.tense), 2):
        assert distance(one, other, sight) > 20
    assert distance(palette.good, palette.bad, sight) > 20
    in_order = [palette.outcomes[each] for each in Outcome]
    assert all(distance(one, other, sight) > 20 for one, other in pairwise(in_order))
    assert all(distance(one, other, sight) > 9 for one, other in combinations(in_order, 2))
