"""The files of a playbooks folder: which there are, what each is, and their content as read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.errors import ContentError

LARGEST_FILE = 256 * 1024
FILES_KEPT = 1024  # one edit of a manager must not cost looking at all files again
SHOP_FILE = "shop.yaml"
KINDS = "kinds"
ENDING, WRONG_ENDING = ENDINGS = (".yaml", ".yml")

type Texts = Mapping[str, bytes]
"""Content by file, the path inside the folder: "fa/complaint.yaml", "kinds/food/fa/late.yaml"."""

_NAME = re.compile(r"[^./][^/]*")
_LOCALE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a playbook stands: its language, its name, and the kind of shop, "" for the base."""

    locale: str
    name: str
    kind: str = ""

    @property
    def file(self) -> str:
        """The path inside the folder."""
        inside = f"{self.locale}/{self.name}{ENDING}"
        return f"{KINDS}/{self.kind}/{inside}" if self.kind else inside


def spot_of(file: str) -> Spot | None:
    """The spot of a playbook's file; None for shop.yaml and for what is no playbook's place."""
    path = PurePosixPath(file)
    match path.parts:
        case (locale, name) if _fits(locale, name):
            return Spot(locale, path.stem)
        case (folder, kind, locale, name) if folder == KINDS and _fits(locale, name):
            return Spot(locale, path.stem, kind) if _NAME.fullmatch(kind) else None
    return None


def read_folder(folder: Path) -> dict[str, bytes]:
    """All playbook files and shop.yaml, in order; too large ones are cut at LARGEST_FILE + 1.

    An absent folder has none. Raises ContentError where a file that is there cannot be read: to
    pass over it would look as if it had been deleted.
    """
    return {path.relative_to(folder).as_posix(): _content(path) for path in _paths(folder)}


def _paths(folder: Path) -> Iterator[Path]:
    found = [folder / SHOP_FILE]
    for pattern in ("*/*", f"{KINDS}/*/*/*"):
        found.extend(sorted(folder.glob(pattern)))
    for path in found:
        file = path.relative_to(folder).as_posix()
        if (file == SHOP_FILE or spot_of(file)) and path.is_file():
            yield path


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ContentError("error-playbook-unreadable", file=str(path), reason=reason) from error


def _fits(locale: str, name: str) -> bool:
    named = _NAME.fullmatch(name) is not None and name.endswith(ENDINGS)
    return named and _LOCALE.fullmatch(locale) is not None
