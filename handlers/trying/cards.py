"""Cards side by side: what a message brings now, and what it would bring with a change."""

from bot.core.advice import Advice
from bot.core.card import reasons_of, shorten
from bot.core.rehearsal import Shown
from bot.locale import Locale
from handlers.card import MARKS, name_of_kind, reasons_line
from handlers.playbooks.room import written
from handlers.writing import QUOTATION, Drawn, one_direction, quoted

QUOTE_SHOWN = 300
ADVICE_SHOWN = 400
DRAFT_SHOWN = 350


def draw_trial(now: Shown, then: Shown | None, file: str | None, locale: Locale) -> Drawn:
    """The card that a message brings, and with the change of `file` where there is one."""
    paragraphs = [
        f"{locale.say('trying-headline')}\n{quoted(shorten(now.turn.text, QUOTE_SHOWN))}",
        f"{locale.say('trying-now')}\n{_as_shown(now, locale)}",
    ]
    if then is not None:
        changed = locale.say("trying-then", file=written(file or ""))
        same = now.looks_like(then)
        said = locale.say("trying-same") if same else _as_shown(then, locale)
        paragraphs.append(f"{changed}\n{said}")
    return Drawn(one_direction("\n\n".join(paragraphs), locale))


def draw_usage(locale: Locale, file: str | None = None) -> Drawn:
    """How to try a message, also with a change that waits."""
    lines = [locale.say("trying-usage")]
    if file is not None:
        lines.append(locale.say("trying-usage-with-change", file=written(file)))
    return Drawn(one_direction("\n".join(lines), locale))


def name_of_step(shown: Shown, locale: Locale) -> str:
    """«شکایت»، گام ۱ از ۴; or that Aram is silent."""
    advice = shown.advice
    if advice is None:
        return locale.say("trying-silent")
    title = written(advice.title)
    if not shown.alert:
        return locale.say("trying-farewell", title=title)
    return locale.say("trying-step", title=title, number=advice.step, of=advice.steps)


def _as_shown(shown: Shown, locale: Locale) -> str:
    if shown.advice is None:
        return locale.say(f"would-{shown.decision.value.replace('_', '-')}")
    lines = [_headline(shown, locale)]
    reasons = reasons_of(shown.assessment)
    if reasons:
        lines.append(locale.plain.say("card-why", reasons=reasons_line(reasons, locale)))
    lines += _advice(shown.advice, locale)
    return f"{QUOTATION}{'\n'.join(lines)}</blockquote>"


def _headline(shown: Shown, locale: Locale) -> str:
    tension = locale.say(f"tension-{shown.tension.name.lower()}")
    name = locale.say("card-customer")
    return f"{MARKS[shown.tension]} {locale.say('card-headline', name=name, tension=tension)}"


def _advice(advice: Advice, locale: Locale) -> list[str]:
    kind = name_of_kind(advice.kind, locale)
    lines = [
        locale.say("card-step", number=advice.step, of=advice.steps, kind=kind),
        locale.say("inquiry-playbook", title=written(advice.title)),
        written(shorten(advice.advice, ADVICE_SHOWN)),
    ]
    lines += [
        locale.say("card-draft", number=number, text=written(shorten(draft, DRAFT_SHOWN)))
        for number, draft in enumerate(advice.drafts, start=1)
    ]
    return [*lines, locale.say("card-needs-manager")] if advice.needs_manager else lines
