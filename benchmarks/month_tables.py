"""What the rows of a made-up month hold, and how a database takes many of them fast."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import batched
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import text
from sqlmodel import SQLModel

from benchmarks.month import ZONE, Customer
from bot.core.card import CardState, Face
from bot.core.conversation import Memory
from bot.core.course import Course
from bot.core.days import day_of
from bot.core.playbook import Playbook
from bot.core.trouble import Trouble
from bot.store.codec import to_json
from bot.store.tables import CardRow, ConversationRow, PressRow, TurnRow, table_of

AT_ONCE = 20_000
_EMPTY_COURSE = to_json(Course, Course())
TALK_COLUMNS = (
    *("id", "shop_id", "key", "channel", "chat_id", "customer_id", "seller_id", "customer_name"),
    *("memory", "course", "card_id", "trouble_id", "last_customer_at", "last_at", "updated_at"),
)
TURN_COLUMNS = ("id", "conversation_id", "message_id", "who", "at", "text", "edited")
CARD_COLUMNS = (
    *("id", "conversation_id", "seller_id", "state", "face", "playbook"),
    *("opened_at", "changed_at"),
)
PRESS_COLUMNS = ("id", "card_id", "person_id", "action", "step", "at")
USE_COLUMNS = ("trouble_id", "playbook", "step", "draft", "shown_at", "sent_at", "helped_at")
SAID_COLUMNS = ("conversation_id", "day", "shop_id", "customer_turns", "seller_turns", "seconds")
STALE_COLUMNS = ("shop_id", "day", "trouble_id")
_KEPT = tuple(field.name for field in fields(Trouble))
TROUBLE_COLUMNS = ("shop_id", "day", "heard_before", *_KEPT)


@dataclass(slots=True)
class Talk:
    """A conversation on its way: what `conversation` will hold of it."""

    id: int
    customer: Customer
    heard: int = 0
    messages: int = 0
    last_at: float | None = None
    last_customer_at: float | None = None
    trouble_id: int | None = None
    case: "Case | None" = None


@dataclass(slots=True)
class Case:
    """A trouble with its card, on its way; `uses` are the step's draft and its three moments."""

    trouble: Trouble
    heard_before: int
    book: Playbook
    step: int = 0
    state: CardState = CardState.OPEN

    @property
    def is_open(self) -> bool:
        """Whether the card is."""
        return self.state is CardState.OPEN


def day(case: Case) -> str:
    """The day on which it counts."""
    return day_of(case.trouble.opened_at, ZONE).isoformat()


def talk_row(talk: Talk, shop: int) -> tuple[Any, ...]:
    """Of `conversation`."""
    who = talk.customer
    memory = to_json(Memory, Memory(heard=talk.heard))
    is_open = talk.case is not None and talk.case.is_open
    where = (who.channel.value, who.chat_id, who.id, who.seller.id, who.name)
    key = f"{who.channel.value}:{who.chat_id}:{who.id}"
    came_to = (memory, _EMPTY_COURSE, talk.trouble_id if is_open else None, talk.trouble_id)
    return (talk.id, shop, key, *where, *came_to, talk.last_customer_at, talk.last_at, talk.last_at)


def card_row(case: Case) -> tuple[Any, ...]:
    """Of `card`."""
    trouble = case.trouble
    face = Face(None, trouble.peak, "", (), None, case.state)
    about = (trouble.id, trouble.conversation_id, trouble.seller_id, case.state.value)
    opened = trouble.opened_at
    return (*about, to_json(Face, face), trouble.playbook, opened, trouble.calmed_at or opened)


def trouble_row(case: Case, shop: int) -> tuple[Any, ...]:
    """Of `trouble`."""
    kept = (getattr(case.trouble, name) for name in _KEPT)
    plain = (getattr(value, "value", value) for value in kept)
    return (shop, day(case), case.heard_before, *plain)


def pour(
    database: Database,
    table: type[SQLModel],
    columns: tuple[str, ...],
    rows: Iterable[tuple[Any, ...]],
) -> None:
    """Insert many rows, as fast as the database takes them."""
    name, listed = table_of(table).name, ", ".join(columns)
    if database.dialect.name == "postgresql":
        driver = database.connection.driver_connection
        assert driver is not None
        with driver.cursor() as cursor, cursor.copy(f"copy {name} ({listed}) from stdin") as out:
            for row in rows:
                out.write_row(row)
        return
    marks = ", ".join("?" * len(columns))
    for some in batched(rows, AT_ONCE):
        database.exec_driver_sql(f"insert into {name} ({listed}) values ({marks})", list(some))


def settle_numbers(database: Database) -> None:
    """Let PostgreSQL count on from the numbers that were given."""
    if database.dialect.name != "postgresql":
        return
    for table in (ConversationRow, TurnRow, CardRow, PressRow):
        name = table_of(table).name
        counter = f"pg_get_serial_sequence('{name}', 'id')"
        database.execute(text(f"select setval({counter}, (select max(id) from {name}))"))
    database.execute(text("analyze"))
