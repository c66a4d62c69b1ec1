"""`python -m tests.soak.nest`: has imported and loaded everything, and forks bots on demand.

Each line of its input is an order, a JSON object; each line of its output says that a bot was
hatched, or has ended. A bot is `aram run` but for what was made before it was born: it opens its
database, greets Telegram, and serves. With the end of the input the nest and its bots end.
"""

import asyncio
import gc
import json
import logging
import os
import select
import signal
import tempfile
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from bot.app import build_app, build_locales, run
from bot.errors import AramError, trace_of
from bot.settings import Settings
from bot.workshop import Workshop
from tests.soak.clocks import SharedClock

EXPECTED_END = 3
"""The exit status of a bot that ended with a sentence, as `aram run` does."""
DEFECT = 4

log = logging.getLogger("soak")


class Nest:
    """Reads orders, forks, and tells of ends."""

    def __init__(self) -> None:
        warnings.simplefilter("ignore", DeprecationWarning)  # a thread of onnxruntime waits idle
        self._workshop = _warm_workshop()
        self._bots: set[int] = set()
        self._news, self._bell = os.pipe()
        os.set_blocking(self._bell, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._bell)
        gc.freeze()  # what was made by now is never looked through, so that it stays shared

    def serve(self) -> None:
        """Until the input ends, or nobody hears any more."""
        try:
            self._serve()
        except BrokenPipeError:
            pass
        finally:
            for pid in self._bots:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    def _serve(self) -> None:
        _tell(ready=True)
        unread = b""
        while True:
            ready, _, _ = select.select([0, self._news], [], [])
            if self._news in ready:
                os.read(self._news, 512)
                self._bury()
            if 0 in ready:
                given = os.read(0, 65536)
                if not given:
                    return
                *lines, unread = (unread + given).split(b"\n")
                for line in lines:
                    self._hatch(json.loads(line))

    def _hatch(self, order: dict[str, Any]) -> None:
        pid = os.fork()
        if pid == 0:
            _live(order, self._workshop)
        self._bots.add(pid)
        _tell(hatched=pid)

    def _bury(self) -> None:
        while self._bots:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            self._bots.discard(pid)
            _tell(ended=pid, status=os.waitstatus_to_exitcode(status))


def _tell(**said: object) -> None:
    os.write(1, json.dumps(said).encode() + b"\n")


def _warm_workshop() -> Workshop:
    """Everything that is the same for every bot, with the coach of the playbooks made, too."""
    workshop = Workshop.of(build_locales(), Settings(_env_file=None).model_dir)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            _env_file=None,
            bot_token="1000000001:SANDBOX-nest",
            database_url=f"sqlite:///{folder}/aram.db",
        )
        app = build_app(settings, workshop=workshop)
        app.ledger.close()
    return workshop


def _live(order: dict[str, Any], workshop: Workshop) -> NoReturn:
    """Be a bot until the end."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setpgid(0, 0)
    signal.alarm(int(order["longest_life"]))
    silent = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(silent, number)
    logging.basicConfig(
        filename=order["log"],
        level=logging.WARNING,
        format="%(asctime)s %(process)d %(levelname)s %(name)s %(message)s",
    )
    status = DEFECT
    try:
        settings = Settings(_env_file=None, **order["settings"])
        clock = SharedClock.open(Path(order["clock"]))
        asyncio.run(run(settings, clock=clock, workshop=workshop))
    except AramError as error:
        log.warning("ended: %s", error)
        status = EXPECTED_END
    except Exception as error:  # the outermost edge of the process
        log.error("defect: %s", trace_of(error))
    finally:
        os._exit(status)


if __name__ == "__main__":
    Nest().serve()
