"""Signs that a negative comment is a customer's, or is not: what is seen, never a verdict."""

import time
from dataclasses import replace
from random import Random

import pytest

from bot.core.addresses import addresses_in
from bot.core.assessment import Assessment, Situation, Tension
from bot.core.authenticity import (
    DAY,
    Crowd,
    Evidence,
    Leaning,
    Seen,
    Sign,
    Spoken,
    is_burst,
    leaning,
    weigh,
)
from bot.core.coach import Coach
from bot.core.comments import Comment, carried_over
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.course import Course
from bot.core.force import Force
from bot.core.goods import Goods
from bot.core.ladder import Ladder
from bot.core.listener import Listener
from bot.core.pace import Move, Pace, Quiet
from bot.core.playbook import Library, Playbook, StepKind
from bot.core.purchase import as_typed, details_in, elsewhere_in
from bot.core.shelf import Place, Said
from bot.core.sketch import KEPT, sketch_of
from tests.core.cast import (
    PaperBooks,
    Talk,
    ToldDetector,
    book,
    books_in,
    found,
    small_library,
)

COPIED = "اصلا از این فروشگاه خرید نکنید کیفیت افتضاح بود و پولم رو هم پس ندادن"


def signs(**evidence: object) -> list[Sign]:
    known = Evidence(at=100 * DAY, watched=30 * DAY, spoken=Spoken(public=1, since=90 * DAY))
    return [seen.sign for seen in weigh(replace(known, **evidence))]  # type: ignore[arg-type]


# Nearly the same words


@pytest.mark.parametrize(
    "other",
    [
        COPIED,
        f"{COPIED}!!!",  # marks are no letters
        "از این فروشگاه خرید نکنید، کیفیت خیلی افتضاح بود و پول من رو هم پس ندادن",  # other words
        "اصلا از این فروشگاه خرید نکنید کیفیتش افتضاحه و پولم رو هم پس ندادن دزدا",
        "اصلاازاینفروشگاه خریدنکنید کیفیتافتضاح بود وپولمرو هم پس ندادن",  # other spaces
    ],
)
def test_nearly_the_same_words_are_alike(other: str) -> None:
    one, two = sketch_of(COPIED), sketch_of(other)
    assert one is not None
    assert two is not None
    assert one.is_like(two)
    assert len({*one.marks} & {*two.marks}) >= 2


@pytest.mark.parametrize(
    "other",
    [
        "سه هفته است سفارش دادم هنوز نرسیده و کسی هم جواب نمیده واقعا افتضاح",
        "کیفیت کرم خوب بود ولی بسته بندیش افتضاح بود و نصفش ریخته بود",
        "از این فروشگاه خرید کردم کیفیت عالی بود ممنون از برخورد خوبتون",
    ],
)
def test_the_same_trouble_in_other_words_is_not_alike(other: str) -> None:
    one, two = sketch_of(COPIED), sketch_of(other)
    assert one is not None
    assert two is not None
    assert not one.is_like(two)


def test_what_everybody_would_write_is_not_compared() -> None:
    assert sketch_of("خیلی بد بود پشیمونم") is None
    assert sketch_of("افتضاح!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!") is None
    assert sketch_of("") is None


def test_a_sketch_is_small_and_quick_however_long_the_text() -> None:
    begun = time.process_time()
    sketch = sketch_of(" ".join(f"واژه{number}" for number in range(20_000)))
    assert time.process_time() - begun < 2.0
    assert sketch is not None
    assert len(sketch.numbers) == KEPT


# Links and names


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("بیاین @Mahtab_Shop یا t.me/Mahtab_Shop", ("@mahtab_shop",)),  # one place, two ways
        ("https://www.instagram.com/Gallery.M?x=1 بخرین", ("instagram.com/gallery.m",)),
        ("سایت mahtab.ir.", ("mahtab.ir",)),
        ("https://user:pass@mahtab.ir/a/b#c", ("mahtab.ir",)),
        ("http://t.me/+abcd", ("t.me/+abcd",)),  # an invitation has no name
        ("ali@gmail.com بزنید", ()),  # an e-mail address is nobody's shop
        ("نمره‌ش ۳.۵ و...خوب نیست", ()),
        ("a.b", ()),
    ],
)
def test_addresses_are_found_in_one_way_of_writing(text: str, addresses: tuple[str, ...]) -> None:
    assert addresses_in(text) == addresses


