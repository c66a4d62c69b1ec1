"""`aram dead`: what was set aside, seen and tried again from the terminal."""

import json

import pytest
from typer.testing import CliRunner

from bot.cli import cli
from bot.errors import SettingsError
from bot.store.inbox import Kept
from tests.hosts.test_dealing import opened, written

pytestmark = pytest.mark.usefixtures("bare_environment")


def test_what_was_set_aside_is_seen_and_tried_again(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("LANG", "en")
    runner = CliRunner()
    assert "Nothing has been set aside" in runner.invoke(cli, ["dead", "list"]).output
    ledger = opened(sqlite_url)
    body = json.dumps(written(5, "چرا جواب نمی‌دید؟"))
    kept = Kept(5, 7, body)
    ledger.commit(
        lambda books: books.inbox(1, "x").set_aside(kept, attempts=3, trouble="ValueError")
    )
    listed = runner.invoke(cli, ["dead", "list"]).output
    assert "5: set aside" in listed
    assert "tried 3 times, the last time" in listed
    assert "ValueError" in listed
    assert "چرا" not in listed
    assert json.loads(runner.invoke(cli, ["dead", "show", "5"]).output) == json.loads(body)
    for wrong in (["dead", "show", "6"], ["dead", "retry", "6"]):
        assert isinstance(runner.invoke(cli, wrong).exception, SettingsError)
    assert "One update" in runner.invoke(cli, ["dead", "retry", "5"]).output
    assert ledger.commit(lambda books: books.inbox().asides()) == []
    ledger.close()
