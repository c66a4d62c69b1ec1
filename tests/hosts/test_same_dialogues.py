"""Every dialogue on every host: people see the same, and the same requests reach the Bot API."""

from functools import partial
from pathlib import Path

import pytest

from tests.handlers.dialogue import Dialogue
from tests.hosts.hosted import MakeHost, hosted, requests_by_chat
from tests.hosts.shops import AiogramShop, PtbShop
from tests.stage import stage

FILES = sorted((Path(__file__).parent.parent / "dialogues").glob("*.yaml"))
NOT_ON_HOSTS = {
    "a_seller_is_invited_and_joins": "begins with a stranger's word to the bot: that is the host's",
    "invitations_end": "strangers bring damaged links: only a whole one is known for Aram's",
    "roles_are_changed_and_asked_twice": "who has left is a stranger, whose words are the host's",
    "settings_are_followed_at_a_restart": "the same for a seller that the settings name no more",
}
"""Dialogues that do not apply inside a shop's own bot, and why."""

PLAYED = [file for file in FILES if file.stem not in NOT_ON_HOSTS]
ALL = frozenset({"start", "help", "check", "language", "lessons", "playbooks", "try"})
HOSTS: tuple[MakeHost, ...] = (partial(AiogramShop, commands=ALL), partial(PtbShop, commands=ALL))


@pytest.mark.timeout(600)  # three bots one after the other
@pytest.mark.parametrize("file", PLAYED, ids=lambda file: file.stem)
async def test_the_same_requests_everywhere(file: Path, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("alone", "aiogram", "ptb")]
    for folder in folders:
        folder.mkdir()
    async with stage(folders[0]) as acting:
        await Dialogue(acting, file).play()
        alone = requests_by_chat(acting.server.api.requests)
    assert alone, "nothing was sent"
    for folder, make in zip(folders[1:], HOSTS, strict=True):
        async with hosted(folder, make) as acting:
            await Dialogue(acting, file).play()
            assert requests_by_chat(acting.server.api.requests) == alone, folder.name


def test_what_does_not_apply_is_there() -> None:
    assert set(NOT_ON_HOSTS) <= {file.stem for file in FILES}
