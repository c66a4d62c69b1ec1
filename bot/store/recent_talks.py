"""The shop's own conversations of late, for a rehearsal of playbooks."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col

from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.course import Course
from bot.core.press import Action, Press
from bot.core.rehearsal import Talk
from bot.core.shelf import Conversation, Place
from bot.store.books import Books
from bot.store.tables import CardRow, ConversationRow, PressRow, TurnRow
from bot.store.talks import place_of

MOST_TURNS = 2_000
LETTERS_READ = 2_000
"""So much of each message; detection reads no more of it that matters."""


@dataclass(frozen=True, slots=True)
class RecentTalk:
    """What was said at a place since a time, and what its seller pressed; both oldest first."""

    place: Place
    turns: tuple[Turn, ...]
    presses: tuple[Press, ...] = ()


def recent_talks(
    session: Session, since: float, *, shop_id: int, most_turns: int = MOST_TURNS
) -> tuple[RecentTalk, ...]:
    """A shop's newest `most_turns` turns since a time in seconds, by talk, newest talk first.

    Where there are more turns, the oldest talk lacks its beginning.
    """
    turns: dict[int, list[Turn]] = defaultdict(list)
    for row in _newest_turns(session, shop_id, since, most_turns):
        turns[row.conversation_id].append(_turn(row))
    presses = _presses(session, since, list(turns))
    places = _places(session, list(turns))
    return tuple(
        RecentTalk(places[number], tuple(reversed(said)), tuple(presses[number]))
        for number, said in turns.items()
    )


def for_rehearsal(books: Books, recent: RecentTalk) -> Talk:
    """A talk with the people that its cards are for."""
    place = recent.place
    return Talk(
        id=place.key,
        channel=place.channel,
        turns=recent.turns,
        audience=books.audience(Conversation(0, place, Memory(), Course())),
        customer=place.customer_name,
        presses=recent.presses,
    )


def _newest_turns(session: Session, shop_id: int, since: float, most: int) -> Sequence[Row[Any]]:
    columns: list[Any] = [
        col(TurnRow.conversation_id),
        col(TurnRow.who),
        col(TurnRow.at),
        col(TurnRow.text),
        col(TurnRow.media),
        col(ConversationRow.channel),
    ]
    found = (
        select(*columns)
        .join(ConversationRow, col(ConversationRow.id) == col(TurnRow.conversation_id))
        .where(col(ConversationRow.shop_id) == shop_id)
        .where(col(TurnRow.at) >= since)
        .order_by(col(TurnRow.at).desc(), col(TurnRow.id).desc())
        .limit(most)
    )
    return session.execute(found).all()


def _turn(row: Row[Any]) -> Turn:
    return Turn(
        who=Who(row.who),
        text=row.text[:LETTERS_READ],
        at=row.at,
        channel=Channel(row.channel),
        media=row.media,
    )


def _presses(session: Session, since: float, numbers: list[int]) -> dict[int, list[Press]]:
    found = (
        select(
            col(CardRow.conversation_id),
            col(PressRow.card_id),
            col(PressRow.action),
            col(PressRow.person_id),
            col(PressRow.at),
        )
        .join(CardRow, col(CardRow.id) == col(PressRow.card_id))
        .where(col(PressRow.at) >= since)
        .where(col(CardRow.conversation_id).in_(numbers))
        .order_by(col(PressRow.id))
    )
    presses: dict[int, list[Press]] = defaultdict(list)
    for number, card_id, action, by, at in session.execute(found):
        presses[number].append(Press(card_id, Action(action), by, at))
    return presses


def _places(session: Session, numbers: list[int]) -> dict[int, Place]:
    found = select(ConversationRow).where(col(ConversationRow.id).in_(numbers))
    return {row.id: place_of(row) for row in session.scalars(found) if row.id is not None}
