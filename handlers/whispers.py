"""Brings the cards of groups to those who see them, in private or in the group to them alone.

Each gets a card in the way they prefer, or can be reached by, and in the other where that is
refused: a seller who has never opened a chat with Aram, or has blocked it, sees the card as an
ephemeral message in the group. Telegram does not promise that such a message is shown, and never
says whether it was: where nothing is done about it in `GLANCE_SECONDS`, it is taken back and the
card goes to their private chat, or else to whoever is next.
"""

import logging
from contextlib import suppress
from dataclasses import dataclass
from datetime import tzinfo

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
)

from bot.branches import Branch, Branches
from bot.core.card import CardState
from bot.core.duty import NOBODY, Copy, Way, pass_on
from bot.core.letters import CopyLetter, GlanceLetter, Letter, RoomLetter, Urgency
from bot.core.reach import tell_managers
from bot.core.reminder import Reminder
from bot.core.room import topic_of
from bot.core.shelf import Card
from bot.errors import unquoted
from bot.locale import Locales
from bot.store.books import Books
from handlers.ephemeral import Ephemerals, Seat
from handlers.private_chat import PrivateChats
from handlers.reminders.screens import promise_on, with_promise
from handlers.room_screens import draw_copy, draw_room
from handlers.writing import Drawn

