"""The archive of playbooks: every published version of every file, and what waits to become one.

Versions are numbered without a gap by a row of the table `revision`; whoever publishes holds it
until the commit, so that a higher number is never visible before a lower one.
"""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Row, Select, bindparam, delete, func, select, update
from sqlmodel import col

from bot.core.edition import Change, Deed, Edition, Proposal, Version, Way
from bot.store.revisions import PLAYBOOKS, hold, of_shop, revision, set_revision
from bot.store.statements import (
    change_of,
    new_numbered_row,
    new_row,
    new_row_if_unknown,
    rows_where,
)
from bot.store.tables import (
    PlaybookProposalRow,
    PlaybookTroubleRow,
    PlaybookVersionRow,
    table_of,
)


class Versions:
    """The archive, inside one transaction; implements `bot.core.edition.Archive`."""

    def __init__(self, database: Database, now: float, shop_id: int) -> None:
        """Read and write through `database`; `now` is the time of the transaction, in seconds."""
        self._database = database
        self._now = now
        self._shop_id = shop_id
        self._revision = of_shop(PLAYBOOKS, shop_id)

    def number(self) -> int:
        """The number of the newest version; 0 where there is none."""
        return revision(self._database, self._revision)

    def edition(self) -> Edition:
        """The newest version of every file."""
        found = self._database.execute(_newest_of_each(), {"shop": self._shop_id})
        versions = [_version(row) for row in found]
        number = max((version.number for version in versions), default=0)
        return Edition({version.file: version for version in versions}, number)

    def hold(self) -> None:
        """Nobody else publishes until this transaction ends."""
        hold(self._database, self._revision)

    def publish(self, change: Change) -> Version | None:
        """Keep a change as the newest version; None where `base` is no longer the newest."""
        self.hold()
        if self._newest_number(change.file) != change.base:
            return None
        self.publish_all([change])
        return self.version(self.number())

    def publish_all(self, changes: Sequence[Change]) -> None:
        """Keep changes of different files, each known to be of its newest version, in few steps."""
        self.hold()
        before = self.number()
        rows = [self._row(change, number) for number, change in enumerate(changes, before + 1)]
        if rows:
            self._database.execute(new_row(PlaybookVersionRow), rows)
            set_revision(self._database, self._revision, before + len(rows))

    def history(self, file: str | None, *, skip: int, most: int) -> tuple[Version, ...]:
        """A file's versions, or those of all, newest first."""
        found = self._versions().order_by(col(PlaybookVersionRow.number).desc())
        if file is not None:
            found = found.where(col(PlaybookVersionRow.file) == file)
        return tuple(map(_version, self._database.execute(found.offset(skip).limit(most))))

    def version(self, number: int) -> Version | None:
        """The version of a number."""
        found = self._versions().where(col(PlaybookVersionRow.number) == number)
        row = self._database.execute(found).one_or_none()
        return _version(row) if row is not None else None

    def has_been(self, file: str, text: str) -> bool:
        """Whether a file has ever been published with this very text."""
        if not _can_be_kept(text):
            return False
        found = (
            select(col(PlaybookVersionRow.number))
            .where(col(PlaybookVersionRow.shop_id) == self._shop_id)
            .where(col(PlaybookVersionRow.file) == file)
            .where(col(PlaybookVersionRow.text) == text)
            .limit(1)
        )
        return self._database.execute(found).first() is not None

    def mark_in_folder(self, number: int) -> None:
        """Keep that a folder holds the text of a version."""
        marked = (
            update(table_of(PlaybookVersionRow))
            .where(col(PlaybookVersionRow.shop_id) == self._shop_id)
            .where(col(PlaybookVersionRow.number) == number)
        )
        self._database.execute(marked.values(in_folder=True))

    def first_told(self, file: str, trouble: str) -> bool:
        """Whether managers have not been told of a file's trouble yet; from now on they have."""
        made = new_row_if_unknown(PlaybookTroubleRow, self._database.dialect.name)
        values = {"shop_id": self._shop_id, "file": file, "trouble": trouble, "at": self._now}
        return self._database.execute(made, values).first() is not None

    def forget_told(self, files: Collection[str]) -> None:
        """Files have no trouble any more: of the next one managers are told."""
        told = (
            delete(table_of(PlaybookTroubleRow))
            .where(col(PlaybookTroubleRow.shop_id) == self._shop_id)
            .where(col(PlaybookTroubleRow.file).in_(files))
        )
        self._database.execute(told)

    def propose(self, change: Change) -> int:
        """Keep a change until it is confirmed; its number."""
        own = {"shop_id": self._shop_id, "base": change.base, "at": self._now}
        values = _values(change) | own
        made = new_numbered_row(PlaybookProposalRow)
        number: int = self._database.execute(made, values).scalar_one()
        return number

    def proposal(self, proposal_id: int) -> Proposal | None:
        """A proposal, or None; locked until the commit."""
        found = rows_where(PlaybookProposalRow, "id").with_for_update()
        row = self._database.execute(found, {"value": proposal_id}).one_or_none()
        return _proposal(row) if row is not None and row.shop_id == self._shop_id else None

    def settle(self, proposal_id: int, *, published: int | None) -> None:
        """A proposal was published as a version, or dropped where None."""
        settled = {"row_id": proposal_id, "published": published, "dropped": published is None}
        self._database.execute(change_of(PlaybookProposalRow), settled)

    def forget_proposals(self, before: float) -> None:
        """Forget the proposals of all shops that were made before a time.

        The newest stays, so that no number is given twice: a button that bears one is still there.
        """
        rows = table_of(PlaybookProposalRow)
        newest = select(func.max(rows.c.id)).scalar_subquery()
        self._database.execute(delete(rows).where(rows.c.at < before, rows.c.id < newest))

    def _row(self, change: Change, number: int) -> dict[str, Any]:
        return _values(change) | {
            "shop_id": self._shop_id,
            "number": number,
            "at": self._now,
            "before": change.base,
            "in_folder": change.way in (Way.FOLDER, Way.TERMINAL),
        }

    def _newest_number(self, file: str) -> int | None:
        found = (
            select(func.max(col(PlaybookVersionRow.number)))
            .where(col(PlaybookVersionRow.shop_id) == self._shop_id)
            .where(col(PlaybookVersionRow.file) == file)
        )
        number: int | None = self._database.execute(found).scalar_one()
        return number

    def _versions(self) -> Select[Any]:
        rows = select(table_of(PlaybookVersionRow))
        return rows.where(col(PlaybookVersionRow.shop_id) == self._shop_id)


