"""Updates in bad weather: none is confirmed before it is dealt with, none stops the others."""

from collections.abc import Callable
from pathlib import Path

from bot.errors import StoreBusyError
from bot.sandbox.faults import Fault
from bot.store.books import Books
from tests.stage import stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


async def test_a_full_disk_delays_a_message_and_loses_none(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        ledger = acting.app.ledger
        write, failures = ledger.write_once, [StoreBusyError("error-database-unwritable", path="x")]

        async def write_once[T](update_id: int, work: Callable[[Books], T]) -> T | None:
            if failures:
                raise failures.pop()
            return await write(update_id, work)

        ledger.write_once = write_once  # type: ignore[method-assign]
        await acting.customer_says(HEATED)
        assert len(acting.cards()) == 1


async def test_an_update_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        queue = acting.world.bots[acting.bot_id].queue
        queue.put("message", {"message_id": "many", "chat": 7})
        await acting.customer_says(HEATED)
        assert len(acting.cards()) == 1


async def test_updates_wait_while_telegram_is_busy(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        acting.server.api.faults.add(Fault("too_many_requests", "getUpdates", retry_after=1))
        acting.server.api.faults.add(Fault("server_error", "getUpdates"))
        acting.server.api.faults.add(Fault("bad_gateway", "getUpdates"))
        await acting.customer_says("سلام")
        await acting.customer_says(HEATED)
        assert len(acting.cards()) == 1
