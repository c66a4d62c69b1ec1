"""Someone of a team blocks Aram in their own chat, or lets it write again."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import ChatMemberUpdated, Update

from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.onboarding import welcome_back

GONE = frozenset({"kicked", "left"})


def build_router() -> Router:
    """Aram's own standing in private chats; that in groups is for `rooms`."""
    router = Router(name="reach")
    router.my_chat_member.register(on_own_standing, F.chat.type == ChatType.PRIVATE)
    return router


async def on_own_standing(
    change: ChatMemberUpdated, event_update: Update, whole_ledger: Ledger, shops: Shops
) -> None:
    """Keep whether they can be written to; what waited for them comes as soon as they can."""
    person_id = change.chat.id
    if not shops.is_team(person_id):
        return
    is_gone = change.new_chat_member.status in GONE

    def keep(books: Books) -> None:
        if is_gone:
            books.mark_unreachable(person_id)
        else:
            books.mark_reachable(person_id)
            welcome_back(books, person_id)

    await whole_ledger.write_once(event_update.update_id, keep)
