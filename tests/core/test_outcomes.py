"""How a trouble ended is recognised from what followed, in scenes and in single facts."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from bot.core.coach import Coach
from bot.core.conversation import Channel, Turn, Who
from bot.core.course import Leave
from bot.core.desk import Desk
from bot.core.force import Force
from bot.core.handover import Handover, Stage
from bot.core.ladder import Ladder
from bot.core.listener import Listener
from bot.core.pace import Pace
from bot.core.people import Shop
from bot.core.playbook import StepKind
from bot.core.press import Action, Press
from bot.core.ruling import Verdict
from bot.core.shelf import Place, Said
from bot.core.signs import Sign
from bot.core.trouble import Outcome, Trouble
from bot.detection.endings import EndingEar
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from tests.core.cast import small_library
from tests.core.ending_scenes import SCENES
from tests.detection.stage import detector, reader
from tests.store.conftest import Clock

SELLER = 11
LEAST_RIGHT = 0.93


@pytest.fixture
def stage() -> Iterator["Playhouse"]:
    yield (stage := Playhouse())
    stage.ledger.close()


class Playhouse:
    """Real listener, detector, desk and ledger; every scene is a customer's own."""

    def __init__(self) -> None:
        self.clock = Clock()
        engine = open_engine("sqlite:///:memory:")
        migrate(engine)
        shop = Shop(owner_id=99, seller_ids=frozenset({SELLER}))
        self.ledger = Ledger(engine, shop, self.clock)
        force = Force(Coach(detector(), Ladder(small_library()), Pace()))
        self.listener = Listener(force)
        self.desk = Desk(force, self.listener)

    def play(self, number: int, lines: tuple[str, ...]) -> Trouble | None:
        """The trouble that came of a scene; None where no card was opened."""
        place = Place(f"chat:1:11:{number}", Channel.CHAT, number, number, SELLER)
        for count, line in enumerate(lines):
            self.clock.now += 60.0
            mark, said = line[0], line.split(maxsplit=1)[1]
            if mark == "!":
                self.ledger.commit(partial(self._do, place=place, deed=said))
                continue
            who = Who.CUSTOMER if mark in "مc" else Who.SELLER
            heard = Said(place, Turn(who, said, self.clock.now), count)
            self.ledger.commit(partial(self.listener.hear, said=heard))
        return self.ledger.commit(lambda books: _trouble(books, place))

    def _do(self, books: Books, place: Place, deed: str) -> None:
        talk = books.conversation(place)
        if talk.trouble_id is None:
            return
        match deed:
            case "worked" | "dismissed":
                action = Action.WORKED if deed == "worked" else Action.DISMISS
                self.desk.press(books, Press(talk.trouble_id, action, SELLER, self.clock.now))
            case "allowed":
                leave = Leave(StepKind.OFFER_REFUND, None, "سارا")
                books.save(replace(talk, course=talk.course.with_leave(leave)))
            case "taken":
                number = talk.trouble_id
                taken = Handover(0, talk.id, number, Stage.TAKEN, 0, verdict=Verdict.TAKEN)
                taken = replace(taken, id=books.handovers.begin(taken))
                books.handovers.save(taken)


def _trouble(books: Books, place: Place) -> Trouble | None:
    number = books.conversation(place).trouble_id
    return books.figures.trouble(number) if number is not None else None


def test_scenes_end_as_people_say_they_did(stage: Playhouse) -> None:
    wrong = []
    for number, (outcome, lines) in enumerate(SCENES, start=1):
        trouble = stage.play(number, lines)
        found = trouble.outcome if trouble is not None else None
        if found is not outcome:
            wrong.append((outcome.value, found, lines[1:]))
    share = 1 - len(wrong) / len(SCENES)
    assert share >= LEAST_RIGHT, "\n".join(map(str, wrong))


def test_a_trouble_that_flares_up_within_a_day_had_not_calmed(stage: Playhouse) -> None:
    heated, calm = SCENES[0][1][0], "م: باشه ممنون"
    first = stage.play(1, (heated, calm))
    assert first is not None
    assert first.outcome is Outcome.CALMED
    stage.clock.now += 3_600.0
    place = Place("chat:1:11:1", Channel.CHAT, 1, 1, SELLER)
    again = Said(place, Turn(Who.CUSTOMER, heated[3:], stage.clock.now), 9)
    stage.ledger.commit(lambda books: stage.listener.hear(books, again))
    kept = stage.ledger.commit(lambda books: books.figures.trouble(first.id))
    assert kept is not None
    assert (kept.outcome, kept.has_calmed) == (Outcome.OPEN, False)


def test_what_someone_has_set_stands_above_what_is_seen(stage: Playhouse) -> None:
    trouble = stage.play(1, SCENES[0][1])
    assert trouble is not None

    def choose(outcome: Outcome | None) -> Trouble | None:
        def work(books: Books) -> Trouble | None:
            assert books.figures.choose(trouble.id, outcome, by=SELLER)
            return books.figures.trouble(trouble.id)

        return stage.ledger.commit(work)

    chosen, back = choose(Outcome.LEFT), choose(None)
    assert chosen is not None
    assert back is not None
    assert (chosen.outcome, chosen.chosen_by) == (Outcome.LEFT, SELLER)
    assert (back.outcome, back.chosen_by) == (Outcome.REFUNDED, None)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("پولتون واریز شد.", {Sign.REFUNDED}),
        ("پولتون واریز شد؟", set()),  # asked, not told
        ("اگه پولتون واریز نشد خبر بدین", set()),
        ("poletun ro bargardundam", {Sign.REFUNDED}),  # Finglish
        ("چشم، سلام", set()),
    ],
)
def test_a_sellers_words_are_heard_in_their_sentence(text: str, signs: set[Sign]) -> None:
    assert EndingEar(reader().read).seller(reader().read(text)) == signs
