"""How things stand in the database, for whoever watches over Aram; nothing of what was said."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Select, case, func, select

from bot.core.standing import AGES, Standing
from bot.store.tables import ConversationRow, InboxRow, LetterRow, UpdateRow, table_of

_LETTERS, _INBOX = table_of(LetterRow), table_of(InboxRow)
_TALKS, _UPDATES = table_of(ConversationRow), table_of(UpdateRow)


def standing(database: Database, now: float) -> Standing:
    """As it stands, of all shops; sent letters are not counted, for they are many."""

    def one(asked: Select[Any]) -> Any:
        return database.execute(asked).scalar_one()

    due = _LETTERS.c.state == "due"
    late = due & (_LETTERS.c.due_at <= now)
    oldest = one(select(func.min(_LETTERS.c.due_at)).where(late))
    return Standing(
        letters={
            "due": one(select(func.count()).where(late)),
            "planned": one(select(func.count()).where(due, _LETTERS.c.due_at > now)),
            "given_up": one(select(func.count()).where(_LETTERS.c.state == "given_up")),
        },
        due_for=_due_for(database, now),
        oldest_due=max(0.0, now - oldest) if oldest is not None else 0.0,
        inbox=one(select(func.count()).where(_INBOX.c.set_aside_at.is_(None))),
        set_aside=one(select(func.count()).where(_INBOX.c.set_aside_at.is_not(None))),
        last_update=one(select(func.max(_UPDATES.c.at))),
        open_cards=_open_cards(database),
    )


def _due_for(database: Database, now: float) -> Mapping[str, int]:
    """How many letters are due for how long; each is counted once, where it fits first."""
    since = now - _LETTERS.c.due_at
    bounds = [(since <= most, name) for name, most in AGES.items() if most < float("inf")]
    age = case(*bounds, else_="more").label("age")
    late = (_LETTERS.c.state == "due") & (_LETTERS.c.due_at <= now)
    found = database.execute(select(age, func.count()).where(late).group_by(age))
    return dict.fromkeys(AGES, 0) | {row[0]: row[1] for row in found}


def _open_cards(database: Database) -> Mapping[int, int]:
    found = (
        select(_TALKS.c.shop_id, func.count())
        .where(_TALKS.c.card_id.is_not(None))
        .group_by(_TALKS.c.shop_id)
    )
    return {row[0]: row[1] for row in database.execute(found)}
