"""Is it a customer who complains in public: signs for and against, each with its evidence.

Nothing here accuses anybody: a rival's hand and a new customer's anger may look alike, so every
sign says what was seen, and the seller judges.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

DAY, HOUR = 24 * 3600.0, 3600.0
FEWEST_IN_BURST = 4
SHORTEST_WATCH = DAY
WORDS_SHOWN = 2


class Sign(StrEnum):
    """What can be seen; `sign-` and the value is a message id of `locales/*/comments.ftl`."""

    SAME_WORDS = "same-words"
    RIVAL = "rival"
    ADDRESS = "address"
    ELSEWHERE = "elsewhere"
    BURST = "burst"
    NO_DETAIL = "no-detail"
    NEVER_SPOKE = "never-spoke"
    SPOKE_BEFORE = "spoke-before"
    IN_PRIVATE = "in-private"
    TOLD_DETAIL = "told-detail"

    @property
    def speaks_for(self) -> bool:
        """Whether it makes a real customer likelier."""
        return self in (Sign.SPOKE_BEFORE, Sign.IN_PRIVATE, Sign.TOLD_DETAIL)

    @property
    def is_weak(self) -> bool:
        """Whether many a real customer, too, shows it; alone it says little."""
        return self in (Sign.NO_DETAIL, Sign.NEVER_SPOKE)


@dataclass(frozen=True, slots=True)
class Seen:
    """One sign with its evidence: counts by name, and words of people."""

    sign: Sign
    counts: tuple[tuple[str, int], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an account said in the shop's places before this trouble.

    `public` counts messages in groups and comments, `private` those in a chat with a seller;
    `since` is when the first came, `amount` a sum of money that was spoken of there, in toman.
    """

    public: int = 0
    private: int = 0
    since: float | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Crowd:
    """Negative comments: `recent` accounts within the last hour, `usual` comments in an hour."""

    recent: int = 0
    usual: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of a negative comment and its author.

    `copies` are other accounts with nearly the same words, in `copy_places` groups. `watched` is
    for how many seconds Aram has heard the shop's public places. `rivals` are other shops named,
    `addresses` links and names that are not the shop's, `elsewhere` words that send readers away.
    `details` are the author's words of their own purchase; `could_tell` says that the comment is
    harsh and long enough to miss them.
    """

    at: float
    spoken: Spoken = Spoken()
    crowd: Crowd = Crowd()
    copies: int = 0
    copy_places: int = 0
    watched: float = 0.0
    rivals: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    could_tell: bool = False


class Leaning(StrEnum):
    """What all signs together say; `review-` and the value is a message id."""

    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"
    MIXED = "mixed"
    REAL = "real"


def weigh(evidence: Evidence) -> tuple[Seen, ...]:
    """The signs that evidence shows: those against a real customer first, strongest first."""
    return (*_against(evidence), *_in_favour(evidence))


def leaning(seen: tuple[Seen, ...]) -> Leaning | None:
    """Which way the signs lean; None where there are none.

    One weak sign alone is no doubt, and who tells of a purchase need not have spoken before.
    """
    if not seen:
        return None
    against = [each.sign for each in seen if not each.sign.speaks_for]
    told = any(each.sign is Sign.TOLD_DETAIL for each in seen)
    if not against or (told and against == [Sign.NEVER_SPOKE]):
        return Leaning.REAL
    if len(against) < len(seen):
        return Leaning.MIXED
    if len(against) == 1 and against[0].is_weak:
        return Leaning.UNKNOWN
    return Leaning.DOUBTFUL


def is_burst(crowd: Crowd) -> bool:
    """Whether so many at once would hardly come by chance: three deviations above the usual."""
    most = crowd.usual + 3 * sqrt(crowd.usual) + FEWEST_IN_BURST - 1
    return crowd.recent > most


def _against(evidence: Evidence) -> Iterator[Seen]:
    if evidence.copies:
        yield Seen(
            Sign.SAME_WORDS, (("accounts", evidence.copies), ("places", evidence.copy_places))
        )
    if evidence.rivals:
        yield Seen(Sign.RIVAL, words=evidence.rivals[:WORDS_SHOWN])
    if evidence.addresses:
        yield Seen(Sign.ADDRESS, words=evidence.addresses[:WORDS_SHOWN])
    if evidence.elsewhere and not evidence.rivals and not evidence.addresses:
        yield Seen(Sign.ELSEWHERE, words=evidence.elsewhere[:WORDS_SHOWN])
    if is_burst(evidence.crowd):
        a_day = round(evidence.crowd.usual * 24)
        yield Seen(Sign.BURST, (("accounts", evidence.crowd.recent), ("usual", a_day)))
    if evidence.could_tell and not evidence.details:
        yield Seen(Sign.NO_DETAIL)
    spoken = evidence.spoken
    if evidence.watched >= SHORTEST_WATCH and not spoken.public and not spoken.private:
        yield Seen(Sign.NEVER_SPOKE, (("days", _days(evidence.watched)),))


def _in_favour(evidence: Evidence) -> Iterator[Seen]:
    spoken = evidence.spoken
    if spoken.private:
        amount = spoken.amount or 0
        yield Seen(Sign.IN_PRIVATE, (("messages", spoken.private), ("amount", amount)))
    if spoken.public and spoken.since is not None:
        days = _days(evidence.at - spoken.since)
        yield Seen(Sign.SPOKE_BEFORE, (("messages", spoken.public), ("days", days)))
    if evidence.details:
        yield Seen(Sign.TOLD_DETAIL, words=evidence.details)


def _days(seconds: float) -> int:
    """Whole days, one at least."""
    return max(1, round(seconds / DAY))
