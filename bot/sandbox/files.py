"""Files: uploaded by bots or standing in for what people send; and media made of them."""

import hashlib
from dataclasses import dataclass
from mimetypes import guess_type

from bot.sandbox.pictures import size_of
from bot.sandbox.wire import Json

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
_TYPES = {
    "photo": ("photos", "png", "image/png"),
    "sticker": ("stickers", "webp", "image/webp"),
    "voice": ("voice", "ogg", "audio/ogg"),
    "video": ("videos", "mp4", "video/mp4"),
    "video_note": ("video_notes", "mp4", "video/mp4"),
    "animation": ("animations", "mp4", "video/mp4"),
    "audio": ("music", "mp3", "audio/mpeg"),
    "document": ("documents", "pdf", "application/pdf"),
}
MEDIA_KINDS = frozenset(_TYPES)
"""The kinds of media that people can send in the sandbox."""

_NAMED = frozenset({"document", "video", "audio", "animation"})
_DETAILS: dict[str, Json] = {
    "photo": {"width": 90, "height": 90},
    "sticker": {
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "type": "regular",
        "emoji": "🙂",
    },
    "voice": {"duration": 3, "mime_type": "audio/ogg"},
    "video": {"width": 320, "height": 240, "duration": 5},
    "video_note": {"length": 240, "duration": 5},
    "audio": {"duration": 30},
    "animation": {"width": 320, "height": 240, "duration": 2},
}
_LONGEST_SIDE = 1280
_CAPTIONLESS = frozenset({"sticker", "video_note"})


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file: its identifiers, its place under /file/bot…/, and its bytes."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes

    def card(self) -> Json:
        """Return the fields that every file object of the Bot API begins with."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


@dataclass(frozen=True, slots=True)
class Media:
    """What a message carries besides text."""

    kind: str
    file: StoredFile

    @property
    def takes_caption(self) -> bool:
        """Whether Telegram lets this kind have a caption."""
        return self.kind not in _CAPTIONLESS

    def fields(self) -> Json:
        """Return the fields that a Message of the Bot API has for this media."""
        card = self.file.card()
        if self.kind in _NAMED:
            card |= {"file_name": self.file.name, "mime_type": self.file.mime}
        plain = dict(card)
        card |= _DETAILS.get(self.kind, {})
        if self.kind == "photo":
            return {"photo": [card | _shown_size(self.file.content)]}
        if self.kind == "animation":
            return {"animation": card, "document": plain}
        return {self.kind: card}


def _shown_size(content: bytes) -> Json:
    """Return the size in which Telegram keeps a picture; a stand-in has that of its table."""
    width, height = size_of(content) or (1, 1)
    if max(width, height) <= 1:
        return {}
    scale = min(1.0, _LONGEST_SIDE / max(width, height))
    return {"width": round(width * scale), "height": round(height * scale)}


class FileStore:
    """Every file of the world, by identifier and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(
        self, kind: str, *, content: bytes, name: str | None = None, mime: str | None = None
    ) -> StoredFile:
        """Store bytes as a file of this kind and give it its identifiers."""
        folder, ending, usual_mime = _TYPES[kind]
        number = len(self._by_id)
        digest = hashlib.blake2b(content + str(number).encode(), digest_size=9).hexdigest()
        name = name or f"file_{number}.{ending}"
        suffix = name.rpartition(".")[2] if "." in name else ending
        stored = StoredFile(
            file_id=f"SANDBOX-{kind}-{digest}",
            unique_id=f"SBX{digest}",
            path=f"{folder}/file_{number}.{suffix}",
            name=name,
            mime=mime or usual_mime,
            content=content,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def stand_in(self, kind: str, name: str | None = None) -> StoredFile:
        """Make the file behind what a person sends: one pixel for a picture, a few bytes for the
        rest.
        """
        content = _PIXEL if kind == "photo" else f"sandbox {kind}".encode()
        return self.add(kind, content=content, name=name)

    def given(self, kind: str, name: str, content: bytes) -> StoredFile:
        """Keep a file that a person sends, told apart by its name's ending as Telegram does."""
        mime = guess_type(name)[0] or "application/octet-stream"
        return self.add(kind, content=content, name=name, mime=mime)

    def by_id(self, file_id: str) -> StoredFile | None:
        """Find a file by its file_id."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """Find a file by its path under /file/bot…/."""
        return self._by_path.get(path)
