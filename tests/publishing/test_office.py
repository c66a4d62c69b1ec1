"""Changes by chat and page: shown as a difference, refused with a reason, published once."""

import threading
from dataclasses import replace
from functools import lru_cache

import pytest

from bot.content.difference import Line
from bot.content.problems import Problem
from bot.core.edition import Change, Deed, Version, Way
from bot.publishing.forge import _Content
from bot.publishing.publisher import Declined, Prepared, Refused
from tests.publishing.conftest import (
    BROKEN,
    BROKEN_LINE,
    COMPLAINT,
    INSULT,
    MANAGER,
    OWNER,
    SELLER,
    Replica,
    Start,
    playbook,
)

LATE = "fa/late.yaml"
NEW_PLAYBOOK = playbook("insult").replace("id: insult", "id: late").replace("بی‌شعور", "کو پس")


def edit(draft: str = "دو", *, base: int | None = 1, by: int = MANAGER) -> Change:
    text = playbook("complaint", draft)
    return Change(COMPLAINT, text, True, Deed.EDIT, Way.CHAT, base, by, "نگار")


async def prepared(replica: Replica, change: Change) -> Prepared:
    outcome = await replica.office.prepare(change)
    assert isinstance(outcome, Prepared), outcome
    return outcome


async def published(replica: Replica, change: Change) -> Version:
    waiting = await prepared(replica, change)
    version = await replica.office.confirm(waiting.proposal, change.by or 0)
    assert isinstance(version, Version), version
    return version


async def test_a_change_shows_its_difference_and_waits(replica: Replica) -> None:
    waiting = await prepared(replica, edit())
    assert Line("-", '      - "یک"') in waiting.difference
    assert Line("+", '      - "دو"') in waiting.difference
    assert replica.draft() == "یک"
    assert replica.edition().number == 2


async def test_confirmed_it_is_a_version_and_in_force(replica: Replica) -> None:
    version = await published(replica, edit())
    assert (version.number, version.before, version.by, version.by_name) == (3, 1, MANAGER, "نگار")
    assert replica.draft() == "دو"
    assert replica.newest() == version


async def test_confirmed_or_dropped_it_is_closed(replica: Replica) -> None:
    waiting = await prepared(replica, edit())
    assert await replica.office.drop(waiting.proposal, MANAGER)
    assert not await replica.office.drop(waiting.proposal, MANAGER)
    outcome = await replica.office.confirm(waiting.proposal, MANAGER)
    assert outcome == Declined(Refused.NOT_OPEN)
    again = await prepared(replica, edit())
    await replica.office.confirm(again.proposal, MANAGER)
    assert await replica.office.confirm(again.proposal, MANAGER) == Declined(Refused.NOT_OPEN)
    assert replica.edition().number == 3


async def test_what_nobody_proposed_cannot_be_confirmed(replica: Replica) -> None:
    assert await replica.office.confirm(77, MANAGER) == Declined(Refused.GONE)
    assert not await replica.office.drop(77, MANAGER)


async def test_another_managers_proposal_is_theirs(replica: Replica) -> None:
    waiting = await prepared(replica, edit())
    assert await replica.office.confirm(waiting.proposal, OWNER) == Declined(Refused.NOT_OPEN)
    assert not await replica.office.drop(waiting.proposal, OWNER)


async def test_only_managers_change_playbooks(replica: Replica) -> None:
    assert await replica.office.prepare(edit(by=SELLER)) == Declined(Refused.NOT_MANAGER)
    waiting = await prepared(replica, edit())
    assert await replica.office.confirm(waiting.proposal, SELLER) == Declined(Refused.NOT_MANAGER)


async def test_of_two_managers_at_once_the_second_is_told_of_the_first(replica: Replica) -> None:
    hers, his = await prepared(replica, edit()), await prepared(replica, edit("سه", by=OWNER))
    version = await replica.office.confirm(hers.proposal, MANAGER)
    assert isinstance(version, Version)
    outcome = await replica.office.confirm(his.proposal, OWNER)
    assert outcome == Declined(Refused.CONFLICT, meanwhile=version)
    late = await replica.office.prepare(edit("سه", by=OWNER))
    assert late == Declined(Refused.CONFLICT, meanwhile=version)
    assert replica.draft() == "دو"


async def test_errors_are_refused_with_their_lines(replica: Replica) -> None:
    outcome = await replica.office.prepare(replace(edit(), text=BROKEN))
    assert isinstance(outcome, Declined)
    assert outcome.reason is Refused.BROKEN
    assert [(each.file, each.line) for each in outcome.problems] == [(COMPLAINT, BROKEN_LINE)]


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "- [", "id: complaint\n" * 40_000])
async def test_no_text_does_harm(text: str, replica: Replica) -> None:
    outcome = await replica.office.prepare(replace(edit(), text=text))
    assert isinstance(outcome, Declined)
    assert outcome.reason is Refused.BROKEN


async def test_errors_that_were_there_before_hinder_nobody(replica: Replica) -> None:
    """An archive may hold what a newer Aram no longer lets pass."""
    broken = Change(INSULT, BROKEN, True, Deed.EDIT, Way.PAGE, 2)
    replica.ledger.commit(lambda books: books.versions.publish(broken))
    assert (await published(replica, edit())).number == 4
    mended = replace(edit(base=3), file=INSULT, text=playbook("insult"))
    assert (await published(replica, mended)).number == 5


