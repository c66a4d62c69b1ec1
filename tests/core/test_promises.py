"""Promises: what keeps them, what replaces them, and when the vague ones are due."""

from dataclasses import replace
from datetime import datetime, tzinfo

import pytest

from bot.core.conversation import Turn, Who
from bot.core.days import zone_of
from bot.core.letters import ReminderLetter
from bot.core.people import TEHRAN
from bot.core.promise import Act, Promise, Spoken
from bot.core.promises import Promises
from bot.core.reminder import Kind, State
from bot.core.reminders import default_due, in_working_hours, tomorrow_morning
from bot.core.shelf import Conversation, Said
from tests.core.cast import SELLER, PaperBooks, place

ZONE = zone_of(TEHRAN)
HOUR = 3600.0


class ToldEar:
    """Hears what it was told to hear."""

    def __init__(self) -> None:
        self.next = Spoken()

    def hear(self, text: str, at: float, zone: tzinfo) -> Spoken:
        """Once."""
        spoken, self.next = self.next, Spoken(is_telling=True)
        return spoken

    def time_in(self, text: str, at: float, zone: tzinfo) -> float | None:
        """Never."""
        return None


class Play:
    """One seller's messages to one customer."""

    def __init__(self) -> None:
        self.books, self.ear = PaperBooks(), ToldEar()
        self.promises = Promises(self.ear)
        self.talk: Conversation = self.books.conversation(place())
        self._number = 0

    def promise(
        self, act: Act, hours: float | None, *, at: float = 1_000.0, soon: bool = False
    ) -> None:
        due = None if hours is None else at + hours * HOUR
        self.ear.next = Spoken((Promise(act, "…", due, soon),), is_telling=True)
        self.say(at)

    def say(self, at: float, *, spoken: Spoken | None = None, media: str | None = None) -> None:
        self.ear.next = spoken or self.ear.next
        self._number += 1
        turn = Turn(Who.SELLER, "…", at, media=media)
        self.promises.hear(self.books, self.talk, Said(place(), turn, self._number))

    def states(self) -> list[State]:
        return [each.state for each in self.books.reminders.kept.values()]


@pytest.mark.parametrize(
    ("act", "hours", "later", "spoken", "media", "state"),
    [
        (Act.SEND, 24, 1, Spoken(done=frozenset({Act.SEND})), None, State.KEPT),  # it was sent
        (Act.SEND, 24, 1, Spoken(is_telling=True), None, State.OPEN),  # they only talked
        (Act.SEND, 24, 1, Spoken(), "photo", State.KEPT),  # the picture itself
        (Act.SEND, 24, 1, Spoken(done=frozenset({Act.PAY})), None, State.OPEN),  # something else
        (Act.TELL, 2, 0.1, Spoken(is_telling=True), None, State.KEPT),  # the answer came soon
        (Act.TELL, 2, 0.1, Spoken(), None, State.OPEN),  # a courtesy
        (Act.TELL, 72, 0.1, Spoken(is_telling=True), None, State.OPEN),  # too early to be it
        (Act.TELL, 72, 40, Spoken(is_telling=True), None, State.KEPT),
        (Act.CHECK, 72, 0.1, Spoken(done=frozenset({Act.CHECK})), None, State.KEPT),  # "I asked"
    ],
)
def test_what_keeps_a_promise(
    act: Act, hours: float, later: float, spoken: Spoken, media: str | None, state: State
) -> None:
    play = Play()
    play.promise(act, hours)
    play.say(1_000.0 + later * HOUR, spoken=spoken, media=media)
    assert play.states() == [state]


def test_a_newer_promise_replaces_one_of_its_kind_alone() -> None:
    play = Play()
    play.promise(Act.SEND, 24)
    play.promise(Act.PAY, 24, at=1_001.0)
    play.promise(Act.SEND, 48, at=1_002.0)
    assert play.states() == [State.REPLACED, State.OPEN, State.OPEN]


def test_each_promise_is_told_by_a_letter_at_its_time() -> None:
    play = Play()
    play.promise(Act.SEND, 24)
    assert play.books.later == [(SELLER, ReminderLetter(1), 1_000.0 + 24 * HOUR)]
    assert play.books.letters == []


def test_nothing_is_kept_for_whoever_wants_none_or_has_muted_the_talk() -> None:
    play = Play()
    play.books.reminders.unwanted.add((SELLER, Kind.PROMISE))
    play.promise(Act.SEND, 24)
    play.books.reminders.unwanted.clear()
    play.talk = replace(play.talk, course=replace(play.talk.course, muted=True))
    play.promise(Act.SEND, 24)
    assert play.states() == []


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("2026-11-22 11:00", "2026-11-22 13:00"),
        ("2026-11-22 20:30", "2026-11-23 10:00"),  # after hours: the next morning
        ("2026-11-26 20:30", "2026-11-28 10:00"),  # a Thursday night: not on Friday
        ("2026-11-27 02:00", "2026-11-27 10:00"),  # who works on a Friday is told on it
        ("2026-11-27 11:00", "2026-11-27 13:00"),
    ],
)
def test_a_vague_promise_is_due_in_two_working_hours(said: str, due: str) -> None:
    assert written(default_due(moment(said), ZONE)) == due


def test_mornings() -> None:
    assert written(tomorrow_morning(moment("2026-11-22 11:00"), ZONE)) == "2026-11-23 10:00"
    assert written(tomorrow_morning(moment("2026-11-22 02:00"), ZONE)) == "2026-11-22 10:00"
    late = in_working_hours(moment("2026-11-22 23:00"), ZONE, since=moment("2026-11-20 23:00"))
    assert written(late) == "2026-11-23 10:00"


def moment(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp()


def written(at: float) -> str:
    return f"{datetime.fromtimestamp(at, ZONE):%Y-%m-%d %H:%M}"
