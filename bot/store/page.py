"""What every part of one transaction stands on: the open database, the shop, the time, and rows."""

from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Row, delete, select
from sqlmodel import SQLModel

from bot.core.masking import masked
from bot.core.people import Shop
from bot.store.statements import change_of, new_row, new_row_if_unknown, rows_where
from bot.store.tables import table_of


class Page:
    """A page of the ledger; `now` is the time of this transaction, in seconds."""

    def __init__(self, database: Database, shop: Shop, now: float) -> None:
        """Keep the database's connection; the ledger commits what is done through it."""
        self._database = database
        self._shop = shop
        self.now = now

    def _veiled(self, words: str) -> str:
        """Words as this shop keeps them."""
        return masked(words) if self._shop.masks_words else words

    def _find(self, table: type[SQLModel], row_id: int | str) -> Row[Any] | None:
        found = rows_where(table, "id")
        return self._database.execute(found, {"value": row_id}).one_or_none()

    def _insert(self, table: type[SQLModel], **values: Any) -> None:
        self._database.execute(new_row(table), values)

    def _insert_new(self, table: type[SQLModel], **values: Any) -> Any:
        """Insert a row; its key, or None where its unique key was there already."""
        made = new_row_if_unknown(table, self._database.dialect.name)
        return self._database.execute(made, values).scalar_one_or_none()

    def _stands_in(self, table: type[SQLModel], person_id: int) -> bool:
        """Whether someone stands in a list of those who do not want something."""
        found = select(table_of(table).c.person_id).where(table_of(table).c.person_id == person_id)
        return self._database.execute(found).first() is not None

    def _let_stand_in(self, table: type[SQLModel], person_id: int, *, stands: bool) -> None:
        if stands:
            self._insert_new(table, person_id=person_id, since=self.now)
        else:
            mine = table_of(table).c.person_id == person_id
            self._database.execute(delete(table_of(table)).where(mine))

    def _change(self, table: type[SQLModel], row_id: int | str, **values: Any) -> None:
        self._database.execute(change_of(table), {"row_id": row_id, **values})
