"""`aram playbook try` and `aram playbook replay` in a shop's own folder: what is said, and kept."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from typer.testing import CliRunner, Result

from bot.app import build_locales
from bot.cli import cli
from bot.content.files import read_folder
from bot.core.conversation import Channel, Turn, Who
from bot.core.people import Shop
from bot.core.shelf import Place, Said
from bot.errors import ConversationFileError
from bot.publishing.forge import as_text
from bot.publishing.intake import first_edition
from bot.settings import ROOT
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from bot.store.tables import CardRow, LetterRow, TurnRow, table_of

INSULT, GREETING = "احمقای بیشعور", "سلام وقتتون بخیر"
SHIPPED = ROOT / "playbooks"
DAY = 24 * 3600.0
EN = build_locales().get("en").plain
FA = build_locales().get("fa").plain


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bare_environment: None) -> Path:
    """A folder of its own for each test, and a wide English terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en")
    monkeypatch.setenv("COLUMNS", "300")
    return tmp_path


@pytest.fixture
def without_insult(desk: Path) -> Path:
    """The shipped playbooks but for the one that answers insults."""
    folder = desk / "changed"
    shutil.copytree(SHIPPED, folder)
    for file in folder.rglob("insult.yaml"):
        file.unlink()
    return folder


@pytest.fixture
def engine(desk: Path) -> Iterator[Engine]:
    """The shop's database: the shipped playbooks are in force."""
    engine = open_engine("sqlite:///aram.db")
    migrate(engine)
    texts = {file: as_text(raw) for file, raw in read_folder(SHIPPED).items()}
    ledger = Ledger(engine, Shop(), time.time)
    ledger.commit(lambda books: first_edition(books.versions, texts))
    yield engine
    ledger.close()


def hear(engine: Engine, name: str, *texts: str, days_ago: float = 0.0) -> None:
    """A customer has said something."""
    at = time.time() - days_ago * DAY
    number = sum(map(ord, name))
    place = Place(f"chat:{name}", Channel.CHAT, number, number, 11, name)
    turns = [Turn(Who.CUSTOMER, text, at + number) for number, text in enumerate(texts)]

    def keep(books: Books) -> None:
        for number, turn in enumerate(turns, start=1):
            books.keep_turn(books.conversation(place), Said(place, turn, number))

    Ledger(engine, Shop(), time.time).commit(keep)


def rows(engine: Engine) -> list[int]:
    """How many turns, cards and letters there are."""
    with engine.connect() as database:
        return [
            database.execute(select(func.count()).select_from(table_of(table))).scalar_one()
            for table in (TurnRow, CardRow, LetterRow)
        ]


def aram(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["playbook", *arguments])


def good(*arguments: str) -> str:
    ended = aram(*arguments)
    assert ended.exit_code == 0, ended.output
    return ended.output


# One message


def test_a_message_is_tried_with_nothing_there_and_leaves_nothing_behind(desk: Path) -> None:
    said = good("try", INSULT)
    assert EN.say("trial-from-folder", folder=str(SHIPPED)) in said
    assert EN.say("would-anew") in said
    assert "توهین و بددهانی" in said
    assert EN.say("trial-changed") not in said
    assert list(desk.iterdir()) == []


def test_a_changed_folder_is_shown_beside_what_is_in_force(without_insult: Path) -> None:
    said = good("try", INSULT, "--folder", str(without_insult))
    assert EN.say("trial-against", folder=str(without_insult)) in said
    (row,) = (line for line in said.splitlines() if "توهین و بددهانی" in line)
    assert row.count("توهین و بددهانی") == 1, "on one side alone"
    assert EN.say("trial-in-force") in said
    assert EN.say("trial-changed") in said


def test_a_persian_terminal_is_told_in_persian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fa_IR.UTF-8")
    said = good("try", GREETING)
    assert FA.say("trial-from-folder", folder=str(SHIPPED)) in said
    assert FA.say("would-calm") in said


# A file


