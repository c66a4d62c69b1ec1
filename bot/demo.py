"""`aram sandbox`: the pretend Telegram and the real bot in one process, with no token."""

import asyncio
import socket
import sys
import tempfile
import webbrowser
from pathlib import Path

from pydantic import SecretStr

from bot.app import build_app, build_locales, terminal_language
from bot.core.card import Reason
from bot.core.pace import Move
from bot.errors import SettingsError
from bot.locale import Locale
from bot.sandbox.demo import DEMO_TOKEN, demo_world
from bot.sandbox.script import load_samples
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.serving import greet
from bot.settings import Settings
from bot.store.ledger import Ledger
from bot.store.reports import AssessedTurn, assessed_turns
from handlers.card import signal_label

SHOP_NAME = "فروشگاه آرامش"
HOST = "127.0.0.1"


async def serve_demo(settings: Settings, *, port: int, open_page: bool) -> None:
    """Serve the page until cancelled; everything it kept is gone afterwards."""
    world = demo_world()
    why = _Why(build_locales().get("fa"))
    server = SandboxServer(world, load_samples(), why, port=port)
    try:
        await server.start()
    except OSError:
        raise SettingsError("error-port-taken", port=port) from None
    with tempfile.TemporaryDirectory(prefix="aram-sandbox-") as folder:
        chosen = demo_settings(settings, world, server.url, Path(folder))
        paneled = chosen.model_copy(update=panel_settings(free_port()))
        app = build_app(paneled, clock=world.clock.now)
        why.ledger = app.ledger
        try:
            await greet(app, settings, build_locales())
            await _tell_address(server.url, open_page=open_page)
            await app.serve()
        finally:
            await app.close()
            await server.stop()


async def _tell_address(url: str, *, open_page: bool) -> None:
    say = build_locales().get(terminal_language()).plain.say
    sys.stdout.write(say("demo-open", url=url) + "\n")
    sys.stdout.flush()
    if open_page:
        await asyncio.to_thread(webbrowser.open, url)


def demo_settings(settings: Settings, world: World, url: str, folder: Path) -> Settings:
    """The demo's own settings; playbooks and log level stay the user's."""
    return settings.model_copy(
        update={
            "bot_token": SecretStr(DEMO_TOKEN),
            "telegram_api_url": url,
            "telegram_limits": False,
            "database_url": f"sqlite:///{folder}/aram.db",
            "owner_id": world.roles["manager"],
            "seller_ids": frozenset({world.roles["seller"]}),
            "shop_name": settings.shop_name or SHOP_NAME,
            "webhook_url": None,
            "relay_secret": None,
            "health_port": None,
        }
    )


def panel_settings(port: int) -> dict[str, object]:
    """The managers' page on a port of this machine."""
    return {"panel_url": f"http://{HOST}:{port}/", "panel_host": HOST, "panel_port": port}


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


class _Why:
    """Tells the page's panel what Aram found in a conversation, in the reader's words."""

    def __init__(self, locale: Locale) -> None:
        self.ledger: Ledger | None = None
        self._locale = locale

    async def __call__(self, seller_id: int, customer_id: int) -> dict[str, object] | None:
        if self.ledger is None:
            return None
        turns = await self.ledger.read(
            lambda session: assessed_turns(session, seller_id, customer_id)
        )
        return self._told(turns) if turns else None

    def _told(self, turns: tuple[AssessedTurn, ...]) -> dict[str, object]:
        newest = turns[-1]
        return {
            "turns": [
                {
                    "text": turn.text,
                    "tension": int(turn.tension),
                    "alert": turn.decision in (Move.ANEW, Move.UPDATE),
                }
                for turn in turns
            ],
            "signals": [
                {
                    "label": signal_label(
                        Reason(signal.name, signal.words, signal.situation), self._locale.plain
                    ),
                    "verdict": signal.fired,
                    "words": "، ".join(signal.words),
                    "weight": signal.weight,
                }
                for signal in sorted(newest.signals, key=lambda signal: -abs(signal.weight))
            ],
            "decision": self._locale.plain.say(f"decision-{newest.decision.replace('_', '-')}"),
        }
