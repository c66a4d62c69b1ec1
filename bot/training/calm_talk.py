"""Builds `bot/detection/calm_talk.txt`: what customers say who want nothing but to buy.

    python -m bot.training.calm_talk

A phrase of a playbook that is found in many of these turns would speak in calm talk, and what a
shop's own situation is about is told apart from them. The turns are
those of the composed conversations in which nobody is ever to be helped; of both halves that their
checksums make, one is written, so that the other can measure what was set by it.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

from bot.detection.calm_talk import CALM_TALK
from bot.detection.evidence import folded
from bot.language.reader import Reader
from bot.training.examples import CONVERSATIONS

_HEADER = """\
# Calm customers' turns, folded, one a line; made by bot.training.calm_talk from the conversations
# composed for this project (bot/training/conversations, MIT). No real person's words.
"""


def main() -> None:
    """Write the file anew."""
    bundled, _ = halves(CONVERSATIONS)
    lines = sorted(set(fold(bundled)))
    CALM_TALK.write_text(_HEADER + "".join(f"{line}\n" for line in lines), "utf-8")


def halves(folder: Path) -> tuple[list[str], list[str]]:
    """The calm turns of a folder: those that may be bundled, and those held out."""
    turns = sorted(set(calm_turns(folder)), key=_checksum)
    return turns[::2], turns[1::2]


def calm_turns(folder: Path) -> Iterator[str]:
    """The turns that are surely calm, of conversations in which nobody is to be helped."""
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            said = [turn for turn in json.loads(line)["turns"] if turn["who"] == "customer"]
            if all(turn["alert"] != "yes" for turn in said):
                yield from (turn["text"] for turn in said if _is_calm(turn))


def fold(texts: Iterable[str]) -> Iterator[str]:
    """Each text as conversations are remembered; those without words left out."""
    read = Reader().read
    return filter(None, (" ".join(folded(read(text))) for text in texts))


def _is_calm(turn: dict[str, object]) -> bool:
    return turn["tension"] == 0 and turn["alert"] == "no" and not turn["situations"]


def _checksum(text: str) -> int:
    return crc32(text.encode())


if __name__ == "__main__":
    main()
