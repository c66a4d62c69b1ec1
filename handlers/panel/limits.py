"""How often one visitor may ask: a bucket for each, filled at a steady rate."""

from collections.abc import Hashable
from dataclasses import dataclass

MOST_KNOWN = 1_000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Turnstile:
    """Admits `burst` requests of a visitor at once and `rate` a second afterwards."""

    def __init__(self, *, burst: float, rate: float) -> None:
        """Begin with nobody known."""
        self._burst = burst
        self._rate = rate
        self._buckets: dict[Hashable, _Bucket] = {}

    def admits(self, visitor: Hashable, *, now: float) -> bool:
        """Whether a request of a visitor may go on; `now` in seconds."""
        bucket = self._buckets.pop(visitor, None) or _Bucket(self._burst, now)
        refilled = bucket.left + max(0.0, now - bucket.at) * self._rate
        bucket.left, bucket.at = min(self._burst, refilled), now
        self._buckets[visitor] = bucket
        if len(self._buckets) > MOST_KNOWN:
            del self._buckets[next(iter(self._buckets))]  # whoever was away longest
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True
