"""A card's face as a Telegram message: text in HTML, and its buttons."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import assert_never

from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.core.advice import Advice
from bot.core.assessment import Tension
from bot.core.card import CardState, Face, Reason
from bot.core.playbook import StepKind
from bot.core.press import Action
from bot.core.ruling import Verdict
from bot.core.wording import has_blank
from bot.locale import Locale
from handlers import comments
from handlers.card_button import CardButton
from handlers.end_button import end_button
from handlers.writing import Drawn, one_direction, quoted

COPY_LIMIT = 256
MARKS = {
    Tension.CALM: "🟢",
    Tension.UNEASY: "🟡",
    Tension.HEATED: "🟠",
    Tension.ABUSIVE: "🔴",
}


def draw(card_id: int, face: Face, locale: Locale, *, manages: bool = False) -> Drawn:
    """The card as the seller sees it; one who `manages` may also decide what managers decide.

    A comment that is deleted needs no answer any more.
    """
    if face.comment is not None and face.comment.is_deleted:
        face = replace(face, advice=None)
    text = one_direction("\n\n".join(_paragraphs(face, locale, manages=manages)), locale)
    return Drawn(text, _keyboard(card_id, face, locale, manages=manages))


def _paragraphs(face: Face, locale: Locale, *, manages: bool) -> list[str]:
    headline = _headline(face, locale)
    match face.state:
        case CardState.OPEN if face.asking is not None:
            return _question(headline, face.asking, locale)
        case CardState.OPEN:
            seen = comments.signs(face.comment, locale) if face.comment is not None else []
            to_do = _what_to_do(face, locale, manages=manages)
            return [_what_happened(headline, face, locale), *seen, *to_do]
        case CardState.CALMED if face.asking is not None:
            return _question(headline, face.asking, locale)
        case CardState.CALMED:
            return [f"{headline}\n{locale.say('card-calmed')}", *_farewell(face, locale)]
        case CardState.DISMISSED if face.taught:
            said = locale.say("card-dismissed")
            return [f"{headline}\n{said}", locale.say("card-learned")]
        case (
            CardState.WORKED
            | CardState.DISMISSED
            | CardState.MUTED
            | CardState.DISCONNECTED
            | CardState.ERASED
        ):
            return [f"{headline}\n{locale.say(f'card-{face.state.value}')}"]
        case _:
            assert_never(face.state)


def _headline(face: Face, locale: Locale) -> str:
    name = escape(face.customer) if face.customer else locale.say("card-customer")
    tension = locale.say(f"tension-{face.tension.name.lower()}")
    return f"{MARKS[face.tension]} {locale.say('card-headline', name=name, tension=tension)}"


def _question(headline: str, draft: str, locale: Locale) -> list[str]:
    return [f"{headline}\n{locale.say('card-confirm')}\n{quoted(draft)}"]


def _what_happened(headline: str, face: Face, locale: Locale) -> str:
    """Who, their words, and why Aram speaks, close together."""
    lines = [headline]
    if face.is_quiet:
        lines.append(locale.say("card-quiet"))
    if face.quote:
        lines.append(quoted(face.quote))
    if face.reasons:
        lines.append(locale.plain.say("card-why", reasons=reasons_line(face.reasons, locale)))
    return "\n".join(lines)


def _what_to_do(face: Face, locale: Locale, *, manages: bool) -> list[str]:
    advice = _advice(face.advice, locale) if face.advice is not None else []
    return advice + _remarks(face, locale, manages=manages)


def reasons_line(reasons: tuple[Reason, ...], locale: Locale) -> str:
    """«شکایت («سه هفته‌ست»)، لحن تند»: each with the words that gave it."""
    said = [with_words(signal_label(reason, locale), reason.words, locale) for reason in reasons]
    return locale.say("list-comma").join(dict.fromkeys(said))


def with_words(label: str, words: tuple[str, ...], locale: Locale) -> str:
    """«شکایت («سه هفته‌ست»)»: a finding with the customer's words that gave it.

    Only the customer's words are isolated: a sentence of isolates alone would have no direction.
    """
    if not words:
        return label
    said = [locale.say("quoted", words=escape(word)) for word in words]
    return locale.plain.say("card-reason", label=label, words=locale.say("list-comma").join(said))


def signal_label(reason: Reason, locale: Locale) -> str:
    """A signal in the reader's words; a phrase is named after the situation it shows."""
    if reason.situation is not None:
        return locale.say(f"situation-{reason.situation.value.replace('_', '-')}")
    return locale.say(f"signal-{reason.name.replace('_', '-')}")


def _farewell(face: Face, locale: Locale) -> list[str]:
    """After the trouble there is no ladder to climb: advice and drafts, without a step's number."""
    if face.advice is None:
        return []
    return [escape(face.advice.advice), *_drafts(face.advice, locale), *_remarks(face, locale)]


def name_of_kind(kind: StepKind, locale: Locale) -> str:
    """What a step does, in words."""
    return locale.say(f"step-{kind.value.replace('_', '-')}")


