"""Who is reminded of a customer who waits, and when: however a silence ends, and never twice."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo

import pytest

from bot.core.care import AFTER_SECONDS, BETWEEN_CARES_SECONDS, LastCare, TellAnswer, look_after
from bot.core.care import tell_manager as tell_manager_of_care
from bot.core.days import zone_of
from bot.core.duty import NOBODY, Copy
from bot.core.letters import CareLetter, CareNoteLetter, Letter, Nudge, NudgeLetter, SilenceLetter
from bot.core.nudges import listen, look, nudge_lost, remind_again, still_waits, take_on
from bot.core.people import TEHRAN, Connection, Shop
from bot.core.press import Action, Press
from bot.core.quiet import Hours, Rest, quiet_until
from bot.core.reach import Spell
from bot.core.shelf import Conversation
from bot.core.silences import Patience, Silence, last_awake, waiting_of
from tests.core.cast import MANAGER, SELLER, PaperBooks, Talk

SECOND = 77
MINUTE, HOUR = 60.0, 3600.0
ANGRY, WORSE, CALM = "2 complaint", "3 insult", "0"


@dataclass
class PaperSilences:
    """The silences, in memory; implements Silences."""

    books: "Paper"
    wanted: Patience = field(default_factory=Patience)
    kept: dict[int, Silence] = field(default_factory=dict)

    def patience(self) -> Patience:
        """As set."""
        return self.wanted

    def keep(self, silence: Silence) -> None:
        """Instead of the one before."""
        self.kept[silence.conversation_id] = silence

    def find(self, conversation_id: int) -> Silence | None:
        """By its conversation."""
        return self.kept.get(conversation_id)

    def tell(self, conversation_id: int, stage: Nudge) -> None:
        """At this moment."""
        self._told(conversation_id, stage, self.books.now)

    def untell(self, conversation_id: int, stage: Nudge) -> None:
        """Never."""
        self._told(conversation_id, stage, None)

    def take_on(self, conversation_id: int) -> None:
        """At this moment."""
        known = self.kept[conversation_id]
        self.kept[conversation_id] = replace(known, taken_on_at=self.books.now)

    def remind_again(self, conversation_id: int, at: float) -> None:
        """At that time."""
        self.kept[conversation_id] = replace(self.kept[conversation_id], again_at=at)

    def _told(self, conversation_id: int, stage: Nudge, at: float | None) -> None:
        known = self.kept[conversation_id]
        match stage:
            case Nudge.SELLER:
                known = replace(known, seller_at=at)
            case Nudge.MANAGER:
                known = replace(known, manager_at=at)
            case Nudge.CLOSING:
                known = replace(known, closing_at=at)
        self.kept[conversation_id] = known


@dataclass
class PaperReach:
    """Who rests, in memory; implements Rests."""

    books: "Paper"
    rests: dict[int, Rest] = field(default_factory=dict)
    duty: tuple[int, ...] = ()
    lost: set[int] = field(default_factory=set)
    zone: tzinfo = field(default_factory=lambda: zone_of(TEHRAN))

    def rest_of(self, person_id: int) -> Rest:
        """As set."""
        return self.rests.get(person_id, Rest())

    def quiet_until(self, person_id: int) -> float | None:
        """By the shop's clock."""
        return quiet_until(self.rest_of(person_id), self.books.now, self.zone)

    def on_duty(self) -> tuple[int, ...]:
        """As set."""
        return self.duty

    def begin(self, person_id: int, spell: Spell) -> bool:
        """Once each."""
        is_new = person_id not in self.lost
        self.lost.add(person_id)
        return is_new

    def end(self, person_id: int, spell: Spell) -> float | None:
        """Nothing is asked of it here."""
        return None

    def waiting(self, person_id: int, since: float) -> tuple[()]:
        """Nothing is asked of it here."""
        return ()

    def keep_stand_in(self, card_id: int, person_id: int) -> bool:
        """Nothing is asked of it here."""
        return True

    def forget_stand_in(self, card_id: int) -> None:
        """Nothing is asked of it here."""

    def name_of(self, person_id: int) -> str:
        """Their number."""
        return str(person_id)


