"""What the sandbox says when it will not: Telegram's refusals to bots, ours to people.

The texts follow the source of Telegram's own server (tdlib/telegram-bot-api 10.0) where it holds
them, and Telegram's published list of errors for the rest
(core.telegram.org/method/messages.sendMessage).
"""


class Refusal(Exception):  # noqa: N818 - an answer, not an error
    """Telegram's answer to a bot's request that cannot be done, with its code and its text."""

    def __init__(
        self,
        code: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrate_to_chat_id: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to_chat_id = migrate_to_chat_id


class Impossible(Exception):  # noqa: N818 - reads as what it says
    """A person asked the world for something that nobody could do on a phone."""


def bad_request(text: str) -> Refusal:
    """400: the request itself is wrong."""
    return Refusal(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refusal:
    """403: the bot may not do this here."""
    return Refusal(403, f"Forbidden: {text}")


def conflict(text: str) -> Refusal:
    """409: another way of receiving updates is in use."""
    return Refusal(409, f"Conflict: {text}")


def unauthorized() -> Refusal:
    """401: no bot has this token."""
    return Refusal(401, "Unauthorized")


def not_found() -> Refusal:
    """404: the Bot API has no such method."""
    return Refusal(404, "Not Found")


def lacking(method: str) -> Refusal:
    """501: the Bot API has this method, the sandbox does not."""
    return Refusal(501, f"Not Implemented: the sandbox lacks the method {method}")


def upgraded(chat_id: int) -> Refusal:
    """400: the group is a supergroup now, of this id."""
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refusal(400, words, migrate_to_chat_id=chat_id)


def too_many_requests(retry_after: int) -> Refusal:
    """429: slow down, for so many seconds."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
