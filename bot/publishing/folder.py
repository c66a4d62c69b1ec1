"""Watches the folder of playbooks: says what it holds once it has changed and come to rest."""

import errno
import os
from collections.abc import Collection
from pathlib import Path

from bot.content.files import KINDS, SHOP_FILE, read_folder
from bot.errors import ContentError
from bot.publishing.forge import as_text

PATTERNS = (SHOP_FILE, "*/*.y*ml", f"{KINDS}/*/*/*.y*ml")

type _Signature = frozenset[tuple[str, int, int, int]]


def texts_in(folder: Path) -> dict[str, str]:
    """The texts by file; of a name that is not UTF-8 the odd bytes are spelled out."""
    return {
        file.encode(errors="backslashreplace").decode(): as_text(raw)
        for file, raw in read_folder(folder).items()
    }


class Watch:
    """Looks at a folder again and again; slow disks are waited for, so call it off the loop."""

    def __init__(self, folder: Path) -> None:
        """Nothing has been seen yet."""
        self.folder = folder
        self._told: _Signature | None = None
        self._last: _Signature | None = None
        self._files: frozenset[str] = frozenset()
        self._failures = 0

    def look(self) -> dict[str, str] | None:
        """The texts by file, where they changed since they were last returned; else None.

        A change is returned once two looks find the same: editors write a file in several acts, and
        may take it away for a moment. Raises ContentError where files cannot be read, at the second
        look in a row that fails; the later ones go on trying.
        """
        now = _signature(self.folder)
        is_first, is_at_rest = self._last is None, self._last == now
        self._last = now
        if now == self._told or not (is_first or is_at_rest):
            return None
        try:
            texts = texts_in(self.folder)
            _see_that_they_are_gone(self.folder, self._files - texts.keys())
        except ContentError:
            self._failures += 1
            if self._failures == 2:
                raise
            return None
        self._told, self._files, self._failures = now, frozenset(texts), 0
        return texts


def _see_that_they_are_gone(folder: Path, files: Collection[str]) -> None:
    """Of a folder that cannot be opened no file is listed, which does not mean that it was deleted.

    Raises ContentError for a file that the disk does not say to be gone.
    """
    for path in (folder / file for file in sorted(files)):
        code = errno.EACCES  # there, but its folder does not list it
        try:
            path.open("rb").close()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            continue
        except OSError as error:
            code = error.errno or errno.EIO
        reason = os.strerror(code)
        raise ContentError("error-playbook-unreadable", file=str(path), reason=reason)


def _signature(folder: Path) -> _Signature:
    """What tells a file's content apart without reading it."""
    seen = []
    for pattern in PATTERNS:
        for path in folder.glob(pattern):
            try:
                stat = path.stat()
            except OSError:  # gone since it was listed, which the next look sees
                continue
            seen.append((str(path), stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size))
    return frozenset(seen)
