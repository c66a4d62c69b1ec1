"""`aram health`: asks the Aram that runs on this machine whether it is well."""

import json
from http.client import HTTPConnection, HTTPException
from typing import Annotated

import typer

from bot.errors import SettingsError
from bot.settings import Settings, load_settings

PATIENCE_SECONDS = 5.0
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}  # noqa: S104 - never bound here
WELL = 200


def health(
    ready: Annotated[bool, typer.Option("--ready", help="Can it work? Asks /readyz.")] = False,
) -> None:
    """Ask a running Aram whether it is well; ends with 1 where it is not, or does not answer."""
    settings = load_settings()
    host = EVERYWHERE.get(settings.webhook_host, settings.webhook_host)
    connection = HTTPConnection(host, _port(settings), timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", "/readyz" if ready else "/healthz")
        answer = connection.getresponse()
        status, said = answer.status, answer.read().decode(errors="replace")
    except (OSError, HTTPException) as error:
        status, said = 0, json.dumps({"alive": False, "reason": type(error).__name__})
    finally:
        connection.close()
    typer.echo(said)
    if status != WELL:
        raise typer.Exit(1)


def _port(settings: Settings) -> int:
    if settings.webhook_url is not None or settings.relay_secret is not None:
        return settings.webhook_port
    if settings.health_port is None:
        raise SettingsError("error-health-port-missing")
    return settings.health_port
