"""Hand-overs as kept: whom a seller's call reached, and what came of it."""

from typing import Any

from sqlalchemy import Row, Select, select
from sqlmodel import col

from bot.core.deed import DeedKind
from bot.core.handover import Brief, Handover, Stage
from bot.core.playbook import StepKind
from bot.core.ruling import Verdict
from bot.store.figures import Figures
from bot.store.page import Page
from bot.store.reach import Reach
from bot.store.roster import Roster
from bot.store.statements import new_numbered_row
from bot.store.tables import BriefRow, HandoverRow, PersonRow, table_of

LIVE = tuple(stage.value for stage in Stage if stage.is_live)


class Handovers(Page):
    """The hand-overs of one shop, inside one transaction; see `bot.core.handover.Handovers`.

    Whoever changes one holds its conversation first, as `Books.card` does.
    """

    def begin(self, handover: Handover) -> int:
        """Keep a new one; its number."""
        values = {
            **_values(handover),
            "shop_id": self._shop.id,
            "conversation_id": handover.conversation_id,
            "begun_at": self.now,
            "changed_at": self.now,
        }
        number: int = self._database.execute(new_numbered_row(HandoverRow), values).scalar_one()
        return number

    def save(self, handover: Handover) -> None:
        """Keep where it stands."""
        self._change(HandoverRow, handover.id, **_values(handover), changed_at=self.now)
        Figures(self._database, self._shop, self.now).ruled(handover)

    def ask(self, handover_id: int, manager_id: int) -> int:
        """Keep that a manager is asked now; the number of their brief."""
        values = {"handover_id": handover_id, "manager_id": manager_id, "asked_at": self.now}
        number: int = self._database.execute(new_numbered_row(BriefRow), values).scalar_one()
        return number

    def find(self, handover_id: int) -> Handover | None:
        """One of this shop."""
        return self._one(col(HandoverRow.id) == handover_id)

    def live_in(self, conversation_id: int) -> Handover | None:
        """The conversation's newest, where a manager still has something to do."""
        return self._one(
            col(HandoverRow.conversation_id) == conversation_id, col(HandoverRow.stage).in_(LIVE)
        )

    def brief(self, brief_id: int) -> Brief | None:
        """One of this shop."""
        row = self._database.execute(self._briefs(col(BriefRow.id) == brief_id)).one_or_none()
        return _brief(row) if row is not None else None

    def briefs(self, handover_id: int) -> tuple[Brief, ...]:
        """Of everyone who was asked, in their order."""
        found = self._briefs(col(BriefRow.handover_id) == handover_id).order_by(col(BriefRow.id))
        return tuple(map(_brief, self._database.execute(found)))

    def brief_on_screen(self, manager_id: int, message_id: int) -> int | None:
        """Which brief a message on a manager's screen is."""
        on_screen = (col(BriefRow.manager_id) == manager_id, col(BriefRow.message_id) == message_id)
        row = self._database.execute(self._briefs(*on_screen)).first()
        return row.id if row is not None else None

    def place_brief(self, brief_id: int, message_id: int) -> None:
        """Keep which message on the manager's screen is a brief."""
        self._change(BriefRow, brief_id, message_id=message_id)

    def reachable(self, people: tuple[int, ...]) -> frozenset[int]:
        """Those who have started Aram and did not block it."""
        found = (
            select(col(PersonRow.id))
            .where(col(PersonRow.id).in_(people))
            .where(col(PersonRow.started_at).is_not(None))
            .where(col(PersonRow.unreachable_since).is_(None))
        )
        return frozenset(self._database.execute(found).scalars())

    def awake(self, people: tuple[int, ...]) -> frozenset[int]:
        """Those who do not rest now."""
        return Reach(self._database, self._shop, self.now).awake(people)

    def keep_decision(self, by: int, verdict: Verdict, seller: str) -> None:
        """Keep a decision among the deeds that the owner can look up."""
        roster = Roster(self._database, self._shop, self.now)
        roster.keep_deed(DeedKind.DECIDED, by, decision=verdict.value, person=seller)

    def _one(self, *which: Any) -> Handover | None:
        found = (
            select(table_of(HandoverRow))
            .where(col(HandoverRow.shop_id) == self._shop.id, *which)
            .order_by(col(HandoverRow.id).desc())
            .limit(1)
        )
        row = self._database.execute(found).one_or_none()
        return _handover(row) if row is not None else None

    def _briefs(self, *which: Any) -> Select[Any]:
        return (
            select(table_of(BriefRow))
            .join(table_of(HandoverRow), col(HandoverRow.id) == col(BriefRow.handover_id))
            .where(col(HandoverRow.shop_id) == self._shop.id, *which)
        )


def _values(handover: Handover) -> dict[str, Any]:
    return {
        "card_id": handover.card_id,
        "stage": handover.stage.value,
        "brief_id": handover.brief_id,
        "wanted": handover.wanted.value if handover.wanted is not None else None,
        "amount": handover.amount,
        "unanswered": handover.unanswered,
        "verdict": handover.verdict.value if handover.verdict is not None else None,
    }


def _handover(row: Row[Any]) -> Handover:
    return Handover(
        id=row.id,
        conversation_id=row.conversation_id,
        card_id=row.card_id,
        stage=Stage(row.stage),
        brief_id=row.brief_id,
        wanted=StepKind(row.wanted) if row.wanted is not None else None,
        amount=row.amount,
        unanswered=row.unanswered,
        verdict=Verdict(row.verdict) if row.verdict is not None else None,
    )


def _brief(row: Row[Any]) -> Brief:
    return Brief(row.id, row.handover_id, row.manager_id, row.message_id)
