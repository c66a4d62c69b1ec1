"""Troubles as kept: written as things happen, in the transactions in which they happen.

A trouble is changed while its conversation is held, so it has no lock of its own.
"""

from dataclasses import fields, replace
from functools import cache
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Insert, Row, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core import outcomes
from bot.core.card import OWN_SITUATION, CardState, Face
from bot.core.conversation import Channel, Turn, Who
from bot.core.handover import Handover, Stage
from bot.core.people import Shop
from bot.core.ruling import Verdict
from bot.core.shelf import Conversation
from bot.core.trouble import Outcome, Trouble, effort
from bot.store.codec import from_json
from bot.store.counting import Counting, trouble_of
from bot.store.tables import (
    CardRow,
    ConversationRow,
    StaleDayRow,
    StepUseRow,
    TalkDayRow,
    TroubleRow,
    table_of,
)

_KEPT = tuple(field.name for field in fields(Trouble))
_TAKEN_OVER = (Verdict.TAKEN, Verdict.DONE)


class Figures(Counting):
    """The troubles and counts of one shop, inside one transaction."""

    def __init__(self, database: Database, shop: Shop, now: float) -> None:
        """Keep the database's connection; `begun` are the places of troubles begun through it."""
        super().__init__(database, shop, now)
        self.begun: list[Channel] = []

    def said(self, conversation: Conversation, turn: Turn) -> None:
        """A message was kept: it counts on its day."""
        by_seller = turn.who is Who.SELLER
        row = {
            "conversation_id": conversation.id,
            "day": self.day(turn.at),
            "shop_id": self._shop.id,
            "customer_turns": int(not by_seller),
            "seller_turns": int(by_seller),
            "seconds": effort(turn.at, conversation.last_at) if by_seller else 0.0,
        }
        self._database.execute(_one_more(self._database.dialect.name), row)

    def opened(self, conversation: Conversation, card_id: int, face: Face) -> None:
        """A card was opened: a trouble begins, with the newest message; none where it is quiet."""
        if face.is_quiet:
            return
        memory, place = conversation.memory, conversation.place
        at = memory.recent[-1].at if memory.recent else self.now
        self._flare_up(conversation.trouble_id)
        self._insert(
            TroubleRow,
            id=card_id,
            shop_id=self._shop.id,
            day=self.day(at),
            conversation_id=conversation.id,
            seller_id=place.seller_id,
            channel=place.channel.value,
            opened_at=at,
            playbook=face.advice.playbook if face.advice else None,
            about=_about(face),
            peak=int(face.tension),
            heard_before=max(0, memory.heard - 1),
            leave_before=outcomes.allowed_by_course(conversation.course),
        )
        self.begun.append(place.channel)
        self._change(ConversationRow, conversation.id, trouble_id=card_id)
        self._stale(card_id, self.day(at))
        self._show_steps(card_id, face)

    def shown(self, card_id: int, face: Face) -> None:
        """A card shows something else now."""
        row = self._find(TroubleRow, card_id)
        if row is None:
            return
        before = trouble_of(row)
        after = replace(
            before,
            peak=max(before.peak, face.tension),
            called=before.called or face.manager_called,
        )
        if face.state is CardState.OPEN:
            playbook = face.advice.playbook if face.advice else before.playbook
            after = replace(after, playbook=playbook, about=before.about or _about(face))
            self._show_steps(card_id, face)
        elif face.state is CardState.DISMISSED:
            after = replace(after, dismissed=True)
        elif face.state is CardState.CALMED and before.calmed_at is None:
            after = replace(after, calmed_at=self.now)  # whose message is counted in `followed`
        elif face.state is CardState.WORKED:
            self._helped(card_id, face)
            if before.calmed_at is None:
                after = replace(after, calmed_at=self.now, calm_turns=before.turns - 1)
        self._keep(row, before, after)

    def followed(self, conversation: Conversation) -> None:
        """Something was said or decided where there is, or was, a trouble."""
        number = conversation.card_id or conversation.trouble_id
        row = self._find(TroubleRow, number) if number is not None else None
        if conversation.card_id is not None and row is None:
            self._alarmed(conversation, conversation.card_id)
        memory = conversation.memory
        if row is None or not memory.recent:
            return
        before = trouble_of(row)
        after = outcomes.after_turn(
            before,
            memory.recent[-1],
            turns=memory.heard - row.heard_before,
            is_open=conversation.card_id is not None,
            now=self.now,
        )
        leave = outcomes.allowed_by_course(conversation.course)
        if leave is not None and leave != row.leave_before:
            after = replace(after, allowed=True)
        self._keep(row, before, after)

    def _alarmed(self, conversation: Conversation, card_id: int) -> None:
        """A card that came without a sound may be an alarm now."""
        card = self._find(CardRow, card_id)
        if card is not None and conversation.course.alarm is not None:
            self.opened(conversation, card_id, from_json(Face, card.face))

    def sent(self, card_id: int, draft: str) -> None:
        """The words of a draft went to the customer; `draft` is its mark."""
        steps = table_of(StepUseRow)
        found = (
            select(steps.c.playbook, steps.c.step)
            .where(steps.c.trouble_id == card_id, steps.c.draft == draft)
            .order_by(steps.c.shown_at.desc(), steps.c.playbook, steps.c.step)
            .limit(1)
        )
        step = self._database.execute(found).one_or_none()
        row = self._find(TroubleRow, card_id)
        if step is None or row is None:
            return
        self._database.execute(
            update(steps)
            .where(steps.c.trouble_id == card_id, steps.c.step == step.step)
            .where(steps.c.playbook == step.playbook, steps.c.draft.in_((draft, "")))
            .where(steps.c.sent_at.is_(None))
            .values(sent_at=self.now)
        )
        before = trouble_of(row)
        self._keep(row, before, outcomes.sent(before, step.step))
        self._stale(row.id, row.day)

    def given(self, card_id: int, person_id: int) -> None:
        """A card is someone else's now."""
        row = self._find(TroubleRow, card_id)
        if row is not None:
            before = trouble_of(row)
            self._keep(row, before, replace(before, seller_id=person_id))

    def ruled(self, handover: Handover) -> None:
        """A manager was called, or has decided."""
        row = self._find(TroubleRow, handover.card_id)
        if row is None:
            return
        before = trouble_of(row)
        taken = handover.stage is Stage.TAKEN or handover.verdict in _TAKEN_OVER
        taken_over = before.taken_over or taken
        self._keep(row, before, replace(before, called=True, taken_over=taken_over))

    def choose(self, trouble_id: int, outcome: Outcome | None, *, by: int) -> bool:
        """Someone says how a trouble ended; None takes it back. False where there is none."""
        row = self._find(TroubleRow, trouble_id)
        if row is None or row.shop_id != self._shop.id:
            return False
        before = trouble_of(row)
        chosen_by = by if outcome is not None else None
        self._keep(row, before, replace(before, chosen=outcome, chosen_by=chosen_by))
        return True

    def trouble(self, trouble_id: int) -> Trouble | None:
        """One of this shop."""
        row = self._find(TroubleRow, trouble_id)
        return trouble_of(row) if row is not None and row.shop_id == self._shop.id else None

    def _flare_up(self, earlier_id: int | None) -> None:
        """The calm of the trouble before, if it is as young, did not last."""
        row = self._find(TroubleRow, earlier_id) if earlier_id is not None else None
        if row is None:
            return
        before = trouble_of(row)
        if outcomes.flares_up(before, self.now):
            self._keep(row, before, replace(before, flared_at=self.now))

    def _show_steps(self, card_id: int, face: Face) -> None:
        if face.advice is None:
            return
        shown = [
            self._insert_new(
                StepUseRow,
                trouble_id=card_id,
                playbook=face.advice.playbook,
                step=face.advice.kind.value,
                draft=draft,
                shown_at=self.now,
            )
            for draft in ("", *face.advice.marks)
        ]
        row = self._find(TroubleRow, card_id) if any(shown) else None
        if row is not None:
            self._stale(card_id, row.day)

    def _helped(self, card_id: int, face: Face) -> None:
        steps, advice = table_of(StepUseRow), face.advice
        if advice is None:
            return
        self._database.execute(
            update(steps)
            .where(steps.c.trouble_id == card_id, steps.c.step == advice.kind.value)
            .where(steps.c.playbook == advice.playbook, steps.c.draft == "")
            .where(steps.c.helped_at.is_(None))
            .values(helped_at=self.now)
        )

    def _keep(self, row: Row[Any], before: Trouble, after: Trouble) -> None:
        """Keep what has changed of a trouble; its day is to be counted anew."""
        if before == after:
            return
        changed = {
            name: _plain(getattr(after, name))
            for name in _KEPT
            if getattr(after, name) != getattr(before, name)
        }
        self._change(TroubleRow, row.id, **changed)
        self._stale(row.id, row.day)

    def _stale(self, trouble_id: int, day: str) -> None:
        whose = {"shop_id": self._shop.id, "day": day, "trouble_id": trouble_id}
        self._database.execute(_stale_row(self._database.dialect.name), whose)


