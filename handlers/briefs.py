"""A hand-over on its screens: the manager's brief with its buttons, and what the seller is told."""

from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.core.brief import Briefing, Standing
from bot.core.decisions import Choice
from bot.core.letters import RulingLetter
from bot.core.playbook import StepKind
from bot.locale import Locale
from handlers.card import MARKS, name_of_kind, signal_label
from handlers.keyboards import button, keyboard
from handlers.numbers import RowNumber
from handlers.writing import Drawn, one_direction, quoted

WORDS_SHOWN = 500


class BriefButton(CallbackData, prefix="ho"):
    """What a button of a brief says when pressed; `kind` is the step that it asks leave for."""

    brief: RowNumber
    choice: Choice
    kind: StepKind | None = None


def draw_brief(brief: Briefing, locale: Locale) -> Drawn:
    """What the manager needs to decide, in a few lines; little of it once it is decided."""
    paragraphs = ["\n".join(_about(brief, locale))]
    if brief.last_words:
        words = [quoted(each[:WORDS_SHOWN]) for each in brief.last_words]
        paragraphs.append("\n".join([locale.say("brief-last-words"), *words]))
    paragraphs.append("\n".join(_standing(brief, locale)))
    text = one_direction("\n\n".join(paragraphs), locale)
    return Drawn(text, keyboard(*_rows(brief, locale)))


def draw_prompt(brief_id: int, locale: Locale) -> Drawn:
    """The message to which a manager replies with their advice."""
    cancel = button(
        locale.say("button-handover-cancel"), BriefButton(brief=brief_id, choice=Choice.CANCEL)
    )
    return Drawn(one_direction(locale.say("handover-prompt"), locale), keyboard([cancel]))


def draw_ruling(letter: RulingLetter, locale: Locale) -> Drawn:
    """What came of a seller's call, in a sentence or two, with the manager's words below."""
    told = locale.say(
        f"ruling-{letter.ruling.verdict.value}",
        who=escape(letter.ruling.by or locale.say("handover-somebody")),
        customer=escape(letter.customer or locale.say("card-customer")),
        kind=name_of_kind(letter.kind, locale) if letter.kind is not None else "",
    )
    lines = [told] if letter.words is None else [told, quoted(letter.words)]
    return Drawn(one_direction("\n".join(lines), locale))


def _about(brief: Briefing, locale: Locale) -> list[str]:
    unknown = locale.say("brief-unknown")
    headline = locale.say(
        "brief-headline",
        seller=escape(brief.seller),
        customer=escape(brief.customer or unknown),
    )
    if not brief.standing.is_theirs:
        return [headline]
    comma = locale.say("list-comma")
    lines = [
        headline,
        locale.say(
            "brief-tension",
            tension=locale.say(f"tension-{brief.tension.name.lower()}"),
            course="".join(MARKS[tension] for tension in brief.course),
        ),
    ]
    if brief.reasons:
        reasons = dict.fromkeys(signal_label(reason, locale) for reason in brief.reasons)
        lines.append(locale.plain.say("brief-why", reasons=comma.join(reasons)))
    if brief.steps_used:
        steps = [name_of_kind(kind, locale) for kind in brief.steps_used]
        lines.append(locale.plain.say("brief-steps", steps=comma.join(steps)))
    if brief.wanted is not None:
        lines.append(_question(brief.wanted, brief.amount, locale))
    elif brief.may_refund and brief.amount is not None:
        lines.append(locale.say("handover-refund-about", amount=brief.amount))
    return lines


def _question(wanted: StepKind, amount: int | None, locale: Locale) -> str:
    """The leave that is asked for, with the sum it is about."""
    if wanted is not StepKind.OFFER_REFUND:
        return locale.say("handover-asks-step", kind=name_of_kind(wanted, locale))
    if amount is None:
        return locale.say("handover-asks-refund-unnamed")
    return locale.say("handover-asks-refund", amount=amount)


def _standing(brief: Briefing, locale: Locale) -> list[str]:
    match brief.standing:
        case Standing.WAITING if brief.minutes is not None:
            minutes = locale.say("handover-waiting-minutes", minutes=brief.minutes)
            return [minutes, locale.say("handover-waiting")]
        case Standing.WAITING:
            return [locale.say("handover-waiting")]
        case Standing.SETTLED if brief.verdict is not None:
            return [locale.say(f"handover-settled-{brief.verdict.value}")]
        case Standing.WITH_OTHER:
            return [locale.say("handover-with-other", who=escape(brief.who or ""))]
        case _:
            return [locale.say(f"handover-{brief.standing.value.replace('_', '-')}")]


def _rows(brief: Briefing, locale: Locale) -> list[list[InlineKeyboardButton]]:
    leave = StepKind.OFFER_REFUND if brief.may_refund else brief.wanted

    def on(choice: Choice, words: str | None = None) -> InlineKeyboardButton:
        asks = choice in (Choice.ALLOW, Choice.REFUSE)
        data = BriefButton(brief=brief.brief_id, choice=choice, kind=leave if asks else None)
        label = words or f"button-handover-{choice.value.replace('_', '-')}"
        return button(locale.say(label), data)

    if brief.standing is Standing.SETTLED:
        return [[on(Choice.ADVISE, "button-handover-advise-more")]]
    if not brief.standing.is_theirs:
        return []
    is_advised = brief.standing is Standing.ADVISED
    rows = [[on(Choice.ADVISE, "button-handover-advise-more" if is_advised else None)]]
    if leave is not None:
        is_refund = leave is StepKind.OFFER_REFUND
        allow = on(Choice.ALLOW, "button-handover-allow-refund" if is_refund else None)
        rows.append([allow] if brief.wanted is None else [allow, on(Choice.REFUSE)])
    if brief.standing is Standing.TAKEN:
        return [*rows, [on(Choice.DONE)]]
    if brief.standing is Standing.ADVISED:
        return [[on(Choice.TAKE)], *rows]
    later = [on(Choice.NOT_NOW)] if brief.minutes is not None else []
    return [[on(Choice.TAKE)], *rows, later]
