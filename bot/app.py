"""The composition root: the one place where the parts meet."""

import gc
import logging
import os
import time
from collections.abc import Collection
from functools import cache, partial
from typing import TYPE_CHECKING

from bot.content.files import Texts, read_folder
from bot.content.load import Loaded, load
from bot.core.coach import Coach
from bot.core.playbook import Library
from bot.detection.models import Models
from bot.errors import AramError, ContentError, SettingsError, TelegramError
from bot.language.reader import Reader
from bot.locale import Locale, Locales
from bot.publishing.folder import texts_in
from bot.publishing.forge import coach_of
from bot.serving import App, greet, show_owners_links
from bot.settings import ROOT, Settings
from bot.wiring import build_dealing, build_delivery, build_panel, build_session

if TYPE_CHECKING:
    from aiogram.client.session.base import BaseSession

    from bot.branches import Branches
    from bot.core.edition import Edition
    from bot.publishing.forge import Forge
    from bot.publishing.publisher import Publisher
    from bot.store.ledger import Clock, Ledger
    from bot.store.shops import Shops
    from bot.workshop import Workshop

PATIENCE_SECONDS = 3.0
LOCALES = ROOT / "locales"
SHIPPED = ROOT / "playbooks"

log = logging.getLogger(__name__)


def build_library(settings: Settings) -> Library:
    """The folder's playbooks; raises ContentError where a file among them cannot be used."""
    return build_loaded(settings, read_folder(settings.playbooks_dir)).library


def build_loaded(settings: Settings, texts: Texts, *, off: Collection[str] = ()) -> Loaded:
    """Playbooks of files; raises ContentError where one of them cannot be used."""
    loaded = load(texts, off=off, called=str(settings.playbooks_dir))
    if loaded.errors:
        first = loaded.errors[0]
        raise ContentError(
            "error-playbooks-unusable",
            count=len(loaded.errors),
            first=f"{first.file}:{first.line}",
        )
    return loaded


def build_coach(
    settings: Settings,
    *,
    models: Models | None = None,
    texts: Texts | None = None,
    off: Collection[str] = (),
) -> Coach:
    """Everything between a turn and a decision; needs no Telegram and no database.

    Of the folder's playbooks, or of an edition's `texts` with the files that are `off`.
    """
    if texts is None:
        texts = read_folder(settings.playbooks_dir)
    loaded = build_loaded(settings, texts, off=off)
    return coach_of(loaded, models or Models.load(settings.model_dir), Reader().read)


@cache
def build_locales() -> Locales:
    """The bot's own words, read once."""
    return Locales.load(LOCALES)


def terminal_language() -> str:
    """The language of the terminal, by the usual variables; English unless it says Persian."""
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fa" if said.startswith("fa") else "en"


def terminal_locale() -> Locale:
    """The voice for the terminal."""
    return build_locales().get(terminal_language()).plain


def build_publisher(settings: Settings) -> "Publisher":
    """Decides on changes; needs no Telegram and no database."""
    from bot.publishing.forge import Forge
    from bot.publishing.publisher import Publisher

    return Publisher(Forge(Models.load(settings.model_dir)).problems, settings.shop)


def build_ledger(settings: Settings, clock: "Clock" = time.time) -> "Ledger":
    """The database, brought up to date."""
    from bot.store.engine import open_engine
    from bot.store.ledger import Ledger
    from bot.store.migrate import migrate
    from bot.store.resealing import check_seal

    engine = open_engine(settings.database_url, settings.word_keys)
    try:
        migrate(engine)
        check_seal(engine)
    except AramError:
        engine.dispose()
        raise
    ledger = Ledger(engine, settings.shop, clock)
    ledger.commit(lambda books: books.roster.follow_settings(settings.shop))
    first = ledger.commit(lambda books: books.roster.shops())[0]
    ledger.shop.become(first)
    return ledger


def build_edition(settings: Settings, ledger: "Ledger") -> "Edition":
    """The playbooks in force; where none were ever published, the folder's become the first.

    Those without errors, that is: of the others `Live` tells the managers. Raises ContentError
    where the folder has none.
    """
    from bot.publishing.intake import first_edition, usable

    edition = ledger.commit(lambda books: books.versions.edition())
    if edition.number:
        return edition
    written = texts_in(settings.playbooks_dir)
    if not written:
        raise ContentError("error-playbooks-missing", folder=str(settings.playbooks_dir))
    sound = usable(written, texts_in(SHIPPED))
    left_out = sorted(file for file in written if sound.get(file) != written[file])
    if left_out:
        log.warning("playbooks with errors are left out: %s", ", ".join(left_out))
    return ledger.commit(lambda books: first_edition(books.versions, sound))


