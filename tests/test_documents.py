"""The README cannot rot: it names every command and every setting, and no others."""

import re

import pytest
import typer

from bot.cli import cli
from bot.settings import ROOT, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    """Every command as typed: "aram run", "aram playbook check", …"""
    return sorted(_named("aram", typer.main.get_command(cli)))


def _named(path: str, command: object) -> list[str]:
    below: dict[str, object] = getattr(command, "commands", {})
    if not below:
        return [path]
    return [name for key, each in below.items() for name in _named(f"{path} {key}", each)]


def test_there_are_commands_to_look_for() -> None:
    assert {"aram run", "aram sandbox", "aram playbook check"} <= set(commands())


@pytest.mark.parametrize("command", commands())
def test_the_readme_names_every_command(command: str) -> None:
    assert re.search(rf"`{command}[ `]", README), f"README.md does not name {command}"


@pytest.mark.parametrize("setting", sorted(name.upper() for name in Settings.model_fields))
def test_the_readme_names_every_setting(setting: str) -> None:
    assert f"`{setting}`" in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = re.findall(r"`(aram [a-z]+(?: [a-z]+)?)", README)
    known = set(commands())
    assert [name for name in named if not any(name.startswith(each) for each in known)] == []


def test_the_readme_names_no_setting_that_is_not_there() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \|", README, flags=re.MULTILINE)
    assert rows
    assert {name.lower() for name in rows} == set(Settings.model_fields)


def test_the_readme_points_only_to_files_that_are_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"(?:`|^ +)make ([a-z]+)", README, flags=re.MULTILINE)))
)
def test_every_make_command_of_the_readme_is_in_the_makefile(command: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{command}:", makefile, flags=re.MULTILINE)
