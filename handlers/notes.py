"""Notes and briefs as Telegram messages."""

from html import escape

from bot.core.letters import BriefLetter, NoteLetter
from bot.locale import Locale
from handlers.card import MARKS, QUOTATION, Drawn, isolated, one_direction, signal_label


def draw_note(note: NoteLetter, locale: Locale) -> Drawn:
    """One of the bot's own sentences."""
    args = {name: escape(value) for name, value in note.args}
    # Notes insert numbers only, which people copy into `.env`: no marks around them.
    return Drawn(one_direction(locale.plain.say(note.message, **args), locale))


def draw_brief(brief: BriefLetter, locale: Locale) -> Drawn:
    """What the manager needs to take over, in a few lines."""
    unknown = locale.say("brief-unknown")
    reasons = dict.fromkeys(signal_label(reason, locale) for reason in brief.reasons)
    steps = [locale.say(f"step-{step.replace('_', '-')}") for step in brief.steps_used]
    comma = locale.say("list-comma")
    lines = [
        locale.say(
            "brief-headline",
            seller=escape(brief.seller or unknown),
            customer=escape(brief.customer or unknown),
        ),
        locale.say(
            "brief-tension",
            tension=locale.say(f"tension-{brief.tension.name.lower()}"),
            course="".join(MARKS[tension] for tension in brief.course),
        ),
    ]
    if reasons:
        lines.append(locale.plain.say("brief-why", reasons=comma.join(reasons)))
    if steps:
        lines.append(locale.plain.say("brief-steps", steps=comma.join(steps)))
    if brief.last_words:
        lines.append(locale.say("brief-last-words"))
        lines += [
            f"{QUOTATION}{escape(isolated(words[:500]))}</blockquote>" for words in brief.last_words
        ]
    return Drawn(one_direction("\n".join(lines), locale))
