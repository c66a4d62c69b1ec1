"""What is compared: the playbooks in force, those of a changed folder, and the shop's own talks."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from bot.app import build_coach
from bot.content.files import Texts, read_folder
from bot.core.coach import Coach
from bot.core.edition import Edition
from bot.core.lesson import NO_LESSONS, Lessons
from bot.core.people import FIRST_SHOP
from bot.core.rehearsal import Talk
from bot.detection.models import Models
from bot.detection.recall import recalling
from bot.founding import shop_of
from bot.publishing.forge import as_bytes
from bot.settings import Settings
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import is_current
from bot.store.recent_talks import for_rehearsal, recent_talks

DAY_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Sets:
    """The coach in force, and that of a changed folder, None where none is given.

    `number` is the newest version in force, 0 where the database has none and the folder speaks;
    `is_same` says that the changed folder holds what is in force.
    """

    now: Coach
    then: Coach | None
    number: int
    is_same: bool
    ledger: Ledger | None

    def lessons(self) -> Lessons:
        """What the shop taught."""
        if self.ledger is None:
            return NO_LESSONS
        return self.ledger.commit(lambda books: books.lessons())

    def talks(self, days: int) -> tuple[Talk, ...]:
        """The shop's conversations of the last days, newest first."""
        if self.ledger is None:
            return ()
        since = time.time() - days * DAY_SECONDS
        shop_id = self.ledger.shop.id
        recent = asyncio.run(
            self.ledger.read(lambda session: recent_talks(session, since, shop_id=shop_id))
        )
        return self.ledger.commit(
            lambda books: tuple(for_rehearsal(books, each) for each in recent)
        )


@contextmanager
def opened(settings: Settings, folder: Path | None, shop_id: int) -> Iterator[Sets]:
    """The sets, while the database is open."""
    ledger = _ledger(settings, shop_id)
    try:
        edition = ledger.commit(lambda books: books.versions.edition()) if ledger else Edition()
        yield _sets(settings, edition, folder, ledger)
    finally:
        if ledger is not None:
            ledger.close()


def _ledger(settings: Settings, shop_id: int) -> Ledger | None:
    """The database where it is there and up to date: a trial makes none, and changes none."""
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return None
    engine = open_engine(settings.database_url, settings.word_keys)
    if not is_current(engine):
        engine.dispose()
        return None
    ledger = Ledger(engine, settings.shop, time.time)
    return ledger if shop_id == FIRST_SHOP else ledger.of(shop_of(ledger, shop_id))


def _sets(settings: Settings, edition: Edition, folder: Path | None, ledger: Ledger | None) -> Sets:
    """The coaches share one encoder; what is off in the shop is off in its changed folder, too."""
    texts = _texts(settings, edition)
    off, models = edition.turned_off(), recalling(Models.load(settings.model_dir))
    now = build_coach(settings, models=models, texts=texts, off=off)
    if folder is None:
        return Sets(now, None, edition.number, is_same=False, ledger=ledger)
    changed = read_folder(folder)
    named = settings.model_copy(update={"playbooks_dir": folder})
    then = build_coach(named, models=models, texts=changed, off=off & changed.keys())
    is_same = dict(texts) == changed
    return Sets(now, then, edition.number, is_same=is_same, ledger=ledger)


def _texts(settings: Settings, edition: Edition) -> Texts:
    if not edition.number:
        return read_folder(settings.playbooks_dir)
    return {file: as_bytes(text) for file, text in edition.texts().items()}
