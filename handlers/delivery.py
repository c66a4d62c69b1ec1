"""How each kind of letter is delivered: drawn from the ledger as it now stands, sent or edited."""

from dataclasses import dataclass, replace
from typing import assert_never

from aiogram import Bot

from bot.core.brief import briefing
from bot.core.calls import pass_on
from bot.core.days import zone_of
from bot.core.letters import (
    BreathLetter,
    BriefLetter,
    CardLetter,
    CareLetter,
    CareNoteLetter,
    CheckLetter,
    CommentLetter,
    CopyLetter,
    DigestLetter,
    ExportLetter,
    GlanceLetter,
    InquiryLetter,
    Letter,
    NoteLetter,
    NudgeLetter,
    PassOnLetter,
    PileLetter,
    ReminderLetter,
    RoomLetter,
    RulingLetter,
    SilenceLetter,
    StandInLetter,
    WaitedLetter,
)
from bot.core.people import Role
from bot.core.reach import wake
from bot.core.shelf import Card
from bot.language.calendar import shop_zone
from bot.locale import Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.briefs import draw_brief, draw_ruling
from handlers.card import draw
from handlers.digest.sending import Digester
from handlers.export.sending import Exporter
from handlers.inquiry import draw_inquiry
from handlers.moderation import about_comment
from handlers.moderation_screens import draw_request
from handlers.notes import draw_note
from handlers.nudges.telling import Nudger, Nudging
from handlers.own_words_screens import draw_breath
from handlers.pasted.reader import PileReader
from handlers.privacy.on_card import with_customer
from handlers.private_chat import PrivateChats
from handlers.reach_screens import draw_stand_in, draw_waited
from handlers.reminders.screens import promise_on, with_promise
from handlers.reminders.telling import Reminding
from handlers.stamps import current_shop
from handlers.whispers import Whispers
from handlers.writing import Drawn


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was delivered: for a card or a brief, which message it has become."""

    card_id: int | None = None
    message_id: int | None = None
    brief_id: int | None = None


FOR_ANYBODY = (NoteLetter, BriefLetter, PassOnLetter, SilenceLetter)
"""Not only for the team: what became of someone, and a brief, which then has no words in it."""

FOR_MANAGERS = (CommentLetter, CareNoteLetter, DigestLetter, ExportLetter)


class Delivery:
    """Delivers one letter at a time; what Telegram refuses is raised as it comes."""

    def __init__(
        self,
        bot: Bot,
        ledger: Ledger,
        shops: Shops,
        locales: Locales,
        whispers: Whispers,
        piles: PileReader,
        nudger: Nudger,
        reminding: Reminding,
        digester: Digester,
        exporter: Exporter,
    ) -> None:
        """Keep what drawing and sending need."""
        self._chats = PrivateChats(bot)
        self._ledger = ledger
        self._shops = shops
        self._locales = locales
        self._whispers = whispers
        self._piles = piles
        self._nudger = nudger
        self._reminding = reminding
        self._digester = digester
        self._exporter = exporter

    async def hand_over(self, letter: Letter) -> Receipt:
        """Deliver a letter in the name of its shop; runs in the task of its chat alone."""
        current_shop.set(letter.shop_id)
        shop_zone.set(zone_of(self._shops.numbered(letter.shop_id).timezone))
        if not isinstance(letter.body, FOR_ANYBODY) and not await self._is_still_theirs(letter):
            return Receipt()
        return await self._deliver(letter)

    async def _deliver(self, letter: Letter) -> Receipt:  # noqa: PLR0912 - a case for each kind
        match letter.body:
            case CardLetter():
                return await self._deliver_card(letter, letter.body)
            case NoteLetter() | RulingLetter() | BreathLetter():
                return await self._deliver_text(letter, letter.body)
            case BriefLetter():
                return await self._deliver_brief(letter, letter.body)
            case PassOnLetter():
                await self.pass_on(letter, letter.body.brief_id)
            case InquiryLetter():
                return await self._deliver_answer(letter, letter.body)
            case CommentLetter():
                return await self._deliver_request(letter, letter.body)
            case PileLetter():
                return await self._deliver_pile(letter, letter.body)
            case StandInLetter() | WaitedLetter():
                return await self._deliver_about_reach(letter, letter.body)
            case SilenceLetter() | NudgeLetter() | CareLetter() | CareNoteLetter():
                await self._deliver_word(letter, letter.body)
            case ReminderLetter() | CheckLetter():
                await self._deliver_reminder(letter, letter.body)
            case ExportLetter():
                await self._exporter.deliver(letter, letter.body)
            case DigestLetter():
                await self._digester.deliver(letter, letter.body)
            case CopyLetter() | GlanceLetter() | RoomLetter():
                await self._whispers.deliver(letter, letter.body)
            case _:
                assert_never(letter.body)
        return Receipt()

    async def _is_still_theirs(self, letter: Letter) -> bool:
        """Whether a letter's reader is of the team now, and manages it where managers are asked."""
        asks_managers = isinstance(letter.body, FOR_MANAGERS)
        least = Role.MANAGER if asks_managers else Role.SELLER
        return await self._ledger_of(letter).write(
            lambda books: books.roster.is_at_least(letter.to, least)
        )

    def _ledger_of(self, letter: Letter) -> Ledger:
        return self._ledger.of(self._shops.numbered(letter.shop_id))

    async def _deliver_text(
        self, letter: Letter, body: NoteLetter | RulingLetter | BreathLetter
    ) -> Receipt:
        locale = self._locales.get(
            await self._ledger_of(letter).write(lambda books: books.locale_of(letter.to))
        )
        match body:
            case NoteLetter():
                drawn = draw_note(body, locale)
            case RulingLetter():
                drawn = draw_ruling(body, locale)
            case BreathLetter():
                drawn = draw_breath(body, locale)
        await self._send(letter, drawn)
        return Receipt()

    async def _deliver_brief(self, letter: Letter, body: BriefLetter) -> Receipt:
        """As a card; one that is the manager's no more is not sent anew."""
        brief, name = await self._ledger_of(letter).write(
            lambda books: (briefing(books, body.brief_id), books.locale_of(letter.to))
        )
        if brief is None:
            return Receipt()
        drawn, shown = draw_brief(brief, self._locales.get(name)), brief.message_id
        anew = brief.standing.is_theirs and body.anew
        if shown is not None and not anew and await self._chats.edit(letter.to, shown, drawn):
            return Receipt()
        if not brief.standing.is_theirs:
            return Receipt()
        loud = replace(letter, silent=letter.silent and not brief.is_last_hope)
        message_id = await self._send(loud, drawn)
        if shown is not None:
            await self._chats.clear_away(letter.to, shown)
        return Receipt(brief_id=brief.brief_id, message_id=message_id)

    async def _deliver_request(self, letter: Letter, body: CommentLetter) -> Receipt:
        """A seller asks this manager to look at a comment; one that is gone is not asked about."""
        about, seller, name = await self._ledger_of(letter).write(
            lambda books: (
                about_comment(books, body),
                books.person(body.by),
                books.locale_of(letter.to),
            )
        )
        if about is not None:
            locale = self._locales.get(name)
            asker = seller.first_name if seller is not None else locale.say("handover-somebody")
            await self._send(letter, draw_request(about, asker, locale))
        return Receipt()

    async def _deliver_answer(self, letter: Letter, body: InquiryLetter) -> Receipt:
        inquiry, name = await self._ledger_of(letter).write(
            lambda books: (books.inquiries.find(body.inquiry_id), books.locale_of(letter.to))
        )
        if inquiry is not None:
            await self._send(letter, draw_inquiry(inquiry, self._locales.get(name)))
        return Receipt()

    async def _deliver_pile(self, letter: Letter, body: PileLetter) -> Receipt:
        answered = await self._piles.read(letter, body)
        if answered is not None:
            await self._send(letter, answered.drawn, reply_to=answered.reply_to)
        return Receipt()

    async def _deliver_word(self, letter: Letter, body: Nudging) -> None:
        word = await self._nudger.word(letter, body)
        if word is not None:
            to = replace(letter, silent=letter.silent or word.silent)
            await self._send(to, word.drawn, reply_to=word.reply_to)

    async def _deliver_about_reach(
        self, letter: Letter, body: StandInLetter | WaitedLetter
    ) -> Receipt:
        """To a stand-in, or to somebody who was away; where nothing waits, nothing is sent."""

        def look(books: Books) -> Drawn | None:
            locale = self._locales.get(books.locale_of(letter.to))
            if isinstance(body, WaitedLetter):
                waiting = wake(books, letter, body)
                return draw_waited(body, waiting, locale) if waiting else None
            card = books.card(body.card_id)
            if card is None:
                return None
            place, manages = books.conversation_of(card).place, books.shop.is_manager(letter.to)
            return draw_stand_in(books, body, card.face, place, locale, manages=manages)

        drawn = await self._ledger_of(letter).write(look)
        if drawn is not None:
            await self._send(letter, drawn)
        return Receipt()

    async def _deliver_reminder(self, letter: Letter, body: ReminderLetter | CheckLetter) -> None:
        told = await self._reminding.word(letter, body)
        if told is not None:
            await self._send(letter, told.drawn)
            await self._reminding.told(letter, told)

    async def _deliver_card(self, letter: Letter, body: CardLetter) -> Receipt:
        def look(books: Books) -> tuple[Card, Drawn] | None:
            card = books.card(body.card_id)
            if card is None:
                return None
            locale = self._locales.get(books.locale_of(letter.to))
            manages = books.shop.is_manager(card.seller_id)
            drawn = draw(card.id, card.face, locale, manages=manages)
            promise = promise_on(books, card, card.seller_id)
            drawn = with_promise(drawn, card, promise, books.reminders.zone, locale)
            return card, with_customer(drawn, card, books.shop, locale)

        looked = await self._ledger_of(letter).write(look)
        if looked is None:
            return Receipt()
        card, drawn = looked
        shown = card.message_id
        if not body.anew and shown is not None and await self._chats.edit(letter.to, shown, drawn):
            return Receipt()
        message_id = await self._send(letter, drawn)
        if shown is not None:
            await self._chats.clear_away(letter.to, shown)
        return Receipt(card.id, message_id)

    async def _send(self, letter: Letter, drawn: Drawn, *, reply_to: int | None = None) -> int:
        return await self._chats.send(letter.to, drawn, silent=letter.silent, reply_to=reply_to)

    async def pass_on(self, letter: Letter, brief_id: int) -> None:
        """Put a manager's brief before the next one."""
        await self._ledger_of(letter).write(lambda books: pass_on(books, brief_id))
