"""Looks at what the bot asks of Telegram: cards that were sent, patience that was kept."""

import json
import re
import time
from collections import Counter, defaultdict, deque
from collections.abc import Mapping
from typing import Any

from bot.sandbox.api import Request

GRACE_SECONDS = 0.5
"""What is under way when Telegram asks for patience may still arrive."""
MARGIN_SECONDS = 0.05

_CARD = re.compile(r"\d+~card:(\w+):")
_LISTENING = frozenset({"getupdates", "setwebhook"})


class Watch(deque[Request]):
    """In the place of the sandbox's list of requests; `life` counts the bots, one after another.

    `too_early` are calls of a chat before the patience was over that the same bot was asked for,
    `too_early_after_kill` those of a bot that did not hear it itself. `sends` has the texts that
    each card was sent with, by its number.
    """

    def __init__(self) -> None:
        super().__init__(maxlen=200)
        self.life = 0
        self.listens_in: int | None = None
        self.patiences = self.too_early = self.too_early_after_kill = self.served_meanwhile = 0
        self.sends: defaultdict[str, list[str]] = defaultdict(list)
        self.outcomes: Counter[str] = Counter()
        self._closed: dict[str, tuple[float, float, int]] = {}

    def next_life(self) -> None:
        """Another bot is started."""
        self.life += 1

    def append(self, request: Request) -> None:
        """A request has been answered."""
        super().append(request)
        now, method = time.monotonic(), request.method.lower()
        if method in _LISTENING and request.answer["ok"]:
            self.listens_in = self.life
        chat = str(request.params.get("chat_id", ""))
        if chat:
            self._look_at_patience(chat, request, now)
        if method == "sendmessage" and request.answer["ok"]:
            self._look_at_card(request.params)

    def _look_at_patience(self, chat: str, request: Request, now: float) -> None:
        asked_at, until, life = self._closed.get(chat, (0.0, 0.0, 0))
        if asked_at + GRACE_SECONDS < now < until - MARGIN_SECONDS:
            if life == self.life:
                self.too_early += 1
            else:
                self.too_early_after_kill += 1
        elif request.answer["ok"] and any(end > now for _, end, _ in self._closed.values()):
            self.served_meanwhile += 1
        seconds = request.answer.get("parameters", {}).get("retry_after")
        if seconds is not None:
            self.patiences += 1
            self._closed[chat] = (now, now + seconds, self.life)

    def _look_at_card(self, params: Mapping[str, Any]) -> None:
        keyboard = params.get("reply_markup")
        shown = keyboard if isinstance(keyboard, str) else json.dumps(keyboard or {})
        found = _CARD.search(shown)
        if found is not None:
            self.sends[found[1]].append(str(params.get("text")))
