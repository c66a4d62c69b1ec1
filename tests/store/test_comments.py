"""Negative comments as kept: compared across groups, counted, forgotten; one shop's alone."""

import pytest
from sqlalchemy import func, select

from bot.core.authenticity import DAY, HOUR, Spoken
from bot.core.comments import Outline
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.people import Shop
from bot.core.shelf import Place, Said
from bot.core.sketch import sketch_of
from bot.store.books import Books
from bot.store.codec import to_json
from bot.store.ledger import Ledger
from bot.store.tables import CommentMarkRow, CommentRow, ConversationRow, table_of

NOW = 1_800_000_000.0
COPIED = "اصلا از این فروشگاه خرید نکنید کیفیت افتضاح بود و پولم رو هم پس ندادن"
NEARLY = "از این فروشگاه خرید نکنید کیفیت خیلی افتضاح بود و پول من رو هم پس ندادن"
OTHER = "سه هفته است سفارش دادم هنوز نرسیده و کسی هم جواب نمیده واقعا افتضاح"
GROUP, ELSEWHERE = -1_000_000_000_001, -1_000_000_000_002
BIG = 2**52 + 1


def comment(
    number: int, author: int, text: str = COPIED, *, chat: int = GROUP, at: float = NOW
) -> Outline:
    return Outline(chat, number, author, at, sketch_of(text))


def keep(ledger: Ledger, *comments: Outline) -> None:
    def work(books: Books) -> None:
        for each in comments:
            books.comments.keep(each)

    ledger.commit(work)


def alike(ledger: Ledger, asked: Outline, *, since: float = 0.0) -> list[int]:
    found = ledger.commit(lambda books: books.comments.alike(asked, since=since))
    sketches = [(each.author_id, each.sketch) for each in found if each.sketch is not None]
    own = asked.sketch
    return [author for author, sketch in sketches if own is not None and sketch.is_like(own)]


def another(ledger: Ledger) -> Ledger:
    shop = Shop(name="دیگری", locale="fa")
    number = ledger.commit(lambda books: books.roster.add_shop(shop))
    return ledger.of(Shop(name="دیگری", id=number))


def hear(ledger: Ledger, place: Place, number: int, *, at: float, who: Who = Who.CUSTOMER) -> None:
    said = Said(place, Turn(who, f"متن {number}", at, channel=place.channel), number)
    ledger.commit(lambda books: books.keep_turn(books.conversation(place), said))


def public(author: int, chat: int = GROUP) -> Place:
    return Place(f"group:1:{chat}:{author}", Channel.COMMENT, chat, author, 11)


def private(author: int) -> Place:
    return Place(f"chat:1:11:{author}", Channel.CHAT, author, author, 11)


def test_like_words_of_others_are_found_across_groups(ledger: Ledger) -> None:
    keep(
        ledger,
        comment(1, 5),
        comment(2, 6, NEARLY, chat=ELSEWHERE),
        comment(3, 7, OTHER),
        comment(4, 8, "بد بود"),
        comment(5, BIG),
    )
    assert sorted(alike(ledger, comment(9, 5))) == [6, BIG]
    assert alike(ledger, comment(9, 5, "بد بود")) == []


def test_old_ones_are_not_compared_and_in_the_end_forgotten(ledger: Ledger) -> None:
    keep(ledger, comment(1, 6, at=NOW - 90 * DAY), comment(2, 7, at=NOW - DAY))
    assert alike(ledger, comment(9, 5), since=NOW - 60 * DAY) == [7]
    ledger.commit(lambda books: books.comments.forget(NOW - 60 * DAY))
    assert alike(ledger, comment(9, 5)) == [7]
    with ledger._engine.connect() as database:
        marks = database.execute(select(func.count(table_of(CommentMarkRow).c.mark.distinct())))
        rows = database.execute(select(func.count()).select_from(table_of(CommentRow)))
        assert (marks.scalar_one(), rows.scalar_one()) == (12, 1)


