"""Only whom Telegram vouches for, lately, and who is a manager now, gets in."""

import base64
import json
from urllib.parse import parse_qsl, quote, urlencode

import pytest

from bot.core.people import Shop
from bot.sandbox.people import Bot, User
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webapps import init_data, signed
from handlers.panel.auth import (
    CLOCKS_DIFFER_SECONDS,
    OLDEST_SECONDS,
    PASS_SECONDS,
    Gate,
    Turned,
    Visitor,
)

TOKEN = "1000000001:SANDBOX-sandbox-SANDBOX-sandbox-000"
NOW = 1_760_000_000.0
MANAGER, SELLER = User(42, "رضا"), User(43, "نگار")
SHOP = Shop(owner_id=MANAGER.id, seller_ids=frozenset({SELLER.id}))
GATE = Gate(TOKEN, SHOP)
VISITOR = Visitor(MANAGER.id, "رضا", "fa")


def data(user: User = MANAGER, *, token: str = TOKEN, at: float = NOW) -> str:
    return init_data(Bot(token, User(1, "آرام", is_bot=True), UpdateQueue()), user, at=at)


def altered(**changes: str) -> str:
    """Signed data with something changed afterwards."""
    return urlencode({**dict(parse_qsl(data())), **changes})


def resigned(**changes: str) -> str:
    """Data that says something else, signed with the right token all the same."""
    told = {**dict(parse_qsl(data())), **changes}
    del told["hash"]
    told = {name: value for name, value in told.items() if value}
    return urlencode({**told, "hash": signed(TOKEN, told)})


def test_a_manager_comes_in() -> None:
    assert GATE.sign_in(data(), now=NOW + 5) == VISITOR


@pytest.mark.parametrize(
    "forged",
    [
        altered(user=json.dumps({"id": MANAGER.id, "first_name": "x"})),
        altered(auth_date=str(int(NOW) + 1)),
        altered(start_param="x"),
        altered(hash="0" * 64),
        altered(hash=""),
        altered(hash="هشتاد"),  # compare_digest takes no such letters
        data(token="1000000002:SANDBOX-sandbox-SANDBOX-sandbox-000"),  # another bot's
        data(token=f"{TOKEN}x"),
        data().replace("hash=", "hesh="),
        f"{data()}&auth_date={int(NOW)}",  # a field twice, though it says the same
        data() + "&user=" + quote(json.dumps({"id": 42, "first_name": "x"})),
        "hash=" + "0" * 64,
        "user=%7B%7D",
        "\x00",
        "a" * 5000,
        "رضا",
        resigned(user=""),  # signed, but of nobody
        resigned(user="{}"),
        resigned(user='{"id":"x","first_name":"x"}'),
        resigned(auth_date="yesterday"),
        resigned(auth_date=""),
    ],
)
def test_the_forged_is_turned_away(forged: str) -> None:
    assert GATE.sign_in(forged, now=NOW) is Turned.FORGED


def test_a_name_is_kept_as_a_database_can_keep_it() -> None:
    visitor = GATE.sign_in(data(User(MANAGER.id, "ر\x00ضا")), now=NOW)
    assert isinstance(visitor, Visitor)
    assert visitor.name == "رضا"


def test_no_data_is_no_forgery() -> None:
    assert GATE.sign_in("", now=NOW) is Turned.UNSIGNED
    assert GATE.read_pass("", now=NOW) is Turned.UNSIGNED


@pytest.mark.parametrize(
    ("age", "comes_in"),
    [
        (0.0, True),
        (OLDEST_SECONDS - 1, True),
        (OLDEST_SECONDS + 2, False),  # an hour and a little
        (30 * 86400.0, False),
        (-CLOCKS_DIFFER_SECONDS + 2, True),  # a phone's clock is never quite ours
        (-CLOCKS_DIFFER_SECONDS - 2, False),  # from the future
    ],
)
def test_data_is_good_for_an_hour(age: float, comes_in: bool) -> None:
    told = GATE.sign_in(data(at=NOW - age), now=NOW)
    assert (told is not Turned.EXPIRED) is comes_in


def test_sellers_and_strangers_are_told_that_it_is_for_managers() -> None:
    for user in (SELLER, User(99, "غریبه")):
        assert GATE.sign_in(data(user), now=NOW) is Turned.NOT_MANAGER


def test_nobody_is_a_manager_where_none_is_named() -> None:
    assert Gate(TOKEN, Shop()).sign_in(data(), now=NOW) is Turned.NOT_MANAGER


def test_a_pass_says_whose_it_is() -> None:
    written = GATE.write_pass(VISITOR, now=NOW)
    assert GATE.read_pass(written, now=NOW + PASS_SECONDS - 1) == VISITOR
    assert GATE.read_pass(written, now=NOW + PASS_SECONDS + 1) is Turned.EXPIRED


def test_a_pass_is_worth_nothing_once_the_role_is_lost() -> None:
    written = GATE.write_pass(VISITOR, now=NOW)
    later = Gate(TOKEN, Shop(owner_id=7, seller_ids=frozenset({MANAGER.id})))
    assert later.read_pass(written, now=NOW) is Turned.NOT_MANAGER


def test_any_replica_knows_a_pass_and_no_other_bot_does() -> None:
    written = GATE.write_pass(VISITOR, now=NOW)
    assert Gate(TOKEN, SHOP).read_pass(written, now=NOW) == VISITOR
    assert Gate(f"{TOKEN}x", SHOP).read_pass(written, now=NOW) is Turned.FORGED


def test_a_pass_cannot_be_altered() -> None:
    body, _, seal = GATE.write_pass(VISITOR, now=NOW).partition(".")
    longer = base64.urlsafe_b64encode(json.dumps([42, "رضا", "fa", 9e12]).encode()).decode()
    for made in (
        f"{longer}.{seal}",
        f"{body}.{'0' * 64}",
        body,
        f"{body}.",
        f".{seal}",
        "آ.آ",
        "\udcff.\udcff",  # bytes of a header that are no UTF-8
        ".",
    ):
        assert GATE.read_pass(made, now=NOW) is Turned.FORGED


def test_init_data_is_no_pass_and_a_pass_no_init_data() -> None:
    assert GATE.read_pass(data(), now=NOW) is Turned.FORGED
    assert GATE.sign_in(GATE.write_pass(VISITOR, now=NOW), now=NOW) is Turned.FORGED
