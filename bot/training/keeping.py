"""Results of a training that are kept, so that one that was broken off goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


def save_whole(file: Path, save: Callable[[BinaryIO], object]) -> None:
    """Write a result that is kept: the whole file or none, should the training be broken off."""
    beside = file.with_suffix(".new")
    with beside.open("wb") as written:
        save(written)
    beside.replace(file)
