"""How large a picture is, read from its first bytes, and whether Telegram takes it as a photo."""

from struct import error, unpack_from

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_LARGEST_SUM = 10_000
_LONGEST_RATIO = 20


def size_of(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG; None for anything else."""
    try:
        if content.startswith(_PNG):
            width, height = unpack_from(">II", content, 16)
            return width, height
        return _size_of_jpeg(content) if content.startswith(_JPEG) else None
    except error:
        return None


def is_photo_size(content: bytes) -> bool:
    """Return whether a picture is neither too large nor too long; what cannot be read passes."""
    size = size_of(content)
    if size is None:
        return True
    shorter, longer = sorted(size)
    return shorter + longer <= _LARGEST_SUM and longer <= _LONGEST_RATIO * shorter


def _size_of_jpeg(content: bytes) -> tuple[int, int] | None:
    at = len(_JPEG)
    while True:
        marker, length = unpack_from(">xBH", content, at)
        if marker in _FRAMES:
            height, width = unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length
