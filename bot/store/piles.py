"""Piles as kept: they grow while a seller hands over, and are read once the seller pauses."""

from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Row, delete, select, update
from sqlmodel import col

from bot.core.letters import PileLetter, Urgency
from bot.core.pasted.pile import MOST_READ, Piece, Pile, due_at
from bot.core.people import Shop
from bot.store.codec import body_to_json, pieces_from_json, pieces_to_json
from bot.store.page import Page
from bot.store.statements import new_numbered_row
from bot.store.tables import LetterRow, PileRow, table_of

MOST_PIECES = 300
STALE_SECONDS = 120.0
"""A pile that could not be read for so long gets no more pieces: its letter may have been lost."""


class Piles(Page):
    """The piles of one shop, inside one transaction."""

    def __init__(self, database: Database, shop: Shop, now: float) -> None:
        """Read and write through `database`; `now` is the time of the transaction, in seconds."""
        super().__init__(database, shop, now)

    def add(self, person_id: int, piece: Piece) -> int:
        """Put a piece on the pile that someone is making, or begin one; the pile's number.

        Its letter is due once nothing more has come for a moment.
        """
        row = self._growing(person_id)
        if row is None:
            return self._begin(person_id, piece)
        pieces = _newest((*pieces_from_json(row.pieces), piece))
        when = due_at(row.begun_at, self.now)
        grown = {"pieces": pieces_to_json(pieces), "revision": row.revision + 1}
        self._change(PileRow, row.id, **grown)
        letters = table_of(LetterRow)
        postponed = (
            update(letters)
            .where(letters.c.id == row.letter)
            .where(letters.c.state == "due")
            .values(due_at=when, revision=letters.c.revision + 1)
        )
        self._database.execute(postponed)
        number: int = row.id
        return number

    def is_growing(self, person_id: int) -> bool:
        """Whether someone is handing something over just now."""
        return self._growing(person_id) is not None

    def find(self, pile_id: int) -> Pile | None:
        """A pile, or None where it is forgotten."""
        return self._one(col(PileRow.id) == pile_id)

    def of_inquiry(self, inquiry_id: int) -> Pile | None:
        """The pile that an inquiry is about, where its pieces are still there."""
        pile = self._one(col(PileRow.inquiry) == inquiry_id)
        return pile if pile is not None and pile.pieces else None

    def close(self, pile: Pile, *, keep_pieces: bool) -> bool:
        """A pile has been read; False where it has grown or been read meanwhile, and stays so."""
        rows = table_of(PileRow)
        values: dict[str, Any] = {"read_at": self.now}
        if not keep_pieces:
            values["pieces"] = pieces_to_json(())
        same = rows.c.id == pile.id, rows.c.revision == pile.revision, rows.c.read_at.is_(None)
        return self._database.execute(update(rows).where(*same).values(values)).rowcount > 0

    def tie(self, pile: Pile, inquiry_id: int) -> None:
        """Keep which inquiry a pile was answered by."""
        self._change(PileRow, pile.id, inquiry=inquiry_id)

    def forget(self, before: float) -> None:
        """Forget the piles of all shops that were begun before a time."""
        self._database.execute(delete(table_of(PileRow)).where(col(PileRow.begun_at) < before))

    def _begin(self, person_id: int, piece: Piece) -> int:
        begun = {
            "shop_id": self._shop.id,
            "person_id": person_id,
            "pieces": pieces_to_json((piece,)),
            "begun_at": self.now,
        }
        number: int = self._database.execute(new_numbered_row(PileRow), begun).scalar_one()
        letter = {
            "shop_id": self._shop.id,
            "to": person_id,
            "body": body_to_json(PileLetter(number)),
            "urgency": Urgency.NOW.value,
            "due_at": due_at(self.now, self.now),
        }
        posted = self._database.execute(new_numbered_row(LetterRow), letter).scalar_one()
        self._change(PileRow, number, letter=posted)
        return number

    def _growing(self, person_id: int) -> Row[Any] | None:
        found = (
            select(table_of(PileRow))
            .where(col(PileRow.shop_id) == self._shop.id)
            .where(col(PileRow.person_id) == person_id)
            .where(col(PileRow.read_at).is_(None))
            .where(col(PileRow.begun_at) > self.now - STALE_SECONDS)
            .order_by(col(PileRow.id).desc())
            .limit(1)
            .with_for_update()
        )
        return self._database.execute(found).first()

    def _one(self, which: Any) -> Pile | None:
        found = select(table_of(PileRow)).where(col(PileRow.shop_id) == self._shop.id).where(which)
        row = self._database.execute(found).first()
        if row is None:
            return None
        is_read = row.read_at is not None
        return Pile(
            row.id, row.person_id, pieces_from_json(row.pieces), row.revision, is_read, row.inquiry
        )


def _newest(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """As many of the newest as will ever be read."""
    pieces, room = pieces[-MOST_PIECES:], 2 * MOST_READ
    for number, piece in enumerate(reversed(pieces)):
        room -= len(piece.text)
        if room < 0 and number:
            return pieces[-number:]
    return pieces