@dataclass
class PaperCopies:
    """Who was asked about a group's card; implements Copies."""

    asked: tuple[int, ...] = ()

    def of(self, card_id: int) -> tuple[Copy, ...]:
        """As set."""
        return tuple(Copy(card_id, person_id) for person_id in self.asked)

    def miss(self, card_id: int, person_id: int) -> None:
        """Nothing is asked of it here."""

    def keep_answer(self, key: str, person_id: int) -> None:
        """Nothing is asked of it here."""


@dataclass
class PaperCares:
    """The kind words, in memory; implements Cares. `hot` is set by the test."""

    books: "Paper"
    hot: int = 0
    unwilling: set[int] = field(default_factory=set)
    kept: dict[int, LastCare] = field(default_factory=dict)

    def wanted_by(self, person_id: int) -> bool:
        """By all but the unwilling."""
        return person_id not in self.unwilling

    def last(self, seller_id: int) -> LastCare:
        """As kept."""
        return self.kept.get(seller_id, LastCare())

    def keep(self, seller_id: int) -> None:
        """At this moment."""
        self.kept[seller_id] = LastCare(self.books.now)

    def keep_told(self, seller_id: int) -> None:
        """At this moment."""
        self.kept[seller_id] = replace(self.kept[seller_id], told_at=self.books.now)

    def hot_talks(self, seller_id: int, since: float) -> int:
        """As set."""
        return self.hot


@dataclass
class Paper(PaperBooks):
    """The books with what nudges and care need; watches over every conversation that is kept."""

    shop: Shop = field(
        default_factory=lambda: Shop(
            owner_id=MANAGER, manager_ids=frozenset({SECOND}), seller_ids=frozenset({SELLER})
        )
    )
    is_connected: bool = True

    def __post_init__(self) -> None:
        self.silences, self.reach = PaperSilences(self), PaperReach(self)
        self.copies, self.cares = PaperCopies(), PaperCares(self)

    def save(self, conversation: Conversation) -> None:
        """As Books does."""
        super().save(conversation)
        listen(self, conversation)
        look_after(self, conversation)

    def connection(self, connection_id: str) -> Connection | None:
        """The seller's."""
        return Connection(connection_id, SELLER, SELLER, 0.0, is_enabled=self.is_connected)

    def mark_unreachable(self, person_id: int) -> None:
        """Away from now on."""
        self.handovers.away.add(person_id)


class Watched(Talk):
    """A talk whose letters are delivered as they fall due; `told` are the nudges, to whom, when."""

    def __init__(self) -> None:
        self.paper = Paper()
        super().__init__(self.paper)
        self.told: list[tuple[float, int, Nudge]] = []
        self.begun = self.now = self.paper.now = 1_800_000_000.0

    def says(self, text: str) -> None:
        """The customer writes at this moment."""
        self.customer(text, after=0.0)

    def answers(self) -> None:
        """The seller answers at this moment."""
        self.now -= 60.0
        self.seller()

    def wait(self, seconds: float) -> None:
        """Time goes by; what is due by then is delivered at its moment."""
        until = self.now + seconds
        while True:
            self.paper.later += [
                (to, body, self.paper.now)
                for to, body, _ in self.paper.letters
                if isinstance(body, SilenceLetter | NudgeLetter)
            ]
            self.paper.letters.clear()
            due = [each for each in self.paper.later if each[2] <= until]
            if not due:
                break
            first = min(due, key=lambda each: each[2])
            self.paper.later.remove(first)
            to, body, at = first
            self.paper.now = max(self.paper.now, at)
            if isinstance(body, SilenceLetter):
                look(self.paper, body)
            elif isinstance(body, NudgeLetter) and still_waits(self.paper, body, to):
                self.told.append((self.paper.now - self.begun, to, body.stage))
        self.now = self.paper.now = until

    def press(self, action: Action) -> None:
        """The seller presses a button of the open card."""
        card_id = max(self.paper.cards)
        self.desk.press(self.paper, Press(card_id, action, SELLER, self.now))

    def at(self, *minutes: float) -> None:
        """Check when nudges came."""
        assert [at / MINUTE for at, _, _ in self.told] == list(minutes)


