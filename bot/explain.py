"""`aram assess --text`: one message, and everything found in it, for a person at a terminal."""

from rich.console import Console
from rich.table import Table

from bot.app import build_coach, build_locales, terminal_language
from bot.core.advice import Audience
from bot.core.card import Reason
from bot.core.coach import Coach, Heard
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.language import Reader
from bot.locale import Locale
from bot.settings import Settings

_MOST = 8


def explain(text: str, settings: Settings, *, whole: bool = False) -> None:
    """Print text, tension, situations, signals with their words and weights, and the advice.

    `whole` prints every signal, those that were looked for and not found as well.
    """
    locale = build_locales().get(terminal_language()).plain
    coach = build_coach(settings)
    heard = coach.hear(Memory(), Course(), Turn(Who.CUSTOMER, text, at=0.0))
    console = Console(highlight=False)
    for line in [_read_as(text, locale), *_summary(heard, locale)]:
        console.print(line, markup=False)
    console.print(_signals(heard, locale, whole=whole))
    for line in _advice(coach, heard, locale):
        console.print(line, markup=False)


def _read_as(text: str, locale: Locale) -> str:
    return locale.say("explain-reading", text=" ".join(Reader().write(text).split()))


def _summary(heard: Heard, locale: Locale) -> list[str]:
    found = heard.assessment
    names = [
        locale.say(f"situation-{situation.value.replace('_', '-')}")
        for situation in found.situations
    ]
    return [
        locale.say(
            "explain-tension",
            tension=locale.say(f"tension-{found.tension.name.lower()}"),
            risk=round(100 * found.risk),
        ),
        locale.say("explain-situations", situations=locale.say("list-comma").join(names) or "–"),
        locale.say(f"decision-{heard.decision.value.replace('_', '-')}"),
    ]


def _signals(heard: Heard, locale: Locale, *, whole: bool) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("explain-signal", "explain-weight", "explain-words"):
        table.add_column(locale.say(column))
    signals = sorted(heard.assessment.signals, key=lambda signal: -abs(signal.weight))
    for signal in signals if whole else heard.assessment.fired()[:_MOST]:
        label = _label(Reason(signal.name, signal.words, signal.situation), locale)
        weight = f"{signal.weight:+.2f}" if signal.fired else "–"
        table.add_row(label, weight, locale.say("list-comma").join(signal.words))
    return table


def _label(reason: Reason, locale: Locale) -> str:
    label = locale.say(f"signal-{reason.name.replace('_', '-')}")
    if reason.situation is None:
        return label
    return f"{label}: {locale.say(f'situation-{reason.situation.value.replace("_", "-")}')}"


def _advice(coach: Coach, heard: Heard, locale: Locale) -> list[str]:
    showing = heard.course.showing
    if showing is None:
        return []
    audience = Audience(seller_locale=locale.language, customer_locale=heard.memory.language)
    advice = coach.ladder.advise(showing, audience)
    if advice is None:
        return []
    kind = locale.say(f"step-{advice.kind.value.replace('_', '-')}")
    return [
        advice.title,
        locale.say("explain-step", number=advice.step, of=advice.steps, kind=kind),
        advice.advice,
        *(f"  {number}. {draft}" for number, draft in enumerate(advice.drafts, start=1)),
    ]
