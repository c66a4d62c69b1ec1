"""Third on a message's way: (Memory, Turn) → (Memory, Assessment), pure and explained."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.conversation import Memory, Past, Turn, Who
from bot.core.playbook import Library
from bot.core.reading import Reading, Script
from bot.detection.cues import customer_phrases, seller_phrases
from bot.detection.evidence import Clue, Clues, clues_in, folded
from bot.detection.history import ALARM, Background
from bot.detection.lexicon import Label, Lexicon, Read
from bot.detection.money import money_named
from bot.detection.names import MANNERS, Finding
from bot.detection.verdict import Verdict, judge, without_taken_back
from bot.detection.weights import Weights

REMEMBERED_WORDS = 80
_WORTH_SHOWING = 0.2
_LANGUAGES = {Script.PERSIAN: "fa", Script.FINGLISH: "fa", Script.ENGLISH: "en"}
_OWN = frozenset({Finding.PHRASE, Finding.HINT, Finding.TAKEN_BACK})


class Detector:
    """Assesses customers' turns; build one per library and keep it."""

    def __init__(self, library: Library, read: Read, weights: Weights | None = None) -> None:
        """Compile the library's phrases and the built-in cues, folded by `read`."""
        self._read = read
        self._customer = Lexicon(customer_phrases(library.all()), read)
        self._seller = Lexicon(seller_phrases(), read)
        self._weights = weights or Weights.shipped()

    def assess(self, memory: Memory, turn: Turn) -> tuple[Memory, Assessment]:
        """The memory after a customer's turn, and what the turn shows; never raises."""
        if turn.edited:
            memory = memory.without(turn.at, turn.who, number=turn.number)
        reading = self._read(turn.text)
        standing, taken_back = without_taken_back(self.clues(memory, turn, reading))
        if turn.media and not turn.text.strip():
            verdict = _of_silent_media(standing)
        else:
            verdict = judge(standing, self._weights.sums(standing.values()))
        assessment = Assessment(
            tension=verdict.tension,
            situations=verdict.situations,
            risk=verdict.risk,
            signals=tuple(self._signals(standing, taken_back, verdict)),
            calmed=_has_calmed(memory, turn, verdict),
        )
        return _remember(memory, turn, reading, verdict), assessment

    def observe(self, memory: Memory, turn: Turn) -> Memory:
        """The memory after a seller's turn, which is recorded and never assessed."""
        tokens = folded(self._read(turn.text))[:REMEMBERED_WORDS]
        past = Past(Who.SELLER, turn.at, " ".join(tokens), number=turn.number)
        return memory.after_seller(past, amount=money_named(tokens))

    def clues(self, memory: Memory, turn: Turn, reading: Reading) -> Clues:
        """Everything found in a turn and in its history, before it is weighed."""
        background = Background(memory, turn, folded(reading), self._seller)
        clues = clues_in(reading, self._customer, background.said_before)
        for clue in background.clues(clues):
            clues[clue.label] = clue
        return clues

    def _signals(self, standing: Clues, taken_back: Clues, verdict: Verdict) -> Iterator[Signal]:
        for clue in standing.values():
            weight = self._weights.of(clue)
            label = clue.label
            if label.finding in _OWN:
                fired = label.finding is not Finding.HINT or label.situation in verdict.situations
                yield _signal(clue, weight, fired=fired)
            elif abs(weight) >= _WORTH_SHOWING:
                yield _signal(clue, weight, fired=True)
        for clue in taken_back.values():
            yield _signal(clue, 0.0, fired=False)


def _signal(clue: Clue, weight: float, *, fired: bool) -> Signal:
    finding, situation = clue.label.finding, clue.label.situation
    telling = finding not in MANNERS
    return Signal(finding, fired, round(weight, 2), clue.words, situation, telling)


def _of_silent_media(clues: Clues) -> Verdict:
    """A picture or sticker says nothing to read; a row of them unanswered is still a nudge."""
    nagged = Label(Finding.AGAIN, Situation.NAGGING) in clues
    if nagged and Label(Finding.BURST) in clues:
        return Verdict(Tension.UNEASY, (Situation.NAGGING,), ALARM)
    return Verdict(Tension.CALM, (), 0.0)


def _has_calmed(memory: Memory, turn: Turn, verdict: Verdict) -> bool:
    """Whether the customer, troubled lately, now speaks calmly; a sticker alone does not say so."""
    was_troubled = any(
        past.tension >= Tension.HEATED or past.risk >= ALARM for past in memory.customer_turns()
    )
    is_calm = verdict.risk < ALARM and verdict.tension is Tension.CALM
    return was_troubled and is_calm and bool(turn.text.strip())


def _remember(memory: Memory, turn: Turn, reading: Reading, verdict: Verdict) -> Memory:
    tokens = folded(reading)
    past = Past(
        Who.CUSTOMER,
        turn.at,
        " ".join(tokens[:REMEMBERED_WORDS]),
        verdict.tension,
        frozenset(verdict.situations),
        verdict.risk,
        turn.number,
    )
    language = _LANGUAGES.get(reading.script, memory.language)
    after = memory.after_customer(past, language=language, amount=money_named(tokens))
    if turn.album is not None and turn.album == memory.album:
        after = replace(after, heard=memory.heard, unanswered=memory.unanswered)
    return after if after.album == turn.album else replace(after, album=turn.album)