def _plain(value: Any) -> Any:
    """A value as a column holds it."""
    return getattr(value, "value", value)


def _about(face: Face) -> str | None:
    """What a trouble is about, as the first reason that the card gives says it."""
    first = next(iter(face.reasons), None)
    if first is not None and first.name == OWN_SITUATION and face.advice is not None:
        return face.advice.playbook
    found = (reason.situation for reason in face.reasons if reason.situation is not None)
    return next((situation.value for situation in found), None)


@cache
def _one_more(dialect: str) -> Insert:
    rows = table_of(TalkDayRow)
    new = postgresql.insert(rows) if dialect == "postgresql" else sqlite.insert(rows)
    added = ("customer_turns", "seller_turns", "seconds")
    return new.on_conflict_do_update(
        index_elements=["conversation_id", "day"],
        set_={name: rows.c[name] + new.excluded[name] for name in added},
    )


@cache
def _stale_row(dialect: str) -> Insert:
    """A mark that is written even where it stands: whoever counts now must not take it away."""
    rows = table_of(StaleDayRow)
    new = postgresql.insert(rows) if dialect == "postgresql" else sqlite.insert(rows)
    return new.on_conflict_do_update(
        index_elements=["shop_id", "day", "trouble_id"],
        set_={"trouble_id": new.excluded.trouble_id},
    )
