"""Words at rest: one place that seals, keys that turn, and plain words where a key is missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from sqlalchemy import Engine, event, insert, select, text
from sqlmodel import SQLModel

from bot.app import build_ledger, build_locales
from bot.errors import StoreError
from bot.settings import Settings
from bot.store.engine import open_engine
from bot.store.migrate import migrate
from bot.store.resealing import check_seal, reseal, tables_with_words, words_in
from bot.store.sealing import MARK, SEALED, Seal, Words, read, stored
from bot.store.tables import InquiryRow, TurnRow, table_of
from tests.privacy.files import INSULT, holds
from tests.stage import stage

OLD, NEW, WRONG = (Fernet.generate_key().decode() for _ in range(3))
MARKER = "شترمورچه"
IN_CLEAR = {
    ("alembic_version", "version_num"),
    *(("playbook_version", name) for name in ("file", "text", "deed", "way", "person_name")),
    *(("playbook_proposal", name) for name in ("file", "text", "deed", "way", "person_name")),
    *(("playbook_trouble", name) for name in ("file", "trouble")),
}
"""What managers write into playbooks is nobody's conversation."""


@pytest.mark.parametrize("words", ["", "سلام", MARK, MARK + "s", SEALED + "gAAAA", "a\nb"])
def test_words_come_back_as_they_were_with_a_key_and_without(words: str) -> None:
    seal = Seal([NEW, OLD])
    assert read(stored(words, None), None) == words
    assert read(stored(words, seal), seal) == words
    assert read(stored(words, None), seal) == words
    assert read(stored(words, Seal([OLD])), seal) == words


def test_without_the_key_nothing_is_read_and_the_reader_is_told_why() -> None:
    sealed = stored("سلام", Seal([OLD]))
    for seal, message in ((None, "missing"), (Seal([WRONG]), "wrong")):
        with pytest.raises(StoreError) as caught:
            read(sealed, seal)
        assert caught.value.message_id == f"error-words-key-{message}"
        for language in ("fa", "en"):
            said = build_locales().get(language).say(caught.value.message_id)
            assert "WORDS_KEYS" in said


@pytest.fixture
def kept(database_url: str) -> Iterator[Engine]:
    """A database from before there was a key, with a few words in it."""
    engine = open_engine(database_url)
    migrate(engine)
    with engine.begin() as connection:
        place = "'chat:1:5', 'chat', 5, 5, 1, '{}', '{}', 1.0, 1"
        columns = (
            "key, channel, chat_id, customer_id, seller_id, memory, course, updated_at, shop_id"
        )
        connection.execute(text(f"insert into conversation ({columns}) values ({place})"))
        talk = connection.execute(text("select id from conversation")).scalar_one()
        row = {"conversation_id": talk, "who": "customer", "at": 1.0, "edited": False}
        connection.execute(
            insert(table_of(TurnRow)),
            [row | {"message_id": n, "text": f"{MARKER} {n}"} for n in range(60)],
        )
    yield engine
    engine.dispose()


def raw(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(text("select text from turn order by id")).scalars())


def words(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        found = select(table_of(TurnRow).c.text).order_by(table_of(TurnRow).c.id)
        return list(connection.execute(found).scalars())


def test_a_first_key_seals_what_is_there_and_then_must_be_given(
    kept: Engine, database_url: str
) -> None:
    check_seal(kept)
    with_key = open_engine(database_url, [OLD])
    check_seal(with_key)
    assert all(each.startswith(SEALED) for each in raw(with_key))
    assert words(with_key) == [f"{MARKER} {n}" for n in range(60)]
    with pytest.raises(StoreError) as missing:
        check_seal(kept)
    assert missing.value.message_id == "error-words-key-missing"
    wrong = open_engine(database_url, [WRONG])
    with pytest.raises(StoreError) as refused:
        check_seal(wrong)
    assert refused.value.message_id == "error-words-key-wrong"
    for engine in (with_key, wrong):
        engine.dispose()


def test_a_rotation_that_was_broken_off_goes_on_and_the_old_key_can_go(
    kept: Engine, database_url: str
) -> None:
    first = open_engine(database_url, [OLD])
    check_seal(first)
    both = open_engine(database_url, [NEW, OLD])
    commits: list[object] = []

    def breaks_off(connection: object) -> None:
        commits.append(connection)
        if len(commits) == 25:
            raise KeyboardInterrupt

    event.listen(both, "commit", breaks_off)
    with pytest.raises(KeyboardInterrupt):
        reseal(both, at_once=2)
    event.remove(both, "commit", breaks_off)
    newest = [Seal([NEW]).is_newest(each) for each in raw(both)]
    assert any(newest)
    assert not all(newest)
    assert words(both) == [f"{MARKER} {n}" for n in range(60)]
    alone = open_engine(database_url, [NEW])
    with pytest.raises(StoreError):
        check_seal(alone)
    check_seal(both)
    check_seal(alone)
    assert words(alone) == [f"{MARKER} {n}" for n in range(60)]
    assert reseal(alone) == 0
    for engine in (first, both, alone):
        engine.dispose()


def test_every_column_of_free_text_is_a_column_of_words() -> None:
    """A new column in which people's words could stand must say so, or be named here."""
    plain = {
        (table.name, column.name)
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if str(column.type) == "TEXT" and not isinstance(column.type, Words)
    }
    named = {
        ("conversation", "course"),
        ("rest", "rest"),
        ("shop", "settings"),
        ("comment", "sketch"),
        ("seal", "proof"),
    }
    assert plain - IN_CLEAR <= named
    assert sum(len(words_in(each)) for each in tables_with_words()) >= 18


async def test_turning_a_key_on_leaves_no_word_in_the_file(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(f"{INSULT} {MARKER}")
        assert holds(tmp_path, MARKER)
        acting.settings = acting.settings.model_copy(update={"words_keys": SecretStr(NEW)})
        await acting.restart()
        assert not holds(tmp_path, MARKER)
        await acting.presses(acting.seller, "گام بعد")
        await acting.forwards_to_bot(acting.seller, acting.customer, f"{INSULT} {MARKER}")
        place = select(table_of(InquiryRow).c.turn_id)
        found = await acting.app.ledger.read(lambda session: session.execute(place).scalars().all())
        assert list(found) == [1]
        assert not holds(tmp_path, MARKER)


def test_a_start_without_the_key_says_so(tmp_path: Path, bare_environment: None) -> None:
    url = f"sqlite:///{tmp_path}/aram.db"
    keyed = Settings(_env_file=None, database_url=url, words_keys=SecretStr(NEW))
    build_ledger(keyed).close()
    with pytest.raises(StoreError) as caught:
        build_ledger(Settings(_env_file=None, database_url=url))
    assert caught.value.message_id == "error-words-key-missing"
