"""The first screen of figures: what a manager reads in twenty seconds."""

from html import escape

from bot.core.spans import Period
from bot.core.stats import Group, Summary, hard, may_need_help
from handlers.stats.words import Voice

ABOUTS_SHOWN = 3


def front(
    summary: Summary, period: Period, voice: Voice, now: float, *, part: str | None = None
) -> list[str]:
    """At most twelve lines; `part` is what of the shop they tell of, plain text."""
    lines = [_title(period, voice, part), *attention(summary, period, voice, now)]
    lines += hard_lines(summary, period, voice, part)
    if hard(summary.counts):
        lines += [calmed_line(summary, voice), *wait_line(summary, voice)]
    lines += [*_effort(summary, voice), *_refunds(summary, voice), *steps_line(summary, voice)]
    lines += _false_alarms(summary, voice)
    if part is None and period.whole.days == 1:
        lines += _help(summary.sellers, voice)
    return lines


def _title(period: Period, voice: Voice, part: str | None) -> str:
    span = voice.span(period)
    if part is None:
        return voice.say("stats-title", span=span)
    return voice.say("stats-title-part", span=span, part=escape(part))


def attention(summary: Summary, period: Period, voice: Voice, now: float) -> list[str]:
    """Who needs a person now; nothing of days that are over."""
    if not period.is_unfinished:
        return []
    if not summary.waiting_count:
        return [voice.say("stats-attention-none")] if hard(summary.counts) else []
    told = [
        voice.say("stats-attention-one", name=voice.person(each.name), state=voice.state(each, now))
        for each in summary.waiting
    ]
    names = voice.say("list-comma").join(told)
    if summary.waiting_count > len(told):
        names = voice.say("stats-attention-more", names=names)
    return [voice.say("stats-attention", count=summary.waiting_count, names=names)]


def hard_lines(
    summary: Summary, period: Period, voice: Voice, part: str | None = None
) -> list[str]:
    """How many grew tense and what about, and whether that is more than before.

    What they were about is not said again below a title, `part`, that is just that.
    """
    count, before = hard(summary.counts), hard(summary.before.counts)
    talks = summary.talk.conversations if summary.talk is not None else 0
    only = "-only" if not talks or count == 1 == talks else "-all" if count == talks else ""
    if count:
        told = voice.say(f"stats-hard{only}", talks=talks, count=count)
        if any(voice.about(each.key) != part for each in summary.abouts):
            told = voice.say("stats-hard-about", hard=told, abouts=abouts(summary, voice))
        lines = [told]
    elif summary.talk is not None and not talks:
        lines = [voice.say("stats-empty")]
    else:
        quiet = "stats-quiet" if talks else "stats-quiet-only"
        lines = [voice.say(quiet, talks=talks)]
    if not (count or before) or not (summary.is_compared or before):
        return lines
    words = "same" if count == before else "more" if count > before else "fewer"
    return [*lines, voice.say(f"stats-{words}", when=voice.before(period), before=before)]


def abouts(summary: Summary, voice: Voice) -> str:
    """What they were about, most first."""
    counts = tuple(hard(each.counts) for each in summary.abouts)
    return voice.abouts(summary.abouts, counts, ABOUTS_SHOWN)


def calmed_line(summary: Summary, voice: Voice) -> str:
    """How many calmed down, and after how many messages."""
    counts = summary.counts
    if not counts.calmed:
        return voice.say("stats-calmed-none")
    turns = round(counts.calm_turns / counts.calmed)
    words = "stats-calmed" if turns > 1 else "stats-calmed-at-once"
    return voice.say(words, count=counts.calmed, turns=turns)


def wait_line(summary: Summary, voice: Voice) -> list[str]:
    """How long they waited for the first answer."""
    now, before = summary.now.waits, summary.before.waits
    if now.median is None or now.nine_in_ten is None:
        return []
    median, most = voice.time(now.median), voice.time(now.nine_in_ten)
    words = "stats-wait" if now.answered > 1 and median != most else "stats-wait-one"
    line = voice.say(words, median=median, most=most)
    if before.median is None or voice.time(before.median) == median:
        return [line]
    return [voice.say("stats-wait-before", wait=line, before=voice.time(before.median))]


def steps_line(summary: Summary, voice: Voice) -> list[str]:
    """What became of the steps that were shown."""
    steps = summary.steps
    if not steps.shown:
        return []
    words = "stats-steps" if steps.sent else "stats-steps-unsent"
    given = {"shown": steps.shown, "sent": steps.sent, "helped": steps.helped}
    return [voice.say(words, calmed=summary.calmed_after, **given)]


def _effort(summary: Summary, voice: Voice) -> list[str]:
    """The customer who took most of the team's time, where that was much."""
    return [
        voice.say(
            "stats-effort",
            name=voice.person(each.name),
            time=voice.time(each.seconds),
            messages=each.messages,
            share=round(100 * each.share),
        )
        for each in summary.hardest[:1]
        if each.is_worth_telling
    ]


def _refunds(summary: Summary, voice: Voice) -> list[str]:
    counts = summary.counts
    if not counts.offered and not counts.allowed:
        return []
    words = "stats-refunds" if counts.offered and counts.allowed else "stats-refunds-offered"
    words = words if counts.offered else "stats-refunds-allowed"
    return [voice.say(words, offered=counts.offered, allowed=counts.allowed)]


def _false_alarms(summary: Summary, voice: Voice) -> list[str]:
    count = summary.counts.ended_false_alarm
    return [voice.say("stats-false-alarms", count=count)] if count else []


def _help(sellers: tuple[Group, ...], voice: Voice) -> list[str]:
    """Who has had a heavy day; nobody where a seller works alone, for who would ask them."""
    told = [
        voice.say("stats-help-one", name=voice.seller(int(each.key)), count=hard(each.counts))
        for each in may_need_help(sellers)[:2]
        if each.key != "0"
    ]
    return [voice.say("stats-help", names=voice.say("list-comma").join(told))] if told else []
