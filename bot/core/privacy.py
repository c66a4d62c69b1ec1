"""What is left of what was kept once its words are not: enough to count by, nothing to read."""

from collections.abc import Iterable
from dataclasses import replace

from bot.core.advice import Advice
from bot.core.assessment import Assessment, Signal
from bot.core.card import CardState, Face, Reason
from bot.core.comments import Comment
from bot.core.conversation import Memory, Past
from bot.core.inquiry import Handed, Opinion
from bot.core.masking import masked, masked_quote

DAYS_OFFERED = (7, 14, 30, 90, 180, 365)
"""For so many days an owner may let words be kept."""
DAY_SECONDS = 86_400.0


def without_words(face: Face) -> Face:
    """A card that quotes and names nobody; what it was about, and how it ended, stay."""
    return replace(
        face,
        customer=None,
        quote="",
        reasons=tuple(replace(reason, words=()) for reason in face.reasons),
        comment=_seen_only(face.comment) if face.comment is not None else None,
        advice=_without_drafts(face.advice) if face.advice is not None else None,
        asking=None,
        sending=None,
        sent=None,
    )


def erased(face: Face) -> Face:
    """The card of somebody of whom nothing is kept: it only says so."""
    return replace(without_words(face), state=CardState.ERASED, advice=None, comment=None)


def signals_without_words(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """Findings without the words that gave them."""
    return tuple(replace(signal, words=()) for signal in signals)


def opinion_without_words(opinion: Opinion) -> Opinion:
    """An opinion without the words that it is about."""
    found = opinion.assessment
    bare: Assessment = replace(found, signals=signals_without_words(found.signals))
    advice = _without_drafts(opinion.advice) if opinion.advice is not None else None
    return replace(opinion, assessment=bare, advice=advice)


def forgetting(memory: Memory, before: float) -> Memory:
    """A memory without the turns before a time, in seconds; its counts stay."""
    recent = tuple(past for past in memory.recent if past.at >= before)
    return memory if len(recent) == len(memory.recent) else replace(memory, recent=recent)


def masked_signals(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """Findings whose words show no number or address."""
    return tuple(replace(each, words=tuple(map(masked, each.words))) for each in signals)


def masked_opinion(opinion: Opinion) -> Opinion:
    """An opinion whose words show no number or address."""
    found = opinion.assessment
    return replace(opinion, assessment=replace(found, signals=masked_signals(found.signals)))


def masked_memory(memory: Memory) -> Memory:
    """A memory whose turns show no number or address."""
    return replace(memory, recent=tuple(map(_masked_past, memory.recent)))


def masked_face(face: Face) -> Face:
    """A card whose quotation, reasons and name show no number or address."""
    return replace(
        face,
        customer=masked(face.customer) if face.customer is not None else None,
        quote=masked_quote(face.quote),
        reasons=tuple(map(_masked_reason, face.reasons)),
    )


def masked_handed(handed: Handed) -> Handed:
    """What is told of a talk handed over, with no number or address in it."""
    return replace(
        handed,
        customer=masked(handed.customer) if handed.customer is not None else None,
        subject=masked(handed.subject) if handed.subject is not None else None,
        point=tuple(map(masked, handed.point)),
    )


def _seen_only(comment: Comment) -> Comment:
    """The signs of a comment, without the words that are their evidence."""
    return replace(comment, seen=tuple(replace(each, words=()) for each in comment.seen))


def _masked_past(past: Past) -> Past:
    return replace(past, folded=masked(past.folded))


def _masked_reason(reason: Reason) -> Reason:
    return replace(reason, words=tuple(map(masked, reason.words)))


def _without_drafts(advice: Advice) -> Advice:
    """Drafts and the line above them may name the customer; the step itself does not."""
    return replace(advice, advice="", drafts=())
