"""Whole dialogues: nothing that anybody said lies in the file with a key, nor after its days."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.settings import ROOT
from bot.store.purging import Purger
from tests.clocks import at_night
from tests.handlers.dialogue import Dialogue
from tests.privacy.files import bytes_of
from tests.stage import Stage, stage

DIALOGUES = ROOT / "tests" / "dialogues"
DAY = 86_400.0
SHORTEST = 14
"""Of what is shorter, words of our own may have the letters, too."""
PLAYED = (
    "a_manager_is_called_and_decides",
    "a_promise_is_remembered",
    "edits_deletions_and_media",
    "forwarded_messages_become_one_conversation",
    "own_words_before_they_go",
    "send_as_me_asks_once",
    "topics_are_conversations_of_their_own",
)
PLAYBOOKS = "\n".join(
    file.read_text("utf-8") for file in sorted((ROOT / "playbooks").rglob("*.yaml"))
)


def spoken(acting: Stage) -> set[str]:
    """What people have written on any phone, commands and the bot's own words aside."""
    return {
        message["text"]
        for user_id, user in acting.world.users.items()
        if not user.is_bot
        for chat in acting.world.phone(user_id)["chats"]
        for message in chat["messages"]
        if not message["from"]["is_bot"] and not message["text"].startswith("/")
        if len(message["text"]) >= SHORTEST and message["text"] not in PLAYBOOKS
    }


def found(folder: Path, words: set[str]) -> set[str]:
    """Those words, or any line of them, that lie in the files."""
    kept = bytes_of(folder)
    lines = {line for said in words for line in said.splitlines() if len(line) >= SHORTEST}
    return {line for line in lines if line.encode() in kept}


@pytest.mark.parametrize("name", PLAYED)
async def test_words_are_never_in_clear_with_a_key_and_gone_after_their_days_without(
    name: str, tmp_path: Path
) -> None:
    sealed, clear = tmp_path / "sealed", tmp_path / "clear"
    sealed.mkdir()
    clear.mkdir()
    key = SecretStr(Fernet.generate_key().decode())
    async with stage(sealed, words_keys=key) as acting:
        await Dialogue(acting, DIALOGUES / f"{name}.yaml").play()
        assert spoken(acting)
        assert found(sealed, spoken(acting)) == set()
    clock = at_night()
    async with stage(clear, clock=clock) as acting:
        await Dialogue(acting, DIALOGUES / f"{name}.yaml").play()
        assert found(clear, spoken(acting)) != set()
        clock.advance(40 * DAY)
        await Purger(acting.app.ledger).purge(acting.app.branches.shops.all())
        taught = await acting.app.ledger.write(lambda books: books.lessons().items)
        words = spoken(acting) - {lesson.text for lesson in taught}
        assert found(clear, words) == set()
