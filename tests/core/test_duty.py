"""Who is asked about a customer in a group whom nobody has answered."""

import pytest

from bot.core.duty import whom_to_ask, whom_to_ask_next
from bot.core.people import Shop
from bot.core.room import talk_prefix, topic_of

OWNER, MANAGER, ONE, OTHER, STRANGER = 1, 2, 11, 12, 99
SHOP = Shop(owner_id=OWNER, manager_ids=frozenset({MANAGER}), seller_ids=frozenset({ONE, OTHER}))


@pytest.mark.parametrize(
    ("shop", "on_duty", "asked"),
    [
        (SHOP, {OTHER}, (OTHER,)),  # whoever is on duty
        (SHOP, {OTHER, MANAGER}, (MANAGER, OTHER)),  # a manager may be on duty, too
        (SHOP, set(), (ONE, OTHER)),  # else all sellers
        (SHOP, {STRANGER}, (ONE, OTHER)),  # whoever has left the team is not on duty
        (Shop(owner_id=OWNER), set(), (OWNER,)),  # who sells alone
        (Shop(), set(), ()),  # a shop without people
    ],
)
def test_those_on_duty_are_asked_else_all_sellers(
    shop: Shop, on_duty: set[int], asked: tuple[int, ...]
) -> None:
    assert whom_to_ask(shop, on_duty) == asked


@pytest.mark.parametrize(
    ("asked", "following"),
    [({ONE}, OTHER), ({ONE, OTHER}, OWNER), ({ONE, OTHER, OWNER}, MANAGER)],
)
def test_after_the_sellers_come_the_managers(asked: set[int], following: int) -> None:
    assert whom_to_ask_next(SHOP, asked) == following
    assert whom_to_ask_next(SHOP, {ONE, OTHER, OWNER, MANAGER}) is None


@pytest.mark.parametrize("topic", [None, 17])
def test_a_talk_knows_its_topic_by_its_key(topic: int | None) -> None:
    assert topic_of(f"{talk_prefix(3, -100400, topic)}5") == topic
