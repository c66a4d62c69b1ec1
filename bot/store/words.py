"""Which words a seller has sent or has before them, that two customers need not read the same."""

from collections.abc import Mapping

from sqlalchemy import Connection as Database
from sqlalchemy import select, update
from sqlmodel import col

from bot.core.card import CardState, Face
from bot.store.codec import from_json
from bot.store.statements import new_row_if_unknown
from bot.store.tables import CardRow, ConversationRow, WordsSentRow, table_of

CARDS_SEEN = 20


def words_sent(database: Database, seller_id: int) -> Mapping[str, float]:
    """When a seller last sent each draft, by its mark, in seconds."""
    found = select(col(WordsSentRow.draft), col(WordsSentRow.at)).where(
        col(WordsSentRow.seller_id) == seller_id
    )
    return {row.draft: row.at for row in database.execute(found)}


def words_shown(
    database: Database, seller_id: int, *, shop_id: int, before: int | None
) -> Mapping[str, float]:
    """When the drafts that stand first on a seller's newest open cards came there, by their marks.

    Of cards older than the card `before`, so that what a card says does not turn on later ones.
    """
    found = (
        select(col(CardRow.face), col(CardRow.opened_at))
        .join(ConversationRow, col(ConversationRow.id) == col(CardRow.conversation_id))
        .where(col(ConversationRow.shop_id) == shop_id)
        .where(col(CardRow.seller_id) == seller_id)
        .where(col(CardRow.state) == CardState.OPEN.value)
        .order_by(col(CardRow.id).desc())
        .limit(CARDS_SEEN)
    )
    if before is not None:
        found = found.where(col(CardRow.id) < before)
    shown: dict[str, float] = {}
    for row in database.execute(found):
        advice = from_json(Face, row.face).advice
        if advice is not None and advice.marks:
            shown.setdefault(advice.marks[0], row.opened_at)
    return shown


def keep_words_sent(database: Database, seller_id: int, draft: str, *, at: float) -> None:
    """A seller has sent a draft's words at a time, in seconds."""
    values = {"seller_id": seller_id, "draft": draft, "at": at}
    made = new_row_if_unknown(WordsSentRow, database.dialect.name)
    if database.execute(made, values).first() is not None:
        return
    sent = update(table_of(WordsSentRow)).where(col(WordsSentRow.seller_id) == seller_id)
    database.execute(sent.where(col(WordsSentRow.draft) == draft).values(at=at))
