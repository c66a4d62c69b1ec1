"""The terminal's door: pulling keeps what somebody wrote, publishing is all or nothing."""

import shutil
from pathlib import Path

import pytest

from bot.core.edition import Change, Deed, Way
from bot.errors import ContentError
from bot.locale import Locale, Locales
from bot.publishing.publisher import Publisher
from bot.publishing.terminal import history, publish_folder, pull
from tests.publishing.conftest import (
    BROKEN,
    BROKEN_LINE,
    COMPLAINT,
    INSULT,
    MANAGER,
    Disk,
    Replica,
    playbook,
)


@pytest.fixture
def locale(locales: Locales) -> Locale:
    return locales.get("en").plain


@pytest.fixture
def publisher(replica: Replica) -> Publisher:
    return replica.live._publisher


def by_chat(replica: Replica, text: str | None, base: int = 1, file: str = COMPLAINT) -> None:
    deed = Deed.EDIT if text else Deed.REMOVE
    change = Change(file, text, True, deed, Way.CHAT, base, MANAGER, "نگار")
    replica.ledger.commit(lambda books: books.versions.publish(change))


def pulled(replica: Replica, folder: Path, locale: Locale) -> str:
    lines = replica.ledger.commit(lambda books: list(pull(books.versions, folder, locale)))
    return "\n".join(lines)


def publish(
    replica: Replica,
    publisher: Publisher,
    disk: Disk,
    locale: Locale,
    *,
    over: bool = False,
    gone: bool = False,
) -> tuple[str, bool]:
    lines, is_done = publish_folder(
        replica.ledger, publisher, disk.folder, locale, over=over, gone=gone
    )
    return "\n".join(lines), is_done


async def test_pulling_writes_what_is_in_force(
    replica: Replica, disk: Disk, locale: Locale, tmp_path: Path
) -> None:
    by_chat(replica, "id: تازه\r\n")
    said = pulled(replica, disk.folder, locale)
    assert (disk.folder / COMPLAINT).read_bytes() == "id: تازه\r\n".encode()
    assert "fa/complaint.yaml: version 3" in said
    assert [path.name for path in (disk.folder / "fa").iterdir() if ".mine" in path.name] == []
    assert replica.newest().in_folder
    assert "already" in pulled(replica, disk.folder, locale)
    assert "2 files" in pulled(replica, tmp_path / "new", locale)


async def test_pulling_keeps_what_was_written_and_never_published(
    replica: Replica, disk: Disk, locale: Locale
) -> None:
    by_chat(replica, playbook("complaint", "دو"))
    by_chat(replica, None, base=2, file=INSULT)
    disk.write(COMPLAINT, "id: mine")
    said = pulled(replica, disk.folder, locale)
    assert disk.read(COMPLAINT) == playbook("complaint", "دو")
    assert disk.read(f"{COMPLAINT}.mine") == "id: mine"
    assert "complaint.yaml.mine" in said
    assert not (disk.folder / INSULT).exists()


async def test_pulling_again_keeps_what_was_kept_before(
    replica: Replica, disk: Disk, locale: Locale
) -> None:
    for mine in ("id: first", "id: second", "id: third"):
        disk.write(COMPLAINT, mine)
        pulled(replica, disk.folder, locale)
    kept = [disk.read(f"{COMPLAINT}.mine{number}") for number in ("", "1", "2")]
    assert kept == ["id: first", "id: second", "id: third"]


