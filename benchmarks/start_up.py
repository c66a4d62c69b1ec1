"""Start-up: from the process's birth to its first getUpdates, or to its end for the commands."""

import json
import tempfile
from pathlib import Path

from benchmarks.cast import AIOGRAM, ARAM, PTB
from benchmarks.contestants import NAMES, command
from benchmarks.conversations import HEATED
from benchmarks.figures import Aim, Bound, Section, compare, rounds
from benchmarks.stand import Command, contestant, run_to_end, sandbox

ROUNDS, FEWEST_ROUNDS, SECONDS = 5, 3, 30.0
AIM = Aim(Bound.AT_MOST, 1.5)
COMMAND_AIM = Aim(Bound.AT_MOST, AIM.ratio / 4)
COMMANDS = {
    "aram assess - (one conversation)": ("-m", "bot", "assess", "-"),
    "aram playbook check": ("-m", "bot", "playbook", "check"),
}
BOTS = (AIOGRAM, PTB, ARAM)


def measure() -> Section:
    """Everyone starts once a round, Aram with an empty database."""
    taken: dict[str, list[float]] = {name: [] for name in (*BOTS, *COMMANDS)}
    for _ in rounds(ROUNDS, fewest=FEWEST_ROUNDS, seconds=SECONDS):
        with tempfile.TemporaryDirectory(prefix="aram-bench-") as folder:
            for bot in BOTS:
                taken[bot].append(_seconds_to_first_poll(bot, Path(folder)))
            for name, arguments in COMMANDS.items():
                bare = Command(name, arguments, Path(folder))
                taken[name].append(run_to_end(bare, _conversation()))
    unit = taken[AIOGRAM]
    bots = [
        compare(NAMES[bot], "s", taken[bot], unit, AIM if bot == ARAM else None) for bot in BOTS
    ]
    commands = [compare(name, "s", taken[name], unit, COMMAND_AIM) for name in COMMANDS]
    return Section("Start-up (bots: to the first getUpdates)", (*bots, *commands))


def _seconds_to_first_poll(bot: str, folder: Path) -> float:
    with sandbox() as server, contestant(command(bot, server, folder)) as process:
        return server.first_poll_at(bot) - process.started_at


def _conversation() -> str:
    turns = [
        {"who": "customer", "text": text, "at": 40 * number}
        for number, text in enumerate(HEATED[0])
    ]
    return json.dumps({"id": "bench", "channel": "chat", "turns": turns})
