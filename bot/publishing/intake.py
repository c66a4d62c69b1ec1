"""Takes the folder in: which of its texts become versions, and which are passed by; pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from bot.content.check import check
from bot.content.problems import Problem
from bot.core.edition import Archive, Change, Deed, Edition, Version, Way
from bot.publishing.forge import as_bytes
from bot.publishing.origin import VERSIONS_LOOKED_AT, likeliest_origin
from bot.publishing.publisher import Publisher


@dataclass(frozen=True, slots=True)
class Sight:
    """What a folder holds, by file.

    `before` is what this process saw last in every file that has changed under its eyes, None where
    the file was not there.
    """

    texts: Mapping[str, str]
    before: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the folder asks of an edition.

    `conflicts` are the versions that were published meanwhile by another door, `passed_by` those of
    which the folder holds an older copy, `settled` the files in which folder and edition agree.
    """

    edition: Edition
    changes: tuple[Change, ...]
    conflicts: tuple[Version, ...]
    passed_by: tuple[Version, ...]
    settled: frozenset[str]


class _Standing(Enum):
    """How a file of the folder stands to its newest version."""

    SAME = auto()
    OLD = auto()
    WISH = auto()
    CONFLICT = auto()


def wishes(
    archive: Archive, sight: Sight, *, way: Way = Way.FOLDER, unusable: Collection[str] = ()
) -> Wishes:
    """What the folder asks for; versions whose text it holds are marked so.

    Of `unusable` files this Aram cannot use the newest version: any text of the folder mends it.
    """
    edition = archive.edition()
    changes: list[Change] = []
    conflicts: list[Version] = []
    passed_by: list[Version] = []
    settled: list[str] = []
    for file in sorted({*sight.texts, *sight.before}):
        newest = edition.newest(file)
        match _standing(archive, sight, file, newest, is_usable=file not in unusable):
            case _Standing.SAME:
                settled.append(file)
                if newest is not None and not newest.in_folder:
                    archive.mark_in_folder(newest.number)
            case _Standing.WISH:
                changes.append(_change(file, sight.texts.get(file), newest, way))
            case _Standing.CONFLICT if newest is not None:
                conflicts.append(newest)
            case _Standing.OLD if newest is not None:
                passed_by.append(newest)
    return Wishes(edition, tuple(changes), tuple(conflicts), tuple(passed_by), frozenset(settled))


def _standing(
    archive: Archive, sight: Sight, file: str, newest: Version | None, *, is_usable: bool
) -> _Standing:
    """A change is made from what was in the file before it.

    Of a file that did not change under our eyes nobody knows that: its text is an old copy where it
    was published before, else it is taken to be made from the version it is most like. From a
    newest version that no folder has held it cannot be made; from an older one is a conflict, for
    a shop may have several folders, and another may have held the newest.
    """
    text, was = sight.texts.get(file), newest.text if newest else None
    if text == was:
        return _Standing.SAME
    if file in sight.before:
        return _Standing.WISH if sight.before[file] == was else _Standing.CONFLICT
    if text is not None and archive.has_been(file, text):
        return _Standing.OLD
    if newest is None:
        return _Standing.WISH
    is_meant = not is_usable or _is_made_from(archive, newest, text or "")
    return _Standing.WISH if newest.in_folder and is_meant else _Standing.CONFLICT


def _is_made_from(archive: Archive, newest: Version, text: str) -> bool:
    versions = archive.history(newest.file, skip=0, most=VERSIONS_LOOKED_AT)
    origin = likeliest_origin(text, versions)
    return origin is None or origin.number == newest.number


def sound(
    publisher: Publisher, edition: Edition, changes: Iterable[Change]
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Of changes that came together those that can be published together; and the others' errors.

    A file with errors keeps its last good version. Where a change brings errors into files that did
    not change, nothing of it all is published.
    """
    kept = tuple(changes)
    found: list[Problem] = []
    while kept:
        errors = publisher.errors_of(edition, kept)
        if not errors:
            break
        found.extend(errors)
        broken = {error.file for error in errors}
        rest = tuple(change for change in kept if change.file not in broken)
        kept = rest if len(rest) < len(kept) else ()
    return kept, tuple(found)


def publish(archive: Archive, edition: Edition, changes: Iterable[Change]) -> bool:
    """Publish changes that were found sound in an edition; False where it is no longer in force."""
    archive.hold()
    if archive.number() != edition.number:
        return False
    archive.publish_all(tuple(changes))
    return True


def unusable(texts: Mapping[str, str]) -> frozenset[str]:
    """The files with errors, which this Aram cannot use."""
    problems = check({file: as_bytes(text) for file, text in texts.items()}).problems
    return frozenset({problem.file for problem in problems if problem.is_error} & texts.keys())


def usable(texts: Mapping[str, str], shipped: Mapping[str, str]) -> dict[str, str]:
    """Of a folder's texts those without errors; for a broken file the shipped one of its name."""
    kept = dict(texts)
    while True:
        broken = unusable(kept)
        if not broken:
            return kept
        for file in broken:
            text = kept.pop(file)
            if shipped.get(file, text) != text:
                kept[file] = shipped[file]


def first_edition(archive: Archive, texts: Mapping[str, str]) -> Edition:
    """The archive's edition; where nothing was ever published, one of a folder's texts."""
    archive.hold()
    if archive.number() == 0:
        archive.publish_all(
            [_change(file, text, None, Way.FOLDER) for file, text in sorted(texts.items())]
        )
    return archive.edition()


def _change(file: str, text: str | None, newest: Version | None, way: Way) -> Change:
    was = newest.text if newest else None
    deed = Deed.REMOVE if text is None else Deed.ADD if was is None else Deed.EDIT
    return Change(
        file=file,
        text=text,
        is_on=newest.is_on if newest is not None and was is not None else True,
        deed=deed,
        way=way,
        base=newest.number if newest else None,
    )
