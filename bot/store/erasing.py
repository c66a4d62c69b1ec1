"""One customer, erased everywhere: nothing is left by which anyone could tell who it was.

What is counted stays, under a number that stands for nobody. Who writes again is somebody new.
"""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.core.card import Face
from bot.core.conversation import Channel, Memory
from bot.core.course import Course
from bot.core.handover import Stage
from bot.core.letters import Body, BriefLetter, CardLetter, CopyLetter
from bot.core.privacy import erased
from bot.core.reminder import LIVE, State
from bot.store.codec import from_json, pairs_from_json, pieces_from_json, pieces_to_json, to_json
from bot.store.customers import ERASED, Customers
from bot.store.retention import ABOUT_CUSTOMERS, Retention, nobody_named
from bot.store.revisions import LESSONS, next_revision, of_shop
from bot.store.tables import (
    BriefRow,
    CardRow,
    CommentMarkRow,
    CommentRow,
    ConnectionRow,
    ConversationRow,
    CopyRow,
    DeedRow,
    HandoverRow,
    InboxRow,
    LessonRow,
    LetterRow,
    OwnChoiceRow,
    PileRow,
    PublicAnswerRow,
    ReminderRow,
    TurnRow,
    table_of,
)

_SHORTEST_NAME = 2
_LIVE_STAGES = [stage.value for stage in Stage if stage.is_live]
_LIVE_REMINDERS = [state.value for state in LIVE]

_TURNS, _CARDS = table_of(TurnRow), table_of(CardRow)
_BRIEFS, _MATTERS = table_of(BriefRow), table_of(HandoverRow)


