"""`python -m benchmarks`: measure everything once, print the table or, with --json, the figures."""

import argparse
import json
import os
import platform
import signal
import sys
from dataclasses import asdict
from importlib.metadata import version
from statistics import median

from benchmarks import encoder, one_message, playbooks, start_up, stats_speed, throughput
from benchmarks.figures import Figure, Section, print_table
from benchmarks.stand import BenchmarkError

PARTS = ("one-message", "encoder", "throughput", "start-up", "playbooks", "stats")


def main() -> None:
    """Run the parts that were asked for; exit code 1 where something under test failed."""
    asked = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that every process is stopped
    try:
        sections = _measure(asked.only or PARTS)
    except BenchmarkError as error:
        sys.exit(f"the benchmark cannot go on: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    if asked.json:
        print(json.dumps({"machine": _machine(), "sections": _plain(sections)}, indent=2))
    else:
        print_table(sections, _machine())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure just this part")
    return parser.parse_args()


def _measure(parts: tuple[str, ...]) -> list[Section]:
    sections: list[Section] = []
    for part in parts:
        print(f"measuring {part} …", file=sys.stderr, flush=True)
        match part:
            case "one-message":
                sections.append(one_message.measure())
            case "encoder":
                sections += encoder.measure()
            case "throughput":
                sections += throughput.measure()
            case "start-up":
                sections.append(start_up.measure())
            case "playbooks":
                sections += playbooks.measure()
            case "stats":
                sections += stats_speed.measure()
    return sections


def _machine() -> str:
    """What the figures were taken on: nothing here is comparable across machines, ratios are."""
    parts = ("hazm", "onnxruntime", "aiogram", "python-telegram-bot", "sqlmodel")
    versions = ", ".join(f"{part} {version(part)}" for part in parts)
    load = os.getloadavg()[0]
    return (
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, load average {load:.1f}; {versions}"
    )


def _plain(sections: list[Section]) -> list[dict[str, object]]:
    return [
        {
            "title": section.title,
            "figures": [_plain_figure(figure) for figure in section.figures],
            "remarks": section.remarks,
        }
        for section in sections
    ]


def _plain_figure(figure: Figure) -> dict[str, object]:
    return asdict(figure) | {
        "median": median(figure.samples),
        "ratio": figure.ratio,
        "aim": str(figure.aim) if figure.aim else None,
        "met": figure.is_met,
    }


if __name__ == "__main__":
    main()
