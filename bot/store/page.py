"""What every part of one transaction stands on: the open database, the shop, the time, and rows."""

from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Row
from sqlmodel import SQLModel

from bot.core.masking import masked
from bot.core.people import Shop
from bot.store.statements import change_of, new_row, new_row_if_unknown, rows_where


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

    def _change(self, table: type[SQLModel], row_id: int | str, **values: Any) -> None:
        self._database.execute(change_of(table), {"row_id": row_id, **values})
