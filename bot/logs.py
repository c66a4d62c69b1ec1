"""The log: no messages, names or tokens in it, whoever writes, at any level, in tracebacks too.

Of Aram's own records the sentence is told as it was given, an error in it by its kind. Another
program's sentence is told only where it stands word for word in that program's source, with «…»
for whatever is filled in: what is put together at run time may quote anybody, so of that only the
place is told. Errors are told by kind and places. Warnings, and what threads and the interpreter
itself would print on their own, come here as well.
"""

import ast
import json
import logging
import re
import sys
import threading
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, TextIO

from bot.errors import AramError, trace_of

type Form = Literal["text", "json"]

WITHHELD = "(words withheld)"
FORMING = ("aiogram", "aiohttp", "alembic", "asyncio")
"""Other programs' loggers that are heard at DEBUG alone; without it, where something is wrong."""
NEVER_FORMING = ("sqlalchemy",)
"""Those of which every sentence is put together at run time: at DEBUG, too, only what is wrong."""
_OWN = frozenset({"aram"} if __name__.startswith("aram.") else {"bot", "handlers", "__main__"})
_FILLED_IN = re.compile(r"%%|%(?:\(\w+\))?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[a-zA-Z]")
_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
_PASSWORD = re.compile(r"(?<=://)[^\s/@]+@")
_UNPRINTABLE = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of a record. `event` is its sentence before anything was filled in."""

    time: float
    level: str
    logger: str
    at: str
    event: str
    message: str
    error: str | None


def told(record: logging.LogRecord) -> Told:
    """A record without anybody's words."""
    is_own = record.name.partition(".")[0] in _OWN
    event, message = _own_sentence(record) if is_own else _others_sentence(record)
    error = record.exc_info[1] if record.exc_info else None
    return Told(
        time=record.created,
        level=record.levelname,
        logger=record.name,
        at=f"{record.filename}:{record.lineno} {record.funcName}",
        event=event,
        message=_without_secrets(message),
        error=chain_of(error) if error is not None else None,
    )


def chain_of(error: BaseException) -> str:
    """An error and what led to it, by kinds and places."""
    links, seen = [trace_of(error)], {id(error)}
    while True:
        earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if earlier is None or id(earlier) in seen:
            return "; after ".join(links)
        seen.add(id(earlier))
        links.append(trace_of(earlier))
        error = earlier


class AsText(logging.Formatter):
    """A line for people."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, whose, what."""
        each = told(record)
        moment = datetime.fromtimestamp(each.time).astimezone().isoformat(" ", "milliseconds")
        place = f" at {each.at}" if each.message == WITHHELD else ""
        error = f": {each.error}" if each.error else ""
        return f"{moment} {each.level} {each.logger} {each.message}{place}{error}"


class AsJson(logging.Formatter):
    """A JSON object a line, for programs; times are UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """The fields of `Told`; no `error` where there is none."""
        each = told(record)
        moment = datetime.fromtimestamp(each.time, UTC).isoformat(timespec="milliseconds")
        fields = {
            "time": moment.replace("+00:00", "Z"),
            "level": each.level.lower(),
            "logger": each.logger,
            "event": each.event,
            "message": each.message,
            "at": each.at,
        }
        if each.error:
            fields["error"] = each.error
        return json.dumps(fields, ensure_ascii=False)


class ToStream(logging.StreamHandler[TextIO]):
    """Writes lines; where one cannot be written, logging's own complaint would quote it."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Say where it happened and no more."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError | ValueError):  # else there is nowhere to write
            place = f"{record.filename}:{record.lineno}"
            self.stream.write(f"a record of {place} could not be told: {type(error).__name__}\n")


class Count(logging.Handler):
    """Counts what goes wrong: tells the level and the part of Aram, «other» for other programs."""

    def __init__(self, tell: Callable[[str, str], None]) -> None:
        """Heard from WARNING on."""
        super().__init__(logging.WARNING)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Only names of ours become labels, so that there are not ever more of them."""
        is_own = record.name.partition(".")[0] in _OWN
        self._tell(record.levelname.lower(), record.name if is_own else "other")


def begin(level: str, form: Form, stream: TextIO | None = None) -> None:
    """Log so from now on, in this whole process; to standard error where no stream is given."""
    handler = ToStream(stream or sys.stderr)
    handler.setFormatter(AsJson() if form == "json" else AsText())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    quieter = max(logging.WARNING, root.level)
    for name in FORMING:
        logging.getLogger(name).setLevel(logging.DEBUG if level == "DEBUG" else quieter)
    for name in NEVER_FORMING:
        logging.getLogger(name).setLevel(quieter)
    warnings.showwarning = _warned
    sys.excepthook = _failed
    threading.excepthook = _thread_failed
    sys.unraisablehook = _unraisable


def count(tell: Callable[[str, str], None]) -> None:
    """Tell of what goes wrong from now on: its level and part; whoever was told before is not."""
    root = logging.getLogger()
    root.handlers[:] = [each for each in root.handlers if not isinstance(each, Count)]
    root.addHandler(Count(tell))


def _own_sentence(record: logging.LogRecord) -> tuple[str, str]:
    event, given = str(record.msg), record.args
    if not given:
        return event, event
    try:
        return event, event % (_safe_values(given))
    except (TypeError, ValueError, KeyError):
        return event, event


def _safe_values(given: Any) -> Any:
    if isinstance(given, dict):
        return {name: _safe(value) for name, value in given.items()}
    return tuple(map(_safe, given))


def _safe(value: object) -> object:
    """An error's own text may quote a customer; ours are made of what we wrote."""
    is_foreign = isinstance(value, BaseException) and not isinstance(value, AramError)
    return type(value).__name__ if is_foreign else value


def _others_sentence(record: logging.LogRecord) -> tuple[str, str]:
    event = record.msg if isinstance(record.msg, str) else ""
    if not event or event not in _sentences(record.pathname):
        return WITHHELD, WITHHELD
    return event, _FILLED_IN.sub(_left_out, event) if record.args else event


def _left_out(place: re.Match[str]) -> str:
    return "%" if place.group() == "%%" else "…"


@lru_cache(maxsize=256)
def _sentences(path: str) -> frozenset[str]:
    """The texts that stand in a program's file as they are; none where it cannot be read."""
    try:
        tree = ast.parse(Path(path).read_bytes())
    except (OSError, ValueError, SyntaxError, RecursionError):
        return frozenset()
    constants = (each.value for each in ast.walk(tree) if isinstance(each, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))


def _without_secrets(line: str) -> str:
    plain = _PASSWORD.sub("…@", _TOKEN.sub("…", line))
    return plain.translate(_UNPRINTABLE)


def _warned(
    message: Warning | str,  # noqa: ARG001 - as `warnings` calls it; it may quote anybody
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    log.warning("%s at %s:%d", category.__name__, Path(filename).name, lineno)


def _failed(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        log.critical("unexpected: %s", chain_of(error))


def _thread_failed(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and args.exc_type is not SystemExit:
        log.error("a thread failed: %s", chain_of(args.exc_value))


def _unraisable(args: Any) -> None:
    if args.exc_value is not None:
        log.error("while tidying up: %s", chain_of(args.exc_value))
