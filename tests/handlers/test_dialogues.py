"""The dialogues that no host plays; all others are played alone, too, beside the hosts."""

from pathlib import Path

import pytest

from tests.handlers.dialogue import Dialogue
from tests.hosts.test_same_dialogues import FILES, NOT_ON_HOSTS
from tests.stage import stage

ALONE = [file for file in FILES if file.stem in NOT_ON_HOSTS]


@pytest.mark.parametrize("file", ALONE, ids=lambda file: file.stem)
async def test_dialogue(file: Path, tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await Dialogue(acting, file).play()
