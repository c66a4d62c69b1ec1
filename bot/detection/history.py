"""What the conversation says about a new turn: rises, repetition, bursts, silence, promises."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Memory, Past, Turn, Who
from bot.detection.evidence import Clue, Clues, situations_in
from bot.detection.lexicon import Label, Lexicon
from bot.detection.names import Finding

MINUTE, HOUR = 60.0, 3600.0
ALARM = 0.5
_BURST_TURNS, _BURST_SECONDS = 3, 15 * MINUTE
_SILENCE, _LONG_SILENCE = 10 * MINUTE, 3 * HOUR
_PROMISE_SECONDS = 12 * HOUR
_SAME_WORDS, _SAME_SHARE = 2, 0.5
_SHORT = 3
_FEW = 6

_COMPLAINING = frozenset(
    {
        Finding.FAULT,
        Finding.WAITING,
        Finding.SARCASM,
        Finding.DISPLEASURE,
        Finding.DISAPPOINTMENT,
        Finding.ANGER,
        Finding.HARM,
        Finding.BROKEN_WORD,
    }
)
_FUN = frozenset(
    {
        Finding.LAUGHTER,
        Finding.AFFECTION,
        Finding.PRAISE,
        Finding.HARSH_PRAISE,
        Finding.SCARE_QUOTES,
    }
)
_ASKING = frozenset(
    {Finding.REQUEST_MORE, Finding.REQUEST_CHANGE, Finding.CLAIM, Finding.GUILT, Finding.GUARANTEE}
)
_HAGGLED = frozenset(
    {
        Situation.DISCOUNT_PRESSURE,
        Situation.FREE_EXTRA,
        Situation.SCOPE_CREEP,
        Situation.TRIVIAL_FAULT,
    }
)
_NAMING = (Finding.PHRASE, Finding.OWN_PHRASE, Finding.HINT)
_CALMING = frozenset({Finding.GRATITUDE, Finding.RELIEF, Finding.AGREEMENT, Finding.APOLOGY})


@dataclass(frozen=True)
class Background:
    """A turn's place in its conversation; each part is worked out once, when it is asked for."""

    memory: Memory
    turn: Turn
    tokens: tuple[str, ...]
    seller: Lexicon[Label]

    @cached_property
    def last_seller(self) -> Past | None:
        """The seller's newest remembered turn, if there is one."""
        recent = reversed(self.memory.recent)
        return next((past for past in recent if past.who is Who.SELLER), None)

    @cached_property
    def said_before(self) -> frozenset[str]:
        """The words of the seller's last turn."""
        last = self.last_seller
        return frozenset(last.folded.split()) if last else frozenset()

    @cached_property
    def turns(self) -> tuple[Past, ...]:
        """The customer's remembered turns, newest first."""
        return self.memory.customer_turns()

    @property
    def tension(self) -> Tension:
        """Tension at the customer's turn before this one."""
        return self.turns[0].tension if self.turns else Tension.CALM

    def clues(self, shown: Clues) -> Iterator[Clue]:
        """Every clue that the history gives; `shown` are those of the message itself."""
        yield from self._course()
        yield from self._silence()
        seller = self._seller_findings()
        findings = frozenset([label.finding for label in shown])
        yield from self._after_seller(seller)
        yield from self._presses(shown, findings, seller)
        yield from self._against(shown, findings)
        yield from self._meaning(shown, findings)
        if self._repeats():
            yield Clue(Label(Finding.REPEATED_COMPLAINT))
        if self.turn.channel.is_public:
            yield Clue(Label(Finding.PUBLIC_PLACE))
        elif "\n" in self.turn.text.strip():
            yield Clue(Label(Finding.BY_LETTER))

    def _course(self) -> Iterator[Clue]:
        memory, turns, tension = self.memory, self.turns, self.tension
        if not memory.heard:
            yield Clue(Label(Finding.FIRST_WORDS))
        if memory.heard == 1:
            yield Clue(Label(Finding.EARLY_WORDS))
        if memory.heard and self._is_calm_so_far():
            yield Clue(Label(Finding.CALM_SO_FAR))
        if memory.heard >= 3:
            yield Clue(Label(Finding.LONG_EXCHANGE), min(memory.heard / 3, 2.0))
        if tension is Tension.UNEASY:
            yield Clue(Label(Finding.UNEASY_BEFORE))
        if tension >= Tension.HEATED:
            yield Clue(Label(Finding.HEATED_BEFORE))
        if turns and turns[0].risk >= ALARM:
            yield Clue(Label(Finding.ALARMED_BEFORE))
        if len(turns) > 1 and turns[0].tension > turns[1].tension:
            yield Clue(Label(Finding.RISING))
        if memory.peak >= Tension.HEATED or any(past.risk >= ALARM for past in turns):
            yield Clue(Label(Finding.STILL_TROUBLED))
        for situation, count in memory.seen:
            if count > 0:
                yield Clue(Label(Finding.AGAIN, situation), min(0.5 + count / 2, 2.0))

    def _silence(self) -> Iterator[Clue]:
        memory, at = self.memory, self.turn.at
        if not memory.unanswered or memory.since is None:
            return
        newest = [past for past in self.turns if at - past.at <= _BURST_SECONDS]
        if min(memory.unanswered, len(newest)) >= _BURST_TURNS - 1:
            yield Clue(Label(Finding.BURST), min(memory.unanswered / 2, 2.0))
        if at - memory.since >= _SILENCE:
            yield Clue(Label(Finding.UNANSWERED))
        if at - memory.since >= _LONG_SILENCE:
            yield Clue(Label(Finding.LONG_UNANSWERED))

    def _seller_findings(self) -> frozenset[Finding]:
        last = self.last_seller
        if last is None or self.memory.unanswered > 2:
            return frozenset()
        return frozenset(hit.label.finding for hit in self.seller.find(tuple(last.folded.split())))

    def _after_seller(self, seller: frozenset[Finding]) -> Iterator[Clue]:
        for finding in sorted(seller):
            yield Clue(Label(finding))
        last = self.last_seller
        if last is None or Finding.SELLER_ASKED_FOR_PATIENCE not in seller:
            return
        if self.turn.at - last.at >= _PROMISE_SECONDS:
            yield Clue(Label(Finding.BROKEN_PROMISE))

    def _against(self, shown: Clues, findings: frozenset[Finding]) -> Iterator[Clue]:
        """Thanks mean two things: after trouble they calm, beside a complaint they sting."""
        complaining = findings & _COMPLAINING
        if Finding.GRATITUDE in findings and complaining and self.memory.heard:
            yield Clue(
                Label(Finding.THANKS_WITH_A_STING), words=shown[Label(Finding.GRATITUDE)].words
            )
        calming = sorted(findings & _CALMING)
        if calming and not complaining and self.tension >= Tension.UNEASY:
            words = tuple(word for finding in calming for word in shown[Label(finding)].words)
            yield Clue(Label(Finding.CALMING_WORDS), words=words[:3])

    def _meaning(self, shown: Clues, findings: frozenset[Finding]) -> Iterator[Clue]:
        """How the place bends what a phrase means: out of the blue, in fun, about somebody else."""
        named = frozenset[Situation]().union(
            *(situations_in(shown, finding) for finding in _NAMING)
        )
        if not named:
            return
        bends = (
            (Finding.OUT_OF_THE_BLUE, self._is_calm_so_far()),
            (Finding.IN_FUN, bool(findings & _FUN)),
            (Finding.ABOUT_OTHERS, Finding.SOMEBODY_ELSE in findings),
        )
        for bend, holds in bends:
            for situation in sorted(named) if holds else ():
                yield Clue(Label(bend, situation))

    def _presses(
        self, shown: Clues, findings: frozenset[Finding], seller: frozenset[Finding]
    ) -> Iterator[Clue]:
        """Asking on after a no, and naming one more price."""
        hinted = situations_in(shown, Finding.HINT)
        asks = bool(findings & _ASKING) or bool(hinted & _HAGGLED)
        if Finding.SELLER_REFUSED in seller and asks and Finding.GRATITUDE not in findings:
            yield Clue(Label(Finding.PRESSES_ON))
        if len(self.tokens) > _FEW or self.memory.heard <= 1:
            return
        if _names_number(self.tokens) and _names_number(self.said_before):
            yield Clue(Label(Finding.HAGGLING))

    def _is_calm_so_far(self) -> bool:
        return self.memory.peak is Tension.CALM and not self.memory.seen

    def _repeats(self) -> bool:
        """Whether the turn says again, in much the same words, what was said in trouble."""
        words = {token for token in self.tokens if len(token) >= _SHORT}
        if len(words) < _SAME_WORDS:
            return False
        for past in self.turns:
            common = words.intersection(past.folded.split())
            is_same = len(common) >= max(_SAME_WORDS, _SAME_SHARE * len(words))
            if is_same and (past.tension > Tension.CALM or past.situations):
                return True
        return False


def _names_number(words: Iterable[str]) -> bool:
    return any(word.isdigit() for word in words)
