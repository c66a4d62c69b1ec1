"""Looks at playbook files with every rule: each file by itself, then all of them together."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.nodes import ListNode, Node, TableNode
from bot.content.problems import Mark, Problem, Severity, problem_at
from bot.content.rules import (
    BOOK_RULES,
    FOLDER_RULES,
    PLACE_RULES,
    Document,
    Folder,
    Place,
)
from bot.content.shape import PLAYBOOK, ListShape, Shape, TableShape
from bot.content.source import Source, read

ENDING, WRONG_ENDING = ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Checked:
    """A folder's files as read, and every problem in them, in the order of files and lines."""

    folder: Folder
    problems: tuple[Problem, ...]

    def usable(self) -> tuple[Document, ...]:
        """The documents without an error."""
        broken = {problem.file for problem in self.problems if problem.is_error}
        return tuple(each for each in self.folder.documents if each.file not in broken)


def check(folder: Path, *, fallback: str = "fa") -> Checked:
    """Reads `folder/<locale>/*.yaml`; every problem at once. An absent folder has no files."""
    locales = _locales(folder)
    documents: list[Document] = []
    problems: list[Problem] = []
    for locale in locales:
        for path in _inside(folder / locale):
            file = f"{locale}/{path.name}"
            if path.suffix == WRONG_ENDING:
                problems.append(problem_at(Mark(file), "source-wrong-ending", Severity.ERROR))
            if path.suffix == ENDING and not path.name.startswith("."):
                source = read(path, file)
                document, found = check_source(source, file, locale=locale)
                problems.extend(found)
                documents.extend([document] if document else [])
    together = Folder(tuple(documents), locales, fallback)
    problems.extend(found for rule in FOLDER_RULES for found in rule.find(together))
    return Checked(together, tuple(sorted(problems, key=_order)))


def check_source(
    source: Source, file: str, *, locale: str
) -> tuple[Document | None, tuple[Problem, ...]]:
    """One file by itself: its document, None where it is no table at all, and its problems."""
    root = source.root
    if not isinstance(root, TableNode) or not root.entries:
        found = () if source.problems else (_no_playbook(file),)
        return None, (*source.problems, *found)
    document = Document(locale, file, Path(file).stem, root)
    return document, (*source.problems, *_problems_in(document))


def _problems_in(document: Document) -> Iterator[Problem]:
    for place in _places(document.root, PLAYBOOK, key="playbook", locale=document.locale):
        for rule in PLACE_RULES:
            yield from rule.find(place)
    for book_rule in BOOK_RULES:
        yield from book_rule.find(document)


def _places(node: Node, shape: Shape, *, key: str, locale: str) -> Iterator[Place]:
    """Every node beside its shape, as far down as the two agree."""
    yield Place(node, shape, key, locale)
    match node, shape:
        case ListNode(items=items), ListShape(item=item_shape):
            for item in items:
                yield from _places(item, item_shape, key=key, locale=locale)
        case TableNode(entries=entries), TableShape():
            for entry in entries:
                field = shape.field(entry.key.text)
                if field:
                    yield from _places(entry.value, field.shape, key=field.name, locale=locale)


def _locales(folder: Path) -> tuple[str, ...]:
    """The language folders that hold YAML: two or three small letters, such as fa."""
    named = (each for each in _inside(folder) if _is_language(each.name))
    return tuple(
        each.name for each in named if any(path.suffix in ENDINGS for path in _inside(each))
    )


def _inside(folder: Path) -> list[Path]:
    """What lies in a folder, by name; nothing in one that is absent or closed to us."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_language(name: str) -> bool:
    return name.isascii() and name.isalpha() and name.islower() and len(name) in (2, 3)


def _no_playbook(file: str) -> Problem:
    return problem_at(Mark(file), "source-no-playbook", Severity.ERROR)


def _order(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column
