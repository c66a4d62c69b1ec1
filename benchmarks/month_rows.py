"""A made-up month straight into the tables, as the way through the bot would have kept it.

What is planned of a visit is taken for found. How it bears on a trouble, `bot.core.outcomes` says.
Assessments and letters are left out: no figure is read from them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import insert
from sqlmodel import SQLModel

from benchmarks.month import DAY, GROUP_ID, NOW, ZONE, Customer, Staff, Visit
from benchmarks.month_tables import (
    CARD_COLUMNS,
    PRESS_COLUMNS,
    SAID_COLUMNS,
    STALE_COLUMNS,
    TALK_COLUMNS,
    TROUBLE_COLUMNS,
    TURN_COLUMNS,
    USE_COLUMNS,
    Case,
    Talk,
    card_row,
    day,
    pour,
    talk_row,
    trouble_row,
)
from benchmarks.month_visits import Beat, Deed
from bot.app import build_library
from bot.core import outcomes
from bot.core.assessment import Tension
from bot.core.card import CardState
from bot.core.conversation import Past, Who
from bot.core.days import day_of
from bot.core.ladder import DRAFTS_SHOWN
from bot.core.playbook import Library
from bot.core.trouble import Trouble, effort
from bot.core.wording import mark_of
from bot.settings import Settings
from bot.store.books import Books
from bot.store.tables import (
    CardRow,
    ConversationRow,
    PressRow,
    RoomRow,
    StaleDayRow,
    StepUseRow,
    TalkDayRow,
    TroubleRow,
    TurnRow,
    table_of,
)

_PRESSED = {
    Deed.NEXT: "next",
    Deed.WORKED: "worked",
    Deed.DISMISS: "fine",
    Deed.CALL: "call",
    Deed.ASK_LEAVE: "call",
}
_ENDED = {Deed.WORKED: CardState.WORKED, Deed.DISMISS: CardState.DISMISSED}


class Numbers:
    """Where the next rows' numbers go on."""

    def __init__(self) -> None:
        """Begin with 1, in an empty database."""
        self.talk, self.turn, self.card, self.press = count(1), count(1), count(1), count(1)


