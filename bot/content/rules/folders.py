"""Mistakes that show between files: ids used twice, languages that do not match."""

from collections.abc import Iterator

from bot.content.nodes import texts_at
from bot.content.problems import Problem, Severity, shortened
from bot.content.rules.rule import Document, Folder, FolderRule


class DuplicateId(FolderRule):
    """Two files of one language with the same id."""

    args = frozenset({"id", "other"})

    def find(self, folder: Folder) -> Iterator[Problem]:
        """The later file, by name, is the one that is told."""
        first: dict[tuple[str, str], Document] = {}
        for document in folder.documents:
            key = (document.locale, document.id)
            if key in first:
                mark, other = document.mark_of("id"), first[key].file
                yield self.problem(mark, id=shortened(document.id), other=other)
            first.setdefault(key, document)


class MissingTranslation(FolderRule):
    """A playbook that another language does not have."""

    severity = Severity.ISSUE
    args = frozenset({"id", "locale"})

    def find(self, folder: Folder) -> Iterator[Problem]:
        """Told at the original, which exists."""
        for locale in folder.locales:
            translated = folder.of(locale)
            for book_id, original in folder.of(folder.fallback).items():
                if book_id not in translated:
                    mark = original.mark_of("id")
                    yield self.problem(mark, id=shortened(book_id), locale=locale)


class MissingOriginal(FolderRule):
    """A playbook that the first language lacks, so that it never speaks."""

    severity = Severity.ISSUE
    args = frozenset({"id", "fallback"})

    def find(self, folder: Folder) -> Iterator[Problem]:
        """Told at the translation."""
        originals = folder.of(folder.fallback)
        for document in folder.documents if originals else ():
            if document.id not in originals:
                mark = document.mark_of("id")
                yield self.problem(mark, id=shortened(document.id), fallback=folder.fallback)


class DifferentSteps(FolderRule):
    """A translation whose steps are not those of the original, in order."""

    severity = Severity.ISSUE
    args = frozenset({"other", "wanted", "found"})

    def find(self, folder: Folder) -> Iterator[Problem]:
        """Compares the kinds of steps."""
        originals = folder.of(folder.fallback)
        for document in folder.documents:
            original = originals.get(document.id)
            if original is None:
                continue
            wanted, found = _kinds(original), _kinds(document)
            if wanted != found:
                mark = document.mark_of("steps")
                yield self.problem(mark, other=original.file, wanted=wanted, found=found)


def _kinds(document: Document) -> str:
    return ", ".join(shortened(kind.text) for kind in texts_at(document.root, "steps", "kind"))


FOLDER_RULES: tuple[FolderRule, ...] = (
    DuplicateId(),
    MissingTranslation(),
    MissingOriginal(),
    DifferentSteps(),
)
