"""What is on disk, or published by any door, is in force soon; what is broken never is."""

import asyncio
import gc
import os
import shutil
import time
from functools import partial
from pathlib import Path

import pytest

from bot.app import build_locales
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.edition import Change, Deed, Version, Way
from bot.core.people import Shop
from bot.errors import ContentError, StoreBusyError
from bot.publishing.live import Live
from bot.publishing.notes import Bell, Conflict
from bot.publishing.publisher import Prepared
from tests.publishing.conftest import (
    ANGRY,
    BROKEN,
    BROKEN_LINE,
    COMPLAINT,
    INSULT,
    MANAGER,
    OWNER,
    SELLER,
    Disk,
    Replica,
    Start,
    draft_of,
    playbook,
)
from tests.stage import read

PATIENCE_SECONDS = 20.0


def by_chat(base: int, text: str | None = None, *, file: str = COMPLAINT) -> Change:
    text = text or playbook("complaint", "از گفت‌وگو")
    return Change(file, text, True, Deed.EDIT, Way.CHAT, base, MANAGER, "نگار")


async def publish(replica: Replica, change: Change) -> Version:
    prepared = await replica.office.prepare(change)
    assert isinstance(prepared, Prepared), prepared
    version = await replica.office.confirm(prepared.proposal, MANAGER)
    assert isinstance(version, Version), version
    return version


async def test_the_first_start_makes_versions_of_the_folder(replica: Replica) -> None:
    edition = replica.edition()
    assert edition.number == 2
    assert {version.way for version in edition.versions.values()} == {Way.FOLDER}
    assert replica.draft() == "یک"
    assert replica.notes() == []


async def test_an_edit_on_disk_is_in_force_within_seconds(replica: Replica, disk: Disk) -> None:
    serving = asyncio.create_task(replica.live.run())
    began = time.monotonic()
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    async with asyncio.timeout(PATIENCE_SECONDS):
        while replica.draft() != "دو":
            await asyncio.sleep(0.05)
    serving.cancel()
    assert time.monotonic() - began < PATIENCE_SECONDS
    assert (replica.newest().way, replica.newest().deed) == (Way.FOLDER, Deed.EDIT)


async def test_what_is_still_being_written_waits(replica: Replica, disk: Disk) -> None:
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    await replica.live.look()
    disk.write(COMPLAINT, playbook("complaint", "سه و بیشتر"))
    await replica.live.look()
    assert replica.edition().number == 2
    await replica.live.look()
    assert replica.draft() == "سه و بیشتر"
    assert replica.edition().number == 3


async def test_what_was_made_is_never_looked_through_for_garbage(
    replica: Replica, disk: Disk
) -> None:
    """It would hold up every message; all else is looked through again afterwards."""
    before = gc.get_freeze_count()
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    await replica.look()
    await replica.look()
    assert replica.draft() == "دو"
    assert gc.isenabled()
    made = gc.get_freeze_count()
    assert made > before
    await replica.look()
    assert gc.get_freeze_count() <= made, "a look that made nothing froze something"


async def test_a_broken_edit_leaves_the_last_good_set_and_each_manager_gets_one_note(
    replica: Replica, disk: Disk
) -> None:
    replica.ledger.commit(lambda books: books.remember_person(MANAGER, "Sam"))
    replica.ledger.commit(lambda books: books.choose_locale(MANAGER, "en"))
    disk.write(COMPLAINT, BROKEN)
    await replica.look()
    await replica.look()
    assert replica.draft() == "یک"
    assert replica.edition().number == 2
    [persian], [english] = replica.notes(OWNER), replica.notes(MANAGER)
    assert replica.notes(SELLER) == []
    assert persian.message == english.message == "publishing-broken"
    told = read(english.args[0][1])
    assert COMPLAINT in told
    assert f"line {BROKEN_LINE}" in told
    assert "apologise" in told
    assert "خطا" in persian.args[0][1]


async def test_a_mended_file_is_taken_and_the_next_mistake_told_again(
    replica: Replica, disk: Disk
) -> None:
    for text in (BROKEN, playbook("complaint", "دو"), BROKEN):
        disk.write(COMPLAINT, text)
        await replica.look()
    assert replica.draft() == "دو"
    assert len(replica.notes()) == 2


