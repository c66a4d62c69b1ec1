"""Messages and files on their way to whoever wrote or pressed."""

from aiogram.enums import ParseMode
from aiogram.types import BufferedInputFile, CallbackQuery, LinkPreviewOptions, Message

from handlers.writing import Drawn


async def send(to: Message | CallbackQuery, drawn: Drawn) -> None:
    """A new message to whoever wrote or pressed."""
    if to.bot is None or to.from_user is None:
        return
    await to.bot.send_message(
        to.from_user.id,
        drawn.text,
        parse_mode=ParseMode.HTML,
        reply_markup=drawn.keyboard,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


async def send_file(
    to: Message | CallbackQuery, name: str, text: str, drawn: Drawn | None = None
) -> None:
    """A text as a document, with a caption and buttons where `drawn` gives them."""
    if to.bot is None or to.from_user is None:
        return
    await to.bot.send_document(
        to.from_user.id,
        BufferedInputFile(text.encode(), name),
        caption=drawn.text if drawn is not None else None,
        parse_mode=ParseMode.HTML,
        reply_markup=drawn.keyboard if drawn is not None else None,
    )
