"""The real command in a process of its own: what it says, where, and how it ends."""

import asyncio
import json
import os
import runpy
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from bot.app import build_locales
from bot.cli import cli
from bot.corpus import read_scripts
from bot.detection.models import FOLDER
from bot.doctor import examine
from bot.errors import ConversationFileError
from bot.sandbox.clock import ManualClock
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.settings import ROOT
from bot.store.engine import open_engine
from bot.store.migrate import is_current, migrate

SCORE = ROOT.parent / "shared" / "corpus" / "score.py"
TOKEN = "123456789:AAH-sandbox-sandbox-sandbox-sandbox"
WRONG_TOKEN = "987654321:AAH-secret-secret-secret-secret-sec"
PERSIAN = {"LANG": "fa_IR.UTF-8"}
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def aram(
    *arguments: str, folder: Path, stdin: str | bytes = b"", program: str = "", **env: str
) -> Ended:
    """Run `aram …` in an empty environment; `program` runs in its place."""
    start = ["-c", program] if program else ["-m", "bot"]
    ended = subprocess.run(
        [sys.executable, *start, *arguments],
        cwd=folder,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"} | env,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def sentence(message: str, /, **args: str | int) -> str:
    """What a terminal says in English."""
    return build_locales().get("en").plain.say(message, **args)


def persian(message: str, /, **args: str | int) -> str:
    """What a terminal says in Persian."""
    return build_locales().get("fa").plain.say(message, **args)


@pytest.fixture
def world() -> World:
    world = World(ManualClock())
    world.add_bot(TOKEN, "Aram", "aram_bot", reads_all_groups=True)
    return world


@pytest.fixture
async def server(world: World) -> AsyncIterator[SandboxServer]:
    async with SandboxServer(world) as server:
        yield server


@pytest.fixture
def closed_url() -> str:
    """An address on this machine where nobody answers."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture
def taken_port() -> Iterator[int]:
    with closing(socket.socket()) as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        yield busy.getsockname()[1]


# One clear sentence for everything that is not as it should be


@dataclass(frozen=True)
class Mistake:
    """A command that cannot work, and the sentence it should end with."""

    arguments: str
    message: str
    args: dict[str, str | int] = field(default_factory=dict)
    env: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


MISTAKES = {
    "no token": Mistake("run", "error-token-missing"),
    "a token that is none": Mistake(
        "run", "error-token-wrong", env={"BOT_TOKEN": "AAH-secret-secret-secret-secret-sec"}
    ),
    "a database that cannot be written": Mistake(
        "run",
        "error-database-unwritable",
        {"path": "file/aram.db"},
        {"BOT_TOKEN": WRONG_TOKEN, "DATABASE_URL": "sqlite:///file/aram.db"},
        {"file": ""},
    ),
    "a broken playbook": Mistake(
        "assess --text hello",
        "error-playbooks-unusable",
        {"count": 1, "first": "fa/x.yaml:1"},
        {"BOT_TOKEN": WRONG_TOKEN, "PLAYBOOKS_DIR": "ours"},
        {"ours/fa/x.yaml": "id: ["},
    ),
    "no playbooks": Mistake(
        "playbook check", "error-playbooks-missing", {"folder": "none"}, {"PLAYBOOKS_DIR": "none"}
    ),
    "a broken .env": Mistake(
        "run",
        "error-env-file-broken",
        {"file": ".env", "line": 2},
        files={".env": "OWNER_ID=7\nBOT_TOKEN: 987654321:AAH-secret\n"},
    ),
    "a wrong setting": Mistake(
        "migrate",
        "error-settings-invalid",
        {"name": "DATABASE_URL", "problem": "not a database URL"},
        {"DATABASE_URL": "aram.db"},
    ),
    "a file that is not there": Mistake(
        "assess none.jsonl", "error-file-missing", {"file": "none.jsonl"}
    ),
    "a line that is not JSON": Mistake(
        "assess talks.jsonl",
        "error-conversation-json",
        {"file": "talks.jsonl", "line": 2},
        files={"talks.jsonl": '{"id": "a", "channel": "chat", "turns": []}\nسلام\n'},
    ),
}


def set_up(mistake: Mistake, folder: Path) -> None:
    for name, text in mistake.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def assert_one_sentence(ended: Ended, expected: str) -> None:
    assert ended.err == f"{expected}\n"
    assert ended.code == 1
    assert "Traceback" not in ended.out + ended.err
    assert "secret" not in ended.out + ended.err


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_in_one_sentence(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    set_up(mistake, tmp_path)
    ended = aram(*mistake.arguments.split(), folder=tmp_path, **mistake.env)
    assert_one_sentence(ended, sentence(mistake.message, **mistake.args))
    assert ended.out == ""


IN_PERSIAN = ["no token", "no playbooks", "a broken .env", "a line that is not JSON"]


@pytest.mark.parametrize("name", IN_PERSIAN)
def test_a_persian_terminal_is_told_in_persian(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    set_up(mistake, tmp_path)
    ended = aram(*mistake.arguments.split(), folder=tmp_path, **mistake.env, **PERSIAN)
    assert_one_sentence(ended, persian(mistake.message, **mistake.args))


async def test_a_token_that_telegram_does_not_know(tmp_path: Path, server: SandboxServer) -> None:
    env = {"BOT_TOKEN": WRONG_TOKEN, "TELEGRAM_API_URL": server.url}
    ended = await asyncio.to_thread(aram, "run", folder=tmp_path, **env)
    assert_one_sentence(ended, sentence("error-token-wrong"))


def test_a_telegram_that_does_not_answer(tmp_path: Path, closed_url: str) -> None:
    env = {"BOT_TOKEN": WRONG_TOKEN, "TELEGRAM_API_URL": closed_url}
    ended = aram("run", folder=tmp_path, **env)
    told = sentence("error-telegram-unreachable", url=closed_url, reason="ClientConnectorError")
    assert_one_sentence(ended, told)


@pytest.mark.parametrize(("say", "env"), [(sentence, {}), (persian, PERSIAN)])
def test_a_port_that_is_taken(
    tmp_path: Path, taken_port: int, say: Callable[..., str], env: dict[str, str]
) -> None:
    ended = aram("sandbox", "--no-open", "--port", str(taken_port), folder=tmp_path, **env)
    told = say("error-port-taken", port=taken_port)
    assert_one_sentence(ended, told)


def test_a_mistake_in_the_command_itself_is_explained(tmp_path: Path) -> None:
    ended = aram("assess", folder=tmp_path)
    assert ended.code == 2
    assert "give a FILE" in ended.err
    assert "Traceback" not in ended.err


# Assess

TALK = {
    "id": "t-1",
    "channel": "chat",
    "register": "colloquial",
    "turns": [
        {"who": "customer", "at": 0, "text": "سلام این رژ موجوده؟", "alert": "no"},
        {"who": "seller", "at": 40, "text": "سلام عزیزم بله موجوده"},
        {
            "who": "customer",
            "at": 90,
            "text": "بیشعور عوضی، پولمو پس بده",
            "alert": "yes",
        },
    ],
}
FIELDS = {"id", "turn", "alert", "tension", "situations", "signals", "risk"}


def labelled(talk: dict[str, Any]) -> str:
    turns = [
        turn | {"tension": 3 * (turn["alert"] == "yes"), "situations": []}
        if turn["who"] == "customer"
        else turn
        for turn in talk["turns"]
    ]
    return json.dumps(talk | {"turns": turns}, ensure_ascii=False) + "\n"


@pytest.fixture(scope="module")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    folder = tmp_path_factory.mktemp("assess")
    return aram("assess", "-", folder=folder, stdin=labelled(TALK) + "\n" + labelled(TALK))


def test_assess_writes_one_object_for_each_customer_turn(assessed: Ended) -> None:
    assert (assessed.code, assessed.err) == (0, "")
    lines = [json.loads(line) for line in assessed.out.splitlines()]
    assert [(line["id"], line["turn"]) for line in lines] == [("t-1", 0), ("t-1", 2)] * 2
    assert [line["alert"] for line in lines] == [False, True] * 2
    calm, hot = lines[:2]
    assert set(calm) == FIELDS
    assert (calm["tension"], calm["situations"]) == (0, [])
    assert hot["tension"] >= 2
    assert "insult" in hot["situations"]
    assert any("شعور" in word for signal in hot["signals"] for word in signal["words"])


@pytest.mark.skipif(not SCORE.is_file(), reason="score.py lies beside the project, not in it")
def test_the_corpus_own_measure_reads_what_assess_writes(assessed: Ended) -> None:
    predictions = [json.loads(line) for line in assessed.out.splitlines()]
    score: Callable[..., dict[str, Any]] = runpy.run_path(str(SCORE))["score"]
    figures = score([json.loads(labelled(TALK))], predictions)
    assert figures["turns"] == {"tn": 1, "tp": 1}
    assert figures["tension_mean_error"] < 1.0


def test_a_reader_that_stops_early_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text(labelled(TALK) * 600, encoding="utf-8")
    script = f"{sys.executable} -m bot assess many.jsonl | head -1"
    ended = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert json.loads(ended.stdout)["turn"] == 0
    assert ended.stderr == b""


@pytest.mark.parametrize(("language", "say"), [("en", sentence), ("fa", persian)])
def test_one_message_is_explained(
    language: str, say: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    ended = CliRunner().invoke(cli, ["assess", "--text", "بی‌شعورها! پولمو پس بدین"])
    assert ended.exit_code == 0
    for message in ("tension-abusive", "situation-insult", "decision-anew"):
        assert say(message) in ended.output


def test_a_model_of_the_shops_own_takes_the_place_of_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here one that alarms at everything."""
    shutil.copy(FOLDER / "letters.npz", tmp_path)
    tables = json.loads((FOLDER / "tables.json").read_text("utf-8"))
    tables["without"]["points"]["alarm"] = 0.0
    (tmp_path / "tables.json").write_text(json.dumps(tables), encoding="utf-8")
    question, nothing = ["assess", "--text", "سلام، سایز ۴۰ دارید؟"], sentence("decision-calm")
    monkeypatch.setenv("LC_ALL", "en")
    assert nothing in CliRunner().invoke(cli, question).output
    monkeypatch.setenv("MODEL_DIR", str(tmp_path))
    assert nothing not in CliRunner().invoke(cli, question).output


GOOD = '{"id": "a", "channel": "chat", "turns": []}'
BROKEN_LINES: list[tuple[str | bytes, str]] = [
    # not JSON
    ("{", "error-conversation-json"),
    # not UTF-8
    (b'{"id": "\xff"}', "error-conversation-json"),
    # JSON, and no conversation
    ("5", "error-conversation-file"),
    ("[]", "error-conversation-file"),
    ('{"id": "a", "turns": []}', "error-conversation-file"),
    # a channel that there is not
    ('{"id": "a", "channel": "fax", "turns": []}', "error-conversation-file"),
    # turns that are none
    ('{"id": "a", "channel": "chat", "turns": ["hi"]}', "error-conversation-file"),
    ('{"id": "a", "channel": "chat", "turns": 5}', "error-conversation-file"),
    # a turn without its time, its speaker, or with a number for words
    (
        '{"id": "a", "channel": "chat", "turns": [{"who": "customer", "text": "hi"}]}',
        "error-conversation-file",
    ),
    (
        '{"id": "a", "channel": "chat", "turns": [{"who": "bot", "at": 0, "text": "hi"}]}',
        "error-conversation-file",
    ),
    (
        '{"id": "a", "channel": "chat", "turns": [{"who": "seller", "at": 0, "text": 5}]}',
        "error-conversation-file",
    ),
]


@pytest.mark.parametrize(("line", "message"), BROKEN_LINES)
def test_a_broken_line_is_told_by_its_number(line: str | bytes, message: str) -> None:
    raw = line.encode() if isinstance(line, str) else line
    with pytest.raises(ConversationFileError) as caught:
        list(read_scripts([GOOD.encode(), b"\n", raw], "talks.jsonl"))
    assert caught.value.message_id == message
    told = caught.value.args_for_message
    assert (told["file"], told["line"]) == ("talks.jsonl", 3)
    assert sentence(message, **told).count("{") == 0


def test_a_file_from_windows_is_read() -> None:
    lines = ["\ufeff" + GOOD + "\r\n", GOOD + "\r\n"]
    assert len(list(read_scripts([line.encode() for line in lines], "talks.jsonl"))) == 2


# Playbooks, and what light commands leave alone


def test_the_shipped_playbooks_are_checked_and_good(tmp_path: Path) -> None:
    ended = aram("playbook", "check", folder=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    count = len(list((ROOT / "playbooks").glob("*/*.yaml")))
    assert ended.out.splitlines() == [
        sentence("check-summary", playbooks=count, errors=0, issues=0)
    ]


def test_broken_playbooks_are_listed_and_the_command_fails(tmp_path: Path) -> None:
    (tmp_path / "fa").mkdir()
    (tmp_path / "fa" / "x.yaml").write_text("id: [", encoding="utf-8")
    ended = aram("playbook", "check", str(tmp_path), folder=tmp_path)
    assert ended.code == 1
    assert ended.err == ""
    assert "fa/x.yaml" in ended.out
    assert sentence("check-summary", playbooks=0, errors=1, issues=0) in ended.out


def test_the_schema_is_json() -> None:
    ended = CliRunner().invoke(cli, ["playbook", "schema"])
    assert ended.exit_code == 0
    assert json.loads(ended.output)["type"] == "object"


LIGHT = """
import sys
from contextlib import suppress
from bot.__main__ import main
for command in (["assess", "-"], ["playbook", "check"]):
    sys.argv = ["aram", *command]
    with suppress(SystemExit):
        main()
heavy = {"aiogram", "aiohttp", "telegram", "sqlmodel", "sqlalchemy", "alembic"}
print(sorted(heavy & set(sys.modules)))
"""


def test_light_commands_load_no_telegram_and_no_database(tmp_path: Path) -> None:
    ended = aram(folder=tmp_path, program=LIGHT, stdin=labelled(TALK))
    *answers, loaded = ended.out.splitlines()
    assert len(answers) == 3, "both commands have worked"
    assert loaded == "[]"


def test_migrate_makes_a_database_and_may_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bare_environment: None
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        ended = CliRunner().invoke(cli, ["migrate"])
        assert (ended.exit_code, ended.output) == (0, "")
    assert (tmp_path / "aram.db").is_file()


# Files and how things stand


def test_export_writes_a_file_of_the_days_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bare_environment: None
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OWNER_ID", "7")
    monkeypatch.setenv("LC_ALL", "en")
    CliRunner().invoke(cli, ["migrate"])
    days = ["export", "--from", "2026-10-01", "--to", "2026-10-03", "--language", "en"]
    ended = CliRunner().invoke(cli, [*days, "--out", "x.xlsx"])
    assert (ended.exit_code, ended.output.strip()) == (
        0,
        sentence("export-written", file="x.xlsx"),
    )
    book = CalamineWorkbook.from_path("x.xlsx")
    troubles, shown, _ = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    assert len(troubles) == 1
    assert [row[1] for row in shown[1:]] == [date(2026, 10, day) for day in (1, 2, 3)]
    assert CliRunner().invoke(cli, [*days, "--words"]).exit_code == 2, "nobody has allowed it"
    assert CliRunner().invoke(cli, ["export", "--from", "soon"]).exit_code == 2


def test_status_says_what_needs_care_and_ends_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bare_environment: None
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OWNER_ID", "7")
    monkeypatch.setenv("LC_ALL", "en")
    monkeypatch.setenv("COLUMNS", "200")
    behind = CliRunner().invoke(cli, ["status"])
    assert behind.exit_code == 1
    assert "aram migrate" in behind.output
    CliRunner().invoke(cli, ["migrate"])
    ended = CliRunner().invoke(cli, ["status"])
    (database,) = (
        line for line in ended.output.splitlines() if sentence("status-database") in line
    )
    assert database.startswith("✓")
    assert sentence("status-never") in ended.output
    assert ended.exit_code == int("! " in ended.output)


# Doctor


class Practice:
    """A shop as the doctor finds it; every test changes one thing."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str
    ) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        healthy = {"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url, "OWNER_ID": "7", "SELLER_IDS": "8"}
        self.set(LC_ALL="en", **healthy)

    def set(self, **settings: str) -> None:
        for name, value in settings.items():
            self._monkeypatch.setenv(name, value)

    async def examined(self) -> tuple[bool, list[str]]:
        """Whether nothing is bad, and the lines that were said."""
        healthy = await examine()
        return healthy, self._capsys.readouterr().out.splitlines()


@pytest.fixture
def practice(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    server: SandboxServer,
    bare_environment: None,
) -> Practice:
    monkeypatch.chdir(tmp_path)
    engine = open_engine("sqlite:///aram.db")
    migrate(engine)
    engine.dispose()
    return Practice(monkeypatch, capsys, server.url)


async def test_doctor_finds_a_healthy_shop_healthy(practice: Practice) -> None:
    healthy, lines = await practice.examined()
    assert healthy
    count = len(list((ROOT / "playbooks").glob("*/*.yaml")))
    assert lines == [
        "✓ " + sentence("doctor-team", sellers=1),
        "✓ " + sentence("doctor-database", kind="sqlite"),
        "✓ " + sentence("doctor-playbooks", count=count),
        "✓ " + sentence("doctor-encoder"),
        "✓ " + sentence("doctor-token", username="aram_bot"),
        "✓ " + sentence("doctor-business"),
        "✓ " + sentence("doctor-privacy"),
    ]


async def test_doctor_changes_no_database_and_says_that_it_is_behind(
    practice: Practice, tmp_path: Path
) -> None:
    practice.set(DATABASE_URL="sqlite:///new.db")
    healthy, lines = await practice.examined()
    assert healthy
    assert "! " + sentence("doctor-database-behind") in lines
    engine = open_engine("sqlite:///new.db")
    assert not is_current(engine)
    engine.dispose()


async def test_doctor_speaks_persian(practice: Practice) -> None:
    practice.set(LC_ALL="fa_IR.UTF-8")
    _, lines = await practice.examined()
    assert "✓ " + persian("doctor-business") in lines


SETTINGS: list[tuple[dict[str, str], str, str, dict[str, str | int], bool]] = [
    # nobody to invite the others
    ({"OWNER_ID": "", "SELLER_IDS": ""}, "!", "doctor-no-owner", {}, True),
    # nobody to call
    ({"OWNER_ID": ""}, "!", "doctor-no-owner", {}, True),
    # no token
    ({"BOT_TOKEN": ""}, "✗", "error-token-missing", {}, False),
    # not a token
    ({"BOT_TOKEN": "secret"}, "✗", "error-token-wrong", {}, False),
    # a token of nobody's
    ({"BOT_TOKEN": WRONG_TOKEN}, "✗", "error-token-wrong", {}, False),
    # a folder that cannot be
    (
        {"DATABASE_URL": "sqlite:////dev/null/aram.db"},
        "✗",
        "error-database-unwritable",
        {"path": "/dev/null/aram.db"},
        False,
    ),
    # no playbooks
    ({"PLAYBOOKS_DIR": "none"}, "✗", "error-playbooks-missing", {"folder": "none"}, False),
    # no model
    ({"MODEL_DIR": "none"}, "✗", "error-model-broken", {"folder": "none"}, False),
    # nobody answers
    (
        {"TELEGRAM_API_URL": "http://127.0.0.1:9"},
        "✗",
        "error-telegram-unreachable",
        {"url": "http://127.0.0.1:9", "reason": "ClientConnectorError"},
        False,
    ),
]


@pytest.mark.parametrize(("settings", "mark", "message", "args", "lives"), SETTINGS)
async def test_doctor_says_what_is_wrong_with_the_settings(
    practice: Practice,
    settings: dict[str, str],
    mark: str,
    message: str,
    args: dict[str, str | int],
    lives: bool,
) -> None:
    practice.set(**settings)
    healthy, lines = await practice.examined()
    assert f"{mark} {sentence(message, **args)}" in lines
    assert healthy is lives
    assert [line for line in lines if not line.startswith("✓")] == [
        f"{mark} {sentence(message, **args)}"
    ]


async def test_doctor_says_it_when_env_is_broken(practice: Practice, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN\n", encoding="utf-8")
    healthy, lines = await practice.examined()
    assert not healthy
    assert lines == ["✗ " + sentence("error-env-file-broken", file=".env", line=1)]


async def test_doctor_says_it_when_botfather_has_something_to_switch(
    practice: Practice, world: World
) -> None:
    bot = next(iter(world.bots.values()))
    bot.connects_to_business = bot.reads_all_groups = False
    healthy, lines = await practice.examined()
    assert not healthy
    assert "✗ " + sentence("doctor-business-off") in lines
    assert "! " + sentence("doctor-privacy-on") in lines


async def test_doctor_says_it_when_another_program_has_the_token(
    practice: Practice, server: SandboxServer
) -> None:
    await _set_webhook(server.url)
    healthy, lines = await practice.examined()
    assert not healthy
    assert "✗ " + sentence("doctor-webhook-set") in lines


async def test_doctor_knows_a_webhook_that_is_wanted(
    practice: Practice, server: SandboxServer
) -> None:
    practice.set(WEBHOOK_URL="https://127.0.0.1:8443/")
    assert "! " + sentence("doctor-webhook-elsewhere") in (await practice.examined())[1]
    await _set_webhook(server.url)
    healthy, lines = await practice.examined()
    assert healthy
    assert "✓ " + sentence("doctor-webhook") in lines


async def test_doctor_leaves_another_bots_webhook_alone(
    practice: Practice, server: SandboxServer
) -> None:
    practice.set(RELAY_SECRET="a-secret-of-the-relay")
    await _set_webhook(server.url)
    healthy, lines = await practice.examined()
    assert healthy
    assert not any("ebhook" in line for line in lines)


async def _set_webhook(url: str) -> None:
    import aiohttp

    method = f"{url}/bot{TOKEN}/setWebhook"
    async with (
        aiohttp.ClientSession() as session,
        session.post(method, json={"url": "https://127.0.0.1:8443/hook"}) as answer,
    ):
        assert (await answer.json())["ok"]
