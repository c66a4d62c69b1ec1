"""Notes as Telegram messages."""

from html import escape

from bot.core.letters import NoteLetter
from bot.locale import Locale
from handlers.writing import Drawn, one_direction


def draw_note(note: NoteLetter, locale: Locale) -> Drawn:
    """One of the bot's own sentences."""
    args = {name: escape(value) for name, value in note.args}
    # Notes insert numbers only, which people copy into `.env`: no marks around them.
    return Drawn(one_direction(locale.plain.say(note.message, **args), locale))
