"""A clock that was ahead and was put right: what was written meanwhile lies in the future.

Letters that were to go at once would wait until the clock is there again. That updates were dealt
with later than now is how it is known, also by the process that comes after a crash.
"""

from sqlalchemy import Connection as Database
from sqlalchemy import func, select, update

from bot.core.letters import Urgency
from bot.store.tables import LetterRow, ReaderRow, UpdateRow, table_of

SLACK_SECONDS = 30.0
"""Clocks of several machines may differ so much."""

_SEEN, _LETTERS, _READERS = table_of(UpdateRow), table_of(LetterRow), table_of(ReaderRow)


def follow_clock(database: Database, now: float) -> float:
    """Bring back what a clock that was ahead has written; by how many seconds it was put back.

    What is planned for later stays where it is.
    """
    newest = database.execute(select(func.max(_SEEN.c.at))).scalar_one()
    if newest is None or newest - now <= SLACK_SECONDS:
        return 0.0
    behind = float(newest - now)
    database.execute(update(_SEEN).where(_SEEN.c.at > now).values(at=now))
    at_once = (_LETTERS.c.urgency != Urgency.LATER.value) | _LETTERS.c.trouble.is_not(None)
    ahead = (_LETTERS.c.state == "due") & (_LETTERS.c.due_at > now) & at_once
    ahead &= _LETTERS.c.due_at <= newest + SLACK_SECONDS
    database.execute(update(_LETTERS).where(ahead).values(due_at=_LETTERS.c.due_at - behind))
    if database.dialect.name == "sqlite":  # PostgreSQL's own clock says when readers are shut
        shut = update(_READERS).where(_READERS.c.shut_until > now + SLACK_SECONDS)
        database.execute(shut.values(shut_until=_READERS.c.shut_until - behind))
    return behind
