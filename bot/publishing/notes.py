"""What managers are told of a folder that could not be taken in: once each, in their language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.content.problems import Problem, sentence
from bot.core.edition import Version
from bot.core.letters import NoteLetter, Urgency
from bot.core.people import Shop
from bot.locale import Locale, Locales
from bot.store.books import Books

PROBLEMS_TOLD = 4
UNBUILT = ""
"""Stands for a file where the archive itself holds what cannot be used."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Files that keep their last good version; `mark` tells their content apart."""

    files: tuple[str, ...]
    mark: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A file that was changed on disk while `meanwhile` was published by another door."""

    file: str
    mark: str
    meanwhile: Version


@dataclass(frozen=True, slots=True)
class Unbuilt:
    """The edition of a number, which came from elsewhere and cannot be used here."""

    number: int
    problems: tuple[Problem, ...]

    @property
    def mark(self) -> str:
        """Its number."""
        return str(self.number)


type Trouble = Broken | Conflict | Unbuilt


def mark_of(texts: Iterable[str | None]) -> str:
    """What tells contents apart, in a few letters."""
    digest = sha256()
    for text in texts:
        digest.update(b"-" if text is None else b"+" + text.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:32]


class Bell:
    """Calls the managers."""

    def __init__(self, shop: Shop, locales: Locales) -> None:
        """`shop` names the managers, who may read different languages."""
        self._shop = shop
        self._locales = locales

    def tell(self, books: Books, troubles: Iterable[Trouble]) -> None:
        """A note to every manager for each trouble that they have not been told of."""
        for trouble in troubles:
            if not (self._shop.managers and _is_first(books, trouble)):
                continue
            for manager in self._shop.managers:
                locale = self._locales.get(books.locale_of(manager))
                books.post(manager, note(trouble, locale), Urgency.SOON)


def note(trouble: Trouble, locale: Locale) -> NoteLetter:
    """A trouble in a manager's language, with files, lines and remedies."""
    match trouble:
        case Broken(problems=problems):
            return NoteLetter("publishing-broken", (("problems", said(problems, locale)),))
        case Unbuilt(problems=problems):
            return NoteLetter("publishing-unbuilt", (("problems", said(problems, locale)),))
        case Conflict(file=file, meanwhile=version):
            return NoteLetter(
                "publishing-conflict", (("file", file), ("who", who(version, locale)))
            )


def logged(trouble: Trouble) -> str:
    """A trouble for the log, without anybody's words."""
    match trouble:
        case Broken(problems=problems) | Unbuilt(problems=problems):
            first = problems[0]
            return f"{first.file}:{first.line} {first.message_id}, {len(problems)} in all"
        case Conflict(file=file, meanwhile=version):
            return f"{file} was changed on disk before version {version.number} was taken there"


def said(problems: Sequence[Problem], locale: Locale) -> str:
    """The first problems, a sentence each, and how many more there are."""
    lines = [f"• {sentence(problem, locale.say)}" for problem in problems[:PROBLEMS_TOLD]]
    if len(problems) > PROBLEMS_TOLD:
        lines.append(locale.say("publishing-more", count=len(problems) - PROBLEMS_TOLD))
    return "\n".join(lines)


def who(version: Version, locale: Locale) -> str:
    """Who published a version, and by which door."""
    door = locale.say(f"publishing-way-{version.way.value}")
    return f"{version.by_name}{locale.say('list-comma')}{door}" if version.by_name else door


def _is_first(books: Books, trouble: Trouble) -> bool:
    match trouble:
        case Broken(files=files):
            pass
        case Conflict(file=file):
            files = (file,)
        case Unbuilt():
            files = (UNBUILT,)
    firsts = [books.versions.first_told(file, trouble.mark) for file in files]
    return any(firsts)
