"""PostgreSQL's own tools for a backup: pg_dump writes it, pg_restore and psql bring it back.

They are told where the database is by their environment: what stands in a command line, any user
of the machine can read. Of their complaints the first is told, without what it quotes.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from sqlalchemy.engine import URL

from bot.errors import StoreError, unquoted

_COMPLAINT = re.compile(r"\b(?:error|fatal): +(.+)$", re.MULTILINE | re.IGNORECASE)
_TABLE = re.compile(r"^\d+; \d+ \d+ TABLE (?!DATA )(\S+) (\S+) ", re.MULTILINE)
_ROWS = re.compile(r"COPY \S+\.(\S+) \(")
_OF_QUERY = {
    "options": "PGOPTIONS",
    "host": "PGHOST",
    "port": "PGPORT",
    "service": "PGSERVICE",
    "sslmode": "PGSSLMODE",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "sslrootcert": "PGSSLROOTCERT",
}


def dump(url: URL, tables: Sequence[str], file: Path) -> None:
    """Write these tables, each named with its schema, as they are at one moment."""
    named = [f"--table={table}" for table in tables]
    plain = ("--format=custom", "--no-owner", "--no-privileges", "--lock-wait-timeout=10s")
    with _running("pg_dump", [*plain, *named, f"--file={file}"], environment(url)):
        pass


def schemas(file: Path) -> Mapping[str, str]:
    """The tables in a backup, and the schema of each; StoreError where the file is none."""
    with _running("pg_restore", ["--list", str(file)], {}) as listing:
        listed = _output(listing).read().decode(errors="replace")
    return {table: schema for schema, table in _TABLE.findall(listed)}


def rows(file: Path) -> Iterator[tuple[str, str]]:
    """Every row of a backup as PostgreSQL writes it, after its table's name.

    Raises StoreError where the backup cannot be read to its end.
    """
    with _running("pg_restore", ["--data-only", "--file=-", str(file)], {}) as reading:
        table = None
        for raw in _output(reading):
            line = raw.decode(errors="replace").rstrip("\n")
            if line == "\\.":
                table = None
            if table is not None:
                yield table, line
            elif begun := _ROWS.match(line):
                table = begun.group(1)


def load(url: URL, file: Path, *, before: str, after: str) -> None:
    """Run `before`, bring a backup back, run `after`: all of it in one transaction, or nothing.

    Raises StoreError where it was nothing.
    """
    plain = ("--no-owner", "--no-privileges", "--file=-", str(file))
    quiet = ("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", "--file=-")
    with _running("psql", quiet, environment(url), stdin=subprocess.PIPE) as bringing:
        given = bringing.stdin
        assert given is not None  # noqa: S101 - it was asked for
        with suppress(BrokenPipeError):  # psql has given up, and says why
            given.write(f"begin;\n{before}\n".encode())
            with _running("pg_restore", plain, {}) as reading:
                shutil.copyfileobj(_output(reading), given)
            given.write(f"\n{after}\ncommit;\n".encode())  # not reached where reading failed


def environment(url: URL) -> dict[str, str]:
    """Where the database is, as PostgreSQL's tools read it; what the URL leaves open stays."""
    said: dict[str, object] = {
        "PGHOST": url.host,
        "PGPORT": url.port,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
    }
    said |= {_OF_QUERY[name]: value for name, value in url.query.items() if name in _OF_QUERY}
    return {name: str(value) for name, value in said.items() if value}


@contextmanager
def _running(
    name: str,
    arguments: Sequence[str],
    told: Mapping[str, str],
    *,
    stdin: int = subprocess.DEVNULL,
) -> Iterator[subprocess.Popen[bytes]]:
    """One of the tools; StoreError where it is not installed, or did not do its work."""
    found = shutil.which(name)
    if found is None:
        raise StoreError("error-backup-tool-missing", tool=name)
    around = os.environ | {"LC_ALL": "C", **told}
    with subprocess.Popen(  # noqa: S603 - by its whole path, with no shell
        [found, *arguments],
        env=around,
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as tool:
        yield tool
        _, said = tool.communicate()
    if tool.returncode != 0:
        raise StoreError("error-backup-tool-failed", tool=name, reason=_reason(said))


def _output(tool: "subprocess.Popen[bytes]") -> IO[bytes]:
    assert tool.stdout is not None  # noqa: S101 - it was asked for
    return tool.stdout


def _reason(said: bytes) -> str:
    lines = said.decode(errors="replace")
    found = _COMPLAINT.search(lines)
    first = found.group(1) if found else next(iter(lines.splitlines()), "?")
    return unquoted(first.strip())
