"""Whatever a bot asks, the sandbox answers or refuses; it never breaks."""

import inspect
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox.clock import ManualClock
from bot.sandbox.methods.call import Call
from bot.sandbox.methods.table import METHODS
from bot.sandbox.refusals import Refusal
from bot.sandbox.wire import encode
from bot.sandbox.world import World
from tests.sandbox.conftest import TOKEN

LIKELY = st.sampled_from(
    [
        1,
        2,
        "1",
        500_000_001,
        500_000_002,
        -1_000_004_000_001,
        "sandbox-connection-1",
        "HTML",
        "سلام",
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | LIKELY,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "offset", "length", "inline_keyboard", "message_id"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=4,
)


def a_world() -> World:
    world = World(ManualClock())
    bot = world.add_bot(TOKEN, "Aram", "aram_sandbox_bot")
    customer, seller = world.add_user("مریم"), world.add_user("نگار")
    world.start(seller.id, bot.id)
    world.connect(seller.id, bot.id)
    world.send(customer.id, seller.id, text="سلام")
    group = world.add_group("گروه", owner=seller.id, members=[customer.id])
    world.join(bot.id, group.id, admin=["can_delete_messages"])
    return world


ASKED = sorted(set(METHODS) - {"getupdates", "setwebhook", "deletewebhook"})


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_every_call_is_answered_or_refused(data: st.DataObject) -> None:
    world = a_world()
    method = METHODS[data.draw(st.sampled_from(ASKED))]
    given: dict[str, Any] = {
        name: data.draw(LIKELY | JSON, label=name) for name in sorted(method.reads)
    }
    call = Call(world, next(iter(world.bots.values())), given, {}, method.reads)
    try:
        result = method.run(call)
    except Refusal:
        return
    assert not inspect.isawaitable(result)
    assert encode(result)
