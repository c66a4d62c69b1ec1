"""Which shop a group belongs to: who added Aram says so, or who of one shop speaks there first.

A stranger may add Aram to a group, too; there it neither listens nor speaks. Of a group that Aram
was in before groups were kept, Telegram is asked once whether one shop's people are in it.
"""

from typing import Any

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, Update

from bot.core.deed import DeedKind
from bot.core.letters import NoteLetter, RoomLetter, Urgency
from bot.core.people import Shop
from bot.core.room import Room
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.middlewares import TeamOnly
from handlers.room_screens import RoomButton, draw_room, redraw
from handlers.screens import tell
from handlers.turns import clean, is_talk
from handlers.writing import isolated

GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})
PRESENT = frozenset({"creator", "administrator", "member"})
REFUSALS = (TelegramBadRequest, TelegramForbiddenError)
LONGEST_TITLE = 128
"""Letters; Telegram's own end, so that every screen has room for one."""


def build_router() -> Router:
    """Being added, removed and moved; the button that says whose a group is."""
    router = Router(name="rooms")
    router.my_chat_member.register(on_own_membership, F.chat.type.in_(GROUPS))
    router.message.register(on_moved, F.migrate_to_chat_id | F.migrate_from_chat_id)
    answers = Router(name="room answers")
    answers.callback_query.middleware(TeamOnly())
    answers.callback_query.register(on_shop_chosen, RoomButton.filter())
    router.include_router(answers)
    return router


class Rooms:
    """Finds the room of a message; a group without one may become a shop's by it."""

    def __init__(self, ledger: Ledger, shops: Shops) -> None:
        """Keep the whole ledger and all shops."""
        self._ledger = ledger
        self._shops = shops
        self._looked_at: set[int] = set()

    async def find(self, message: Message, bot: Bot) -> Room | None:
        """The room that a group's message was written in; None where Aram does not listen."""

        def look(books: Books) -> tuple[Room | None, Any]:
            return books.rooms.find(message.chat.id), self._shops.look(books)

        room, seen = await self._ledger.write(look)
        self._shops.take_in(seen)
        if not await is_talk(message):
            return room
        if room is None or not room.is_heard:
            room = await self._adopt(message, bot, room)
        if room is None or not room.is_heard:
            return None
        return await self._up_to_date(room, message, bot)

    async def _adopt(self, message: Message, bot: Bot, room: Room | None) -> Room | None:
        """A group becomes the shop's whose member speaks, or is found, in it."""
        speaker = message.from_user if message.sender_chat is None else None
        own = self._shops.of_person(speaker.id) if speaker is not None else ()
        if speaker is not None and len(own) == 1:
            return await self._ledger.write(
                lambda books: _claim(books, message, own[0], speaker.id)
            )
        if room is not None:
            return room
        try:
            found = await _team_in(bot, message.chat.id, self._shops)
        except TelegramAPIError:
            return None
        shop, keeper_id = found if found is not None else (None, None)
        return await self._ledger.write(
            lambda books: books.rooms.keep(
                message.chat.id,
                title=_title(message.chat.title) if shop is not None else "",
                shop_id=shop.id if shop is not None else None,
                added_by=keeper_id,
            )
        )

    async def _up_to_date(self, room: Room, message: Message, bot: Bot) -> Room:
        """The room with its title of now; its channel is asked for once in a while."""
        title, channel_id = _title(message.chat.title), room.channel_id
        if room.chat_id not in self._looked_at:
            try:
                channel_id = (await bot.get_chat(room.chat_id)).linked_chat_id
            except REFUSALS:
                self._looked_at.add(room.chat_id)
            except TelegramAPIError:
                pass  # the next message will do
            else:
                self._looked_at.add(room.chat_id)
        if (title, channel_id) == (room.title, room.channel_id):
            return room

        def describe(books: Books) -> Room:
            books.rooms.describe(room.chat_id, title=title, channel_id=channel_id)
            return books.rooms.find(room.chat_id) or room

        return await self._ledger.write(describe)


def is_own_voice(message: Message, room: Room) -> bool:
    """Whether an admin speaks in the name of the group itself or of its channel."""
    voice = message.sender_chat
    return voice is not None and voice.id in (message.chat.id, room.channel_id)


async def on_own_membership(
    change: ChatMemberUpdated, event_update: Update, whole_ledger: Ledger, shops: Shops
) -> None:
    """Aram was added to a group, or removed from it."""
    was_in, is_in = _is_in(change.old_chat_member), _is_in(change.new_chat_member)
    if was_in is is_in:
        return
    await shops.refresh()
    keep = _keep_added if is_in else _keep_removed
    await whole_ledger.write_once(event_update.update_id, lambda books: keep(books, change, shops))


