"""What a trial found, in the words of the terminal."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.core.card import shorten
from bot.core.rehearsal import Change, Difference, Replay, Shown
from bot.language.calendar import Dates, shop_zone
from bot.locale import Locale

WORDS_SHOWN = 60
MARKS = {Change.APPEARS: "+", Change.VANISHES: "−", Change.DIFFERS: "≠"}


def summary(found: Replay, locale: Locale) -> Iterator[str]:
    """How much was looked at, and how many cards would change."""
    if not found.turns:
        yield locale.say("replay-nothing-said")
        return
    talks = locale.say("replay-talks", count=found.talks)
    turns = locale.say("replay-turns", count=found.turns)
    yield locale.say("replay-scope", talks=talks, turns=turns)
    changes = [change for change in Change if found.of(change)]
    if not changes:
        yield locale.say("replay-no-difference")
        return
    for change in changes:
        yield locale.say(f"replay-{change.value}", count=len(found.of(change)))
    yield locale.say("replay-same", count=found.same)


def row_of(difference: Difference, locale: Locale) -> tuple[str, ...]:
    """A card that changes, one text for each column."""
    before = difference.before
    return (
        MARKS[difference.change],
        difference.talk.customer or "–",
        _moment(before.turn.at, locale),
        shorten(before.turn.text, WORDS_SHOWN),
        step_of(before, locale),
        then_of(difference, locale),
    )


def then_of(difference: Difference, locale: Locale) -> str:
    """The playbook and step of a changed card; and where these stay, its first new words."""
    step = step_of(difference.after, locale)
    if difference.fresh is None:
        return step
    return f"{step}\n{locale.say('replay-words', words=difference.fresh)}"


def _moment(at: float, locale: Locale) -> str:
    moment, zone, dates = datetime.fromtimestamp(at, UTC), shop_zone.get(), Dates(locale.language)
    return locale.say("list-comma").join((dates.day(moment, zone), dates.clock(moment, zone)))


def step_of(shown: Shown, locale: Locale) -> str:
    """The playbook and step that speak, or that Aram is silent."""
    advice = shown.advice
    if advice is None:
        return locale.say("trying-silent")
    if not shown.alert:
        return locale.say("trying-farewell", title=advice.title)
    return locale.say("trying-step", title=advice.title, number=advice.step, of=advice.steps)


def card_lines(shown: Shown, locale: Locale) -> list[str]:
    """The card in full, or why there is none."""
    tension = locale.say(f"tension-{shown.tension.name.lower()}")
    risk = round(100 * shown.assessment.risk)
    lines = [
        locale.say("explain-tension", tension=tension, risk=risk),
        locale.say(f"would-{shown.decision.value.replace('_', '-')}"),
    ]
    if shown.advice is None:
        return lines
    drafts = enumerate(shown.advice.drafts, start=1)
    words = [f"  {number}. {draft}" for number, draft in drafts]
    return [*lines, step_of(shown, locale), shown.advice.advice, *words]