@pytest.mark.parametrize("bait", ["a.", "@", "a.com/", "http://", "@a.", "a-", "www."])
def test_hostile_addresses_take_no_time(bait: str) -> None:
    begun = time.process_time()
    addresses_in(bait * 4096)
    assert time.process_time() - begun < 2.0


# Details of a purchase


@pytest.mark.parametrize(
    ("folded", "told"),
    [
        ("سفارش 2317 دیروز رسید و لق بود", ("سفارش 2317", "دیروز")),
        ("سه هفته پیش خریدم", ("سه هفته", "خریدم")),
        ("سایز 42 سفارش دادم 38 فرستادن", ("سایز 42", "سفارش دادم", "38")),
        ("i ordered two weeks ago", ("i ordered", "two weeks")),
        ("دوستم خریده بود راضی نبود", ()),  # a friend's purchase
        ("تا حالا ازشون نخریدم و نمیخرم", ()),
        ("کلاهبردارن نخرید", ()),
        ("100 درصد فیکه", ()),  # a number that says nothing
    ],
)
def test_details_of_ones_own_purchase(folded: str, told: tuple[str, ...]) -> None:
    assert details_in(folded.split()) == told


@pytest.mark.parametrize(
    ("folded", "sent"),
    [
        ("برین پیج مهتاب هم ارزونه", ("برین پیج",)),
        ("buy from best creams", ("buy from",)),
        ("do not buy from them", ()),
        ("برین از اینجا", ()),
        ("برین پیج", ("برین پیج",)),
    ],
)
def test_words_that_send_readers_elsewhere(folded: str, sent: tuple[str, ...]) -> None:
    assert elsewhere_in(folded.split()) == sent


def test_details_are_shown_as_they_were_typed() -> None:
    typed = as_typed("سفارش ۲۳۱۷، بسته‌ام نرسید", ("سفارش 2317", "بستهام", "پیراهن"))
    assert typed == ("سفارش ۲۳۱۷", "بسته‌ام", "پیراهن")


# Weighing


def test_each_piece_of_evidence_is_a_sign_of_its_own() -> None:
    assert signs(copies=3, copy_places=2) == [Sign.SAME_WORDS, Sign.SPOKE_BEFORE]
    assert signs(rivals=("نگار",), elsewhere=("برین",)) == [Sign.RIVAL, Sign.SPOKE_BEFORE]
    assert signs(addresses=("@x",), elsewhere=("برین",)) == [Sign.ADDRESS, Sign.SPOKE_BEFORE]
    assert signs(elsewhere=("برین",)) == [Sign.ELSEWHERE, Sign.SPOKE_BEFORE]
    assert signs(could_tell=True) == [Sign.NO_DETAIL, Sign.SPOKE_BEFORE]
    assert signs(could_tell=True, details=("2317",)) == [Sign.SPOKE_BEFORE, Sign.TOLD_DETAIL]
    assert signs(spoken=Spoken()) == [Sign.NEVER_SPOKE]
    assert signs(spoken=Spoken(private=2)) == [Sign.IN_PRIVATE]


def test_who_listens_since_an_hour_does_not_say_that_somebody_never_spoke() -> None:
    assert signs(spoken=Spoken(), watched=0.9 * DAY) == []


@pytest.mark.parametrize(
    ("recent", "usual", "burst"),
    [
        (3, 0.0, False),
        (4, 0.0, True),  # in a shop where nobody ever complains
        (4, 0.5, False),
        (7, 1.0, False),
        (8, 1.0, True),
        (9, 2.0, False),
        (10, 2.0, True),
        (40, 30.0, False),  # a busy day of a big shop
    ],
)
def test_a_burst_is_far_more_than_usual(recent: int, usual: float, *, burst: bool) -> None:
    assert is_burst(Crowd(recent, usual)) is burst


