"""The Dockerfile and the compose file, as far as they can be tried where no Docker runs.

What the image would hold is laid out by the Dockerfile's own lines, built, and run as a container
would run it: with no right to write anything but its data, and without any privilege.
"""

import fnmatch
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from bot.cli import cli
from bot.settings import ROOT, Settings
from tests.house import is_open, opened, until

BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
PATIENCE_SECONDS = 200
POSTGRES = {"PGPASSWORD"}
UNPRIVILEGED = ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs")


def steps() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, long ones on one line."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.strip() for line in text.splitlines())
    found = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    return [(name, " ".join(rest.split())) for name, rest in found]


def given(name: str) -> list[str]:
    return [rest for each, rest in steps() if each == name]


def environment() -> dict[str, str]:
    pairs = (each.split("=", 1) for line in given("ENV") for each in shlex.split(line))
    return dict(pairs)


def copied() -> Iterator[str]:
    """What is taken from the project, in whichever stage."""
    for line in given("COPY"):
        parts = shlex.split(line)
        if not parts[0].startswith("--from"):
            yield from parts[:-1]


def is_ignored(path: str) -> bool:
    """As Docker reads .dockerignore: the last line that matches decides."""
    ignored = False
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        pattern = line.removeprefix("!")
        if not line or line.startswith("#"):
            continue
        name = pattern.removeprefix("**/")
        parts = path.split("/")
        if pattern.startswith("**/"):
            matches = any(fnmatch.fnmatch(part, name) for part in parts)
        else:
            matches = fnmatch.fnmatch(parts[0], pattern)
        ignored = not line.startswith("!") if matches else ignored
    return ignored


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first stage has: what is copied, without what is ignored."""
    folder = tmp_path_factory.mktemp("context")
    for name in copied():
        for path in [ROOT / name, *(ROOT / name).rglob("*")]:
            relative = path.relative_to(ROOT).as_posix()
            if path.is_file() and not is_ignored(relative):
                (folder / relative).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, folder / relative)
    return folder


@pytest.fixture(scope="module")
def image(context: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first stage builds, from nothing but what was copied; nobody may write there."""
    folder = tmp_path_factory.mktemp("image")
    build = [sys.executable, "-c", BUILD, str(folder)]
    subprocess.run(build, cwd=context, check=True, timeout=PATIENCE_SECONDS)
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    wheel.unlink()
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    return folder


def test_everything_that_is_copied_is_there_and_not_ignored() -> None:
    assert [name for name in copied() if not (ROOT / name).exists() or is_ignored(name)] == []
    assert {"bot", "handlers", "locales", "playbooks"} <= set(copied())


@pytest.mark.parametrize("name", [".env", "aram.db", ".git/config", "tests/x", "bot/__pycache__/x"])
def test_nothing_else_goes_into_the_image(name: str) -> None:
    assert is_ignored(name)


def test_nobody_is_root_and_somebody_looks_after_it() -> None:
    names = [name for name, _ in steps()]
    assert given("USER") == ["aram"]
    assert names.index("USER") > max(at for at, name in enumerate(names) if name == "RUN")
    assert re.search(r"useradd .*--uid 10001 .* aram", " ".join(given("RUN")))
    known = typer.main.get_command(cli).commands  # type: ignore[attr-defined]
    health = json.loads(given("HEALTHCHECK")[0].partition("CMD ")[2])
    assert health == ["aram", "health"]
    assert json.loads(given("ENTRYPOINT")[0]) == ["aram"]
    assert {health[1], *json.loads(given("CMD")[0])} <= set(known)


def test_every_setting_is_one_that_there_is(
    bare_environment: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {name.upper() for name in Settings.model_fields}
    of_python = {name for name in environment() if name.startswith("PYTHON")} | {"PATH"}
    assert set(environment()) - of_python <= settings
    assert set(compose()["services"]["aram"]["environment"]) - POSTGRES <= settings
    for name in settings & set(environment()):
        monkeypatch.setenv(name, environment()[name])
    assert Settings(_env_file=None).health_port == 8481


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return found


def test_the_services_have_what_they_name() -> None:
    told, aram = compose(), compose()["services"]["aram"]
    for service in told["services"].values():
        named = [each.split(":")[0] for each in service["volumes"]]
        assert set(named) <= set(told["volumes"])
        assert set(service["networks"]) <= set(told["networks"])
    assert set(aram["depends_on"]) <= set(told["services"])
    assert aram["read_only"] is True
    assert aram["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in aram["security_opt"]
    assert all(port.startswith("127.0.0.1:") for port in aram["ports"])
    exposed = {each for line in given("EXPOSE") for each in line.split()}
    assert {port.rsplit(":", 1)[1] for port in aram["ports"]} == exposed
    assert told["networks"]["inside"] == {"internal": True}
    assert told["services"]["database"]["networks"] == ["inside"]


def test_no_secret_is_written_down() -> None:
    """What has a password or a token in it has to come from outside, or nothing starts."""
    for service in compose()["services"].values():
        for name, value in service["environment"].items():
            if re.search("TOKEN|PASSWORD|SECRET|KEYS", name):
                assert re.fullmatch(r"\$\{[A-Z_]+(?::\?.+|:-)\}", str(value)), name
    assert "@" in compose()["services"]["aram"]["environment"]["DATABASE_URL"]
    assert re.search("//aram:", str(compose())) is None


def can_write(folder: Path, around: tuple[str, ...]) -> bool:
    """Whether whoever runs so may put a file there."""
    writing = [*around, sys.executable, "-c", f"open({str(folder / 'x')!r}, 'w')"]
    return subprocess.run(writing, check=False, capture_output=True).returncode == 0


@pytest.mark.timeout(PATIENCE_SECONDS)
@pytest.mark.skipif(sys.platform != "linux", reason="as containers run")
async def test_it_runs_where_nothing_but_its_data_can_be_written(
    image: Path, tmp_path: Path
) -> None:
    is_root = os.geteuid() == 0
    if is_root and shutil.which(UNPRIVILEGED[0]) is None:
        pytest.skip("setpriv is needed to give up root's privileges")
    around = (*UNPRIVILEGED,) if is_root else ()
    start = (*around, sys.executable, "-B", "-S", "-m", "aram.bot")
    paths = os.pathsep.join([str(image), sysconfig.get_path("purelib")])
    assert not can_write(image, around)
    async with opened(tmp_path) as house:
        wanted = {name: value for name, value in environment().items() if name != "PATH"}
        wanted |= {"DATABASE_URL": f"sqlite:///{tmp_path}/aram.db", "HOME": "/nonexistent"}
        wanted |= {"PYTHONPATH": paths, "HEALTH_PORT": str(house.port)}
        house.command, house.told = start, wanted
        async with house.running() as process:
            await until(lambda: is_open(house.port))
            assert (await house.aram("health"))[0] == 0
            customer, seller = house.world.roles["customer"], house.world.roles["seller"]
            house.world.send(customer, seller, text="سلام")
            await until(lambda: house.turns()[customer] == ["سلام"])
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0
