"""What the team's notes to people name."""

from bot.core.people import Shop
from bot.locale import Locales
from handlers.writing import isolated


def shop_named(shop: Shop, locales: Locales) -> str:
    """A shop's name for a note, or what stands for it in the shop's own language."""
    return isolated(shop.name or locales.get(shop.locale).say("team-shop-unnamed"))
