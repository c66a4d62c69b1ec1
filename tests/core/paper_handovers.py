"""Hand-overs in memory, for the tests of core; implements `bot.core.handover.Handovers`."""

from dataclasses import dataclass, field, replace

from bot.core.handover import Brief, Handover
from bot.core.ruling import Verdict


@dataclass
class PaperHandovers:
    """Everybody can be reached but for those in `away`."""

    kept: dict[int, Handover] = field(default_factory=dict)
    asked: dict[int, Brief] = field(default_factory=dict)
    away: set[int] = field(default_factory=set)
    resting: set[int] = field(default_factory=set)
    decided: list[tuple[int, Verdict, str]] = field(default_factory=list)

    def begin(self, handover: Handover) -> int:
        """A new number."""
        number = len(self.kept) + 1
        self.kept[number] = replace(handover, id=number)
        return number

    def save(self, handover: Handover) -> None:
        """Whole."""
        self.kept[handover.id] = handover

    def ask(self, handover_id: int, manager_id: int) -> int:
        """A new number."""
        number = len(self.asked) + 1
        self.asked[number] = Brief(number, handover_id, manager_id)
        return number

    def find(self, handover_id: int) -> Handover | None:
        """By its number."""
        return self.kept.get(handover_id)

    def brief(self, brief_id: int) -> Brief | None:
        """By its number."""
        return self.asked.get(brief_id)

    def briefs(self, handover_id: int) -> tuple[Brief, ...]:
        """In the order of asking."""
        return tuple(each for each in self.asked.values() if each.handover_id == handover_id)

    def live_in(self, conversation_id: int) -> Handover | None:
        """The newest."""
        live = [
            each
            for each in self.kept.values()
            if each.conversation_id == conversation_id and each.stage.is_live
        ]
        return live[-1] if live else None

    def reachable(self, people: tuple[int, ...]) -> frozenset[int]:
        """All but those who are away."""
        return frozenset(people) - self.away

    def awake(self, people: tuple[int, ...]) -> frozenset[int]:
        """All but those who rest."""
        return frozenset(people) - self.resting

    def keep_decision(self, by: int, verdict: Verdict, seller: str) -> None:
        """In order."""
        self.decided.append((by, verdict, seller))
