"""Letters as one transaction posts them, and as the postman takes them."""

from collections.abc import Collection
from dataclasses import replace

from bot.core.letters import Body, Letter, Urgency
from bot.store import outbox
from bot.store.outbox import Taken
from bot.store.page import Page
from bot.store.reach import hushed
from bot.store.readers import Readers


class Mail(Page):
    """The outbox, in one transaction; `posts` counts what was put into it."""

    posts = 0

    def post(
        self,
        to: int,
        body: Body,
        urgency: Urgency = Urgency.SOON,
        *,
        due_at: float | None = None,
    ) -> None:
        """Put a letter into the outbox, due now or at a later time, in seconds."""
        when = self.now if due_at is None else due_at
        outbox.post(self._database, to, body, urgency=urgency, due_at=when, shop_id=self._shop.id)
        self.posts += 1

    def due_letters(self, limit: int) -> tuple[Letter, ...]:
        """The letters that are due, most urgent first, whoever brings them."""
        return hushed(self._database, outbox.due(self._database, self.now, limit), self.now)

    def take_letters(self, holder: str, most: int, busy: Collection[int]) -> Taken:
        """Letters for one process to bring, most urgent first, one for each reader."""
        taken = outbox.take(self._database, self.now, holder=holder, most=most, busy=busy)
        return replace(taken, letters=hushed(self._database, taken.letters, self.now))

    @property
    def readers(self) -> Readers:
        """Who brings whose letters."""
        return Readers(self._database, self.now)

    def put_off(self, letter: Letter, seconds: float, trouble: str) -> None:
        """A letter could not be delivered now; it is due again in so many seconds."""
        outbox.put_off(self._database, letter, now=self.now, seconds=seconds, trouble=trouble)