async def test_a_sound_file_is_taken_beside_a_broken_one(replica: Replica, disk: Disk) -> None:
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    disk.write(INSULT, playbook("insult").replace("steps:", "stepps:"))
    await replica.look()
    assert replica.draft() == "دو"
    assert replica.newest(INSULT).number == 2


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"id: \0", b"- [", b"x" * 300_000, b""])
async def test_no_content_of_a_file_does_harm(raw: bytes, replica: Replica, disk: Disk) -> None:
    disk.write(COMPLAINT, raw)
    await replica.look()
    assert replica.draft() == "یک"
    [note] = replica.notes()
    assert COMPLAINT in note.args[0][1]


async def test_a_new_file_and_one_taken_away(replica: Replica, disk: Disk) -> None:
    disk.remove(COMPLAINT)
    disk.write("fa/late.yaml", playbook("insult").replace("id: insult", "id: late"))
    await replica.look()
    edition = replica.edition()
    assert set(edition.texts()) == {INSULT, "fa/late.yaml"}
    assert edition.versions[COMPLAINT].deed is Deed.REMOVE
    assert replica.draft() == ""


async def test_a_file_that_was_away_for_a_moment_is_not_removed(
    replica: Replica, disk: Disk
) -> None:
    text = disk.read(COMPLAINT)
    disk.remove(COMPLAINT)
    await replica.live.look()
    disk.write(COMPLAINT, text)
    await replica.look()
    assert replica.edition().number == 2


async def test_a_folder_that_is_away_removes_nothing(replica: Replica, disk: Disk) -> None:
    shutil.rmtree(disk.folder)
    await replica.look()
    assert replica.edition().number == 2
    assert replica.draft() == "یک"


async def test_two_replicas_follow_the_disk_and_publish_once(start: Start, disk: Disk) -> None:
    both = [start(), start()]
    for replica in both:
        await replica.live.start()
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    await asyncio.gather(*(replica.look() for replica in both))
    await asyncio.gather(*(replica.look() for replica in both))
    assert [replica.draft() for replica in both] == ["دو", "دو"]
    assert both[0].edition().number == 3
    assert both[0].notes() == []


async def test_a_broken_file_seen_by_two_replicas_is_told_once(start: Start, disk: Disk) -> None:
    both = [start(), start()]
    for replica in both:
        await replica.live.start()
    disk.write(COMPLAINT, BROKEN)
    await asyncio.gather(*(replica.look() for replica in both))
    assert len(both[0].notes()) == 1


async def test_a_change_by_chat_is_in_force_at_once_and_reaches_the_other_replica(
    start: Start, disk: Disk
) -> None:
    here, there = start(), start()
    for replica in (here, there):
        await replica.live.start()
    await publish(here, by_chat(base=1))
    assert here.draft() == "از گفت‌وگو"
    assert there.draft() == "یک"
    await there.live.look()
    assert there.draft() == "از گفت‌وگو"
    assert disk.read(COMPLAINT) == playbook("complaint", "یک"), "the folder is the managers'"


async def test_an_older_copy_of_the_folder_takes_nothing_back(
    start: Start, disk: Disk, tmp_path: Path
) -> None:
    """A replica that starts late, with the files of yesterday."""
    yesterday = tmp_path / "yesterday"
    shutil.copytree(disk.folder, yesterday)
    here = start()
    await here.live.start()
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    await here.look()
    late = start(yesterday)
    await late.live.start()
    assert (late.draft(), here.edition().number) == ("دو", 3)
    assert late.notes() == []


async def test_changed_by_chat_and_then_on_disk_is_a_conflict_that_is_told(
    replica: Replica, disk: Disk
) -> None:
    await publish(replica, by_chat(base=1))
    mine = playbook("complaint", "از دیسک")
    disk.write(COMPLAINT, mine)
    await replica.look()
    await replica.look()
    assert replica.draft() == "از گفت‌وگو"
    assert disk.read(COMPLAINT) == mine, "nothing is lost"
    [note] = replica.notes()
    assert note.message == "publishing-conflict"
    assert dict(note.args)["file"] == COMPLAINT
    assert "نگار" in dict(note.args)["who"]


async def test_a_conflict_is_over_once_the_disk_holds_what_is_in_force(
    replica: Replica, disk: Disk
) -> None:
    version = await publish(replica, by_chat(base=1))
    disk.write(COMPLAINT, playbook("complaint", "از دیسک"))
    await replica.look()
    assert version.text is not None
    disk.write(COMPLAINT, version.text)
    await replica.look()
    disk.write(COMPLAINT, playbook("complaint", "از دیسک"))
    await replica.look()
    assert replica.draft() == "از دیسک"
    assert len(replica.notes()) == 1


