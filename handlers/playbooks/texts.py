"""One text of a playbook: brought up as a message of its own, changed by replying to it.

The message's buttons say which text it is and in which version it was read; Telegram sends them
back with the reply, so nothing has to be remembered and a restart is not noticed.
"""

import asyncio
from html import escape

from aiogram.types import CallbackQuery, Message

from bot.content.edit import Edit, EditError, What, edited
from bot.content.editable import Editable
from bot.content.files import spot_of
from bot.content.shape import Role
from bot.core.edition import Change, Deed, Version, Way
from bot.core.people import Shop
from bot.locale import Locale, Locales
from bot.publishing.office import Office
from bot.store.ledger import Ledger
from handlers.keyboards import carried_by
from handlers.playbooks.buttons import AVOID, OVERVIEW, OpenButton, TextButton, TextDeed
from handlers.playbooks.opened import draw_page
from handlers.playbooks.proposals import offer
from handlers.playbooks.refusals import draw_meanwhile
from handlers.playbooks.shelf import Shelf, Shelves
from handlers.playbooks.steps import place_of_new_draft, texts_of_step
from handlers.playbooks.text_screens import draw_new_draft, draw_text
from handlers.screens import show, tell
from handlers.sending import send
from handlers.turns import clean
from handlers.writing import TURNING, Drawn, one_direction

CARRIES = frozenset({TextDeed.SET, TextDeed.INSERT})
DIRECTION_MARKS = "\u200e\u200f"
EDITED_HERE = frozenset({Role.TITLE, Role.ADVICE, Role.DRAFT, Role.REMARK})


async def is_reply_to_text(message: Message) -> dict[str, TextButton] | bool:
    """A filter: whether somebody replies to a text brought up here; a command is no new text."""
    if (message.text or "").startswith("/"):
        return False
    said = carried_by(message.reply_to_message, TextButton)
    carried = next((each for each in said if each.deed in CARRIES), None)
    return {"carried": carried} if carried is not None else False


async def on_text_reply(
    message: Message,
    carried: TextButton,
    ledger: Ledger,
    office: Office,
    shelves: Shelves,
    locale: Locale,
) -> None:
    """New words: prepared as a change of the version that was seen, never of a newer one."""
    words = _as_typed(clean(message.text or ""))
    if not words:
        await send(message, _sentence("playbooks-words-only", locale))
        return
    shelf, version = await shelves.now(ledger), await _version(carried, ledger)
    if version is None:
        await send(message, _sentence("playbooks-gone", locale))
    elif not _is_newest(version, shelf):
        await _say_meanwhile(message, carried, version, shelf, ledger, locale)
    elif not _is_there(shelf, version, carried):
        await send(message, _sentence("playbooks-gone", locale))
    else:
        what = What.SET if carried.deed is TextDeed.SET else What.INSERT
        edit = Edit(carried.path, words, what)
        await _prepare(message, version, edit, office, ledger, locale)


async def on_text_button(
    query: CallbackQuery,
    callback_data: TextButton,
    ledger: Ledger,
    office: Office,
    shelves: Shelves,
    locale: Locale,
    locales: Locales,
    shop: Shop,
) -> None:
    """Bring a text up, begin a new draft, remove one, or go back from a text to its step."""
    shelf, version = await shelves.now(ledger), await _version(callback_data, ledger)
    spot = spot_of(version.file) if version is not None else None
    if version is None or spot is None:
        await tell(query, locale.say("playbooks-gone"), alert=True)
        return
    page = _page(shelf, version, callback_data)
    text = _find(shelf, version, callback_data)
    is_newest = _is_newest(version, shelf)
    if callback_data.deed in CARRIES or not (
        is_newest and _is_there(shelf, version, callback_data)
    ):
        stale = None if is_newest else locale.say("playbooks-changed-meanwhile")
        await tell(query, stale, alert=stale is not None)
        opened = OpenButton(id=spot.name, locale=spot.locale, page=page)
        drawn = await draw_page(shelf, opened, query.from_user, ledger, locale, locales, shop)
        await show(query, drawn or _sentence("playbooks-gone", locale))
        return
    await tell(query)
    if callback_data.deed is TextDeed.REMOVE:
        edit = Edit(callback_data.path, what=What.REMOVE)
        await _prepare(query, version, edit, office, ledger, locale)
    elif text is not None and callback_data.deed is TextDeed.EDIT:
        await send(query, draw_text(text, version, shelf, locale))
    else:
        await send(query, draw_new_draft(callback_data, version, locale, page=page))


