"""What a replay found, as one message: how much was looked at, and the cards that change."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.card import shorten
from bot.core.rehearsal import Change, Difference, Replay
from bot.locale import Locale
from handlers.playbooks.moments import when
from handlers.playbooks.room import fitting, left, size, written
from handlers.trying.cards import name_of_step
from handlers.writing import Drawn, one_direction, quoted

SHOWN_OF_EACH = 10
NAME_SHOWN = 40
WORDS_SHOWN = 80
REMARK_ROOM = 100


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at: the change's file, how many days back, and when, in seconds.

    `is_cut` says that there was more than is read.
    """

    file: str
    days: int
    now: float
    is_cut: bool = False


def draw_looking(looked: Looked, locale: Locale) -> Drawn:
    """What is said while a replay goes on."""
    said = locale.say("replay-looking", days=looked.days, file=written(looked.file))
    return Drawn(one_direction(said, locale))


def draw_replay(found: Replay, looked: Looked, locale: Locale) -> Drawn:
    """The result: counts first, then up to `SHOWN_OF_EACH` cards of each kind that have room."""
    headline = locale.say("replay-headline", days=looked.days, file=written(looked.file))
    if not found.turns:
        return _drawn([headline, locale.say("replay-nothing-said")], locale)
    paragraphs = [f"{headline}\n{_scope(found, looked, locale)}", _counts(found, locale)]
    closing = locale.say("replay-closing")
    lists = [(change, found.of(change)) for change in Change if found.of(change)]
    room = left([*paragraphs, closing])
    for place, (change, differences) in enumerate(lists):
        section = _section(change, differences, looked, locale, room // (len(lists) - place))
        paragraphs.append(section)
        room -= size(section)
    return _drawn([*paragraphs, closing], locale)


def _scope(found: Replay, looked: Looked, locale: Locale) -> str:
    words = "replay-scope-cut" if looked.is_cut else "replay-scope"
    talks = locale.say("replay-talks", count=found.talks)
    turns = locale.say("replay-turns", count=found.turns)
    return locale.plain.say(words, talks=talks, turns=turns)


def _counts(found: Replay, locale: Locale) -> str:
    lines = [
        locale.say(f"replay-{change.value}", count=len(found.of(change)))
        for change in Change
        if found.of(change)
    ]
    if not lines:
        return locale.say("replay-no-difference")
    return "\n".join([*lines, locale.say("replay-same", count=found.same)])


def _section(
    change: Change, differences: Sequence[Difference], looked: Looked, locale: Locale, room: int
) -> str:
    title = locale.say(f"replay-title-{change.value}")
    entries = [_entry(each, looked, locale) for each in differences[:SHOWN_OF_EACH]]
    kept = fitting(entries, room - size(title) - REMARK_ROOM, between="\n")
    more = len(differences) - len(kept)
    rest = [locale.say("replay-more", count=more)] if more else []
    return "\n".join([title, *kept, *rest])


def _entry(difference: Difference, looked: Looked, locale: Locale) -> str:
    before, after = difference.before, difference.after
    name = difference.talk.customer or locale.say("card-customer")
    who = written(shorten(name, NAME_SHOWN))
    said_at = when(before.turn.at, looked.now, locale)
    lines = [
        f"<b>{who}</b> · {said_at}",
        quoted(shorten(before.turn.text, WORDS_SHOWN)),
        locale.plain.say("replay-now", step=name_of_step(before, locale)),
        locale.plain.say("replay-then", step=name_of_step(after, locale)),
    ]
    if difference.fresh is not None:
        words = written(shorten(difference.fresh, WORDS_SHOWN))
        lines.append(locale.plain.say("replay-words", words=words))
    return "\n".join(lines)


def _drawn(paragraphs: list[str], locale: Locale) -> Drawn:
    return Drawn(one_direction("\n\n".join(paragraphs), locale))
