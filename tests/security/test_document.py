"""SECURITY.md is true: every test and every module that it names is there."""

import ast
import re

import pytest

from bot.settings import ROOT

DOCUMENT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [line for line in DOCUMENT.splitlines() if line.startswith("| ") and "---" not in line][1:]
TESTS = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", DOCUMENT)))
MODULES = sorted(set(re.findall(r"`((?:bot|handlers)/[\w/]+(?:\.py)?)`", DOCUMENT)))


def defined(file: str) -> set[str]:
    """What stands in a file by a name of its own."""
    found = set()
    for node in ast.parse((ROOT / file).read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                found.add(node.name)
            case ast.Assign(targets=[ast.Name(name)]):
                found.add(name)
    return found


@pytest.mark.parametrize(("file", "test"), TESTS, ids=[name for _, name in TESTS])
def test_every_proof_is_there(file: str, test: str) -> None:
    assert test in defined(file)


@pytest.mark.parametrize("row", ROWS, ids=[row[2:50] for row in ROWS])
def test_every_threat_has_a_proof(row: str) -> None:
    assert "::" in row.rsplit("|", 2)[1]


def test_every_defence_is_there() -> None:
    assert MODULES
    assert [each for each in MODULES if not (ROOT / each).exists()] == []
