"""A talk rehearsed shows what the listener would have shown, and a change alters what it should."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.core.advice import Audience
from bot.core.assessment import Assessment, Situation, Tension
from bot.core.coach import Coach
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.ladder import Ladder
from bot.core.lesson import NO_LESSONS, Lesson, Lessons
from bot.core.pace import Move, Pace, Quiet
from bot.core.playbook import Library, Playbook
from bot.core.press import Action, Press
from bot.core.rehearsal import (
    Change,
    Compared,
    Difference,
    Replay,
    Shown,
    Talk,
    compare,
    rehearse,
    replay,
)
from bot.core.shelf import Said
from bot.core.wording import Names
from tests.core.cast import BOUNDARY, SELLER, ToldDetector, book, books_in, place, small_library
from tests.core.cast import Talk as Played

MINUTE = 60.0


def coach_of(books: Iterable[Playbook]) -> Coach:
    library = Library({"fa": {each.id: each for each in books}})
    return Coach(ToldDetector(), Ladder(library), Pace())


def small_shop() -> Coach:
    return Coach(ToldDetector(), Ladder(small_library()), Pace())


def shop_without(*names: str) -> Coach:
    return coach_of(each for each in books_in("fa").values() if each.id not in names)


def talk(
    *lines: str,
    channel: Channel = Channel.CHAT,
    presses: tuple[Press, ...] = (),
) -> Talk:
    """A minute between the turns; "s" is the seller's, "maryam: 2 insult" a named customer's."""
    turns = []
    for number, line in enumerate(lines):
        name, _, text = line.rpartition(": ")
        who = Who.SELLER if line == "s" else Who.CUSTOMER
        turns.append(Turn(who, text, number * MINUTE, channel, name or None))
    return Talk("t", channel, tuple(turns), presses=presses)


def press(action: Action, after_turn: int) -> Press:
    return Press(card_id=1, action=action, by=SELLER, at=after_turn * MINUTE + 1)


def told(shown: Shown) -> tuple[int, int | None, str | None]:
    """Turn, card, and where the card's words come from."""
    advice = shown.advice
    return shown.number, shown.card, f"{advice.playbook} {advice.step}" if advice else None


def kinds(compared: Compared) -> list[tuple[Change, int]]:
    """What becomes of the cards, and at which turn it shows."""
    return [(each.change, each.before.number) for each in compared.differences]


# What is shown


def test_a_talk_shows_turn_by_turn_what_the_listener_shows() -> None:
    lines = ["0", "1 complaint", "s", "2 complaint", "0", "s", "3 insult"]
    played = Played()
    faces = []
    for line in lines:
        if line == "s":
            played.seller()
            continue
        before = len(played.books.shown)
        played.customer(line)
        faces.append(played.card.face.advice if len(played.books.shown) > before else None)
    assert [each.advice for each in rehearse(small_shop(), talk(*lines))] == faces
    assert sum(face is not None for face in faces) == 4, "silence, three whispers, a farewell"


def test_every_trouble_has_its_card() -> None:
    shown = list(rehearse(small_shop(), talk("0", "1 complaint", "2 complaint", "0", "3 insult")))
    assert list(map(told, shown)) == [
        (0, None, None),
        (1, 1, "complaint 1"),
        (2, 1, "complaint 1"),
        (3, 1, "praise 2"),
        (4, 2, "insult 1"),
    ]
    assert [each.decision for each in shown] == [
        Quiet.CALM,
        Move.ANEW,
        Move.ANEW,
        Move.CLOSE,
        Move.ANEW,
    ]
    assert shown[4].tension is Tension.ABUSIVE


def test_in_a_group_each_customer_is_a_talk_of_their_own_and_the_seller_is_heard_in_all() -> None:
    lines = ("a: 1 complaint", "b: 0", "s", "b: 1 complaint", "a: 2 complaint")
    shown = rehearse(small_shop(), talk(*lines, channel=Channel.GROUP))
    assert list(map(told, shown)) == [
        (0, 1, "complaint 1"),
        (1, None, None),
        (3, 2, "complaint 1"),
        (4, 1, "complaint 2"),
    ]


def test_words_are_for_the_talks_own_people() -> None:
    abroad = Audience(seller_locale="en", customer_locale="en")
    heated = replace(talk("2 complaint"), audience=abroad)
    (shown,) = rehearse(small_shop(), heated)
    assert shown.advice is not None
    assert shown.advice.advice == "en complaint acknowledge_feelings"
    assert shown.advice.drafts[0].startswith("FA complaint"), "the customer writes Persian"


def test_what_the_shop_taught_is_heeded() -> None:
    lessons = Lessons((Lesson("2 complaint", alarm=False),))
    assert [each.card for each in rehearse(small_shop(), talk("2 complaint"), lessons)] == [None]