def first_coach(settings: Settings, models: Models, forge: "Forge", edition: "Edition") -> Coach:
    """The coach to begin with: the edition's, or the folder's where this Aram cannot use that one.

    So an edition of another Aram can be mended in the folder: `Live` takes it in. Where nothing of
    the folder can be used either, the shipped playbooks speak until it is mended.
    """
    try:
        return forge.coach(edition)
    except ContentError as error:
        log.warning("the playbooks of version %s cannot be used: %s", edition.number, error)
    try:
        return build_coach(settings, models=models)
    except ContentError as error:
        log.warning("nor can the folder's, so that the shipped ones speak: %s", error)
        return build_coach(settings, models=models, texts=read_folder(SHIPPED))


def build_app(
    settings: Settings,
    *,
    session: "BaseSession | None" = None,
    clock: "Clock" = time.time,
    workshop: "Workshop | None" = None,
) -> App:
    """Put the bot together; nothing is sent yet.

    With a `session`, a host's, Aram sends through it and takes no updates by itself. The `clock`
    says when letters are due. Without a `workshop` it gets one of its own.
    """
    if settings.bot_token is None:
        raise SettingsError("error-token-missing")
    from aiogram import Bot, Dispatcher
    from aiogram.utils.token import TokenValidationError

    from bot.core.invitation import Seal
    from bot.doors import build_doors
    from bot.store.shops import Shops
    from bot.workshop import Workshop
    from handlers import build_router
    from handlers.connections import Connections
    from handlers.inshop import InShop
    from handlers.limits import Limits
    from handlers.measuring import CountRequests, CountUpdates
    from handlers.postman import Postman
    from handlers.rate import Rate
    from handlers.silence import Silence
    from handlers.stamps import Stamping

    token = settings.bot_token.get_secret_value()
    is_guest = session is not None
    session = session or build_session(settings)
    session.middleware(Stamping())
    session.middleware(Silence())
    limits = Limits(are_kept=settings.telegram_limits)
    session.middleware(limits)
    try:
        bot = Bot(token, session=session)
    except TokenValidationError:
        raise TelegramError("error-token-wrong") from None
    workshop = workshop or Workshop.of(build_locales(), settings.model_dir)
    locales, forge, metrics = workshop.locales, workshop.forge, workshop.metrics
    session.middleware(CountRequests(metrics))
    ledger = build_ledger(settings, clock)
    ledger.belong_to(bot.id)
    ledger.watched_by(metrics)
    metrics.watch(partial(ledger.standing, PATIENCE_SECONDS))
    shops = Shops(ledger)
    try:
        branches = build_branches(settings, shops, ledger, workshop.models, forge, locales)
    except AramError:
        ledger.close()
        raise
    connections = Connections(ledger, shops)
    dispatcher = Dispatcher(
        disable_fsm=True,  # what a conversation has come to is kept in the ledger
        whole_ledger=ledger,
        shops=shops,
        seal=Seal(token),
        connections=connections,
        locales=locales,
        forge=forge,
        trial_forge=workshop.trial_forge,
        panel_url=settings.panel_url,
    )
    rate, in_shop = Rate(ledger, shops, locales, clock), InShop(branches, ledger, connections)
    for first in (CountUpdates(metrics), rate, in_shop):
        dispatcher.update.outer_middleware(first)
    dispatcher.include_router(build_router())
    dealing = build_dealing(bot, dispatcher, ledger, shops, locales)
    delivery = build_delivery(bot, ledger, branches, locales)
    return App(
        bot=bot,
        dispatcher=dispatcher,
        ledger=ledger,
        dealing=dealing,
        doors=() if is_guest else build_doors(settings, dealing, branches, metrics),
        postman=Postman(delivery, ledger, limits, metrics.letter),
        branches=branches,
        metrics=metrics,
        panel=build_panel(settings, branches, forge, locales, clock),
    )


def build_branches(
    settings: Settings,
    shops: "Shops",
    ledger: "Ledger",
    models: Models,
    forge: "Forge",
    locales: Locales,
) -> "Branches":
    """Every shop's own parts; those of the first are made at once."""
    from bot.branches import Branches, Makings

    makings = Makings(
        forge=forge,
        locales=locales,
        folder=settings.playbooks_dir,
        first_edition=lambda of_shop: build_edition(settings, of_shop),
        first_coach=lambda edition: first_coach(settings, models, forge, edition),
    )
    return Branches(shops, ledger, makings)


async def run(
    settings: Settings, *, clock: "Clock" = time.time, workshop: "Workshop | None" = None
) -> None:
    """Serve real chats until stopped; where a backup is restored meanwhile, start over with it."""
    from bot.pulse import RestoredError

    while True:
        try:
            return await _run_once(settings, clock, workshop)
        except RestoredError:
            log.warning("the database was restored from a backup: starting over")


async def _run_once(settings: Settings, clock: "Clock", workshop: "Workshop | None") -> None:
    from bot import logs
    from bot.core.invitation import Seal

    app = build_app(settings, clock=clock, workshop=workshop)
    logs.count(app.metrics.logged)
    try:
        username = await greet(app, settings, build_locales())
        log.info("serving as @%s", username)
        await show_owners_links(app, username, Seal(app.bot.token), terminal_locale())
        gc.freeze()  # what was made by now stays: nothing to look through for garbage
        await app.serve()
    finally:
        await app.close()
