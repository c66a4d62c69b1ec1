"""Lists below the first screen: told apart by something, paged, in a few plain lines each."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.core.stats import By, Group, HardCustomer, StepFigures, Waiting, hard, may_need_help
from handlers.stats.words import Voice
from handlers.writing import isolated

ROWS_ON_A_PAGE = 6


@dataclass(frozen=True, slots=True)
class Leaf[T]:
    """A page of a list, counted from 0."""

    rows: tuple[T, ...]
    number: int
    pages: int


def leaf_of[T](rows: Sequence[T], page: int) -> Leaf[T]:
    """The page, or the nearest that there is."""
    pages = max(1, -(-len(rows) // ROWS_ON_A_PAGE))
    number = min(max(page, 0), pages - 1)
    shown = rows[number * ROWS_ON_A_PAGE :][:ROWS_ON_A_PAGE]
    return Leaf(tuple(shown), number, pages)


def name_of(by: By, key: str, voice: Voice) -> str:
    """What a group is called; plain text."""
    match by:
        case By.SELLER:
            return voice.seller_plain(int(key))
        case By.PLACE:
            return voice.place(key)
        case By.ABOUT:
            return voice.about(key)
        case By.PLAYBOOK:
            return voice.playbook(key)


def group_lines(by: By, leaf: Leaf[Group], span: str, voice: Voice, *, one_day: bool) -> list[str]:
    """The lines of a page of groups."""
    lines = [voice.say(f"stats-list-{by}", span=span)]
    helpless = {each.key for each in may_need_help(leaf.rows)} if one_day else set()
    for each in leaf.rows:
        row = voice.say(
            "stats-row",
            name=escape(isolated(name_of(by, each.key, voice))),
            count=hard(each.counts),
            calmed=each.counts.calmed,
        )
        if each.counts.ended_false_alarm and by is not By.SELLER:
            row = voice.say("stats-row-false", row=row, count=each.counts.ended_false_alarm)
        if by is By.SELLER and each.key in helpless:
            row = voice.say("stats-row-help", row=row)
        lines.append(f"• {row}")
    if by is By.SELLER and leaf.rows:
        lines += ["", voice.say("stats-list-s-remark")]
    return _whole(lines, leaf, voice)


def step_lines(steps: Sequence[StepFigures], voice: Voice) -> list[str]:
    """What became of a playbook's steps."""
    return [
        "• "
        + voice.say(
            "stats-step-row",
            name=escape(voice.step(each.step)),
            shown=each.counts.shown,
            sent=each.counts.sent,
            helped=each.counts.helped,
            dismissed=each.dismissed,
        )
        for each in steps
    ]


def hardest_lines(leaf: Leaf[HardCustomer], span: str, voice: Voice) -> list[str]:
    """The customers who took most."""
    lines = [voice.say("stats-list-h", span=span)]
    lines += [
        "• "
        + voice.say(
            "stats-hard-row",
            name=voice.person(each.name),
            time=voice.time(each.seconds),
            messages=each.messages,
            share=round(100 * each.share),
            outcome=voice.outcome(each.outcome),
        )
        for each in leaf.rows
    ]
    return _whole(lines, leaf, voice)


def waiting_lines(leaf: Leaf[Waiting], voice: Voice, now: float, *, whole_shop: bool) -> list[str]:
    """Who needs a person, newest first; whose they are only where there are several sellers."""
    if not leaf.rows:
        return [voice.say("stats-waiting-none")]
    lines = [voice.say("stats-list-w")]
    words = "stats-waiting-row" if whole_shop else "stats-waiting-own"
    for each in leaf.rows:
        row = voice.say(
            words,
            name=voice.person(each.name),
            about=escape(voice.about(each.about)),
            state=voice.state(each, now),
            seller=voice.seller(each.seller_id),
        )
        lines += ["", row]
    return _whole(lines, leaf, voice)


def _whole[T](lines: list[str], leaf: Leaf[T], voice: Voice) -> list[str]:
    if not leaf.rows:
        return [*lines, voice.say("stats-list-none")]
    if leaf.pages == 1:
        return lines
    return [*lines, "", voice.say("stats-list-page", page=leaf.number + 1, pages=leaf.pages)]
