"""Reads `.ftl` files for tests: which messages there are and which variables they take."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ROOT / "locales"
LANGUAGES = ("fa", "en")


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 (Fluent's name)
        self.names.add(node.id.name)


def entries(path: Path) -> Iterator[ast.EntryType]:
    yield from FluentParser().parse(path.read_text(encoding="utf-8")).body


@cache
def variables(language: str) -> dict[str, set[str]]:
    """Every message of a language with its variables."""
    found = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in entries(path):
            if isinstance(entry, ast.Message):
                visitor = _Variables()
                visitor.visit(entry)
                found[entry.id.name] = visitor.names
    return found
