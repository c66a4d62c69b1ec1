"""What a manager has decided about a conversation that was handed over, as the seller sees it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What came of a call; the values end message ids of `locales/*/handover.ftl`."""

    TAKEN = "taken"
    ADVISED = "advised"
    ALLOWED = "allowed"
    REFUSED = "refused"
    DONE = "done"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict and whose it is, by first name; nobody's where nobody answered."""

    verdict: Verdict
    by: str | None = None
