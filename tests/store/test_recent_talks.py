"""The conversations of late, as a rehearsal needs them: newest first, whole, and bounded."""

from dataclasses import replace

from bot.core.conversation import Channel, Turn, Who
from bot.core.press import Action
from bot.core.shelf import Place, Said
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.recent_talks import LETTERS_READ, MOST_TURNS, RecentTalk, for_rehearsal, recent_talks
from tests.store.samples import PLACE, SELLER, card_in, keep, said

GROUP = replace(PLACE, key="group:7:6", channel=Channel.GROUP, chat_id=-7, customer_id=6)


async def read(ledger: Ledger, since: float = 0.0, most: int = MOST_TURNS) -> list[RecentTalk]:
    found = await ledger.read(
        lambda session: recent_talks(session, since, shop_id=1, most_turns=most)
    )
    return list(found)


def said_at(place: Place, text: str, at: float) -> Said:
    return Said(place, Turn(Who.CUSTOMER, text, at, place.channel), int(at))


async def test_a_talk_is_read_as_it_was_heard(ledger: Ledger) -> None:
    keep(ledger, said("سلام", message_id=1, at=10.0))
    keep(ledger, said("بفرمایید", message_id=2, who=Who.SELLER, at=20.0))
    picture = Said(PLACE, Turn(Who.CUSTOMER, "", 30.0, media="photo"), 3)
    keep(ledger, picture)
    (talk,) = await read(ledger)
    assert talk.place == PLACE
    assert [(turn.who, turn.text, turn.at, turn.media) for turn in talk.turns] == [
        (Who.CUSTOMER, "سلام", 10.0, None),
        (Who.SELLER, "بفرمایید", 20.0, None),
        (Who.CUSTOMER, "", 30.0, "photo"),
    ]


async def test_the_newest_talk_comes_first_and_the_channel_is_known(ledger: Ledger) -> None:
    for heard in (said_at(PLACE, "کو؟", 10.0), said_at(GROUP, "سلام", 20.0)):
        keep(ledger, heard)
    talks = await read(ledger)
    assert [talk.place for talk in talks] == [GROUP, PLACE]
    assert [talk.turns[0].channel for talk in talks] == [Channel.GROUP, Channel.CHAT]


async def test_older_turns_stay_away(ledger: Ledger) -> None:
    for at in (10.0, 20.0, 30.0):
        keep(ledger, said_at(PLACE, "کو؟", at))
    keep(ledger, said_at(GROUP, "سلام", 15.0))
    (talk,) = await read(ledger, since=20.0)
    assert [turn.at for turn in talk.turns] == [20.0, 30.0]


async def test_of_too_many_turns_the_newest_are_read(ledger: Ledger) -> None:
    for at in (10.0, 20.0, 30.0):
        keep(ledger, said_at(PLACE, "کو؟", at))
        keep(ledger, said_at(GROUP, "سلام", at + 5))
    talks = await read(ledger, most=3)
    assert [[turn.at for turn in talk.turns] for talk in talks] == [[25.0, 35.0], [30.0]]


async def test_a_very_long_message_is_cut(ledger: Ledger) -> None:
    keep(ledger, said("ا" * (LETTERS_READ + 1)))
    (talk,) = await read(ledger)
    assert len(talk.turns[0].text) == LETTERS_READ


async def test_what_was_pressed_belongs_to_its_talk(ledger: Ledger) -> None:
    keep(ledger, said("کو؟"))
    keep(ledger, said_at(GROUP, "سلام", 20.0))
    number = card_in(ledger)

    def press(books: Books, action: Action) -> None:
        card = books.card(number)
        assert card is not None
        books.keep_press(card, SELLER, action.value)

    ledger.commit(lambda books: press(books, Action.MUTE))
    ledger.commit(lambda books: press(books, Action.UNMUTE))
    group, chat = await read(ledger)
    assert [each.action for each in chat.presses] == [Action.MUTE, Action.UNMUTE]
    assert {(each.card_id, each.by) for each in chat.presses} == {(number, SELLER)}
    assert group.presses == ()


async def test_a_shop_without_conversations_has_none(ledger: Ledger) -> None:
    assert await read(ledger) == []


async def test_a_talk_is_rehearsed_for_its_own_seller_and_customer(ledger: Ledger) -> None:
    keep(ledger, said("سلام"))
    ledger.commit(lambda books: books.remember_person(SELLER, "رضا"))
    ledger.commit(lambda books: books.choose_locale(SELLER, "en"))
    (recent,) = await read(ledger)
    talk = ledger.commit(lambda books: for_rehearsal(books, recent))
    assert (talk.id, talk.channel, talk.turns) == (PLACE.key, PLACE.channel, recent.turns)
    assert talk.customer == PLACE.customer_name
    assert talk.audience.seller_locale == "en"
    assert (talk.audience.names.seller, talk.audience.names.customer) == ("رضا", "مریم")
