"""Random edits of playbooks, overlays and shop.yaml: never a crash, always file and line."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.build import build
from bot.content.check import check
from bot.content.files import read_folder
from bot.content.formats import Format
from bot.content.problems import sentence
from bot.content.schema import schema
from bot.content.tree import plain
from bot.locale import Locales
from tests.content.json_schema import satisfies
from tests.content.messages import LANGUAGES, LOCALES, ROOT

TIMES = int(os.environ.get("FUZZ_TIMES", "1"))  # set it to 20 for thousands of edits
FILES = Path(__file__).parent / "files"
FOLDERS = [read_folder(folder) for folder in sorted(FILES.glob("*/*"))]
FOLDERS += [
    {file: raw} for file, raw in read_folder(ROOT / "playbooks").items() if file.startswith("fa/")
]
NASTY = [
    *"[]{}:-#&*!|>'\"%@`?,\t\n \\…~.",
    ": ",
    " #",
    "- ",
    "---\n",
    "*a",
    "&a ",
    "!!x ",
    "\u200c",
]
NASTY += ["\x00", "\u2028", "\ud800", "\ufeff", "{customer}", "é", "ي", "[" * 40, "id: x\n", "؟"]

type Edit = Callable[[str, random.Random], str]


def insert(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return "".join((text[:at], chance.choice(NASTY), text[at:]))


def cut(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(1, 12) :]


def replace_letter(text: str, chance: random.Random) -> str:
    return cut(insert(text, chance), chance)


def shuffle_lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return "".join(lines)


def double_line(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return "".join(lines)


def indent(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at] = chance.choice([" ", "  ", "\t"]) + lines[at]
    return "".join(lines)


def shorten_end(text: str, chance: random.Random) -> str:
    end: int = chance.randrange(len(text) + 1)
    return text[:end]


EDITS: tuple[Edit, ...] = (
    insert,
    cut,
    replace_letter,
    shuffle_lines,
    double_line,
    indent,
    shorten_end,
)


@pytest.mark.parametrize("seed", range(4))
def test_random_edits_never_crash_and_always_say_where(seed: int) -> None:
    chance = random.Random(seed)
    locales = [Locales.load(LOCALES).get(language).plain for language in LANGUAGES]
    for _ in range(120 * TIMES):
        texts = dict(chance.choice(FOLDERS))
        file = chance.choice(sorted(texts))
        text = texts[file].decode()
        for _ in range(chance.randrange(1, 4)):
            text = chance.choice(EDITS)(text, chance)
        texts[file] = text.encode("utf-8", "surrogatepass")
        checked = check(texts)
        for problem in checked.problems:
            lines = texts[problem.file].decode("utf-8", "replace")
            assert 1 <= problem.line <= lines.count("\n") + lines.count("\u2028") + 1
            assert problem.column >= 1
            for locale in locales:
                said = sentence(problem, locale.say)
                assert "???" not in said
                assert str(problem.message_id) not in said
        broken = {problem.file for problem in checked.problems if problem.is_error}
        for document in checked.usable():
            assert broken.isdisjoint(document.files)
            build(document)
        for document in checked.written:
            form = Format.OVERLAY if document.kind else Format.PLAYBOOK
            if document.file not in broken:
                assert satisfies(plain(document.root), schema(form))


@pytest.mark.parametrize("seed", range(4))
def test_random_files_never_crash(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100 * TIMES):
        words = [chance.choice([*NASTY, "id", "steps", ": ", "x", "own"]) for _ in range(20)]
        raw = "".join(words).encode("utf-8", "surrogatepass")
        names = ["shop.yaml", "fa/x.yaml", "kinds/x/fa/x.yaml", "kinds/é/fa/y.yml", "fa/../x.yaml"]
        checked = check(dict.fromkeys(names, raw))
        assert {each.file for each in checked.problems} <= set(names)
