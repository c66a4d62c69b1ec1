"""All that a shop keeps of one customer, as data; `bot.export.dossier` writes it in plain words."""

from dataclasses import dataclass

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Channel, Who


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message: whose, when, what, and what was found in it; `tension` of the customer's alone."""

    who: Who
    at: float
    text: str
    media: str | None = None
    edited: bool = False
    deleted_at: float | None = None
    tension: Tension | None = None
    situations: tuple[Situation, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A card: when it was opened, how it stands, by which playbook, what it quotes."""

    at: float
    state: str
    playbook: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Promised:
    """What a seller promised the customer, and what has become of it; times in seconds."""

    made_at: float
    due_at: float
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Talked:
    """A conversation: where, with whom of the team, and everything kept of it."""

    channel: Channel
    chat_id: int
    seller_id: int
    name: str | None
    last_at: float | None
    said: tuple[Spoken, ...]
    cards: tuple[Shown, ...]
    promises: tuple[Promised, ...]
    answers: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it; `taught` are lessons from the customer's words, `comments` when they wrote."""

    customer_id: int
    talks: tuple[Talked, ...]
    taught: tuple[str, ...] = ()
    asked: tuple[tuple[float, str], ...] = ()
    comments: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Customer:
    """Whom an owner means: by what Aram knows them, and how much of them it keeps."""

    id: int
    talk_id: int
    name: str | None
    talks: int
    messages: int
    last_at: float | None
