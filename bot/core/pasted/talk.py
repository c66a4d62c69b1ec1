"""A pile as one conversation: its turns in order, and who is who in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.conversation import Channel, Turn, Who
from bot.core.pasted.names import Sides, sides_of
from bot.core.pasted.pile import MOST_READ, Kind, Piece
from bot.core.pasted.plain import same_name
from bot.core.pasted.transcript import Line, parse

MOST_TURNS = 80
SECONDS_BETWEEN = 60.0


@dataclass(frozen=True, slots=True)
class Talk:
    """What was handed over, read as a conversation.

    `customer` and `seller` are names, None where there is none or several; `is_guess` says that
    nothing but the order told them apart. `unread` counts messages without words, `left_out`
    those before the first that was read; `is_cut` says that more than `MOST_READ` letters came.
    `reply_to` is the newest message to Aram; `said_at` when the only one was first written.
    """

    turns: tuple[Turn, ...]
    kind: Kind
    customer: str | None = None
    seller: str | None = None
    is_guess: bool = False
    is_swapped: bool = False
    unread: int = 0
    left_out: int = 0
    is_cut: bool = False
    subject: str | None = None
    reply_to: int | None = None
    said_at: float | None = None

    @property
    def customers(self) -> tuple[Turn, ...]:
        """The customer's turns."""
        return tuple(turn for turn in self.turns if turn.who is Who.CUSTOMER)


@dataclass(frozen=True, slots=True)
class _Words:
    """A line with what Telegram itself says of its speaker."""

    line: Line
    is_own: bool | None = None


def talk_of(
    pieces: Sequence[Piece], team: Iterable[str], *, now: float, swapped: bool = False
) -> Talk:
    """The conversation in a pile; it ends at `now`. `swapped` where a guess was the wrong way."""
    said, is_cut = _said(pieces)
    named = [each.line.name for each in said if each.line.name is not None and each.is_own is None]
    sides = sides_of(named, team)
    if sides.is_guess and any(each.is_own is not None for each in said):
        sides = Sides(frozenset())
    is_guess = sides.is_guess
    if swapped and is_guess:
        sides = Sides(frozenset(map(same_name, named)) - sides.own)
    heard = [each for each in said if _is_heard(each, bool(named))]
    with_words = [each for each in heard if each.line.text]
    kept = with_words[-MOST_TURNS:]
    channel = Channel.EMAIL if any(each.kind is Kind.MAIL for each in pieces) else Channel.CHAT
    turns = _timed([_turn(each, sides, channel) for each in kept], now)
    return Talk(
        turns=turns,
        kind=pieces[0].kind if pieces else Kind.TEXT,
        customer=_only(turn.name for turn in turns if turn.who is Who.CUSTOMER),
        seller=_only(turn.name for turn in turns if turn.who is Who.SELLER),
        is_guess=is_guess,
        is_swapped=swapped and is_guess,
        unread=len(heard) - len(with_words),
        left_out=len(with_words) - len(kept),
        is_cut=is_cut,
        subject=next((piece.subject for piece in pieces if piece.subject), None),
        reply_to=pieces[-1].number if pieces else None,
        said_at=pieces[0].at if len(pieces) == 1 else None,
    )


def by_customer(talk: Talk) -> tuple[Talk, ...]:
    """The talk of each customer where several write, as in a group's export; else the one.

    What the seller wrote since a customer began may be meant for them, as in a group.
    """
    names = {same_name(turn.name or ""): turn.name for turn in talk.customers}
    if len(names) < 2:
        return (talk,)
    return tuple(replace(talk, turns=_turns_of(talk, key), customer=names[key]) for key in names)


def _turns_of(talk: Talk, key: str) -> tuple[Turn, ...]:
    def is_theirs(turn: Turn) -> bool:
        return turn.who is Who.CUSTOMER and same_name(turn.name or "") == key

    begun = next(number for number, turn in enumerate(talk.turns) if is_theirs(turn))
    since = talk.turns[begun:]
    return tuple(turn for turn in since if turn.who is Who.SELLER or is_theirs(turn))


def readable(text: str) -> str:
    """So much of a text as is read: a chat's end, the beginning of anything else."""
    end = text[-MOST_READ:]
    return end if parse(end).is_chat else text[:MOST_READ]


def _said(pieces: Sequence[Piece]) -> tuple[list[_Words], bool]:
    """All lines of a pile, the newest where they are more than can be read."""
    forwards = [piece for piece in pieces if piece.kind is Kind.FORWARD]
    if forwards and all(piece.at is not None for piece in forwards):
        forwards.sort(key=lambda piece: piece.at or 0.0)
    pasted = "\n".join(piece.text for piece in pieces if piece.kind in (Kind.TEXT, Kind.FILE))
    mails = [piece for piece in pieces if piece.kind is Kind.MAIL]
    said = [_Words(line) for line in parse(readable(pasted)).lines]
    is_cut = len(pasted) > MOST_READ or any(piece.is_cut for piece in pieces)
    for piece in (*mails, *forwards):
        at = piece.at if piece.kind is Kind.FORWARD else None
        text = piece.text[:MOST_READ].strip()
        is_cut = is_cut or len(piece.text) > MOST_READ
        said.append(_Words(Line(piece.name, text, at, piece.has_media), piece.is_own))
    return _newest(said, is_cut=is_cut)


def _newest(said: list[_Words], *, is_cut: bool) -> tuple[list[_Words], bool]:
    """As many of the newest as have room."""
    room = MOST_READ
    for number, each in enumerate(reversed(said)):
        room -= len(each.line.text)
        if room < 0 and number:
            return said[-number:], True
    return said, is_cut


def _is_heard(words: _Words, has_names: bool) -> bool:
    """Whether it belongs to the talk: in a chat of names, what precedes them does not."""
    return not has_names or words.line.name is not None or words.is_own is not None


def _turn(words: _Words, sides: Sides, channel: Channel) -> Turn:
    line = words.line
    own = words.is_own if words.is_own is not None else sides.is_own(line.name)
    who = Who.SELLER if own else Who.CUSTOMER
    at = line.at if line.at is not None else -1.0
    return Turn(who, line.text, at, channel=channel, name=line.name)


def _timed(turns: list[Turn], now: float) -> tuple[Turn, ...]:
    """Turns at their distances, the last at `now`; a minute apart where nothing tells when."""
    ats: list[float] = []
    known = [turn.at for turn in turns]
    for number, at in enumerate(known):
        before = ats[-1] if ats else 0.0
        if at < 0 or (number and known[number - 1] < 0) or not ats:
            ats.append(before + SECONDS_BETWEEN)
        else:
            ats.append(before + max(0.0, at - known[number - 1]))
    last = ats[-1] if ats else 0.0
    return tuple(replace(turn, at=now - last + at) for turn, at in zip(turns, ats, strict=True))


def _only(names: Iterable[str | None]) -> str | None:
    """The name, where there is exactly one."""
    found = {same_name(name): name for name in names if name}
    return next(iter(found.values())) if len(found) == 1 else None
