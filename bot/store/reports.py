"""The read side: what is stored, as a page or a figure needs it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from bot.core.assessment import Signal, Tension
from bot.core.conversation import Who
from bot.store.codec import signals_from_json
from bot.store.tables import AssessmentRow, ConversationRow, TurnRow

TURNS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class AssessedTurn:
    """A customer's turn and what came of it; `decision` is a value of pace's Move or Quiet."""

    text: str
    tension: Tension
    risk: float
    decision: str
    signals: tuple[Signal, ...]


def assessed_turns(session: Session, seller_id: int, customer_id: int) -> tuple[AssessedTurn, ...]:
    """The newest assessed turns between a customer and a seller, oldest first."""
    found = (
        select(
            col(TurnRow.text),
            col(AssessmentRow.tension),
            col(AssessmentRow.risk),
            col(AssessmentRow.decision),
            col(AssessmentRow.signals),
        )
        .join(TurnRow, col(TurnRow.id) == col(AssessmentRow.turn_id))
        .join(ConversationRow, col(ConversationRow.id) == col(TurnRow.conversation_id))
        .where(col(ConversationRow.seller_id) == seller_id)
        .where(col(ConversationRow.customer_id) == customer_id)
        .where(col(TurnRow.who) == Who.CUSTOMER.value)
        .order_by(col(AssessmentRow.id).desc())
        .limit(TURNS_SHOWN)
    )
    newest_first = [
        AssessedTurn(text, Tension(tension), risk, decision, signals_from_json(signals))
        for text, tension, risk, decision, signals in session.execute(found)
    ]
    return tuple(reversed(newest_first))
