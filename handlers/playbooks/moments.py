"""When something happened and who did it, as people say it."""

from datetime import UTC, datetime
from html import escape

from bot.core.edition import Version
from bot.language.calendar import Dates, shop_zone
from bot.locale import Locale

MINUTE, HOUR, DAY = 60, 3600, 86_400


def when(at: float, now: float, locale: Locale) -> str:
    """«۲ آذر ۱۴۰۵، ۱۴:۰۵ (۳ ساعت پیش)»; both times in seconds."""
    moment, zone, dates = datetime.fromtimestamp(at, UTC), shop_zone.get(), Dates(locale.language)
    day, hour = dates.day(moment, zone), dates.clock(moment, zone)
    ago = _ago(max(0, int(now - at)), locale)
    return locale.plain.say("playbooks-when", day=day, hour=hour, ago=ago)


def who(version: Version, locale: Locale) -> str:
    """The name of who published, or else the door it came by."""
    if version.by_name:
        return locale.say("playbooks-who", name=escape(version.by_name))
    return locale.say(f"playbooks-way-{version.way.value}")


def _ago(seconds: int, locale: Locale) -> str:
    for unit, length in (("days", DAY), ("hours", HOUR), ("minutes", MINUTE)):
        if seconds >= length:
            return locale.plain.say(f"playbooks-{unit}-ago", count=seconds // length)
    return locale.say("playbooks-just-now")
