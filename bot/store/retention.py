"""Words are kept for as many days as the owner of their shop says; figures stay.

What is counted lies in columns without words, so that no figure changes by it: a turn keeps who
wrote it and when, an assessment what was found, a card what it was about and how it ended.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, exists, select, update

from bot.core.assessment import Signal
from bot.core.card import Face
from bot.core.conversation import Memory
from bot.core.deed import DeedKind
from bot.core.inquiry import Opinion
from bot.core.privacy import (
    DAY_SECONDS,
    forgetting,
    opinion_without_words,
    signals_without_words,
    without_words,
)
from bot.store.codec import (
    from_json,
    pairs_from_json,
    pairs_to_json,
    signals_from_json,
    signals_to_json,
    to_json,
)
from bot.store.page import Page
from bot.store.tables import (
    HAS_WORDS,
    AssessmentRow,
    CardRow,
    ConversationRow,
    DeedRow,
    InboxRow,
    InquiryRow,
    LessonRow,
    LetterRow,
    OwnChoiceRow,
    PublicAnswerRow,
    ReminderRow,
    TurnRow,
    table_of,
)

AT_ONCE = 500
CHOICES_SECONDS = 7 * DAY_SECONDS
NOBODY_NAMED = "…"
ABOUT_CUSTOMERS = (DeedKind.DELETED, DeedKind.BANNED, DeedKind.UNBANNED, DeedKind.ANSWERED)

_TURNS, _TALKS, _CARDS = table_of(TurnRow), table_of(ConversationRow), table_of(CardRow)
_FOUND, _LETTERS = table_of(AssessmentRow), table_of(LetterRow)


class Retention(Page):
    """What one shop keeps no longer, inside one transaction."""

    @property
    def before(self) -> float:
        """What was said before this is not kept, in seconds."""
        return self.now - self._shop.words_days * DAY_SECONDS

    def forget_talk(self) -> int:
        """Forget the words of the oldest turns that are due, `AT_ONCE` at most; how many."""
        mine = (_TALKS.c.id == _TURNS.c.conversation_id) & (_TALKS.c.shop_id == self._shop.id)
        due = (
            select(_TURNS.c.id, _TURNS.c.conversation_id)
            .where(_TURNS.c.at < self.before, HAS_WORDS)
            .where(exists(select(_TALKS.c.id).where(mine)))  # a join would go through every talk
            .order_by(_TURNS.c.at)
            .limit(AT_ONCE)
        )
        found = self._database.execute(due).all()
        if found:
            talks = sorted({row.conversation_id for row in found})
            self.hold(talks)
            self.empty_turns([row.id for row in found])
            self._fade(talks)
        return len(found)

    def forget_rest(self) -> int:
        """Forget all else that is due; how many rows were touched."""
        return sum(
            (
                self._forget_inquiries(),
                self._forget_letters(),
                self._forget_names(),
                self._forget_names_of_deeds(),
                *map(self._empty, self._emptied()),
            )
        )

    def hold(self, talks: Sequence[int]) -> None:
        """Nobody else changes these conversations until the commit."""
        held = select(_TALKS.c.id).where(_TALKS.c.id.in_(talks)).order_by(_TALKS.c.id)
        self._database.execute(held.with_for_update()).all()

    def empty_turns(self, turns: Sequence[int]) -> None:
        """Forget what was said in turns, and the words of what was found in them."""
        emptied = update(_TURNS).where(_TURNS.c.id.in_(turns)).values(text="", likeness=None)
        self._database.execute(emptied)
        found = select(_FOUND.c.id, _FOUND.c.signals).where(_FOUND.c.turn_id.in_(turns))
        self._rewrite(AssessmentRow, "signals", self._database.execute(found), _wordless)

    def _fade(self, talks: Sequence[int]) -> None:
        """Let conversations, and their cards, know nothing of what is forgotten."""
        found = select(_TALKS.c.id, _TALKS.c.memory).where(_TALKS.c.id.in_(talks))
        self._rewrite(ConversationRow, "memory", self._database.execute(found), self._faded)
        cards = (
            select(_CARDS.c.id, _CARDS.c.face, _CARDS.c.changed_at)
            .where(_CARDS.c.conversation_id.in_(talks))
            .where(_CARDS.c.opened_at < self.before)
        )
        rows = self._database.execute(cards).all()
        faces = {row.id: from_json(Face, row.face) for row in rows}
        about = {face.turn_id for face in faces.values() if face.turn_id is not None}
        asked = select(_TURNS.c.id).where(_TURNS.c.id.in_(about), _TURNS.c.at >= self.before)
        young = set(self._database.execute(asked).scalars())
        old = [
            (row.id, row.face)
            for row in rows
            if faces[row.id].turn_id not in young
            and (faces[row.id].turn_id is not None or row.changed_at < self.before)
        ]
        self._rewrite(CardRow, "face", old, _blank)

    def _faded(self, memory: str) -> str:
        known = from_json(Memory, memory)
        left = forgetting(known, self.before)
        return memory if left is known else to_json(Memory, left)

    def _forget_inquiries(self) -> int:
        rows = table_of(InquiryRow)
        due = select(rows.c.id).where(rows.c.shop_id == self._shop.id, rows.c.text != "")
        numbers = self._database.execute(due.where(rows.c.created_at < self.before)).scalars().all()
        self.empty_inquiries(numbers)
        return len(numbers)

    def empty_inquiries(self, numbers: Sequence[int]) -> None:
        """Forget what was asked, and the answers' words; the rows stay, as their buttons do."""
        rows = table_of(InquiryRow)
        found = select(rows.c.id, rows.c.opinion, rows.c.opinion_there).where(
            rows.c.id.in_(numbers)
        )
        for row in self._database.execute(found).all():
            there = _bare_opinion(row.opinion_there) if row.opinion_there else None
            opinions = {"opinion": _bare_opinion(row.opinion), "opinion_there": there}
            self._change(InquiryRow, row.id, text="", handed=None, **opinions)

    def _forget_letters(self) -> int:
        """Letters that went out, or never could."""
        old = (
            (_LETTERS.c.shop_id == self._shop.id)
            & _LETTERS.c.state.in_(("sent", "given_up"))
            & (_LETTERS.c.due_at < self.before)
        )
        return self._database.execute(delete(_LETTERS).where(old)).rowcount

    def _forget_names(self) -> int:
        """Of customers of whom nothing has been heard for so long."""
        silent = (
            (_TALKS.c.shop_id == self._shop.id)
            & (_TALKS.c.updated_at < self.before)
            & (_TALKS.c.customer_name.is_not(None) | _TALKS.c.handle.is_not(None))
        )
        nameless = update(_TALKS).where(silent).values(customer_name=None, handle=None)
        return self._database.execute(nameless).rowcount

    def _forget_names_of_deeds(self) -> int:
        rows = table_of(DeedRow)
        kinds = [kind.value for kind in ABOUT_CUSTOMERS]
        found = select(rows.c.id, rows.c.about).where(
            rows.c.shop_id == self._shop.id, rows.c.kind.in_(kinds), rows.c.at < self.before
        )
        return self._rewrite(DeedRow, "about", self._database.execute(found), nobody_named)

    def _emptied(self) -> Iterable[Any]:
        """What else bears words: which rows are due, and what is left of them."""
        answers, choices = table_of(PublicAnswerRow), table_of(OwnChoiceRow)
        reminders, lessons = table_of(ReminderRow), table_of(LessonRow)
        spoken = (reminders.c.words != "") | reminders.c.draft.is_not(None)
        chosen_before = max(self.before, self.now - CHOICES_SECONDS)
        yield (
            update(answers).where(answers.c.at < self.before, answers.c.text != "").values(text="")
        )
        yield (
            update(choices)
            .where(choices.c.created_at < chosen_before, choices.c.texts != "")
            .values(texts="")
        )
        yield (
            update(reminders)
            .where(reminders.c.made_at < self.before, reminders.c.due_at < self.before, spoken)
            .values(words="", draft=None)
        )
        yield (
            update(lessons)
            .where(lessons.c.withdrawn_at < self.before, lessons.c.text != "")
            .values(text="")
        )

    def _empty(self, emptied: Any) -> int:
        mine = emptied.where(emptied.table.c.shop_id == self._shop.id)
        count: int = self._database.execute(mine).rowcount
        return count

    def _rewrite(self, table: type[Any], column: str, found: Iterable[Any], anew: Any) -> int:
        """Change a column where `anew` makes something else of it; in how many rows."""
        changed = [
            {"number": number, "anew": after}
            for number, before in ((row[0], row[1]) for row in found)
            if (after := anew(before)) != before
        ]
        if changed:
            rows = table_of(table)
            change = update(rows).where(rows.c.id == bindparam("number"))
            self._database.execute(change.values({column: bindparam("anew")}), changed)
        return len(changed)


def forget_asides(database: Any, before: float) -> int:
    """Forget updates that were set aside and came before a time, of whichever shop."""
    rows = table_of(InboxRow)
    old = rows.c.set_aside_at.is_not(None) & (rows.c.came_at < before)
    count: int = database.execute(delete(rows).where(old)).rowcount
    return count


def nobody_named(about: str) -> str:
    """The arguments of a deed without the person it was about."""
    pairs = pairs_from_json(about)
    return pairs_to_json(
        tuple((name, NOBODY_NAMED if name == "person" else value) for name, value in pairs)
    )


def _wordless(signals: str) -> str:
    known: tuple[Signal, ...] = signals_from_json(signals)
    return signals_to_json(signals_without_words(known))


def _blank(face: str) -> str:
    return to_json(Face, without_words(from_json(Face, face)))


def _bare_opinion(opinion: str) -> str:
    return to_json(Opinion, opinion_without_words(from_json(Opinion, opinion)))
