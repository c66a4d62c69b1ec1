"""A customer's negative words in public: kept in outline, and looked into for the card.

Of a negative message of a group or below a post only a sketch is kept, which tells whether others
write the same; the words themselves are the turn's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.core.addresses import addresses_in
from bot.core.assessment import Assessment, Situation, Tension
from bot.core.authenticity import DAY, HOUR, Crowd, Evidence, Seen, Spoken, weigh
from bot.core.coach import Coach, Heard
from bot.core.conversation import Channel, Memory, Turn
from bot.core.purchase import as_typed, details_in, elsewhere_in, folded_name
from bot.core.sketch import Sketch, sketch_of

COPIES_SECONDS = 60 * DAY
USUAL_SECONDS = 28 * DAY
BUSY_HOURS = 2.0
"""Comments come by day: an hour of the day has about twice the average."""
FEWEST_WORDS = 3
HARSH = frozenset(
    {
        Situation.SUSPECT_REVIEW,
        Situation.ACCUSATION,
        Situation.INSULT,
        Situation.PUBLIC_THREAT,
    }
)
_DETAIL_SIGNALS = frozenset({"fault", "waiting", "money_paid", "broken_word", "harm"})
_MY_MONEY = "پولم"


@dataclass(frozen=True, slots=True)
class Comment:
    """What a card shows and does besides words for a comment: its signs, and removing it.

    `message_id` is the comment's number in the group. `asked` says that managers were asked to
    remove it, `is_deleted` and `is_banned` what has been done.
    """

    message_id: int
    author_id: int
    seen: tuple[Seen, ...] = ()
    asked: bool = False
    is_deleted: bool = False
    is_banned: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A negative public message as kept."""

    chat_id: int
    message_id: int
    author_id: int
    at: float
    sketch: Sketch | None


class CommentBook(Protocol):
    """The negative comments of a shop, inside one transaction."""

    def keep(self, outline: Outline) -> None:
        """Keep a comment, in place of what it was before an edit."""
        ...

    def alike(self, outline: Outline, *, since: float) -> tuple[Outline, ...]:
        """Other accounts' comments since a time that may be like this one."""
        ...

    def authors(self, since: float, until: float) -> int:
        """How many accounts wrote negative comments in a time."""
        ...

    def count(self, since: float, until: float) -> int:
        """How many negative comments were written in a time."""
        ...

    def watched_since(self) -> float | None:
        """When Aram first heard a public message of the shop."""
        ...

    def spoken(self, author_id: int, before: float) -> Spoken:
        """What an account has said to the shop before a time."""
        ...

    def strange(self, addresses: Iterable[str]) -> tuple[str, ...]:
        """Those addresses that nobody of the shop ever wrote or bears."""
        ...

    def keep_own_addresses(self, addresses: Iterable[str]) -> None:
        """Keep addresses that the shop uses itself."""
        ...


def look_into(
    book: CommentBook, coach: Coach, turn: Turn, heard: Heard, *, chat_id: int, author_id: int
) -> Comment | None:
    """Keep a public turn if it is negative; what its card shows, where it is a review."""
    if not turn.channel.is_public or turn.number is None:
        return None
    if not _is_negative(coach, heard.assessment):
        return None
    folded = _folded(heard.memory)
    outline = Outline(chat_id, turn.number, author_id, turn.at, sketch_of(folded))
    book.keep(outline)
    if not _is_review(turn, heard.assessment):
        return None
    evidence = _evidence(book, coach, turn, heard, outline)
    return Comment(turn.number, author_id, weigh(evidence))


def carried_over(comment: Comment | None, before: Comment | None) -> Comment | None:
    """What was done about an author stays so at their next comment; with none, the older stays."""
    if comment is None or before is None or comment.author_id != before.author_id:
        return comment or before
    comment = replace(comment, is_banned=before.is_banned)
    if comment.message_id != before.message_id:
        return comment
    return replace(comment, asked=before.asked, is_deleted=before.is_deleted)


