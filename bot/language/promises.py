"""What a seller promises in a message, and when it is due: read from the words, in linear time.

A promise is an act of the seller's own, to come: a verb of the first person, or what the shop does
(«ارسال می‌شه») with a time. What asks, sets a condition, tells of the past, of others, or of how
things usually are, is none. Precision goes before recall: a wrong reminder annoys.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.core.promise import ANSWERS, Act, Promise, Spoken
from bot.core.reading import Reading, Script, View
from bot.language.promise_deeds import (
    COURTESIES,
    DONE,
    INQUIRIES,
    LINKS,
    LONGEST_DEED,
    LONGEST_INQUIRY,
)
from bot.language.promise_moments import Sort, When
from bot.language.promise_times import when
from bot.language.promise_verbs import (
    MARKERS,
    TAGS,
    Verb,
    is_blocked,
    is_conditional,
    persian_verb,
)
from bot.language.promise_verbs_en import english_verb
from bot.language.promise_words import ENGLISH_MONTHS, WEEKDAYS

MOST_READ = 1_500
MOST_PROMISES = 3
_ENDS = frozenset(".!?\n;؛؟…。")
_PAUSES = frozenset(',،:()«»"-')
_ASKS = frozenset("?؟")
_UNTIL_TWELVE = re.compile(r"(?:0?\d|1[0-2])(?::\d\d)?")
_ENGLISH_NAMES = frozenset({*WEEKDAYS, *ENGLISH_MONTHS} - {"mon", "jan", "jun", "nov"})
"""Of days and months; those left out are Finglish words, too: «مون», «جان», «جون», «نو»."""

type Read = Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence; `pauses` are the places before which one pauses."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    pauses: frozenset[int]
    asks: bool


_FROM_NOW = "دیگه"


class PromiseReader:
    """Implements `bot.core.promise.PromiseEar`; keep one."""

    def __init__(self, read: Read) -> None:
        """`read` folds a text."""
        self._read = read

    def hear(self, text: str, at: float, zone: tzinfo) -> Spoken:
        """What a seller's message of a time promises, reports as done, and asks."""
        text = text[:MOST_READ]
        reading = self._read(text)
        view, now = _view(reading), datetime.fromtimestamp(at, zone)
        is_english = reading.script is Script.ENGLISH
        found: list[Promise] = []
        for sentence in _sentences(view, text):
            found += _promises(sentence, text, now, is_english=is_english)
        words = view.tokens
        return Spoken(
            promises=_merged(found),
            done=frozenset(_done(words)),
            is_telling=_is_telling(words),
            asks_after=_asks_after(words, text),
        )

    def time_in(self, text: str, at: float, zone: tzinfo) -> float | None:
        """When «پنجشنبه عصر» or «نیم ساعت» is, said at a time; None where no time is named."""
        words = _view(self._read(text[:MOST_READ])).tokens
        now = datetime.fromtimestamp(at, zone)
        said = when(words, now) or when([*words, _FROM_NOW], now)
        return said.moment.timestamp() if said is not None else None


def _view(reading: Reading) -> View:
    """The last view; where it turned "8 am" or "monday" to Persian, these are as typed again."""
    view, before = reading.views[-1], reading.views[-2:][0]
    if view.name != "finglish":
        return view
    hours = ("", *before.tokens)
    english = {
        span: word
        for hour, word, span in zip(hours, before.tokens, before.spans, strict=False)
        if word in _ENGLISH_NAMES or (word == "am" and _UNTIL_TWELVE.fullmatch(hour))
    }
    words = zip(view.tokens, view.spans, strict=True)
    return replace(view, tokens=tuple(english.get(span, word) for word, span in words))


def _sentences(view: View, text: str) -> Iterator[_Sentence]:
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    pauses: set[int] = set()
    for place, (word, span) in enumerate(zip(view.tokens, view.spans, strict=True)):
        words.append(word)
        spans.append(span)
        is_last = place + 1 == len(view.tokens)
        gap = text[span[1] : None if is_last else view.spans[place + 1][0]]
        marks = set(gap)
        if is_last or marks & _ENDS:
            asks = bool(marks & _ASKS)
            yield _Sentence(tuple(words), tuple(spans), frozenset(pauses), asks)
            words, spans, pauses = [], [], set()
        elif marks & _PAUSES:
            pauses.add(len(words))


