"""Every dialogue file, played through the sandbox over HTTP with the real bot running."""

from pathlib import Path

import pytest

from tests.handlers.dialogue import Dialogue
from tests.stage import stage

FILES = sorted((Path(__file__).parent.parent / "dialogues").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_dialogue(file: Path, tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await Dialogue(acting, file).play()