PRESSES: list[tuple[tuple[Press, ...], list[int | None]]] = [
    # nobody pressed
    ((), [1, 1, 1]),
    # "not a problem" holds until it grows hotter
    ((press(Action.DISMISS, 0),), [1, None, 2]),
    # a muted chat
    ((press(Action.MUTE, 0),), [1, None, None]),
    ((press(Action.MUTE, 0), press(Action.UNMUTE, 1)), [1, None, 1]),
    # given out of order
    ((press(Action.UNMUTE, 1), press(Action.MUTE, 0)), [1, None, 1]),
    # the trouble was over; the next one is another
    ((press(Action.WORKED, 1),), [1, 1, 2]),
    # looking at other words changes no card
    ((press(Action.OTHER_WORDS, 0),), [1, 1, 1]),
]


@pytest.mark.parametrize(("presses", "cards"), PRESSES)
def test_what_the_seller_answered_then_holds(
    presses: tuple[Press, ...], cards: list[int | None]
) -> None:
    lines = ("1 complaint", "1 complaint", "2 complaint")
    shown = rehearse(small_shop(), talk(*lines, presses=presses))
    assert [each.card for each in shown] == cards


COOLED = (
    # the card was heated, then said less: what was dismissed is the less
    ("2 complaint", "1 complaint", "2 complaint"),
    # and so it is where a quiet card stands, of a comment
    ("1 complaint mild", "1 complaint mild", "2 complaint"),
    # as heated as the card said last
    ("1 complaint", "2 complaint", "2 complaint"),
)


@pytest.mark.parametrize("channel", [Channel.CHAT, Channel.COMMENT])
@pytest.mark.parametrize("lines", COOLED)
def test_not_a_problem_is_said_of_what_the_card_said_last_as_at_the_desk(
    lines: tuple[str, ...], channel: Channel
) -> None:
    played = Played(where=replace(place(), channel=channel))
    dismissal = press(Action.DISMISS, 1)
    for number, line in enumerate(lines):
        turn = Turn(Who.CUSTOMER, line, number * MINUTE, channel)
        played.listener.hear(played.books, Said(played.where, turn, number))
        if number == 1 and played.books.cards:
            played.desk.press(played.books, dismissal)
    then = [heard.decision for _, heard in played.books.assessed]
    shown = rehearse(small_shop(), talk(*lines, channel=channel, presses=(dismissal,)))
    assert [each.decision for each in shown] == then


# What a change alters

HOT = ("0", "2 complaint", "s", "3 insult", "0", "1 refund_demand")


def test_an_unchanged_set_alters_nothing() -> None:
    compared = compare(small_shop(), small_shop(), talk(*HOT))
    assert (compared.turns, compared.same, compared.differences) == (5, 2, ())


def test_a_playbook_turned_off_takes_its_cards_away() -> None:
    compared = compare(small_shop(), shop_without("refund"), talk("0", "1 refund_demand", "s"))
    assert kinds(compared) == [(Change.VANISHES, 1)]
    (gone,) = compared.differences
    assert gone.before.advice is not None
    assert gone.before.advice.playbook == "refund"
    assert (gone.after.advice, gone.after.decision) == (None, Quiet.NO_PLAYBOOK)


def test_or_leaves_them_to_another() -> None:
    compared = compare(small_shop(), shop_without("insult"), talk("3 insult"))
    assert kinds(compared) == [(Change.DIFFERS, 0)]
    (other,) = compared.differences
    assert other.before.advice is not None
    assert other.after.advice is not None
    assert (other.before.advice.playbook, other.after.advice.playbook) == ("insult", "cool_down")
    assert other.fresh is None, "all of its words are new"


def shop_for_the_leaving() -> Coach:
    leaving = book("leaving", BOUNDARY, situations={Situation.LEAVING})
    return coach_of([*books_in("fa").values(), leaving])


def test_a_playbook_for_what_had_none_makes_cards_appear() -> None:
    compared = compare(small_shop(), shop_for_the_leaving(), talk("0", "1 leaving"))
    assert kinds(compared) == [(Change.APPEARS, 1)]
    (fresh,) = compared.differences
    assert fresh.before.advice is None
    assert fresh.after.advice is not None
    assert fresh.after.advice.playbook == "leaving"


def test_a_card_that_only_comes_sooner_is_the_same_trouble_and_differs() -> None:
    compared = compare(small_shop(), shop_for_the_leaving(), talk("1 leaving", "1 complaint"))
    assert kinds(compared) == [(Change.DIFFERS, 0)]


