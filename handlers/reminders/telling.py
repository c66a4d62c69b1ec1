"""Delivers reminders: looks at the state as it is now, draws, and keeps that somebody was told."""

from dataclasses import dataclass

from bot.branches import Branch, Branches
from bot.core.coach import Coach
from bot.core.followup import check_of, plan, skip
from bot.core.letters import CheckLetter, Letter, ReminderLetter
from bot.core.promise import PromiseEar
from bot.core.reminder import Kind, Reminder, State
from bot.core.reminders import ready, together
from bot.locale import Locale, Locales
from bot.store.books import Books
from handlers.reminders.screens import draw_check, draw_reminder, draw_several
from handlers.writing import Drawn


@dataclass(frozen=True, slots=True)
class Told:
    """A message of reminders, and the numbers of those that it tells."""

    drawn: Drawn
    numbers: tuple[int, ...] = ()


class Reminding:
    """Knows every shop's playbooks, from which the words of a look back come."""

    def __init__(self, branches: Branches, locales: Locales) -> None:
        """Keep what drawing needs."""
        self._branches = branches
        self._locales = locales

    async def word(self, letter: Letter, body: ReminderLetter | CheckLetter) -> Told | None:
        """What a letter that is due comes to; None where there is nothing to say any more."""
        branch = await self._branches.numbered(letter.shop_id)
        return await branch.ledger.write(lambda books: self._word(books, branch, letter, body))

    async def told(self, letter: Letter, told: Told) -> None:
        """A message has reached its reader; until now it would have been sent again."""

        def keep(books: Books) -> None:
            for number in told.numbers:
                reminder = books.reminders.find(number)
                if reminder is not None and reminder.state is State.OPEN:
                    books.reminders.change(number, State.TOLD)

        branch = await self._branches.numbered(letter.shop_id)
        await branch.ledger.write(keep)

    def _word(
        self, books: Books, branch: Branch, letter: Letter, body: ReminderLetter | CheckLetter
    ) -> Told | None:
        if isinstance(body, CheckLetter):
            plan(books, branch.force.coach, body, letter.to)
            return None
        reminder = ready(books, letter, body)
        if reminder is None:
            return None
        locale = self._locales.get(books.locale_of(letter.to))
        numbers = () if body.asked else (reminder.id,)
        if reminder.kind is Kind.CHECK:
            coach, ear = branch.force.coach, branch.promise_ear
            drawn = draw_live(books, coach, ear, reminder, locale)
            if drawn is None:
                skip(books, reminder)
            return Told(drawn, numbers) if drawn is not None else None
        due = () if body.asked else together(books, reminder)
        if len(due) > 1:
            drawn = draw_several(due, books.now, books.reminders.zone, locale)
        else:
            drawn = draw_reminder(reminder, books.now, books.reminders.zone, locale)
        return Told(drawn, tuple(each.id for each in due))


def draw_live(
    books: Books,
    coach: Coach,
    ear: PromiseEar,
    reminder: Reminder,
    locale: Locale,
    *,
    in_list: bool = False,
) -> Drawn | None:
    """A reminder as it now stands; None for a look back that has become needless."""
    now, zone = books.now, books.reminders.zone
    if reminder.kind is Kind.PROMISE:
        return draw_reminder(reminder, now, zone, locale, in_list=in_list)
    check = check_of(books, coach, ear, reminder)
    return draw_check(check, now, zone, locale) if check is not None else None
