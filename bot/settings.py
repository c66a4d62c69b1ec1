"""Settings: from the environment, then `.env`; each is explained in `.env.example`."""

from pathlib import Path
from typing import Annotated, Literal

from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.core.people import Shop
from bot.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
ENV_FILE = Path(".env")


class Settings(BaseSettings):
    """What the owner decides. Names are those of the environment, in small letters."""

    model_config = SettingsConfigDict(env_file_encoding="utf-8", extra="ignore", frozen=True)

    bot_token: SecretStr | None = None
    owner_id: int | None = None
    seller_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    shop_name: str | None = None
    shop_locale: Literal["fa", "en"] = "fa"
    refund_limit: int = Field(default=0, ge=0)
    database_url: str = "sqlite:///aram.db"
    playbooks_dir: Path = ROOT / "playbooks"
    telegram_api_url: str = "https://api.telegram.org"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("seller_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """«12, 34» as written in `.env`."""
        if isinstance(value, str):
            return frozenset(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("bot_token", "owner_id", "shop_name", mode="before")
    @classmethod
    def _nothing_written(cls, value: object) -> object:
        """A line of `.env` with nothing behind the `=` says nothing."""
        return None if value == "" else value

    @property
    def shop(self) -> Shop:
        """The shop, as the owner describes it."""
        return Shop(
            name=self.shop_name,
            locale=self.shop_locale,
            owner_id=self.owner_id,
            seller_ids=self.seller_ids,
            refund_limit=self.refund_limit,
        )


def load_settings(env_file: Path = ENV_FILE) -> Settings:
    """Read the settings; raises SettingsError that names the file and line, or the setting."""
    _check_env_file(env_file)
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        raise SettingsError("error-settings-invalid", name=name, problem=first["msg"]) from None


def _check_env_file(env_file: Path) -> None:
    if not env_file.is_file():
        return
    try:
        with env_file.open(encoding="utf-8") as lines:
            broken = [binding.original.line for binding in parse_stream(lines) if binding.error]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("error-env-file-broken", file=str(env_file), line=1) from error
    if broken:
        raise SettingsError("error-env-file-broken", file=str(env_file), line=broken[0])
