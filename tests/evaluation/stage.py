"""Labelled conversations made by hand: what was right, and what was heard, turn by turn."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.app import build_locales
from bot.core.assessment import Assessment, Situation, Tension
from bot.core.conversation import Channel, Turn, Who
from bot.corpus import Script
from bot.evaluation.figures import Figures, measure
from bot.evaluation.gold import GoldConversation, Label, Register, Wanted
from bot.evaluation.judged import Judged, JudgedTurn
from bot.evaluation.words import Words

ALARM = 0.5


def said(
    *,
    tension: int = 0,
    situations: str = "",
    alert: str = "no",
    maybe: str = "",
    allowed: tuple[int, ...] = (),
    heard: int = 0,
    found: str = "",
    risk: float = 0.0,
    calmed: bool = False,
    silent: bool = False,
    at: float = 0.0,
    name: str = "مریم",
    text: str = "سلام",
) -> JudgedTurn:
    """A customer turn: the label first, then what was heard; situations are words in a row.

    A `silent` alarm finds no playbook.
    """
    label = Label(
        Tension(tension),
        frozenset(map(Situation, situations.split())),
        Wanted(alert),
        frozenset(map(Situation, maybe.split())),
        tuple(map(Tension, allowed)),
    )
    assessment = Assessment(
        Tension(heard), tuple(map(Situation, found.split())), risk, calmed=calmed
    )
    turn = Turn(Who.CUSTOMER, text, at, name=name)
    return JudgedTurn(0, turn, label, assessment, alert=risk >= ALARM and not silent)


def talk(
    *turns: JudgedTurn,
    id: str = "t-1",  # noqa: A002 - the corpus's own name for it
    channel: str = "chat",
    register: str = "colloquial",
) -> Judged:
    """A conversation of customer turns alone, numbered in order, a minute apart."""
    placed = tuple(
        replace(each, number=number, turn=replace(each.turn, at=each.turn.at or 60.0 * number))
        for number, each in enumerate(turns)
    )
    script = Script(id, Channel(channel), tuple(each.turn for each in placed))
    labels = tuple(each.label for each in placed)
    return Judged(GoldConversation(script, Register(register), labels), placed)


def figures_of(*conversations: Judged, files: Iterable[str] = ("talks.jsonl",)) -> Figures:
    """All figures, with the alarm at 0.5."""
    return measure(conversations, files=tuple(files), threshold=ALARM)


def words_in(language: str) -> Words:
    """The evaluation's words as a terminal says them."""
    return Words(build_locales().get(language).plain)


CALM = said(text="این مانتو سایز ۴۲ هم داره؟", risk=0.02)
UNEASY = said(tension=1, situations="complaint", alert="either", heard=1, risk=0.3, text="دیر شد")
HEATED = said(
    tension=2,
    situations="complaint accusation",
    alert="yes",
    heard=2,
    found="complaint",
    risk=0.9,
    text="مسخره کردین؟ سه هفته‌ست منتظرم",
)
UNHEARD = said(tension=2, situations="accusation", alert="yes", risk=0.2, text="دست شما درد نکنه")
NEEDLESS = said(found="insult", heard=3, risk=0.8, text="کشتی منو با این قیمتا 😂")
THANKS = said(calmed=True, text="ممنون که پیگیری کردین", risk=0.05)


def variety() -> tuple[Judged, ...]:
    """One conversation of every kind that the page can show, in several manners and channels."""
    warned = said(tension=1, alert="yes", situations="nagging", found="nagging", risk=0.7)
    return (
        talk(CALM, warned, HEATED, THANKS, id="early"),
        talk(CALM, UNEASY, HEATED, HEATED, THANKS, id="at-turn", register="formal"),
        talk(CALM, UNHEARD, HEATED, id="late", channel="email", register="formal"),
        talk(UNEASY, UNHEARD, CALM, id="missed", register="finglish"),
        talk(CALM, NEEDLESS, CALM, id="false-alarm", register="mixed"),
        talk(CALM, UNEASY, CALM, id="calm", channel="group", register="english"),
    )


def line(*turns: dict[str, Any], **conversation: Any) -> str:
    """A conversation as a line of a file."""
    given = {"id": "t-1", "channel": "chat", "register": "colloquial", "turns": list(turns)}
    return json.dumps(given | conversation, ensure_ascii=False) + "\n"


def labelled(text: str = "سلام", **given: Any) -> dict[str, Any]:
    """A customer turn with its labels, calm unless told otherwise; None leaves a label out."""
    turn = {"who": "customer", "name": "مریم", "at": 0, "text": text}
    labels = {"tension": 0, "situations": [], "alert": "no"}
    return {name: value for name, value in (turn | labels | given).items() if value is not None}


def seller(text: str = "بفرمایید") -> dict[str, Any]:
    """A seller's turn, which has no labels."""
    return {"who": "seller", "at": 10, "text": text}
