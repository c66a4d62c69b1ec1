"""The log tells whoever watches over Aram what happened, and nothing of whom or what was said."""

import ast
import asyncio
import gc
import io
import json
import logging
import re
import sys
import threading
import warnings
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import TelegramObject, Update

from bot import logs
from bot.errors import StoreError
from bot.metrics import Metrics
from bot.sandbox.faults import Fault
from bot.settings import ROOT
from tests.handlers.dialogue import Dialogue
from tests.stage import stage

SECRET = "زرافهٔ بنفش zarrafeh"
TOKEN = "123456789:AAH-sandbox-sandbox-sandbox-sandbox"
PERSIAN = re.compile("[\u0600-\u06ff]")
DIALOGUES = ROOT / "tests" / "dialogues"
PLAYED = (
    "a_manager_is_called_and_decides",
    "edits_deletions_and_media",
    "hostile_names_and_words_are_harmless",
)
HEARD = ("aiogram", "aiohttp", "asyncio", "sqlalchemy", "alembic")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Everything logged from now on, at DEBUG, with every other program's logger wide open."""
    root, kept = logging.getLogger(), logging.getLogger().handlers[:]
    hooks = (warnings.showwarning, sys.excepthook, threading.excepthook, sys.unraisablehook)
    levels = {name: logging.getLogger(name).level for name in ("", *HEARD)}
    stream = io.StringIO()
    logs.begin("DEBUG", "text", stream)
    logging.getLogger("sqlalchemy").setLevel(logging.DEBUG)
    yield stream
    root.handlers[:] = kept
    warnings.showwarning, sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


