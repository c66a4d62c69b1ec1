"""`python -m benchmarks.month_show FOLDER`: a played month's /stats, digest and exports.

About 700 conversations of two months go through the real listener and desk; the screens are then
drawn for the owner, and one for a seller, in both languages, for light and dark screens. The
month's exports lie beside them. Takes about a minute.
"""

import argparse
import asyncio
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks.databases import Place
from benchmarks.month import DAY, NOW, TODAY, Size, Staff, staff_of, visits
from benchmarks.month_played import Hands, Player
from bot.app import build_edition, build_locales
from bot.core.days import Span
from bot.core.force import Force
from bot.core.letters import Form
from bot.core.spans import Stretch
from bot.core.stats import hard
from bot.detection.models import Models
from bot.export.order import Order, fulfil
from bot.language.calendar import almanac
from bot.locale import Locale
from bot.publishing.forge import Forge
from bot.settings import Settings
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from handlers.digest.telling import Telling, screen_of, tell_digest, titles_in, voice_for
from handlers.stats.buttons import SellersButton, StatsButton, View
from handlers.stats.pages import Pages
from handlers.stats.sending import Screen
from handlers.stats.words import Voice

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
        for is_dark in (False, True):
            asyncio.run(_show(folder, ledger, staff, force, language, is_dark=is_dark))
        _export(folder, ledger, staff, force, language)
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


async def _show(
    folder: Path, ledger: Ledger, staff: Staff, force: Force, language: str, *, is_dark: bool
) -> None:
    locale, seller = build_locales().get(language), min(staff.shop.seller_ids)
    look = f"{language}_{'dark' if is_dark else 'light'}"
    for person in (staff.shop.managers[0], seller):
        ledger.commit(partial(_prefer, person=person, is_dark=is_dark))
    owners = Pages(ledger, staff.shop, force, locale, staff.shop.managers[0])
    own = Pages(ledger, staff.shop, force, locale, seller)
    told: list[str] = []
    for name, asked in _asked():
        pages = own if name == "own" else owners
        screen: Screen = await pages.screen(asked)
        told += [f"== {name}", screen.drawn(locale).text, ""]
        if screen.picture is not None:
            (folder / f"{look}_{name}.png").write_bytes(screen.picture())
    digest = _digest(ledger, staff, force, locale, is_dark=is_dark)
    told += ["== digest", digest.drawn(locale).text, ""]
    if digest.picture is not None:
        (folder / f"{look}_digest.png").write_bytes(digest.picture())
    of_month = SellersButton(stretch=Stretch.MONTH, first=TODAY.toordinal())
    sellers = await owners.sellers(of_month)
    told += ["== sellers", sellers.drawn(locale).text]
    (folder / f"{language}.txt").write_text("\n".join(told), encoding="utf-8")


def _prefer(books: Books, *, person: int, is_dark: bool) -> None:
    if books.person(person) is None:
        books.remember_person(person, "")
    books.choose_dark(person, dark=is_dark)


def _digest(ledger: Ledger, staff: Staff, force: Force, locale: Locale, *, is_dark: bool) -> Screen:
    """Of the hardest day of the last week, as its evening would have told it."""

    def look(books: Books) -> Telling:
        days = books.summaries.days(Span(TODAY - timedelta(6), TODAY))
        hardest = max(days, key=lambda each: hard(each.counts))
        return tell_digest(books, staff.shop.managers[0], hardest.day)

    told = ledger.commit(look)
    voice = voice_for(told, locale, titles_in(force, locale))
    return screen_of(told, staff.shop, voice, is_dark=is_dark)


def _export(folder: Path, ledger: Ledger, staff: Staff, force: Force, language: str) -> None:
    """The month by the reader's calendar, as both kinds of file; without customers' words."""
    locale = build_locales().get(language)
    voice = Voice(locale, titles_in(force, locale))
    month = almanac(language, staff.shop.timezone).month_of(TODAY)
    for form in Form:
        order = Order(form, Span(month.first, TODAY))
        path = folder / f"{language}_{order.name(language)}"
        fulfil(order, path, ledger.commit, voice, staff.shop.timezone)


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
