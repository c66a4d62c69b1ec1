"""A card's buttons: what can be pressed, by whom, and what is told at once."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from bot.core.card import CardState
from bot.core.playbook import StepKind


class Action(StrEnum):
    """A button of the card; the values travel in callback data."""

    ASK = "ask"
    SEND = "send"
    BACK = "back"
    NEXT_STEP = "next"
    OTHER_WORDS = "words"
    WORKED = "worked"
    DISMISS = "fine"
    MUTE = "mute"
    UNMUTE = "unmute"
    CALL_MANAGER = "call"
    ALLOW = "allow"


class Answer(StrEnum):
    """What the seller is told at once; message ids of `locales/*/card.ftl`."""

    DONE = "answer-done"
    GONE = "answer-gone"
    NOT_YOURS = "answer-not-yours"
    CLOSED = "answer-closed"
    WORKED = "answer-worked"
    DISMISSED = "answer-dismissed"
    LEARNED = "answer-learned"
    MUTED = "answer-muted"
    UNMUTED = "answer-unmuted"
    MANAGER_CALLED = "answer-manager-called"
    NO_MANAGER = "answer-no-manager"
    DECIDE_YOURSELF = "answer-decide-yourself"
    ALLOWED = "answer-allowed"
    MANAGERS_AWAY = "answer-managers-away"
    FILL_BLANK = "answer-fill-blank"
    MAY_NOT_SEND = "answer-may-not-send"
    NEEDS_MANAGER = "answer-needs-manager"
    WINDOW_CLOSED = "answer-window-closed"
    NOT_CONNECTED = "answer-not-connected"
    TRY_AGAIN = "answer-try-again"
    CHANGED = "answer-changed"
    SENDING = "answer-sending"
    UNSURE = "answer-unsure"


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: on which card, by whom.

    `draft` says which draft an ASK means, `seen` the step that an ALLOW gives leave for.
    """

    card_id: int
    action: Action
    by: int
    at: float
    draft: int = 0
    seen: StepKind | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A draft on its way to the customer, to be sent as the seller."""

    connection_id: str
    chat_id: int
    text: str


def may_press(state: CardState, action: Action) -> bool:
    """Whether a card in this state has the button."""
    match state:
        case CardState.OPEN:
            return action is not Action.UNMUTE
        case CardState.CALMED:
            return action in (Action.ASK, Action.SEND, Action.BACK)
        case CardState.MUTED:
            return action is Action.UNMUTE
        case CardState.WORKED | CardState.DISMISSED | CardState.DISCONNECTED | CardState.ERASED:
            return False
        case _:
            assert_never(state)
