"""How early trouble is heard: the leads of all escalations, from the longest to none."""

from bot.evaluation.course import Courses, Timing
from bot.evaluation.facts import course_facts
from bot.evaluation.figures import Figures
from bot.evaluation.page.card import card
from bot.evaluation.page.markup import Markup, tag
from bot.evaluation.words import Words

_EARLIEST, _LATEST = 3, 2


def lead_card(figures: Figures, words: Words) -> Markup:
    """When the first alert came, for every customer who grew heated."""
    facts = tag("ul", *(tag("li", fact) for fact in course_facts(figures, words)), cls="facts")
    found = figures.courses
    shown = (_shares(found, words), _leads(found, words), facts)
    return card("lead", words, *shown, count=len(found.escalations))


def _shares(courses: Courses, words: Words) -> Markup:
    parts = (
        tag(
            "li",
            tag("b", words.percent(courses.share(timing))),
            tag("span", words.say(f"timing-{timing}")),
            cls=f"timing {timing}",
            style=f"flex-grow:{courses.count(timing)}",
        )
        for timing in Timing
        if courses.count(timing)
    )
    return tag("ul", *parts, cls="shares")


def _leads(courses: Courses, words: Words) -> Markup:
    """Columns from the longest lead to the latest alert, then the missed ones."""
    leads = [each.notice.turns for each in courses.escalations if each.notice]
    kept = [max(-_LATEST, min(_EARLIEST, each)) for each in leads]
    bars = [
        (_far(turns, words), kept.count(turns), _timing(turns))
        for turns in range(_EARLIEST, -_LATEST - 1, -1)
    ]
    bars.append(("", courses.count(Timing.MISSED), Timing.MISSED))
    most = max(1, *(count for _, count, _ in bars))
    return tag(
        "figure",
        tag("ol", *(_bar(far, count, most, timing, words) for far, count, timing in bars)),
        tag("figcaption", words.say("lead-axis")),
        cls="leads",
    )


def _bar(far: str, count: int, most: int, timing: Timing, words: Words) -> Markup:
    return tag(
        "li",
        tag("b", words.number(count) if count else ""),
        tag("i", style=f"block-size:{100 * count / most:.0f}px"),
        tag("span", far, tag("br") if far else None, words.say(f"lead-{timing}")),
        cls=f"timing {timing}",
    )


def _far(turns: int, words: Words) -> str:
    """How far from the heat, without the side: "2", "3+"; nothing at the turn itself."""
    if turns == 0:
        return ""
    is_last = turns in (_EARLIEST, -_LATEST)
    return words.number(abs(turns)) + ("+" if is_last else "")


def _timing(turns: int) -> Timing:
    if turns == 0:
        return Timing.AT_TURN
    return Timing.EARLY if turns > 0 else Timing.LATE
