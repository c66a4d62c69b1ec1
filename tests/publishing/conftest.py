"""A small folder of playbooks, and replicas of Aram that serve it from one database."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.app import build_locales
from bot.content.files import read_folder
from bot.core.advice import Audience
from bot.core.coach import Coach
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.edition import Edition, Version
from bot.core.force import Force
from bot.core.letters import NoteLetter
from bot.core.people import Shop
from bot.detection.models import Models
from bot.locale import Locales
from bot.publishing.forge import Forge, as_text
from bot.publishing.intake import first_edition
from bot.publishing.live import Live
from bot.publishing.notes import Bell
from bot.publishing.office import Office
from bot.publishing.publisher import Publisher
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from tests.store.conftest import Clock

OWNER, MANAGER, SELLER = 99, 98, 11
COMPLAINT, INSULT = "fa/complaint.yaml", "fa/insult.yaml"
ANGRY = "واقعا که افتضاحه!! خجالت بکشید، دروغ گفتید و پولمو خوردین، این چه وضعشه"

PLAYBOOK = """\
id: {id}
title: {title}
when:
  situations: [{situation}]
priority: 50
signals:
  phrases:
    - {phrase}
steps:
  - kind: acknowledge_feelings
    advice: نخست حرفش را بشنوید.
    drafts:
      - "{draft}"
"""


def playbook(name: str, draft: str = "[{customer} عزیز، ]حق با شماست.") -> str:
    """A sound playbook whose first draft can be told from others."""
    situation, phrase = {
        "complaint": ("complaint", "افتضاحه"),
        "insult": ("insult", "بی‌شعور"),
    }[name]
    return PLAYBOOK.format(id=name, title=name, situation=situation, phrase=phrase, draft=draft)


BROKEN = playbook("complaint").replace("kind: acknowledge_feelings", "kind: apologise")
BROKEN_LINE = 1 + playbook("complaint").splitlines().index("  - kind: acknowledge_feelings")


@dataclass
class Disk:
    """The folder as managers edit it."""

    folder: Path

    def write(self, file: str, text: str | bytes) -> None:
        """Save a file in place."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, file: str) -> str:
        """What a file holds."""
        return (self.folder / file).read_text(encoding="utf-8")

    def remove(self, file: str) -> None:
        """Delete a file."""
        (self.folder / file).unlink()


@dataclass
class Replica:
    """One process of Aram, as far as playbooks go; it looks at the folder when told to."""

    ledger: Ledger
    force: Force
    live: Live
    office: Office

    async def look(self) -> None:
        """Two looks: a change is taken in once it has come to rest."""
        await self.live.look()
        await self.live.look()

    def edition(self) -> Edition:
        """What is published."""
        return self.ledger.commit(lambda books: books.versions.edition())

    def newest(self, file: str = COMPLAINT) -> Version:
        """A file's newest version."""
        return self.edition().versions[file]

    def draft(self) -> str:
        """The words that the coach in force whispers at a complaint."""
        return draft_of(self.force.coach)

    def notes(self, to: int = OWNER) -> list[NoteLetter]:
        """What someone has been told."""
        letters = self.ledger.commit(lambda books: books.due_letters(100))
        return [
            each.body for each in letters if each.to == to and isinstance(each.body, NoteLetter)
        ]


def draft_of(coach: Coach) -> str:
    """The first draft of the playbook for complaints, as a card shows it; empty where silent."""
    heard = coach.hear(Memory(), Course(), Turn(Who.CUSTOMER, ANGRY, 1.0))
    showing = heard.course.showing
    if showing is None:
        return ""
    advice = coach.advise(showing, Audience(), heard.memory)
    return advice.drafts[0] if advice else ""


@pytest.fixture(scope="session")
def models() -> Models:
    """Loaded once; these tests have no need of the encoder."""
    return Models.load(encoder=False)


@pytest.fixture(scope="session")
def locales() -> Locales:
    """Read once."""
    return build_locales()


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    """A folder with two playbooks."""
    disk = Disk(tmp_path / "playbooks")
    disk.write(COMPLAINT, playbook("complaint", "یک"))
    disk.write(INSULT, playbook("insult"))
    return disk


@pytest.fixture
def shop() -> Shop:
    return Shop(owner_id=OWNER, manager_ids=frozenset({MANAGER}), seller_ids=frozenset({SELLER}))


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    engine = open_engine(sqlite_url)
    migrate(engine)
    yield engine
    engine.dispose()


type Start = Callable[..., Replica]


@pytest.fixture
async def start(
    engine: Engine, models: Models, locales: Locales, disk: Disk, shop: Shop
) -> AsyncIterator[Start]:
    """Starts another replica on the same database, by default with the same folder."""
    ledgers: list[Ledger] = []
    clock = Clock()

    def begin(folder: Path = disk.folder) -> Replica:
        ledger, forge = Ledger(engine, shop, clock), Forge(models)
        ledgers.append(ledger)
        texts = {file: as_text(raw) for file, raw in read_folder(folder).items()}
        edition = ledger.commit(lambda books: first_edition(books.versions, texts))
        force, publisher = Force(forge.coach(edition)), Publisher(forge.problems, shop)
        bell = Bell(shop, locales)
        live = Live(ledger, publisher, forge, force=force, bell=bell, folder=folder)
        return Replica(ledger, force, live, Office(ledger, publisher, live))

    yield begin
    await asyncio.sleep(0)
    for ledger in ledgers:
        ledger.close()


@pytest.fixture
async def replica(start: Start) -> Replica:
    """Aram, started: the folder's files are the first versions."""
    replica = start()
    await replica.live.start()
    return replica