async def on_moved(message: Message, event_update: Update, whole_ledger: Ledger) -> None:
    """A group has become a supergroup; Telegram tells it in both."""
    old = message.migrate_from_chat_id or message.chat.id
    new = message.migrate_to_chat_id or message.chat.id
    await whole_ledger.write_once(event_update.update_id, lambda books: books.rooms.move(old, new))


async def on_shop_chosen(
    query: CallbackQuery,
    callback_data: RoomButton,
    event_update: Update,
    whole_ledger: Ledger,
    shops: Shops,
    locale: Locale,
) -> None:
    """Whoever added Aram says whose the group is."""
    chosen, person_id = shops.get(callback_data.shop), query.from_user.id

    def choose(books: Books) -> Room | None:
        room = books.rooms.find(callback_data.chat)
        if room is None or room.added_by != person_id or room.left_at is not None:
            return None
        if room.shop_id is not None or chosen is None or not chosen.is_team(person_id):
            return room
        _keep_deed(books.of(chosen), DeedKind.GROUP_ADDED, person_id, room.title)
        return books.rooms.keep(
            room.chat_id, title=room.title, shop_id=chosen.id, added_by=person_id
        )

    await whole_ledger.write_once(event_update.update_id, choose)
    room = await whole_ledger.write(lambda books: books.rooms.find(callback_data.chat))
    if room is None or room.added_by != person_id or not room.is_heard:
        await tell(query, locale.say("room-gone"), alert=True)
        return
    await tell(query)
    await redraw(query, draw_room(room, shops.of_person(person_id), locale))


def _claim(books: Books, message: Message, shop: Shop, person_id: int) -> Room:
    """A group is a shop's because one of its people speaks there; they are told once."""
    return _keep(books, message.chat.id, _title(message.chat.title), shop, person_id)


def _keep_added(books: Books, change: ChatMemberUpdated, shops: Shops) -> None:
    chat_id, adder = change.chat.id, change.from_user.id
    own = shops.of_person(adder)
    if not own:
        books.rooms.keep(chat_id, title="", shop_id=None, added_by=None)
        return
    title = _title(change.chat.title)
    if len(own) == 1:
        _keep(books, chat_id, title, own[0], adder)
        return
    books.rooms.keep(chat_id, title=title, shop_id=None, added_by=adder)
    books.of(own[0]).post(adder, RoomLetter(chat_id), Urgency.NOW)


def _keep(books: Books, chat_id: int, title: str, shop: Shop, person_id: int) -> Room:
    """Keep a group as a shop's, and tell who brought it; nothing where it was the shop's before."""
    before = books.rooms.find(chat_id)
    if before is not None and before.is_heard and before.shop_id == shop.id:
        return before
    _keep_deed(books.of(shop), DeedKind.GROUP_ADDED, person_id, title)
    books.of(shop).post(person_id, RoomLetter(chat_id), Urgency.NOW)
    return books.rooms.keep(chat_id, title=title, shop_id=shop.id, added_by=person_id)


def _keep_removed(books: Books, change: ChatMemberUpdated, shops: Shops) -> None:
    """The one who brought the group, or else whoever leads the shop, is told."""
    room = books.rooms.leave(change.chat.id)
    shop = shops.get(room.shop_id) if room is not None else None
    if room is None or shop is None:
        return
    by = change.from_user.id if shop.is_team(change.from_user.id) else None
    _keep_deed(books.of(shop), DeedKind.GROUP_LEFT, by, room.title)
    keeper = room.added_by if room.added_by in shop.team else next(iter(shop.managers), None)
    if keeper is not None:
        note = NoteLetter("note-room-left", (("group", isolated(room.title)),))
        books.of(shop).post(keeper, note, Urgency.NOW)


def _keep_deed(books: Books, kind: DeedKind, by: int | None, title: str) -> None:
    books.roster.keep_deed(kind, by, group=title)


def _is_in(member: Any) -> bool:
    """Whether someone is in a chat; who is restricted may be in it or not."""
    return member.status in PRESENT or bool(getattr(member, "is_member", False))


def _title(title: str | None) -> str:
    return clean(title or "")[:LONGEST_TITLE]


async def _team_in(bot: Bot, chat_id: int, shops: Shops) -> tuple[Shop, int] | None:
    """The one shop whose people are in a group, and the first of them; None for none or several."""
    found = []
    for shop in shops.all():
        for person_id in shop.team:
            if await _is_present(bot, chat_id, person_id):
                found.append((shop, person_id))
                break
    return found[0] if len(found) == 1 else None


async def _is_present(bot: Bot, chat_id: int, person_id: int) -> bool:
    try:
        member = await bot.get_chat_member(chat_id, person_id)
    except REFUSALS:
        return False
    return _is_in(member)
