"""The whole of Aram beside a folder of playbooks: what a manager reads when an edit is broken."""

from functools import partial
from pathlib import Path

from bot.app import SHIPPED
from bot.core.edition import Change, Deed, Way
from bot.store.books import Books
from tests.publishing.conftest import ANGRY, BROKEN, COMPLAINT, INSULT, Disk, playbook
from tests.stage import Screen, Stage, stage


def told(acting: Stage) -> str:
    return "\n".join(screen.text for screen in acting.screens(acting.manager))


async def test_a_manager_is_told_of_a_broken_edit_and_the_next_card_uses_a_sound_one(
    disk: Disk, tmp_path: Path
) -> None:
    async with stage(tmp_path, playbooks_dir=disk.folder) as acting:
        acting.world.send(acting.manager, acting.bot_id, text="/start")
        await acting.settle()
        disk.write(COMPLAINT, BROKEN)
        await acting.wait_until(lambda: "apologise" in told(acting))
        assert "fa/complaint.yaml، خط ۱۰" in told(acting)
        await acting.customer_says(ANGRY)
        assert "یک" in acting.cards()[-1].text
        before = acting.app.branches.first.force.coach
        disk.write(COMPLAINT, playbook("complaint", "نوبت دو"))
        await acting.wait_until(lambda: acting.app.branches.first.force.coach is not before)
        await acting.customer_says("واقعا افتضاحه، جواب بدید")
        assert "نوبت دو" in acting.cards()[-1].text


async def test_a_first_start_beside_broken_files_serves_with_the_sound_ones(
    disk: Disk, tmp_path: Path
) -> None:
    """For a broken file of a shipped name the shipped one stands in; mended, it is taken."""
    ours = "fa/ours.yaml"
    disk.write(COMPLAINT, BROKEN)
    disk.write(ours, "id: [")
    async with stage(tmp_path, playbooks_dir=disk.folder) as acting:
        acting.world.send(acting.manager, acting.bot_id, text="/start")
        await acting.wait_until(lambda: "apologise" in told(acting))
        assert "fa/complaint.yaml، خط ۱۰" in told(acting)
        assert "fa/ours.yaml، خط ۱" in told(acting)
        texts = acting.app.ledger.commit(lambda books: books.versions.edition()).texts()
        assert texts == {
            COMPLAINT: (SHIPPED / COMPLAINT).read_text("utf-8"),
            INSULT: playbook("insult"),
        }
        await acting.customer_says(ANGRY)
        assert acting.cards()
        before = acting.app.branches.first.force.coach
        disk.write(COMPLAINT, playbook("complaint", "درست شد"))
        await acting.wait_until(lambda: acting.app.branches.first.force.coach is not before)
        await acting.customer_says("واقعا افتضاحه، جواب بدید")
        assert "درست شد" in acting.cards()[-1].text


async def test_a_first_start_with_nothing_sound_serves_with_what_is_shipped(
    tmp_path: Path,
) -> None:
    disk = Disk(tmp_path / "playbooks")
    disk.write("fa/ours.yaml", "id: [")
    async with stage(tmp_path, playbooks_dir=disk.folder) as acting:
        acting.world.send(acting.manager, acting.bot_id, text="/start")
        await acting.wait_until(lambda: "fa/ours.yaml" in told(acting))
        await acting.customer_says(ANGRY)
        assert acting.cards()


async def test_what_an_older_aram_published_and_this_one_refuses_is_mended_in_the_folder(
    disk: Disk, tmp_path: Path
) -> None:
    async with stage(tmp_path, playbooks_dir=disk.folder) as acting:
        for number, file in enumerate((COMPLAINT, INSULT), start=1):
            change = Change(file, BROKEN, True, Deed.EDIT, Way.FOLDER, number)
            acting.app.ledger.commit(partial(_publish, change=change))
        disk.write(COMPLAINT, playbook("complaint", "تازه"))
        await acting.restart()
        await acting.customer_says(ANGRY)
        assert "تازه" in acting.cards()[-1].text
        edition = acting.app.ledger.commit(lambda books: books.versions.edition())
        assert edition.texts()[COMPLAINT] == playbook("complaint", "تازه")


def _publish(books: Books, *, change: Change) -> None:
    books.versions.publish(change)


async def test_two_open_cards_of_a_seller_do_not_begin_with_the_same_words(
    disk: Disk, tmp_path: Path
) -> None:
    first = '      - "[{customer} عزیز، ]حق با شماست."\n'
    text = playbook("complaint")
    assert first in text
    disk.write(COMPLAINT, text.replace(first, '      - "یک"\n      - "دو"\n      - "سه"\n'))
    async with stage(tmp_path, playbooks_dir=disk.folder) as acting:
        other = acting.world.add_user("زهرا").id
        await acting.customer_says(ANGRY)
        await acting.customer_says(ANGRY, who=other)
        assert [_first_draft(card) for card in acting.cards()] == ["یک", "دو"]
        await acting.customer_says("افتضاحه، کلاهبردارا")
        assert _first_draft(acting.cards()[0]) == "یک", "what is on a card stays"


def _first_draft(card: Screen) -> str:
    return min(("یک", "دو", "سه"), key=lambda draft: f"{card.text}{draft}".index(draft))
