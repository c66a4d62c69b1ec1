"""What lies in the files of a database, byte by byte."""

from dataclasses import replace
from pathlib import Path

from tests.stage import Stage

INSULT = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم."


def bytes_of(folder: Path) -> bytes:
    """The SQLite file, its -wal and its -journal, in whatever state they are."""
    return b"".join(each.read_bytes() for each in sorted(folder.glob("aram.db*")))


def holds(folder: Path, words: str) -> bool:
    """Whether words lie there, in letters or as JSON may write them."""
    kept = bytes_of(folder)
    forms = (words.encode(), words.encode("utf-16-le"), words.encode("unicode_escape"))
    return any(form in kept for form in forms)


async def quarrel(acting: Stage, marker: str, *, typed: bool = True) -> None:
    """A customer grows heated, a colleague promises, asks Aram, calls a manager; all in words."""
    bot = acting.app.bot
    assert bot is not None
    await acting.customer_says(f"سلام {marker} سفارش من کو؟")
    await acting.customer_says(f"{INSULT} {marker}")
    await acting.customer_says(f"{INSULT} {marker} دوباره")
    await acting.seller_says(f"ببخشید {marker}، تا فردا ساعت ۱۰ برایتان می‌فرستم")
    await acting.forwards_to_bot(acting.seller, acting.customer, f"{INSULT} {marker}")
    if typed:
        await acting.asks_bot_about(acting.seller, f"این هم {marker} خیلی بد بود، خجالت بکشید")
    await acting.tells_bot(acting.seller, f"/mine برو بابا {marker} حوصله‌ات را ندارم")


def rename(acting: Stage, name: str, username: str | None = None) -> None:
    """Let the customer be called so."""
    users = acting.world.users
    users[acting.customer] = replace(users[acting.customer], first_name=name, username=username)