def test_words_that_change_where_the_step_stays_are_shown(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    changed = tmp_path / "changed"
    shutil.copytree(SHIPPED, changed)
    insult = changed / "fa/insult.yaml"
    advice = "یک خط آرام بس است: کمک بله، توهین نه."
    insult.write_text(insult.read_text("utf-8").replace(advice, "آرام بمانید."), "utf-8")
    (desk / "talk.txt").write_text(INSULT, encoding="utf-8")
    said = good("try", "--file", "talk.txt", "--folder", str(changed))
    assert "1 ≠" in said
    assert "آرام بمانید." in said


def test_a_plain_file_is_a_message_a_line(desk: Path, without_insult: Path) -> None:
    lines = ["\ufeffسلام وقتتون بخیر", "", "فروشنده: بفرمایید", "Seller: در خدمتم", INSULT]
    (desk / "talk.txt").write_text("\r\n".join(lines), encoding="utf-8")
    said = good("try", "--file", "talk.txt", "--folder", str(without_insult))
    turns = [line for line in said.splitlines() if GREETING in line or INSULT in line]
    assert "≠" not in turns[0]
    assert turns[0].count(EN.say("trying-silent")) == 2
    assert "4 ≠" in turns[1], "the seller's two turns are counted and not shown"
    assert "در خدمتم" not in said


def test_a_file_of_the_corpus_format_is_tried_talk_by_talk(desk: Path) -> None:
    turns = [{"who": "customer", "at": 0, "text": INSULT}]
    talks = [{"id": name, "channel": "chat", "turns": turns} for name in ("first", "second")]
    text = "\n".join(map(json.dumps, talks))
    (desk / "talks.jsonl").write_text(text, encoding="utf-8")
    said = good("try", "--file", "talks.jsonl")
    assert said.index("first") < said.index("second")
    assert said.count("توهین و بددهانی") == 2


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("talks.jsonl", b'{"id": "a", "channel": "chat", "turns": []}\n{', 2),
        ("talk.txt", "سلام\n".encode() + b"\xff\n", 2),
    ],
)
def test_a_broken_line_is_told_by_its_number(
    desk: Path, name: str, content: bytes, line: int
) -> None:
    (desk / name).write_bytes(content)
    ended = aram("try", "--file", name)
    assert isinstance(ended.exception, ConversationFileError)
    told = ended.exception.args_for_message
    assert (told["file"], told["line"]) == (name, line)


@pytest.mark.parametrize("arguments", [["try"], ["try", "سلام", "--file", "talk.txt"]])
def test_a_message_and_a_file_at_once_or_neither_is_a_mistake(arguments: list[str]) -> None:
    assert aram(*arguments).exit_code == 2


# The last days


def test_the_last_days_are_replayed_with_a_changed_folder(
    engine: Engine, without_insult: Path
) -> None:
    hear(engine, "مریم", GREETING, INSULT)
    hear(engine, "سارا", GREETING)
    hear(engine, "لیلا", INSULT, days_ago=10)
    before = rows(engine)
    said = good("replay", "--folder", str(without_insult))
    version = len(read_folder(SHIPPED))
    assert EN.say("trial-from-database", number=version) in said
    scope = EN.say(
        "replay-scope",
        talks=EN.say("replay-talks", count=2),
        turns=EN.say("replay-turns", count=3),
    )
    assert scope in said
    (row,) = (line for line in said.splitlines() if "مریم" in line)
    assert INSULT in row
    assert "“توهین و بددهانی”, step 1 of" in row
    assert "سارا" not in said
    assert "لیلا" not in said
    assert "لیلا" in good("replay", "--days", "30", "--folder", str(without_insult))
    assert rows(engine) == before, "nothing was posted or kept"


def test_an_unchanged_folder_alters_nothing(engine: Engine) -> None:
    hear(engine, "مریم", GREETING, INSULT)
    said = good("replay")
    assert EN.say("trial-unchanged", folder=str(SHIPPED)) in said
    assert EN.say("replay-no-difference") in said
    assert "┃" not in said


def test_a_shop_without_a_database_has_no_last_days(desk: Path) -> None:
    assert EN.say("replay-nothing-said") in good("replay")
    assert list(desk.iterdir()) == []