def _is_negative(coach: Coach, assessment: Assessment) -> bool:
    """Also what calls for no card: many small grumbles are a burst, and are copied, too."""
    if assessment.tension > Tension.CALM or Situation.SUSPECT_REVIEW in assessment.situations:
        return True
    return coach.pace.wants(assessment, is_open=False)


def _is_review(turn: Turn, assessment: Assessment) -> bool:
    return turn.channel is Channel.COMMENT or Situation.SUSPECT_REVIEW in assessment.situations


def _evidence(
    book: CommentBook, coach: Coach, turn: Turn, heard: Heard, outline: Outline
) -> Evidence:
    copies, folded = _copies(book, outline), _folded(heard.memory)
    watched = book.watched_since()
    return Evidence(
        at=turn.at,
        spoken=book.spoken(outline.author_id, turn.at - HOUR),
        crowd=_crowd(book, turn.at, watched),
        copies=len({each.author_id for each in copies}),
        copy_places=len({each.chat_id for each in copies}),
        watched=turn.at - watched if watched is not None else 0.0,
        rivals=_rivals(coach, folded, turn.name),
        addresses=book.strange(addresses_in(" ".join((turn.text, *turn.links)))),
        elsewhere=as_typed(turn.text, elsewhere_in(folded.split())),
        details=_details(coach, turn, heard.memory),
        could_tell=_could_tell(folded.split(), heard.assessment),
    )


def _rivals(coach: Coach, folded: str, author: str | None) -> tuple[str, ...]:
    """Other shops that are named, be it by who calls themselves so."""
    rivals = coach.ladder.rivals
    named = (*rivals.named_in(folded), *rivals.named_in(folded_name(author or "")))
    return tuple(dict.fromkeys(named))


def _copies(book: CommentBook, outline: Outline) -> list[Outline]:
    if outline.sketch is None:
        return []
    others = book.alike(outline, since=outline.at - COPIES_SECONDS)
    return [each for each in others if each.sketch and each.sketch.is_like(outline.sketch)]


def _crowd(book: CommentBook, at: float, watched: float | None) -> Crowd:
    """This hour against the hours of the last weeks; of a new shop, against an empty day."""
    start = at - HOUR
    since = max(watched if watched is not None else start, start - USUAL_SECONDS)
    hours = max(start - since, DAY) / HOUR
    usual = book.count(since, start) / hours * BUSY_HOURS
    return Crowd(book.authors(start, at), usual)


def _details(coach: Coach, turn: Turn, memory: Memory) -> tuple[str, ...]:
    """What the customer told of a purchase, in this turn or in those remembered before it."""
    product = coach.ladder.goods.spoken_of(memory.customer_turns()[:1])
    found = details_in(_folded(memory).split(), (product,) if product else ())
    if found:
        return as_typed(turn.text, found)
    earlier = (details_in(past.folded.split()) for past in memory.customer_turns()[1:])
    return next((each for each in earlier if each), ())


def _could_tell(tokens: Sequence[str], assessment: Assessment) -> bool:
    """A harsh judgement in so many words that a purchase could stand among them.

    A plain fault, waiting or "my money" is a detail, too; but a fault is none in talk about what
    "everybody says".
    """
    is_harsh = assessment.tension >= Tension.HEATED or bool(HARSH & {*assessment.situations})
    if not is_harsh or len(tokens) < FEWEST_WORDS:
        return False
    if any(token.startswith(_MY_MONEY) for token in tokens):
        return False
    if Situation.SUSPECT_REVIEW in assessment.situations:
        return True
    return not any(signal.name in _DETAIL_SIGNALS for signal in assessment.fired())


def _folded(memory: Memory) -> str:
    """The newest turn as remembered: the customer's own, just heard."""
    return memory.recent[-1].folded if memory.recent else ""
