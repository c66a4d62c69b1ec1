"""Looks at turns before anything is judged: what is found in the words and in the history."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.core.assessment import Assessment, Signal, Tension
from bot.core.conversation import Memory, Past, Turn, Who
from bot.core.playbook import Library, Playbook
from bot.core.reading import Reading, Script
from bot.core.signs import Sign
from bot.detection.cues import Everything, customer_cues, playbook_phrases, seller_phrases
from bot.detection.endings import EndingEar
from bot.detection.evidence import Clues, clues_in, folded
from bot.detection.features import Features, features_of, gap_of
from bot.detection.history import ALARM, Background
from bot.detection.lexicon import Label, Lexicon, Read, Sheaf
from bot.detection.money import money_named
from bot.detection.scene import CUSTOMER, SELLER, Before, Scene
from bot.detection.verdict import Verdict, without_taken_back

REMEMBERED_WORDS, REMEMBERED_LETTERS = 80, 1600
PLAYBOOKS_KEPT = 1024
_ALL = Everything()
_LANGUAGES = {Script.PERSIAN: "fa", Script.FINGLISH: "fa", Script.ENGLISH: "en"}
_SPEAKERS = {Who.CUSTOMER: CUSTOMER, Who.SELLER: SELLER}


@dataclass(frozen=True, slots=True)
class Look:
    """A customer's turn in its place, not yet judged: `clues` stand, `taken_back` do not.

    `features` are all but the models' answers, which whoever judges adds. `signs` say how a trouble
    may end.
    """

    memory: Memory
    turn: Turn
    reading: Reading
    clues: Clues
    taken_back: Clues
    features: Features
    signs: frozenset[Sign] = frozenset()


class Observer:
    """Sees what is there; build one per library and keep it."""

    def __init__(
        self, library: Library, read: Read, known: frozenset[int] | Everything = _ALL
    ) -> None:
        """Compile the library's phrases and the built-in cues, folded by `read`.

        `known` are the marks of the phrases that the models were trained with.
        """
        self.read = read
        self.library = library
        cues, self._seller = _built_in(read)
        books = [_sheaf(book, read, known) for book in library.all()]
        self._customer = Lexicon.of([*books, cues])
        self._ending = EndingEar(read)

    def look(self, memory: Memory, turn: Turn) -> Look:
        """Everything found in a customer's turn and in its history."""
        reading = self.read(turn.text)
        background = Background(memory, turn, folded(reading), self._seller)
        clues = clues_in(reading, self._customer, background.said_before)
        for clue in background.clues(clues):
            clues[clue.label] = clue
        standing, taken_back = without_taken_back(clues)
        features = features_of(memory, turn, reading, standing)
        signs = self._ending.customer(reading)
        return Look(memory, turn, reading, standing, taken_back, features, signs)

    def overhear(self, memory: Memory, turn: Turn) -> Memory:
        """The memory after a seller's turn, which is recorded and never judged."""
        reading = self.read(turn.text)
        tokens, signs = folded(reading), self._ending.seller(reading)
        past = Past(Who.SELLER, turn.at, _remembered(tokens), number=turn.number, signs=signs)
        return memory.after_seller(past, amount=money_named(tokens))


@lru_cache(maxsize=PLAYBOOKS_KEPT)
def _sheaf(playbook: Playbook, read: Read, known: frozenset[int] | Everything) -> Sheaf[Label]:
    """A playbook's phrases; of those that have not changed nothing is made again."""
    return Sheaf(playbook_phrases(playbook, known), read)


@lru_cache(maxsize=4)
def _built_in(read: Read) -> tuple[Sheaf[Label], Lexicon[Label]]:
    return Sheaf(customer_cues(), read), Lexicon(seller_phrases(), read)


def scene_of(look: Look) -> Scene:
    """What the encoder is shown of a look."""
    memory, turn = look.memory, look.turn
    return Scene(
        plain=look.reading.plain,
        before=tuple(Before(_SPEAKERS[past.who], past.folded) for past in memory.recent),
        gap=gap_of(memory, turn.at),
        unanswered=memory.unanswered,
        heard=memory.heard,
        is_public=turn.channel.is_public,
        is_letter="\n" in turn.text.strip(),
    )


def conclude(
    look: Look, verdict: Verdict, signals: tuple[Signal, ...] = (), *, alarm: float = ALARM
) -> tuple[Memory, Assessment]:
    """The memory with a verdict on the turn that was looked at, and the assessment.

    `alarm` is the risk from which a turn counts as trouble.
    """
    assessment = Assessment(
        tension=verdict.tension,
        situations=verdict.situations,
        risk=verdict.risk,
        signals=signals,
        heat=verdict.heat,
        calmed=_has_calmed(look, verdict, alarm),
    )
    return _remember(look, verdict), assessment


def is_calm(verdict: Verdict, alarm: float) -> bool:
    """Whether nothing of a trouble shows any more, with `alarm` as the risk of one."""
    return verdict.tension is Tension.CALM and verdict.risk < alarm


def _has_calmed(look: Look, verdict: Verdict, alarm: float) -> bool:
    """Whether the customer, troubled lately, now speaks calmly; a sticker alone does not say so."""
    was_troubled = any(
        past.tension >= Tension.HEATED or past.risk >= alarm
        for past in look.memory.customer_turns()
    )
    return was_troubled and is_calm(verdict, alarm) and bool(look.turn.text.strip())


def _remember(look: Look, verdict: Verdict) -> Memory:
    memory, turn, reading = look.memory, look.turn, look.reading
    tokens = folded(reading)
    past = Past(
        Who.CUSTOMER,
        turn.at,
        _remembered(tokens),
        verdict.tension,
        frozenset(verdict.situations),
        verdict.risk,
        turn.number,
        look.signs,
    )
    language = _LANGUAGES.get(reading.script, memory.language)
    after = memory.after_customer(past, language=language, amount=money_named(tokens))
    if turn.album is not None and turn.album == memory.album and not turn.edited:
        after = replace(after, heard=memory.heard, unanswered=memory.unanswered)
    return after if after.album == turn.album else replace(after, album=turn.album)


def _remembered(tokens: Sequence[str]) -> str:
    return " ".join(tokens[:REMEMBERED_WORDS])[:REMEMBERED_LETTERS]