def test_one_weak_sign_is_no_doubt() -> None:
    weak, other, strong = Seen(Sign.NO_DETAIL), Seen(Sign.NEVER_SPOKE), Seen(Sign.RIVAL)
    real = Seen(Sign.TOLD_DETAIL)
    assert leaning(()) is None
    assert leaning((weak,)) is Leaning.UNKNOWN
    assert leaning((weak, other)) is Leaning.DOUBTFUL
    assert leaning((strong,)) is Leaning.DOUBTFUL
    assert leaning((strong, real)) is Leaning.MIXED
    assert leaning((real,)) is Leaning.REAL
    assert leaning((other, real)) is Leaning.REAL
    assert leaning((weak, Seen(Sign.SPOKE_BEFORE))) is Leaning.MIXED


# On the way of a message


def below_a_post(author: int, books: PaperBooks) -> Talk:
    """A customer who comments; `Talk` counts messages for each anew, so chats differ."""
    return Talk(books, Place(f"group:1:-7:{author}", Channel.COMMENT, -author, author, 11, "مریم"))


def says(talk: Talk, text: str) -> Comment | None:
    """One comment, as the detector of the cast reads it."""
    talk.now += 60
    turn = Turn(Who.CUSTOMER, text, talk.now, channel=Channel.COMMENT)
    number = len(talk.books.turns) + 1
    talk.listener.hear(talk.books, Said(talk.where, turn, number))
    return talk.card.face.comment if talk.books.cards else None


def test_a_negative_comment_gets_signs_and_a_calm_one_is_not_kept() -> None:
    talk = below_a_post(5, PaperBooks())
    assert says(talk, "0") is None
    assert talk.books.comments.kept == []
    comment = says(talk, "2 complaint suspect_review")
    assert comment == Comment(2, 5, (Seen(Sign.NO_DETAIL),))
    assert [each.author_id for each in talk.books.comments.kept] == [5]


def test_in_a_private_chat_nothing_is_looked_into() -> None:
    talk = Talk()
    talk.customer("2 complaint")
    assert talk.card.face.comment is None
    assert talk.books.comments.kept == []


def test_an_address_behind_words_leads_elsewhere_too() -> None:
    talk = below_a_post(5, PaperBooks())
    links = ("https://t.me/gallery_mahtab",)
    turn = Turn(Who.CUSTOMER, "2 suspect_review", 9.0, channel=Channel.COMMENT, links=links)
    talk.listener.hear(talk.books, Said(talk.where, turn, 1))
    comment = talk.card.face.comment
    assert comment is not None
    assert Seen(Sign.ADDRESS, words=("@gallery_mahtab",)) in comment.seen


@pytest.mark.parametrize("name", ["گالری مهتاب", "فروش گالري مهتاب!", "مهتاب گالری"])
def test_a_rival_by_whose_name_somebody_goes(name: str) -> None:
    talk = below_a_post(5, PaperBooks())
    rivals = Goods([("گالری مهتاب", ("گالری", "مهتاب"))])
    ladder = Ladder(small_library(), rivals=rivals)
    talk.listener = Listener(Force(Coach(ToldDetector(), ladder, Pace())))
    turn = Turn(Who.CUSTOMER, "2 suspect_review", 9.0, channel=Channel.COMMENT, name=name)
    talk.listener.hear(talk.books, Said(talk.where, turn, 1))
    comment = talk.card.face.comment
    assert comment is not None
    is_told = Seen(Sign.RIVAL, words=("گالری مهتاب",)) in comment.seen
    assert is_told is (name != "مهتاب گالری")


def test_the_sellers_links_are_the_shops_own() -> None:
    talk = below_a_post(5, PaperBooks())
    talk.seller("کانال ما @negar_shop است")
    assert talk.books.comments.own == {"@negar_shop"}


def test_what_was_done_stays_with_the_author() -> None:
    done = Comment(7, 5, asked=True, is_deleted=True, is_banned=True)
    assert carried_over(Comment(7, 5), done) == done
    assert carried_over(Comment(8, 5), done) == Comment(8, 5, is_banned=True)
    assert carried_over(None, done) is done
    assert carried_over(Comment(8, 6), done) == Comment(8, 6)
    assert carried_over(None, None) is None


# The review's playbook leads


def a_ladder(*more: Playbook) -> Ladder:
    books = {each.id: each for each in more}
    return Ladder(Library({"fa": {**books_in("fa"), **books}}))


REVIEW = book("review", StepKind.VERIFY_REVIEWER, situations={Situation.SUSPECT_REVIEW})
INSULT = found(Tension.ABUSIVE, Situation.INSULT)


