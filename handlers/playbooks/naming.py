"""Files on their way through the chat: their names there."""

import re
from pathlib import PurePosixPath

from bot.content.files import SHOP_FILE, Spot, spot_of

LONGEST_PLACE = 120
"""Letters: any folder on any disk takes such a path, and any message has room for it."""

_TRAVELLING = re.compile(
    r"(?P<name>[a-z][a-z0-9_]*)(?:\.(?P<locale>[a-z]{2,3}))?(?:\.(?P<kind>[a-z][a-z0-9_]*))?"
)
_SAVED_AGAIN = re.compile(r"\s*\(\d+\)$|\s+-\s+copy$|-\d+$")
_ENDINGS = (".yaml", ".yml")
_PERSIAN_LETTER = re.compile("[\u0600-\u06ff]")


def travelling_name(file: str) -> str:
    """The name of a document: `complaint.fa.yaml`, `complaint.fa.cosmetics.yaml`, `shop.yaml`."""
    spot = spot_of(file)
    if spot is None:
        return PurePosixPath(file).name
    return ".".join([spot.name, spot.locale, *([spot.kind] if spot.kind else []), "yaml"])


def is_place(file: str) -> bool:
    """Whether a path is one that a playbooks folder may hold, as it would be written there."""
    spot = spot_of(file)
    at_home = file == SHOP_FILE or (spot is not None and spot.file == file)
    return at_home and file.isprintable() and len(file) <= LONGEST_PLACE


def is_named_as_playbook(name: str | None) -> bool:
    """Whether a document's name ends as a playbook's does."""
    return (name or "").lower().endswith(_ENDINGS)


def file_named(name: str, caption: str, text: str) -> str | None:
    """The file that a document stands for: by its caption if that is a place, else by its name.

    A caption may be a whole path or a folder ("kinds/food/fa/"). A name without a language gets
    that of its text's letters. None where no file is meant.
    """
    stem = _SAVED_AGAIN.sub("", name.lower().rsplit(".", 1)[0]).strip()
    wanted = caption.strip().strip("/").removeprefix("playbooks/")
    for path in (wanted, f"{wanted}/{stem.partition('.')[0]}.yaml"):
        file = path.removesuffix(".yml").removesuffix(".yaml") + ".yaml"
        if is_place(file):
            return file
    if f"{stem}.yaml" == SHOP_FILE:
        return SHOP_FILE
    found = _TRAVELLING.fullmatch(stem)
    if found is None:
        return None
    locale = found["locale"] or ("fa" if _PERSIAN_LETTER.search(text) else "en")
    file = Spot(locale, found["name"], found["kind"] or "").file
    return file if is_place(file) else None
