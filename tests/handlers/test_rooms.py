"""Whose a group is: asked in private, kept, moved with it, and ended with Aram's stay."""

from pathlib import Path

import pytest

from bot.core.deed import DeedKind
from bot.core.people import Role
from bot.core.room import Room
from tests.handlers.crew import (
    HEATED,
    appoint,
    dismiss,
    hire,
    in_group,
    open_group,
    open_shop,
    presses_in_group,
    says,
)
from tests.stage import Stage, stage


async def room_of(acting: Stage, chat_id: int) -> Room | None:
    return await acting.app.ledger.write(lambda books: books.rooms.find(chat_id))


async def deeds(acting: Stage, kind: DeedKind) -> list[tuple[int | None, dict[str, str]]]:
    found = await acting.app.ledger.write(lambda books: books.roster.deeds(skip=0, most=50))
    return [(deed.by, dict(deed.about)) for deed in found if deed.kind is kind]


def told(acting: Stage, person: int, words: str) -> list[str]:
    return [screen.text for screen in acting.screens(person) if words in screen.text]


# Added


async def test_the_one_shop_of_whoever_adds_aram_is_the_groups_and_they_are_told_once(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await says(acting, acting.seller, group, "سلام")
        room = await room_of(acting, group)
        assert room is not None
        assert (room.shop_id, room.added_by, room.title) == (1, acting.seller, "مشتری‌ها")
        (note,) = told(acting, acting.seller, "از این پس گروه")
        assert "مشتری‌ها" in note
        assert "فروشگاه آرامش" in note
        assert await deeds(acting, DeedKind.GROUP_ADDED) == [(acting.seller, {"group": "مشتری‌ها"})]
        assert acting.written_to_customers() == []


async def test_who_works_in_several_shops_is_asked_in_private(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await open_shop(acting, "کفش سارا")
        await appoint(acting, acting.seller, Role.OWNER, shop=other)
        group = open_group(acting)
        await says(acting, acting.customer, group)
        assert acting.cards(acting.seller) == []  # nobody has said whose it is
        assert acting.screens(acting.seller)[-1].has_button("کفش سارا")
        await acting.presses(acting.seller, "کفش سارا")
        room = await room_of(acting, group)
        assert room is not None
        assert room.shop_id == other
        assert "کفش سارا" in acting.screens(acting.seller)[-1].text
        assert acting.screens(acting.seller)[-1].buttons == {}
        await says(acting, acting.customer, group)
        assert len(acting.cards(acting.seller)) == 1
        assert acting.cards(acting.manager) == []  # who is not of that shop
        assert acting.written_to_customers() == []


async def test_nobody_else_may_say_whose_a_group_is(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await open_shop(acting, "کفش سارا")
        await appoint(acting, acting.seller, Role.OWNER, shop=other)
        group = open_group(acting)
        await acting.settle()
        screen = acting.screens(acting.seller)[-1]
        colleague = await hire(acting, "پویا")
        (data,) = (value for label, value in screen.buttons.items() if "آرامش" in label)
        query = {
            "id": "1",
            "from": {"id": colleague, "is_bot": False, "first_name": "پویا"},
            "chat_instance": "1",
            "data": data,
        }
        await acting.app.dispatcher.feed_raw_update(
            acting.app.bot, {"update_id": 99, "callback_query": query}
        )
        room = await room_of(acting, group)
        assert room is not None
        assert room.shop_id is None


async def test_a_strangers_group_is_neither_heard_nor_written_to(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        stranger = acting.world.add_user("غریبه").id
        group = acting.world.add_group("گروه غریبه", owner=stranger, members=[acting.customer]).id
        acting.world.join(acting.seller, group)  # one of the team, who says nothing there
        acting.world.join(acting.bot_id, group)
        await says(acting, acting.customer, group)
        await says(acting, stranger, group, "/start")
        room = await room_of(acting, group)
        assert room is not None
        assert (room.shop_id, room.title) == (None, "")
        assert acting.cards(acting.seller) == []
        assert acting.written_to_customers() == []


async def test_who_has_not_started_the_bot_is_asked_in_the_group_alone(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = await open_shop(acting, "کفش سارا")
        person = await hire(acting, "پویا", started=False)
        await appoint(acting, person, Role.OWNER, shop=other)
        group = acting.world.add_group("تازه", owner=person, members=[acting.customer]).id
        acting.world.join(acting.bot_id, group)
        await acting.settle()
        assert len(in_group(acting, person, group)) == 1
        await presses_in_group(acting, person, group, "کفش سارا")
        room = await room_of(acting, group)
        assert room is not None
        assert room.shop_id == other
        (screen,) = in_group(acting, person, group)
        assert "کفش سارا" in screen.text
        assert screen.buttons == {}
        assert acting.written_to_customers() == []


# Commands and errors


@pytest.mark.parametrize(
    "text",
    ["/start", "/help", "/check تست", "/playbooks", "/lessons", "/duty", "/team", "/try", "/x"],
)
async def test_nothing_said_in_a_group_is_answered_there(tmp_path: Path, text: str) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        for person in (acting.customer, acting.seller, acting.manager):
            await says(acting, person, group, text)
            await says(acting, person, group, f"{text}@aram_sandbox_bot")
        assert acting.written_to_customers() == []
        assert [
            each for each in acting.messages(acting.seller, group) if each["from"]["is_bot"]
        ] == []


# Moved


async def test_a_group_that_becomes_a_supergroup_goes_on_there(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        old = open_group(acting, kind="group")
        number = await says(acting, acting.customer, old)
        await says(acting, acting.seller, old, "سلام، الان پیگیری می‌کنم")
        new = acting.world.upgrade(old).id
        await acting.settle()
        room = await room_of(acting, new)
        assert room is not None
        assert room.is_heard
        assert await room_of(acting, old) is None
        assert len(acting.cards(acting.seller)) == 1
        for _ in range(number):  # messages are numbered anew
            await says(acting, acting.customer, new, HEATED + " احمقای بیشعور")
        assert len(acting.cards(acting.seller)) == 1  # the same card, of the same conversation
        talks = await acting.app.ledger.write(lambda books: books.conversations_in(new, 0.0))
        assert [talk.memory.heard for talk in talks] == [1 + number]
        assert len(told(acting, acting.seller, "از این پس گروه")) == 1
        assert told(acting, acting.seller, "دیگر در گروه") == []
        assert acting.written_to_customers() == []


# Removed


async def test_the_keeper_is_told_once_that_aram_was_removed(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await acting.settle()
        acting.world.remove(acting.bot_id, group)
        await acting.settle()
        assert len(told(acting, acting.seller, "دیگر در گروه")) == 1
        assert told(acting, acting.manager, "دیگر در گروه") == []
        room = await room_of(acting, group)
        assert room is not None
        assert room.left_at is not None
        assert await deeds(acting, DeedKind.GROUP_LEFT) == [(acting.seller, {"group": "مشتری‌ها"})]
        acting.world.join(acting.bot_id, group)
        await says(acting, acting.customer, group)
        assert len(acting.cards(acting.seller)) == 1


async def test_whoever_leads_the_shop_is_told_where_the_keeper_has_left_the_team(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        colleague = await hire(acting, "پویا")
        group = acting.world.add_group("گروه پویا", owner=colleague).id
        acting.world.join(acting.bot_id, group)
        await acting.settle()
        await dismiss(acting, colleague)
        acting.world.remove(acting.bot_id, group)
        await acting.settle()
        assert len(told(acting, acting.manager, "دیگر در گروه")) == 1
        assert told(acting, colleague, "دیگر در گروه") == []


async def test_a_card_of_a_group_that_is_left_can_still_be_worked_with(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        await says(acting, acting.customer, group)
        acting.world.remove(acting.bot_id, group)
        await acting.settle()
        await acting.presses(acting.seller, "جواب داد")
        assert "جواب داد" in acting.cards(acting.seller)[-1].text
        assert acting.written_to_customers() == []
