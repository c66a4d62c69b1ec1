"""Whose the card of a customer in a group is: who answered, who is on duty, who takes it first."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import SendMessage, TelegramMethod

from bot.core.people import Role
from bot.core.shelf import Card
from tests.handlers.crew import (
    HEATED,
    dismiss,
    go_unnoticed,
    hire,
    in_group,
    open_group,
    presses_in_group,
    says,
)
from tests.stage import Screen, Stage, stage

TAKE = "برمی‌دارم"
WORSE = "خجالت بکشید احمقای بیشعور"


def card(acting: Stage, person: int) -> Screen:
    """The newest of Aram's messages about a customer on someone's screen."""
    return next(each for each in reversed(acting.screens(person)) if "👥 مشتری‌ها" in each.text)


class Meanwhile(BaseRequestMiddleware):
    """Something happens while the first message to a reader is on its way."""

    def __init__(self, reader: int, happen: Callable[[], Awaitable[None]]) -> None:
        self.has_come = False
        self._reader = reader
        self._happen = happen

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[Any],
        bot: Bot,
        method: TelegramMethod[Any],
    ) -> Any:
        answered = await make_request(bot, method)
        is_to_them = isinstance(method, SendMessage) and method.chat_id == self._reader
        if is_to_them and not self.has_come:
            self.has_come = True
            await self._happen()
        return answered


# Taking


async def test_the_first_to_take_a_card_has_it_and_the_others_close(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا")
        group = open_group(acting, other)
        await says(acting, acting.customer, group)
        for person in (acting.seller, other):
            assert card(acting, person).has_button(TAKE)
            assert card(acting, person).has_button("کپی")
            assert not card(acting, person).has_button("مدیر")
        assert acting.cards(acting.manager) == []
        answer = await acting.presses(other, TAKE)
        assert answer.text == "مال شما شد. دستتان درد نکند."
        assert card(acting, other).has_button("مدیر")
        assert not card(acting, other).has_button(TAKE)
        assert card(acting, acting.seller).buttons == {}
        assert "پویا برداشت" in card(acting, acting.seller).text
        await says(acting, acting.customer, group, WORSE)
        assert "احمق" in card(acting, other).text
        assert "احمق" not in card(acting, acting.seller).text
        assert acting.written_to_customers() == []


async def test_a_second_press_is_told_who_was_first(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا")
        group = open_group(acting, other)
        await says(acting, acting.customer, group)
        screen = card(acting, acting.seller)
        data = next(value for label, value in screen.buttons.items() if TAKE in label)
        await acting.presses(other, TAKE)
        query = {
            "id": "1",
            "from": {"id": acting.seller, "is_bot": False, "first_name": "نگار"},
            "chat_instance": "1",
            "data": data,
        }
        await acting.app.dispatcher.feed_raw_update(
            acting.app.bot, {"update_id": 99, "callback_query": query}
        )
        await acting.settle()
        assert "پویا برداشت" in card(acting, acting.seller).text


async def test_whoever_answers_in_the_group_has_the_card(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا")
        group = open_group(acting, other)
        number = await says(acting, acting.customer, group)
        await says(acting, other, group, "سلام، الان پیگیری می‌کنم", reply_to=number)
        assert card(acting, other).has_button("مدیر")
        assert "پویا برداشت" in card(acting, acting.seller).text
        await acting.presses(other, "جواب داد")
        await says(acting, acting.customer, group, WORSE)
        assert card(acting, other).has_button("مدیر")  # who last answered this customer
        assert "احمق" not in card(acting, acting.seller).text
        assert acting.written_to_customers() == []


async def test_who_answers_while_their_copy_is_on_its_way_has_the_card_on_the_screen(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا")
        group = open_group(acting, other)

        async def answer() -> None:
            number = acting.messages(other, group)[-1]["id"]
            acting.world.send(other, group, text="سلام، الان پیگیری می‌کنم", reply_to=number)
            async with asyncio.timeout(30):
                while (await found()).seller_id != other:
                    await asyncio.sleep(0.01)

        async def found() -> Card:
            kept = await acting.app.ledger.write(lambda books: books.card(1))
            assert kept is not None
            return kept

        copy = Meanwhile(other, answer)
        acting.app.bot.session.middleware(copy)
        await says(acting, acting.customer, group)
        assert copy.has_come
        dialog, kept = acting.world.dialog(acting.bot_id, other), await found()
        assert kept.message_id is not None
        assert dialog.find(kept.message_id, acting.bot_id) is not None
        assert acting.written_to_customers() == []


async def test_a_reply_answers_the_one_replied_to_and_others_stay_open(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other, second = await hire(acting, "پویا"), acting.world.add_user("سارا").id
        group = open_group(acting, other, second)
        number = await says(acting, acting.customer, group)
        await says(acting, second, group, WORSE)
        await says(acting, other, group, "سلام", reply_to=number)
        about = [each for each in acting.screens(acting.seller) if "👥 مشتری‌ها" in each.text]
        assert [each.has_button(TAKE) for each in about] == [False, True]
        assert "مریم" in about[0].text
        assert "سارا" in about[1].text
        assert acting.written_to_customers() == []


async def test_the_card_of_someone_who_left_the_team_goes_to_others(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا")
        group = open_group(acting, other)
        await says(acting, acting.customer, group)
        await acting.presses(other, TAKE)
        await dismiss(acting, other)
        before = len(acting.screens(other))
        await says(acting, acting.customer, group, WORSE)
        assert "احمق" in card(acting, acting.seller).text
        assert len(acting.screens(other)) == before


# Duty


async def test_whoever_is_on_duty_gets_the_card(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا")
        group = open_group(acting, other)
        await acting.tells_bot(other, "/duty")
        assert "سر شیفت نیستید" in acting.screens(other)[-1].text
        await acting.presses(other, "سر شیفت هستم")
        assert "سر شیفت هستید" in acting.screens(other)[-1].text
        await says(acting, acting.customer, group)
        assert card(acting, other).has_button("مدیر")
        assert acting.cards(acting.seller) == []
        await acting.presses(other, "شیفتم تمام شد")
        second = acting.world.add_user("سارا").id
        acting.world.join(second, group)
        await says(acting, second, group)
        assert card(acting, acting.seller).has_button(TAKE)
        assert acting.written_to_customers() == []


async def test_the_owner_can_look_up_who_came_and_went(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/duty")
        await acting.presses(acting.seller, "سر شیفت هستم")
        await acting.presses(acting.seller, "شیفتم تمام شد")
        await acting.tells_bot(acting.manager, "/audit")
        text = acting.screens(acting.manager)[-1].text
        assert "نگار سر شیفت آمد" in text
        assert "نگار شیفتش را تمام کرد" in text


async def test_only_managers_see_who_is_on_duty(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/duty")
        assert "هیچ‌کس سر شیفت نیست" in acting.screens(acting.manager)[-1].text
        await acting.tells_bot(acting.seller, "/duty")
        await acting.presses(acting.seller, "سر شیفت هستم")
        assert "نگار" not in acting.screens(acting.seller)[-1].text
        await acting.tells_bot(acting.manager, "/duty")
        assert "• نگار، از همین حالا" in acting.screens(acting.manager)[-1].text
        stranger = acting.world.add_user("غریبه").id
        acting.world.start(stranger, acting.bot_id)
        await acting.tells_bot(stranger, "/duty")
        assert "شیفت" not in acting.screens(stranger)[-1].text


# To one alone, in the group


async def test_who_has_not_started_the_bot_sees_the_card_in_the_group_alone(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        await dismiss(acting, acting.seller)
        other = await hire(acting, "پویا", started=False)
        group = acting.world.add_group(
            "مشتری‌ها", owner=acting.manager, members=[other, acting.customer]
        ).id
        acting.world.join(acting.bot_id, group)
        await says(acting, acting.customer, group)
        (screen,) = in_group(acting, other, group)
        assert "🟠" in screen.text or "🔴" in screen.text
        assert in_group(acting, acting.manager, group) == []
        await presses_in_group(acting, other, group, "گام بعد")
        (turned,) = in_group(acting, other, group)
        assert turned.text != screen.text
        await go_unnoticed(acting)  # it was noticed: it stays
        assert len(in_group(acting, other, group)) == 1
        await says(acting, acting.customer, group, WORSE)
        (anew,) = in_group(acting, other, group)
        assert "احمق" in anew.text
        await presses_in_group(acting, other, group, "جواب داد")
        (closed,) = in_group(acting, other, group)
        assert list(closed.buttons) == ["چطور تمام شد؟"]
        assert acting.written_to_customers() == []


async def test_a_card_unnoticed_in_the_group_goes_to_whoever_is_next(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await dismiss(acting, acting.seller)
        other = await hire(acting, "پویا", started=False)
        group = acting.world.add_group(
            "مشتری‌ها", owner=acting.manager, members=[other, acting.customer]
        ).id
        acting.world.join(acting.bot_id, group)
        await says(acting, acting.customer, group)
        assert acting.cards(acting.manager) == []
        await go_unnoticed(acting)
        assert in_group(acting, other, group) == []
        assert card(acting, acting.manager).has_button("جواب داد")
        assert acting.written_to_customers() == []


async def test_who_prefers_the_group_sees_cards_there_and_in_private_when_unnoticed(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await acting.tells_bot(acting.seller, "/duty")
        await acting.presses(acting.seller, "در خود گروه")
        await says(acting, acting.customer, group)
        assert acting.cards(acting.seller) == []
        assert len(in_group(acting, acting.seller, group)) == 1
        assert in_group(acting, acting.manager, group) == []
        await go_unnoticed(acting)
        assert in_group(acting, acting.seller, group) == []
        assert len(acting.cards(acting.seller)) == 1
        assert acting.written_to_customers() == []


async def test_who_blocked_the_bot_and_is_not_in_the_group_is_passed_over(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا")  # of the shop, but not in this group
        acting.world.block(other, acting.bot_id)
        group = open_group(acting)
        await says(acting, acting.customer, group)
        assert card(acting, acting.seller).has_button("مدیر")  # the only one left: theirs at once
        assert acting.written_to_customers() == []


async def test_where_no_seller_can_be_reached_the_manager_has_the_card(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = acting.world.add_group(
            "مشتری‌ها", owner=acting.manager, members=[acting.customer]
        ).id
        acting.world.join(acting.bot_id, group)
        acting.world.block(acting.seller, acting.bot_id)
        await says(acting, acting.customer, group)
        assert card(acting, acting.manager).has_button("جواب داد")
        assert acting.written_to_customers() == []


# Topics


async def test_one_customer_in_two_topics_has_two_conversations(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await hire(acting, "پویا", Role.SELLER)
        group = open_group(acting, other)
        orders = acting.world.open_topic(acting.customer, group, "سفارش‌ها")
        sizes = acting.world.open_topic(acting.manager, group, "سایز")
        await says(acting, acting.customer, group, HEATED, topic=orders)
        await says(acting, acting.customer, group, WORSE, topic=sizes)
        about = [each for each in acting.screens(acting.seller) if "👥 مشتری‌ها" in each.text]
        assert len(about) == 2
        await says(acting, other, group, "سلام، پیگیری می‌کنم", topic=sizes)
        about = [each for each in acting.screens(acting.seller) if "👥 مشتری‌ها" in each.text]
        assert [each.has_button(TAKE) for each in about] == [True, False]
        talks = await acting.app.ledger.write(lambda books: books.conversations_in(group, 0.0))
        assert [talk.memory.unanswered for talk in talks] == [1, 0]
        assert [talk.place.channel.value for talk in talks] == ["group", "group"]
        assert acting.written_to_customers() == []


async def test_a_thread_of_plain_replies_is_one_conversation(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        number = await says(acting, acting.customer, group)
        answer = await says(acting, acting.seller, group, "سلام", reply_to=number)
        await says(acting, acting.customer, group, "کو پس؟", reply_to=answer)
        await says(acting, acting.customer, group, WORSE)
        talks = await acting.app.ledger.write(lambda books: books.conversations_in(group, 0.0))
        assert [talk.memory.heard for talk in talks] == [3]
        assert acting.written_to_customers() == []
