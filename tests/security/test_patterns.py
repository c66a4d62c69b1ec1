"""Nothing that anybody writes is a pattern, and no pattern of ours takes long over anything."""

import ast
import gc
import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from time import process_time

import pytest

import bot
import handlers
from bot.content.files import read_folder
from bot.content.load import load
from bot.core.conversation import Memory, Turn, Who
from bot.detection.observer import Observer
from bot.language.reader import Reader
from bot.settings import ROOT

CALLS = frozenset(
    {"compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer"}
)
LEFT_OUT = ("bot.training", "bot.evaluation", "bot.sandbox", "bot.packing", "handlers.ptb_host")
"""What never meets a stranger's words, or needs what is not installed."""
SHORT, LONG = 100, 400
OF_OURS = frozenset({"bot/content/shape.py"})
"""The patterns of the schema, which stand in the code beside it."""


def names_of(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = node.func.value
            if isinstance(of, ast.Name) and of.id == "re" and node.func.attr in CALLS:
                yield node


def is_ours(pattern: ast.expr, *, in_function: bool) -> bool:
    """Whether a pattern is written in the code: text, or text with constants of the module."""
    match pattern:
        case ast.Constant():
            return True
        case ast.JoinedStr():
            holes = [each.value for each in pattern.values if isinstance(each, ast.FormattedValue)]
            return all(is_ours(each, in_function=in_function) for each in holes)
        case ast.Name():
            is_number = pattern.id.endswith("_id")
            return is_number or pattern.id.lstrip("_").isupper() or not in_function
        case ast.BinOp():
            sides = (pattern.left, pattern.right)
            return all(is_ours(each, in_function=in_function) for each in sides)
        case ast.Call():
            return not in_function
    return not in_function


def functions(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node


@pytest.mark.parametrize("folder", ["bot", "handlers"])
def test_no_pattern_is_made_of_what_somebody_wrote(folder: str) -> None:
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        if file in OF_OURS:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in functions(tree):
            for call in names_of(function):
                if not is_ours(call.args[0], in_function=True):
                    found.append(f"{file}:{call.lineno}")
    assert found == []


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of text that a module of ours holds, by where it stands."""
    found: dict[str, re.Pattern[str]] = {}
    for package in (bot, handlers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.startswith(LEFT_OUT) or ".migrations" in module.name:
                continue
            if module.name.endswith("__main__"):
                continue
            held = vars(importlib.import_module(module.name))
            for name, value in held.items():
                if (module.name, name) in SHORT_ONLY:
                    continue
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    found.setdefault(f"{value.pattern}\0{value.flags}", value)
    return {f"{number}: {each.pattern[:60]!a}": each for number, each in enumerate(found.values())}


SHORT_ONLY = frozenset({("bot.language.calendar", "_SPAN")})
"""What is asked of texts of 64 letters at most, their spaces single."""
UNITS: tuple[str, ...] = (
    "a",
    "1",
    " ",
    "\n",
    "ک",
    "\u200c",
    "@",
    "/",
    "-",
    ".",
    ":",
    "[",
    "«",
    "a ",
    "1,",
    "/1",
    "a-",
)
UNITS += (
    "a.b",
    "1 a ",
    ", ",
    "http://",
    "ک ",
    "> ",
    "On ",
    "*a",
    "\\ud8",
    "&#",
    "ا\u200c",
    "a b - ",
)


def test_no_pattern_takes_longer_than_the_square_of_a_text() -> None:
    """Four times the text takes sixteen times as long at most; texts end where Telegram's do."""
    slow = [
        (name, unit, end)
        for name, pattern in patterns().items()
        for unit in UNITS
        for end in ("", "!", "\0")
        if _grows_too_fast(pattern, unit, end)
    ]
    assert slow == []


def _grows_too_fast(pattern: re.Pattern[str], unit: str, end: str) -> bool:
    short, long = (_seconds(pattern, (unit * size)[:size] + end) for size in (SHORT, LONG))
    return long > 40 * short + 0.02


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    def once() -> float:
        begun = process_time()
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
        pattern.fullmatch(text)
        return process_time() - begun

    gc.disable()
    try:
        first = once()
        return first if first < 0.01 else min(first, once(), once())
    finally:
        gc.enable()


SIGNS = ("(a+)+", "(?:a|a)*b", ".{9}.{9}.{9}", "[a-z]+", "a|b", "^a$", "a…a…a…a…a…a…a…a…a")


@pytest.mark.parametrize("phrase", SIGNS)
def test_a_managers_phrase_is_words_and_no_pattern(phrase: str) -> None:
    """Signs of patterns are refused in words, or stand for themselves; nothing is tried twice."""
    texts = dict(read_folder(ROOT / "playbooks"))
    file = "fa/complaint.yaml"
    listed = f"  phrases:\n    - {json.dumps(phrase, ensure_ascii=False)}\n"
    texts[file] = texts[file].decode().replace("  phrases:\n", listed, 1).encode()
    loaded = load(texts)
    if any(each.file == file for each in loaded.errors):
        return
    observer = Observer(loaded.library, Reader().read)
    short, long = (_reading(observer, "a " * size + "!") for size in (10 * SHORT, 10 * LONG))
    assert long < 9 * short + 0.03


def _reading(observer: Observer, text: str) -> float:
    def once() -> float:
        begun = process_time()
        observer.look(Memory(), Turn(Who.CUSTOMER, text, 1.0))
        return process_time() - begun

    return min(once() for _ in range(3))