@pytest.fixture
def talk() -> Watched:
    talk = Watched()
    talk.says(ANGRY)
    return talk


SELLER_ALONE, THEN_MANAGER, ALL = (10,), (10, 30), (10, 30, 22 * 60)


# When nudges come, and when not


def test_the_seller_then_a_manager_then_before_the_chat_closes(talk: Watched) -> None:
    talk.wait(40 * HOUR)
    talk.at(*ALL)
    assert [to for _, to, _ in talk.told] == [SELLER, SECOND, SELLER]


def test_a_customer_who_goes_on_writing_changes_nothing_but_the_closing(talk: Watched) -> None:
    for _ in range(4):
        talk.wait(4 * MINUTE)
        talk.says(WORSE)
    talk.wait(40 * HOUR)
    talk.at(10, 30, 22 * 60 + 16)


def test_an_answer_ends_it_and_the_next_tense_word_begins_anew(talk: Watched) -> None:
    talk.wait(15 * MINUTE)
    talk.answers()
    talk.wait(5 * HOUR)
    talk.at(*SELLER_ALONE)
    talk.says(ANGRY)
    talk.wait(10 * MINUTE)
    talk.at(10, 5 * 60 + 25)


def _worked(talk: Watched) -> None:
    talk.press(Action.WORKED)


def _dismissed(talk: Watched) -> None:
    talk.press(Action.DISMISS)


def _muted(talk: Watched) -> None:
    talk.press(Action.MUTE)


def _called(talk: Watched) -> None:
    talk.press(Action.CALL_MANAGER)


def _calmed(talk: Watched) -> None:
    talk.says(CALM)


def _disconnected(talk: Watched) -> None:
    talk.paper.is_connected = False


@pytest.mark.parametrize("happens", [_worked, _dismissed, _muted, _calmed, _disconnected])
def test_nothing_is_said_once_it_is_over(happens: Callable[[Watched], None], talk: Watched) -> None:
    talk.wait(12 * MINUTE)
    happens(talk)
    talk.wait(40 * HOUR)
    talk.at(*SELLER_ALONE)


def test_a_called_manager_has_a_clock_of_their_own(talk: Watched) -> None:
    _called(talk)
    talk.wait(40 * HOUR)
    talk.at(22 * 60)


def test_a_calm_customer_is_never_waited_for() -> None:
    talk = Watched()
    talk.says(CALM)
    assert talk.paper.later == []


def test_a_card_that_opens_anew_in_the_same_silence_brings_no_second_nudge(talk: Watched) -> None:
    """But whoever was not told yet hears of the new card, at the time of the silence."""
    talk.wait(12 * MINUTE)
    _calmed(talk)
    talk.says(ANGRY)
    talk.wait(40 * HOUR)
    talk.at(10, 30, 22 * 60 + 12)
    assert [to for _, to, _ in talk.told] == [SELLER, SECOND, SELLER]


def test_of_a_card_that_opens_anew_nobody_hears_a_second_time_within_an_hour(
    talk: Watched,
) -> None:
    talk.wait(40 * MINUTE)
    for _ in range(3):
        _calmed(talk)
        talk.says(ANGRY)
        talk.wait(15 * MINUTE)
    talk.at(*THEN_MANAGER)
    talk.wait(40 * HOUR)
    talk.at(10, 30, 22 * 60 + 70)


def test_a_told_seller_has_minutes_for_a_card_that_opens_anew_before_a_manager_hears(
    talk: Watched,
) -> None:
    talk.wait(12 * MINUTE)
    _worked(talk)
    talk.wait(38 * MINUTE)
    talk.says(ANGRY)
    talk.wait(HOUR)
    talk.at(10, 60)


