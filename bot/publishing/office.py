"""The managers' counter: asks the publisher so that no customer's message waits for a check."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from bot.core.deed import DeedKind
from bot.core.edition import Change, Edition, Version, Way
from bot.publishing.live import Live
from bot.publishing.publisher import Declined, Prepared, Publisher
from bot.store.books import Books
from bot.store.ledger import Ledger

type _Look = Callable[[Edition, Sequence[Change]], object]


class Office:
    """What chat and page ask for; everything it returns is committed, and in force."""

    def __init__(self, ledger: Ledger, publisher: Publisher, live: Live) -> None:
        """`live` puts in force what was published."""
        self._ledger = ledger
        self._publisher = publisher
        self._live = live

    async def prepare(self, change: Change) -> Prepared | Declined:
        """Check a change and keep it until it is confirmed."""
        return await self._decide(
            change,
            self._publisher.problems_of,
            lambda books: self._publisher.prepare(books.versions, change),
        )

    async def confirm(self, proposal_id: int, by: int) -> Version | Declined:
        """Publish a proposal; on return it is in force here, and soon in every replica."""
        proposal = await self._ledger.write(lambda books: books.versions.proposal(proposal_id))
        version = await self._decide(
            proposal.change if proposal is not None and proposal.is_open else None,
            self._publisher.errors_of,
            lambda books: _kept(books, self._publisher.confirm(books.versions, proposal_id, by)),
        )
        if isinstance(version, Version):
            await self._live.follow()
        return version

    async def drop(self, proposal_id: int, by: int) -> bool:
        """Give up a proposal; False where it is not open."""
        return await self._ledger.write(
            lambda books: self._publisher.drop(books.versions, proposal_id, by)
        )

    async def roll_back(
        self, number: int, by: int, by_name: str | None = None, *, way: Way = Way.CHAT
    ) -> Prepared | Declined:
        """Prepare a change that brings back the text and the state of a version."""
        return await self._prepare_made(
            lambda books: self._publisher.rolled_back(
                books.versions, number, way=way, by=by, by_name=by_name
            )
        )

    async def turn(
        self, file: str, on: bool, by: int, by_name: str | None = None, *, way: Way = Way.CHAT
    ) -> Prepared | Declined:
        """Prepare a change that lets a playbook speak, or be silent."""
        return await self._prepare_made(
            lambda books: self._publisher.turned(
                books.versions, file, on=on, way=way, by=by, by_name=by_name
            )
        )

    async def _prepare_made(
        self, make: Callable[[Books], Change | Declined]
    ) -> Prepared | Declined:
        made = await self._ledger.write(make)
        return made if isinstance(made, Declined) else await self.prepare(made)

    async def _decide[T](self, change: Change | None, look: _Look, act: Callable[[Books], T]) -> T:
        """Check before the transaction, which then finds it done: the forge keeps what it found.

        Where another change is published meanwhile, it is checked again, outside as before.
        """
        if change is None or not self._publisher.may(change.by):
            return await self._ledger.write(act)
        outcome = None
        while outcome is None:
            edition = await self._ledger.write(lambda books: books.versions.edition())
            await asyncio.to_thread(look, edition, [change])
            outcome = await self._ledger.write(partial(_done_in, edition, act))
        return outcome


def _kept(books: Books, outcome: Version | Declined) -> Version | Declined:
    """What came of a confirmation; a version is something done, for the owner to look up."""
    if isinstance(outcome, Version):
        about = {"file": outcome.file, "number": str(outcome.number)}
        books.roster.keep_deed(DeedKind.PUBLISHED, outcome.by, **about)
    return outcome


def _done_in[T](edition: Edition, act: Callable[[Books], T], books: Books) -> T | None:
    """What an act comes to, unless another edition is in force."""
    return act(books) if books.versions.number() == edition.number else None