@cache
def _newest_of_each() -> Select[Any]:
    of_shop = col(PlaybookVersionRow.shop_id) == bindparam("shop")
    newest = (
        select(func.max(col(PlaybookVersionRow.number)))
        .where(of_shop)
        .group_by(col(PlaybookVersionRow.file))
    )
    rows = select(table_of(PlaybookVersionRow)).where(of_shop)
    return rows.where(col(PlaybookVersionRow.number).in_(newest))


def _can_be_kept(text: str) -> bool:
    """Whether every database can hold a text: no NUL, and nothing but UTF-8."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _values(change: Change) -> dict[str, Any]:
    return {
        "file": change.file,
        "text": change.text,
        "is_on": change.is_on,
        "deed": change.deed.value,
        "way": change.way.value,
        "person_id": change.by,
        "person_name": change.by_name,
    }


def _version(row: Row[Any]) -> Version:
    return Version(
        number=row.number,
        file=row.file,
        text=row.text,
        is_on=row.is_on,
        deed=Deed(row.deed),
        way=Way(row.way),
        at=row.at,
        by=row.person_id,
        by_name=row.person_name,
        before=row.before,
        in_folder=row.in_folder,
    )


def _proposal(row: Row[Any]) -> Proposal:
    change = Change(
        file=row.file,
        text=row.text,
        is_on=row.is_on,
        deed=Deed(row.deed),
        way=Way(row.way),
        base=row.base,
        by=row.person_id,
        by_name=row.person_name,
    )
    return Proposal(row.id, change, row.at, row.published, row.dropped)