def test_being_on_it_holds_for_a_card_that_opens_anew(talk: Watched) -> None:
    talk.wait(12 * MINUTE)
    waiting = waiting_of(talk.paper, 1, talk.begun)
    assert waiting is not None
    take_on(talk.paper, waiting)
    _calmed(talk)
    talk.says(ANGRY)
    talk.wait(HOUR)
    talk.at(10, 32)


@pytest.mark.parametrize("happens", [_worked, _dismissed, _calmed])
@pytest.mark.parametrize("hours", [2, 7 * 24])
def test_the_next_trouble_is_waited_for_though_the_seller_wrote_nothing_to_end_the_first(
    happens: Callable[[Watched], None], hours: int, talk: Watched
) -> None:
    """They settled it by phone; what the customer waits for began with the new trouble."""
    talk.wait(12 * MINUTE)
    happens(talk)
    talk.wait(hours * HOUR)
    talk.says(WORSE)
    begun = (talk.now - talk.begun) / MINUTE
    talk.wait(40 * HOUR)
    talk.at(10, *(begun + minutes for minutes in ALL))
    assert talk.paper.silences.kept[1].since == talk.begun + begun * MINUTE


def test_an_answer_ends_the_next_trouble_too(talk: Watched) -> None:
    talk.wait(12 * MINUTE)
    _worked(talk)
    talk.wait(2 * HOUR)
    talk.says(ANGRY)
    talk.wait(5 * MINUTE)
    talk.answers()
    talk.says(WORSE)
    talk.wait(30 * MINUTE)
    talk.at(10, 2 * 60 + 27, 2 * 60 + 47)


def test_who_writes_on_a_day_later_is_waited_for_anew_though_the_card_stayed_open(
    talk: Watched,
) -> None:
    talk.wait(7 * 24 * HOUR)
    talk.at(*ALL)
    week = 7 * 24 * 60
    for _ in range(2):
        talk.says(ANGRY)
        talk.wait(5 * MINUTE)
    for _ in range(12):  # until the first week's words are remembered no more
        talk.says(ANGRY)
    talk.wait(HOUR)
    talk.at(*ALL, week + 10, week + 30)
    assert talk.paper.silences.kept[1].since == talk.begun + week * MINUTE


def test_who_waits_for_something_new_has_not_waited_since_their_unanswered_thanks() -> None:
    talk = Watched()
    talk.says(CALM)
    talk.wait(7 * 24 * HOUR)
    talk.says(ANGRY)
    assert talk.paper.silences.kept[1].since == talk.now


def test_a_card_that_opens_anew_before_anybody_was_told_is_waited_for(talk: Watched) -> None:
    talk.wait(5 * MINUTE)
    _calmed(talk)
    talk.says(ANGRY)
    talk.wait(20 * MINUTE)
    talk.at(15)


def test_a_letter_that_comes_twice_nudges_once(talk: Watched) -> None:
    talk.paper.later *= 2
    talk.wait(40 * HOUR)
    talk.at(*ALL)


def test_who_left_the_team_is_not_reminded_but_a_manager_is_at_once(talk: Watched) -> None:
    talk.paper.shop = replace(talk.paper.shop, seller_ids=frozenset())
    talk.wait(HOUR)
    assert talk.told == [(10 * MINUTE, SECOND, Nudge.MANAGER)]


@pytest.mark.parametrize(
    ("patience", "at"),
    [
        (Patience(0, 0), ()),
        (Patience(0, 20), (20,)),  # the managers alone
        (Patience(5, 0), (5, 22 * 60)),  # the sellers alone
        (Patience(30, 60), (30, 90, 22 * 60)),
    ],
)
def test_the_shop_sets_the_minutes(patience: Patience, at: tuple[float, ...]) -> None:
    talk = Watched()
    talk.paper.silences.wanted = patience
    talk.says(ANGRY)
    talk.wait(40 * HOUR)
    talk.at(*at)


