"""Who takes part: Aram as it is started in earnest, and two echo bots."""

from pathlib import Path

from benchmarks.cast import AIOGRAM, ARAM, PTB, TOKENS
from benchmarks.stand import Command, Sandbox

NAMES = {
    AIOGRAM: "bare aiogram echo bot",
    PTB: "bare python-telegram-bot echo bot",
    ARAM: "Aram",
}


def command(bot: str, sandbox: Sandbox, folder: Path) -> Command:
    """How to start a contestant; Aram keeps its database in `folder`."""
    if bot == ARAM:
        return aram(sandbox, folder)
    return Command(bot, ("-m", f"benchmarks.bare_{bot}", sandbox.url, TOKENS[bot]))


def aram(sandbox: Sandbox, folder: Path) -> Command:
    """`aram run`, its settings given by the environment alone."""
    database = folder / "aram.db"
    settings = {
        "BOT_TOKEN": TOKENS[ARAM],
        "TELEGRAM_API_URL": sandbox.url,
        "TELEGRAM_LIMITS": "no",
        "DATABASE_URL": f"sqlite:///{database}",
        "SELLER_IDS": ",".join(str(seller) for seller in sandbox.sellers),
        "SHOP_NAME": "فروشگاه آرامش",
    }
    return Command(ARAM, ("-m", "bot", "run"), folder, tuple(settings.items()), database)
