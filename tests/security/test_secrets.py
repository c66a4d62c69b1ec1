"""Secrets: compared in constant time, and none in the repository."""

import ast
import inspect
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiogram.utils import web_app

from bot.core import invitation
from bot.settings import ROOT
from handlers import doorway, relay, webhook
from handlers.panel import auth

COMPARERS = {
    "webhook and relay secrets": doorway.is_secret,
    "invitations": invitation.Seal.read,
    "passes of the managers' page": auth.Gate.read_pass,
    "init data": web_app.check_webapp_signature,
}
SECRET = re.compile(r"secret|token|seal|signature|hmac|digest|password|hash_", re.IGNORECASE)
HARMLESS = frozenset({"tokens"})
"""Names that are about words and letters, not about secrets."""


@pytest.mark.parametrize("compare", COMPARERS.values(), ids=COMPARERS.keys())
def test_secrets_are_compared_in_constant_time(compare: object) -> None:
    assert "compare_digest" in inspect.getsource(compare)  # type: ignore[arg-type]


@pytest.mark.parametrize("entrance", [webhook.Webhook._receive, relay.Relay._receive])
def test_every_entrance_asks_so(entrance: object) -> None:
    assert "is_secret" in inspect.getsource(entrance)  # type: ignore[arg-type]


def compared(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every `==` and `!=` with the names on its sides."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare):
            continue
        if not all(isinstance(each, ast.Eq | ast.NotEq) for each in node.ops):
            continue
        for side in (node.left, *node.comparators):
            if isinstance(side, ast.Name):
                yield node.lineno, side.id
            elif isinstance(side, ast.Attribute):
                yield node.lineno, side.attr


@pytest.mark.parametrize("folder", ["bot", "handlers"])
def test_nothing_that_sounds_secret_is_compared_plainly(folder: str) -> None:
    unsafe = ("sandbox", "detection", "language", "training", "evaluation")
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        if not any(part in unsafe for part in path.parts)
        for line, name in compared(ast.parse(path.read_text(encoding="utf-8")))
        if SECRET.search(name) and name not in HARMLESS
    ]
    assert found == []


# In the repository

SHAPES = {
    "a bot's token": re.compile(r"(?<![\w:])\d{8,10}:AA[A-Za-z0-9_-]{33}(?![\w-])"),
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
    "a cloud key": re.compile(r"(?<!\w)(?:AKIA|ASIA)[0-9A-Z]{16}(?!\w)"),
    "a forge's token": re.compile(r"(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20})"),
    "a service's key": re.compile(r"(?<!\w)(?:sk-[A-Za-z0-9_-]{32,}|xox[baprs]-[\w-]{10,})"),
    "a password in an address": re.compile(
        r"://[\w.-]+:(?!\.{3}|…|\$|\*)[^@\s\"'{}<>/:]{6,}@[\w.-]+\.\w+"
    ),
}
MADE_UP = re.compile(r"sandbox|secret|\.example\b")
"""What only tests and the sandbox say; example is a name that nobody can have."""
BINARY = frozenset({".png", ".npz", ".onnx", ".woff2", ".bin", ".db", ".jpg"})
LARGEST = 2_000_000


def tracked() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False).stdout
    files = [ROOT / name for name in listed.decode().split("\0") if name]
    return [each for each in files if each.is_file() and each.suffix not in BINARY]


def test_no_file_has_the_shape_of_a_secret() -> None:
    files = tracked()
    if not files:
        pytest.skip("this tree is no git repository")
    found = [
        f"{path.relative_to(ROOT)}: {shape}"
        for path in files
        if path.stat().st_size < LARGEST
        for shape, pattern in SHAPES.items()
        for match in pattern.findall(path.read_text(encoding="utf-8", errors="replace"))
        if not MADE_UP.search(match)
    ]
    assert found == []


def test_settings_files_stay_out() -> None:
    files = {path.name for path in tracked()}
    if not files:
        pytest.skip("this tree is no git repository")
    assert files.isdisjoint({".env", "aram.db", "id_rsa", ".netrc", ".pypirc"})


def test_the_shapes_are_known() -> None:
    token = "123456789:" + "AA" + "x" * 33
    assert SHAPES["a bot's token"].search(f"BOT_TOKEN={token}")
    assert SHAPES["a password in an address"].search("postgresql://a:" + "geheim123@db.example/x")
