"""The managers' page where there are several shops: each manager sees and changes their own."""

from pathlib import Path

import aiohttp

from bot.core.people import Role, Shop
from bot.demo import free_port, panel_settings
from bot.store.books import Books
from tests.panel.hall import Caller, Hall
from tests.stage import Stage, stage

SECOND = {"Aram-Shop": "2"}


async def test_a_page_is_one_shops_and_its_pass_opens_no_other(tmp_path: Path) -> None:
    async with (
        stage(tmp_path, clock=None, **panel_settings(free_port())) as acting,
        aiohttp.ClientSession() as session,
    ):
        hall = Hall(acting, session)
        await _open_second_shop(acting, manager=acting.seller)
        own, other = Caller(hall.url, session), Caller(hall.url, session, dict(SECOND))
        assert (await own.signed_in(hall.init_data())).status == 200
        assert (await other.signed_in(hall.init_data())).told["reason"] == "not_manager"
        assert (await own.get("playbooks")).status == 200
        borrowed = await own.ask("GET", "api/playbooks", headers=SECOND)
        assert (borrowed.status, borrowed.told["reason"]) == (401, "forged")
        assert (await other.signed_in(hall.init_data("seller"))).status == 200
        other.headers |= SECOND
        assert (await other.get("playbooks")).status == 200


async def test_a_shop_that_is_none_is_not_found(tmp_path: Path) -> None:
    async with (
        stage(tmp_path, clock=None, **panel_settings(free_port())) as acting,
        aiohttp.ClientSession() as session,
    ):
        hall = Hall(acting, session)
        for named in ("77", "-1", "²", "1" * 40, "x"):
            caller = Caller(hall.url, session)
            headers = {"Aram-Shop": named, "Authorization": f"tma {hall.init_data()}"}
            told = await caller.ask("POST", "api/session", json={}, headers=headers)
            assert told.status == 404, named


async def _open_second_shop(acting: Stage, *, manager: int) -> None:
    def open_it(books: Books) -> None:
        shop = Shop(name="گل‌خانه", id=books.roster.add_shop(Shop(name="گل‌خانه")))
        books.of(shop).roster.appoint(manager, Role.MANAGER, by=None)

    await acting.app.ledger.write(open_it)
    await acting.app.branches.shops.refresh()
