"""What PyYAML's complaints mean to a manager: each becomes the mistake that people really make.

The parser's own words ("did not find expected '-' indicator") help nobody who writes a playbook, so
the line where it stopped is looked at again.
"""

import re
from collections.abc import Callable

import yaml

from bot.content.problems import Mark, Problem, Severity, problem_at

_VALUE = r"\s*(?:- +)*(?:[^\s:'\"\[\]{}]+:[ \t]+)?"
_OPENS_WITH_BRACKET = re.compile(_VALUE + r"[\[{]")
_OPENS_WITH_QUOTE = re.compile(_VALUE + r"([\"'])")
_OPENS_WITH_SIGN = re.compile(_VALUE + r"[@`%]")

type _Test = Callable[[yaml.MarkedYAMLError, str, int], bool]


def mistake_of(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The problem behind a YAML error, at the line where a person would look."""
    lines = text.splitlines() or [""]
    stopped, column = _where(error)
    at = min(stopped, len(lines) - 1)
    if at < stopped:
        column = len(lines[at])
    message_id = next(
        (found for found, test in _MISTAKES if test(error, lines[at], column)),
        "source-broken",
    )
    return problem_at(Mark(file, at + 1, column + 1), message_id, Severity.ERROR)


def _where(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    opened = error.context_mark
    if opened is not None and (_is_unclosed_quote(error) or _is_unclosed_bracket(error)):
        return opened.line, opened.column
    mark = error.problem_mark or opened
    return (mark.line, mark.column) if mark else (0, 0)


def _is_unclosed_quote(error: yaml.MarkedYAMLError, _line: str = "", _column: int = 0) -> bool:
    return "quoted scalar" in str(error.context) and "end of stream" in str(error.problem)


def _is_unclosed_bracket(error: yaml.MarkedYAMLError, _line: str = "", _column: int = 0) -> bool:
    return "flow" in str(error.context)


def _is_tab(_error: yaml.MarkedYAMLError, line: str, column: int) -> bool:
    indent = line[: len(line) - len(line.lstrip())]
    return "\t" in indent or line[column : column + 1] == "\t"


def _is_reserved_sign(error: yaml.MarkedYAMLError, line: str, _column: int) -> bool:
    return "cannot start any token" in str(error.problem) and bool(_OPENS_WITH_SIGN.match(line))


def _is_unquoted_bracket(_error: yaml.MarkedYAMLError, line: str, _column: int) -> bool:
    return bool(_OPENS_WITH_BRACKET.match(line))


def _is_word_after_quote(_error: yaml.MarkedYAMLError, line: str, column: int) -> bool:
    opened = _OPENS_WITH_QUOTE.match(line)
    return opened is not None and column > opened.start(1)


def _is_unknown_escape(error: yaml.MarkedYAMLError, _line: str, _column: int) -> bool:
    return "escape" in str(error.problem) or "hexdecimal" in str(error.problem)


def _is_colon(error: yaml.MarkedYAMLError, line: str, column: int) -> bool:
    """A second colon in the line; a first one only shows that the line is indented wrongly."""
    return "mapping values are not allowed" in str(error.problem) and ": " in line[:column]


_MISTAKES: tuple[tuple[str, _Test], ...] = (
    ("source-unclosed-quote", _is_unclosed_quote),
    ("source-unknown-escape", _is_unknown_escape),
    ("source-tab", _is_tab),
    ("source-unquoted-sign", _is_reserved_sign),
    ("source-unquoted-bracket", _is_unquoted_bracket),
    ("source-word-after-quote", _is_word_after_quote),
    ("source-unquoted-colon", _is_colon),
)