async def fails(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """A handler that fails at one customer's message, with all of it in the error."""
    assert isinstance(event, Update)
    message = event.business_message
    if message is not None and SECRET in (message.text or ""):
        raise ValueError(f"cannot deal with {message.text} of {message.from_user}")
    return await handler(event, data)


@pytest.mark.timeout(240)
async def test_dialogues_leave_no_words_names_or_tokens(
    written: io.StringIO, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    people: set[str] = set()
    for name in PLAYED:
        (tmp_path / name).mkdir()
        async with stage(tmp_path / name) as acting:
            await Dialogue(acting, DIALOGUES / f"{name}.yaml").play()
            people |= {str(user) for user in acting.world.users if user != acting.bot_id}
    async with stage(tmp_path) as acting:
        acting.app.dispatcher.update.outer_middleware(fails)
        acting.server.api.faults.add(Fault("half_sent", "sendMessage"))
        await acting.customer_says("شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم")
        await acting.customer_says(SECRET)
        token = acting.app.bot.token
    out, err = capfd.readouterr()
    said = written.getvalue() + out + err
    assert "set aside" in said
    assert "ValueError at " in said
    assert "sqlalchemy.engine" in said
    assert PERSIAN.search(said) is None
    assert [each for each in ("zarrafeh", token, token.partition(":")[2]) if each in said] == []
    assert [each for each in people if re.search(rf"\b{each}\b", said)] == []


def test_what_others_fill_in_is_left_out(written: io.StringIO) -> None:
    other = logging.getLogger("somebody.else")
    other.warning("Update id=%s is %s. 100%% of %d", 7, SECRET, 5)
    other.error(f"Failed to read {SECRET}")
    other.error("%(what)s", {"what": SECRET})
    first, second, third = written.getvalue().splitlines()
    assert first.endswith("WARNING somebody.else Update id=… is …. 100% of …")
    assert "(words withheld) at test_logs.py:" in second
    assert third.endswith("somebody.else …")


def test_errors_are_told_by_kinds_and_places(written: io.StringIO) -> None:
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError:
        logging.getLogger("somebody").exception("it broke")
        logging.getLogger("bot.x").exception("it broke: %s", sys.exc_info()[1])
    for line in written.getvalue().splitlines():
        assert "KeyError at test_logs.py:" in line
        assert "; after ValueError at test_logs.py:" in line
    assert "it broke: KeyError: KeyError at" in written.getvalue()


def test_our_own_errors_say_what_they_are_made_of(written: io.StringIO) -> None:
    error = StoreError("error-database-unreachable", url="postgresql://a:***@b/c", reason="gone")
    logging.getLogger("handlers.x").warning("not now: %s", error)
    assert "not now: error-database-unreachable(url=postgresql://…@b/c" in written.getvalue()


def test_tokens_and_passwords_are_blotted_out_everywhere(written: io.StringIO) -> None:
    own = logging.getLogger("bot.x")
    own.info("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    own.info("postgresql://aram:secret@host/db")
    own.info("one\ntwo\x1b[31m\u2028three")
    assert TOKEN.partition(":")[2] not in written.getvalue()
    assert "secret" not in written.getvalue()
    assert len(written.getvalue().splitlines()) == 3


@pytest.mark.filterwarnings("default")
async def test_what_does_not_come_by_logging_comes_here_too(
    written: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    async def failing() -> None:
        raise ValueError(SECRET)

    class Failing:
        def __del__(self) -> None:
            raise ValueError(SECRET)

    def thread() -> None:
        raise ValueError(SECRET)

    task = asyncio.create_task(failing())
    while not task.done():
        await asyncio.sleep(0)
    del task
    Failing()
    gc.collect()
    warnings.warn(SECRET, UserWarning, stacklevel=1)
    starting = threading.Thread(target=thread)
    starting.start()
    starting.join()
    sys.excepthook(ValueError, ValueError(SECRET), None)
    out, err = capfd.readouterr()
    said = written.getvalue()
    for told in (
        "ERROR asyncio",
        "while tidying up: ValueError at test_logs.py",
        "UserWarning at test_logs.py:",
        "a thread failed: ValueError at threading.py",
        "unexpected: ValueError",
    ):
        assert told in said, told
    assert SECRET not in said + out + err
    assert PERSIAN.search(said + out + err) is None


def test_a_record_that_cannot_be_told_is_not_quoted() -> None:
    class Odd:
        def __str__(self) -> str:
            raise RuntimeError(SECRET)

    own, stream = private("bot.x", logs.AsText())
    own.info("%s", Odd())
    own.info("%d of them", SECRET)
    first, second = stream.getvalue().splitlines()
    assert "could not be told: RuntimeError" in first
    assert second.endswith("bot.x %d of them")


def private(name: str, form: logging.Formatter) -> tuple[logging.Logger, io.StringIO]:
    """A logger that nobody else hears."""
    stream = io.StringIO()
    handler = logs.ToStream(stream)
    handler.setFormatter(form)
    logger = logging.Logger(name)
    logger.addHandler(handler)
    return logger, stream


def test_as_json_every_line_is_an_object() -> None:
    own, stream = private("handlers.postman", logs.AsJson())
    own.error("letter %d failed: %s", 7, ValueError(SECRET))
    try:
        raise ValueError(SECRET)
    except ValueError:
        own.exception("two\nlines")
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert first["event"] == "letter %d failed: %s"
    assert first["message"] == "letter 7 failed: ValueError"
    assert (first["level"], first["logger"]) == ("error", "handlers.postman")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", first["time"])
    assert first["at"].startswith("test_logs.py:")
    assert "error" not in first
    assert second["error"].startswith("ValueError at test_logs.py:")


def test_what_goes_wrong_is_counted_by_part(written: io.StringIO) -> None:
    metrics = Metrics("1.0")
    logs.count(metrics.logged)
    logs.count(metrics.logged)
    logging.getLogger("handlers.postman").warning("once")
    logging.getLogger(SECRET).error("others")
    logging.getLogger("handlers.postman").info("not at all")
    text = metrics.text().decode()
    assert 'aram_log_records_total{level="warning",part="handlers.postman"} 1.0' in text
    assert 'aram_log_records_total{level="error",part="other"} 1.0' in text
    assert written.getvalue().count("\n") == 3


def test_every_sentence_of_ours_stands_as_it_is() -> None:
    """Nothing is put together before it is logged: only what is filled in may be left out."""
    wrong = []
    for folder in ("bot", "handlers"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Attribute(value=ast.Name(id="log" | "_LOG")), args=[first, *_]
                    ) if not isinstance(first, ast.Constant):
                        wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []
