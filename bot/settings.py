"""Settings: from the environment, then `.env`; each is explained in `.env.example`."""

import re
from io import StringIO
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv.parser import Binding, parse_stream
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.core.people import TEHRAN, Shop
from bot.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
ENV_FILE = Path(".env")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
TELEGRAM_CALLS = frozenset({80, 88, 443, 8443})
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
WORDS_KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
_MARKS = "\u200e\u200f\u2066\u2067\u2068\u2069"
_TYPED = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩،", "01234567890123456789,", _MARKS)


class Settings(BaseSettings):
    """What the owner decides. Names are those of the environment, in small letters."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    bot_token: SecretStr | None = None
    owner_id: int | None = None
    seller_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    manager_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    shop_name: str | None = None
    shop_locale: Literal["fa", "en"] = "fa"
    refund_limit: int = Field(default=0, ge=0)
    handover_minutes: int = Field(default=10, ge=1, le=1440)
    timezone: str = TEHRAN
    database_url: str = Field(default="sqlite:///aram.db", repr=False)
    playbooks_dir: Path = ROOT / "playbooks"
    model_dir: Path = ROOT / "bot" / "detection" / "model"
    telegram_api_url: str = "https://api.telegram.org"
    telegram_limits: bool = True
    panel_url: str | None = None
    panel_host: str = "127.0.0.1"
    panel_port: int = Field(default=8480, ge=0, le=65535)
    webhook_url: str | None = None
    webhook_host: str = "127.0.0.1"
    webhook_port: int = Field(default=8481, ge=0, le=65535)
    webhook_secret: SecretStr | None = None
    relay_secret: SecretStr | None = None
    words_keys: SecretStr | None = None
    health_port: int | None = Field(default=None, ge=0, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator(
        "owner_id",
        "seller_ids",
        "manager_ids",
        "refund_limit",
        "handover_minutes",
        mode="before",
    )
    @classmethod
    def _as_typed(cls, value: object) -> object:
        """Digits as a person copies or types them: «۱۲», with or without marks of direction."""
        return value.translate(_TYPED) if isinstance(value, str) else value

    @field_validator("seller_ids", "manager_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """«12, 34» or «۱۲، ۳۴» as written in `.env`."""
        if isinstance(value, str):
            parts = value.translate(_TYPED).split(",")
            return frozenset(part.strip() for part in parts if part.strip())
        return value

    @field_validator("timezone")
    @classmethod
    def _on_the_map(cls, value: str) -> str:
        """A zone as the world names them."""
        if value == TEHRAN:
            return value
        try:
            return ZoneInfo(value).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("a name such as Asia/Tehran or Europe/Berlin is needed") from None

    @field_validator("panel_url")
    @classmethod
    def _as_telegram_opens(cls, value: str | None) -> str | None:
        """Telegram opens pages over TLS alone; the sandbox those of this machine, too."""
        parts = urlsplit(value or "")
        if value and parts.scheme != "https" and parts.hostname not in LOOPBACK:
            raise ValueError("an address that begins with https:// is needed")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _as_telegram_calls(cls, value: str | None) -> str | None:
        """Telegram calls over TLS alone, on four ports; the sandbox this machine, on any."""
        try:
            parts = urlsplit(value or "")
            port = parts.port or 443
        except ValueError:
            raise ValueError("an address such as https://aram.example.ir is needed") from None
        if not value or parts.hostname in LOOPBACK:
            return value
        if parts.scheme != "https":
            raise ValueError("an address that begins with https:// is needed")
        if port not in TELEGRAM_CALLS:
            raise ValueError(f"Telegram calls the ports {sorted(TELEGRAM_CALLS)} alone")
        if parts.query or parts.fragment:
            raise ValueError("an address without ? and # is needed")
        return value

    @field_validator("webhook_secret", "relay_secret")
    @classmethod
    def _as_headers_bear(cls, value: SecretStr | None) -> SecretStr | None:
        """What Telegram takes as a secret, and long enough not to be guessed."""
        if value is not None and not SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("16 to 256 letters A-Z, a-z, digits, _ or - are needed")
        return value

    @field_validator("words_keys")
    @classmethod
    def _as_fernet_makes(cls, value: SecretStr | None) -> SecretStr | None:
        """Keys as `aram privacy key` prints them, separated by commas."""
        if value is not None and not all(map(WORDS_KEY.fullmatch, _keys_in(value))):
            raise ValueError("keys as `aram privacy key` prints them are needed, between commas")
        return value

    @field_validator("relay_secret")
    @classmethod
    def _from_one_side(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """Another bot brings the updates, or Telegram does."""
        if value is not None and info.data.get("webhook_url"):
            raise ValueError(
                "with WEBHOOK_URL Telegram itself brings the updates; keep one of them"
            )
        return value

    @property
    def word_keys(self) -> tuple[str, ...]:
        """The keys for stored words: the first closes, each of them opens."""
        return () if self.words_keys is None else _keys_in(self.words_keys)

    @property
    def shop(self) -> Shop:
        """The shop, as the owner describes it."""
        return Shop(
            name=self.shop_name,
            locale=self.shop_locale,
            owner_id=self.owner_id,
            seller_ids=self.seller_ids,
            manager_ids=self.manager_ids,
            refund_limit=self.refund_limit,
            handover_minutes=self.handover_minutes,
            timezone=self.timezone,
        )


def _keys_in(value: SecretStr) -> tuple[str, ...]:
    parts = (part.strip() for part in value.get_secret_value().translate(_TYPED).split(","))
    return tuple(filter(None, parts))


def load_settings(env_file: Path = ENV_FILE) -> Settings:
    """Read the settings; raises SettingsError that names the file and line, or the setting."""
    _check_env_file(env_file)
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]).upper()
        raise SettingsError("error-settings-invalid", name=name, problem=first["msg"]) from None


def _check_env_file(env_file: Path) -> None:
    if not env_file.is_file():
        return
    try:
        written = env_file.read_bytes()
    except OSError as error:
        raise SettingsError("error-env-file-broken", file=str(env_file), line=1) from error
    try:
        bindings = parse_stream(StringIO(written.decode()))
        line = next((_line(each) for each in bindings if _is_broken(each)), None)
    except UnicodeDecodeError as error:
        line = written[: error.start].count(b"\n") + 1
    if line is not None:
        raise SettingsError("error-env-file-broken", file=str(env_file), line=line)


def _is_broken(binding: Binding) -> bool:
    """A line that is not `NAME=value`; dotenv itself lets a name without `=` pass in silence."""
    return binding.error or (binding.key is not None and binding.value is None)


def _line(binding: Binding) -> int:
    """Where a binding stands; dotenv counts the empty lines above to it."""
    written = binding.original.string
    return binding.original.line + written[: len(written) - len(written.lstrip())].count("\n")
