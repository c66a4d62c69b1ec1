"""`aram shop`: the shops that one Aram serves."""

import asyncio
from typing import Annotated, Literal

import typer

from bot.settings import load_settings

shop = typer.Typer(help="The shops that one Aram serves.", no_args_is_help=True)


@shop.command("list")
def shop_list() -> None:
    """List the shops: number, name, language, owner, and how many managers and sellers."""
    from bot.founding import list_shops

    for line in list_shops(load_settings()):
        typer.echo(line)


@shop.command("add")
def shop_add(
    name: Annotated[str, typer.Argument(help="The shop's name, as drafts may use it.")],
    locale: Annotated[
        Literal["fa", "en"], typer.Option(help="The language of its cards and notes.")
    ] = "fa",
    refund_limit: Annotated[
        int, typer.Option(min=0, help="In toman: up to it a seller may refund alone.")
    ] = 0,
    timezone: Annotated[
        str, typer.Option(help="Whose clock the shop goes by, as the world names it.")
    ] = "Asia/Tehran",
) -> None:
    """Add a shop and print the one-time link for its owner; a running Aram serves it at once."""
    from bot.core.people import Shop
    from bot.core.shop_settings import LONGEST_NAME, is_name, zone_named
    from bot.founding import add_shop

    name, zone = " ".join(name.split()), zone_named(timezone)
    if not is_name(name):
        raise typer.BadParameter(f"a name of 1 to {LONGEST_NAME} letters is needed")
    if zone is None:
        raise typer.BadParameter("a zone such as Asia/Tehran or Europe/Berlin is needed")
    shop = Shop(name=name, locale=locale, refund_limit=refund_limit, timezone=zone)
    asyncio.run(add_shop(load_settings(), shop))


@shop.command("owner")
def shop_owner(
    number: Annotated[int, typer.Argument(help="The shop's number, as `aram shop list` says.")],
) -> None:
    """Print a one-time link that makes whoever opens it the owner; the one before is a manager."""
    from bot.founding import renew_owner

    asyncio.run(renew_owner(load_settings(), number))
