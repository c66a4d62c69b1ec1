"""Why something is not done, as the page is told: a status, a reason, and a sentence."""

from aiohttp import web

from bot.content.difference import difference
from bot.locale import Locale
from bot.publishing.publisher import Declined, Refused
from handlers.panel import answers
from handlers.panel.auth import Turned

STATUS = {
    Turned.UNSIGNED: 401,
    Turned.FORGED: 401,
    Turned.EXPIRED: 401,
    Turned.NOT_MANAGER: 403,
}
DECLINED = {
    Refused.CONFLICT: 409,
    Refused.BROKEN: 422,
    Refused.UNCHANGED: 409,
    Refused.GONE: 404,
    Refused.NOT_OPEN: 409,
    Refused.NOT_MANAGER: 403,
}


class DeclinedError(Exception):
    """The office declined; `told` says why, and what was published meanwhile with both texts."""

    def __init__(self, declined: Declined, locale: Locale, text: str | None = None) -> None:
        super().__init__(declined.reason)
        self.status = DECLINED[declined.reason]
        name = declined.reason.value.replace("_", "-")
        self.told: answers.Json = {
            "reason": declined.reason.value,
            "said": locale.plain.say(f"panel-declined-{name}"),
        }
        self.told["problems"] = answers.problems_json(declined.problems, "", None, locale)
        if declined.meanwhile is not None:
            theirs = declined.meanwhile.text
            self.told["meanwhile"] = {
                **answers.version_json(declined.meanwhile),
                "text": theirs or "",
                "lines": answers.lines_json(difference(theirs, text)) if text else [],
            }
            self.told["text"] = text or ""


def refused(reason: str, said: str, status: int, **more: str) -> web.Response:
    """A refusal as JSON."""
    return web.json_response({"reason": reason, "said": said, **more}, status=status)
