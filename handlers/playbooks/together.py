"""A change that came too late, made anew of what somebody else has published meanwhile."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from bot.core.edition import Change, Deed, Proposal, Version
from bot.store.books import Books
from bot.store.ledger import Ledger

type Hunk = tuple[int, int, tuple[str, ...]]
"""Lines of the old text from the first number to before the second, and what replaces them."""


async def made_anew(number: int, by: int, ledger: Ledger) -> Change | None:
    """An open proposal of one's own as a change of the newest version.

    None where it is no edit of a text, or both changed the same lines.
    """

    def look(books: Books) -> tuple[Proposal | None, Version | None, Version | None]:
        archive = books.versions
        proposal = archive.proposal(number)
        if proposal is None or not proposal.is_open or proposal.change.by != by:
            return None, None, None
        change = proposal.change
        base = archive.version(change.base) if change.base is not None else None
        return proposal, base, archive.edition().newest(change.file)

    proposal, base, newest = await ledger.write(look)
    if proposal is None or base is None or newest is None:
        return None
    change = proposal.change
    if change.deed is not Deed.EDIT or not (base.text and change.text and newest.text):
        return None
    text = await asyncio.to_thread(merged, base.text, change.text, newest.text)
    if text is None:
        return None
    return replace(change, text=text, is_on=newest.is_on, base=newest.number)


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Their text with my change of `base` in it; None where both changed the same lines.

    New lines beside changed ones count as the same: nobody could say which come first.
    """
    old = base.splitlines(keepends=True)
    own = list(_hunks(old, mine.splitlines(keepends=True)))
    other = list(_hunks(old, theirs.splitlines(keepends=True)))
    hunks = sorted({*own, *other})
    if any(_touch(before, after) for before, after in pairwise(hunks)):
        return None
    lines: list[str] = []
    at = 0
    for start, end, new in hunks:
        lines += [*old[at:start], *new]
        at = end
    return "".join([*lines, *old[at:]])


def _touch(before: Hunk, after: Hunk) -> bool:
    """Whether two hunks, the earlier first, meet: one begins in the other, or they are joined."""
    if after[0] == before[1]:
        return before[0] == before[1] or after[0] == after[1]
    return after[0] < before[1]


def _hunks(old: list[str], new: list[str]) -> Iterator[Hunk]:
    """Where `old` is replaced, from line to line, and by what."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield start, end, tuple(new[new_start:new_end])
