"""The shop's own links and names, learned from what its team and its channel write in public.

By them a comment's link is known to lead elsewhere, without anybody listing the shop's own.
"""

from collections.abc import Iterator

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message

from bot.core.addresses import addresses_in, name_address
from bot.core.people import Shop
from bot.core.room import Room
from bot.store.ledger import Ledger
from handlers.rooms import GROUPS, is_own_voice
from handlers.turns import links_behind, words_of

MOST_REMEMBERED = 10_000


async def is_own_voice_of_shop(message: Message, shop: Shop, room: Room | None = None) -> bool:
    """Whether the team or the shop's channel speaks in one of its groups.

    A coroutine, because aiogram calls filters of any other kind in a thread.
    """
    if message.chat.type not in GROUPS or room is None or not room.is_heard:
        return False
    if message.sender_chat is not None:
        return bool(message.is_automatic_forward) or is_own_voice(message, room)
    return message.from_user is not None and shop.is_team(message.from_user.id)


class OwnAddresses:
    """Keeps new addresses only: most messages bear none, or those known."""

    def __init__(self) -> None:
        """Start with none known."""
        self._known: set[tuple[int, str]] = set()

    async def on_own_voice(self, message: Message, ledger: Ledger, shop: Shop) -> None:
        """Learn, then let the message go on to whoever hears it."""
        new = {each for each in _addresses(message) if (shop.id, each) not in self._known}
        if new:
            await ledger.write(lambda books: books.comments.keep_own_addresses(sorted(new)))
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            self._known.update((shop.id, each) for each in new)
        raise SkipHandler


def _addresses(message: Message) -> Iterator[str]:
    """In the words, behind them, and the names of who speaks and where."""
    yield from addresses_in(words_of(message))
    for link in links_behind(message):
        yield from addresses_in(link)
    for named in (message.chat, message.sender_chat, message.from_user):
        if named is not None and named.username:
            yield name_address(named.username)
