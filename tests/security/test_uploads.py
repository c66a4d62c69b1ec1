"""Files that people send: too large, packed, lying about their size, named like a path."""

from pathlib import Path
from typing import Any

import pytest

from bot.content.files import LARGEST_FILE as LARGEST_PLAYBOOK
from bot.content.files import spot_of
from bot.sandbox import talking
from bot.sandbox.files import Media, StoredFile
from handlers.pasted.files import LARGEST_FILE
from handlers.playbooks.naming import file_named
from tests.stage import Stage, stage

TRICKS = (
    "../../etc/passwd.yaml",
    "..\\..\\insult.yaml",
    "/etc/cron.d/evil.yaml",
    "C:\\evil.yaml",
    "fa/../../evil.yaml",
    "fa--..--evil.yaml",
    "....//evil.yaml",
    ".yaml",
    "..yaml",
    "%2e%2e%2fevil.yaml",
    "fa/\u202elmay.live.yaml",
    "kinds/../../x/fa/evil.yaml",
)


class LyingFile(StoredFile):
    """A file that says it is small."""

    def card(self) -> dict[str, Any]:
        return super().card() | {"file_size": 10}


async def uploads(acting: Stage, person: int, name: str, content: bytes) -> str:
    """What Aram answers to a file whose size is said to be ten bytes."""
    kept = acting.world.files.add("document", content=content, name=name)
    lying = LyingFile(kept.file_id, kept.unique_id, kept.path, name, kept.mime, content)
    chat = acting.world.chat(person, acting.bot_id)
    talking.say(acting.world, chat, person, text="", media=Media("document", lying), reply_to=None)
    await acting.settle()
    return acting.screens(person)[-1].text


@pytest.mark.parametrize("name", TRICKS)
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    file = file_named(name, "", "")
    if file is not None:
        assert ".." not in file
        assert "\\" not in file
        assert not file.startswith("/")
        assert file == "shop.yaml" or spot_of(file) is not None


@pytest.mark.parametrize(
    "name", ["../fa/x.yaml", "fa/../x.yaml", "fa/..", "/fa/x.yaml", "fa/.x.yaml"]
)
def test_a_path_that_is_no_playbooks_place_is_none(name: str) -> None:
    assert spot_of(name) is None


async def test_a_file_larger_than_it_says_is_read_no_further(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        answer = await uploads(acting, acting.seller, "chat.txt", b"a" * (2 * LARGEST_FILE))
        assert "بزرگ" in answer
        answer = await uploads(
            acting, acting.manager, "insult.fa.yaml", b"# x\n" * LARGEST_PLAYBOOK
        )
        assert "کیلوبایت" in answer


PACKED = (
    ("chat.zip", b"PK\x03\x04"),
    ("chat.txt", b"PK\x03\x04" + b"\0" * 500),
    ("chat.txt.gz", b"\x1f\x8b"),
    ("x.docx", b"PK\x03\x04"),
    ("x.exe.txt", b"MZ" + b"\0" * 100),
    ("x.txt", b"\0" * 1_000),
)


async def test_what_is_packed_is_never_unpacked(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        for name, content in PACKED:
            before = len(acting.screens(acting.seller))
            await uploads(acting, acting.seller, name, content)
            (answer,) = acting.screens(acting.seller)[before:]
            assert answer.buttons == {}, name  # declined, not read
        assert await acting.app.ledger.write(lambda books: books.inbox().asides()) == []