def test_below_a_post_the_review_leads_whatever_else_was_found() -> None:
    ladder = a_ladder(REVIEW)
    showing = ladder.choose(Course(), INSULT, channel=Channel.COMMENT)
    assert showing is not None
    assert showing.playbook == "review"
    again = ladder.choose(Course(showing=showing), INSULT, channel=Channel.COMMENT)
    assert again == showing
    elsewhere = ladder.choose(Course(), INSULT)
    assert elsewhere is not None
    assert elsewhere.playbook == "insult"


def test_in_a_group_what_happened_leads_and_a_review_where_nothing_else_did() -> None:
    ladder = a_ladder(REVIEW)
    both = replace(INSULT, situations=(Situation.SUSPECT_REVIEW, Situation.INSULT))
    alone = replace(INSULT, situations=(Situation.SUSPECT_REVIEW,))
    led = [ladder.choose(Course(), each, channel=Channel.GROUP) for each in (both, alone)]
    assert [each.playbook for each in led if each is not None] == ["insult", "review"]


# A complaint that alarms nobody


def note(*words: str) -> list[tuple[bool, bool]]:
    """Per comment: whether a card is open, and whether it is a quiet one."""
    talk, seen = below_a_post(5, PaperBooks()), []
    for each in words:
        says(talk, each)
        is_open = talk.conversation.card_id is not None
        seen.append((is_open, is_open and talk.card.face.is_quiet))
    return seen


def test_an_honest_complaint_gets_a_quiet_card_that_an_alarm_takes_over() -> None:
    grumble = "1 complaint mild"
    assert note("0") == [(False, False)]
    assert note(grumble, grumble) == [(True, True), (True, True)]
    assert note(grumble, "3 insult", grumble) == [(True, True), (True, False), (False, False)]
    assert note("0 complaint mild", "1 mild") == [(False, False), (False, False)]


def test_a_quiet_card_climbs_with_the_answers_and_so_does_the_alarm_that_takes_it_over() -> None:
    talk, steps = below_a_post(5, PaperBooks()), []
    for each in ("1 complaint mild", "1 complaint mild", "2 complaint"):
        says(talk, each)
        advice = talk.card.face.advice
        steps.append((talk.card.id, advice.step if advice is not None else None))
        answer = Turn(Who.SELLER, "چشم", talk.now + 30, channel=Channel.COMMENT)
        talk.listener.hear(talk.books, Said(talk.where, answer, 100 + len(steps)))
    assert steps == [(1, 1), (1, 2), (1, 3)]


class Mute(Pace):
    """Notes nothing."""

    def note(self, course: Course, assessment: Assessment, at: float) -> Move | Quiet:
        return Quiet.CALM


@pytest.mark.parametrize("seed", range(20))
def test_a_note_is_no_alarm_and_changes_none(seed: int) -> None:
    turns = ["0", "1 complaint mild", "1 mild", "1 complaint", "2 insult", "3 insult"]
    said = Random(seed).choices(turns, k=12)
    heard: list[list[tuple[bool, bool]]] = []
    for pace in (Pace(steady=0.3), Mute(steady=0.3)):
        coach = Coach(ToldDetector(), a_ladder(REVIEW), pace)
        memory, course, alarms = Memory(), Course(), []
        for number, text in enumerate(said):
            turn = Turn(Who.CUSTOMER, text, 60.0 * number, channel=Channel.COMMENT)
            what = coach.hear(memory, course, turn)
            memory, course = what.memory, what.course
            alarms.append((what.alert, what.decision is Move.ANEW))
        heard.append(alarms)
    assert heard[0] == heard[1]


def test_what_the_shop_itself_described_leads_even_there() -> None:
    ours = replace(book("ours", StepKind.CLARIFY), is_own=True)
    showing = a_ladder(REVIEW, ours).choose(
        Course(), replace(INSULT, own=("ours",)), channel=Channel.COMMENT
    )
    assert showing is not None
    assert showing.playbook == "ours"


def test_without_a_review_playbook_the_others_speak() -> None:
    showing = a_ladder().choose(Course(), INSULT, channel=Channel.COMMENT)
    assert showing is not None
    assert showing.playbook == "insult"