class Clerk:
    """Writes down one shop's visits, table by table."""

    def __init__(
        self, database: Database, staff: Staff, library: Library, numbers: Numbers
    ) -> None:
        """Keep whose they are, and where they go."""
        self._database, self._staff, self._numbers = database, staff, numbers
        self._books = library.by_locale[library.fallback]
        self._talks: dict[int, Talk] = {}
        self._cases: list[Case] = []
        self._uses: dict[tuple[int, str, str, str], list[float | None]] = {}
        self._said: defaultdict[tuple[int, str], list[float]] = defaultdict(lambda: [0, 0, 0.0])
        self.turns: list[tuple[Any, ...]] = []
        self._presses: list[tuple[Any, ...]] = []

    def keep(self, visits: Iterable[Visit]) -> None:
        """All of them, then what they have come to."""
        for visit in visits:
            talk = self._talk(visit.customer)
            for beat in visit.beats:
                self._beat(talk, beat)
        self._close()

    def _talk(self, customer: Customer) -> Talk:
        talk = self._talks.get(customer.id)
        if talk is None:
            talk = Talk(next(self._numbers.talk), customer)
            self._talks[customer.id] = talk
        return talk

    def _beat(self, talk: Talk, beat: Beat) -> None:
        case = talk.case
        match beat.deed:
            case Deed.SAY if beat.who is Who.CUSTOMER:
                self._customer(talk, beat)
            case Deed.SAY:
                self._seller(talk, beat)
            case Deed.SEND if case is not None and case.is_open:
                self._sent(case, beat.at)
                step = case.book.steps[case.step]
                self._seller(talk, replace(beat, text=step.drafts[0] if step.drafts else "🌸"))
            case _ if case is not None and case.is_open:
                self._pressed(case, beat)
            case Deed.SEND:
                self._seller(talk, replace(beat, text="چشم"))

    def _customer(self, talk: Talk, beat: Beat) -> None:
        self._keep_turn(talk, beat)
        talk.heard += 1
        newest = _past(beat)
        case = talk.case
        if beat.about is not None and (case is None or not case.is_open):
            self._open(talk, beat)
        elif case is not None and case.is_open and beat.heat is Tension.CALM and beat.sign:
            case.state = CardState.CALMED
            if case.trouble.calmed_at is None:
                case.trouble = replace(case.trouble, calmed_at=beat.at)
        elif case is not None and case.is_open:
            case.trouble = replace(case.trouble, peak=max(case.trouble.peak, beat.heat))
        self._followed(talk, newest)

    def _seller(self, talk: Talk, beat: Beat) -> None:
        self._keep_turn(talk, beat)
        self._followed(talk, _past(beat))

    def _keep_turn(self, talk: Talk, beat: Beat) -> None:
        by_seller = beat.who is Who.SELLER
        talk.messages += 1
        number = next(self._numbers.turn)
        message = talk.messages if not talk.customer.channel.is_public else number
        self.turns.append((number, talk.id, message, beat.who.value, beat.at, beat.text, False))
        said = self._said[talk.id, day_of(beat.at, ZONE).isoformat()]
        said[int(by_seller)] += 1
        said[2] += effort(beat.at, talk.last_at) if by_seller else 0.0
        talk.last_at = beat.at if talk.last_at is None else max(talk.last_at, beat.at)
        if not by_seller:
            talk.last_customer_at = beat.at

    def _open(self, talk: Talk, beat: Beat) -> None:
        if talk.case is not None and outcomes.flares_up(talk.case.trouble, beat.at):
            talk.case.trouble = replace(talk.case.trouble, flared_at=beat.at)
        about = beat.about.value if beat.about is not None else ""
        number = next(self._numbers.card)
        trouble = Trouble(
            id=number,
            conversation_id=talk.id,
            seller_id=talk.customer.seller.id,
            channel=talk.customer.channel,
            opened_at=beat.at,
            playbook=about,
            about=about,
            peak=beat.heat,
        )
        talk.case = Case(trouble, talk.heard - 1, self._books[about])
        talk.trouble_id = number
        self._cases.append(talk.case)
        self._show(talk.case, beat.at)

    def _show(self, case: Case, at: float) -> None:
        step = case.book.steps[case.step]
        marks = (mark_of(draft) for draft in step.drafts[:DRAFTS_SHOWN])
        for draft in ("", *marks):
            key = (case.trouble.id, case.book.id, step.kind.value, draft)
            self._uses.setdefault(key, [at, None, None])

    def _sent(self, case: Case, at: float) -> None:
        step = case.book.steps[case.step]
        for draft in ("", *(mark_of(draft) for draft in step.drafts[:1])):
            use = self._uses[case.trouble.id, case.book.id, step.kind.value, draft]
            use[1] = use[1] or at
        case.trouble = outcomes.sent(case.trouble, step.kind.value)

    def _pressed(self, case: Case, beat: Beat) -> None:
        trouble, step = case.trouble, case.book.steps[case.step].kind.value
        match beat.deed:
            case Deed.NEXT:
                case.step = min(case.step + 1, len(case.book.steps) - 1)
                self._show(case, beat.at)
            case Deed.WORKED:
                self._uses[trouble.id, case.book.id, step, ""][2] = beat.at
                if trouble.calmed_at is None:
                    trouble = replace(trouble, calmed_at=beat.at, calm_turns=trouble.turns - 1)
            case Deed.DISMISS:
                trouble = replace(trouble, dismissed=True)
            case Deed.CALL | Deed.ASK_LEAVE:
                trouble = replace(trouble, called=True)
            case Deed.TAKE:
                trouble = replace(trouble, called=True, taken_over=True)
            case Deed.ALLOW:
                trouble = replace(trouble, called=True, allowed=True)
        case.trouble, case.state = trouble, _ENDED.get(beat.deed, case.state)
        if beat.deed in _PRESSED:
            whose = (next(self._numbers.press), trouble.id, trouble.seller_id)
            self._presses.append((*whose, _PRESSED[beat.deed], f"{case.book.id}/{step}", beat.at))

    def _followed(self, talk: Talk, newest: Past) -> None:
        case = talk.case
        if case is not None:
            turns = talk.heard - case.heard_before
            case.trouble = outcomes.after_turn(
                case.trouble, newest, turns=turns, is_open=case.is_open, now=newest.at
            )

    def _close(self) -> None:
        """Every row at once, those first that others point to."""
        shop, cases = self._staff.shop.id, self._cases
        put = self._put
        put(ConversationRow, TALK_COLUMNS, (talk_row(each, shop) for each in self._talks.values()))
        put(TurnRow, TURN_COLUMNS, self.turns)
        put(CardRow, CARD_COLUMNS, (card_row(each) for each in cases))
        put(PressRow, PRESS_COLUMNS, self._presses)
        put(TroubleRow, TROUBLE_COLUMNS, (trouble_row(each, shop) for each in cases))
        put(StepUseRow, USE_COLUMNS, ((*key, *use) for key, use in self._uses.items()))
        put(StaleDayRow, STALE_COLUMNS, ((shop, day(each), each.trouble.id) for each in cases))
        put(
            TalkDayRow,
            SAID_COLUMNS,
            (
                (talk, day, shop, int(customer), int(seller), seconds)
                for (talk, day), (customer, seller, seconds) in self._said.items()
            ),
        )

    def _put(
        self, table: type[SQLModel], columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]
    ) -> None:
        pour(self._database, table, columns, rows)


def keep_month(books: Books, staff: Staff, visits: Iterable[Visit], numbers: Numbers) -> int:
    """Write a shop's month into a database without any of it; how many messages there are.

    The counts by day are left to be made: every trouble stands among `stale_day`.
    """
    clerk = Clerk(books._database, staff, shipped_library(), numbers)
    clerk.keep(visits)
    keep_people(books, staff)
    return len(clerk.turns)


def keep_people(books: Books, staff: Staff) -> None:
    """The team's names and the shop's group, as the bot has met them."""
    shop = staff.shop
    named = {each.id: each.name for each in staff.sellers}
    for person, name in ({shop.managers[0]: "شیرین", staff.manager: "کاوه"} | named).items():
        books.remember_person(person, name, started=True)
    room = {"chat_id": GROUP_ID - shop.id, "title": "گروه مشتری‌ها", "shop_id": shop.id}
    books._database.execute(insert(table_of(RoomRow)), {**room, "since": NOW - 400 * DAY})


def shipped_library() -> Library:
    """The playbooks that come along."""
    return build_library(Settings(_env_file=None))


def _past(beat: Beat) -> Past:
    return Past(
        beat.who,
        beat.at,
        "",
        beat.heat,
        frozenset({beat.about} if beat.about else ()),
        signs=frozenset({beat.sign} if beat.sign else ()),
    )
