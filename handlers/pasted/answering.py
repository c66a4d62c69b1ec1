"""A pile that is due is heard from beginning to end, and answered; a guess can be turned around."""

import asyncio
from dataclasses import dataclass

from bot.core.advice import Audience
from bot.core.force import Force
from bot.core.lesson import Lessons
from bot.core.letters import InquiryLetter, NoteLetter, Urgency
from bot.core.pasted.pile import Pile
from bot.core.pasted.study import Studied, study_each
from bot.core.pasted.talk import Talk, talk_of
from bot.core.people import Shop
from bot.core.school import School, Told
from bot.core.wording import Names
from bot.locale import Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.inquiry import draw_inquiry
from handlers.notes import draw_note
from handlers.writing import Drawn


@dataclass(frozen=True, slots=True)
class Answered:
    """What is sent, and the message that it replies to."""

    drawn: Drawn
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """All that is needed to hear a pile, as it stood, and the language of who made it."""

    pile: Pile
    team: tuple[str, ...]
    audience: Audience
    lessons: Lessons
    now: float


class Answering:
    """Hears one shop's piles, outside of any transaction: hearing a long talk takes a while."""

    def __init__(self, ledger: Ledger, force: Force, school: School, shop: Shop) -> None:
        """Keep the shop's own parts."""
        self._ledger = ledger
        self._force = force
        self._school = school
        self._shop = shop

    async def answer(self, pile_id: int, locales: Locales) -> Answered | None:
        """The answer to a pile; None where it is forgotten, or has grown while it was heard.

        A letter that comes again brings the answer that was kept.
        """
        given = await self._ledger.write(lambda books: self._given(books, pile_id))
        if given is None:
            return None
        locale = locales.get(given.audience.seller_locale)
        number = given.pile.inquiry_id
        if number is None:
            talk, studied = await asyncio.to_thread(self._hear, given)
            if not studied:
                note = draw_note(NoteLetter(_why_nothing(talk)), locale)
                return Answered(note, talk.reply_to) if await self._close(given.pile) else None
            number = await self._ledger.write(
                lambda books: self._keep(books, given.pile, talk, studied)
            )
        inquiry = await self._ledger.write(lambda books: books.inquiries.find(number or 0))
        if inquiry is None:
            return None
        reply_to = inquiry.handed.reply_to if inquiry.handed is not None else None
        return Answered(draw_inquiry(inquiry, locale), reply_to)

    async def swap(self, number: int, by: int) -> Told | None:
        """The guess who is the seller was wrong: the answer is given anew, in its place."""

        def look(books: Books) -> tuple[_Given, bool] | None:
            inquiry, pile = self._school.open(books, number, by), books.piles.of_inquiry(number)
            if inquiry is None or inquiry.handed is None or inquiry.lesson or pile is None:
                return None
            given = self._given(books, pile.id)
            return (given, not inquiry.handed.is_swapped) if given is not None else None

        found = await self._ledger.write(look)
        if found is None:
            return Told.GONE
        given, swapped = found
        _, studied = await asyncio.to_thread(self._hear, given, swapped)
        if not studied:
            return Told.GONE
        anew = studied[0]
        await self._ledger.write(
            lambda books: books.inquiries.rewrite(number, anew.question, anew.opinion)
        )
        return None

    def _given(self, books: Books, pile_id: int) -> _Given | None:
        pile = books.piles.find(pile_id)
        if pile is None:
            return None
        person = books.person(pile.by)
        colleagues = (books.person(member) for member in self._shop.team)
        names = [each.first_name for each in colleagues if each is not None]
        names += [piece.handed_by for piece in pile.pieces if piece.handed_by]
        audience = Audience(
            seller_locale=books.locale_of(pile.by),
            names=Names(seller=person.first_name if person else None, shop=self._shop.name),
            refund_limit=self._shop.refund_limit,
            words_sent=books.words_sent(pile.by),
        )
        team = tuple(filter(None, (*dict.fromkeys(names), self._shop.name)))
        return _Given(pile, team, audience, books.lessons(), books.now)

    def _hear(self, given: _Given, swapped: bool = False) -> tuple[Talk, tuple[Studied, ...]]:
        talk = talk_of(given.pile.pieces, given.team, now=given.now, swapped=swapped)
        coach, by = self._force.coach, given.pile.by
        return talk, study_each(coach, talk, given.lessons, by=by, audience=given.audience)

    def _keep(
        self, books: Books, pile: Pile, talk: Talk, studied: tuple[Studied, ...]
    ) -> int | None:
        """The number of the answer; None where the pile has grown, or was answered, meanwhile.

        Further customers' answers come as letters of their own.
        """
        if not books.piles.close(pile, keep_pieces=talk.is_guess):
            return None
        number, *others = (
            self._school.keep(books, each.question, each.opinion) for each in studied
        )
        books.piles.tie(pile, number)
        for other in others:
            books.post(pile.by, InquiryLetter(other), Urgency.NOW)
        return number

    async def _close(self, pile: Pile) -> bool:
        """Whether a pile without a customer's word is as it was heard: then it has been read."""
        return pile.is_read or await self._ledger.write(
            lambda books: books.piles.close(pile, keep_pieces=True)
        )


def _why_nothing(talk: Talk) -> str:
    if talk.turns:
        return "note-check-own-words"
    return "note-pasted-no-words" if talk.unread else "note-check-no-words"
