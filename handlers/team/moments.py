"""Days and hours on the team's screens, by the shop's clock."""

from datetime import UTC, datetime

from bot.language.calendar import Dates, shop_zone
from bot.locale import Locale


def day_of(at: float, locale: Locale) -> str:
    """«۲ آذر ۱۴۰۵»; `at` in seconds."""
    return Dates(locale.language).day(datetime.fromtimestamp(at, UTC), shop_zone.get())


def moment_of(at: float, locale: Locale) -> str:
    """«۲ آذر ۱۴۰۵، ۱۴:۰۵»; `at` in seconds."""
    return locale.plain.say("team-moment", day=day_of(at, locale), hour=hour_of(at, locale))


def hour_of(at: float, locale: Locale) -> str:
    """«۱۴:۰۵»; `at` in seconds."""
    return Dates(locale.language).clock(datetime.fromtimestamp(at, UTC), shop_zone.get())
