"""Customers' turns as kept, each with what Aram made of it in its place."""

from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Row, Select, select
from sqlmodel import col

from bot.core.assessment import Assessment, Situation, Tension
from bot.core.conversation import Who
from bot.core.inquiry import KeptTurn, Opinion
from bot.core.masking import masked
from bot.core.pace import Move, Quiet
from bot.store.codec import signals_from_json
from bot.store.sealing import likenesses
from bot.store.tables import AssessmentRow, ConversationRow, TurnRow


def turn_of_number(database: Database, turn_id: int, *, shop_id: int) -> KeptTurn | None:
    """A turn by its number; one edited late is kept with the opinion on its older words."""
    return _first(database, _newest(shop_id).where(col(TurnRow.id) == turn_id))


def newest_turn_like(
    database: Database,
    text: str,
    *,
    said_at: float | None,
    seller_id: int | None,
    shop_id: int,
) -> KeptTurn | None:
    """The newest turn of these words, that of `said_at` first; one seller's, or anybody's.

    Edited turns are passed over: one that Aram no longer remembered was not assessed again.
    """
    same = _newest(shop_id).where(col(TurnRow.edited).is_(False))
    if seller_id is not None:
        same = same.where(col(ConversationRow.seller_id) == seller_id)
    alike = same.where(col(TurnRow.likeness).in_(_all_likenesses(database, text)))
    if said_at is not None:
        found = _first(database, alike.where(col(TurnRow.at) == said_at))
        if found is not None:
            return found
    return _first(database, alike)


def _all_likenesses(database: Database, text: str) -> list[str]:
    """Of words as they were said, and as they are kept where the shop masks what is private."""
    kept = dict.fromkeys((text, masked(text)))
    return [digest for each in kept for digest in likenesses(database.dialect, each)]


def _newest(shop_id: int) -> Select[Any]:
    """A turn of a shop; one that was edited while Aram remembered it has several assessments."""
    columns: list[Any] = [
        col(TurnRow.id),
        col(TurnRow.text),
        col(AssessmentRow.tension),
        col(AssessmentRow.risk),
        col(AssessmentRow.situations),
        col(AssessmentRow.signals),
        col(AssessmentRow.decision),
    ]
    return (
        select(*columns)
        .join(AssessmentRow, col(AssessmentRow.turn_id) == col(TurnRow.id))
        .join(ConversationRow, col(ConversationRow.id) == col(TurnRow.conversation_id))
        .where(col(ConversationRow.shop_id) == shop_id)
        .where(col(TurnRow.who) == Who.CUSTOMER.value)
        .order_by(col(TurnRow.id).desc(), col(AssessmentRow.id).desc())
        .limit(1)
    )


def _first(database: Database, found: Select[Any]) -> KeptTurn | None:
    row = database.execute(found).first()
    return _turn(row) if row is not None else None


def _turn(row: Row[Any]) -> KeptTurn:
    assessment = Assessment(
        tension=Tension(row.tension),
        situations=tuple(map(Situation, row.situations.split())),
        risk=row.risk,
        signals=signals_from_json(row.signals),
    )
    return KeptTurn(row.id, row.text, Opinion(assessment, _decision(row.decision)))


def _decision(value: str) -> Move | Quiet:
    return Move(value) if value in set(Move) else Quiet(value)
