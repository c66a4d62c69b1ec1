"""Hears in a message how a trouble ends: phrases of `cues_endings`, each in its sentence."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from bot.core.own_words import Trait
from bot.core.reading import Reading, Span
from bot.core.signs import Sign
from bot.detection.cues_endings import CUSTOMERS, SELLERS, Ending
from bot.detection.cues_own_words import CUES
from bot.detection.lexicon import Lexicon, Read

_STOPS = "\n.!؟?؛…"
_QUESTIONS = "؟?"

type Places = Mapping[Ending, Collection[Span]]


class EndingEar:
    """Hears both sides; build one and keep it."""

    def __init__(self, read: Read) -> None:
        """Compile the phrases, folded by `read`."""
        self._sellers, self._customers = _lexicons(read)

    def seller(self, reading: Reading) -> frozenset[Sign]:
        """What a seller's message says."""
        places = _places(reading, self._sellers)
        return frozenset(_seller_signs(reading.original, places)) if places else frozenset()

    def customer(self, reading: Reading) -> frozenset[Sign]:
        """What a customer's message says."""
        places = _places(reading, self._customers)
        return frozenset(_customer_signs(reading.original, places)) if places else frozenset()


def _seller_signs(text: str, places: Places) -> Iterator[Sign]:
    denied = _of(places, Ending.DENIED)
    unsaid = [*denied, *_of(places, Ending.LATER)]
    for place in _of(places, Ending.REFUNDED):
        sentence = _sentence(text, place)
        about_theirs = _within(sentence, _of(places, Ending.THEIR_PAYMENT))
        if touches(place, unsaid) or about_theirs or _asks(text, sentence):
            continue
        yield Sign.REFUND_OFFERED if _is_conditional(places, sentence) else Sign.REFUNDED
    for place in _of(places, Ending.PROMISED):
        sentence = _sentence(text, place)
        if not touches(place, denied):
            open_still = _asks(text, sentence) or _is_conditional(places, sentence)
            yield Sign.REFUND_OFFERED if open_still else Sign.REFUND_PROMISED
    if any(not touches(place, denied) for place in _of(places, Ending.OFFERED)):
        yield Sign.REFUND_OFFERED
    for place in _of(places, Ending.PARTED):
        sentence = _sentence(text, place)
        if not _within(sentence, _of(places, Ending.NOT_PARTED)) and not _asks(text, sentence):
            yield Sign.PARTED


def _customer_signs(text: str, places: Places) -> Iterator[Sign]:
    stays = _of(places, Ending.NOT_LEAVING)
    leaves = any(
        not touches(place, stays) and not _asks(text, _sentence(text, place))
        for place in _of(places, Ending.LEAVING)
    )
    if leaves:
        yield Sign.LEAVING
    if _of(places, Ending.WANTS_REFUND) and not _of(places, Ending.WANTS_NONE):
        yield Sign.WANTS_REFUND
    doubts = leaves or _of(places, Ending.BUT) or any(mark in text for mark in _QUESTIONS)
    unaccepted = _of(places, Ending.NOT_ACCEPTED)
    accepts = any(not touches(place, unaccepted) for place in _of(places, Ending.ACCEPTED))
    if accepts and not doubts:
        yield Sign.ACCEPTED


def _places(reading: Reading, lexicon: Lexicon[Ending]) -> Places:
    places: dict[Ending, set[Span]] = {}
    for view in reading.views:
        for hit in lexicon.find(view.tokens):
            span = (view.spans[hit.first][0], view.spans[hit.last][1])
            places.setdefault(hit.label, set()).add(span)
    return places


def _of(places: Places, ending: Ending) -> Collection[Span]:
    return places.get(ending, ())


def _sentence(text: str, place: Span) -> Span:
    """From the stop before a place to the one after it, that one included."""
    start = max(text.rfind(stop, 0, place[0]) for stop in _STOPS) + 1
    ends = [end for stop in _STOPS if (end := text.find(stop, place[1])) >= 0]
    return start, min(ends, default=len(text) - 1) + 1


def _asks(text: str, sentence: Span) -> bool:
    return text[: sentence[1]].endswith(tuple(_QUESTIONS))


def _is_conditional(places: Places, sentence: Span) -> bool:
    return _within(sentence, _of(places, Ending.IF))


def _within(sentence: Span, places: Collection[Span]) -> bool:
    return any(sentence[0] <= start and end <= sentence[1] for start, end in places)


def touches(place: Span, others: Collection[Span]) -> bool:
    """Whether a place overlaps another."""
    return any(place[0] < end and start < place[1] for start, end in others)


@lru_cache(maxsize=4)
def _lexicons(read: Read) -> tuple[Lexicon[Ending], Lexicon[Ending]]:
    promised = [(Ending.PROMISED, phrase) for phrase in _listed(CUES[Trait.REFUND])]
    sellers = [*promised, *_phrases(SELLERS)]
    return Lexicon(sellers, read), Lexicon(_phrases(CUSTOMERS), read)


def _phrases(cues: Mapping[Ending, str]) -> Iterator[tuple[Ending, str]]:
    for ending, listed in cues.items():
        yield from ((ending, phrase) for phrase in _listed(listed))


def _listed(phrases: str) -> list[str]:
    return [phrase.strip() for phrase in phrases.split(",")]