async def test_taking_an_edit_back_does_not_take_back_the_chats(
    replica: Replica, disk: Disk
) -> None:
    await publish(replica, by_chat(base=1))
    disk.write(COMPLAINT, playbook("complaint", "از دیسک"))
    await replica.look()
    disk.write(COMPLAINT, playbook("complaint", "یک"))
    await replica.look()
    assert replica.draft() == "از گفت‌وگو"
    assert len(replica.notes()) == 1


async def test_an_older_text_that_comes_back_under_our_eyes_is_a_wish(
    replica: Replica, disk: Disk
) -> None:
    for draft in ("دو", "یک"):
        disk.write(COMPLAINT, playbook("complaint", draft))
        await replica.look()
    assert replica.draft() == "یک"
    assert replica.edition().number == 4


async def test_an_edit_made_while_aram_was_away(start: Start, disk: Disk) -> None:
    """From what the folder held, it is published; past what came by chat, it is a conflict."""
    first = start()
    await first.live.start()
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    second = start()
    await second.live.start()
    assert second.draft() == "دو"
    await publish(second, by_chat(base=3))
    disk.write(COMPLAINT, playbook("complaint", "سه"))
    third = start()
    await third.live.start()
    assert third.draft() == "از گفت‌وگو"
    assert [note.message for note in third.notes()] == ["publishing-conflict"]


async def test_an_edit_made_while_aram_was_away_of_what_was_pulled(
    start: Start, disk: Disk
) -> None:
    """The way of a shop that keeps its playbooks in git."""
    first = start()
    await first.live.start()
    version = await publish(first, by_chat(base=1))
    assert version.text is not None
    disk.write(COMPLAINT, version.text)
    await first.look()
    disk.write(COMPLAINT, playbook("complaint", "سه"))
    second = start()
    await second.live.start()
    assert second.draft() == "سه"
    assert second.notes() == []


async def test_an_edit_of_an_old_copy_is_a_conflict_though_another_folder_pulled_the_newest(
    start: Start, disk: Disk, tmp_path: Path
) -> None:
    other = Disk(tmp_path / "other")
    shutil.copytree(disk.folder, other.folder)
    first = start()
    await first.live.start()
    version = await publish(first, by_chat(base=1))
    assert version.text is not None
    disk.write(COMPLAINT, version.text)
    await first.look()
    assert first.newest().in_folder
    other.write(COMPLAINT, f"{playbook('complaint', 'یک')}follow_up: 2d\n")
    for _ in range(2):  # also when it is started again
        second = start(other.folder)
        await second.live.start()
        assert second.draft() == "از گفت‌وگو"
    assert [note.message for note in second.notes()] == ["publishing-conflict"]


async def test_a_mistake_made_while_aram_was_away_is_mended_like_any_other(
    start: Start, disk: Disk
) -> None:
    await start().live.start()
    disk.write(COMPLAINT, BROKEN)
    second = start()
    await second.live.start()
    assert second.draft() == "یک"
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    await second.look()
    assert second.draft() == "دو"
    assert [note.message for note in second.notes()] == ["publishing-broken"]


async def test_a_folder_that_cannot_be_opened_takes_nothing_away(
    replica: Replica, disk: Disk
) -> None:
    disk.write("en/complaint.yaml", playbook("complaint"))
    await replica.look()
    away = disk.folder.parent / "en"
    (disk.folder / "en").rename(away)
    (disk.folder / "en").symlink_to("en")  # leads to itself
    await replica.look()
    await replica.look()
    assert replica.edition().number == 3
    [note] = replica.notes()
    assert "en/complaint.yaml" in note.args[0][1]
    (disk.folder / "en").unlink()
    away.rename(disk.folder / "en")
    disk.write("en/complaint.yaml", playbook("complaint", "two"))
    await replica.look()
    assert replica.newest("en/complaint.yaml").number == 4


