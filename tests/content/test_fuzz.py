"""Random edits of valid files: never a crash, always file and line, always a sentence."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.build import build
from bot.content.check import check_source
from bot.content.problems import sentence
from bot.content.schema import schema
from bot.content.source import parse
from bot.locale import Locales
from tests.content.json_schema import plain, satisfies
from tests.content.messages import LANGUAGES, LOCALES, ROOT

FILES = sorted((Path(__file__).parent / "files").glob("*/*/*/*.yaml"))
SHIPPED = sorted((ROOT / "playbooks").glob("*/*.yaml"))
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


@pytest.mark.parametrize("seed", range(8))
def test_random_edits_never_crash_and_always_say_where(seed: int) -> None:
    chance = random.Random(seed)
    locales = [Locales.load(LOCALES).get(language).plain for language in LANGUAGES]
    wanted = schema()
    for _ in range(75):
        text = chance.choice(SHIPPED if chance.random() < 0.2 else FILES).read_text("utf-8")
        for _ in range(chance.randrange(1, 4)):
            text = chance.choice(EDITS)(text, chance)
        document, problems = check_source(parse(text, "fa/x.yaml"), "fa/x.yaml", locale="fa")
        for problem in problems:
            assert problem.file == "fa/x.yaml"
            assert 1 <= problem.line <= text.count("\n") + text.count("\u2028") + 1
            assert problem.column >= 1
            for locale in locales:
                said = sentence(problem, locale.say)
                assert "???" not in said
                assert str(problem.message_id) not in said
        if not any(problem.is_error for problem in problems):
            assert document is not None
            build(document)
            assert satisfies(plain(document.root), wanted)
