"""Migrations: they make what the tables say, once, and never go back."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlmodel import SQLModel

from bot.core.lesson import Lesson
from bot.core.people import Shop
from bot.errors import StoreError
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import is_current, migrate
from tests.store.older import bring_to


def test_migrations_make_exactly_the_tables_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
        made = set(inspect(connection).get_table_names())
    assert made == set(SQLModel.metadata.tables) | {"alembic_version"}


def test_counts_by_day_lie_in_the_order_of_their_key(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    migrate(engine)
    wanted = {
        table.name
        for table in SQLModel.metadata.tables.values()
        if not table.dialect_options["sqlite"]["with_rowid"]
    }
    with engine.connect() as connection:
        made = text("select name from sqlite_master where sql like '%WITHOUT ROWID%'")
        assert set(connection.execute(made).scalars()) == wanted
    assert wanted == {"talk_day", "figure_day", "step_day"}
    engine.dispose()


def test_counts_by_day_outlive_being_laid_anew(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        bring_to(connection, "0022")
        connection.execute(
            text(
                "insert into talk_day (conversation_id, day, shop_id, customer_turns, seller_turns,"
                " seconds) values (7, '2026-11-19', 1, 3, 2, 61.5), (5, '2026-11-20', 1, 1, 0, 4)"
            )
        )
    migrate(engine)
    with engine.connect() as connection:
        found = connection.execute(text("select * from talk_day order by day")).all()
    assert [tuple(row) for row in found] == [
        (7, "2026-11-19", 1, 3, 2, 61.5),
        (5, "2026-11-20", 1, 1, 0, 4.0),
    ]
    engine.dispose()


def test_days_with_false_alarms_that_had_counted_as_calmed_are_counted_anew(
    database_url: str, shop: Shop
) -> None:
    engine = open_engine(database_url)
    columns = "day, id, peak, calmed_at, dismissed, chosen, shop_id, conversation_id, seller_id"
    rows = (
        "('2026-11-19', 1, 2, 9, true, null, 1, 1, 7, 'chat', 1, 0)",  # calmed, then dismissed
        "('2026-11-20', 2, 2, 9, false, 'false_alarm', 1, 1, 7, 'chat', 1, 0)",
        "('2026-11-21', 3, 3, null, true, null, 1, 1, 7, 'chat', 1, 0)",  # counted as abuse
        "('2026-11-22', 4, 2, 9, true, 'calmed', 1, 1, 7, 'chat', 1, 0)",  # set right again
        "('2026-11-23', 5, 2, null, true, null, 1, 1, 7, 'chat', 1, 0)",
        "('2026-11-24', 6, 3, 9, false, null, 1, 1, 7, 'chat', 1, 0)",
    )
    with engine.begin() as connection:
        bring_to(connection, "0023")
        columns = f"{columns}, channel, opened_at, heard_before"
        connection.execute(text(f"insert into trouble ({columns}) values {', '.join(rows)}"))
        connection.execute(text("insert into stale_day values (1, '2026-11-19', 1)"))
    migrate(engine)
    with engine.connect() as connection:
        found = connection.execute(text("select day, trouble_id from stale_day order by day"))
        assert [tuple(row) for row in found] == [
            ("2026-11-19", 1),
            ("2026-11-20", 2),
            ("2026-11-21", 3),
        ]
    ledger = Ledger(engine, shop, lambda: 2.0)
    ledger.commit(lambda books: books.figures.settle())
    with engine.connect() as connection:
        sums = text("select sum(troubles), sum(ended_false_alarm), sum(calmed) from figure_day")
        assert tuple(connection.execute(sums).one()) == (3, 3, 0)
    ledger.close()


def test_comparing_sees_a_column_that_is_missing(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("alter table press drop column step"))
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    assert [change[0] for change in found] == ["add_column"]


def test_every_telegram_number_is_wide_enough() -> None:
    narrow = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if column.name.endswith(("_id", "to")) and str(column.type) == "INTEGER"
    }
    ours = tuple(f"{name}_id" for name in SQLModel.metadata.tables)
    assert {name for name in narrow if not name.endswith(ours)} == set()


def test_running_them_again_changes_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("insert into person (id, first_name) values (1, 'نگار')"))
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("select first_name from person")).scalar() == "نگار"


def test_a_database_in_use_gets_the_newer_tables_and_keeps_its_rows(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        bring_to(connection, "0001")
        connection.execute(text("insert into person (id, first_name) values (1, 'نگار')"))
        place = "'chat:1:5', 'chat', 5, 5, 1, '{}', '{}', 1.0"
        connection.execute(
            text(
                "insert into conversation (key, channel, chat_id, customer_id, seller_id, memory,"
                f" course, updated_at) values ({place})"
            )
        )
        connection.execute(
            text(
                "insert into turn (conversation_id, message_id, who, at, text, edited)"
                " select id, 1, 'customer', 1.0, 'کو؟', false from conversation"
            )
        )
    migrate(engine)
    ledger = Ledger(engine, Shop(), lambda: 2.0)
    lesson = Lesson("کو؟", alarm=False)
    ledger.commit(lambda books: books.notebook.learn(lesson, by=1, turn_id=1))
    assert ledger.commit(lambda books: books.lessons().items) == (lesson,)
    with engine.connect() as connection:
        assert connection.execute(text("select text from turn")).scalar_one() == "کو؟"
    ledger.close()


def test_cards_of_an_older_database_get_the_playbook_they_show(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        bring_to(connection, "0002")
        connection.execute(
            text(
                "insert into conversation (id, key, channel, chat_id, customer_id, seller_id,"
                " memory, course, updated_at) values (1, 'chat:1:5', 'chat', 5, 5, 1, '', '', 1.0)"
            )
        )
        card = text(
            "insert into card (conversation_id, seller_id, state, face, opened_at, changed_at)"
            " values (1, 1, :state, :face, 1.0, 1.0)"
        )
        told = '{"advice": {"playbook": "complaint"}}'
        for state, face in [("worked", told), ("calmed", told), ("open", '{"advice": null}')]:
            connection.execute(card, {"state": state, "face": face})
    migrate(engine)
    with engine.connect() as connection:
        found = connection.execute(text("select playbook from card order by id")).scalars().all()
    assert found == ["complaint", None, None]
    engine.dispose()


def test_a_database_says_whether_it_is_current(database_url: str) -> None:
    engine = open_engine(database_url)
    assert not is_current(engine)
    migrate(engine)
    assert is_current(engine)
    engine.dispose()


def test_two_that_start_at_once_do_it_once(database_url: str) -> None:
    engines = [open_engine(database_url) for _ in range(2)]
    with ThreadPoolExecutor(len(engines)) as threads:
        list(threads.map(migrate, engines))
    assert all(is_current(engine) for engine in engines)
    for engine in engines:
        engine.dispose()


def test_a_database_of_a_newer_aram_is_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(StoreError) as caught:
        migrate(engine)
    assert caught.value.message_id == "error-database-newer"
    assert caught.value.args_for_message == {"found": "9999"}
    with engine.connect() as connection:
        assert (
            connection.execute(text("select version_num from alembic_version")).scalar() == "9999"
        )
