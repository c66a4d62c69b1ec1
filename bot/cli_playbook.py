"""`aram playbook`: what managers write, checked, tried, published and taken out in a terminal."""

import json
import sys
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from bot.content.formats import Format
from bot.core.people import FIRST_SHOP
from bot.errors import ContentError, ConversationFileError
from bot.settings import Settings, load_settings

playbook = typer.Typer(help="What managers write.", no_args_is_help=True)

WhichShop = Annotated[
    int, typer.Option("--shop", help="The shop's number, as `aram shop list` says.")
]


@playbook.command("check")
def playbook_check(
    folder: Annotated[Path | None, typer.Argument(help="Default: PLAYBOOKS_DIR.")] = None,
    listen: Annotated[
        bool, typer.Option("--listen", help="Have Aram hear every example, too; takes a while.")
    ] = False,
) -> None:
    """Check playbooks: every mistake with file, line and remedy; exit code 1 for errors."""
    from bot.app import terminal_locale
    from bot.content.check import check
    from bot.content.files import read_folder
    from bot.content.problems import sentence
    from bot.publishing.listening import hearing_of_calm_talk, hearing_of_examples

    settings = load_settings()
    folder = folder or settings.playbooks_dir
    texts = read_folder(folder)
    checked = check(texts, hearing=hearing_of_calm_talk())
    if not checked.locales:
        raise ContentError("error-playbooks-missing", folder=str(folder))
    errors = sum(problem.is_error for problem in checked.problems)
    if listen and not errors:  # examples are heard by all playbooks together
        checked = check(texts, hearing=hearing_of_examples(texts, settings.model_dir))
    say = terminal_locale().say
    for problem in checked.problems:
        typer.echo(sentence(problem, say))
    summary = {"errors": errors, "issues": len(checked.problems) - errors}
    typer.echo(say("check-summary", playbooks=len(checked.usable()), **summary))
    if errors:
        raise typer.Exit(1)


@playbook.command("schema")
def playbook_schema(
    form: Annotated[
        Format, typer.Option("--for", help="Which kind of file the editor has open.")
    ] = Format.PLAYBOOK,
) -> None:
    """Print the JSON Schema of a file, for editors that complete and check as one types."""
    from bot.content.schema import schema

    typer.echo(json.dumps(schema(form), ensure_ascii=False, indent=2))


@playbook.command("try")
def playbook_try(
    text: Annotated[str | None, typer.Argument(help="One message, in words.")] = None,
    file: Annotated[
        str | None, typer.Option(help="Conversations: JSONL, or .txt with a message a line.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="A changed folder, to be shown side by side.")
    ] = None,
    number: WhichShop = FIRST_SHOP,
) -> None:
    """Show what Aram would do with a message or conversations; nothing is sent."""
    if (text is None) == (file is None):
        raise typer.BadParameter("give a TEXT or --file")
    from bot.trial.commands import try_file, try_text

    settings = load_settings()
    if text is not None:
        try_text(text, settings, folder, shop_id=number)
    elif file is not None:
        with opened_file(file) as lines:
            try_file(lines, file, settings, folder, shop_id=number)


@playbook.command("replay")
def playbook_replay(
    days: Annotated[int, typer.Option(min=1, help="So many days back.")] = 7,
    folder: Annotated[
        Path | None, typer.Option(help="The changed folder; default: PLAYBOOKS_DIR.")
    ] = None,
    number: WhichShop = FIRST_SHOP,
) -> None:
    """Replay the shop's own conversations with a changed folder: which cards would change."""
    from bot.trial.commands import replay

    settings = load_settings()
    replay(settings, days, _folder(folder, settings, number), shop_id=number)


@playbook.command("pull")
def playbook_pull(
    folder: Annotated[Path | None, typer.Argument(help="Default: PLAYBOOKS_DIR.")] = None,
    number: WhichShop = FIRST_SHOP,
) -> None:
    """Write the playbooks in force into the folder; what you had written there is kept."""
    from bot.app import terminal_locale
    from bot.founding import opened_ledger
    from bot.publishing.terminal import pull

    settings, locale = load_settings(), terminal_locale()
    folder = _folder(folder, settings, number)
    with opened_ledger(settings, number) as ledger:
        for line in ledger.commit(lambda books: list(pull(books.versions, folder, locale))):
            typer.echo(line)


@playbook.command("publish")
def playbook_publish(
    folder: Annotated[Path | None, typer.Argument(help="Default: PLAYBOOKS_DIR.")] = None,
    over: Annotated[
        bool, typer.Option("--over", help="Also over what came by chat or page meanwhile.")
    ] = False,
    gone: Annotated[
        bool,
        typer.Option("--gone", help="Also take away what is gone, and bring older texts back."),
    ] = False,
    number: WhichShop = FIRST_SHOP,
) -> None:
    """Put what is new in the folder in force, all of it or nothing; exit code 1 where it is not."""
    from bot.app import build_publisher, terminal_locale
    from bot.founding import opened_ledger
    from bot.publishing.terminal import publish_folder

    settings, locale = load_settings(), terminal_locale()
    folder, publisher = _folder(folder, settings, number), build_publisher(settings)
    with opened_ledger(settings, number) as ledger:
        lines, is_done = publish_folder(ledger, publisher, folder, locale, over=over, gone=gone)
    typer.echo("\n".join(lines))
    if not is_done:
        raise typer.Exit(1)


@playbook.command("history")
def playbook_history(
    file: Annotated[str | None, typer.Argument(help="Such as fa/complaint.yaml.")] = None,
    most: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    number: WhichShop = FIRST_SHOP,
) -> None:
    """List what was published, newest first: when, which file, what, by whom."""
    from bot.app import terminal_locale
    from bot.founding import opened_ledger
    from bot.publishing.terminal import history

    locale = terminal_locale()
    with opened_ledger(load_settings(), number) as ledger:
        for line in ledger.commit(
            lambda books: list(history(books.versions, file, locale, most=most))
        ):
            typer.echo(line)


def opened_file(file: str) -> BinaryIO:
    """A file of conversations; - is standard input."""
    try:
        return sys.stdin.buffer if file == "-" else Path(file).open("rb")
    except OSError as error:
        raise ConversationFileError("error-file-missing", file=file) from error


def _folder(given: Path | None, settings: Settings, shop_id: int) -> Path:
    """PLAYBOOKS_DIR is the first shop's: for another one a folder must be given."""
    if given is None and shop_id != FIRST_SHOP:
        raise typer.BadParameter("give a folder: PLAYBOOKS_DIR is the first shop's")
    return given or settings.playbooks_dir