# What the seller wishes


def test_later_reminds_once_again_whatever_the_presses(talk: Watched) -> None:
    talk.wait(12 * MINUTE)
    for _ in range(3):
        waiting = waiting_of(talk.paper, 1, talk.begun)
        assert waiting is not None
        remind_again(talk.paper, waiting, SELLER)
    talk.wait(HOUR)
    talk.at(10, 27, 30)


def test_being_on_it_wins_the_managers_minutes_once(talk: Watched) -> None:
    talk.wait(12 * MINUTE)
    for minutes in (10, 20):
        waiting = waiting_of(talk.paper, 1, talk.begun)
        assert waiting is not None
        take_on(talk.paper, waiting)
        talk.wait(minutes * MINUTE)
    talk.at(10, 32)


# Who rests, and who cannot be reached


def test_where_the_seller_rests_a_manager_is_told_at_once() -> None:
    talk = Watched()
    talk.paper.reach.rests[SELLER] = Rest(is_muted=True)
    talk.says(ANGRY)
    talk.wait(HOUR)
    assert talk.told == [(10 * MINUTE, SECOND, Nudge.MANAGER)]


def test_managers_on_duty_come_first_and_the_owner_last(talk: Watched) -> None:
    third = 78
    talk.paper.shop = replace(talk.paper.shop, manager_ids=frozenset({SECOND, third}))
    talk.paper.reach.duty = (MANAGER, third)
    talk.wait(HOUR)
    assert [to for _, to, _ in talk.told] == [SELLER, third]


def test_where_all_managers_rest_the_first_who_is_up_hears_of_it(talk: Watched) -> None:
    talk.paper.reach.rests = {
        SECOND: Rest(muted_until=talk.begun + 3 * HOUR),
        MANAGER: Rest(is_muted=True),
    }
    talk.wait(5 * HOUR)
    assert talk.told[1:] == [(3 * HOUR, SECOND, Nudge.MANAGER)]


def test_a_nudge_that_reaches_nobody_goes_to_the_next(talk: Watched) -> None:
    talk.wait(30 * MINUTE)
    body = NudgeLetter(1, talk.begun, Nudge.MANAGER)
    talk.paper.mark_unreachable(SECOND)
    nudge_lost(talk.paper, Letter(1, SECOND, body, 0))
    talk.wait(MINUTE)
    assert talk.told[2:] == [(30 * MINUTE, MANAGER, Nudge.MANAGER)]


def test_a_card_that_is_nobodys_is_everybodys_reminder(talk: Watched) -> None:
    paper = talk.paper
    paper.shop = replace(paper.shop, seller_ids=frozenset({SELLER, 12}))
    paper.copies.asked = (SELLER, 12, 13)  # the last is of the team no more
    paper.cards[1] = replace(paper.cards[1], seller_id=NOBODY)
    talk.wait(HOUR)
    assert [to for _, to, _ in talk.told] == [SELLER, 12, SECOND]


def test_who_cannot_be_reached_beside_a_colleague_who_can_calls_no_manager(talk: Watched) -> None:
    paper = talk.paper
    paper.shop = replace(paper.shop, seller_ids=frozenset({SELLER, 12}))
    paper.copies.asked = (SELLER, 12)
    paper.cards[1] = replace(paper.cards[1], seller_id=NOBODY)
    talk.wait(10 * MINUTE)
    paper.mark_unreachable(12)
    nudge_lost(paper, Letter(1, 12, NudgeLetter(1, talk.begun, Nudge.SELLER), 0))
    talk.wait(MINUTE)
    assert SECOND not in [to for _, to, _ in talk.told]
    talk.wait(HOUR)
    assert talk.told[-1] == (30 * MINUTE, SECOND, Nudge.MANAGER)


# Before the chat closes


