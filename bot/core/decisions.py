"""A manager decides on what was handed over: takes it, advises, allows what needs them, or not."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.calls import pass_on
from bot.core.course import Leave
from bot.core.handover import (
    Matter,
    Stage,
    Switchboard,
    lapse,
    matter_of,
    may_allow_refund,
    name_of,
    redraw,
    tell_seller,
)
from bot.core.listener import allowed_by
from bot.core.playbook import StepKind
from bot.core.ruling import Ruling, Verdict
from bot.core.shelf import Card, Conversation

LONGEST_ADVICE = 1_500


class Choice(StrEnum):
    """A manager's button; the values travel in callback data."""

    TAKE = "take"
    ADVISE = "advise"
    ALLOW = "allow"
    REFUSE = "refuse"
    NOT_NOW = "not_now"
    DONE = "done"
    CANCEL = "cancel"


class Told(StrEnum):
    """What a manager is told at once; message ids of `locales/*/handover.ftl`."""

    TAKEN = "handover-told-taken"
    ADVISED = "handover-told-advised"
    ALLOWED = "handover-told-allowed"
    REFUSED = "handover-told-refused"
    PASSED = "handover-told-passed"
    LAST = "handover-told-last"
    DONE = "handover-told-done"
    WRITE = "handover-told-write"
    NOT_MANAGER = "handover-told-not-manager"
    NOT_YOURS = "handover-told-not-yours"
    WITH_OTHER = "handover-told-with-other"
    TAKEN_BY_OTHER = "handover-told-taken-by-other"
    SETTLED = "handover-told-settled"
    LAPSED = "handover-told-lapsed"
    NOTHING_TO_ALLOW = "handover-told-nothing-to-allow"
    TOO_LONG = "handover-told-too-long"


@dataclass(frozen=True, slots=True)
class Answered:
    """What a manager is told, and who is meant: the one who has the matter now."""

    told: Told
    who: str | None = None


def choose(
    board: Switchboard, brief_id: int, choice: Choice, *, by: int, seen: StepKind | None = None
) -> Answered:
    """A manager presses a button of their brief; `seen` is the step that it asked leave for."""
    matter = matter_of(board, brief_id)
    refused = _why_not(board, matter, by)
    if matter is None or refused is not None:
        return refused or Answered(Told.NOT_YOURS)
    match choice:
        case Choice.ADVISE:
            return Answered(Told.WRITE)
        case _ if matter.handover.stage is Stage.SETTLED:
            return Answered(Told.SETTLED)
        case Choice.ALLOW | Choice.REFUSE:
            return _rule(board, matter, allowed=choice is Choice.ALLOW, seen=seen)
        case Choice.DONE if matter.handover.stage is Stage.TAKEN:
            return _decide(board, matter, Verdict.DONE, Told.DONE)
        case Choice.TAKE if matter.handover.stage in (Stage.WAITING, Stage.ADVISED):
            return _decide(board, matter, Verdict.TAKEN, Told.TAKEN)
        case Choice.NOT_NOW if matter.handover.stage is Stage.WAITING:
            return Answered(Told.PASSED if pass_on(board, brief_id) else Told.LAST)
        case _:  # pressed twice, or made up
            return Answered(Told.TAKEN if choice is Choice.TAKE else Told.NOT_YOURS)


def advise(board: Switchboard, brief_id: int, words: str, *, by: int) -> Answered:
    """A manager's words for the seller; whoever settled the matter may add some later."""
    matter = matter_of(board, brief_id)
    refused = _why_not(board, matter, by)
    if matter is None or refused is not None:
        return refused or Answered(Told.NOT_YOURS)
    if len(words) > LONGEST_ADVICE:
        return Answered(Told.TOO_LONG)
    if matter.handover.stage is Stage.WAITING:
        return _decide(board, matter, Verdict.ADVISED, Told.ADVISED, words=words)
    ruling = Ruling(Verdict.ADVISED, name_of(board, by))
    board.handovers.keep_decision(by, Verdict.ADVISED, name_of(board, matter.card.seller_id))
    tell_seller(board, matter, ruling, words=words)
    return Answered(Told.ADVISED)


