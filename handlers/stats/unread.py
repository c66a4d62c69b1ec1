"""Days that could not be read: what was not understood, and how they may be written."""

from datetime import date, timedelta
from html import escape

from bot.language.asked_days import Unread
from bot.locale import Locale
from handlers.stats.words import Voice
from handlers.writing import isolated

LONGEST_QUOTE = 60


def unread_text(unread: Unread, today: date, locale: Locale) -> str:
    """What was not understood, with examples from these days."""
    voice = Voice(locale, lambda _: None)
    words = unread.words[:LONGEST_QUOTE]
    told = voice.say(f"stats-unread-{unread.why}", words=escape(isolated(voice.digits(words))))
    first, last = today - timedelta(9), today
    between = "تا" if voice.is_persian else "to"
    day, end = (voice.short(each, of=today) for each in (first, last))
    return f"{told}\n\n{voice.say('stats-unread-example', day=day, range=f'{day} {between} {end}')}"
