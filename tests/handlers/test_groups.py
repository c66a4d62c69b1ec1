"""Groups: heard, never written to; the whisper goes to a seller's private chat."""

from pathlib import Path

from tests.stage import Stage, stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


def open_group(acting: Stage) -> int:
    """A group with the seller, the manager, a customer and the bot in it."""
    world = acting.world
    group = world.add_group(
        "مشتری‌ها", owner=acting.seller, members=[acting.manager, acting.customer]
    )
    world.join(acting.bot_id, group.id)
    return group.id


async def test_a_heated_customer_in_a_group_reaches_the_owner_then_who_answers(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as acting:
        group = open_group(acting)
        acting.world.send(acting.customer, group, text=HEATED)
        await acting.settle()
        assert len(acting.cards(acting.manager)) == 1
        assert acting.cards(acting.seller) == []
        acting.world.send(acting.seller, group, text="سلام، الان پیگیری می‌کنم")
        other = acting.world.add_user("پویا").id
        acting.world.join(other, group)
        acting.world.send(other, group, text=HEATED)
        await acting.settle()
        assert len(acting.cards(acting.seller)) == 1
        assert [text for text in acting.chat(acting.customer, group) if "🟠" in text] == []
        assert acting.written_to_customers() == []


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
