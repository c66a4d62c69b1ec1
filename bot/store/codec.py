"""Dataclasses of core as JSON text, and back; pydantic does the work, core knows nothing of it."""

from collections.abc import Hashable

from pydantic import TypeAdapter

from bot.core.assessment import Signal
from bot.core.letters import Body
from bot.core.pasted.pile import Piece

type _Signals = tuple[Signal, ...]
type _Texts = tuple[str, ...]
type _Pairs = tuple[tuple[str, str], ...]
type _Pieces = tuple[Piece, ...]

_ADAPTERS: dict[Hashable, TypeAdapter[object]] = {}


def to_json(kind: object, value: object) -> str:
    """A dataclass (or a union of them) as JSON text."""
    return _adapter(kind).dump_json(value).decode()


def from_json[T](kind: type[T], text: str) -> T:
    """A dataclass from the JSON text that `to_json` wrote."""
    value = _adapter(kind).validate_json(text)
    assert isinstance(value, kind)  # noqa: S101 - pydantic built it
    return value


def body_to_json(body: Body) -> str:
    """A letter's body as JSON text."""
    return to_json(Body, body)


def body_from_json(text: str) -> Body:
    """The letter's body that `body_to_json` wrote."""
    body: Body = _adapter(Body).validate_json(text)  # type: ignore[assignment]
    return body


def signals_to_json(signals: tuple[Signal, ...]) -> str:
    """An assessment's signals as JSON text."""
    return to_json(_Signals, signals)


def signals_from_json(text: str) -> tuple[Signal, ...]:
    """The signals that `signals_to_json` wrote."""
    signals: tuple[Signal, ...] = _adapter(_Signals).validate_json(text)  # type: ignore[assignment]
    return signals


def pairs_to_json(pairs: _Pairs) -> str:
    """Names and values as JSON text."""
    return to_json(_Pairs, pairs)


def pairs_from_json(text: str) -> _Pairs:
    """The names and values that `pairs_to_json` wrote."""
    pairs: _Pairs = _adapter(_Pairs).validate_json(text)  # type: ignore[assignment]
    return pairs


def pieces_to_json(pieces: _Pieces) -> str:
    """What is on a pile as JSON text."""
    return to_json(_Pieces, pieces)


def pieces_from_json(text: str) -> _Pieces:
    """What `pieces_to_json` wrote."""
    pieces: _Pieces = _adapter(_Pieces).validate_json(text)  # type: ignore[assignment]
    return pieces


def texts_to_json(texts: _Texts) -> str:
    """Texts as JSON text."""
    return to_json(_Texts, texts)


def texts_from_json(text: str) -> _Texts:
    """The texts that `texts_to_json` wrote."""
    texts: _Texts = _adapter(_Texts).validate_json(text)  # type: ignore[assignment]
    return texts


def _adapter(kind: object) -> TypeAdapter[object]:
    """Built at the first use of a kind: building takes milliseconds, using microseconds."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
