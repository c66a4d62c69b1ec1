"""Conversations in the corpus format: JSON Lines, one a line, labelled or not."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.conversation import Channel, Turn, Who
from bot.errors import ConversationFileError


@dataclass(frozen=True, slots=True)
class Script:
    """One conversation: its id, its channel, its turns in order."""

    id: str
    channel: Channel
    turns: tuple[Turn, ...]


def read_scripts(lines: Iterable[str | bytes], file: str) -> Iterator[Script]:
    """The conversations of a file; ConversationFileError names the line that is wrong."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _script(json.loads(line))
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            raise ConversationFileError(
                "error-conversation-json", file=file, line=number
            ) from error
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ConversationFileError(
                "error-conversation-file", file=file, line=number, problem=_problem(error)
            ) from error


def _script(given: Mapping[str, Any]) -> Script:
    channel = Channel(given["channel"])
    return Script(
        id=str(given["id"]),
        channel=channel,
        turns=tuple(_turn(turn, channel) for turn in given["turns"]),
    )


def _turn(given: Mapping[str, Any], channel: Channel) -> Turn:
    text = given["text"]
    if not isinstance(text, str):
        raise TypeError("text")
    return Turn(
        who=Who(given["who"]),
        text=text,
        at=float(given["at"]),
        channel=channel,
        name=given.get("name"),
    )


def _problem(error: Exception) -> str:
    return str(error.args[0]) if error.args else type(error).__name__
