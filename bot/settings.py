"""Settings: from the environment, then `.env`; each is explained in `.env.example`."""

from io import StringIO
from pathlib import Path
from typing import Annotated, Literal

from dotenv.parser import Binding, parse_stream
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.core.people import Shop
from bot.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
ENV_FILE = Path(".env")
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
    shop_name: str | None = None
    shop_locale: Literal["fa", "en"] = "fa"
    refund_limit: int = Field(default=0, ge=0)
    database_url: str = Field(default="sqlite:///aram.db", repr=False)
    playbooks_dir: Path = ROOT / "playbooks"
    telegram_api_url: str = "https://api.telegram.org"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("owner_id", "seller_ids", "refund_limit", mode="before")
    @classmethod
    def _as_typed(cls, value: object) -> object:
        """Digits as a person copies or types them: «۱۲», with or without marks of direction."""
        return value.translate(_TYPED) if isinstance(value, str) else value

    @field_validator("seller_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """«12, 34» or «۱۲، ۳۴» as written in `.env`."""
        if isinstance(value, str):
            parts = value.translate(_TYPED).split(",")
            return frozenset(part.strip() for part in parts if part.strip())
        return value

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
