"""What is wrong in a manager's file: where, which rule says so, and how bad it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

SHOWN = 60


class Severity(StrEnum):
    """ERROR: the playbook cannot be used. ISSUE: it can, but is probably not what was meant."""

    ERROR = "error"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file; line and column count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake at one place; `message_id` and `args` are for `locales/*/content.ftl`."""

    file: str
    line: int
    column: int
    message_id: str
    args: Mapping[str, str | int] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be used because of it."""
        return self.severity is Severity.ERROR


class Say(Protocol):
    """A locale's `say`: a message id and its arguments become a sentence."""

    def __call__(self, message_id: str, /, **args: str | int) -> str:
        """The sentence."""


def problem_at(mark: Mark, message_id: str, severity: Severity, **args: str | int) -> Problem:
    """A problem at a mark."""
    return Problem(mark.file, mark.line, mark.column, message_id, args, severity)


def sentence(problem: Problem, say: Say) -> str:
    """The problem as a manager reads it: file, line, what is wrong and how to mend it."""
    said = say(problem.message_id, **problem.args)
    place = "problem-error" if problem.is_error else "problem-issue"
    return say(place, file=problem.file, line=problem.line, said=said)


def shortened(text: str) -> str:
    """A manager's words on one line, short enough to be shown in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"
