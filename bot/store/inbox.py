"""The inbox: updates kept whole before whoever brought them forgets them, until dealt with.

It is of the whole Aram, not of one shop: which shop an update concerns is found when it is dealt
with. A process holds what it keeps, and says again and again that it lives; when it has died
another takes over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, delete, null, select, update
from sqlalchemy import Connection as Database
from sqlmodel import col

from bot.store.statements import new_row_if_unknown, row_or_change
from bot.store.tables import HolderRow, InboxRow, UpdateRow, table_of

HELD_SECONDS = 15.0
ANYBODY = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """An update as text, its number, the chat whose order it belongs to, and whether offered."""

    number: int
    lane: int
    body: str
    is_offered: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """An update that was set aside; times are in seconds."""

    update_id: int
    bot_id: int
    body: str
    came_at: float
    attempts: int
    trouble: str
    set_aside_at: float


class Inbox:
    """What one process sees of the inbox of one bot, inside one transaction."""

    def __init__(self, database: Database, now: float, *, bot_id: int, holder: str) -> None:
        """`holder` names the process; `now` is the time of the transaction, in seconds."""
        self._database = database
        self._now = now
        self._bot_id = bot_id
        self._holder = holder
        self._rows, self._holders = table_of(InboxRow), table_of(HolderRow)
        self._own = self._rows.c.bot_id == bot_id
        self._waiting = self._own & self._rows.c.set_aside_at.is_(None)
        self._held = self._waiting & (self._rows.c.holder == holder)

    def keep(self, updates: Iterable[Kept]) -> frozenset[int]:
        """Keep updates; the numbers of those that are neither here nor were ever dealt with."""
        self._be_holder()
        return frozenset(each.number for each in updates if self._keep(each))

    def next_of(self, lane: int, most: int) -> Sequence[Kept]:
        """The first updates of a chat that this process holds, in their order."""
        rows = self._rows
        mine = self._held & (rows.c.lane == lane) & rows.c.is_offered.is_(False)
        return self._look(mine, most)

    def claim(self, kept: Kept) -> None:
        """An update that was offered is Aram's."""
        self._be_holder()
        if not self._keep(kept):
            one = self._own & (self._rows.c.update_id == kept.number)
            self._database.execute(update(self._rows).where(one).values(is_offered=False))

    def take_over(self, *, at_once: bool) -> tuple[frozenset[int], Sequence[Kept]]:
        """Hold what a dead process held, `at_once` also where it may live.

        The chats of it, and what of it is still offered.
        """
        rows, dead = self._rows, self._bury(at_once=at_once)
        others = self._waiting & (rows.c.holder != self._holder)
        left = others if at_once else others & rows.c.holder.in_((ANYBODY, *dead))
        body = case((rows.c.is_offered, rows.c.body), else_=null())
        hold = update(rows).where(left).values(holder=self._holder)
        taken = self._database.execute(hold.returning(rows.c.update_id, rows.c.lane, body)).all()
        offered = [Kept(number, lane, body, True) for number, lane, body in taken if body]
        lanes = frozenset(lane for _, lane, _ in taken)
        return lanes, sorted(offered, key=lambda each: each.number)

    def renew(self) -> None:
        """This process lives, and goes on with what it holds."""
        made = row_or_change(HolderRow, self._database.dialect.name)
        self._database.execute(made, self._as_holder())

    def release(self) -> None:
        """This process ends: whoever comes may go on at once."""
        self._database.execute(delete(self._holders).where(self._is_self))
        self._database.execute(update(self._rows).where(self._held).values(holder=ANYBODY))

    def forget(self, number: int) -> None:
        """An update has been dealt with; it is known if it comes again."""
        one = self._own & (self._rows.c.update_id == number)
        self._database.execute(delete(self._rows).where(one))
        seen = new_row_if_unknown(UpdateRow, self._database.dialect.name)
        self._database.execute(seen, {"id": number, "at": self._now})

    def set_aside(self, kept: Kept, *, attempts: int, trouble: str) -> bool:
        """Keep an update that cannot be dealt with; whether it is the only one of its kind."""
        others = select(self._rows.c.update_id).where(self._rows.c.set_aside_at.is_not(None))
        is_first = self._database.execute(others.limit(1)).first() is None
        self._insert(kept)
        one = self._own & (self._rows.c.update_id == kept.number)
        told = {"attempts": attempts, "trouble": trouble, "set_aside_at": self._now}
        self._database.execute(update(self._rows).where(one).values(**told))
        return is_first

    def asides(self, number: int | None = None) -> Sequence[Aside]:
        """What was set aside, of whichever bot, oldest first; or the one of a number."""
        rows = self._rows
        asked = select(rows).where(rows.c.set_aside_at.is_not(None)).order_by(rows.c.update_id)
        if number is not None:
            asked = asked.where(rows.c.update_id == number)
        names = Aside.__slots__
        found = self._database.execute(asked).mappings()
        return [Aside(**{name: row[name] for name in names}) for row in found]

    def retry(self, number: int | None = None) -> int:
        """Let what was set aside, or the one of a number, be tried again; how many there are."""
        again = {"set_aside_at": None, "attempts": 0, "holder": ANYBODY}
        change = update(self._rows).where(self._rows.c.set_aside_at.is_not(None)).values(**again)
        if number is not None:
            change = change.where(self._rows.c.update_id == number)
        return self._database.execute(change).rowcount

    def _keep(self, kept: Kept) -> bool:
        seen = select(col(UpdateRow.id)).where(col(UpdateRow.id) == kept.number)
        return self._database.execute(seen).first() is None and self._insert(kept)

    def _insert(self, kept: Kept) -> bool:
        values = {
            "bot_id": self._bot_id,
            "update_id": kept.number,
            "lane": kept.lane,
            "body": kept.body,
            "came_at": self._now,
            "is_offered": kept.is_offered,
            "attempts": 0,
            "holder": self._holder,
        }
        made = new_row_if_unknown(InboxRow, self._database.dialect.name)
        return self._database.execute(made, values).first() is not None

    def _be_holder(self) -> None:
        """Whoever keeps updates is known to live, until it ought to have said so again.

        Nobody takes it for dead before the commit, so that nothing is left without a holder.
        """
        own = select(self._holders.c.holder).where(self._is_self).with_for_update(read=True)
        if self._database.execute(own).first() is not None:
            return
        made = new_row_if_unknown(HolderRow, self._database.dialect.name)
        self._database.execute(made, self._as_holder())

    def _as_holder(self) -> dict[str, str | float]:
        held_until = self._now + HELD_SECONDS
        return {"bot_id": self._bot_id, "holder": self._holder, "held_until": held_until}

    @property
    def _is_self(self) -> ColumnElement[bool]:
        holders = self._holders
        return (holders.c.bot_id == self._bot_id) & (holders.c.holder == self._holder)

    def _bury(self, *, at_once: bool) -> Sequence[str]:
        """The dead processes, or `at_once` all others; each is given to one of those who ask."""
        holders = self._holders
        others = (holders.c.bot_id == self._bot_id) & (holders.c.holder != self._holder)
        dead = others if at_once else others & (holders.c.held_until < self._now)
        bury = delete(holders).where(dead).returning(holders.c.holder)
        return self._database.execute(bury).scalars().all()

    def _look(self, which: ColumnElement[bool], most: int) -> Sequence[Kept]:
        rows = self._rows
        asked = select(rows).where(which).order_by(rows.c.update_id).limit(most)
        return [
            Kept(row.update_id, row.lane, row.body, row.is_offered)
            for row in self._database.execute(asked)
        ]
