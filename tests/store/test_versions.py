"""The archive of playbooks: numbered without a gap, nothing overwritten, proposals settled once."""

from dataclasses import replace

import pytest

from bot.core.edition import Archive, Change, Deed, Edition, Proposal, Version, Way
from bot.store.ledger import Ledger
from bot.store.versions import Versions
from tests.store.conftest import Clock

FILE, OTHER = "fa/complaint.yaml", "fa/insult.yaml"
MANAGER = 2**52 + 7


def change(text: str | None, *, file: str = FILE, base: int | None = None) -> Change:
    deed = Deed.EDIT if base else Deed.ADD
    return Change(file, text, True, deed, Way.CHAT, base, MANAGER, "نگار")


def publish(ledger: Ledger, wanted: Change) -> Version | None:
    return ledger.commit(lambda books: books.versions.publish(wanted))


def edition(ledger: Ledger) -> Edition:
    return ledger.commit(lambda books: books.versions.edition())


def test_an_archive_without_versions(ledger: Ledger) -> None:
    assert edition(ledger) == Edition()
    assert ledger.commit(lambda books: books.versions.number()) == 0
    assert ledger.commit(lambda books: books.versions.version(1)) is None


def test_a_version_says_who_when_and_what(ledger: Ledger, clock: Clock) -> None:
    first = publish(ledger, change("یک"))
    assert first == Version(
        number=1,
        file=FILE,
        text="یک",
        is_on=True,
        deed=Deed.ADD,
        way=Way.CHAT,
        at=clock.now,
        by=MANAGER,
        by_name="نگار",
    )
    clock.now += 60
    second = publish(ledger, replace(change("دو", base=1), is_on=False))
    assert second is not None
    assert (second.number, second.before, second.at) == (2, 1, clock.now)
    assert not second.is_on
    assert ledger.commit(lambda books: books.versions.version(1)) == first


def test_numbers_count_all_files_and_the_edition_has_the_newest_of_each(ledger: Ledger) -> None:
    publish(ledger, change("یک"))
    publish(ledger, change("دیگر", file=OTHER))
    publish(ledger, change("دو", base=1))
    now = edition(ledger)
    assert {file: version.number for file, version in now.versions.items()} == {FILE: 3, OTHER: 2}
    assert now.number == 3
    assert now.texts() == {FILE: "دو", OTHER: "دیگر"}


def test_a_removed_file_keeps_its_versions_and_has_no_text(ledger: Ledger) -> None:
    publish(ledger, change("یک"))
    publish(ledger, replace(change(None, base=1), deed=Deed.REMOVE))
    now = edition(ledger)
    assert now.texts() == {}
    assert now.versions[FILE].deed is Deed.REMOVE
    assert ledger.commit(lambda books: books.versions.version(1)) is not None


@pytest.mark.parametrize("base", [None, 1, 99])
def test_what_is_not_made_from_the_newest_is_refused_and_takes_no_number(
    base: int | None, ledger: Ledger
) -> None:
    publish(ledger, change("یک"))
    publish(ledger, change("دو", base=1))
    assert publish(ledger, change("سه", base=base)) is None
    assert edition(ledger).texts() == {FILE: "دو"}
    third = publish(ledger, change("سه", base=2))
    assert third is not None
    assert third.number == 3


def test_what_is_undone_leaves_no_gap(ledger: Ledger) -> None:
    def fail_after_publishing(archive: Archive) -> None:
        archive.publish(change("یک"))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        ledger.commit(lambda books: fail_after_publishing(books.versions))
    assert ledger.commit(lambda books: books.versions.number()) == 0
    first = publish(ledger, change("یک"))
    assert first is not None
    assert first.number == 1


def test_history_is_newest_first_of_one_file_or_of_all(ledger: Ledger) -> None:
    publish(ledger, change("یک"))
    publish(ledger, change("دیگر", file=OTHER))
    publish(ledger, change("دو", base=1))

    def numbers(file: str | None, *, skip: int = 0, most: int = 9) -> list[int]:
        found = ledger.commit(lambda books: books.versions.history(file, skip=skip, most=most))
        return [version.number for version in found]

    assert numbers(None) == [3, 2, 1]
    assert numbers(FILE) == [3, 1]
    assert numbers(None, skip=1, most=1) == [2]


