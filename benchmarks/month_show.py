"""`python -m benchmarks.month_show FOLDER`: a played month's /stats, its words and its pictures.

About 700 conversations of two months go through the real listener and desk; the screens are then
drawn for the owner, and one for a seller, in both languages. Takes about a minute.
"""

import argparse
import asyncio
from collections.abc import Iterator
from pathlib import Path

from benchmarks.databases import Place
from benchmarks.month import DAY, NOW, TODAY, Size, Staff, staff_of, visits
from benchmarks.month_played import Hands, Player
from bot.app import build_edition, build_locales
from bot.core.force import Force
from bot.core.spans import Stretch
from bot.detection.models import Models
from bot.publishing.forge import Forge
from bot.settings import Settings
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from handlers.stats.buttons import SellersButton, StatsButton, View
from handlers.stats.pages import Pages
from handlers.stats.sending import Screen

SIZE = Size(turns=4_500, days=58)
_VIEWS = (View.ABOUT, View.PLACES, View.PLAYBOOKS, View.HARDEST)


def main() -> None:
    """Play, then draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "month.db").unlink(missing_ok=True)
    ledger, staff, force = played(Place(f"sqlite:///{folder}").add("month"), SIZE)
    for language in ("fa", "en"):
        asyncio.run(_show(folder, ledger, staff, force, language))
    ledger.close()


def played(url: str, size: Size) -> tuple[Ledger, Staff, Force]:
    """A ledger at the end of a month that was played on it, whose it is, and what is in force."""
    engine, hands, staff = open_engine(url), Hands(), staff_of(1, size)
    migrate(engine)
    hands.now = NOW - size.days * DAY
    ledger = Ledger(engine, staff.shop, hands)
    ledger.commit(lambda books: books.roster.follow_settings(staff.shop))
    settings = Settings(_env_file=None, owner_id=staff.shop.owner_id)
    force = Force(Forge(Models.load()).coach(build_edition(settings, ledger)))
    Player(ledger, hands, staff, force).play(visits(staff, size))
    hands.now = NOW
    return ledger, staff, force


async def _show(folder: Path, ledger: Ledger, staff: Staff, force: Force, language: str) -> None:
    locale, seller = build_locales().get(language), min(staff.shop.seller_ids)
    owners = Pages(ledger, staff.shop, force, locale, staff.shop.managers[0])
    own = Pages(ledger, staff.shop, force, locale, seller)
    told: list[str] = []
    for name, asked in _asked():
        pages = own if name == "own" else owners
        screen: Screen = await pages.screen(asked)
        told += [f"== {name}", screen.drawn(locale).text, ""]
        if screen.picture is not None:
            (folder / f"{language}_{name}.png").write_bytes(screen.picture())
    of_month = SellersButton(stretch=Stretch.MONTH, first=TODAY.toordinal())
    sellers = await owners.sellers(of_month)
    told += ["== sellers", sellers.drawn(locale).text]
    (folder / f"{language}.txt").write_text("\n".join(told), encoding="utf-8")


def _asked() -> Iterator[tuple[str, StatsButton]]:
    first = TODAY.toordinal()
    for stretch in (Stretch.DAY, Stretch.WEEK, Stretch.MONTH):
        yield stretch.name.lower(), StatsButton(view=View.FRONT, stretch=stretch, first=first)
    for view in _VIEWS:
        name = f"month_{view.name.lower()}"
        yield name, StatsButton(view=view, stretch=Stretch.MONTH, first=first)
    part = StatsButton(view=View.PART, stretch=Stretch.MONTH, first=first, id="b-complaint")
    yield "month_playbook", part
    yield "own", StatsButton(view=View.OWN, stretch=Stretch.MONTH, first=first)


if __name__ == "__main__":
    main()
