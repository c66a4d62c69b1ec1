"""From a folder of YAML files to the playbooks in force, with every problem said at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.content.build import build
from bot.content.check import check
from bot.content.problems import Problem
from bot.content.rules import Document
from bot.core.playbook import Library, Playbook
from bot.errors import ContentError


@dataclass(frozen=True, slots=True)
class Loaded:
    """The playbooks that can be used, and what was found wrong with them and with the others."""

    library: Library
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps playbooks from being used."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def issues(self) -> tuple[Problem, ...]:
        """What is probably wrong."""
        return tuple(problem for problem in self.problems if not problem.is_error)


def load(folder: Path, *, fallback: str = "fa") -> Loaded:
    """Playbooks of `folder/<locale>/*.yaml`; the same files always give the same result.

    Raises ContentError where nothing can be used: no folder, no language in it, or no playbook of
    the fallback language without an error.
    """
    checked = check(folder, fallback=fallback)
    if not checked.folder.locales:
        raise ContentError("error-playbooks-missing", folder=str(folder))
    if fallback not in checked.folder.locales:
        raise ContentError("error-playbooks-missing", folder=str(folder / fallback))
    by_locale = _by_locale(checked.usable(), checked.folder.locales)
    errors = [problem for problem in checked.problems if problem.is_error]
    if not by_locale[fallback]:
        first = next(each for each in errors if each.file.startswith(f"{fallback}/"))
        raise ContentError(
            "error-playbooks-unusable", count=len(errors), first=f"{first.file}:{first.line}"
        )
    return Loaded(Library(by_locale, fallback), checked.problems)


def _by_locale(
    documents: Iterable[Document], locales: Iterable[str]
) -> dict[str, dict[str, Playbook]]:
    books: dict[str, dict[str, Playbook]] = {locale: {} for locale in locales}
    for document in documents:
        books[document.locale][document.id] = build(document)
    return books