async def _prepare(
    to: Message | CallbackQuery,
    version: Version,
    edit: Edit,
    office: Office,
    ledger: Ledger,
    locale: Locale,
) -> None:
    try:
        text = await asyncio.to_thread(edited, version.text or "", [edit], version.file)
    except EditError as error:
        said = escape(locale.error_sentence(error))
        await send(to, Drawn(one_direction(said, locale)))
        return
    person = to.from_user
    change = Change(
        file=version.file,
        text=text,
        is_on=version.is_on,
        deed=Deed.EDIT,
        way=Way.CHAT,
        base=version.number,
        by=person.id if person is not None else None,
        by_name=clean(person.first_name) if person is not None else None,
    )
    outcome = await office.prepare(change)
    await offer(to, outcome, ledger, locale, base=version, words=edit.text or None)


async def _say_meanwhile(
    message: Message,
    carried: TextButton,
    version: Version,
    shelf: Shelf,
    ledger: Ledger,
    locale: Locale,
) -> None:
    """Somebody was quicker: who, what, and the text as it is now, to be replied to anew."""
    now = await ledger.write(lambda books: books.now)
    newest = shelf.edition.newest(version.file) or version
    await send(message, draw_meanwhile(newest, locale, base=version, now=now))
    text = _find(shelf, newest, carried)
    if text is not None and carried.deed is TextDeed.SET:
        await send(message, draw_text(text, newest, shelf, locale))


async def _version(carried: TextButton, ledger: Ledger) -> Version | None:
    number = carried.version
    return await ledger.write(lambda books: books.versions.version(number))


def _as_typed(text: str) -> str:
    """Words without the marks of direction that copying them from a screen of ours brings along."""
    lines = (line.translate(TURNING).lstrip(DIRECTION_MARKS) for line in text.split("\n"))
    return "\n".join(lines).strip()


def _is_newest(version: Version, shelf: Shelf) -> bool:
    newest = shelf.edition.newest(version.file)
    return newest is not None and newest.number == version.number


def _is_there(shelf: Shelf, version: Version, said: TextButton) -> bool:
    """Whether what a button names can be changed so: a text, a draft, the place for a new draft."""
    match said.deed:
        case TextDeed.ADD | TextDeed.INSERT:
            spot = spot_of(version.file)
            texts = shelf.editables(spot.name, spot.locale) if spot is not None else ()
            step = _page(shelf, version, said) - 1
            return place_of_new_draft(texts_of_step(texts, step)) == (version.file, said.path)
        case TextDeed.REMOVE:
            text = _find(shelf, version, said)
            return text is not None and text.role is Role.DRAFT
        case _:
            text = _find(shelf, version, said)
            return text is not None and text.role in EDITED_HERE


def _find(shelf: Shelf, version: Version, said: TextButton) -> Editable | None:
    """The text of today's playbook at a place that a button names."""
    spot = spot_of(version.file)
    if spot is None:
        return None
    texts = shelf.editables(spot.name, spot.locale)
    same = (each for each in texts if (each.file, each.path) == (version.file, said.path))
    return next(same, None)


def _page(shelf: Shelf, version: Version, said: TextButton) -> int:
    """The page on which a text, or the place for a new one, is found."""
    if said.path[0] == "avoid":
        return AVOID
    spot = spot_of(version.file)
    texts = shelf.editables(spot.name, spot.locale) if spot is not None else ()
    step = next(
        (
            each.step
            for each in texts
            if each.file == version.file and each.path[:2] == said.path[:2]
        ),
        None,
    )
    return step + 1 if step is not None else OVERVIEW


def _sentence(message_id: str, locale: Locale) -> Drawn:
    return Drawn(one_direction(locale.say(message_id), locale))
