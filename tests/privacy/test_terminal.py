"""`aram privacy`: the same in the terminal, on the database of a bot that has stopped."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from typer.testing import CliRunner, Result

from bot.cli import cli
from tests.privacy.files import INSULT, holds, rename
from tests.stage import stage

MARKER = "شترمورچه"

type Aram = Callable[..., Result]


@pytest.fixture
def aram(tmp_path: Path, bare_environment: None, monkeypatch: pytest.MonkeyPatch) -> Aram:
    """Runs a command of `aram privacy` on the database in the folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/aram.db")
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def run(*arguments: str, said: str = "", keys: str = "") -> Result:
        monkeypatch.setenv("WORDS_KEYS", keys)
        return CliRunner().invoke(cli, ["privacy", *arguments], input=said)

    return run


async def test_a_customer_is_taken_out_and_erased_in_the_terminal(
    tmp_path: Path, aram: Aram
) -> None:
    async with stage(tmp_path) as acting:
        rename(acting, f"نگار {MARKER}", "Negar_M")
        await acting.customer_says(f"{INSULT} {MARKER}")
        customer = acting.customer
    ended = aram("export", "@negar_m", "--out", "one.json")
    assert ended.exit_code == 0, ended.output
    told = json.loads((tmp_path / "one.json").read_text("utf-8"))
    assert told["conversations"][0]["messages"][0]["text"] == f"{INSULT} {MARKER}"
    (tmp_path / "one.json").unlink()
    assert aram("erase", str(customer), said="y\nn\n").exit_code != 0
    assert holds(tmp_path, MARKER)
    ended = aram("erase", str(customer), said="y\ny\n")
    assert ended.exit_code == 0, ended.output
    assert not holds(tmp_path, MARKER)
    ended = aram("erase", str(customer), "--yes")
    assert ended.exit_code == 1
    assert "Nothing is kept" in ended.output


async def test_a_key_is_made_given_and_changed(tmp_path: Path, aram: Aram) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(f"{INSULT} {MARKER}")
    assert "not encrypted" in aram("show").output
    old, new = (aram("key").output.strip() for _ in range(2))
    Fernet(old)
    assert "not in the database" in aram("show", keys=old).output
    assert not holds(tmp_path, MARKER)
    for keys, message in (("", "missing"), (new, "wrong")):
        raised = aram("show", keys=keys).exception
        assert getattr(raised, "message_id", None) == f"error-words-key-{message}"
    assert "rows are under" in aram("rotate", keys=f"{new},{old}").output
    assert "90 days" in aram("days", "90", keys=new).output
    assert "90 days" in aram("show", keys=new).output