GLANCE_SECONDS = 120.0
REFUSALS = (TelegramBadRequest, TelegramForbiddenError)
NEVER_MET = "chat not found"  # Telegram's words for whom Aram may not write to, or who is gone

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Sight:
    """A card as one of those who see it has it, and what drawing it needs."""

    card: Card
    copy: Copy
    seat: Seat
    group: str
    owner: str | None
    language: str
    zone: tzinfo
    promise: Reminder | None = None
    manages: bool = False
    silent: bool = False

    @property
    def is_live(self) -> bool:
        """Whether there is something to do about it, for this reader."""
        mine = self.card.seller_id in (NOBODY, self.copy.person_id)
        return mine and self.card.face.state is CardState.OPEN

    @property
    def is_news(self) -> bool:
        """Whether it is shown to this reader though it never was: its owner hears of every alarm.

        Also where the customer was calm again before the card could come, as in a chat.
        """
        is_owner = self.card.seller_id == self.copy.person_id
        return self.is_live or (is_owner and self.card.face.state is CardState.CALMED)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Where a card came to stand on a screen, and which ways to it were refused."""

    way: Way | None
    message_id: int | None = None
    private_refused: bool = False


class Whispers:
    """Delivers what concerns groups; the postman hands it over and keeps the receipts."""

    def __init__(self, bot: Bot, branches: Branches, locales: Locales) -> None:
        """Keep what delivering needs."""
        self._chats = PrivateChats(bot)
        self._ephemerals = Ephemerals(bot)
        self._branches = branches
        self._locales = locales

    async def deliver(self, letter: Letter, body: CopyLetter | GlanceLetter | RoomLetter) -> None:
        """Deliver a letter; raises what Telegram says where trying again may help."""
        branch = await self._branches.numbered(letter.shop_id)
        match body:
            case CopyLetter():
                await self._deliver_copy(branch, letter, body)
            case GlanceLetter():
                await self._look_after(branch, letter, body)
            case RoomLetter():
                await self._deliver_room(branch, letter, body)

    async def _deliver_copy(self, branch: Branch, letter: Letter, body: CopyLetter) -> None:
        sight = await branch.ledger.write(lambda books: _look(books, body.card_id, letter.to))
        if sight is None:
            return
        drawn = self._draw(sight)
        on_screen = sight.copy.message_id is not None
        if on_screen and not body.anew and await self._edit(sight, drawn):
            return
        if not on_screen and not sight.is_news:
            return
        await self._show(branch, sight, drawn, sight.copy.way)

    async def _look_after(self, branch: Branch, letter: Letter, body: GlanceLetter) -> None:
        """A card was shown in the group a while ago: where it went unnoticed, show it otherwise."""

        def look(books: Books) -> _Sight | None:
            sight = _look(books, body.card_id, letter.to)
            if sight is None or sight.copy.way is not Way.ROOM or not sight.is_live:
                return None
            noticed = books.copies.was_noticed(sight.card, letter.to, within=GLANCE_SECONDS)
            return None if noticed else sight

        sight = await branch.ledger.write(look)
        if sight is not None:
            await self._show(branch, sight, self._draw(sight), Way.PRIVATE, only=True)

    async def _deliver_room(self, branch: Branch, letter: Letter, body: RoomLetter) -> None:
        """Whose a group is, told or asked; in the group to one alone where private is refused."""
        room, name = await branch.ledger.write(
            lambda books: (books.rooms.find(body.chat_id), books.locale_of(letter.to))
        )
        if room is None or room.left_at is not None:
            return
        own = self._branches.shops.of_person(letter.to)
        drawn = draw_room(room, own, self._locales.get(name))
        try:
            await self._chats.send(letter.to, drawn)
        except TelegramForbiddenError:
            with suppress(*REFUSALS):
                await self._ephemerals.send(Seat(room.chat_id, None, letter.to), drawn)

    def _draw(self, sight: _Sight) -> Drawn:
        locale = self._locales.get(sight.language)
        drawn = draw_copy(
            sight.card,
            sight.copy.person_id,
            group=sight.group,
            owner=sight.owner,
            locale=locale,
            manages=sight.manages,
        )
        return with_promise(drawn, sight.card, sight.promise, sight.zone, locale)

    async def _show(
        self, branch: Branch, sight: _Sight, drawn: Drawn, first: Way, *, only: bool = False
    ) -> None:
        """Show a card as a new message in place of the older; pass it on where that fails."""
        other = Way.PRIVATE if first is Way.ROOM else Way.ROOM
        shown = await self._try(sight, drawn, (first,) if only else (first, other))
        await branch.ledger.write(lambda books: _keep(books, branch, sight, shown))
        if sight.copy.message_id is not None:
            await self._clear_away(sight)

    async def _try(self, sight: _Sight, drawn: Drawn, ways: tuple[Way, ...]) -> _Shown:
        private_refused = False
        for way in ways:
            try:
                number = await self._send(sight, drawn, way)
            except TelegramMigrateToChat:
                raise  # the group has moved; by the next time the ledger knows
            except REFUSALS as refusal:
                said = unquoted(refusal.message)
                log.info("a card of a group cannot be shown (%s): %s", way, said)
                forbidden = isinstance(refusal, TelegramForbiddenError)
                forbidden |= NEVER_MET in refusal.message
                private_refused |= way is Way.PRIVATE and forbidden
            else:
                return _Shown(way, number, private_refused)
        return _Shown(None, private_refused=private_refused)

    async def _send(self, sight: _Sight, drawn: Drawn, way: Way) -> int:
        if way is Way.PRIVATE:
            return await self._chats.send(sight.copy.person_id, drawn, silent=sight.silent)
        return await self._ephemerals.send(sight.seat, drawn, silent=sight.silent)

    async def _edit(self, sight: _Sight, drawn: Drawn) -> bool:
        """Bring a card on a screen up to date; False where it is there no more."""
        number = sight.copy.message_id or 0
        try:
            if sight.copy.way is Way.PRIVATE:
                return await self._chats.edit(sight.copy.person_id, number, drawn)
            await self._ephemerals.edit(sight.seat, number, drawn)
        except TelegramMigrateToChat:
            return False
        except REFUSALS as refusal:
            return "not modified" in refusal.message
        return True

    async def _clear_away(self, sight: _Sight) -> None:
        """Take an older card off the screen, or at least its buttons off the card."""
        number = sight.copy.message_id or 0
        if sight.copy.way is Way.ROOM:
            await self._ephemerals.clear_away(sight.seat, number)
        else:
            await self._chats.clear_away(sight.copy.person_id, number)


def _look(books: Books, card_id: int, person_id: int) -> _Sight | None:
    card, copy = books.card(card_id), books.copies.find(card_id, person_id)
    if card is None or copy is None:
        return None
    place = books.conversation_of(card).place
    room, owner = books.rooms.find(place.chat_id), books.person(card.seller_id)
    return _Sight(
        card=card,
        copy=copy,
        seat=Seat(place.chat_id, topic_of(place.key), person_id),
        group=room.title if room is not None else "",
        owner=owner.first_name if owner is not None else None,
        language=books.locale_of(person_id),
        zone=books.reminders.zone,
        promise=promise_on(books, card, person_id),
        manages=books.comments.may_remove(person_id),
        silent=card.face.is_quiet or books.reach.quiet_until(person_id) is not None,
    )


def _keep(books: Books, branch: Branch, sight: _Sight, shown: _Shown) -> None:
    """Keep where a card stands now; look after one in a group later, pass on one shown nowhere.

    Whose it is now counts: somebody may have taken it while it was on its way.
    """
    card_id, person_id = sight.card.id, sight.copy.person_id
    card = books.card(card_id)
    if shown.private_refused:
        books.mark_unreachable(person_id)
    if shown.way is None:
        tell_managers(books, person_id)
        pass_on(books, branch.force.coach, branch.shop, card_id, missed=person_id)
        return
    books.copies.show(sight.copy, shown.way, shown.message_id)
    if shown.way is Way.ROOM:
        later = books.now + GLANCE_SECONDS
        books.post(person_id, GlanceLetter(card_id), Urgency.NOW, due_at=later)
    elif card is not None and card.seller_id == person_id and shown.message_id is not None:
        books.place_card(card_id, shown.message_id)
