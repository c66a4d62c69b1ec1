"""What is printed: one table, a column for each run."""

from collections.abc import Callable, Sequence

from tests.soak.run import Result

KINDS = {
    "too_many_requests": "429, with patience asked for",
    "server_error": "500",
    "bad_gateway": "502 with a page",
    "dropped": "connection broken before",
    "lost": "answer lost",
    "half_sent": "broken off in the middle",
    "slow": "slow",
    "clock_jumps": "clock jumps, 5 s to 1 h",
    "locked": "database locked",
    "vanished": "database gone and back",
    "disk_errors": "every write fails",
    "disk_full": "disk full",
    "read_only": "read-only",
}

type _Cell = Callable[[Result], object]

_ABOVE: tuple[tuple[str, _Cell], ...] = (
    ("conversations", lambda run: run.verdict.talks),
    (
        "turns (of them in groups and comments)",
        lambda run: f"{run.verdict.turns} ({run.verdict.in_public})",
    ),
    ("alarms", lambda run: run.verdict.alarms),
    ("seconds (of them calm, at the end)", lambda run: f"{run.seconds:.0f} ({run.peace:.0f})"),
    ("kills", lambda run: run.kills),
    ("ended by itself, with a sentence", lambda run: run.ends.get(3, 0)),
    ("ended by a defect", lambda run: sum(run.ends.values()) - run.ends.get(3, 0)),
)
_BELOW: tuple[tuple[str, _Cell], ...] = (
    ("turns lost", lambda run: run.verdict.lost),
    ("turns altered", lambda run: run.verdict.altered),
    ("turns kept twice", lambda run: run.verdict.doubled),
    ("turns out of order", lambda run: run.verdict.out_of_order),
    ("cards that did not arrive", lambda run: run.verdict.missing_cards),
    (
        "cards repeated (kills and lost answers)",
        lambda run: f"{run.verdict.repeated} ({run.verdict.may_repeat})",
    ),
    ("updates set aside", lambda run: run.verdict.set_aside),
    ("letters given up", lambda run: run.verdict.given_up),
    ("429s; called too early", lambda run: f"{run.patiences}; {run.verdict.too_early}"),
    ("the same by another bot, after a kill", lambda run: run.too_early_after_kill),
    ("other chats served meanwhile", lambda run: run.served_meanwhile),
    ("statistics that differ from a calm run", lambda run: sum(run.verdict.differing.values())),
    ("visible to customers", lambda run: run.verdict.seen_by_customers),
)


def table(results: Sequence[Result]) -> str:
    """The table, as Markdown."""
    head = ["", *(f"{run.database}, {run.way}" for run in results)]
    kinds = [kind for kind in KINDS if any(run.faults.get(kind) for run in results)]
    rows = [
        *([name, *(str(cell(run)) for run in results)] for name, cell in _ABOVE),
        *([f"fault: {KINDS[kind]}", *(_told(run, kind) for run in results)] for kind in kinds),
        *([name, *(str(cell(run)) for run in results)] for name, cell in _BELOW),
    ]
    return "\n".join(map(_line, [head, ["---"] * len(head), *rows]))


def _told(run: Result, kind: str) -> str:
    return "not possible here" if kind in run.left_out else str(run.faults.get(kind, 0) or "–")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
