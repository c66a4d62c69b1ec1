"""`python -m benchmarks.bare_ptb URL TOKEN`: an echo bot as its examples write it."""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def on_message(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it back."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "…")


def main(url: str, token: str) -> None:
    """Poll until stopped."""
    builder = Application.builder().token(token)
    application = builder.base_url(f"{url}/bot").base_file_url(f"{url}/file/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, on_message))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