async def test_a_folder_that_cannot_be_written_is_an_error_with_a_remedy(
    replica: Replica, locale: Locale, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(ContentError) as caught:
        pulled(replica, file, locale)
    assert caught.value.message_id == "error-playbook-unwritable"
    assert COMPLAINT in locale.error_sentence(caught.value)


async def test_publishing_a_folder(
    replica: Replica, disk: Disk, locale: Locale, publisher: Publisher
) -> None:
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    said, is_done = publish(replica, publisher, disk, locale)
    assert is_done
    assert "fa/complaint.yaml: version 3" in said
    assert replica.newest().way is Way.TERMINAL
    assert publish(replica, publisher, disk, locale)[0].startswith("There was nothing")


async def test_an_older_text_is_published_when_asked(
    replica: Replica, disk: Disk, locale: Locale, publisher: Publisher
) -> None:
    for number, draft in enumerate(("دو", "یک"), start=3):
        disk.write(COMPLAINT, playbook("complaint", draft))
        said, is_done = publish(replica, publisher, disk, locale)
        assert is_done is (draft == "دو"), "an older text may be an old copy"
        assert ("--gone" in said) is not is_done
        assert publish(replica, publisher, disk, locale, gone=True)[1]
        assert replica.newest().number == number


async def test_what_the_folder_holds_no_more_goes_when_asked(
    replica: Replica, disk: Disk, locale: Locale, publisher: Publisher
) -> None:
    by_chat(replica, playbook("complaint", "از گفت‌وگو"))
    disk.remove(COMPLAINT)
    disk.remove(INSULT)
    disk.write("fa/late.yaml", playbook("insult").replace("id: insult", "id: late"))
    assert publish(replica, publisher, disk, locale)[1]
    assert set(replica.edition().texts()) == {COMPLAINT, INSULT, "fa/late.yaml"}
    said, is_done = publish(replica, publisher, disk, locale, gone=True)
    assert is_done
    assert "fa/insult.yaml: no longer in force" in said
    assert set(replica.edition().texts()) == {COMPLAINT, "fa/late.yaml"}, "the chat's stays"
    assert publish(replica, publisher, disk, locale, gone=True, over=True)[1]
    assert set(replica.edition().texts()) == {"fa/late.yaml"}


async def test_a_folder_without_a_file_takes_nothing_away(
    replica: Replica, disk: Disk, locale: Locale, publisher: Publisher
) -> None:
    shutil.rmtree(disk.folder)
    with pytest.raises(ContentError, match="error-playbooks-missing"):
        publish(replica, publisher, disk, locale, gone=True)
    assert len(replica.edition().texts()) == 2


async def test_one_broken_file_and_nothing_is_published(
    replica: Replica, disk: Disk, locale: Locale, publisher: Publisher
) -> None:
    disk.write(COMPLAINT, BROKEN)
    disk.write(INSULT, playbook("insult", "دو"))
    said, is_done = publish(replica, publisher, disk, locale)
    assert not is_done
    assert f"{COMPLAINT}, line {BROKEN_LINE}" in said
    assert replica.edition().number == 2


async def test_what_came_by_chat_is_passed_by_unless_asked(
    replica: Replica, disk: Disk, locale: Locale, publisher: Publisher
) -> None:
    by_chat(replica, playbook("complaint", "از گفت‌وگو"))
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    said, is_done = publish(replica, publisher, disk, locale)
    assert not is_done
    assert "نگار" in said
    assert "--over" in said
    assert replica.edition().number == 3
    assert publish(replica, publisher, disk, locale, over=True)[1]
    assert replica.newest().text == playbook("complaint", "دو")


async def test_another_folder_takes_nothing_back_of_what_was_pulled_into_one(
    replica: Replica, disk: Disk, locale: Locale, publisher: Publisher, tmp_path: Path
) -> None:
    """One folder pulled what came by chat; the other holds the text before it, then edits that."""
    other = Disk(tmp_path / "other")
    shutil.copytree(disk.folder, other.folder)
    by_chat(
        replica, f"{playbook('complaint')}avoid:\n  - write: ایراد از شماست\n    why: جنگ است\n"
    )
    chats = replica.newest().text
    pulled(replica, disk.folder, locale)
    for mine in (other.read(COMPLAINT), playbook("complaint", "از پوشهٔ دیگر")):
        other.write(COMPLAINT, mine)
        said, is_done = publish(replica, publisher, other, locale)
        assert not is_done
        assert "نگار" in said
        assert replica.newest().text == chats
    pulled(replica, other.folder, locale)
    assert other.read(COMPLAINT) == chats
    assert other.read(f"{COMPLAINT}.mine") == playbook("complaint", "از پوشهٔ دیگر")
    other.write(COMPLAINT, f"{chats}follow_up: 2d\n")
    assert publish(replica, publisher, other, locale)[1]


@pytest.mark.parametrize(("language", "year"), [("en", "2027-01-15"), ("fa", "۱۴۰۵/۱۰/۲۵")])
async def test_history_says_when_what_and_who(
    language: str, year: str, replica: Replica, locales: Locales
) -> None:
    by_chat(replica, None)
    locale = locales.get(language).plain
    lines = replica.ledger.commit(lambda books: list(history(books.versions, None, locale, most=2)))
    assert len(lines) == 2
    assert year in lines[0]
    assert COMPLAINT in lines[0]
    assert "نگار" in lines[0]
    assert locale.say("publishing-deed-remove") in lines[0]
    mine = replica.ledger.commit(
        lambda books: list(history(books.versions, INSULT, locale, most=9))
    )
    assert len(mine) == 1
