"""The outbox: letters wait here, in the transaction that wrote them, until they are delivered."""

from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlmodel import Session, col

from bot.core.letters import Body, CardLetter, Letter, Urgency
from bot.store.codec import body_from_json, body_to_json
from bot.store.tables import LetterRow, table_of


def post(session: Session, to: int, body: Body, *, urgency: Urgency, due_at: float) -> None:
    """Put a letter into the outbox; one that waits for the same card is brought up to date."""
    card_id = body.card_id if isinstance(body, CardLetter) else None
    waiting = _waiting_for(session, card_id) if card_id is not None else None
    if waiting is not None and isinstance(body, CardLetter):
        _merge(session, waiting, body)
        return
    session.execute(
        insert(LetterRow).values(
            to=to,
            body=body_to_json(body),
            card_id=card_id,
            urgency=urgency.value,
            due_at=due_at,
        )
    )


def due(session: Session, now: float, limit: int) -> tuple[Letter, ...]:
    """The letters that may go now, most urgent first."""
    found = (
        select(table_of(LetterRow))
        .where(col(LetterRow.state) == "due")
        .where(col(LetterRow.due_at) <= now)
        .order_by(col(LetterRow.urgency), col(LetterRow.due_at), col(LetterRow.id))
        .limit(limit)
    )
    return tuple(_letter(row) for row in session.execute(found))


def next_due_at(session: Session) -> float | None:
    """When the next letter may go, in seconds; None for an empty outbox."""
    found = (
        select(col(LetterRow.due_at))
        .where(col(LetterRow.state) == "due")
        .order_by(col(LetterRow.due_at))
        .limit(1)
    )
    return session.execute(found).scalar_one_or_none()


def mark_sent(session: Session, letter: Letter, now: float) -> None:
    """A letter has been delivered; it stays due if it was changed meanwhile."""
    session.execute(
        _unchanged(letter).values(state="sent", sent_at=now, attempts=letter.attempts + 1)
    )


def put_off(session: Session, letter: Letter, until: float, trouble: str) -> None:
    """A letter could not be delivered now; it is due again at `until`."""
    session.execute(
        update(LetterRow)
        .where(col(LetterRow.id) == letter.id)
        .values(due_at=until, attempts=letter.attempts + 1, trouble=trouble)
    )


def give_up(session: Session, letter: Letter, trouble: str) -> None:
    """A letter can never be delivered."""
    session.execute(
        _unchanged(letter).values(state="given_up", attempts=letter.attempts + 1, trouble=trouble)
    )


def _unchanged(letter: Letter) -> Any:
    return (
        update(LetterRow)
        .where(col(LetterRow.id) == letter.id)
        .where(col(LetterRow.revision) == letter.revision)
    )


def _waiting_for(session: Session, card_id: int | None) -> Row[Any] | None:
    found = (
        select(table_of(LetterRow))
        .where(col(LetterRow.card_id) == card_id)
        .where(col(LetterRow.state) == "due")
    )
    return session.execute(found.with_for_update()).first()


def _merge(session: Session, waiting: Row[Any], newer: CardLetter) -> None:
    older = _letter(waiting).body
    anew = newer.anew or (isinstance(older, CardLetter) and older.anew)
    session.execute(
        update(LetterRow)
        .where(col(LetterRow.id) == waiting.id)
        .values(
            body=body_to_json(CardLetter(newer.card_id, anew)),
            revision=waiting.revision + 1,
        )
    )


def _letter(row: Row[Any]) -> Letter:
    return Letter(row.id, row.to, body_from_json(row.body), row.attempts, row.revision)
