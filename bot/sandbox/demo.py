"""The cast of `make demo`: a customer, a seller and a manager of a small Persian shop, and Aram."""

from bot.sandbox.clock import Clock, RunningClock
from bot.sandbox.world import World

DEMO_TOKEN = "1000000001:SANDBOX-sandbox-SANDBOX-sandbox-000"  # noqa: S105 - opens nothing
"""The demo bot's token, which only the sandbox knows."""


def demo_world(clock: Clock | None = None) -> World:
    """Return the world of the demo.

    The seller «نگار» and the manager «رضا» have pressed Start; the seller has connected the bot
    with every right; the customer «مریم» knows nothing of it. `world.roles` names them: "customer",
    "seller", "manager".
    """
    world = World(clock or RunningClock())
    bot = world.add_bot(DEMO_TOKEN, "آرام", "aram_sandbox_bot", reads_all_groups=True)
    customer = world.add_user("مریم")
    seller = world.add_user("نگار")
    manager = world.add_user("رضا")
    world.roles |= {"customer": customer.id, "seller": seller.id, "manager": manager.id}
    world.start(seller.id, bot.id)
    world.start(manager.id, bot.id)
    world.connect(seller.id, bot.id)
    return world