def test_a_word_about_the_closing_comes_before_the_quiet_hours_it_would_fall_into() -> None:
    talk = Watched()
    zone = talk.paper.reach.zone
    begun = datetime(2026, 5, 10, 7, 0, tzinfo=zone).timestamp()
    talk.begun = talk.now = talk.paper.now = begun
    talk.paper.reach.rests[SELLER] = Rest(hours=Hours(22 * 60, 6 * 60))
    talk.says(ANGRY)
    talk.wait(40 * HOUR)
    assert datetime.fromtimestamp(begun + talk.told[-1][0], zone).strftime("%H:%M") == "21:59"


@pytest.mark.parametrize(
    ("rest", "at", "last"),
    [
        (Rest(), "14:00", "14:00"),
        (Rest(hours=Hours(22 * 60, 8 * 60)), "03:10", "21:59"),
        (Rest(hours=Hours(22 * 60, 8 * 60)), "22:00", "21:59"),
        (Rest(hours=Hours(22 * 60, 8 * 60)), "08:00", "08:00"),
        (Rest(weekdays=tuple(range(7))), "14:00", "14:00"),  # they rest all day: as it falls
    ],
)
def test_the_last_moment_awake(rest: Rest, at: str, last: str) -> None:
    zone = zone_of(TEHRAN)
    moment = datetime.fromisoformat(f"2026-05-10T{at}").replace(tzinfo=zone).timestamp()
    found = last_awake(rest, moment, zone, since=moment - 20 * HOUR)
    assert datetime.fromtimestamp(found, zone).strftime("%H:%M") == last


# Care


def cares(talk: Watched) -> list[tuple[int, float]]:
    """The kind words that are due: about so many hot talks, and when."""
    later = talk.paper.later
    return [(body.count, at) for _, body, at in later if isinstance(body, CareLetter)]


def test_abuse_is_followed_by_one_kind_word_in_some_hours(talk: Watched) -> None:
    assert cares(talk) == []
    talk.says(WORSE)
    assert cares(talk) == [(0, talk.begun + AFTER_SECONDS)]
    talk.paper.later.clear()
    talk.wait(BETWEEN_CARES_SECONDS - MINUTE)
    talk.says(WORSE)
    assert cares(talk) == []
    talk.wait(MINUTE)
    talk.press(Action.NEXT_STEP)
    talk.says(WORSE)
    assert len(cares(talk)) == 1


def test_a_button_pressed_long_after_the_abuse_brings_no_kind_word() -> None:
    talk = Watched()
    talk.paper.cares.unwilling.add(SELLER)
    talk.says(WORSE)
    talk.paper.cares.unwilling.clear()
    talk.wait(HOUR)
    talk.press(Action.NEXT_STEP)
    assert cares(talk) == []


@pytest.mark.parametrize(("hot", "words"), [(2, 0), (3, 1)])
def test_several_heated_talks_in_an_hour_are_hard(hot: int, words: int) -> None:
    talk = Watched()
    talk.paper.cares.hot = hot
    talk.says(ANGRY)
    assert [count for count, _ in cares(talk)] == [hot] * words


def test_a_manager_hears_of_it_once_and_only_after_a_kind_word(talk: Watched) -> None:
    assert tell_manager_of_care(talk.paper, SELLER) is TellAnswer.GONE
    talk.says(WORSE)
    talk.paper.reach.rests[SECOND] = Rest(is_muted=True)
    talk.paper.letters.clear()
    assert tell_manager_of_care(talk.paper, SELLER) is TellAnswer.TOLD
    assert [(to, body) for to, body, _ in talk.paper.letters] == [(MANAGER, CareNoteLetter(SELLER))]
    assert tell_manager_of_care(talk.paper, SELLER) is TellAnswer.ALREADY


def test_without_a_manager_in_reach_there_is_nobody_to_tell(talk: Watched) -> None:
    talk.says(WORSE)
    talk.paper.handovers.away |= {MANAGER, SECOND}
    assert tell_manager_of_care(talk.paper, SELLER) is TellAnswer.NO_MANAGER
