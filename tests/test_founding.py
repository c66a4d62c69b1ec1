"""How a shop begins: the owner's one-time link in the terminal, and `aram shop`."""

import logging
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.app import build_locales
from bot.cli import cli
from bot.core.invitation import Seal
from bot.core.people import Shop
from bot.errors import SettingsError
from bot.founding import add_shop, list_shops, renew_owner
from bot.serving import show_owners_links
from tests.stage import Stage, stage

LINK = re.compile(r"https://t\.me/aram_sandbox_bot\?start=(join-\S+)")


async def links(acting: Stage, capsys: pytest.CaptureFixture[str], language: str) -> list[str]:
    """What a start of `aram run` shows."""
    locale = build_locales().get(language).plain
    await show_owners_links(acting.app, "aram_sandbox_bot", Seal(acting.app.bot.token), locale)
    return LINK.findall(capsys.readouterr().out)


@pytest.fixture
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


async def test_the_owner_comes_by_the_newest_link_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with stage(tmp_path, owner_id=None) as acting:
            ((older,), (newer,)) = (
                await links(acting, capsys, "fa"),
                await links(acting, capsys, "en"),
            )
            stranger = acting.world.add_user("غریبه").id
            acting.world.start(stranger, acting.bot_id, older)
            await acting.settle()
            assert "پس گرفته شده" in acting.screens(stranger)[-1].text
            acting.world.start(acting.manager, acting.bot_id, newer)
            await acting.settle()
            assert "فروشگاه آرامش از آن شماست" in acting.screens(acting.manager)[-1].text
            assert acting.app.branches.shops.first.owner_id == acting.manager
            menus = acting.world.bots[acting.bot_id].commands
            own = {each["command"] for each in menus[f"chat:{acting.manager}", ""]}
            assert {"audit", "team", "playbooks"} <= own
            assert "leave" not in own
            acting.world.start(stranger, acting.bot_id, newer)
            await acting.settle()
            assert "کس دیگری" in acting.screens(stranger)[-1].text
            assert await links(acting, capsys, "fa") == []
            await acting.restart()
            assert acting.app.ledger.shop.owner_id == acting.manager
    assert older not in caplog.text
    assert newer not in caplog.text


async def test_a_link_is_good_for_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with stage(tmp_path, owner_id=None) as acting:
        (link,) = await links(acting, capsys, "en")
        acting.world.clock.advance(24 * 3600 + 1)
        acting.world.start(acting.manager, acting.bot_id, link)
        await acting.settle()
        assert "زمان این دعوت گذشته است" in acting.screens(acting.manager)[-1].text


async def test_a_shop_is_added_while_the_bot_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], in_english: None
) -> None:
    async with stage(tmp_path) as acting:
        zone = "Europe/Berlin"
        added = Shop(name="گلفروشی", locale="en", refund_limit=50_000, timezone=zone)
        await add_shop(acting.settings, added)
        said = capsys.readouterr().out
        assert "Shop 2 has been added: گلفروشی" in said
        (link,) = LINK.findall(said)
        shops = acting.app.branches.shops
        await acting.wait_until(lambda: shops.get(2) is not None)
        assert [each.timezone for each in shops.all()] == ["Asia/Tehran", zone]
        owner = acting.world.add_user("کاوه").id
        acting.world.start(owner, acting.bot_id, link)
        await acting.settle()
        assert "from now on گلفروشی is yours" in acting.screens(owner)[-1].text
        with pytest.raises(SettingsError, match="error-shop-known"):
            await add_shop(acting.settings, added)
        assert list(list_shops(acting.settings)) == [
            "1. فروشگاه آرامش (فارسی), owner: رضا, managers: 0, sellers: 1",
            "2. گلفروشی (English), owner: کاوه, managers: 0, sellers: 0",
        ]


async def test_a_shop_gets_another_owner(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], in_english: None
) -> None:
    async with stage(tmp_path) as acting:
        await renew_owner(acting.settings, 1)
        (link,) = LINK.findall(capsys.readouterr().out)
        other = acting.world.add_user("کاوه").id
        acting.world.start(other, acting.bot_id, link)
        await acting.settle()
        await acting.restart()
        shop = acting.app.ledger.shop
        assert (shop.owner_id, shop.is_manager(acting.manager)) == (other, True)
        with pytest.raises(SettingsError, match="error-shop-unknown"):
            await renew_owner(acting.settings, 9)


def test_a_shop_needs_a_clock_that_there_is() -> None:
    result = CliRunner().invoke(cli, ["shop", "add", "گلفروشی", "--timezone", "Mars/Olympus"])
    assert result.exit_code == 2
    assert "Asia/Tehran or Europe/Berlin is needed" in result.output


@pytest.mark.parametrize("name", ["", "  ", "x" * 65, "a\x07b"])
def test_a_shop_needs_a_name_that_can_be_shown(name: str) -> None:
    result = CliRunner().invoke(cli, ["shop", "add", name])
    assert result.exit_code == 2
    assert "letters is needed" in result.output