def test_a_text_that_was_once_published_is_known(ledger: Ledger) -> None:
    publish(ledger, change("یک"))
    publish(ledger, change("دو", base=1))

    def has_been(text: str, file: str = FILE) -> bool:
        return ledger.commit(lambda books: books.versions.has_been(file, text))

    assert has_been("یک")
    assert has_been("دو")
    assert not has_been("یک\n")
    assert not has_been("یک", OTHER)
    assert not has_been("\0"), "PostgreSQL refuses to be asked"
    assert not has_been("\udc80"), "no UTF-8"


@pytest.mark.parametrize(
    ("way", "in_folder"),
    [(Way.FOLDER, True), (Way.TERMINAL, True), (Way.CHAT, False), (Way.PAGE, False)],
)
def test_what_comes_from_a_folder_is_in_a_folder(way: Way, in_folder: bool, ledger: Ledger) -> None:
    made = publish(ledger, replace(change("یک"), way=way))
    assert made is not None
    assert made.in_folder is in_folder
    ledger.commit(lambda books: books.versions.mark_in_folder(1))
    assert edition(ledger).versions[FILE].in_folder


def test_a_proposal_waits_and_is_published(ledger: Ledger, clock: Clock) -> None:
    wanted = replace(change(None, base=4), deed=Deed.REMOVE, is_on=False)
    number = ledger.commit(lambda books: books.versions.propose(wanted))
    proposal = ledger.commit(lambda books: books.versions.proposal(number))
    assert proposal is not None
    assert (proposal.change, proposal.at, proposal.is_open) == (wanted, clock.now, True)
    ledger.commit(lambda books: books.versions.settle(number, published=5))
    proposal = ledger.commit(lambda books: books.versions.proposal(number))
    assert proposal is not None
    assert (proposal.published, proposal.dropped, proposal.is_open) == (5, False, False)


def test_a_proposal_that_is_dropped_is_closed(ledger: Ledger) -> None:
    number = ledger.commit(lambda books: books.versions.propose(change("یک")))
    ledger.commit(lambda books: books.versions.settle(number, published=None))
    proposal = ledger.commit(lambda books: books.versions.proposal(number))
    assert proposal is not None
    assert (proposal.published, proposal.dropped, proposal.is_open) == (None, True, False)
    assert ledger.commit(lambda books: books.versions.proposal(number + 1)) is None


def test_managers_are_told_of_a_trouble_once_until_it_is_mended(ledger: Ledger) -> None:
    def first_told(file: str, trouble: str) -> bool:
        return ledger.commit(lambda books: books.versions.first_told(file, trouble))

    assert first_told(FILE, "a")
    assert not first_told(FILE, "a")
    assert first_told(FILE, "b")
    assert first_told(OTHER, "a")
    ledger.commit(lambda books: books.versions.forget_told({FILE}))
    assert first_told(FILE, "a")
    assert not first_told(OTHER, "a")


def test_it_is_the_archive_that_core_asks_for(ledger: Ledger) -> None:
    archive: Archive = ledger.commit(lambda books: books.versions)
    assert isinstance(archive, Versions)


def test_old_proposals_are_forgotten_and_their_numbers_not_given_again(
    ledger: Ledger, clock: Clock
) -> None:
    def propose(text: str) -> int:
        return ledger.commit(lambda books: books.versions.propose(change(text)))

    def found(number: int) -> Proposal | None:
        return ledger.commit(lambda books: books.versions.proposal(number))

    old = [propose("یک"), propose("دو")]
    clock.now += 3600
    ledger.commit(lambda books: books.versions.forget_proposals(clock.now))
    assert found(old[0]) is None
    assert found(old[1]) is not None, "the newest keeps its number taken"
    fresh = propose("سه")
    ledger.commit(lambda books: books.versions.forget_proposals(clock.now))
    assert found(old[1]) is None
    assert fresh > old[1]
    assert (left := found(fresh)) is not None
    assert left.change.text == "سه"
