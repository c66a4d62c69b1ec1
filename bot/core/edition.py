"""Editions of the playbooks: every published change is a version; the newest ones are in force.

The archive in the database is the truth. The folder on disk, the chat and the managers' page are
doors to it: what comes in by any of them is checked and becomes a version.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Way(StrEnum):
    """The door by which a change came."""

    FOLDER = "folder"
    CHAT = "chat"
    PAGE = "page"
    TERMINAL = "terminal"


class Deed(StrEnum):
    """What a change does."""

    EDIT = "edit"
    ADD = "add"
    REMOVE = "remove"
    TURN_ON = "turn_on"
    TURN_OFF = "turn_off"
    ROLL_BACK = "roll_back"


@dataclass(frozen=True, slots=True)
class Version:
    """One published state of one file.

    `file` is its path in the playbooks folder ("fa/complaint.yaml"), `text` None where the file was
    removed, `is_on` whether the playbook speaks. `number` counts the versions of all files in the
    order of publishing; `before` is the number of the file's version that it replaced, None for the
    first. `by` is a Telegram user id, None for the folder's and the terminal's; `at` in seconds.
    `in_folder` says that a folder has held this very text: an edit there is made from it.
    """

    number: int
    file: str
    text: str | None
    is_on: bool
    deed: Deed
    way: Way
    at: float
    by: int | None = None
    by_name: str | None = None
    before: int | None = None
    in_folder: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A change that someone proposes, made from the file's version `base` (None: a new file)."""

    file: str
    text: str | None
    is_on: bool
    deed: Deed
    way: Way
    base: int | None
    by: int | None = None
    by_name: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change kept until it is confirmed or dropped; `published` is the version it became."""

    id: int
    change: Change
    at: float
    published: int | None = None
    dropped: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it can still be confirmed."""
        return self.published is None and not self.dropped


@dataclass(frozen=True, slots=True)
class Edition:
    """The newest version of every file: what is in force. `number` is the newest of them all."""

    versions: Mapping[str, Version] = field(default_factory=dict)
    number: int = 0

    def texts(self) -> dict[str, str]:
        """Every file that is there, with its text."""
        return {
            file: version.text
            for file, version in sorted(self.versions.items())
            if version.text is not None
        }

    def turned_off(self) -> frozenset[str]:
        """The files whose playbooks are off."""
        return frozenset(file for file, each in self.versions.items() if not each.is_on)

    def newest(self, file: str) -> Version | None:
        """A file's newest version, also one that removed it; None where there never was any."""
        return self.versions.get(file)

    def with_change(self, change: Change) -> "Edition":
        """The edition as it would be; numbered as this one."""
        version = Version(
            number=self.number,
            file=change.file,
            text=change.text,
            is_on=change.is_on,
            deed=change.deed,
            way=change.way,
            at=0.0,
            by=change.by,
            by_name=change.by_name,
            before=change.base,
        )
        return Edition({**self.versions, change.file: version}, self.number)


class Archive(Protocol):
    """All versions and open proposals, inside one transaction of the store."""

    def number(self) -> int:
        """The number of the newest version; 0 where there is none. Cheap: asked every second."""
        ...

    def edition(self) -> Edition:
        """The newest version of every file."""
        ...

    def hold(self) -> None:
        """Nobody else publishes until this transaction ends."""
        ...

    def publish(self, change: Change) -> Version | None:
        """Keep a change as the newest version; None where `base` is no longer the newest."""
        ...

    def publish_all(self, changes: Sequence[Change]) -> None:
        """Keep changes of different files, each known to be of its newest version, in few steps."""
        ...

    def history(self, file: str | None, *, skip: int, most: int) -> tuple[Version, ...]:
        """A file's versions, or those of all, newest first."""
        ...

    def version(self, number: int) -> Version | None:
        """The version of a number."""
        ...

    def has_been(self, file: str, text: str) -> bool:
        """Whether a file has ever been published with this very text."""
        ...

    def mark_in_folder(self, number: int) -> None:
        """Keep that a folder holds the text of a version."""
        ...

    def first_told(self, file: str, trouble: str) -> bool:
        """Whether managers have not been told of a file's trouble yet; from now on they have."""
        ...

    def forget_told(self, files: Collection[str]) -> None:
        """Files have no trouble any more: of the next one managers are told."""
        ...

    def propose(self, change: Change) -> int:
        """Keep a change until it is confirmed; its number."""
        ...

    def proposal(self, proposal_id: int) -> Proposal | None:
        """A proposal, or None."""
        ...

    def settle(self, proposal_id: int, *, published: int | None) -> None:
        """A proposal was published as a version, or dropped where None."""
        ...
