"""A seller's own page, in a coach's voice: what went well first, one thing to try next."""

from bot.core.mentor import Praise, Try, advise
from bot.core.spans import Period
from bot.core.stats import Summary, hard
from handlers.stats.front import abouts, calmed_line, steps_line, wait_line
from handlers.stats.words import Voice


def own(summary: Summary, period: Period, voice: Voice) -> list[str]:
    """The lines; nobody else's figures stand beside them."""
    advice = advise(summary)
    lines = [
        voice.say("stats-own-title", span=voice.span(period)),
        "",
        voice.say("stats-own-well"),
        *(_praise(each, summary, period, voice) for each in advice.praise),
        "",
        voice.say("stats-own-try"),
        _try(advice.next, summary, voice),
    ]
    count = hard(summary.counts)
    if count:
        told = voice.say("stats-own-hard", count=count, abouts=abouts(summary, voice))
        lines += ["", told, calmed_line(summary, voice)]
        lines += [*wait_line(summary, voice), *steps_line(summary, voice)]
    return lines


def _praise(praise: Praise, summary: Summary, period: Period, voice: Voice) -> str:
    waits, before, steps = summary.now.waits, summary.before.waits, summary.steps
    counts = {
        Praise.CALMED: summary.counts.calmed,
        Praise.HELPED: steps.helped,
        Praise.SENT: steps.sent,
    }
    return voice.say(
        f"praise-{praise}",
        count=counts.get(praise, 0),
        now=voice.time(waits.median or 0.0),
        before=voice.time(before.median or 0.0),
        when=voice.before(period),
    )


def _try(next_one: Try, summary: Summary, voice: Voice) -> str:
    waiting = next((each.name for each in summary.waiting if each.is_unanswered), None)
    return voice.say(f"try-{next_one}", name=voice.person(waiting))