def test_an_edited_comment_is_kept_as_it_is_now(ledger: Ledger) -> None:
    keep(ledger, comment(1, 6), comment(1, 6, OTHER))
    assert alike(ledger, comment(9, 5)) == []
    assert alike(ledger, comment(9, 5, OTHER)) == [6]
    assert ledger.commit(lambda books: books.comments.count(NOW - 1, NOW)) == 1


def test_another_shop_has_its_own(ledger: Ledger) -> None:
    theirs = another(ledger)
    keep(theirs, comment(1, 6))
    theirs.commit(lambda books: books.comments.keep_own_addresses(["@negar"]))
    assert alike(ledger, comment(9, 5)) == []
    assert alike(theirs, comment(9, 5)) == [6]
    assert ledger.commit(lambda books: books.comments.strange(["@negar"])) == ("@negar",)
    assert ledger.commit(lambda books: books.comments.count(0.0, NOW)) == 0


def test_comments_are_counted_by_number_and_by_author(ledger: Ledger) -> None:
    keep(
        ledger,
        comment(1, 5, at=NOW - 2 * HOUR),
        comment(2, 5, at=NOW - 60),
        comment(3, 5, at=NOW - 30),
        comment(4, 6, at=NOW),
    )
    counted = ledger.commit(
        lambda books: (
            books.comments.authors(NOW - HOUR, NOW),
            books.comments.count(NOW - HOUR, NOW),
            books.comments.count(0.0, NOW - HOUR),
        )
    )
    assert counted == (2, 3, 1)


def test_what_an_account_said_before(ledger: Ledger) -> None:
    hear(ledger, public(5), 1, at=NOW - 10 * DAY)
    hear(ledger, public(5, ELSEWHERE), 2, at=NOW - 5 * DAY)
    hear(ledger, public(5), 3, at=NOW)  # now, not before
    hear(ledger, public(5), 4, at=NOW - 9 * DAY, who=Who.SELLER)  # not they
    hear(ledger, public(6), 5, at=NOW - 20 * DAY)  # somebody else
    hear(ledger, private(5), 6, at=NOW - 3 * DAY)
    with ledger._engine.begin() as database:
        rows = table_of(ConversationRow)
        memory = to_json(Memory, Memory(amount=450_000))
        told = rows.update().where(rows.c.key == private(5).key).values(memory=memory)
        database.execute(told)
    before = NOW - HOUR
    said = ledger.commit(lambda books: [books.comments.spoken(who, before) for who in (5, 6, 7)])
    assert said == [
        Spoken(2, 1, NOW - 10 * DAY, 450_000),
        Spoken(1, 0, NOW - 20 * DAY),
        Spoken(),
    ]


def test_a_shop_is_watched_since_its_first_public_message(ledger: Ledger) -> None:
    assert ledger.commit(lambda books: books.comments.watched_since()) is None
    hear(ledger, private(5), 1, at=NOW - 9 * DAY)
    assert ledger.commit(lambda books: books.comments.watched_since()) is None
    hear(ledger, public(5), 2, at=NOW - 2 * DAY)
    hear(ledger, public(6), 3, at=NOW)
    assert ledger.commit(lambda books: books.comments.watched_since()) == NOW - 2 * DAY


def test_own_addresses_are_kept_once(ledger: Ledger) -> None:
    for _ in range(2):
        ledger.commit(lambda books: books.comments.keep_own_addresses(["@negar", "negar.ir"]))
    asked = ["negar.ir", "@mahtab", "@negar"]
    assert ledger.commit(lambda books: books.comments.strange(asked)) == ("@mahtab",)
    assert ledger.commit(lambda books: books.comments.strange([])) == ()


@pytest.mark.parametrize(
    ("chat", "number", "author", "words"),
    [
        (GROUP, 1, 5, "متن 1"),
        (GROUP, 1, 6, None),  # not theirs
        (ELSEWHERE, 1, 5, None),  # not there
        (GROUP, 2, 5, None),  # not known
    ],
)
def test_a_comments_words_are_its_authors(
    ledger: Ledger, chat: int, number: int, author: int, words: str | None
) -> None:
    hear(ledger, public(5), 1, at=NOW)
    found = ledger.commit(lambda books: books.comments.words_of(chat, number, author))
    assert found == words
