"""What a database holds at the end of a run, in a form that can be held against another's."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Row, Select, func, select

from bot.core.people import Shop
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.tables import (
    AssessmentRow,
    CardRow,
    ConversationRow,
    FigureDayRow,
    InboxRow,
    LetterRow,
    TalkDayRow,
    TroubleRow,
    TurnRow,
    table_of,
)

_TURNS, _TALKS = table_of(TurnRow), table_of(ConversationRow)
_FOUND, _CARDS = table_of(AssessmentRow), table_of(CardRow)
_LETTERS, _INBOX = table_of(LetterRow), table_of(InboxRow)
_TROUBLES, _DAYS, _FIGURES = table_of(TroubleRow), table_of(TalkDayRow), table_of(FigureDayRow)

_OF_TROUBLE = (
    *("day", "seller_id", "channel", "opened_at", "playbook", "about", "peak", "turns"),
    *("answered_at", "calm_turns", "offered", "promised", "refunded", "allowed", "parted"),
    *("called", "taken_over", "dismissed", "chosen"),
)
"""All but the moments at which the bot came to it: those are later where it was killed."""

type Key = tuple[int, int]
type Facts = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """A message as kept, in the order of keeping; `key` is customer and message number."""

    key: Key
    by_customer: bool
    text: str
    edited: bool
    deleted: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A card: of which talk, whose, and which message of the bot it is on the seller's screen."""

    id: int
    talk: int
    seller_id: int
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Record:
    """`alarms` counts by talk how often the seller had to be rung; `statistics` are by name."""

    turns: Sequence[Turn]
    cards: Sequence[Card]
    alarms: Mapping[int, int]
    given_up: int
    set_aside: int
    statistics: Mapping[str, Facts]


def read_record(database_url: str) -> Record:
    """Look at a database that nobody uses any more; its counts by day are brought up to date."""
    engine = open_engine(database_url)
    ledger = Ledger(engine, Shop(), lambda: 0.0)
    try:
        shop = ledger.commit(lambda books: books.roster.shops())[0]
        ledger.of(shop).commit(lambda books: books.of(shop).figures.settle())
        return _look(engine)
    finally:
        ledger.close()


def is_waiting(database_url: str) -> bool:
    """Whether something that was taken in, or a card, is still on its way."""
    engine = open_engine(database_url)
    inbox = select(func.count()).select_from(_INBOX).where(_INBOX.c.set_aside_at.is_(None))
    cards = select(func.count()).select_from(_LETTERS)
    cards = cards.where(_LETTERS.c.state == "due", _LETTERS.c.card_id.is_not(None))
    try:
        with engine.connect() as database:
            return any(database.execute(each).scalar_one() for each in (inbox, cards))
    finally:
        engine.dispose()


def _look(engine: Engine) -> Record:
    with engine.connect() as database:

        def rows(asked: Select[Any]) -> Sequence[Row[Any]]:
            return database.execute(asked).all()

        customers = {row.id: row.customer_id for row in rows(select(_TALKS))}
        turns = rows(select(_TURNS).order_by(_TURNS.c.id))
        keys = {row.id: (customers[row.conversation_id], row.message_id) for row in turns}
        ranks = _ranks(turns, customers)
        found = rows(select(_FOUND).order_by(_FOUND.c.id))
        cards = rows(select(_CARDS).order_by(_CARDS.c.id))
        letters = select(func.count()).select_from(_LETTERS).where(_LETTERS.c.state == "given_up")
        aside = select(func.count()).select_from(_INBOX).where(_INBOX.c.set_aside_at.is_not(None))
        return Record(
            turns=[_turn(row, keys[row.id]) for row in turns],
            cards=[
                Card(row.id, row.conversation_id, row.seller_id, row.message_id) for row in cards
            ],
            alarms=_alarms(turns, found),
            given_up=database.execute(letters).scalar_one(),
            set_aside=database.execute(aside).scalar_one(),
            statistics={
                "assessments": _assessments(found, ranks),
                "troubles": _troubles(rows(select(_TROUBLES).order_by(_TROUBLES.c.id)), customers),
                "days of talks": _days(rows(select(_DAYS)), customers),
                "figures by day": {tuple(row): 1 for row in rows(select(_FIGURES))},
            },
        )


def _turn(row: Row[Any], key: Key) -> Turn:
    by_customer, deleted = row.who == "customer", row.deleted_at is not None
    return Turn(key, by_customer, row.text, row.edited, deleted)


def _alarms(turns: Sequence[Row[Any]], found: Sequence[Row[Any]]) -> Mapping[int, int]:
    talk_of = {row.id: row.conversation_id for row in turns}
    return Counter(talk_of[row.turn_id] for row in found if row.decision == "anew")


def _ranks(turns: Sequence[Row[Any]], customers: Mapping[int, int]) -> Mapping[int, Key]:
    """Which message of its customer's talk a turn is: its number may differ between two runs."""
    ranks, heard = {}, Counter[int]()
    for row in sorted(turns, key=lambda row: row.message_id):
        customer = customers[row.conversation_id]
        ranks[row.id] = customer, heard[customer]
        heard[customer] += 1
    return ranks


def _assessments(found: Sequence[Row[Any]], keys: Mapping[int, Key]) -> Facts:
    facts: dict[Key, list[Any]] = defaultdict(list)
    for row in found:
        opinion = (row.tension, round(row.risk, 6), row.situations, row.decision)
        facts[keys[row.turn_id]].append(opinion)
    return {key: tuple(opinions) for key, opinions in facts.items()}


def _troubles(troubles: Sequence[Row[Any]], customers: Mapping[int, int]) -> Facts:
    count: dict[int, int] = defaultdict(int)
    facts = {}
    for row in troubles:
        customer = customers[row.conversation_id]
        count[customer] += 1
        is_calm, is_leaving = row.calmed_at is not None, row.leaving_at is not None
        kept = tuple(getattr(row, name) for name in _OF_TROUBLE)
        facts[customer, count[customer]] = (*kept, is_calm, is_leaving)
    return facts


def _days(days: Sequence[Row[Any]], customers: Mapping[int, int]) -> Facts:
    return {
        (customers[row.conversation_id], row.day): (
            *(row.customer_turns, row.seller_turns),
            round(row.seconds, 3),
        )
        for row in days
    }
