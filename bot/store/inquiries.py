"""Inquiries as kept: their answers stay as they were given, whatever is learnt afterwards."""

from sqlalchemy import Connection as Database
from sqlalchemy import select
from sqlmodel import col

from bot.core.inquiry import Handed, Inquiry, KeptTurn, Opinion, Question
from bot.core.masking import masked
from bot.core.people import Shop
from bot.core.privacy import masked_handed, masked_opinion
from bot.store.codec import from_json, to_json
from bot.store.lessons import Notebook
from bot.store.statements import change_of, new_numbered_row
from bot.store.tables import InquiryRow, table_of


class Inquiries:
    """The inquiries, inside one transaction; implements `bot.core.school.Inquiries`."""

    def __init__(self, database: Database, notebook: Notebook, now: float, shop: Shop) -> None:
        """Read and write through `database`; `now` is the time of the transaction, in seconds."""
        self._database = database
        self._notebook = notebook
        self._shop = shop
        self._now = now

    def keep(self, question: Question, now: Opinion, turn: KeptTurn | None) -> int:
        """Keep an answer; its number."""
        values = {
            "shop_id": self._shop.id,
            "person_id": question.by,
            "text": self._veiled(question.text),
            "opinion": self._opinion_to_json(now),
            "opinion_there": to_json(Opinion, turn.opinion) if turn is not None else None,
            "turn_id": turn.id if turn is not None else None,
            "created_at": self._now,
            "handed": self._handed_to_json(question.handed),
        }
        number: int = self._database.execute(new_numbered_row(InquiryRow), values).scalar_one()
        return number

    def find(self, inquiry_id: int) -> Inquiry | None:
        """An inquiry with the lesson taught below it, and whether more may be; or None."""
        found = (
            select(table_of(InquiryRow))
            .where(col(InquiryRow.shop_id) == self._shop.id)
            .where(col(InquiryRow.id) == inquiry_id)
        )
        row = self._database.execute(found).one_or_none()
        if row is None or not row.text:  # its words are kept no longer
            return None
        return Inquiry(
            id=row.id,
            by=row.person_id,
            text=row.text,
            now=from_json(Opinion, row.opinion),
            there=from_json(Opinion, row.opinion_there) if row.opinion_there else None,
            turn_id=row.turn_id,
            lesson=self._notebook.find(row.lesson_id) if row.lesson_id else None,
            may_teach=self._notebook.may_teach(row.person_id),
            handed=from_json(Handed, row.handed) if row.handed else None,
        )

    def attach(self, inquiry_id: int, lesson_id: int) -> None:
        """Keep which lesson was taught below an inquiry."""
        change = {"row_id": inquiry_id, "lesson_id": lesson_id}
        self._database.execute(change_of(InquiryRow), change)

    def rewrite(self, inquiry_id: int, question: Question, now: Opinion) -> None:
        """Keep another answer in an inquiry's place."""
        change = {
            "row_id": inquiry_id,
            "text": self._veiled(question.text),
            "opinion": self._opinion_to_json(now),
            "handed": self._handed_to_json(question.handed),
        }
        self._database.execute(change_of(InquiryRow), change)

    def _veiled(self, words: str) -> str:
        return masked(words) if self._shop.masks_words else words

    def _opinion_to_json(self, opinion: Opinion) -> str:
        return to_json(Opinion, masked_opinion(opinion) if self._shop.masks_words else opinion)

    def _handed_to_json(self, handed: Handed | None) -> str | None:
        if handed is None:
            return None
        return to_json(Handed, masked_handed(handed) if self._shop.masks_words else handed)
