"""A manager's own change that waits, and the editions without it and with it."""

from dataclasses import dataclass

from bot.core.edition import Change, Edition
from bot.store.ledger import Ledger
from bot.store.proposals import newest_open_proposal


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change that can still be published, and the editions without it and with it."""

    change: Change
    now: Edition
    then: Edition


async def newest_of(ledger: Ledger, person_id: int) -> Waiting | None:
    """What someone proposed last, if it waits and nothing has been published over it."""
    number = await ledger.read(
        lambda session: newest_open_proposal(session, person_id, shop_id=ledger.shop.id)
    )
    return await proposed(ledger, number, person_id) if number is not None else None


async def proposed(ledger: Ledger, proposal_id: int, person_id: int) -> Waiting | None:
    """Someone's own proposal, if it waits and nothing has been published over it."""
    proposal, edition = await ledger.write(
        lambda books: (books.versions.proposal(proposal_id), books.versions.edition())
    )
    if proposal is None or not proposal.is_open or proposal.change.by != person_id:
        return None
    newest = edition.newest(proposal.change.file)
    if (newest.number if newest is not None else None) != proposal.change.base:
        return None
    return Waiting(proposal.change, edition, edition.with_change(proposal.change))