def test_two_cards_in_place_of_one_are_one_more() -> None:
    before = coach_of([*books_in("fa").values()])
    after = coach_of(each for each in books_in("fa").values() if each.id != "cool_down")
    lines = ("2 leaving", "2 complaint", "0", "2 leaving", "0")
    compared = compare(before, after, talk(*lines))
    assert kinds(compared) == [(Change.DIFFERS, 0), (Change.VANISHES, 3)]


def test_other_words_on_a_later_step_differ_where_that_step_is_shown() -> None:
    books = books_in("fa")
    first, second, *others = books["complaint"].steps
    steps = (first, replace(second, drafts=("New",)), *others)
    changed = books | {"complaint": replace(books["complaint"], steps=steps)}
    compared = compare(
        coach_of(books.values()),
        coach_of(changed.values()),
        talk("1 complaint", "s", "1 complaint"),
    )
    assert kinds(compared) == [(Change.DIFFERS, 2)]
    (other,) = compared.differences
    assert other.after.advice is not None
    assert other.after.advice.drafts == ("New",)
    assert other.fresh == "New"


def test_other_words_that_are_never_shown_alter_nothing() -> None:
    books = books_in("fa")
    title = replace(books["insult"], title="another")
    compared = compare(
        coach_of(books.values()),
        coach_of((books | {"insult": title}).values()),
        talk("1 complaint", "s", "1 complaint"),
    )
    assert (compared.same, compared.differences) == (1, ())


def test_a_draft_written_otherwise_that_comes_to_the_same_words_alters_nothing() -> None:
    books = books_in("fa")
    first, *others = books["complaint"].steps
    drafts = tuple(f"[{{customer}} ]{draft}" for draft in first.drafts)
    steps = (replace(first, drafts=drafts), *others)
    changed = books | {"complaint": replace(books["complaint"], steps=steps)}
    nameless = talk("1 complaint")
    named = replace(nameless, audience=Audience(names=Names(customer="مریم")))
    coaches = coach_of(books.values()), coach_of(changed.values())
    assert compare(*coaches, nameless).differences == ()
    assert kinds(compare(*coaches, named)) == [(Change.DIFFERS, 0)]


def test_differences_come_in_the_order_of_the_talk() -> None:
    lines = ("a: 1 refund_demand", "b: 3 insult")
    both = talk(*lines, channel=Channel.GROUP)
    compared = compare(small_shop(), shop_without("refund", "insult"), both)
    assert kinds(compared) == [(Change.VANISHES, 0), (Change.DIFFERS, 1)]


def test_one_trouble_is_one_card_however_many_turns_it_has() -> None:
    compared = compare(small_shop(), shop_without("complaint"), talk(*["1 complaint"] * 5))
    assert kinds(compared) == [(Change.VANISHES, 0)]


def test_a_farewell_that_is_worded_anew_is_a_difference() -> None:
    books = books_in("fa")
    praise = replace(books["praise"], steps=(replace(books["praise"].steps[1], advice="new"),))
    compared = compare(
        coach_of(books.values()),
        coach_of((books | {"praise": praise}).values()),
        talk("2 complaint", "0"),
    )
    assert kinds(compared) == [(Change.DIFFERS, 1)]


def test_many_talks_are_counted_together() -> None:
    talks = [talk("3 insult"), talk("0", "0"), talk("1 refund_demand"), talk("1 complaint")]
    found = replay(small_shop(), shop_without("insult", "refund"), talks)
    assert (found.talks, found.turns, found.same) == (4, 5, 1)
    assert [len(found.of(change)) for change in Change] == [0, 1, 1]
    (differs,) = found.of(Change.DIFFERS)
    assert isinstance(differs, Difference)
    assert differs.talk is talks[0]


def test_no_talks_are_no_trouble() -> None:
    assert replay(small_shop(), small_shop(), []) == Replay(())


class NotingDetector(ToldDetector):
    """Notes what it hears, under its name."""

    def __init__(self, name: str, heard: list[tuple[str, str]]) -> None:
        self._name, self._heard = name, heard

    def assess(
        self, memory: Memory, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> tuple[Memory, Assessment]:
        self._heard.append((self._name, turn.text))
        return super().assess(memory, turn, lessons)


def test_two_coaches_hear_each_turn_one_after_the_other() -> None:
    """What the encoder said of a turn is asked for again at once, before it is forgotten."""
    heard: list[tuple[str, str]] = []
    ladder = Ladder(small_library())
    first, second = (Coach(NotingDetector(name, heard), ladder, Pace()) for name in "ab")
    compare(first, second, talk("0", "1 complaint"))
    assert heard == [("a", "0"), ("b", "0"), ("a", "1 complaint"), ("b", "1 complaint")]
