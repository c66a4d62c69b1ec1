"""A manager's own proposals of late: what they may want to try before they confirm it."""

from sqlalchemy import exists, func, select
from sqlmodel import Session, col

from bot.store.tables import PlaybookProposalRow, PlaybookVersionRow


def newest_open_proposal(session: Session, person_id: int, *, shop_id: int) -> int | None:
    """The number of the newest change that someone proposed and can still publish.

    That is one neither published nor dropped, whose file nobody has changed since.
    """
    changed_since = (
        exists()
        .where(col(PlaybookVersionRow.shop_id) == shop_id)
        .where(col(PlaybookVersionRow.file) == col(PlaybookProposalRow.file))
        .where(col(PlaybookVersionRow.number) > func.coalesce(col(PlaybookProposalRow.base), 0))
    )
    found = (
        select(col(PlaybookProposalRow.id))
        .where(col(PlaybookProposalRow.shop_id) == shop_id)
        .where(col(PlaybookProposalRow.person_id) == person_id)
        .where(col(PlaybookProposalRow.published).is_(None))
        .where(col(PlaybookProposalRow.dropped).is_(False))
        .where(~changed_since)
        .order_by(col(PlaybookProposalRow.id).desc())
        .limit(1)
    )
    return session.execute(found).scalar_one_or_none()