class Erasing(Customers):
    """Erases customers of one shop, inside one transaction."""

    def erase(self, customer_id: int) -> tuple[tuple[int, Body], ...] | None:
        """Erase a customer; the letters by which screens forget them, None where unknown."""
        talks = self.talks_of(customer_id)
        if not talks:
            return None
        numbers = [row.id for row in talks]
        turns = self._database.execute(
            select(_TURNS.c.id, _TURNS.c.text).where(_TURNS.c.conversation_id.in_(numbers))
        ).all()
        texts = {row.text for row in turns if row.text}
        names = {row.customer_name for row in talks if row.customer_name}
        named = {*(name for name in names if len(name) >= _SHORTEST_NAME), str(customer_id)}
        screens = self._screens(talks)
        self._erase_lessons(numbers, texts)
        asked = [
            *(row.id for row in self.asked_about(numbers, texts)),
            *(row.id for row in self.asked_naming(named)),
        ]
        kept = Retention(self._database, self._shop, self.now)
        kept.empty_inquiries(asked)
        kept.empty_turns([row.id for row in turns])
        self._erase_cards(numbers)
        self._erase_promises(numbers)
        self._erase_comments(customer_id)
        self._erase_on_the_way(customer_id, named, texts)
        self._erase_from_deeds(named)
        for row in talks:
            self._erase_talk(row, stand_in=-numbers[0])
        return screens

    def _screens(self, talks: Sequence[Row[Any]]) -> tuple[tuple[int, Body], ...]:
        """To whom each card and each brief about them was shown, to be drawn anew."""
        letters: list[tuple[int, Body]] = []
        for talk in talks:
            cards = select(_CARDS).where(_CARDS.c.conversation_id == talk.id)
            for card in self._database.execute(cards).all():
                letters += [(to, CopyLetter(card.id, False)) for to in self._readers(card.id)]
                if card.message_id is not None and not Channel(talk.channel).is_public:
                    to = self._whisper_chat(talk, card.seller_id)
                    letters.append((to, CardLetter(card.id, False)))
            briefs = (
                select(_BRIEFS.c.manager_id, _BRIEFS.c.id)
                .join(_MATTERS, _MATTERS.c.id == _BRIEFS.c.handover_id)
                .where(_MATTERS.c.conversation_id == talk.id, _BRIEFS.c.message_id.is_not(None))
            )
            found = self._database.execute(briefs)
            letters += [(row.manager_id, BriefLetter(row.id, False)) for row in found]
        return tuple(letters)

    def _readers(self, card_id: int) -> Sequence[int]:
        copies = table_of(CopyRow)
        shown = (copies.c.card_id == card_id) & copies.c.message_id.is_not(None)
        return self._database.execute(select(copies.c.person_id).where(shown)).scalars().all()

    def _whisper_chat(self, talk: Row[Any], seller_id: int) -> int:
        row = self._find(ConnectionRow, talk.connection_id) if talk.connection_id else None
        own = row is not None and row.seller_id == seller_id
        return int(row.whisper_chat_id) if row is not None and own else seller_id

    def _erase_talk(self, row: Row[Any], *, stand_in: int) -> None:
        """Of a conversation there stays where and when it was, and with whom of the team."""
        turns = update(_TURNS).where(_TURNS.c.conversation_id == row.id)
        self._database.execute(turns.values(message_id=-_TURNS.c.id))
        is_public = Channel(row.channel).is_public
        self._change(
            ConversationRow,
            row.id,
            key=f"{ERASED}{row.id}",
            chat_id=row.chat_id if is_public else stand_in,
            customer_id=stand_in,
            customer_name=None,
            handle=None,
            connection_id=None,
            memory=to_json(Memory, Memory()),
            course=to_json(Course, Course()),
            card_id=None,
        )

    def _erase_cards(self, talks: Sequence[int]) -> None:
        """Cards say that it was erased; what hangs on them bears no words either."""
        cards = select(_CARDS.c.id, _CARDS.c.face).where(_CARDS.c.conversation_id.in_(talks))
        for row in self._database.execute(cards).all():
            self._change(CardRow, row.id, face=to_json(Face, erased(from_json(Face, row.face))))
        numbers = select(_CARDS.c.id).where(_CARDS.c.conversation_id.in_(talks))
        answers, choices = table_of(PublicAnswerRow), table_of(OwnChoiceRow)
        self._database.execute(
            update(answers).where(answers.c.card_id.in_(numbers)).values(text="")
        )
        self._database.execute(
            update(choices).where(choices.c.card_id.in_(numbers)).values(texts="")
        )
        live = _MATTERS.c.conversation_id.in_(talks) & _MATTERS.c.stage.in_(_LIVE_STAGES)
        self._database.execute(update(_MATTERS).where(live).values(stage=Stage.LAPSED.value))

    def _erase_promises(self, talks: Sequence[int]) -> None:
        rows = table_of(ReminderRow)
        theirs = update(rows).where(rows.c.conversation_id.in_(talks))
        self._database.execute(theirs.values(words="", draft=None, message_id=None))
        live = theirs.where(rows.c.state.in_(_LIVE_REMINDERS))
        self._database.execute(live.values(state=State.WITHDRAWN.value))

    def _erase_lessons(self, talks: Sequence[int], texts: set[str]) -> None:
        """What was taught by their words is taught no more."""
        lessons = self.lessons_from(talks, texts)
        for row in lessons:
            withdrawn_at = row.withdrawn_at or self.now
            self._change(LessonRow, row.id, text="", withdrawn_at=withdrawn_at)
        if lessons:
            next_revision(self._database, of_shop(LESSONS, self._shop.id))

    def _erase_comments(self, customer_id: int) -> None:
        rows, marks = table_of(CommentRow), table_of(CommentMarkRow)
        theirs = (rows.c.shop_id == self._shop.id) & (rows.c.author_id == customer_id)
        numbers = select(rows.c.id).where(theirs)
        self._database.execute(delete(marks).where(marks.c.comment_id.in_(numbers)))
        self._database.execute(delete(rows).where(theirs))

    def _erase_on_the_way(self, customer_id: int, named: set[str], texts: set[str]) -> None:
        """From letters, from what was handed over lately, and from updates set aside."""
        letters, piles, inbox = table_of(LetterRow), table_of(PileRow), table_of(InboxRow)
        loose = select(letters.c.id, letters.c.body).where(
            letters.c.shop_id == self._shop.id, letters.c.card_id.is_(None), letters.c.body != ""
        )
        about = [
            row.id
            for row in self._database.execute(loose)
            if any(each in row.body for each in (*named, *texts))
        ]
        self._database.execute(delete(letters).where(letters.c.id.in_(about)))
        read = piles.c.read_at.is_not(None)
        found = select(piles.c.id, piles.c.pieces).where(piles.c.shop_id == self._shop.id, read)
        for row in self._database.execute(found).all():
            pieces = pieces_from_json(row.pieces)
            if any(piece.name in named or piece.text in texts for piece in pieces):
                self._change(PileRow, row.id, pieces=pieces_to_json(()))
        of_theirs = re.compile(rf'"id": ?{customer_id}\b')
        asides = select(inbox.c.bot_id, inbox.c.update_id, inbox.c.body).where(
            inbox.c.set_aside_at.is_not(None)
        )
        for bot_id, update_id, body in self._database.execute(asides).all():
            if of_theirs.search(body):
                one = (inbox.c.bot_id == bot_id) & (inbox.c.update_id == update_id)
                self._database.execute(delete(inbox).where(one))

    def _erase_from_deeds(self, named: set[str]) -> None:
        rows = table_of(DeedRow)
        kinds = [kind.value for kind in ABOUT_CUSTOMERS]
        found = select(rows.c.id, rows.c.about).where(
            rows.c.shop_id == self._shop.id, rows.c.kind.in_(kinds)
        )
        for row in self._database.execute(found).all():
            if dict(pairs_from_json(row.about)).get("person") in named:
                self._change(DeedRow, row.id, about=nobody_named(row.about))
