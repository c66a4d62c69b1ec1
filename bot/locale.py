"""The bot's own words: Fluent messages in the reader's language, safe in both directions."""

import logging
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, Final, Self

from babel import Locale as BabelLocale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.errors import FluentReferenceError
from fluent.runtime.resolver import CurrentEnvironment, Pattern, ResolverEnvironment
from fluent.runtime.types import (
    FluentDecimal,
    FluentFloat,
    FluentInt,
    FluentNone,
    FluentNumber,
    FluentType,
)
from fluent.syntax import ast

from bot.errors import AramError, ContentError

FALLBACK: Final = "fa"
LONGEST_ARGUMENT: Final = (
    2_000  # fluent.runtime gives up a whole message for an argument over 2,500
)

_PERSIAN: Final = str.maketrans("0123456789,.%-", "۰۱۲۳۴۵۶۷۸۹٬٫٪−")
_ISOLATES: Final = "\u2066\u2067\u2068"
_POP: Final = "\u2069"
_LOG: Final = logging.getLogger(__name__)

type Argument = str | int | float | Decimal


class Locale:
    """One language's voice; whatever is missing, `say` says something and never raises.

    Every inserted value stands isolated (FSI … PDI), so that a Latin name leaves a Persian sentence
    in order. `plain` is the same voice without those marks, for terminals and for drafts.
    """

    def __init__(self, language: str, isolated: Iterable["_Bundle"], plain: Iterable["_Bundle"]):
        """Speaks from the first bundle that has a message: its own language, then the others."""
        self.language = language
        self._bundles = tuple(isolated)
        self._plain_bundles = tuple(plain)
        self._missed: set[str] = set()

    @property
    def plain(self) -> "Locale":
        """This voice without bidi marks."""
        return Locale(self.language, self._plain_bundles, self._plain_bundles)

    def say(self, message_id: str, /, **args: Argument) -> str:
        """A message with its arguments filled in; the id itself where no language has it."""
        for bundle in self._bundles:
            said = bundle.say(message_id, args)
            if said is not None:
                text, faults = said
                if faults:
                    self._log_once(message_id, "; ".join(map(_told, faults)))
                return text
        self._log_once(message_id, "no locale has it")
        return message_id

    def error_sentence(self, error: AramError) -> str:
        """What went wrong and how to mend it, for a person."""
        return self.say(error.message_id, **error.args_for_message)

    def _log_once(self, message_id: str, fault: str) -> None:
        if message_id not in self._missed:
            self._missed.add(message_id)
            _LOG.warning("message %s in %s: %s", message_id, self.language, fault)


class Locales:
    """All languages of a folder; a new one is a new folder beside the others."""

    def __init__(self, resources: Mapping[str, Iterable[ast.Resource]]) -> None:
        """Keep the voices of all languages; `FALLBACK` must be among them."""
        plain = {name: _Bundle(name, each, isolated=False) for name, each in resources.items()}
        isolated = {name: _Bundle(name, each, isolated=True) for name, each in resources.items()}
        self._locales = {
            name: Locale(name, _chain(name, isolated), _chain(name, plain)) for name in resources
        }

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Reads `folder/<language>/*.ftl`; ContentError where the fallback language has none."""
        try:
            paths = sorted(folder.glob("*/*.ftl"))
            parsed = [(path.parent.name, _parse(path)) for path in paths]
        except (OSError, UnicodeDecodeError) as error:
            raise ContentError("error-locales-missing", folder=str(folder)) from error
        resources: dict[str, list[ast.Resource]] = {}
        for language, resource in parsed:
            resources.setdefault(language, []).append(resource)
        if FALLBACK not in resources:
            raise ContentError("error-locales-missing", folder=str(folder))
        return cls(resources)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are, in the order of the alphabet."""
        return tuple(sorted(self._locales))

    def get(self, language_code: str | None) -> Locale:
        """The voice for a code such as "en", "fa-IR" or None; the fallback's for any other."""
        language = (language_code or FALLBACK).replace("_", "-").partition("-")[0].lower()
        return self._locales.get(language) or self._locales[FALLBACK]


