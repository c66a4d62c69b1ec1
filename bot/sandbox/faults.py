"""Weather: the sandbox told to fail, so that bots learn to live with a bad network."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

KINDS = frozenset(
    {"too_many_requests", "server_error", "bad_gateway", "dropped", "lost", "half_sent", "slow"}
)
"""What can go wrong.

too_many_requests   429 with retry_after; nothing done
server_error        500; nothing done
bad_gateway         502 with a web page instead of JSON, as a proxy writes it; nothing done
dropped             the connection breaks; nothing done
lost                done, but the connection breaks before the answer
half_sent           done, but the answer breaks off in the middle
slow                done after so many seconds

A fault for any method befalls getUpdates too; name the method while a bot polls.

Of the method "webhook" they befall the carrying of an update to the bot, and are the network's:
dropped     the connection breaks before the bot has heard of it
half_sent   half of the update arrives, then the connection breaks
lost        the bot has it, and its answer is not heard: it is brought again
slow        carried after so many seconds
"""

WEBHOOK = "webhook"
"""The method under which faults befall what a courier carries."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of failure for the next calls of a method, or of any method when none is named.

    With a `chat_id`, for the calls alone that name this chat.
    """

    kind: str
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    retry_after: int = 1
    seconds: float = 1.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}; there are {', '.join(sorted(KINDS))}")

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> "Fault":
        """Read a fault from JSON; ValueError says what is wrong with it."""
        names = set(cls.__slots__)
        if unknown := set(given) - names:
            raise ValueError(f"a fault has no {', '.join(sorted(unknown))}")
        return cls(**{"kind": "", **given})


class Faults:
    """The failures still to come, each for its number of calls.

    `befallen` counts those that have come, by kind and method in small letters.
    """

    def __init__(self) -> None:
        self._coming: list[Fault] = []
        self.befallen: Counter[tuple[str, str]] = Counter()

    def add(self, fault: Fault) -> None:
        """Let a fault befall the next calls."""
        self._coming.append(fault)

    def clear(self) -> None:
        """Fair weather again."""
        self._coming.clear()

    def take(self, method: str, chat_id: str | None = None) -> Fault | None:
        """Return the fault that befalls this call, if any, and count it down.

        Carrying an update is no method: only a fault that names it befalls it.
        """
        for index, fault in enumerate(self._coming):
            if _befalls(fault, method, chat_id):
                self.befallen[fault.kind, method] += 1
                if fault.times > 1:
                    self._coming[index] = replace(fault, times=fault.times - 1)
                else:
                    del self._coming[index]
                return fault
        return None


def _befalls(fault: Fault, method: str, chat_id: str | None) -> bool:
    if fault.chat_id is not None and str(fault.chat_id) != chat_id:
        return False
    if fault.method is None:
        return method != WEBHOOK
    return fault.method.lower() == method