def _advice(advice: Advice, locale: Locale) -> list[str]:
    kind = name_of_kind(advice.kind, locale)
    heading = locale.say("card-step", number=advice.step, of=advice.steps, kind=kind)
    return [f"{heading}\n{escape(advice.advice)}", *_drafts(advice, locale)]


def _drafts(advice: Advice, locale: Locale) -> list[str]:
    return [
        locale.say("card-draft", number=number, text=escape(draft))
        for number, draft in enumerate(advice.drafts, start=1)
    ]


def _remarks(face: Face, locale: Locale, *, manages: bool = False) -> list[str]:
    remarks = []
    if face.needs_manager and manages:
        remarks.append(locale.say("card-needs-your-leave"))
    elif face.needs_manager and not _is_decided(face):
        waits = face.manager_called and not face.may_call
        remarks.append(locale.say("card-awaits-manager" if waits else "card-needs-manager"))
    if face.allowed_by is not None:
        remarks.append(locale.say("card-allowed-by", who=escape(face.allowed_by)))
    remarks += _call(face, locale)
    if face.sending is not None:
        remarks.append(locale.say("card-sending"))
    if face.sent is not None:
        remarks.append(locale.say("card-sent", text=escape(face.sent)))
    return remarks


def _is_decided(face: Face) -> bool:
    """Whether a manager has said no to what the step promises: then there is nobody to ask."""
    return face.ruling is not None and face.ruling.verdict is Verdict.REFUSED


def _call(face: Face, locale: Locale) -> list[str]:
    """What came of calling the manager; leave for the step shown is said beside the step."""
    if face.ruling is None:
        return [locale.say("card-manager-called")] if face.manager_called else []
    if face.ruling.verdict is Verdict.ALLOWED and face.allowed_by is not None:
        return []
    who = escape(face.ruling.by or locale.say("handover-somebody"))
    return [locale.say(f"card-ruling-{face.ruling.verdict.value}", who=who)]


def _keyboard(
    card_id: int, face: Face, locale: Locale, *, manages: bool
) -> InlineKeyboardMarkup | None:
    rows = _rows(card_id, face, locale, manages=manages)
    is_open = face.state is CardState.OPEN and face.asking is None
    if face.comment is not None and is_open:
        rows += comments.rows(card_id, face.comment, locale, manages=manages)
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _rows(
    card_id: int, face: Face, locale: Locale, *, manages: bool
) -> list[list[InlineKeyboardButton]]:
    leave_for = face.advice.kind if face.advice is not None else None

    def button(action: Action, *, draft: int = 0, number: int = 0) -> InlineKeyboardButton:
        kind = leave_for if action is Action.ALLOW else None
        return InlineKeyboardButton(
            text=locale.say(f"button-{action.value}", number=number),
            callback_data=CardButton(card=card_id, action=action, draft=draft, kind=kind).pack(),
        )

    if face.state is CardState.MUTED:
        return [[button(Action.UNMUTE)]]
    if face.state is CardState.WORKED:
        return [[end_button(card_id, locale)]]
    if face.state in (CardState.DISMISSED, CardState.DISCONNECTED, CardState.ERASED):
        return []
    if face.asking is not None:
        return [[button(Action.SEND), button(Action.BACK)]]
    drafts = face.advice.drafts if face.advice else ()
    copies = [copy_button(text, number, locale) for number, text in enumerate(drafts, start=1)]
    sends = [
        button(Action.ASK, draft=index, number=index + 1)
        for index, text in enumerate(drafts)
        if _can_go(face, text)
    ]
    rows = [copies, sends]
    if face.state is CardState.OPEN:
        rows += _open_rows(face, button, manages=manages)
    if face.state is CardState.CALMED:
        rows.append([end_button(card_id, locale)])
    return [row for row in rows if row]


def _open_rows(
    face: Face, button: Callable[[Action], InlineKeyboardButton], *, manages: bool
) -> list[list[InlineKeyboardButton]]:
    advice = face.advice
    pages = []
    if advice is not None and advice.more_steps:
        pages.append(button(Action.NEXT_STEP))
    if advice is not None and advice.more_words:
        pages.append(button(Action.OTHER_WORDS))
    calls = [button(Action.MUTE)]
    if face.may_call:
        calls.append(button(Action.CALL_MANAGER))
    leave = [button(Action.ALLOW)] if manages and face.needs_manager else []
    return [leave, pages, [button(Action.WORKED), button(Action.DISMISS)], calls]


def copy_button(text: str, number: int, locale: Locale) -> InlineKeyboardButton:
    """A button that copies a draft; Telegram copies so many letters at most."""
    return InlineKeyboardButton(
        text=locale.say("button-copy", number=number),
        copy_text=CopyTextButton(text=text[:COPY_LIMIT]),
    )


def _can_go(face: Face, text: str) -> bool:
    """Whether a draft may be sent as it stands."""
    if not face.can_send or face.sending is not None or has_blank(text):
        return False
    return face.advice is not None and not face.needs_manager
