"""Which version a text was made from, by what it is most like."""

from collections.abc import Iterator

import pytest

from bot.core.edition import Deed, Version, Way
from bot.publishing.origin import likeliest_origin

OLD, NEW = "a\nb\nc\n", "a\nB1\nB2\nc\n"
CHATS = "حرفش را بشنوید و عذر بخواهید"
FOLDERS = "حرفش را بشنوید و فوری پیگیری کنید"


def versions(*texts: str | None) -> Iterator[Version]:
    """Versions of one file, newest first."""
    for number, text in zip(range(len(texts), 0, -1), texts, strict=True):
        yield Version(number, "fa/insult.yaml", text, True, Deed.EDIT, Way.CHAT, 0.0)


@pytest.mark.parametrize(
    ("text", "texts", "number"),
    [
        ("a\nb\nc\nd\n", (NEW, OLD), 1),
        ("a\nB1\nB2\nC\n", (NEW, OLD), 2),
        ("x\n", (OLD, OLD), 2),
        (f"{FOLDERS}\n", ("از نو نوشته شد\n", "حرفش را بشنوید و پیگیری کنید\n"), 1),
        (f"{FOLDERS}\n", (f"{CHATS}\n", "پیش از این\n"), 2),
        ("چیز دیگری\n", (f"{CHATS}\n", f"{FOLDERS}\n"), 2),
        ("x\ny\n", (None, OLD), 2),
        ("a\nb\nd\n", (None, OLD), 1),
    ],
    ids=[
        "made of the old one",
        "made of the new one",
        "of equals the newest",
        "the same line, with the older one's words",
        "the same line, with the newer one's words",
        "the same line in words of its own",
        "a new text where the file was removed",
        "an old copy of a file that was removed",
    ],
)
def test_a_text_is_made_from_what_it_is_most_like(
    text: str, texts: tuple[str | None, ...], number: int
) -> None:
    origin = likeliest_origin(text, tuple(versions(*texts)))
    assert origin is not None
    assert origin.number == number


def test_without_a_version_there_is_no_origin() -> None:
    assert likeliest_origin("a", ()) is None
