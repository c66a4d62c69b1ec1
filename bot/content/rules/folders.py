"""Mistakes that show between files: ids used twice, languages that do not match."""

from collections.abc import Iterator

from bot.content.document import Document, Folder
from bot.content.nodes import texts_at
from bot.content.problems import Problem, Severity, shortened
from bot.content.rules.rule import FolderRule


class IdDiffersFromFileName(FolderRule):
    """A file called otherwise than the playbook in it."""

    args = frozenset({"id", "name"})

    def find(self, folder: Folder) -> Iterator[Problem]:
        """One name for both, so that languages, overlays and versions find each other."""
        for document in folder.documents:
            for found in texts_at(document.root, "id"):
                if not found.is_blank and found.text != document.name:
                    yield self.problem(found.mark, id=shortened(found.text), name=document.name)


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
    """A playbook, or an overlay, that another language does not have."""

    severity = Severity.ISSUE
    args = frozenset({"id", "locale"})

    def find(self, folder: Folder) -> Iterator[Problem]:
        """Told at the original, which exists."""
        for locale in folder.locales:
            translated = folder.of(locale)
            for book_id, original in folder.of(folder.fallback).items():
                if book_id not in translated:
                    mark, path = original.mark_of("id"), folder.path(locale)
                    yield self.problem(mark, id=shortened(book_id), locale=path)


class MissingOriginal(FolderRule):
    """A playbook that the first language lacks, so that it never speaks."""

    severity = Severity.ISSUE
    args = frozenset({"id", "fallback"})

    def find(self, folder: Folder) -> Iterator[Problem]:
        """Told at the translation; an overlay that only changes its base may stand alone."""
        originals = folder.of(folder.fallback)
        for document in folder.documents if originals or folder.kind else ():
            if document.id not in originals and not folder.base_of(document):
                mark, path = document.mark_of("id"), folder.path(folder.fallback)
                yield self.problem(mark, id=shortened(document.id), fallback=path)


FOLDER_RULES: tuple[FolderRule, ...] = (
    IdDiffersFromFileName(),
    DuplicateId(),
    MissingTranslation(),
    MissingOriginal(),
)
