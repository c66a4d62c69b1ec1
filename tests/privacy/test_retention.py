"""Words go when their time is over, from the bytes of the file, too; figures stay."""

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.core.days import Span
from bot.core.people import Shop
from bot.core.stats import WHOLE
from bot.sandbox.clock import ManualClock
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from tests.privacy.files import holds, quarrel, rename
from tests.stage import Stage, stage

MARKER = "شترمورچه"
DAY = 86_400.0


async def figures(acting: Stage, day: date) -> tuple[object, ...]:
    """What the screens count of the day before, but for who waits now."""

    def look(books: Books) -> tuple[object, ...]:
        books.figures.settle()
        span = Span(day, day)
        return (
            books.summaries.counts(span, WHOLE),
            books.summaries.talk(span, WHOLE),
            books.summaries.steps(span),
            books.exports.days_of(span),
        )

    return await acting.app.ledger.write(look)


async def test_words_are_gone_from_the_files_after_their_days_and_figures_stay(
    tmp_path: Path,
) -> None:
    clock = ManualClock()
    async with stage(tmp_path, clock=clock) as acting:
        rename(acting, f"نگار {MARKER}")
        await quarrel(acting, MARKER)
        day = await acting.app.ledger.write(lambda books: books.summaries.today)
        before = await figures(acting, day)
        assert "troubles=1" in str(before)
        assert holds(tmp_path, MARKER)
        clock.advance(29 * DAY)
        await acting.restart()
        assert holds(tmp_path, MARKER)
        clock.advance(2 * DAY)
        await acting.restart()
        await acting.wait_until(lambda: not holds(tmp_path, MARKER))
        assert await figures(acting, day) == before
        recounted = acting.app.ledger
        await recounted.write(lambda books: books.figures.recount())
        await recounted.write(lambda books: books.figures.recount_talks())
        assert await figures(acting, day) == before
        rename(acting, "مریم")
        await acting.customer_says("سلام، هنوز هستید؟")
        assert not holds(tmp_path, MARKER)


def test_looking_for_what_is_due_reads_nothing_else(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    migrate(engine)
    ledger, run = Ledger(engine, Shop(), lambda: 1_800_000_000.0), list[tuple[str, Any]]()

    def note(_connection: object, _cursor: object, said: str, given: Any, *_: object) -> None:
        run.append((said, given))

    event.listen(engine, "before_cursor_execute", note)
    assert ledger.commit(lambda books: books.privacy.retention.forget_talk()) == 0
    event.remove(engine, "before_cursor_execute", note)
    said, given = next(each for each in run if "FROM turn" in each[0])
    with engine.connect() as connection:
        plan = str(connection.exec_driver_sql(f"explain query plan {said}", given).all())
    assert "INDEX turn_with_words" in plan
    ledger.close()
