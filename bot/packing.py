"""Packs the wheel: everything below one package `aram`, so that no shop's own modules are hidden.

Here `bot` and `handlers` lie at the top; a shop's bot has modules of these names itself. So the
wheel holds `aram/bot`, `aram/handlers`, `aram/playbooks` and `aram/locales`, and what the modules
import, or name in a string («bot.store:migrations»), is renamed on the way. An editable install
stays as the files lie. Only the build runs this; it is not in the wheel.
"""

import ast
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAME = "aram"
PACKAGES = ("bot", "handlers")
FOLDERS = (*PACKAGES, "playbooks", "locales")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*", "packing.py")
ENTRY = '"""Aram, inside one package: see `aram.bot.hosting` for a bot that it shall live in."""\n'
_DOTTED = re.compile(r"(?:bot|handlers)(?:\.\w+)+(?::\w+)?")


class WheelBuildHook(BuildHookInterface[Any]):
    """Gives hatchling the renamed files instead of those that lie here."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before the wheel is written: rename into a folder of its own."""
        if version != "standard":
            return
        self._folder = tempfile.TemporaryDirectory(prefix="aram-wheel-")
        packed = Path(self._folder.name) / NAME
        pack(Path(self.root), packed)
        build_data["force_include"][str(packed)] = NAME
        scripts = self.metadata.core.scripts
        scripts.update({name: f"{NAME}.{place}" for name, place in scripts.items()})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """After the wheel is written."""
        if version == "standard":
            self._folder.cleanup()


def pack(root: Path, packed: Path) -> None:
    """Lay the project below `root` out as the package `packed`."""
    packed.mkdir()
    (packed / "__init__.py").write_text(ENTRY, encoding="utf-8")
    (packed / "py.typed").touch()
    for name in FOLDERS:
        shutil.copytree(root / name, packed / name, ignore=LEFT_OUT)
    for name in PACKAGES:
        for module in (packed / name).rglob("*.py"):
            source = module.read_text(encoding="utf-8")
            module.write_text(renamed(source, root), encoding="utf-8")


def renamed(source: str, root: Path) -> str:
    """A module's source whose imports, and strings that name a module of ours, begin with aram."""
    lines = source.encode().splitlines(keepends=True)  # ast counts columns in bytes
    for line, column in sorted(_places(ast.parse(source), root), reverse=True):
        before, after = lines[line - 1][:column], lines[line - 1][column:]
        lines[line - 1] = before + re.sub(
            rb"\b(?=bot\b|handlers\b)", f"{NAME}.".encode(), after, count=1
        )
    return b"".join(lines).decode()


def _places(tree: ast.Module, root: Path) -> set[tuple[int, int]]:
    """Line and column of every statement or string in which a name of ours is to be renamed."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), level=0) if _is_ours(module):
                found.add((node.lineno, node.col_offset))
            case ast.Import(names=names) if any(_is_ours(each.name) for each in names):
                raise ValueError(
                    f"line {node.lineno}: write `from … import …` for a module of ours"
                )
            case ast.Constant(value=str(text)) if _DOTTED.fullmatch(text) and _is_there(text, root):
                found.add((node.lineno, node.col_offset))
    return found


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] in PACKAGES


def _is_there(dotted: str, root: Path) -> bool:
    """Whether a string names a module that there is, such as «bot.store:migrations»."""
    path = root.joinpath(*dotted.partition(":")[0].split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()
