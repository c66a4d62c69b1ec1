"""The outbox: letters wait here, in the transaction that wrote them, until they are delivered."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import ValidationError
from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    Select,
    Update,
    bindparam,
    literal_column,
    select,
)
from sqlmodel import col

from bot.core.letters import (
    Body,
    BreathLetter,
    BriefLetter,
    CardLetter,
    CopyLetter,
    Letter,
    RulingLetter,
    Urgency,
)
from bot.store.codec import body_from_json, body_to_json
from bot.store.readers import Readers
from bot.store.statements import change_of, locked_rows_where, new_row
from bot.store.tables import LetterRow, ReaderRow, table_of

LOOK_AT = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """Letters that a process brings now, and whether there may be more for it."""

    letters: tuple[Letter, ...]
    may_be_more: bool


def post(
    database: Connection, to: int, body: Body, *, urgency: Urgency, due_at: float, shop_id: int
) -> None:
    """Put a letter into the outbox; one that waits for the same screen and reader is renewed."""
    card_id = body.card_id if isinstance(body, CardLetter | CopyLetter) else None
    if isinstance(body, CardLetter | CopyLetter | BriefLetter):
        waiting = _waiting_for(database, body, to)
        if waiting is not None:
            _merge(database, waiting, body, urgency)
            return
    letter = {
        "shop_id": shop_id,
        "to": to,
        "body": body_to_json(body),
        "card_id": card_id,
        "urgency": urgency.value,
        "due_at": due_at,
    }
    database.execute(new_row(LetterRow), letter)


def due(database: Connection, now: float, limit: int) -> tuple[Letter, ...]:
    """The letters that are due, most urgent first, whoever brings them."""
    found = database.execute(_due_letters(), {"now": now, "most": limit}).all()
    return _readable(database, found)


def take(
    database: Connection, now: float, *, holder: str, most: int, busy: Collection[int]
) -> Taken:
    """The most urgent letter of each reader whom this process may bring one, and who is not `busy`.

    From now on `holder` alone brings those readers anything, until it lets them go.
    """
    readers = Readers(database, now)
    asked = _free_letters(busy).where(readers.may_bring(holder))
    seen = database.execute(asked, {"now": now, "most": LOOK_AT}).all()
    first: dict[int, int] = {}
    for number, to in seen:
        first.setdefault(to, number)
    wanted = dict(list(first.items())[:most])
    held = readers.hold(wanted, holder)
    numbers = [number for to, number in wanted.items() if to in held]
    found = database.execute(_these_letters(), {"numbers": numbers, "now": now}).all()
    return Taken(_readable(database, found), may_be_more=len(seen) == LOOK_AT)


def mark_sent(database: Connection, letter: Letter, now: float) -> None:
    """A letter has been delivered; one that was changed meanwhile stays due.

    Where the one delivered made a sound, what stays is a mere update; where it was a mere update, a
    sound that was asked for meanwhile is still to come.

    A manager's advice may quote the customer: once delivered, its words are kept no longer.
    """
    sent: dict[str, Any] = {"state": "sent", "sent_at": now, "attempts": letter.attempts + 1}
    if isinstance(letter.body, RulingLetter | BreathLetter):
        sent["body"] = ""
    body, is_same = letter.body, _change_if_same(database, letter, **sent)
    if not is_same and isinstance(body, CardLetter | CopyLetter | BriefLetter) and body.anew:
        update = body_to_json(replace(body, anew=False))
        database.execute(change_of(LetterRow), {"row_id": letter.id, "body": update})


def put_off(
    database: Connection, letter: Letter, *, now: float, seconds: float, trouble: str
) -> None:
    """A letter could not be delivered; it is due again in so many seconds, and its chat shut."""
    tried = {"due_at": now + seconds, "attempts": letter.attempts + 1, "trouble": trouble}
    database.execute(change_of(LetterRow), {"row_id": letter.id, **tried})
    Readers(database, now).shut(letter.to, seconds)


def give_up(database: Connection, letter: Letter, trouble: str) -> None:
    """A letter can never be delivered."""
    _change_if_same(
        database, letter, state="given_up", attempts=letter.attempts + 1, trouble=trouble
    )


def _change_if_same(database: Connection, letter: Letter, **values: Any) -> bool:
    """Whether the letter was still as it was taken, and so was changed."""
    same = {"row_id": letter.id, "same_revision": letter.revision}
    return database.execute(_change_of_same(), {**same, **values}).rowcount > 0


def _waiting_for(
    database: Connection, body: CardLetter | CopyLetter | BriefLetter, to: int
) -> Row[Any] | None:
    if isinstance(body, BriefLetter):
        forms = {body_to_json(replace(body, anew=anew)) for anew in (True, False)}
        found = database.execute(_waiting_without_card(), {"whose": to})
        known = next((row.id for row in found if row.body in forms), None)
        return database.execute(_still_waiting(), {"value": known}).first()
    return database.execute(_waiting_letters(), {"value": body.card_id, "whose": to}).first()


def _merge(
    database: Connection,
    waiting: Row[Any],
    newer: CardLetter | CopyLetter | BriefLetter,
    urgency: Urgency,
) -> None:
    older = _letter(waiting).body
    rings = isinstance(older, CardLetter | CopyLetter | BriefLetter) and older.anew
    anew = newer.anew or rings
    merged = body_to_json(replace(newer, anew=anew))
    changed = {
        "body": merged,
        "revision": waiting.revision + 1,
        "urgency": min(waiting.urgency, urgency.value),
    }
    database.execute(change_of(LetterRow), {"row_id": waiting.id, **changed})


def _readable(database: Connection, found: Iterable[Row[Any]]) -> tuple[Letter, ...]:
    letters = []
    for row in found:
        try:
            letters.append(_letter(row))
        except ValidationError:  # written by another version, or by hand: set aside, kept as it is
            aside = {"row_id": row.id, "state": "given_up", "trouble": "unreadable"}
            database.execute(change_of(LetterRow), aside)
    return tuple(letters)


@cache
def _due_letters() -> Select[Any]:
    return _most_urgent(select(table_of(LetterRow))).limit(bindparam("most"))


@cache
def _these_letters() -> Select[Any]:
    listed: BindParameter[Any] = bindparam("numbers", expanding=True)
    return _most_urgent(select(table_of(LetterRow))).where(col(LetterRow.id).in_(listed))


def _free_letters(busy: Collection[int]) -> Select[Any]:
    """Numbers and readers alone: of the letters that are looked at few are taken."""
    letters, readers = table_of(LetterRow), table_of(ReaderRow)
    asked = select(letters.c.id, letters.c.to).outerjoin_from(
        letters, readers, readers.c.to == letters.c.to
    )
    return _most_urgent(asked).where(letters.c.to.not_in(tuple(busy))).limit(bindparam("most"))


def _most_urgent(asked: Select[Any]) -> Select[Any]:
    """Of the letters that are due; said so that their own index serves."""
    return (
        asked.where(col(LetterRow.state) == literal_column("'due'"))
        .where(col(LetterRow.due_at) <= bindparam("now"))
        .order_by(col(LetterRow.urgency), col(LetterRow.id))
    )


@cache
def _waiting_letters() -> Select[Any]:
    waiting = locked_rows_where(LetterRow, "card_id").where(col(LetterRow.state) == "due")
    return waiting.where(col(LetterRow.to) == bindparam("whose"))


@cache
def _waiting_without_card() -> Select[Any]:
    """Bodies are compared outside of the database, which may hold them sealed."""
    columns: list[Any] = [col(LetterRow.id), col(LetterRow.body)]
    return (
        select(*columns)
        .where(col(LetterRow.state) == "due")
        .where(col(LetterRow.to) == bindparam("whose"))
        .where(col(LetterRow.card_id).is_(None))
    )


@cache
def _still_waiting() -> Select[Any]:
    return locked_rows_where(LetterRow, "id").where(col(LetterRow.state) == "due")


@cache
def _change_of_same() -> Update:
    return change_of(LetterRow).where(col(LetterRow.revision) == bindparam("same_revision"))


def _letter(row: Row[Any]) -> Letter:
    body = body_from_json(row.body)
    return Letter(row.id, row.to, body, row.attempts, row.revision, row.shop_id)
