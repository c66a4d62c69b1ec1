"""Complaints of other programs go into the log without what they quote."""

from bot.errors import unquoted


def test_what_telegram_quotes_is_left_out() -> None:
    said = 'Bad Request: can\'t parse entities: Unsupported start tag "زرافه" at byte offset 3'
    assert "زرافه" not in unquoted(said)
    assert "byte offset 3" in unquoted(said)
    assert "زرافه" not in unquoted('cut off: "زرافه')
    assert unquoted("Bad Request: chat not found") == "Bad Request: chat not found"
