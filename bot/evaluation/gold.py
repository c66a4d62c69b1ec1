"""First in an evaluation: conversations with the labels that a careful reader gave each turn."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Who
from bot.corpus import Script, read_scripts
from bot.errors import ConversationFileError

_LEFT_OUT: Final[Mapping[str, Any]] = {"maybe_situations": (), "tension_range": ()}


class Wanted(StrEnum):
    """Whether a whisper is wanted at a turn; EITHER where two good managers could differ."""

    YES = "yes"
    NO = "no"
    EITHER = "either"


class Register(StrEnum):
    """How a conversation is written."""

    COLLOQUIAL = "colloquial"
    FORMAL = "formal"
    FINGLISH = "finglish"
    MIXED = "mixed"
    ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class Label:
    """What a careful reader found in one customer turn.

    Situations in `maybe` are neither right nor wrong here. `tension_range` lists every tension
    that counts as right; empty where only `tension` does.
    """

    tension: Tension
    situations: frozenset[Situation]
    wanted: Wanted
    maybe: frozenset[Situation] = frozenset()
    tension_range: tuple[Tension, ...] = ()

    def nearest_tension(self, heard: Tension) -> Tension:
        """The right tension that lies nearest to the one heard."""
        return min(self.tension_range or (self.tension,), key=lambda right: abs(right - heard))


@dataclass(frozen=True, slots=True)
class GoldConversation:
    """A conversation with a label for each customer turn, and None for each of the seller's."""

    script: Script
    register: Register
    labels: tuple[Label | None, ...]


def read_gold(lines: Iterable[str | bytes], file: str) -> Iterator[GoldConversation]:
    """The labelled conversations of a file; ConversationFileError names what is wrong, and where.

    Turns are counted from 0, as `aram assess` counts them.
    """
    kept = list(lines)
    written = [(number, line) for number, line in enumerate(kept, start=1) if line.strip()]
    scripts = read_scripts(kept, file)
    for script, (number, line) in zip(scripts, written, strict=True):
        given = json.loads(line)
        labels = (_label(turn, file, number, at) for at, turn in enumerate(given["turns"]))
        yield GoldConversation(script, _register(given, file, number), tuple(labels))


def _register(given: Mapping[str, Any], file: str, line: int) -> Register:
    try:
        return Register(given["register"])
    except (KeyError, ValueError) as error:
        raise ConversationFileError(
            "error-conversation-file", file=file, line=line, problem="register"
        ) from error


def _label(written: Mapping[str, Any], file: str, line: int, turn: int) -> Label | None:
    if written["who"] != Who.CUSTOMER:
        return None
    given = {**_LEFT_OUT, **written}

    def read[T](name: str, meaning: Callable[[Any], T]) -> T:
        try:
            return meaning(given[name])
        except (KeyError, TypeError, ValueError) as error:
            raise ConversationFileError(
                "error-label-missing", file=file, line=line, turn=turn, label=name
            ) from error

    return Label(
        tension=read("tension", Tension),
        situations=read("situations", _situations),
        wanted=read("alert", Wanted),
        maybe=read("maybe_situations", _situations),
        tension_range=read("tension_range", _tensions),
    )


def _situations(names: Iterable[str]) -> frozenset[Situation]:
    return frozenset(map(Situation, names))


def _tensions(values: Iterable[int]) -> tuple[Tension, ...]:
    return tuple(map(Tension, values))
