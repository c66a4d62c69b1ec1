"""One customer of a shop: found, and everything that is kept of them gathered."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import col

from bot.core.assessment import Situation, Tension
from bot.core.card import Face
from bot.core.conversation import Channel, Who
from bot.core.dossier import Customer, Dossier, Promised, Shown, Spoken, Talked
from bot.core.masking import masked
from bot.core.people import plain_handle
from bot.store.codec import from_json
from bot.store.page import Page
from bot.store.sealing import likenesses
from bot.store.tables import (
    AssessmentRow,
    BriefRow,
    CardRow,
    CommentRow,
    ConversationRow,
    CopyRow,
    HandoverRow,
    InquiryRow,
    LessonRow,
    PublicAnswerRow,
    ReminderRow,
    TurnRow,
    table_of,
)

ERASED = "erased:"
"""How the keys of conversations begin of whom nothing is kept any more."""

_TURNS, _TALKS, _CARDS = table_of(TurnRow), table_of(ConversationRow), table_of(CardRow)


class Customers(Page):
    """The customers of one shop, inside one transaction."""

    def find(self, customer_id: int) -> Customer | None:
        """By the number that Telegram has for them."""
        return self._known(_TALKS.c.customer_id == customer_id)

    def of_talk(self, talk_id: int) -> Customer | None:
        """By one of their conversations."""
        return self._known(_TALKS.c.id == talk_id)

    def of_handle(self, handle: str) -> Customer | None:
        """By their @username, as they last had it when they wrote."""
        digests = likenesses(self._database.dialect, plain_handle(handle))
        return self._known(_TALKS.c.handle.in_(digests))

    def of_words(self, text: str) -> Customer | None:
        """By a message of theirs; None where several customers have written the same."""
        kept = dict.fromkeys((text, masked(text)))
        digests = [one for each in kept for one in likenesses(self._database.dialect, each)]
        found = (
            select(_TALKS.c.customer_id)
            .join(_TURNS, _TURNS.c.conversation_id == _TALKS.c.id)
            .where(_TALKS.c.shop_id == self._shop.id, _TURNS.c.likeness.in_(digests))
            .where(_TURNS.c.who == Who.CUSTOMER.value)
            .distinct()
            .limit(2)
        )
        who = self._database.execute(found).scalars().all()
        return self.find(who[0]) if len(who) == 1 else None

    def on_screen(self, person_id: int, message_id: int) -> Customer | None:
        """By a card or a brief on the screen of someone of the team."""
        copies, briefs, handovers = table_of(CopyRow), table_of(BriefRow), table_of(HandoverRow)
        copied = select(copies.c.card_id).where(
            copies.c.person_id == person_id, copies.c.message_id == message_id
        )
        own = (_CARDS.c.seller_id == person_id) & (_CARDS.c.message_id == message_id)
        shown = select(_CARDS.c.conversation_id).where(own | _CARDS.c.id.in_(copied))
        briefed = (
            select(handovers.c.conversation_id)
            .join(briefs, briefs.c.handover_id == handovers.c.id)
            .where(briefs.c.manager_id == person_id, briefs.c.message_id == message_id)
        )
        return self._known(_TALKS.c.id.in_(shown) | _TALKS.c.id.in_(briefed))

    def of_card(self, card_id: int) -> Customer | None:
        """By a card about them."""
        about = select(_CARDS.c.conversation_id).where(_CARDS.c.id == card_id)
        return self._known(_TALKS.c.id.in_(about))

    def talks_of(self, customer_id: int) -> Sequence[Row[Any]]:
        """The rows of their conversations, oldest first; nobody else changes them meanwhile."""
        found = select(_TALKS).where(self._mine, _TALKS.c.customer_id == customer_id)
        return self._database.execute(found.order_by(_TALKS.c.id).with_for_update()).all()

    def dossier(self, customer_id: int) -> Dossier:
        """All that is kept of a customer."""
        talks = self.talks_of(customer_id)
        numbers = [row.id for row in talks]
        said, cards = self._said(numbers), self._cards(numbers)
        promises, answers = self._promises(numbers), self._answers(numbers)
        texts = {each.text for spoken in said.values() for each in spoken if each.text}
        return Dossier(
            customer_id,
            tuple(
                Talked(
                    channel=Channel(row.channel),
                    chat_id=row.chat_id,
                    seller_id=row.seller_id,
                    name=row.customer_name,
                    last_at=row.last_at,
                    said=tuple(said[row.id]),
                    cards=tuple(cards[row.id]),
                    promises=tuple(promises[row.id]),
                    answers=tuple(answers[row.id]),
                )
                for row in talks
            ),
            taught=tuple(row.text for row in self.lessons_from(numbers, texts) if row.text),
            asked=tuple((row.created_at, row.text) for row in self.asked_about(numbers, texts)),
            comments=self._comments(customer_id),
        )

    def lessons_from(self, talks: Sequence[int], texts: Iterable[str]) -> Sequence[Row[Any]]:
        """The lessons taught at turns of conversations, or on the same words."""
        return self._about(table_of(LessonRow), talks, set(texts))

    def asked_about(self, talks: Sequence[int], texts: Iterable[str]) -> Sequence[Row[Any]]:
        """The inquiries about turns of conversations, or about the same words."""
        found = self._about(table_of(InquiryRow), talks, set(texts))
        return [row for row in found if row.text]

    def asked_naming(self, names: Iterable[str]) -> Sequence[Row[Any]]:
        """The inquiries in which one of these names stands."""
        rows, named = table_of(InquiryRow), tuple(names)
        kept = self._database.execute(select(rows).where(rows.c.shop_id == self._shop.id))
        return [
            row for row in kept if any(name in f"{row.text}\n{row.handed or ''}" for name in named)
        ]

    def _about(self, rows: Any, talks: Sequence[int], texts: set[str]) -> Sequence[Row[Any]]:
        theirs = set(
            self._database.execute(
                select(_TURNS.c.id).where(_TURNS.c.conversation_id.in_(talks))
            ).scalars()
        )
        kept = self._database.execute(select(rows).where(rows.c.shop_id == self._shop.id))
        return [row for row in kept if row.turn_id in theirs or row.text in texts]

    @property
    def _mine(self) -> Any:
        return (_TALKS.c.shop_id == self._shop.id) & _TALKS.c.key.not_like(f"{ERASED}%")

    def _known(self, which: Any) -> Customer | None:
        newest = select(_TALKS).where(self._mine, which).order_by(_TALKS.c.id.desc()).limit(1)
        row = self._database.execute(newest).one_or_none()
        if row is None:
            return None
        theirs = (_TALKS.c.customer_id == row.customer_id) & self._mine
        talks = select(func.count(), func.max(_TALKS.c.last_at)).where(theirs)
        count, last_at = self._database.execute(talks).one()
        messages = (
            select(func.count())
            .select_from(_TURNS)
            .join(_TALKS, _TALKS.c.id == _TURNS.c.conversation_id)
            .where(theirs, _TURNS.c.who == Who.CUSTOMER.value)
        )
        said = self._database.execute(messages).scalar_one()
        return Customer(row.customer_id, row.id, row.customer_name, count, said, last_at)

    def _said(self, talks: Sequence[int]) -> dict[int, list[Spoken]]:
        found = table_of(AssessmentRow)
        turns = select(_TURNS).where(_TURNS.c.conversation_id.in_(talks)).order_by(_TURNS.c.id)
        heard = (
            select(found.c.turn_id, found.c.tension, found.c.situations)
            .join(_TURNS, _TURNS.c.id == found.c.turn_id)
            .where(_TURNS.c.conversation_id.in_(talks))
            .order_by(found.c.id)
        )
        newest: dict[int, Any] = {row.turn_id: row for row in self._database.execute(heard)}
        said: dict[int, list[Spoken]] = defaultdict(list)
        for row in self._database.execute(turns):
            judged = newest.get(row.id)
            said[row.conversation_id].append(
                Spoken(
                    who=Who(row.who),
                    at=row.at,
                    text=row.text,
                    media=row.media,
                    edited=row.edited,
                    deleted_at=row.deleted_at,
                    tension=Tension(judged.tension) if judged is not None else None,
                    situations=_situations(judged),
                )
            )
        return said

    def _cards(self, talks: Sequence[int]) -> dict[int, list[Shown]]:
        found = select(_CARDS).where(_CARDS.c.conversation_id.in_(talks)).order_by(_CARDS.c.id)
        cards: dict[int, list[Shown]] = defaultdict(list)
        for row in self._database.execute(found):
            quote = from_json(Face, row.face).quote
            shown = Shown(row.opened_at, row.state, row.playbook, quote)
            cards[row.conversation_id].append(shown)
        return cards

    def _promises(self, talks: Sequence[int]) -> dict[int, list[Promised]]:
        rows = table_of(ReminderRow)
        found = select(rows).where(rows.c.conversation_id.in_(talks)).order_by(rows.c.id)
        promises: dict[int, list[Promised]] = defaultdict(list)
        for row in self._database.execute(found):
            made = Promised(row.made_at, row.due_at, row.state, row.words)
            promises[row.conversation_id].append(made)
        return promises

    def _answers(self, talks: Sequence[int]) -> dict[int, list[tuple[float, str]]]:
        rows = table_of(PublicAnswerRow)
        found = (
            select(rows.c.at, rows.c.text, _CARDS.c.conversation_id)
            .join(_CARDS, _CARDS.c.id == rows.c.card_id)
            .where(_CARDS.c.conversation_id.in_(talks), rows.c.text != "")
            .order_by(rows.c.id)
        )
        answers: dict[int, list[tuple[float, str]]] = defaultdict(list)
        for row in self._database.execute(found):
            answers[row.conversation_id].append((row.at, row.text))
        return answers

    def _comments(self, customer_id: int) -> tuple[float, ...]:
        mine = (col(CommentRow.shop_id) == self._shop.id) & (
            col(CommentRow.author_id) == customer_id
        )
        found = select(col(CommentRow.at)).where(mine).order_by(col(CommentRow.at))
        return tuple(self._database.execute(found).scalars())


def _situations(judged: Any) -> tuple[Situation, ...]:
    return tuple(map(Situation, judged.situations.split())) if judged is not None else ()
