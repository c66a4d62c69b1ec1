"""The real Chromium that the tests of pages drive: where it is, how it starts, how wide it is."""

import os
import shutil

import pytest

NAMES = (os.environ.get("ARAM_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in NAMES if name and (path := shutil.which(name))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 375, "height": 740}

IN_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(
        CHROMIUM is None,
        reason="no Chromium: install the package 'chromium', or set ARAM_CHROMIUM",
    ),
]


def brightness(colour: str) -> float:
    numbers = colour[colour.index("(") + 1 : -1].replace(",", " ").split()[:3]
    red, green, blue = (float(number) for number in numbers)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
