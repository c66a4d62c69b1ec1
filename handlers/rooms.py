"""Which groups are the shop's: those in which Telegram, or their own deed, shows one of its team.

Whoever is not of the shop may add Aram to a group, too; there it does not listen. What was found
out is kept until the process ends; what Telegram could not be asked is asked again.
"""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ChatMemberUpdated, Message

from bot.core.people import Shop
from bot.store.ledger import Ledger

PRESENT = frozenset({"creator", "administrator", "member"})
REFUSALS = (TelegramBadRequest, TelegramForbiddenError)


@dataclass(frozen=True, slots=True)
class Room:
    """A group of the shop's: who of the team was found in it, and the channel it belongs to."""

    keeper_id: int
    channel_id: int | None = None

    def is_own_voice(self, message: Message) -> bool:
        """Whether an admin speaks in the name of the group itself or of its channel."""
        voice = message.sender_chat
        return voice is not None and voice.id in (message.chat.id, self.channel_id)


class Rooms:
    """Remembers groups by their chat's id; None stands for a group without the team."""

    def __init__(self) -> None:
        """Start with none."""
        self._known: dict[int, Room | None] = {}

    async def admit(
        self, message: Message, bot: Bot, ledger: Ledger, shop: Shop
    ) -> dict[str, Room] | bool:
        """A filter: only the shop's groups are heard; puts `room` beside the handler's arguments.

        A group known as a stranger's becomes the shop's when one of the team speaks in it.
        """
        chat_id = message.chat.id
        room = self._known.get(chat_id)
        person = message.from_user if message.sender_chat is None else None
        if room is None and person is not None and await _is_team(person.id, ledger, shop):
            room = await self._remember(bot, chat_id, person.id)
        if room is None and chat_id not in self._known:
            room = await self._find(bot, chat_id, ledger, shop)
        return {"room": room} if room is not None else False

    async def on_own_membership(
        self, change: ChatMemberUpdated, bot: Bot, ledger: Ledger, shop: Shop
    ) -> None:
        """Someone has added Aram to a group: the shop's, where it was one of the team."""
        person_id = change.from_user.id
        if change.new_chat_member.status in PRESENT and await _is_team(person_id, ledger, shop):
            await self._remember(bot, change.chat.id, person_id)

    async def _remember(self, bot: Bot, chat_id: int, keeper_id: int) -> Room | None:
        """Keep a group as the shop's, if Telegram can be asked which channel it belongs to."""
        try:
            channel_id = (await bot.get_chat(chat_id)).linked_chat_id
        except REFUSALS:
            channel_id = None
        except TelegramAPIError:
            return Room(keeper_id)
        self._known[chat_id] = Room(keeper_id, channel_id)
        return self._known[chat_id]

    async def _find(self, bot: Bot, chat_id: int, ledger: Ledger, shop: Shop) -> Room | None:
        """Look for the team in a group; while nobody is named, for whom its customers reached."""
        try:
            keeper_id = await _keeper(bot, chat_id, ledger, shop)
        except TelegramAPIError:
            return None
        if keeper_id is not None:
            return await self._remember(bot, chat_id, keeper_id)
        if _named(shop):
            self._known[chat_id] = None
        return None


async def _is_team(person_id: int, ledger: Ledger, shop: Shop) -> bool:
    """Whether someone is named as one of the team; while nobody is, whether they have met Aram."""
    if _named(shop):
        return shop.is_team(person_id)
    return await ledger.write(lambda books: books.person(person_id) is not None)


async def _keeper(bot: Bot, chat_id: int, ledger: Ledger, shop: Shop) -> int | None:
    if not _named(shop):
        return await ledger.write(lambda books: books.last_seller_in(chat_id))
    for person_id in _named(shop):
        if await _is_present(bot, chat_id, person_id):
            return person_id
    return None


async def _is_present(bot: Bot, chat_id: int, person_id: int) -> bool:
    try:
        member = await bot.get_chat_member(chat_id, person_id)
    except REFUSALS:
        return False
    return member.status in PRESENT


def _named(shop: Shop) -> tuple[int, ...]:
    """The owner, then the sellers."""
    owner = () if shop.owner_id is None else (shop.owner_id,)
    return (*owner, *sorted(shop.seller_ids - set(owner)))
