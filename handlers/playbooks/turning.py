"""A playbook turned off or on, which waits for a confirmation like every change."""

from aiogram.types import CallbackQuery

from bot.locale import Locale
from bot.publishing.office import Office
from bot.store.ledger import Ledger
from handlers.playbooks.buttons import TurnButton
from handlers.playbooks.proposals import offer
from handlers.screens import tell
from handlers.turns import clean


async def on_turn_button(
    query: CallbackQuery,
    callback_data: TurnButton,
    ledger: Ledger,
    office: Office,
    locale: Locale,
) -> None:
    """Prepare it; the file is known by one of its versions."""
    number = callback_data.version
    version = await ledger.write(lambda books: books.versions.version(number))
    if version is None:
        await tell(query, locale.say("playbooks-gone"), alert=True)
        return
    await tell(query)
    person = query.from_user
    outcome = await office.turn(version.file, callback_data.on, person.id, clean(person.first_name))
    await offer(query, outcome, ledger, locale, base=version)
