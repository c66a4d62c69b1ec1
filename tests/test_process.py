"""A real `aram run` in a process of its own: stopped in full work, asked how it is, restored."""

import asyncio
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo import free_port
from bot.errors import StoreError
from bot.pulse import LONGEST_SILENCE_SECONDS, Pulse, RestoredError
from bot.sandbox.demo import DEMO_TOKEN
from bot.sandbox.faults import Fault
from bot.settings import ROOT
from bot.stopping import CUT_SHORT
from bot.store.contents import digest_of, plain_tables
from bot.store.engine import open_engine
from tests.house import HEATED, PATIENCE_SECONDS, House, is_open, opened, until

STOP_SECONDS = 40.0
pytestmark = pytest.mark.timeout(280)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with opened(tmp_path) as house:
        yield house


async def test_a_stop_in_full_work_ends_in_time_and_loses_nothing(house: House) -> None:
    world, seller = house.world, house.world.roles["seller"]
    sent: dict[int, list[str]] = {world.add_user(name).id: [] for name in ("سارا", "علی", "مینا")}
    is_over = False

    async def chat() -> None:
        for number in range(60):
            if is_over:
                return
            for customer, said in sent.items():
                said.append(HEATED if number == 5 else f"سلام، پیام {number} من رسید؟")
                world.send(customer, seller, text=said[-1])
            await asyncio.sleep(0.1)

    chatting = asyncio.create_task(chat())
    try:
        async with house.running() as process:
            await until(lambda: sum(map(len, house.turns().values())) > 30)
            house.server.api.faults.add(Fault("slow", "sendMessage", times=5, seconds=0.3))
            began = time.monotonic()
            process.send_signal(signal.SIGTERM)
            code = await process.wait()
            assert time.monotonic() - began < STOP_SECONDS
            assert code in (0, CUT_SHORT)
    finally:
        is_over = True
        await chatting
    house.server.api.faults.clear()
    port = str(free_port())
    webhook = {"WEBHOOK_URL": f"http://127.0.0.1:{port}", "WEBHOOK_PORT": port}
    async with house.running(**webhook) as process:
        await until(lambda: sum(map(len, house.turns().values())) >= sum(map(len, sent.values())))
        await until(lambda: house.cards() >= len(sent))
        process.send_signal(signal.SIGTERM)
        assert await process.wait() in (0, CUT_SHORT)
    assert house.turns() == sent
    assert house.cards() == len(sent) or (code == CUT_SHORT and house.cards() > len(sent))
    said = house.log()
    assert [json.loads(line)["level"] for line in said.splitlines()]
    assert re.search("[\u0600-\u06ff]", said) is None
    assert DEMO_TOKEN not in said


async def test_a_backup_comes_back_under_a_running_aram(house: House) -> None:
    world = house.world
    seller, customer = world.roles["seller"], world.roles["customer"]
    async with house.running() as process:
        await until(lambda: is_open(house.port))
        assert await house.aram("health") == (0, '{"alive": true}\n')
        until_ready = time.monotonic() + PATIENCE_SECONDS
        code, said = await house.aram("health", "--ready")
        while code and time.monotonic() < until_ready:
            code, said = await house.aram("health", "--ready")
        assert (code, json.loads(said)["ready"]) == (0, True)
        world.send(customer, seller, text="سلام")
        await until(lambda: house.turns()[customer] == ["سلام"])
        assert (await house.aram("backup", "kept"))[0] == 0
        world.send(customer, seller, text="چه خبر؟")
        await until(lambda: len(house.turns()[customer]) == 2)
        away = ("move", "--to", f"sqlite:///{house.folder}/other.db")
        code, said = await house.aram(*away)
        assert (code, "An Aram runs" in said) == (1, True)
        assert (await house.aram("restore", "kept", "--force"))[0] == 0
        assert house.turns()[customer] == ["سلام"]
        await until(lambda: house.log().count('"event": "serving as') == 2)
        assert "starting over" in house.log()
        world.send(customer, seller, text=HEATED)
        await until(lambda: house.cards() == 1)
        assert house.turns()[customer] == ["سلام", HEATED]
        process.send_signal(signal.SIGTERM)
        assert await process.wait() in (0, CUT_SHORT)
    assert (await house.aram("health"))[0] == 1
    code, said = await house.aram(*away)
    assert code == 0, said
    assert digest(house.folder / "aram.db") == digest(house.folder / "other.db")


def digest(file: Path) -> tuple[int, str]:
    engine = open_engine(f"sqlite:///{file}")
    turns = next(each for each in plain_tables() if each.name == "turn")
    with engine.begin() as database:
        found = digest_of(database, turns)
    engine.dispose()
    return found


HANGS = """
import asyncio, sys, threading
from bot.stopping import until_interrupted
async def serve():
    print("serving", flush=True)
    await asyncio.to_thread(threading.Event().wait)
until_interrupted(serve(), seconds=0.5)
"""


def test_what_hangs_is_cut_short() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HANGS], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as hanging:
        assert hanging.stdout is not None
        assert hanging.stdout.readline() == b"serving\n"
        hanging.send_signal(signal.SIGTERM)
        assert hanging.wait(PATIENCE_SECONDS) == CUT_SHORT


async def test_the_pulse_goes_on_through_errors_and_stops_where_nothing_answers() -> None:
    now, answers = [0.0], asyncio.Queue[int | Exception]()

    async def look() -> int:
        found = await answers.get()
        now[0] += 1
        if isinstance(found, Exception):
            raise found
        return found

    pulse = Pulse(look, lambda: now[0], seconds=0)
    beating = asyncio.create_task(pulse.run())
    for answer in (7, StoreError("error-database-unreachable", url="", reason=""), 7):
        answers.put_nowait(answer)
    while not answers.empty():
        await asyncio.sleep(0)
    assert pulse.is_beating
    now[0] += LONGEST_SILENCE_SECONDS
    assert not pulse.is_beating
    answers.put_nowait(8)
    with pytest.raises(RestoredError):
        await beating
