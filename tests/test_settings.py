"""Settings: documented one by one, refused with the line or the name, and their secrets kept."""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.core.people import Shop
from bot.errors import SettingsError
from bot.settings import ROOT, Settings, load_settings

EXAMPLE = ROOT / ".env.example"
SECRETS = {"BOT_TOKEN": "123456:very-secret-token", "DATABASE_URL": "postgresql://a:s3cret@h/d"}
pytestmark = pytest.mark.usefixtures("bare_environment")


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def loaded(env_file: Path, text: str) -> Settings:
    env_file.write_text(text, encoding="utf-8")
    return load_settings(env_file)


def refused(env_file: Path, text: str) -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        loaded(env_file, text)
    return caught.value


# The example


def documented() -> dict[str, str]:
    """The settings of `.env.example`, each with the comment above it."""
    found = {}
    for paragraph in EXAMPLE.read_text(encoding="utf-8").split("\n\n"):
        comment = []
        for line in paragraph.splitlines():
            setting = re.fullmatch(r"(?:# )?([A-Z][A-Z_]*)=(.*)", line)
            if setting is None:
                comment.append(line.removeprefix("#").strip())
            else:
                found[setting[1]] = " ".join(comment)
                comment = []
    return found


def test_the_example_documents_every_setting_and_no_other() -> None:
    assert set(documented()) == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("name", sorted(documented()))
def test_every_setting_is_explained_above_it(name: str) -> None:
    assert len(documented()[name].split()) >= 5


def test_the_example_as_it_stands_sets_nothing_but_the_defaults(env_file: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert loaded(env_file, text) == Settings(_env_file=None)


# What is written, and where


def test_without_a_file_everything_has_its_default(env_file: Path) -> None:
    settings = load_settings(env_file)
    assert settings.bot_token is None
    assert settings.shop == Shop()
    assert (settings.playbooks_dir / "fa").is_dir()


def test_a_whole_file_is_read(env_file: Path) -> None:
    settings = loaded(
        env_file,
        "BOT_TOKEN=1:x\nOWNER_ID=7\nMANAGER_IDS=6\nSELLER_IDS=8, 9,\nSHOP_NAME='فروشگاه آرامش'\n"
        "SHOP_LOCALE=en\nREFUND_LIMIT=500000\nPLAYBOOKS_DIR=ours\nLOG_LEVEL=DEBUG\nSOMETHING_ELSE=1\n",
    )
    assert settings.bot_token == SecretStr("1:x")
    assert settings.shop == Shop(
        "فروشگاه آرامش", "en", 7, frozenset({8, 9}), frozenset({6}), 500_000
    )
    assert (settings.playbooks_dir, settings.log_level) == (Path("ours"), "DEBUG")


def test_the_environment_wins_over_the_file(
    env_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OWNER_ID", "8")
    assert loaded(env_file, "OWNER_ID=7\nREFUND_LIMIT=5").owner_id == 8


def test_a_file_from_windows_is_read(env_file: Path) -> None:
    env_file.write_bytes("\ufeffBOT_TOKEN=1:x\r\nOWNER_ID=7\r\n".encode())
    settings = load_settings(env_file)
    assert (settings.bot_token, settings.owner_id) == (SecretStr("1:x"), 7)


@pytest.mark.parametrize("name", sorted(name.upper() for name in Settings.model_fields))
def test_an_empty_value_says_nothing(
    name: str, env_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = getattr(Settings(_env_file=None), name.lower())
    assert getattr(loaded(env_file, f"{name}="), name.lower()) == default
    monkeypatch.setenv(name, "")
    assert getattr(load_settings(env_file), name.lower()) == default


# What is wrong

BROKEN: list[tuple[str | bytes, int]] = [
    # no name
    ("OWNER_ID=7\n=5\n", 2),
    # a colon in place of the equals sign
    ("BOT_TOKEN: 1:x\n", 1),
    ("OWNER_ID=7\nBOT_TOKEN:1:x\n", 2),
    # a name alone
    ("# the token\nBOT_TOKEN\n", 2),
    # a quote that never ends
    ('OWNER_ID=7\nSHOP_NAME="آرامش\n', 2),
    # words after the closing quote
    ('SHOP_NAME="آرامش" و دوستان\n', 1),
    # below empty lines, which count
    ("OWNER_ID=7\n\n\n\nBOT_TOKEN 1:x\n", 5),
    # not UTF-8
    (b"OWNER_ID=7\nSHOP_NAME=\xc2\xe4\xff\n", 2),
]


@pytest.mark.parametrize(("text", "line"), BROKEN)
def test_a_broken_line_is_told_with_file_and_line(
    env_file: Path, text: str | bytes, line: int
) -> None:
    env_file.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(SettingsError) as caught:
        load_settings(env_file)
    assert caught.value.message_id == "error-env-file-broken"
    assert caught.value.args_for_message == {"file": str(env_file), "line": line}


WRONG = [
    # not a number
    ("OWNER_ID=reza", "OWNER_ID"),
    # one of several
    ("SELLER_IDS=12, negar", "SELLER_IDS"),
    # a language that Aram does not speak
    ("SHOP_LOCALE=de", "SHOP_LOCALE"),
    # less than nothing
    ("REFUND_LIMIT=-1", "REFUND_LIMIT"),
    # thousands separated
    ("REFUND_LIMIT=500.000,0", "REFUND_LIMIT"),
    # no such level
    ("LOG_LEVEL=LOUD", "LOG_LEVEL"),
]


@pytest.mark.parametrize(("line", "name"), WRONG)
def test_a_wrong_value_is_told_with_the_settings_name(env_file: Path, line: str, name: str) -> None:
    error = refused(env_file, line)
    assert error.message_id == "error-settings-invalid"
    assert error.args_for_message["name"] == name
    assert error.args_for_message["problem"]


# Secrets


def test_secrets_are_in_no_representation(env_file: Path) -> None:
    settings = loaded(env_file, "\n".join(f"{name}={value}" for name, value in SECRETS.items()))
    assert settings.database_url == SECRETS["DATABASE_URL"]
    for shown in (repr(settings), str(settings)):
        assert "very-secret" not in shown
        assert "s3cret" not in shown


def test_secrets_are_in_no_refusal(env_file: Path) -> None:
    written = [f"{name}={value}" for name, value in SECRETS.items()]
    for wrong in ("OWNER_ID=reza", "REFUND_LIMIT=x"):
        error = refused(env_file, "\n".join([*written, wrong]))
        told = f"{error!r} {error} {error.__cause__!r}"
        assert "secret" not in told
        assert "s3cret" not in told


def test_settings_cannot_be_changed_while_they_are_in_force() -> None:
    settings = Settings(_env_file=None)
    with pytest.raises(ValueError, match="frozen"):
        settings.owner_id = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("owner", "sellers"),
    [
        ("\u2068123\u2069", "\u200f45, 67\u200f"),  # copied out of a chat, marks and all
        ("۱۲۳", "۴۵، ۶۷"),  # typed on a Persian keyboard
        ("١٢٣", "٤٥,٦٧"),  # typed on an Arabic one
    ],
)
def test_numbers_as_people_copy_and_type_them(
    tmp_path: Path, bare_environment: None, owner: str, sellers: str
) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"OWNER_ID={owner}\nSELLER_IDS={sellers}\n", encoding="utf-8")
    settings = load_settings(env_file)
    assert (settings.owner_id, settings.seller_ids) == (123, frozenset({45, 67}))
