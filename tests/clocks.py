"""The time on stage: the same time of day whenever the tests run."""

from datetime import datetime, timedelta

from bot.core.days import zone_of
from bot.sandbox.clock import RunningClock

ZONE, HOUR = "Asia/Tehran", 3


def at_night() -> RunningClock:
    """The next time that it is three in the night: no day ends and no digest is due for long."""
    clock = RunningClock()
    now = datetime.fromtimestamp(clock.now(), zone_of(ZONE))
    then = now.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    if then < now:
        then += timedelta(days=1)
    clock.advance(then.timestamp() - now.timestamp())
    return clock
