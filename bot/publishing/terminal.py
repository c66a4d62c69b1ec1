"""The terminal's door: what is in force goes into a folder, a folder becomes versions, history."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from bot.content.problems import Problem, sentence
from bot.core.edition import Archive, Change, Edition, Version, Way
from bot.errors import ContentError
from bot.language.calendar import Dates
from bot.locale import Locale
from bot.publishing.folder import texts_in
from bot.publishing.forge import as_bytes
from bot.publishing.intake import Sight, Wishes, publish, sound, wishes
from bot.publishing.notes import who
from bot.publishing.publisher import Publisher
from bot.store.books import Books
from bot.store.ledger import Ledger

MINE = ".mine"


def pull(archive: Archive, folder: Path, locale: Locale) -> Iterator[str]:
    """Write what is in force into a folder; says what it does.

    What somebody wrote there and never published is kept beside the file, with the ending MINE.
    Raises ContentError where the folder cannot be written.
    """
    edition = archive.edition()
    if not edition.number:
        yield locale.say("publishing-no-versions")
        return
    on_disk = texts_in(folder)
    changed = 0
    for file, version in sorted(edition.versions.items()):
        found, path = on_disk.get(file), folder / file
        if not version.in_folder:
            archive.mark_in_folder(version.number)
        if found == version.text:
            continue
        changed += 1
        if found is not None and not archive.has_been(file, found):
            mine = _kept_apart(path)
            yield locale.say("publishing-kept-mine", file=file, mine=mine.name)
        if version.text is None:
            _take_away(path)
            yield locale.say("publishing-taken-away", file=file)
        else:
            _write(path, version.text)
            yield locale.say("publishing-pulled", file=file, number=version.number)
    yield locale.say("publishing-pull-summary", count=changed, folder=str(folder))


def publish_folder(
    ledger: Ledger,
    publisher: Publisher,
    folder: Path,
    locale: Locale,
    *,
    over: bool = False,
    gone: bool = False,
) -> tuple[list[str], bool]:
    """Make versions of what is new in a folder, all of it or nothing; what was said, and success.

    A file is passed by where its text was not made from the newest one, unless `over`. Files that
    the folder lacks, and texts that were in force before, may be all that an old copy of the folder
    has: what is in force stays, unless it is to be `gone`. Raises ContentError where the folder has
    no file at all.
    """
    texts = texts_in(folder)
    if not texts:
        raise ContentError("error-playbooks-missing", folder=str(folder))
    while True:  # checked outside of the transactions, for which a running bot waits
        asked = ledger.commit(lambda books: _asked(books.versions, texts, over=over, gone=gone))
        kept, errors = sound(publisher, asked.edition, asked.changes)
        done = partial(_published, edition=asked.edition, changes=kept)
        if errors:
            break
        if ledger.commit(done):
            break
    passed_by = [*_passed_by(asked, locale)]
    if errors:
        return [*passed_by, *_told(errors, locale)], False
    newest = ledger.commit(lambda books: books.versions.edition())
    lines = [
        locale.say(
            "publishing-published" if change.text is not None else "publishing-removed",
            file=change.file,
            number=newest.versions[change.file].number,
        )
        for change in kept
    ]
    summary = locale.say("publishing-publish-summary", count=len(kept))
    return [*passed_by, *lines, summary], not passed_by


def history(archive: Archive, file: str | None, locale: Locale, *, most: int) -> Iterator[str]:
    """The newest versions, a line each."""
    versions = archive.history(file, skip=0, most=most)
    if not versions:
        yield locale.say("publishing-no-versions")
    for version in versions:
        yield locale.say(
            "publishing-history-line",
            number=version.number,
            when=_when(version, locale),
            file=version.file,
            deed=locale.say(f"publishing-deed-{version.deed.value.replace('_', '-')}"),
            who=who(version, locale),
        )


def _asked(archive: Archive, texts: dict[str, str], *, over: bool, gone: bool) -> Wishes:
    edition = archive.edition()
    files = texts.keys() | edition.texts().keys() if gone else texts.keys()
    before = {
        file: version.text
        for file in files
        if (version := edition.newest(file)) is not None
        and (over or (gone and version.in_folder and _is_old(archive, file, texts.get(file))))
    }
    return wishes(archive, Sight(texts, before), way=Way.TERMINAL)


def _is_old(archive: Archive, file: str, text: str | None) -> bool:
    """Whether a folder lacks a file, or holds a text that was in force before."""
    return text is None or archive.has_been(file, text)


def _passed_by(asked: Wishes, locale: Locale) -> Iterator[str]:
    said = (
        ("publishing-passed-by", asked.conflicts),
        ("publishing-passed-by-old", asked.passed_by),
    )
    for message, versions in said:
        for version in versions:
            by = who(version, locale)
            yield locale.say(message, file=version.file, number=version.number, who=by)


def _published(books: Books, edition: Edition, changes: Sequence[Change]) -> bool:
    return publish(books.versions, edition, changes)


def _told(errors: tuple[Problem, ...], locale: Locale) -> Iterator[str]:
    for error in errors:
        yield sentence(error, locale.say)
    yield locale.say("publishing-not-published")


def _kept_apart(path: Path) -> Path:
    """Move a file aside; what was moved there before stays."""
    names = (f"{path.name}{MINE}{number or ''}" for number in count())
    mine = next(free for name in names if not (free := path.with_name(name)).exists())
    with _written(path):
        path.rename(mine)
    return mine


def _take_away(path: Path) -> None:
    with _written(path):
        path.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    """At once or not at all: whoever reads the folder meanwhile sees one of the two texts."""
    unfinished = path.with_name(f".{path.name}.tmp")
    with _written(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(as_bytes(text))
        unfinished.replace(path)


@contextmanager
def _written(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ContentError("error-playbook-unwritable", file=str(path), reason=reason) from error


def _when(version: Version, locale: Locale) -> str:
    moment, dates = datetime.fromtimestamp(version.at, UTC).astimezone(), Dates(locale.language)
    zone = moment.tzinfo or UTC
    return f"{dates.numeric_day(moment, zone)} {dates.clock(moment, zone)}"
