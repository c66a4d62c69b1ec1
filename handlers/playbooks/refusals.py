"""Why a change was not made, in a manager's words, with file, line and remedy."""

from collections.abc import Sequence
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.content.difference import difference
from bot.content.problems import Problem, sentence
from bot.core.edition import Version
from bot.locale import Locale
from bot.publishing.publisher import Declined, Refused
from handlers.keyboards import button, keyboard
from handlers.playbooks.buttons import HistoryButton, opening_of
from handlers.playbooks.difference import draw_difference
from handlers.playbooks.moments import when, who
from handlers.playbooks.room import block, fitting, left, size
from handlers.writing import Drawn, one_direction

MOST_PROBLEMS = 12
LONGEST_GIVEN_BACK = 1500


def draw_declined(
    declined: Declined,
    locale: Locale,
    *,
    now: float,
    base: Version | None = None,
    ways_out: Sequence[InlineKeyboardButton] = (),
    words: str | None = None,
) -> Drawn:
    """The refusal; `base` is the version that the change was made from.

    `ways_out` are offered where somebody else was quicker. The `words` of a reply are given back,
    to be mended and sent once more.
    """
    match declined.reason:
        case Refused.CONFLICT if declined.meanwhile is not None:
            newest = declined.meanwhile
            return draw_meanwhile(newest, locale, base=base, now=now, ways_out=ways_out)
        case Refused.BROKEN:
            yours = _given_back(words, locale) if words else []
            broken = "playbooks-refused-words" if yours else "playbooks-refused-broken"
            paragraphs = [locale.say(broken)]
            paragraphs += problem_lines(declined.problems, locale, left([*paragraphs, *yours]))
            paragraphs += yours
        case _:
            words = f"playbooks-refused-{declined.reason.value.replace('_', '-')}"
            paragraphs = [locale.say(words)]
    return Drawn(one_direction("\n\n".join(paragraphs), locale))


def _given_back(words: str, locale: Locale) -> list[str]:
    """What a manager wrote, in a block to copy, where it has room."""
    if size(words) > LONGEST_GIVEN_BACK:
        return []
    return [locale.say("playbooks-refused-yours"), block(words)]


def draw_meanwhile(
    meanwhile: Version,
    locale: Locale,
    *,
    now: float,
    base: Version | None,
    ways_out: Sequence[InlineKeyboardButton] = (),
) -> Drawn:
    """Who published what since the version that a manager had before their eyes."""
    said = locale.say(
        "playbooks-refused-conflict",
        who=who(meanwhile, locale),
        number=meanwhile.number,
        file=escape(meanwhile.file),
        when=when(meanwhile.at, now, locale),
    )
    before = base.text if base is not None else None
    lines = difference(before, meanwhile.text)
    changed, _ = draw_difference(lines, locale, left([said]) - 100)
    deed = locale.say(f"playbooks-deed-{meanwhile.deed.value.replace('_', '-')}")
    what = f"{locale.say('playbooks-meanwhile-changed')} {deed}\n{changed}".strip()
    rows = keyboard(
        list(ways_out),
        [
            *opening_of(meanwhile.file, locale),
            button(locale.say("playbooks-button-history"), HistoryButton(version=meanwhile.number)),
        ],
    )
    return Drawn(one_direction("\n\n".join([said, what]), locale), rows)


def problem_lines(problems: Sequence[Problem], locale: Locale, room: int) -> list[str]:
    """Every problem that has room, each a sentence; how many more there are."""
    sentences = [escape(sentence(problem, locale.say)) for problem in problems[:MOST_PROBLEMS]]
    kept = fitting(sentences, room - 100)
    more = len(problems) - len(kept)
    return [*kept, *([locale.say("playbooks-more-problems", count=more)] if more else [])]
