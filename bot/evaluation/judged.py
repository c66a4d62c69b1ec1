"""Second in an evaluation: what Aram makes of each labelled turn, beside its label."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.assess import assess
from bot.core.assessment import Assessment
from bot.core.coach import Coach
from bot.core.conversation import Turn
from bot.evaluation.gold import GoldConversation, Label


@dataclass(frozen=True, slots=True)
class JudgedTurn:
    """A customer turn: what was right, and what Aram heard; `number` counts all turns from 0."""

    number: int
    turn: Turn
    label: Label
    assessment: Assessment
    alert: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """What one customer says in one conversation, in order: what the bot hears as one."""

    conversation: GoldConversation
    turns: tuple[JudgedTurn, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled conversation with every customer turn judged."""

    gold: GoldConversation
    turns: tuple[JudgedTurn, ...]

    def talks(self) -> tuple[Talk, ...]:
        """The customers apart where several can speak, else all turns together."""
        if not self.gold.script.channel.is_public:
            return (Talk(self.gold, self.turns),) if self.turns else ()
        customers: dict[str, list[JudgedTurn]] = {}
        for each in self.turns:
            customers.setdefault(each.turn.name or "", []).append(each)
        return tuple(Talk(self.gold, tuple(turns)) for turns in customers.values())


def judge(coach: Coach, conversations: Iterable[GoldConversation]) -> tuple[Judged, ...]:
    """Every conversation through the coach, as `aram assess` plays it."""
    return tuple(Judged(gold, tuple(_turns(coach, gold))) for gold in conversations)


def _turns(coach: Coach, gold: GoldConversation) -> Iterable[JudgedTurn]:
    for line in assess(coach, gold.script):
        label = gold.labels[line.turn]
        if label is not None:
            turn = gold.script.turns[line.turn]
            yield JudgedTurn(line.turn, turn, label, line.heard.assessment, line.heard.alert)
