"""How long Telegram lets Aram write to a customer as the seller: a day from their last message."""

BUSINESS_WINDOW_SECONDS = 24 * 3600.0


def is_closed(last: float | None, at: float) -> bool:
    """Whether it is too late at a time; `last` is when the customer wrote, in seconds, if known."""
    return last is not None and at - last > BUSINESS_WINDOW_SECONDS
