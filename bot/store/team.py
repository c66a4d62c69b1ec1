"""The people of the team as kept, and their business connections."""

from typing import Any

from bot.core.people import Connection, Person
from bot.store.page import Page
from bot.store.tables import ConnectionRow, PersonRow

LONGEST_NAME = 64
"""Letters; Telegram's own end, so that every screen has room for a few."""


class Team(Page):
    """Who has met Aram, what they read, and the connections through which it reads along."""

    def person(self, person_id: int) -> Person | None:
        """Someone of the team, if they have been met."""
        row = self._find(PersonRow, person_id)
        return Person(row.id, row.first_name, row.locale, row.shop_id) if row else None

    def remember_person(self, person_id: int, first_name: str, *, started: bool = False) -> None:
        """Keep someone's name; `started` says that they have opened a chat with Aram."""
        known: dict[str, Any] = {"first_name": first_name[:LONGEST_NAME]}
        if started:
            known |= {"started_at": self.now, "unreachable_since": None}
        if self._insert_new(PersonRow, id=person_id, **known) is None:
            self._change(PersonRow, person_id, **known)

    def choose_locale(self, person_id: int, locale: str) -> None:
        """Keep a person's choice of language."""
        self._change(PersonRow, person_id, locale=locale)

    def wants_dark(self, person_id: int) -> bool:
        """Whether someone wants figures drawn for a dark screen."""
        row = self._find(PersonRow, person_id)
        return row is not None and bool(row.dark_pictures)

    def choose_dark(self, person_id: int, *, dark: bool) -> None:
        """Keep how someone wants figures drawn."""
        self._change(PersonRow, person_id, dark_pictures=dark)

    def choose_shop(self, person_id: int, shop_id: int) -> None:
        """Keep in which of their shops someone works from now on."""
        self._change(PersonRow, person_id, shop_id=shop_id)

    def locale_of(self, person_id: int) -> str:
        """The language a person reads."""
        person = self.person(person_id)
        return (person.locale if person else None) or self._shop.locale

    def mark_unreachable(self, person_id: int) -> None:
        """Keep that someone has blocked Aram or never opened a chat with it."""
        self._change(PersonRow, person_id, unreachable_since=self.now)

    def mark_reachable(self, person_id: int) -> None:
        """Keep that someone can be written to again."""
        self._change(PersonRow, person_id, unreachable_since=None)

    def connection(self, connection_id: str) -> Connection | None:
        """A business connection, if it has been announced."""
        row = self._find(ConnectionRow, connection_id)
        return Connection(**row._mapping) if row else None

    def remember_connection(self, connection: Connection) -> None:
        """Keep a connection and its rights as announced now."""
        known = {name: getattr(connection, name) for name in Connection.__slots__}
        if self._insert_new(ConnectionRow, **known) is None:
            self._change(ConnectionRow, connection.id, **known)
