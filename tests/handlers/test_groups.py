"""Groups: heard, never written to; the whisper goes to a seller's private chat."""

import asyncio
import itertools
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import GetChatMember, TelegramMethod
from sqlalchemy import select
from sqlmodel import col

from bot.core.card import CardState
from bot.sandbox.chats import Member
from bot.sandbox.faults import Fault
from bot.store.tables import ConversationRow, TurnRow
from handlers.turns import clean
from tests.handlers.crew import HEATED, hire, open_group, says
from tests.stage import Stage, stage

NUMBERS = itertools.count(900_000)


async def test_a_heated_customer_in_a_group_reaches_the_one_seller(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        acting.world.send(acting.customer, group, text=HEATED)
        await acting.settle()
        (card,) = acting.cards(acting.seller)
        assert "مشتری‌ها" in card.text  # which group it is about
        assert acting.cards(acting.manager) == []
        assert acting.written_to_customers() == []


async def test_who_answered_hears_of_an_alarm_that_is_over_before_its_card_could_come(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        asked = acting.world.send(acting.customer, group, text="سلام، رسید؟")
        number = asked.number(acting.seller)
        acting.world.send(acting.seller, group, text="سلام، بله", reply_to=number)
        await acting.settle()
        faults = acting.server.api.faults
        faults.add(Fault("too_many_requests", "sendMessage", chat_id=acting.seller, retry_after=3))
        acting.world.send(acting.customer, group, text=HEATED)
        for thanks in ("باشه ممنون، حل شد 🙏", "دستتون درد نکنه", "مرسی، عالیه"):
            acting.world.send(acting.customer, group, text=thanks)
        await acting.settle()
        assert acting.cards(acting.seller) == []
        found = acting.app.ledger.commit(lambda books: books.card(1))
        assert found is not None
        assert found.face.state is CardState.CALMED
        async with asyncio.timeout(30):
            while not acting.cards(acting.seller):
                await asyncio.sleep(0.01)
                await acting.settle()


async def test_a_reply_to_a_colleague_answers_no_customer(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        colleague = await hire(acting, "بهار")
        other = acting.world.add_user("رضا").id
        group = open_group(acting, colleague, other)
        greeting = await says(acting, acting.seller, group, "صبح بخیر")
        for customer in (acting.customer, other):
            await says(acting, customer, group)
        await says(acting, colleague, group, "صبح تو هم بخیر عزیزم", reply_to=greeting)
        answered = await acting.app.ledger.read(
            lambda session: list(session.execute(select(col(ConversationRow.memory))).scalars())
        )
        assert len(answered) == 2
        assert all('"unanswered":1' in memory for memory in answered)


async def test_an_edit_leaves_the_card_with_whose_it_is(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        colleague = await hire(acting, "بهار")
        group = open_group(acting, colleague)
        asked = await says(acting, acting.customer, group)
        await says(acting, acting.seller, group, "همین الان پیگیری می‌کنم", reply_to=asked)
        await says(acting, acting.customer, group)
        helped = await says(acting, colleague, group, "سلام، من هم می‌بنیم", reply_to=asked)
        acting.world.edit(colleague, group, helped, text="سلام، من هم می‌بینم")
        await acting.settle()
        owners = await acting.app.ledger.read(
            lambda session: list(session.execute(select(col(ConversationRow.seller_id))).scalars())
        )
        assert owners == [acting.seller]


async def test_joining_and_leaving_are_not_talk(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        for name in ("الف", "ب", "پ", "ت"):
            person = acting.world.add_user(name).id
            acting.world.join(person, group)
            acting.world.leave(person, group)
        await acting.settle()
        assert acting.cards(acting.manager) == []
        assert acting.written_to_customers() == []


# Whose group it is


async def test_a_strangers_group_is_not_heard_until_one_of_the_team_speaks_there(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        world = acting.world
        stranger = world.add_user("غریبه").id
        group = world.add_group("گروه غریبه", owner=stranger, members=[acting.customer]).id
        world.join(acting.bot_id, group)
        world.send(acting.customer, group, text=HEATED)
        await acting.settle()
        assert acting.cards(acting.seller) == []
        world.join(acting.seller, group)
        world.send(acting.seller, group, text="سلام")
        world.send(acting.customer, group, text=HEATED)
        await acting.settle()
        assert len(acting.cards(acting.seller)) == 1


async def test_a_group_is_still_the_shops_after_a_restart(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await acting.restart()
        acting.world.send(acting.customer, group, text=HEATED)
        await acting.settle()
        assert len(acting.cards(acting.seller)) == 1


async def test_of_a_group_from_before_telegram_is_asked_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        group = acting.world.add_group("دیگران", owner=stranger, members=[acting.customer])
        group.members[acting.bot_id] = Member(acting.bot_id, "member")  # nobody was told
        asked = calls(acting, GetChatMember)
        for _ in range(3):
            acting.world.send(acting.customer, group.id, text=HEATED)
        await acting.settle()
        assert len(asked) == 2  # the owner, then the one seller
        assert acting.cards(acting.seller) == []


async def test_a_group_from_before_with_one_of_the_team_in_it_is_the_shops(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = acting.world.add_group("قدیمی", owner=acting.seller, members=[acting.customer])
        group.members[acting.bot_id] = Member(acting.bot_id, "member")
        acting.world.send(acting.customer, group.id, text=HEATED)
        await acting.settle()
        assert len(acting.cards(acting.seller)) == 1
        assert acting.written_to_customers() == []


def calls(acting: Stage, kind: type[TelegramMethod[Any]]) -> list[TelegramMethod[Any]]:
    """Every call of a method from now on."""
    made: list[TelegramMethod[Any]] = []

    class Noting(BaseRequestMiddleware):
        async def __call__(
            self,
            make_request: NextRequestMiddlewareType[Any],
            bot: Bot,
            method: TelegramMethod[Any],
        ) -> Any:
            if isinstance(method, kind):
                made.append(method)
            return await make_request(bot, method)

    acting.app.bot.session.middleware(Noting())
    return made


# In whose name


GROUP_BOT = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
BOT = {"id": 5550001, "is_bot": True, "first_name": "ربات دیگر", "username": "other_bot"}
FOREIGN = {"id": -1009990001, "type": "channel", "title": "کانال دیگر"}


async def speaks(
    acting: Stage, group: int, text: str, sender: dict[str, Any], **more: object
) -> None:
    """A message that phones of the sandbox cannot write, as Telegram tells of it."""
    number = next(NUMBERS)
    chat = {"id": group, "type": "supergroup", "title": "مشتری‌ها"}
    message = {
        "message_id": number,
        "date": int(acting.world.clock.now()),
        "chat": chat,
        "from": sender,
        "text": text,
        **more,
    }
    update = {"update_id": number, "message": message}
    await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await acting.settle()


async def spoken(acting: Stage) -> list[tuple[str, int]]:
    """Who spoke in whose conversation, oldest first."""
    found = (
        select(col(TurnRow.who), col(ConversationRow.customer_id))
        .join(ConversationRow, col(ConversationRow.id) == col(TurnRow.conversation_id))
        .order_by(col(TurnRow.id))
    )
    return await acting.app.ledger.read(
        lambda session: [(who, customer) for who, customer in session.execute(found)]
    )


async def test_an_anonymous_admin_answers_as_a_seller(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        acting.world.send(acting.customer, group, text=HEATED)
        await acting.settle()
        voice = {"id": group, "type": "supergroup", "title": "مشتری‌ها"}
        await speaks(acting, group, "الان پیگیری می‌کنم", GROUP_BOT, sender_chat=voice)
        assert await spoken(acting) == [("customer", acting.customer), ("seller", acting.customer)]


async def test_the_groups_own_channel_answers_as_a_seller(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        world = acting.world
        group = open_group(acting)
        channel = world.add_channel("کانال", owner=acting.seller, discussion=group)
        world.send(acting.customer, group, text=HEATED)
        await acting.settle()
        voice = {"id": channel.id, "type": "channel", "title": "کانال"}
        await speaks(acting, group, "الان پیگیری می‌کنم", CHANNEL_BOT, sender_chat=voice)
        assert await spoken(acting) == [("customer", acting.customer), ("seller", acting.customer)]


async def test_another_channels_voice_is_a_customer(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await speaks(acting, group, HEATED, CHANNEL_BOT, sender_chat=FOREIGN)
        assert await spoken(acting) == [("customer", FOREIGN["id"])]
        assert "کانال دیگر" in acting.cards(acting.seller)[0].text


async def test_posts_of_the_channel_and_other_bots_are_not_heard(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
        await speaks(
            acting, group, HEATED, telegram, sender_chat=FOREIGN, is_automatic_forward=True
        )
        await speaks(acting, group, HEATED, BOT)
        assert await spoken(acting) == []


async def test_what_databases_refuse_is_taken_out_of_texts_and_names(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        person = {"id": acting.customer, "is_bot": False, "first_name": "نا\0زنین"}
        await speaks(acting, group, f"\0{HEATED}\ud83d", person)
        assert "نازنین" in acting.cards(acting.seller)[0].text
        texts = await acting.app.ledger.read(
            lambda session: list(session.execute(select(col(TurnRow.text))).scalars())
        )
        assert texts == [HEATED]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("سلام\0", "سلام"),  # PostgreSQL refuses NUL
        ("a\ud83db\udc00c", "abc"),  # half of a pair cannot be encoded
        ("😀 سلام", "😀 سلام"),  # a whole one can
    ],
)
def test_clean_keeps_everything_else(text: str, kept: str) -> None:
    assert clean(text) == kept
