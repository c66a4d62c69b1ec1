"""From files to tables, JSON and a page, through the real coach."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.app import build_coach
from bot.assess import assess
from bot.corpus import read_scripts
from bot.errors import ConversationFileError
from bot.evaluation import evaluate
from bot.settings import Settings
from tests.evaluation.stage import labelled, line, seller


@pytest.fixture(autouse=True)
def _english_terminal(monkeypatch: pytest.MonkeyPatch, bare_environment: None) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    hot = labelled(
        "بیشعور عوضی، پولمو پس بده", at=90, tension=3, alert="yes", situations=["insult"]
    )
    calm = labelled("سلام این رژ موجوده؟")
    file = tmp_path / "talks.jsonl"
    file.write_text(line(calm, seller(), hot) + line(calm, register="formal"), encoding="utf-8")
    return file


def written(capsys: pytest.CaptureFixture[str], *files: Path) -> dict[str, Any]:
    evaluate(files, Settings(), as_json=True)
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_json_has_the_figures_of_score_py_and_the_rest(
    talks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = written(capsys, talks)
    assert found["turns"] == dict(outcomes(talks))
    assert found["alert_f1"] == found["alert_f1_by_register"]["colloquial"]
    assert (found["conversations"], found["customer_turns"]) == (2, 3)
    assert sum(found["escalations"]["shares"].values()) == found["escalations"]["talks"] == 1
    assert found["situations"]["insult"]["in_gold"] == 1
    assert found["situation_confusion"]["insult"]["turns"] == 1
    assert sum(map(sum, found["tension_confusion"])) == 3
    assert sum(tenth["turns"] for tenth in found["calibration"]) == 3


def outcomes(file: Path) -> Counter[str]:
    """What `aram assess` whispers, against the labels: the hot turn wants it, the others do not."""
    coach = build_coach(Settings())
    with file.open("rb") as lines:
        scripts = list(read_scripts(lines, str(file)))
    assessed = [line for script in scripts for line in assess(coach, script)]
    names = {(True, True): "tp", (True, False): "fn", (False, True): "fp", (False, False): "tn"}
    return Counter(names[line.turn == 2, line.heard.alert] for line in assessed)


def test_several_files_are_one_evaluation(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    once, twice = written(capsys, talks), written(capsys, talks, talks)
    assert twice["turns"] == {name: 2 * count for name, count in once["turns"].items()}


def test_tables_and_the_page(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    evaluate([talks], Settings(), page=page)
    said = capsys.readouterr().out
    assert "talks.jsonl: 2 conversations, 3 customer messages" in said
    assert f"The page is written: {page}" in said
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert 'lang="en"' in html
    assert "پولمو پس بده" in html


def test_a_persian_terminal_gets_a_persian_page(
    talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "fa_IR.UTF-8")
    evaluate([talks], Settings(), page=tmp_path / "page.html", as_json=True)
    assert 'lang="fa" dir="rtl"' in (tmp_path / "page.html").read_text(encoding="utf-8")
    json.loads(capsys.readouterr().out)  # and nothing but JSON


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConversationFileError) as caught:
        evaluate([tmp_path / "none.jsonl"], Settings())
    assert caught.value.message_id == "error-file-missing"


def test_a_wrong_label_is_told_with_its_file(talks: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text(line(labelled(alert=None)), encoding="utf-8")
    with pytest.raises(ConversationFileError) as caught:
        evaluate([talks, wrong], Settings())
    assert caught.value.args_for_message["file"] == str(wrong)


def test_a_page_that_cannot_be_written_is_named(talks: Path, tmp_path: Path) -> None:
    page = tmp_path / "none" / "page.html"
    with pytest.raises(ConversationFileError) as caught:
        evaluate([talks], Settings(), page=page)
    assert caught.value.message_id == "error-page-unwritable"
    assert caught.value.args_for_message["file"] == str(page)
