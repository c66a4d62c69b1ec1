"""What becomes of a proposed change: published, dropped, tried, or made anew of a newer version."""

from html import escape

from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.content.files import spot_of
from bot.core.edition import Version
from bot.core.people import Shop
from bot.errors import ContentError
from bot.locale import Locale, Locales
from bot.publishing.office import Office
from bot.publishing.publisher import Refused
from bot.store.ledger import Ledger
from handlers.keyboards import button
from handlers.playbooks.buttons import ProposalButton, ProposalDeed
from handlers.playbooks.opened import sample_names
from handlers.playbooks.proposals import draw_dropped, draw_published, offer
from handlers.playbooks.refusals import draw_declined
from handlers.playbooks.sample_card import draw_sample_card
from handlers.playbooks.shelf import Shelves, read_shelf
from handlers.playbooks.together import made_anew
from handlers.screens import show, tell
from handlers.sending import send
from handlers.turns import clean
from handlers.writing import Drawn, one_direction


async def on_proposal_button(
    query: CallbackQuery,
    callback_data: ProposalButton,
    ledger: Ledger,
    office: Office,
    shelves: Shelves,
    locale: Locale,
    locales: Locales,
    shop: Shop,
) -> None:
    """Publish, drop, or try: each may be pressed again and does nothing twice."""
    number = callback_data.proposal
    match callback_data.deed:
        case ProposalDeed.PUBLISH:
            await _publish(query, number, ledger, office, locale)
        case ProposalDeed.DROP:
            await office.drop(number, query.from_user.id)
            await _settled(query, number, ledger, locale)
        case ProposalDeed.TRY:
            await _try(query, number, ledger, shelves, locale, locales, shop)
        case ProposalDeed.AGAIN:
            await _make_anew(query, number, ledger, office, locale)


async def _publish(
    query: CallbackQuery, number: int, ledger: Ledger, office: Office, locale: Locale
) -> None:
    outcome = await office.confirm(number, query.from_user.id)
    if isinstance(outcome, Version):
        await tell(query, locale.say("playbooks-told-published"))
        await _settled(query, number, ledger, locale, told=True)
    elif outcome.reason is Refused.NOT_OPEN:
        await _settled(query, number, ledger, locale)
    else:
        await tell(query, locale.say("playbooks-told-refused"), alert=True)
        base, now = await _base(number, ledger)
        again = await made_anew(number, query.from_user.id, ledger)
        ways_out = [_again(number, locale)] if again is not None else []
        await show(query, draw_declined(outcome, locale, now=now, base=base, ways_out=ways_out))


async def _settled(
    query: CallbackQuery, number: int, ledger: Ledger, locale: Locale, *, told: bool = False
) -> None:
    """Show what has become of a proposal of one's own."""
    proposal = await ledger.write(lambda books: books.versions.proposal(number))
    if proposal is None or proposal.change.by != query.from_user.id or proposal.is_open:
        await tell(query, locale.say("playbooks-gone"), alert=True)
        return
    if proposal.published is None:
        await tell(query, locale.say("playbooks-told-dropped"))
        await show(query, draw_dropped(proposal.change, locale))
        return
    if not told:
        await tell(query, locale.say("playbooks-told-published-before"))
    published = proposal.published
    version = await ledger.write(lambda books: books.versions.version(published))
    base, _ = await _base(number, ledger)
    if version is not None:
        await show(query, draw_published(version, base, locale))


async def _try(
    query: CallbackQuery,
    number: int,
    ledger: Ledger,
    shelves: Shelves,
    locale: Locale,
    locales: Locales,
    shop: Shop,
) -> None:
    """How a card would look with the change; nothing is sent to anybody else."""
    proposal = await ledger.write(lambda books: books.versions.proposal(number))
    if proposal is None or proposal.change.by != query.from_user.id:
        await tell(query, locale.say("playbooks-gone"), alert=True)
        return
    await tell(query)
    spot = spot_of(proposal.change.file)
    try:
        now = await shelves.now(ledger)
        then = await read_shelf(now.edition.with_change(proposal.change))
    except ContentError as error:
        said = escape(locale.error_sentence(error))
        await send(query, Drawn(one_direction(said, locale)))
        return
    language = spot.locale if spot is not None else locale.language
    seller = clean(query.from_user.first_name)
    names = sample_names(then.house, locales.get(language), shop, seller=seller)
    await send(query, draw_sample_card(now, then, proposal.change, language, locale, names=names))


async def _make_anew(
    query: CallbackQuery, number: int, ledger: Ledger, office: Office, locale: Locale
) -> None:
    """The same change on top of the newest version; it is shown and confirmed once more."""
    change = await made_anew(number, query.from_user.id, ledger)
    if change is None:
        await tell(query, locale.say("playbooks-gone"), alert=True)
        return
    await tell(query)
    await office.drop(number, query.from_user.id)
    await offer(query, await office.prepare(change), ledger, locale)


async def _base(number: int, ledger: Ledger) -> tuple[Version | None, float]:
    """The version that a proposal was made from, and the time."""
    proposal, now = await ledger.write(lambda books: (books.versions.proposal(number), books.now))
    base = proposal.change.base if proposal is not None else None
    if base is None:
        return None, now
    return await ledger.write(lambda books: books.versions.version(base)), now


def _again(number: int, locale: Locale) -> InlineKeyboardButton:
    said = ProposalButton(proposal=number, deed=ProposalDeed.AGAIN)
    return button(locale.say("playbooks-button-again"), said)