def _promises(
    sentence: _Sentence, text: str, now: datetime, *, is_english: bool
) -> Iterator[Promise]:
    words = sentence.words
    verbs = [] if is_blocked(words) else list(_verbs(sentence, text, is_english=is_english))
    if not verbs or (sentence.asks and not _is_tagged(sentence, verbs[-1])):
        return
    begin, said = 0, None
    for number, verb in enumerate(verbs):
        end = verbs[number + 1].first if number + 1 < len(verbs) else len(words)
        own = when(words[begin : verb.first], now) or when(words[verb.last + 1 : end], now)
        said = own or said
        begin = verb.last + 1
        if is_conditional(words, sentence.pauses, verb):
            continue
        following = verbs[number + 1] if number + 1 < len(verbs) else None
        if _holds(verb, words, said, is_led=number > 0 or following is not None):
            yield _promise(verb, said, sentence, text)


def _verbs(sentence: _Sentence, text: str, *, is_english: bool) -> Iterator[Verb]:
    words, place = sentence.words, 0
    find = english_verb if is_english else persian_verb
    while place < len(words):
        verb = find(words, place)
        if verb is not None and words[place] in ("well", "ill"):
            first, last = sentence.spans[place]
            verb = verb if not text[first:last].isalpha() or words[place] == "ill" else None
        if verb is not None:
            yield verb
        place = verb.last + 1 if verb is not None else place + 1


def _is_tagged(sentence: _Sentence, last: Verb) -> bool:
    """Whether the question is but a nod: «فردا می‌فرستم، باشه؟»."""
    return last.last + 1 < len(sentence.words) and sentence.words[-1] in TAGS


def _holds(verb: Verb, words: Sequence[str], said: When | None, *, is_led: bool) -> bool:
    """Whether a verb with such a time, or none, is a promise."""
    if said is not None:
        return not (verb.is_passive and said.sort is Sort.NOW)
    if verb.is_passive or verb.needs_time:
        return verb.needs_time and not verb.is_passive and is_led
    if verb.act in ANSWERS:
        return True
    return verb.is_single and not MARKERS.isdisjoint(words)


def _promise(verb: Verb, said: When | None, sentence: _Sentence, text: str) -> Promise:
    words = text[sentence.spans[0][0] : sentence.spans[-1][1]]
    return Promise(
        act=verb.act,
        words=" ".join(words.split()),
        due_at=said.moment.timestamp() if said is not None else None,
        is_soon=said is not None and said.sort is Sort.NOW,
    )


def _merged(found: list[Promise]) -> tuple[Promise, ...]:
    """What names a time speaks for what names none; of one kind the last stands."""
    timed = [each for each in found if each.due_at is not None and not each.is_soon]
    soon = [each for each in found if each.is_soon]
    kept = timed or soon or found
    by_kind = {each.act in ANSWERS or each.act: each for each in kept}
    by_time = {each.due_at: each for each in by_kind.values()}
    return tuple(by_time.values())[:MOST_PROMISES]


def _done(words: Sequence[str]) -> Iterator[Act]:
    """The acts that words report as done."""
    yield from (DONE[each] for each in _rows(words, LONGEST_DEED) if each in DONE)


def _is_telling(words: Sequence[str]) -> bool:
    """Whether a message says something besides courtesies."""
    if not LINKS.isdisjoint(words):
        return True
    return sum(1 for word in words if word not in COURTESIES) > 1


def _asks_after(words: Sequence[str], text: str) -> bool:
    """Whether a message asks how things went: «مشکلتون حل شد؟»."""
    if not set(text) & _ASKS:
        return False
    return any(each in INQUIRIES for each in _rows(words, LONGEST_INQUIRY))


def _rows(words: Sequence[str], longest: int) -> Iterator[tuple[str, ...]]:
    """Every row of up to so many words."""
    for length in range(1, longest + 1):
        yield from (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
