"""The outbox: letters wait here, in the transaction that wrote them, until they are delivered."""

from functools import cache
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, Select, Update, bindparam, select
from sqlmodel import col

from bot.core.letters import Body, BriefLetter, CardLetter, Letter, Urgency
from bot.store.codec import body_from_json, body_to_json
from bot.store.statements import change_of, locked_rows_where, new_row
from bot.store.tables import LetterRow, table_of


def post(database: Connection, to: int, body: Body, *, urgency: Urgency, due_at: float) -> None:
    """Put a letter into the outbox; one that waits for the same card is brought up to date."""
    card_id = body.card_id if isinstance(body, CardLetter) else None
    waiting = _waiting_for(database, card_id) if card_id is not None else None
    if waiting is not None and isinstance(body, CardLetter):
        _merge(database, waiting, body)
        return
    letter = {
        "to": to,
        "body": body_to_json(body),
        "card_id": card_id,
        "urgency": urgency.value,
        "due_at": due_at,
    }
    database.execute(new_row(LetterRow), letter)


def due(database: Connection, now: float, limit: int) -> tuple[Letter, ...]:
    """The letters that may go now, most urgent first."""
    found = database.execute(_due_letters(), {"now": now, "most": limit}).all()
    letters = []
    for row in found:
        try:
            letters.append(_letter(row))
        except ValidationError:  # written by another version, or by hand: set aside, kept as it is
            aside = {"row_id": row.id, "state": "given_up", "trouble": "unreadable"}
            database.execute(change_of(LetterRow), aside)
    return tuple(letters)


def mark_sent(database: Connection, letter: Letter, now: float) -> None:
    """A letter has been delivered; one that was changed meanwhile stays due, as a mere update.

    A brief quotes the customer: once delivered, its words are kept no longer.
    """
    sent: dict[str, Any] = {"state": "sent", "sent_at": now, "attempts": letter.attempts + 1}
    if isinstance(letter.body, BriefLetter):
        sent["body"] = ""
    if not _change_if_same(database, letter, **sent) and isinstance(letter.body, CardLetter):
        update = body_to_json(CardLetter(letter.body.card_id, anew=False))
        database.execute(change_of(LetterRow), {"row_id": letter.id, "body": update})


def put_off(database: Connection, letter: Letter, until: float, trouble: str) -> None:
    """A letter could not be delivered now; it is due again at `until`."""
    tried = {"due_at": until, "attempts": letter.attempts + 1, "trouble": trouble}
    database.execute(change_of(LetterRow), {"row_id": letter.id, **tried})


def give_up(database: Connection, letter: Letter, trouble: str) -> None:
    """A letter can never be delivered."""
    _change_if_same(
        database, letter, state="given_up", attempts=letter.attempts + 1, trouble=trouble
    )


def _change_if_same(database: Connection, letter: Letter, **values: Any) -> bool:
    """Whether the letter was still as it was taken, and so was changed."""
    same = {"row_id": letter.id, "same_revision": letter.revision}
    return database.execute(_change_of_same(), {**same, **values}).rowcount > 0


def _waiting_for(database: Connection, card_id: int) -> Row[Any] | None:
    return database.execute(_waiting_letters(), {"value": card_id}).first()


def _merge(database: Connection, waiting: Row[Any], newer: CardLetter) -> None:
    older = _letter(waiting).body
    anew = newer.anew or (isinstance(older, CardLetter) and older.anew)
    merged = body_to_json(CardLetter(newer.card_id, anew))
    database.execute(
        change_of(LetterRow),
        {"row_id": waiting.id, "body": merged, "revision": waiting.revision + 1},
    )


@cache
def _due_letters() -> Select[Any]:
    return (
        select(table_of(LetterRow))
        .where(col(LetterRow.state) == "due")
        .where(col(LetterRow.due_at) <= bindparam("now"))
        .order_by(col(LetterRow.urgency), col(LetterRow.id))
        .limit(bindparam("most"))
    )


@cache
def _waiting_letters() -> Select[Any]:
    return locked_rows_where(LetterRow, "card_id").where(col(LetterRow.state) == "due")


@cache
def _change_of_same() -> Update:
    return change_of(LetterRow).where(col(LetterRow.revision) == bindparam("same_revision"))


def _letter(row: Row[Any]) -> Letter:
    return Letter(row.id, row.to, body_from_json(row.body), row.attempts, row.revision)