async def test_a_file_that_cannot_be_read_is_told_each_time_and_taken_once_it_can(
    replica: Replica, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> dict[str, bytes]:
        path = str(folder / COMPLAINT)
        raise ContentError("error-playbook-unreadable", file=path, reason="EIO")

    for number, draft in enumerate(("دو", "سه"), start=1):
        with monkeypatch.context() as broken:
            broken.setattr("bot.publishing.folder.read_folder", refuse)
            disk.write(COMPLAINT, playbook("complaint", draft))
            for _ in range(4):
                await replica.live.look()
        assert len(replica.notes()) == number
        await replica.live.look()
        assert replica.draft() == draft


async def test_a_file_whose_name_is_not_utf_8_hinders_no_other(
    replica: Replica, disk: Disk
) -> None:
    (disk.folder / os.fsdecode(b"fa/\xff.yaml")).write_text(playbook("insult"), encoding="utf-8")
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    await replica.look()
    assert replica.draft() == "دو"
    [note] = replica.notes()
    assert r"fa/\udcff.yaml" in note.args[0][1]


async def test_what_a_chat_brings_back_to_what_the_folder_holds_may_be_edited_there(
    replica: Replica, start: Start, disk: Disk
) -> None:
    await publish(replica, by_chat(base=1))
    await publish(replica, by_chat(base=3, text=playbook("complaint", "یک")))
    await replica.live.look()
    disk.write(COMPLAINT, playbook("complaint", "دو"))
    second = start()
    await second.live.start()
    assert second.draft() == "دو"
    assert second.notes() == []


async def test_trouble_that_nobody_was_there_to_hear_of_is_told_later(
    replica: Replica, disk: Disk
) -> None:
    shops = Shop(), Shop(owner_id=OWNER)
    version = replica.newest()
    for shop, told in zip(shops, (0, 1), strict=True):
        bell = Bell(shop, build_locales())
        trouble = Conflict(COMPLAINT, "mark", version)
        replica.ledger.commit(partial(bell.tell, troubles=[trouble]))
        assert len(replica.notes()) == told


async def test_an_edition_that_cannot_be_used_here_leaves_the_last_one(replica: Replica) -> None:
    """Another replica, of a newer Aram, may publish what this one cannot read."""
    change = Change(COMPLAINT, BROKEN, True, Deed.EDIT, Way.PAGE, 1, OWNER, "نگار")
    replica.ledger.commit(lambda books: books.versions.publish(change))
    await replica.look()
    assert replica.draft() == "یک"
    assert [note.message for note in replica.notes()] == ["publishing-unbuilt"]
    await publish(replica, by_chat(base=3))
    assert replica.draft() == "از گفت‌وگو"


async def test_a_reload_loses_no_turn_of_a_stream(replica: Replica, disk: Disk) -> None:
    """Turns are heard in threads, as the ledger's are, while the coach changes under them."""
    drafts: list[str] = []
    is_over = asyncio.Event()

    async def stream() -> int:
        count = 0
        while not is_over.is_set():
            drafts.append(await asyncio.to_thread(draft_of, replica.force.coach))
            count += 1
        return count

    streaming = [asyncio.create_task(stream()) for _ in range(2)]
    for number in range(5):
        disk.write(COMPLAINT, playbook("complaint", f"نوبت {number}"))
        await replica.look()
    is_over.set()
    counts = await asyncio.gather(*streaming)
    assert sum(counts) == len(drafts) > 0
    assert set(drafts) <= {"یک", *(f"نوبت {number}" for number in range(5))}
    assert replica.draft() == "نوبت 4"


async def test_an_edit_is_taken_once_the_database_answers_again(
    replica: Replica, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(work: object) -> None:
        raise StoreBusyError("error-database-unreachable", url="", reason="locked")

    disk.write(COMPLAINT, playbook("complaint", "دو"))
    with monkeypatch.context() as busy:
        busy.setattr(replica.ledger, "write", refuse)
        for _ in range(3):
            await replica.live.start()
    await replica.live.look()
    assert replica.draft() == "دو"


async def test_a_defect_in_one_look_does_not_end_the_looks(
    replica: Replica, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0

    async def fail_once(self: Live) -> None:
        nonlocal looked
        looked += 1
        raise ZeroDivisionError

    monkeypatch.setattr("bot.publishing.live.SECONDS", 0.01)
    monkeypatch.setattr(Live, "look", fail_once)
    serving = asyncio.create_task(replica.live.run())
    async with asyncio.timeout(PATIENCE_SECONDS):
        while looked < 3:
            await asyncio.sleep(0.01)
    serving.cancel()


def test_the_coach_that_is_adopted_has_heard_a_turn_before(replica: Replica) -> None:
    heard = replica.force.coach.hear(Memory(), Course(), Turn(Who.CUSTOMER, ANGRY, 1.0))
    assert heard.alert
