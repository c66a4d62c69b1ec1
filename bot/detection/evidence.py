"""What one message shows by itself: phrases, cues and marks, with the customer's words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bot.core.assessment import Situation
from bot.core.reading import Reading, View
from bot.detection.lexicon import Label, Lexicon
from bot.detection.names import Finding

WORDS_SHOWN = 3
_OPENING_WORDS = 5
_SHORT_WORD = 3
_FEW_WORDS = 3
_NO = frozenset({"نه", "نخیر", "خیر", "na", "no", "nakheir"})
_LONG_CHARACTERS = 160
_QUESTION = re.compile("[؟?]")


class Clue(NamedTuple):
    """One thing found, before it is weighed: `strength` is 1 for once, up to 2 for often."""

    label: Label
    strength: float = 1.0
    words: tuple[str, ...] = ()


type Clues = dict[Label, Clue]


def clues_in(reading: Reading, lexicon: Lexicon[Label], said_before: frozenset[str]) -> Clues:
    """All clues of a message; `said_before` are the words of the seller's last turn."""
    clues = _phrase_clues(reading, lexicon)
    for finding, words in _written(reading, said_before):
        label = Label(finding)
        clues[label] = Clue(label, words=words)
    return clues


def folded(reading: Reading) -> tuple[str, ...]:
    """The tokens a message is remembered by: Persian ones where Finglish could be turned."""
    return _reading_view(reading).tokens


def _reading_view(reading: Reading) -> View:
    return next((view for view in reading.views if view.name == "finglish"), reading.views[0])


def _phrase_clues(reading: Reading, lexicon: Lexicon[Label]) -> Clues:
    found: dict[Label, dict[tuple[int, int], str]] = {}
    undone = _undone(reading)
    for view in reading.views:
        for hit in lexicon.find(view.tokens):
            start, end = view.spans[hit.first][0], view.spans[hit.last][1]
            if view is reading.views[0] and undone.issuperset(range(start, end)):
                continue
            found.setdefault(hit.label, {})[start, end] = reading.original[start:end]
    return {label: _clue(label, places) for label, places in found.items()}


def _undone(reading: Reading) -> frozenset[int]:
    """The places of letters that were typed apart and mean one word: the «ه» of «ن ف ه م»."""
    plain = next((view for view in reading.views if view.name == "plain"), None)
    if plain is None:
        return frozenset()
    joined = set(plain.spans).difference(reading.views[0].spans)
    return frozenset([at for start, end in joined for at in range(start, end)])


def _clue(label: Label, places: Mapping[tuple[int, int], str]) -> Clue:
    """Places that overlap are one: «پولمو پس بدین» is not three demands."""
    if len(places) == 1:
        return Clue(label, words=tuple(places.values()))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    words = tuple(dict.fromkeys(places[place] for place in apart))[:WORDS_SHOWN]
    return Clue(label, min(1.0 + 0.5 * (len(apart) - 1), 2.0), words)


def _written(
    reading: Reading, said_before: frozenset[str]
) -> Iterable[tuple[Finding, tuple[str, ...]]]:
    marks, text = reading.marks, reading.original
    tokens = reading.views[0].tokens
    if marks.questions >= 3:
        yield Finding.MANY_QUESTIONS, ()
    if marks.questions and not any(token[:1].isalnum() for token in tokens):
        yield Finding.QUESTION_MARKS_ONLY, (text.strip(),)
    if marks.exclamations >= 2:
        yield Finding.EXCLAMATIONS, ()
    if marks.stretched or marks.shouting:
        yield Finding.STRETCHED, ()
    if "«" in text or "“" in text or text.count('"') >= 2:
        yield Finding.SCARE_QUOTES, ()
    if marks.length >= _LONG_CHARACTERS:
        yield Finding.LONG_MESSAGE, ()
    if any(view.name == "plain" for view in reading.views[1:]):
        yield Finding.DODGED_SPELLING, ()
    if tokens and tokens[0] in _NO and not _wishes_well(tokens):
        yield Finding.OPENS_WITH_NO, ()
    if 0 < min(len(view.tokens) for view in reading.views) <= _FEW_WORDS:
        yield Finding.FEW_WORDS, ()
    if taken_up := _taken_up(reading, said_before):
        yield Finding.TAKES_UP_A_WORD, taken_up
    yield from _retort(reading, said_before)


def _wishes_well(tokens: Sequence[str]) -> bool:
    """«خیر ببینید» is thanks: the first word does not say no there."""
    return tokens[0] == "خیر" and len(tokens) > 1 and tokens[1].startswith("ببین")


def _retort(
    reading: Reading, said_before: frozenset[str]
) -> Iterable[tuple[Finding, tuple[str, ...]]]:
    """A short question up front and an answer right behind it: «طبیعی؟ چهل سال سفید بوده»."""
    text, view = reading.original, reading.views[0]
    mark = _QUESTION.search(text)
    if mark is None or not view.spans or view.spans[-1][0] < mark.end():
        return
    opening = sum(span[1] <= mark.start() for span in view.spans[: _OPENING_WORDS + 1])
    if not 0 < opening <= _OPENING_WORDS:
        return
    words = (text[view.spans[0][0] : mark.end()],)
    yield Finding.RETORT, words
    if any(len(token) >= _SHORT_WORD and token in said_before for token in view.tokens[:opening]):
        yield Finding.ECHO, words


def _taken_up(reading: Reading, said_before: frozenset[str]) -> tuple[str, ...]:
    """The seller's own word, thrown back first thing: «فردا! این فردا رو مهر کن بزن رو فاکتور»."""
    view = reading.views[0]
    for token, (start, end) in zip(view.tokens[:_OPENING_WORDS], view.spans, strict=False):
        if len(token) > _SHORT_WORD and token in said_before:
            return (reading.original[start:end],)
    return ()


def situations_in(clues: Clues, finding: Finding) -> frozenset[Situation]:
    """The situations for which `finding` was found."""
    return frozenset(
        [label.situation for label in clues if label.finding is finding and label.situation]
    )
