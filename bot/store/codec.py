"""Dataclasses of core as JSON text, and back; pydantic does the work, core knows nothing of it."""

from collections.abc import Hashable

from pydantic import TypeAdapter

from bot.core.assessment import Signal
from bot.core.letters import Body

type _Signals = tuple[Signal, ...]

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


def _adapter(kind: object) -> TypeAdapter[object]:
    """Built at the first use of a kind: building takes milliseconds, using microseconds."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
