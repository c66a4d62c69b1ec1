"""The settings of webhook and relay: what Telegram would refuse is refused with the name."""

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import load_settings

SECRET = "a-secret-of-the-shop"
pytestmark = pytest.mark.usefixtures("bare_environment")


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("WEBHOOK_URL=http://aram.example.ir", "WEBHOOK_URL"),  # no TLS
        ("WEBHOOK_URL=https://aram.example.ir:5000", "WEBHOOK_URL"),  # Telegram calls no such port
        ("WEBHOOK_URL=https://aram.example.ir:many", "WEBHOOK_URL"),
        ("WEBHOOK_URL=https://aram.example.ir/?a=b", "WEBHOOK_URL"),
        ("WEBHOOK_SECRET=short", "WEBHOOK_SECRET"),
        ("RELAY_SECRET=with spaces in the middle", "RELAY_SECRET"),
        (f"WEBHOOK_URL=https://aram.example.ir\nRELAY_SECRET={SECRET}", "RELAY_SECRET"),  # two ways
    ],
)
def test_what_cannot_work_is_refused(tmp_path: Path, written: str, named: str) -> None:
    file = tmp_path / ".env"
    file.write_text(written)
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert caught.value.args_for_message["name"] == named
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["https://aram.example.ir", "https://aram.example.ir:8443/shop/", "http://127.0.0.1:9/x"]
)
def test_what_telegram_or_the_sandbox_calls_is_taken(tmp_path: Path, url: str) -> None:
    file = tmp_path / ".env"
    file.write_text(f"WEBHOOK_URL={url}\nWEBHOOK_SECRET={SECRET}")
    settings = load_settings(file)
    assert settings.webhook_url == url
    assert SECRET not in repr(settings)