def bare_sentence(error: AramError) -> str:
    """An error in both languages, for when the locales themselves cannot be read."""
    if error.message_id == "error-locales-missing":
        folder = error.args_for_message.get("folder", "")
        return (
            f"پوشهٔ متن‌های آرام پیدا یا خوانده نشد: {folder}\n"
            f"Aram's own words cannot be read from the folder {folder}; "
            "it needs fa/*.ftl in it. Bring the folder back from the project."
        )
    return str(error)


class _PersianNumber(FluentNumber):
    """Digits and separators as Persian writes them: 1234567.5 → ۱٬۲۳۴٬۵۶۷٫۵."""

    def format(self, locale: BabelLocale) -> str:
        return super().format(locale).translate(_PERSIAN)


class _PersianInt(_PersianNumber, FluentInt): ...


class _PersianFloat(_PersianNumber, FluentFloat): ...


class _PersianDecimal(_PersianNumber, FluentDecimal): ...


class _Bundle(FluentBundle):
    """One language's messages; knows its digits, which Babel's pattern formatter does not."""

    def __init__(self, language: str, resources: Iterable[ast.Resource], *, isolated: bool) -> None:
        self._persian = language == "fa"
        functions: dict[str, Callable[[Any], FluentType]] = {
            "NUMBER": partial(_number, persian=self._persian)
        }
        super().__init__([language], functions=functions, use_isolating=isolated)
        for resource in resources:
            self.add_resource(resource)

    def say(
        self, message_id: str, args: Mapping[str, Argument]
    ) -> tuple[str, list[Exception]] | None:
        """The message and what went wrong in it, or None if this language has none."""
        if not self.has_message(message_id):
            return None
        pattern = self.get_message(message_id).value
        if pattern is None:
            return None
        said, faults = self.format_pattern(pattern, dict(args))
        return str(said), faults

    def format_pattern(
        self, pattern: Pattern, args: dict[str, Any] | None = None
    ) -> tuple[str | FluentNone, list[Exception]]:
        faults: list[Exception] = []
        given = {name: self._argument(value) for name, value in (args or {}).items()}
        current = CurrentEnvironment(args=given)
        try:
            return pattern(
                ResolverEnvironment(context=self, current=current, errors=faults)
            ), faults
        except ValueError as error:
            return "{???}", [*faults, error]

    def _argument(self, value: Argument) -> str | FluentType:
        if not isinstance(value, str):
            return _number(value, persian=self._persian)
        short = value if len(value) <= LONGEST_ARGUMENT else value[: LONGEST_ARGUMENT - 1] + "…"
        return _balanced(short) if self.use_isolating else short


def _number(value: Any, *, persian: bool, **options: Any) -> FluentType:
    """A number that Fluent can choose plurals by and formats in the right digits."""
    match value:
        case FluentNone():
            return value
        case int():
            return (_PersianInt if persian else FluentInt)(value, **options)
        case float():
            return (_PersianFloat if persian else FluentFloat)(value, **options)
        case Decimal():
            return (_PersianDecimal if persian else FluentDecimal)(value, **options)
    raise TypeError(f"not a number: {value!r}")


def _told(fault: Exception) -> str:
    """A fault for the log: names of Fluent's are ours, but other errors quote the value."""
    return str(fault) if isinstance(fault, FluentReferenceError) else type(fault).__name__


def _balanced(text: str) -> str:
    """Text whose isolates all close and close nothing else, so that it cannot leave its own."""
    if not any(mark in text for mark in (*_ISOLATES, _POP)):
        return text
    kept, depth = [], 0
    for letter in text:
        depth += letter in _ISOLATES
        if letter == _POP:
            if not depth:
                continue
            depth -= 1
        kept.append(letter)
    return "".join(kept) + _POP * depth


def _chain(language: str, bundles: Mapping[str, _Bundle]) -> list[_Bundle]:
    """A language's own bundle, then the fallback's, then all others."""
    others = sorted(bundles, key=lambda name: (name != language, name != FALLBACK, name))
    return [bundles[name] for name in others]


def _parse(path: Path) -> ast.Resource:
    text = path.read_text(encoding="utf-8-sig")
    resource = FluentResource(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
            _LOG.warning("%s:%s is not Fluent: %.60r", path, line, entry.content)
    return resource