def allow_oneself(board: Switchboard, card: Card, kind: StepKind, *, by: int) -> None:
    """A manager who sells gives leave for a step of their own card; a call for it is over."""
    conversation = board.conversation_of(card)
    conversation = _with_leave(board, conversation, kind, conversation.memory.amount, by)
    live = board.handovers.live_in(conversation.id)
    if live is not None and live.wanted is kind and live.stage is not Stage.TAKEN:
        lapse(board, live)
        card = replace(card, face=replace(card.face, manager_called=False, asked_leave=None))
    board.handovers.keep_decision(by, Verdict.ALLOWED, name_of(board, card.seller_id))
    allowed = allowed_by(conversation, card.face.advice)
    board.change_card(card.id, replace(card.face, allowed_by=allowed), anew=False)


def _with_leave(
    board: Switchboard, conversation: Conversation, kind: StepKind, amount: int | None, by: int
) -> Conversation:
    """The conversation once somebody has allowed a step; kept."""
    leave = Leave(kind, amount, name_of(board, by))
    conversation = replace(conversation, course=conversation.course.with_leave(leave))
    board.save(conversation)
    return conversation


def _why_not(board: Switchboard, matter: Matter | None, by: int) -> Answered | None:
    """Why someone may not decide on a brief; None where they may."""
    if not board.shop.is_manager(by):
        return Answered(Told.NOT_MANAGER)
    if matter is None or matter.brief.manager_id != by:
        return Answered(Told.NOT_YOURS)
    handover = matter.handover
    if handover.stage is Stage.LAPSED:
        return Answered(Told.LAPSED)
    if handover.brief_id == matter.brief.id:
        return None
    now_with = board.handovers.brief(handover.brief_id)
    who = name_of(board, now_with.manager_id) if now_with is not None else None
    waits = handover.stage is Stage.WAITING
    return Answered(Told.WITH_OTHER if waits else Told.TAKEN_BY_OTHER, who)


def _rule(board: Switchboard, matter: Matter, *, allowed: bool, seen: StepKind | None) -> Answered:
    """Leave for the step that the manager saw on their brief, and for no other; or none.

    A refund that the customer wants can be allowed before the seller asks.
    """
    handover, conversation = matter.handover, matter.conversation
    if allowed and seen is StepKind.OFFER_REFUND and may_allow_refund(handover, conversation):
        asked = replace(handover, wanted=seen, amount=conversation.memory.amount)
        matter = replace(matter, handover=asked)
    wanted = matter.handover.wanted
    if wanted is None or wanted is not seen:
        return Answered(Told.NOTHING_TO_ALLOW)
    if not allowed:
        return _decide(board, matter, Verdict.REFUSED, Told.REFUSED)
    conversation = _with_leave(
        board, matter.conversation, wanted, matter.handover.amount, matter.brief.manager_id
    )
    face = matter.card.face
    face = replace(face, allowed_by=allowed_by(conversation, face.advice))
    matter = replace(matter, conversation=conversation, card=replace(matter.card, face=face))
    return _decide(board, matter, Verdict.ALLOWED, Told.ALLOWED)


def _decide(
    board: Switchboard, matter: Matter, verdict: Verdict, told: Told, *, words: str | None = None
) -> Answered:
    """Keep a verdict, show it on the seller's card, tell them, and bring the brief up to date."""
    handover, by = matter.handover, matter.brief.manager_id
    stays = handover.stage is Stage.TAKEN and verdict is not Verdict.DONE
    taken = stays or verdict is Verdict.TAKEN
    wanted = None if stays else handover.wanted  # a manager who stays has answered what was asked
    is_open = verdict is Verdict.ADVISED and wanted is not None  # advice is no leave, nor a refusal
    stage = Stage.ADVISED if is_open else Stage.SETTLED
    board.handovers.save(
        replace(
            handover,
            stage=Stage.TAKEN if taken else stage,
            verdict=verdict,
            wanted=wanted,
            unanswered=False,
        )
    )
    board.handovers.keep_decision(by, verdict, name_of(board, matter.card.seller_id))
    ruling, shown = Ruling(verdict, name_of(board, by)), matter.card.face
    face = replace(
        shown,
        manager_called=taken,
        asked_leave=wanted if taken else None,
        ruling=shown.ruling if stays and verdict is Verdict.ALLOWED else ruling,
    )
    board.change_card(matter.card.id, face, anew=False)
    tell_seller(board, matter, ruling, words=words)
    redraw(board, matter.brief.id)
    return Answered(told)
