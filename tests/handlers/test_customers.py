"""Business mode: what is heard, what is passed over, and who is served."""

from pathlib import Path

from sqlalchemy import select
from sqlmodel import col

from bot.sandbox.business import RIGHTS
from bot.store.tables import ConversationRow, TurnRow
from tests.stage import Stage, stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


async def turns(acting: Stage) -> list[tuple[str, str | None]]:
    """Who spoke and which media, in the order of the messages."""

    found = select(col(TurnRow.who), col(TurnRow.media)).order_by(col(TurnRow.id))
    return await acting.app.ledger.read(
        lambda session: [(who, media) for who, media in session.execute(found)]
    )


async def test_an_album_is_several_messages_and_one_turn(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        acting.world.send_album(
            acting.customer, acting.seller, media=["photo"] * 4, caption="این مدل‌ها رو دارین؟"
        )
        await acting.settle()
        assert await turns(acting) == [("customer", "photo")] * 4
        memory = await acting.app.ledger.read(
            lambda session: session.execute(select(col(ConversationRow.memory))).scalar_one()
        )
        assert '"heard":1' in memory
        assert acting.cards() == []


async def test_what_was_sent_as_the_seller_is_one_seller_turn(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        await acting.presses(acting.seller, "از طرف من ۱")
        await acting.presses(acting.seller, "بله، بفرست")
        assert [who for who, _ in await turns(acting)] == ["customer", "seller"]


async def test_two_sellers_with_one_bot_see_their_own_customers_only(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        world = acting.world
        second = world.add_user("شیدا").id
        acting.settings = acting.settings.model_copy(
            update={"seller_ids": frozenset({acting.seller, second})}
        )
        await acting.restart()
        world.connect(second, acting.bot_id, RIGHTS)
        world.start(second, acting.bot_id)
        world.send(acting.customer, second, text=HEATED)
        await acting.settle()
        assert len(acting.cards(second)) == 1
        assert acting.cards(acting.seller) == []


async def test_a_stranger_who_connects_is_told_so_and_nothing_is_kept(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        world = acting.world
        stranger = world.add_user("غریبه").id
        world.connect(stranger, acting.bot_id, RIGHTS)
        world.send(acting.customer, stranger, text=HEATED)
        await acting.settle()
        assert str(stranger) in acting.screens(stranger)[-1].text
        assert acting.cards(stranger) == []
        assert await turns(acting) == []


async def test_a_stranger_who_writes_learns_only_their_own_number(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        for text in ("/start", "/help", "/language", "سلام"):
            await acting.tells_bot(acting.customer, text)
            assert str(acting.customer) in acting.screens(acting.customer)[-1].text
        assert await turns(acting) == []


async def test_messages_from_before_the_connection_are_none_of_ours(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        world = acting.world
        world.disconnect(acting.seller)
        await acting.settle()
        said = world.send(acting.customer, acting.seller, text="سلام، قبل از اتصال")
        world.clock.advance(60)
        world.connect(acting.seller, acting.bot_id, RIGHTS)
        world.edit(acting.customer, acting.seller, said.number(acting.customer), HEATED)
        await acting.settle()
        assert await turns(acting) == []
        assert acting.cards() == []


async def test_colleagues_writing_to_each_other_are_not_customers(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED, who=acting.manager)
        await acting.seller_says("سلام", to=acting.manager)
        assert await turns(acting) == []
        assert acting.cards() == []


async def test_away_and_greeting_messages_are_not_the_sellers_answer(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        world = acting.world
        connection = world.connection_of(acting.seller)
        assert connection is not None
        await acting.customer_says("سلام")
        customer = {"id": acting.customer, "type": "private", "first_name": "مشتری"}
        seller = {"id": acting.seller, "is_bot": False, "first_name": "فروشنده"}
        away = {
            "message_id": 900_001,
            "date": int(acting.world.clock.now()) + 1,
            "chat": customer,
            "from": seller,
            "business_connection_id": connection.id,
            "text": "سلام، الان نیستیم.",
        }
        bot, dispatcher = acting.app.bot, acting.app.dispatcher
        update = {"update_id": 900_001, "business_message": {**away, "is_from_offline": True}}
        await dispatcher.feed_raw_update(bot, update)
        assert [who for who, _ in await turns(acting)] == ["customer"]
        update = {"update_id": 900_002, "business_message": away}
        await dispatcher.feed_raw_update(bot, update)
        assert [who for who, _ in await turns(acting)] == ["customer", "seller"]


async def test_nul_in_a_customers_text_and_name_is_not_kept(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        person = acting.world.add_user("نا\0زنین").id
        await acting.customer_says(f"{HEATED}\0!", who=person)
        assert "نازنین" in acting.cards()[0].text
        texts = await acting.app.ledger.read(
            lambda session: list(session.execute(select(col(TurnRow.text))).scalars())
        )
        assert texts == [f"{HEATED}!"]
