"""From a folder of YAML files to the playbooks in force, with every problem said at once."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.content.build import build
from bot.content.check import Checked, check
from bot.content.files import Texts
from bot.content.problems import Problem
from bot.core.house import House
from bot.core.playbook import Library, Playbook
from bot.errors import ContentError


@dataclass(frozen=True, slots=True)
class Loaded:
    """The playbooks that can be used, and what was found wrong with them and with the others."""

    checked: Checked
    library: Library

    @property
    def house(self) -> House:
        """The shop's own values."""
        return self.checked.house

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, in the order of files and lines."""
        return self.checked.problems

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps playbooks from being used."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def issues(self) -> tuple[Problem, ...]:
        """What is probably wrong."""
        return tuple(problem for problem in self.problems if not problem.is_error)


def load(
    texts: Texts, *, fallback: str = "fa", off: Collection[str] = (), called: str = "playbooks"
) -> Loaded:
    """Playbooks of the files; the same files always give the same result.

    `off` are files turned off: their playbooks do not speak, in no language. Raises ContentError
    where nothing can be used: no file at all (of the folder `called` so), none of the fallback
    language, or none of that without an error.
    """
    checked = check(texts, fallback=fallback, off=off)
    if not checked.locales:
        raise ContentError("error-playbooks-missing", folder=called)
    if fallback not in checked.locales:
        raise ContentError("error-playbooks-missing", folder=f"{called}/{fallback}")
    loaded = Loaded(checked, Library(_by_locale(checked), fallback))
    first = next((each for each in loaded.errors if each.file.startswith(f"{fallback}/")), None)
    if first and not loaded.library.by_locale[fallback]:
        raise ContentError(
            "error-playbooks-unusable",
            count=len(loaded.errors),
            first=f"{first.file}:{first.line}",
        )
    return loaded


def _by_locale(checked: Checked) -> dict[str, dict[str, Playbook]]:
    books: dict[str, dict[str, Playbook]] = {locale: {} for locale in checked.locales}
    for document in checked.usable():
        books[document.locale][document.id] = build(document)
    return books