async def test_what_changes_nothing_is_refused(replica: Replica) -> None:
    assert await replica.office.prepare(edit("یک")) == Declined(Refused.UNCHANGED)


@pytest.mark.parametrize("file", ["fa/none.yaml", "../../etc/passwd", "fa/../fa/x.yaml", "x.yaml"])
async def test_a_file_that_is_not_there_cannot_be_edited(file: str, replica: Replica) -> None:
    change = replace(edit(base=None), file=file)
    assert await replica.office.prepare(change) == Declined(Refused.GONE)


@pytest.mark.parametrize("file", ["../evil.yaml", "/fa/late.yaml", "fa//late.yaml", "late.yaml"])
async def test_nothing_is_added_outside_of_the_folder(file: str, replica: Replica) -> None:
    change = replace(edit(base=None), file=file, text=NEW_PLAYBOOK, deed=Deed.ADD)
    assert await replica.office.prepare(change) == Declined(Refused.GONE)


async def test_a_playbook_is_added_removed_and_added_again(replica: Replica) -> None:
    add = Change(LATE, NEW_PLAYBOOK, True, Deed.ADD, Way.CHAT, None, MANAGER)
    assert (await published(replica, add)).number == 3
    remove = replace(add, text=None, deed=Deed.REMOVE, base=3)
    assert (await published(replica, remove)).text is None
    assert LATE not in replica.edition().texts()
    assert (await published(replica, add)).before == 4


async def test_the_last_playbook_stays(replica: Replica) -> None:
    remove = Change(INSULT, None, True, Deed.REMOVE, Way.CHAT, 2, MANAGER)
    await published(replica, remove)
    outcome = await replica.office.prepare(replace(remove, file=COMPLAINT, base=1))
    assert isinstance(outcome, Declined)
    assert outcome.reason is Refused.BROKEN


async def test_off_it_is_silent_and_on_it_speaks(replica: Replica) -> None:
    for on, draft, deed in ((False, "", Deed.TURN_OFF), (True, "یک", Deed.TURN_ON)):
        waiting = await replica.office.turn(COMPLAINT, on, MANAGER, "نگار")
        assert isinstance(waiting, Prepared)
        version = await replica.office.confirm(waiting.proposal, MANAGER)
        assert isinstance(version, Version)
        assert (version.deed, version.is_on, replica.draft()) == (deed, on, draft)
    assert await replica.office.turn(COMPLAINT, True, MANAGER) == Declined(Refused.UNCHANGED)
    assert await replica.office.turn("fa/none.yaml", True, MANAGER) == Declined(Refused.GONE)


async def test_with_every_playbook_off_aram_is_silent_and_starts_again(
    replica: Replica, start: Start
) -> None:
    for file in (COMPLAINT, INSULT):
        waiting = await replica.office.turn(file, False, MANAGER)
        assert isinstance(waiting, Prepared)
        await replica.office.confirm(waiting.proposal, MANAGER)
    second = start()
    await second.live.start()
    assert replica.draft() == second.draft() == ""
    assert second.notes() == []


async def test_what_was_removed_is_rolled_back(replica: Replica) -> None:
    await published(replica, Change(COMPLAINT, None, True, Deed.REMOVE, Way.CHAT, 1, MANAGER))
    assert replica.draft() == ""
    waiting = await replica.office.roll_back(1, MANAGER)
    assert isinstance(waiting, Prepared)
    await replica.office.confirm(waiting.proposal, MANAGER)
    assert replica.draft() == "یک"


async def test_rolled_back_the_older_text_and_state_are_in_force(replica: Replica) -> None:
    await published(replica, replace(edit(), is_on=False))
    waiting = await replica.office.roll_back(1, MANAGER, "نگار", way=Way.PAGE)
    assert isinstance(waiting, Prepared)
    version = await replica.office.confirm(waiting.proposal, MANAGER)
    assert isinstance(version, Version)
    assert (version.deed, version.way, version.is_on) == (Deed.ROLL_BACK, Way.PAGE, True)
    assert replica.draft() == "یک"
    assert await replica.office.roll_back(1, MANAGER) == Declined(Refused.UNCHANGED)
    assert await replica.office.roll_back(77, MANAGER) == Declined(Refused.GONE)


async def test_no_transaction_waits_for_a_check_where_another_publishes_meanwhile(
    replica: Replica,
) -> None:
    """The ledger's one thread would keep every customer's message waiting."""
    forge, checkers = replica.live._forge, list[str]()
    other = Change(INSULT, playbook("insult", "سه"), True, Deed.EDIT, Way.CHAT, 2, OWNER)
    found = forge._found_problems

    def check(content: _Content, changed: frozenset[str]) -> tuple[Problem, ...]:
        checkers.append(threading.current_thread().name)
        if len(checkers) == 1:
            replica.ledger.commit(lambda books: books.versions.publish(other))
        return found(content, changed)

    forge._problems = lru_cache(check)
    await published(replica, edit())
    assert replica.edition().number == 4
    assert len(checkers) >= 4
    assert not any(name.startswith("ledger") for name in checkers)
