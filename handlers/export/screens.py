"""The screen from which figures are taken out as files, and the owner's switch in it."""

from datetime import date

from bot.core.days import Span
from bot.core.spans import Asked, Period, period
from bot.language.calendar import almanac
from bot.locale import Locale
from handlers.keyboards import button, keyboard
from handlers.stats.buttons import Act, ExportButton, ExportWordsButton, Switch
from handlers.stats.words import Voice
from handlers.writing import Drawn, one_direction

FILES = (Act.XLSX, Act.CSV)


def period_of(asked: Asked, today: date, locale: Locale, timezone: str) -> Period:
    """The days that are asked for, none of them after today."""
    begun = Asked(asked.stretch, min(asked.first, today), asked.days)
    return period(begun, today, almanac(locale.language, timezone))


def draw_export(
    asked: Asked, when: Period, locale: Locale, *, has_words: bool, owns: bool
) -> Drawn:
    """What the files hold, and the buttons that make them."""
    voice = Voice(locale, lambda _: None)
    lines = [
        voice.say("export-title", span=voice.span(when)),
        voice.say("export-what"),
        _on_words(locale, has_words=has_words),
    ]
    files = [
        button(voice.say(f"button-export-{each.name.lower()}"), _to(each, asked)) for each in FILES
    ]
    rows = [files]
    if owns:
        act = Switch.OFF if has_words else Switch.ASK
        label = voice.say(f"button-export-words-{act.name.lower()}")
        rows.append([button(label, _switch(act, asked))])
    return Drawn(one_direction("\n\n".join(lines), locale), keyboard(*rows))


def draw_question(asked: Asked, locale: Locale) -> Drawn:
    """What it means to let customers' words out; asked before it is done."""
    voice = locale.plain
    yes = button(voice.say("button-export-words-on"), _switch(Switch.ON, asked))
    no = button(voice.say("button-export-words-no"), _to(Act.BACK, asked))
    return Drawn(one_direction(voice.say("export-words-question"), locale), keyboard([yes], [no]))


def caption_of(span: Span, locale: Locale, *, has_words: bool) -> str:
    """What stands below a file."""
    voice = Voice(locale, lambda _: None)
    first, last = (voice.short(day, of=date.min) for day in (span.first, span.last))
    days = first if first == last else voice.say("export-days", first=first, last=last)
    lines = (voice.say("export-ready", days=days), _on_words(locale, has_words=has_words))
    return one_direction("\n".join(lines), locale)


def _on_words(locale: Locale, *, has_words: bool) -> str:
    return locale.plain.say("export-with-words" if has_words else "export-without-words")


def _to(act: Act, asked: Asked) -> ExportButton:
    return ExportButton(
        act=act, stretch=asked.stretch, first=asked.first.toordinal(), days=asked.days
    )


def _switch(act: Switch, asked: Asked) -> ExportWordsButton:
    return ExportWordsButton(
        act=act, stretch=asked.stretch, first=asked.first.toordinal(), days=asked.days
    )
