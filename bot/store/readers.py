"""Who brings whose letters: of several processes one at a time for each reader, so order holds.

Where one process is alone with its database there is nothing to share: nobody holds a reader.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy import Connection as Database
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.tables import ReaderRow, table_of

HELD_SECONDS = 9.0
"""Longer than a process needs to say again that it brings somebody's letters."""
NOBODY = ""

_READERS = table_of(ReaderRow)


class Readers:
    """The readers as one transaction sees them; `now` is its time, in seconds."""

    def __init__(self, database: Database, now: float) -> None:
        """What several machines must agree on goes by the clock of the database they share."""
        self._database = database
        self._is_shared = database.dialect.name == "postgresql"
        self._now = now
        self._shared_now: float | None = None

    @property
    def moment(self) -> float:
        """The time by which readers are held and shut, in seconds."""
        if not self._is_shared:
            return self._now
        if self._shared_now is None:
            self._shared_now = shared_moment(self._database)
        return self._shared_now

    def may_bring(self, holder: str) -> ColumnElement[bool]:
        """For a letter joined with its reader, if any: whether `holder` may bring it now."""
        is_free = _READERS.c.holder.in_((NOBODY, holder)) | (_READERS.c.held_until <= self.moment)
        is_open = _READERS.c.shut_until <= self.moment
        return _READERS.c.to.is_(None) | (is_free & is_open)

    def hold(self, readers: Collection[int], holder: str) -> frozenset[int]:
        """Which of the readers are the holder's for a while; nobody else brings them anything."""
        if not self._is_shared or not readers:
            return frozenset(readers)
        held_until = self.moment + HELD_SECONDS
        rows = [
            {"to": to, "holder": holder, "held_until": held_until, "shut_until": 0.0}
            for to in sorted(readers)  # in one order, so that two who want the same do not block
        ]
        made = postgresql.insert(_READERS).values(rows)
        anew = {"holder": made.excluded.holder, "held_until": made.excluded.held_until}
        held = made.on_conflict_do_update(
            index_elements=[_READERS.c.to], set_=anew, where=self.may_bring(holder)
        )
        return frozenset(self._database.execute(held.returning(_READERS.c.to)).scalars())

    def renew(self, readers: Collection[int], holder: str) -> None:
        """The holder is still on the way to these."""
        if self._is_shared and readers:
            own = (_READERS.c.holder == holder) & _READERS.c.to.in_(readers)
            until = self.moment + HELD_SECONDS
            self._database.execute(update(_READERS).where(own).values(held_until=until))

    def let_go(self, to: int, holder: str, rest: float) -> None:
        """Whoever has a letter for a reader may bring it, in `rest` seconds."""
        if not self._is_shared:
            return
        own = (_READERS.c.to == to) & (_READERS.c.holder == holder)
        free = {"holder": NOBODY, "held_until": 0.0, "shut_until": self.moment + rest}
        self._database.execute(update(_READERS).where(own).values(**free))

    def shut(self, to: int, seconds: float) -> None:
        """Telegram wants no letters for a reader, or cannot be reached, for so many seconds."""
        insert = postgresql.insert if self._is_shared else sqlite.insert
        until = self.moment + seconds
        made = insert(_READERS).values(to=to, holder=NOBODY, held_until=0.0, shut_until=until)
        free = {"holder": NOBODY, "held_until": 0.0, "shut_until": until}
        shut = made.on_conflict_do_update(index_elements=[_READERS.c.to], set_=free)
        self._database.execute(shut)

    def let_go_all(self, holder: str) -> None:
        """The holder stops: whoever comes may bring its letters at once."""
        if self._is_shared:
            own = _READERS.c.holder == holder
            self._database.execute(update(_READERS).where(own).values(holder=NOBODY))

    def forget(self) -> None:
        """Forget those whom nobody holds, and who may get letters now."""
        idle = (_READERS.c.held_until <= self.moment) & (_READERS.c.shut_until <= self.moment)
        self._database.execute(delete(_READERS).where(idle))


def shared_moment(database: Database) -> float:
    """The time of a PostgreSQL that several machines use, in seconds since the epoch."""
    asked = select(func.extract("epoch", func.clock_timestamp()))
    return float(database.execute(asked).scalar_one())
