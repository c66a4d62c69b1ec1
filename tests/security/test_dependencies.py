"""What Aram is built on is chosen by name, bounded, and pinned."""

import re
import tomllib

from bot.settings import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = re.compile(r"^([a-z0-9._-]+)(?:\[[a-z0-9,-]+\])?==[^\s;]+(?: ;.*)?$")
UNBOUNDED = frozenset({"types-pyyaml", "types-psutil"})
"""Types alone: nothing of them runs."""


def asked() -> list[str]:
    extras = PROJECT["optional-dependencies"]
    return [*PROJECT["dependencies"], *(each for name in extras for each in extras[name])]


def test_every_dependency_has_an_end() -> None:
    open_ended = [each for each in asked() if "<" not in each and "==" not in each]
    assert set(open_ended) <= UNBOUNDED


def test_every_version_is_pinned_and_comes_from_a_registry() -> None:
    lines = [each.strip() for each in LOCK.splitlines()]
    packages = [each for each in lines if each and not each.startswith("#")]
    assert packages
    assert [each for each in packages if not PINNED.match(each)] == []
    assert "://" not in LOCK


def test_nothing_is_asked_for_that_is_not_pinned() -> None:
    pinned = {match[1] for line in LOCK.splitlines() if (match := PINNED.match(line.strip()))}
    assert {name_of(each) for each in asked()} <= {name_of(each) for each in pinned}


def name_of(requirement: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[._-]+", "-", re.split(r"[\[<>=~! ]", requirement, maxsplit=1)[0]).lower()
