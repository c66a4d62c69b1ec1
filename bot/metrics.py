"""What Prometheus is told of a running Aram: how much, how fast, and what waits or fails.

No names, texts, tokens or people's numbers: labels are words of a fixed set, and shops' numbers.
What happens is counted as it happens; what stands in the database is asked for when somebody
looks, and then not again for some seconds.
"""

import platform
import time
from collections.abc import Callable, Iterable
from threading import Lock

from prometheus_client import (
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    Info,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.core.standing import Standing

FRESH_SECONDS = 5.0
_QUICK = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
_SLOW = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


type Look = Callable[[], Standing]


class Metrics:
    """Counts for one process; a host's `registry` gets them beside its own."""

    def __init__(self, version: str, registry: CollectorRegistry | None = None) -> None:
        """Without a registry Aram has one of its own, in which the process is told of, too."""
        self.registry = registry or CollectorRegistry(auto_describe=True)
        if registry is None:
            for collector in (ProcessCollector, PlatformCollector, GCCollector):
                collector(registry=self.registry)
        self._standings: _Standings | None = None
        to = self.registry
        build = Info("aram_build", "Which Aram this is.", registry=to)
        build.info({"version": version, "python": platform.python_version()})
        self._updates = Counter(
            "aram_updates",
            "Updates dealt with, by kind and result.",
            ["kind", "result"],
            registry=to,
        )
        self._updating = Histogram(
            "aram_update_seconds",
            "How long an update took, at each try.",
            buckets=_SLOW,
            registry=to,
        )
        self._errors = Counter(
            "aram_errors",
            "Failures by the part and the error's kind.",
            ["part", "kind"],
            registry=to,
        )
        self._logged = Counter(
            "aram_log_records",
            "Warnings and errors in the log, by level and part.",
            ["level", "part"],
            registry=to,
        )
        self._requests = Counter(
            "aram_requests",
            "Requests to Telegram by method and result.",
            ["method", "result"],
            registry=to,
        )
        self._letters = Counter(
            "aram_letters_delivered", "Letters sent, put off and given up.", ["result"], registry=to
        )
        self._cards = Counter(
            "aram_cards_opened", "Cards opened, by place.", ["channel"], registry=to
        )
        self.assessing: Callable[[float], None] = Histogram(
            "aram_assessment_seconds",
            "How long it took to assess a turn.",
            buckets=_QUICK,
            registry=to,
        ).observe
        self.encoding: Callable[[float], None] = Histogram(
            "aram_encoder_seconds", "How long the encoder took.", buckets=_QUICK, registry=to
        ).observe
        self.committed: Callable[[float], None] = Histogram(
            "aram_commit_seconds", "How long a transaction took.", buckets=_QUICK, registry=to
        ).observe

    def update(self, kind: str, result: str, seconds: float) -> None:
        """An update was dealt with, or failed."""
        self._updates.labels(kind, result).inc()
        self._updating.observe(seconds)

    def failed(self, part: str, error: BaseException) -> None:
        """Something failed; of the error only its kind is kept."""
        self._errors.labels(part, type(error).__name__).inc()

    def logged(self, level: str, part: str) -> None:
        """A warning or an error was logged."""
        self._logged.labels(level, part).inc()

    def request(self, method: str, result: str) -> None:
        """Telegram was asked for something."""
        self._requests.labels(method, result).inc()

    def letter(self, result: str) -> None:
        """A letter was sent, put off or given up."""
        self._letters.labels(result).inc()

    def opened(self, channel: str) -> None:
        """A card was opened."""
        self._cards.labels(channel).inc()

    def watch(self, look: Look) -> None:
        """Tell of what stands in the database, too, as `look` finds it; the newest has the word."""
        if self._standings is None:
            self._standings = _Standings(look, self)
            self.registry.register(self._standings)
        self._standings.ask(look)

    def text(self) -> bytes:
        """Everything as Prometheus reads it; may wait for the database."""
        return generate_latest(self.registry)


class _Standings(Collector):
    """Gauges from the database, read when somebody looks; not of what changes meanwhile."""

    def __init__(self, look: Look, metrics: Metrics) -> None:
        self._look = look
        self._metrics = metrics
        self._lock = Lock()
        self._found: Standing | None = None
        self._looked_at = float("-inf")

    def ask(self, look: Look) -> None:
        """Look so from now on."""
        with self._lock:
            self._look, self._looked_at = look, float("-inf")

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """Names alone: whoever registers this does not ask the database."""
        return [_gauge("aram_database_up", "Whether the database answers.", 0)]

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """The gauges of the last look, or of a new one."""
        found = self._standing()
        yield _gauge("aram_database_up", "Whether the database answers.", int(found is not None))
        if found is None:
            return
        letters = GaugeMetricFamily("aram_letters", "Letters by state.", labels=["state"])
        for state, count in found.letters.items():
            letters.add_metric([state], count)
        yield letters
        ages = GaugeMetricFamily(
            "aram_due_letters", "Letters that are due, by for how long.", labels=["age"]
        )
        for age, count in found.due_for.items():
            ages.add_metric([age], count)
        yield ages
        yield _gauge(
            "aram_oldest_due_letter_seconds",
            "Since when the oldest letter waits.",
            found.oldest_due,
        )
        yield _gauge("aram_inbox_updates", "Updates kept and not dealt with.", found.inbox)
        yield _gauge("aram_set_aside_updates", "Updates that were set aside.", found.set_aside)
        if found.last_update is not None:
            yield _gauge(
                "aram_last_update_timestamp_seconds",
                "When the last update came.",
                found.last_update,
            )
        cards = GaugeMetricFamily("aram_open_cards", "Open cards by shop.", labels=["shop"])
        for shop_id, count in sorted(found.open_cards.items()):
            cards.add_metric([str(shop_id)], count)
        yield cards

    def _standing(self) -> Standing | None:
        with self._lock:
            if time.monotonic() - self._looked_at >= FRESH_SECONDS:
                try:
                    self._found = self._look()
                except Exception as error:  # whatever it is, the database does not answer
                    self._metrics.failed("database", error)
                    self._found = None
                self._looked_at = time.monotonic()
            return self._found


def _gauge(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, about, value=value)
