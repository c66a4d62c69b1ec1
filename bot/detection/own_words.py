"""Hears a seller's own words: phrases of `cues_own_words`, shouting, length, their sound."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from bot.core.own_words import Likeness, Trait, Words
from bot.core.playbook import Avoidance
from bot.core.reading import Reading, Span
from bot.detection.cues_own_words import CUES
from bot.detection.endings import touches
from bot.detection.evidence import folded
from bot.detection.lexicon import Lexicon, Read
from bot.detection.manner import Sound
from bot.detection.money import money_named

ALIKE = 0.62
_GRAM = 3
_LEAST_LETTERS = 8
_MOST_SENTENCES_COMPARED = 40
_MOST_SENTENCES_HEARD = 8
_MOST_READ = 4_000
_SHOUTED_MARKS = 4
_SENTENCE = re.compile(r"[^.!?؟؛…\n]+")
_WORDS = re.compile(r"\w")
_MARKS = re.compile(r"[!؟?]{3,}")
_BESIDES = {
    Sound.REFUND: Trait.REFUND,
    Sound.ARGUING: Trait.ARGUMENT,
    Sound.PROMISING: Trait.PROMISE,
}
"""What a sound shows where no phrase did."""
_TAKEN_BACK = frozenset({Trait.INSULT, Trait.BLAME, Trait.REFUND, Trait.THREAT})

type Grams = Counter[str]
type Sounds = Callable[[str], Mapping[Sound, float]]


def _silence(_plain: str) -> Mapping[Sound, float]:
    return {}


class SellerEar:
    """Hears sellers; implements `bot.core.own_words.Ear`. Build one and keep it."""

    def __init__(self, read: Read, sounds: Sounds = _silence) -> None:
        """Compile the phrases, folded by `read`; `sounds` says how a plain line sounds."""
        self._read = read
        self._sounds = sounds
        self._lexicon = _lexicon(read)
        self._grams: dict[str, Grams] = {}

    def glance(self, text: str) -> Words:
        """What phrases and marks show in a seller's words, at next to no cost."""
        return self._heard(text[:_MOST_READ])[1]

    def listen(self, text: str) -> Words:
        """All that a seller's words hold, their sound too."""
        text = text[:_MOST_READ]
        reading, words = self._heard(text)
        sounds = self._sounds(reading.plain)
        if not sounds:  # what is lacking cannot be told by phrases alone
            return words.with_trait(Trait.FEELING).with_trait(Trait.ACT)
        if sounds[Sound.SHARP] > 0:
            cutting = sounds[Sound.CUTTING] > 0
            sharpest = self._most(Sound.SHARP, text)
            words = words.with_trait(Trait.CUTTING if cutting else Trait.SHARP, sharpest)
        for sound, trait in _BESIDES.items():
            if sounds[sound] > 0 and not words.of(trait, Trait.NOT_SO):
                words = words.with_trait(trait, self._most(sound, text))
        if sounds[Sound.COLD] <= 0:
            words = words.with_trait(Trait.FEELING)
        if sounds[Sound.IDLE] <= 0:
            words = words.with_trait(Trait.ACT)
        return words

    def like(self, text: str, avoided: Iterable[Avoidance]) -> tuple[Likeness, ...]:
        """The sentences of a text that are much like words to be avoided, likest first."""
        said = [(each, self._grams_of(each)) for each in _stretches(text[:_MOST_READ])]
        found = []
        for each in avoided:
            wanted = self._known_grams(each.write)
            if sum(wanted.values()) < _LEAST_LETTERS:
                continue
            likeness, words = max(
                ((_likeness(grams, wanted), words) for words, grams in said), default=(0.0, "")
            )
            if likeness >= ALIKE:
                found.append((likeness, Likeness(words, each)))
        return tuple(each for _, each in sorted(found, key=lambda pair: -pair[0]))

    def _heard(self, text: str) -> tuple[Reading, Words]:
        reading = self._read(text)
        said = dict(_in_words(self._places(reading), text))
        if shouted := tuple(_shouted(reading)):
            said[Trait.SHOUTING] = shouted
        return reading, Words(
            said=said,
            characters=len(" ".join(text.split())),
            sentences=len(sentences_of(text)),
            amount=money_named(folded(reading)),
            asks="؟" in text or "?" in text,
        )

    def _most(self, sound: Sound, text: str) -> str:
        """The sentence that has most of a sound."""
        each = sentences_of(text)[:_MOST_SENTENCES_HEARD]
        if len(each) <= 1:
            return text.strip()
        return max(each, key=lambda one: self._sounds(self._read(one).plain)[sound])

    def _places(self, reading: Reading) -> dict[Trait, set[Span]]:
        places: dict[Trait, set[Span]] = {trait: set() for trait in Trait}
        for view in reading.views:
            for hit in self._lexicon.find(view.tokens):
                places[hit.label].add((view.spans[hit.first][0], view.spans[hit.last][1]))
        not_so = places[Trait.NOT_SO]
        for trait in _TAKEN_BACK:
            places[trait] = {place for place in places[trait] if not touches(place, not_so)}
        return places

    def _known_grams(self, line: str) -> Grams:
        """The playbooks' lines come again and again."""
        if line not in self._grams:
            self._grams[line] = self._grams_of(line)
        return self._grams[line]

    def _grams_of(self, text: str) -> Grams:
        letters = f" {' '.join(folded(self._read(text)))} "
        return Counter(letters[at : at + _GRAM] for at in range(len(letters) - _GRAM + 1))


def sentences_of(text: str) -> list[str]:
    """The sentences of a text: what stands between full stops, question marks and line breaks."""
    return [each.strip() for each in _SENTENCE.findall(text) if _WORDS.search(each)]


@lru_cache(maxsize=4)
def _lexicon(read: Read) -> Lexicon[Trait]:
    return Lexicon(_phrases(), read)


def _phrases() -> Iterator[tuple[Trait, str]]:
    for trait, listed in CUES.items():
        yield from ((trait, phrase.strip()) for phrase in listed.split(","))


def _in_words(
    places: Mapping[Trait, Collection[Span]], text: str
) -> Iterator[tuple[Trait, tuple[str, ...]]]:
    """Each trait with its words in their order; of places that overlap the longest speaks."""
    for trait, spans in places.items():
        apart: list[Span] = []
        for place in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            if not touches(place, apart):
                apart.append(place)
        if apart:
            yield trait, tuple(dict.fromkeys(text[start:end] for start, end in sorted(apart)))


def _shouted(reading: Reading) -> Iterator[str]:
    """Rows of marks, stretched words and capitals: one alone is liveliness, much of it a shout."""
    marks = reading.marks
    rows = _MARKS.findall(reading.original)
    if marks.shouting:
        yield reading.original.strip()[:60]
    elif marks.exclamations >= _SHOUTED_MARKS and (rows or marks.stretched):
        yield rows[0] if rows else "!"


def _stretches(text: str) -> list[str]:
    """Every sentence, every two in a row, and the whole."""
    each = sentences_of(text)[:_MOST_SENTENCES_COMPARED]
    pairs = [f"{one} {other}" for one, other in pairwise(each)]
    return list(dict.fromkeys([*each, *pairs, text.strip()]))


def _likeness(one: Grams, other: Grams) -> float:
    """How much two texts share of their letters, 0 to 1."""
    both = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / both if both else 0.0
