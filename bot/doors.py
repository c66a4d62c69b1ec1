"""Which ways in a running Aram has: long polling, Telegram's webhook, or another bot's relay."""

from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.branches import Branches
    from bot.metrics import Metrics
    from bot.serving import Door
    from handlers.dealing import Dealing
    from handlers.doorway import Check, Entrance


def build_doors(
    settings: Settings, dealing: "Dealing", branches: "Branches", metrics: "Metrics"
) -> tuple["Door", ...]:
    """Where updates come from, a port wherever one is needed, and the pulse."""
    from bot.pulse import Pulse
    from bot.store.revisions import restored
    from handlers.doorway import Doorway
    from handlers.polling import Poller

    checks, entrance = _checks(branches), _entrance(settings, dealing, branches)
    pulse = Pulse(lambda: branches.first.ledger.read(restored))
    port = settings.health_port if entrance is None else settings.webhook_port
    ways: tuple[Door, ...] = (pulse,) if entrance is not None else (pulse, Poller(dealing))
    if port is None:
        return ways
    doorway = Doorway(
        checks,
        host=settings.webhook_host,
        port=port,
        entrance=entrance,
        metrics=metrics,
        is_alive=lambda: pulse.is_beating,
    )
    return (*ways, doorway)


def _entrance(settings: Settings, dealing: "Dealing", branches: "Branches") -> "Entrance | None":
    if settings.relay_secret is not None:
        from bot.core.invitation import Seal
        from handlers.guest import Claims, LeaveMenus
        from handlers.relay import Relay

        dealing.bot.session.middleware(LeaveMenus())
        claims = Claims(dealing.dispatcher, branches.shops, Seal(dealing.bot.token))
        return Relay(dealing, claims, secret=settings.relay_secret.get_secret_value())
    if settings.webhook_url is not None:
        from handlers.webhook import Webhook

        secret = settings.webhook_secret
        return Webhook(
            dealing, url=settings.webhook_url, secret=secret.get_secret_value() if secret else None
        )
    return None


def _checks(branches: "Branches") -> "dict[str, Check]":
    """What must hold for Aram to be ready: it can write, and has playbooks in force."""
    ledger = branches.first.ledger

    async def database() -> bool:
        return await ledger.write(lambda books: books.now > 0)

    async def playbooks() -> bool:
        return await ledger.write(lambda books: books.versions.number()) > 0

    return {"database": database, "playbooks": playbooks}
