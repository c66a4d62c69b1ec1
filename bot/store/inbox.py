"""The inbox: updates kept whole before whoever brought them forgets them, until dealt with.

It is of the whole Aram, not of one shop: which shop an update concerns is found when it is dealt
with. A process holds what it keeps, and says again and again that it lives; when it has died
another takes over. Of several processes one holds all of a chat that waits, whoever was brought it,
so that a chat's order holds.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from sqlalchemy import ColumnElement, case, delete, func, null, select, update
from sqlalchemy import Connection as Database

from bot.store.readers import shared_moment
from bot.store.statements import new_row_if_unknown, row_or_change
from bot.store.tables import HolderRow, InboxRow, UpdateRow, table_of

HELD_SECONDS = 9.0
ANYBODY = ""
MOST_LEFT = 20
_LANES = 4721  # of PostgreSQL's advisory locks; any number that is ours alone


@dataclass(frozen=True, slots=True)
class Kept:
    """An update as text, its number, the chat whose order it belongs to, and whether offered."""

    number: int
    lane: int
    body: str
    is_offered: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """The numbers of updates that are new and one's own; what else of their chats waits for one.

    By chats; some of it others may have been brought.
    """

    mine: frozenset[int]
    waiting: Mapping[int, Collection[int]]


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
        self._is_shared = database.dialect.name == "postgresql"
        self._shared_now: float | None = None
        self._rows, self._holders = table_of(InboxRow), table_of(HolderRow)
        self._own = self._rows.c.bot_id == bot_id
        self._waiting = self._own & self._rows.c.set_aside_at.is_(None)
        self._held = self._waiting & (self._rows.c.holder == holder)

    def keep(self, updates: Iterable[Kept]) -> Placed:
        """Keep updates; which of them are new, and this process's to deal with."""
        self._be_holder()
        listed = tuple(updates)
        self._lock({each.lane for each in listed})
        unknown = [each for each in listed if self._is_unknown(each)]
        holders = {each.number: self._holder_for(each) for each in unknown}
        self._hold_lanes({each.lane for each in unknown if holders[each.number] == ANYBODY})
        waiting = {each.lane: self.left_of(each.lane) for each in unknown}
        mine = [
            each.number
            for each in unknown
            if self._insert(each, holders[each.number] or self._holder)
            and holders[each.number] in (ANYBODY, self._holder)
        ]
        return Placed(frozenset(mine), waiting)

    def next_of(self, lane: int, most: int) -> Sequence[Kept]:
        """The first updates of a chat that this process holds, in their order."""
        rows = self._rows
        mine = self._held & (rows.c.lane == lane) & rows.c.is_offered.is_(False)
        return self._look(mine, most)

    def claim(self, kept: Kept) -> None:
        """An update that was offered is Aram's."""
        self._be_holder()
        if not (self._is_unknown(kept) and self._insert(kept, self._holder)):
            one = self._own & (self._rows.c.update_id == kept.number)
            self._database.execute(update(self._rows).where(one).values(is_offered=False))

    def take_over(self, *, at_once: bool) -> tuple[frozenset[int], Sequence[Kept]]:
        """Hold what a dead process held, `at_once` also where it may live.

        The chats of it, and what of it is still offered.
        """
        rows = self._rows
        self._bury(at_once=at_once)
        living = select(self._holders.c.holder).where(self._holders.c.bot_id == self._bot_id)
        others = self._waiting & (rows.c.holder != self._holder)
        left = others if at_once else others & rows.c.holder.not_in(living)
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

    def forget(self, number: int, lane: int) -> Collection[int]:
        """An update has been dealt with; it is known if it comes again.

        The next of its chat, where others may have been brought them for this process.
        """
        self._lock({lane})
        one = self._own & (self._rows.c.update_id == number)
        self._database.execute(delete(self._rows).where(one))
        seen = new_row_if_unknown(UpdateRow, self._database.dialect.name)
        values = {"bot_id": self._bot_id, "id": number, "at": self._now}
        self._database.execute(seen, values)
        return self.left_of(lane)

    def left_of(self, lane: int) -> Collection[int]:
        """The next of a chat; nothing where no other process could have been brought any."""
        if not self._is_shared:
            return ()
        return [each.number for each in self.next_of(lane, MOST_LEFT)]

    def set_aside(self, kept: Kept, *, attempts: int, trouble: str) -> bool:
        """Keep an update that cannot be dealt with; whether it is the only one of its kind."""
        self._lock({kept.lane})
        others = select(self._rows.c.update_id).where(self._rows.c.set_aside_at.is_not(None))
        is_first = self._database.execute(others.limit(1)).first() is None
        self._insert(kept, self._holder)
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

    def living(self) -> int:
        """How many processes serve the bot, this one among them."""
        holders = self._holders
        live = (holders.c.bot_id == self._bot_id) & (holders.c.held_until >= self._moment)
        count = self._database.execute(select(func.count()).where(live)).scalar_one()
        return max(1, int(count))

    def _is_unknown(self, kept: Kept) -> bool:
        """Whether an update is neither here nor was ever dealt with."""
        seen, rows = table_of(UpdateRow), self._rows
        dealt = select(seen.c.id).where(seen.c.bot_id == self._bot_id, seen.c.id == kept.number)
        here = select(rows.c.update_id).where(self._own, rows.c.update_id == kept.number)
        return self._database.execute(dealt.union_all(here)).first() is None

    def _holder_for(self, kept: Kept) -> str:
        """Who deals with a new update: whoever holds what waits of its chat; else this process.

        What is offered stays with the process whose host decides. `ANYBODY` holds what a process
        has left that stopped. What is left by a dead one goes with the rest to its heir.
        """
        if kept.is_offered or not self._is_shared:
            return self._holder
        rows = self._rows
        waiting = select(rows.c.holder).where(self._waiting, rows.c.lane == kept.lane)
        first = waiting.order_by(rows.c.holder != self._holder, rows.c.update_id).limit(1)
        while True:
            found = self._database.execute(first).scalar_one_or_none()
            if found is None or found == self._holder:
                return self._holder
            if found == ANYBODY or self._stays(found):
                return str(found)

    def _stays(self, holder: str) -> bool:
        """Whether a process is known; until the commit nobody takes over what it holds."""
        holders = self._holders
        one = (holders.c.bot_id == self._bot_id) & (holders.c.holder == holder)
        asked = select(holders.c.holder).where(one).with_for_update(read=True)
        return self._database.execute(asked).first() is not None

    def _hold_lanes(self, lanes: Collection[int]) -> None:
        """Take over what a process that stopped has left of these chats."""
        if lanes:
            rows = self._rows
            left = self._waiting & (rows.c.holder == ANYBODY) & rows.c.lane.in_(lanes)
            self._database.execute(update(rows).where(left).values(holder=self._holder))

    def _lock(self, lanes: Collection[int]) -> None:
        """Until the commit no other process keeps, or is done with, anything of these chats."""
        if not self._is_shared:
            return
        for key in sorted(crc32(b"%d:%d" % (self._bot_id, lane)) - 2**31 for lane in lanes):
            self._database.execute(select(func.pg_advisory_xact_lock(_LANES, key)))

    def _insert(self, kept: Kept, holder: str) -> bool:
        values = {
            "bot_id": self._bot_id,
            "update_id": kept.number,
            "lane": kept.lane,
            "body": kept.body,
            "came_at": self._now,
            "is_offered": kept.is_offered,
            "attempts": 0,
            "holder": holder,
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
        held_until = self._moment + HELD_SECONDS
        return {"bot_id": self._bot_id, "holder": self._holder, "held_until": held_until}

    @property
    def _is_self(self) -> ColumnElement[bool]:
        holders = self._holders
        return (holders.c.bot_id == self._bot_id) & (holders.c.holder == self._holder)

    @property
    def _moment(self) -> float:
        """The time by which processes live: of the database, where several machines share it."""
        if self._is_shared and self._shared_now is None:
            self._shared_now = shared_moment(self._database)
        return self._now if self._shared_now is None else self._shared_now

    def _bury(self, *, at_once: bool) -> None:
        """Forget the dead processes, or `at_once` all others."""
        holders = self._holders
        others = (holders.c.bot_id == self._bot_id) & (holders.c.holder != self._holder)
        dead = others if at_once else others & (holders.c.held_until < self._moment)
        self._database.execute(delete(holders).where(dead))

    def _look(self, which: ColumnElement[bool], most: int) -> Sequence[Kept]:
        rows = self._rows
        asked = select(rows).where(which).order_by(rows.c.update_id).limit(most)
        return [
            Kept(row.update_id, row.lane, row.body, row.is_offered)
            for row in self._database.execute(asked)
        ]
