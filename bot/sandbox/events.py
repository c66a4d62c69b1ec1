"""News for open pages: server-sent events saying whose phones changed."""

import asyncio

from aiohttp import web

from bot.sandbox.state import State
from bot.sandbox.wire import encode

_HEARTBEAT = 15.0


class _Reader:
    """One open page and what it has not been told yet."""

    def __init__(self) -> None:
        self.phones: set[int] = set()
        self.world = False
        self.news = asyncio.Event()

    def take(self) -> str:
        """Return the events to write, and forget them."""
        written = ""
        if self.world:
            written += "event: world\ndata: {}\n\n"
        if self.phones:
            written += f"event: changed\ndata: {encode({'phones': sorted(self.phones)})}\n\n"
        self.phones, self.world = set(), False
        self.news.clear()
        return written


class Events:
    """Everybody who listens at /sandbox/events."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._readers: set[_Reader] = set()
        self._open = True

    def start(self) -> None:
        """Begin to listen to the world."""
        self._open = True
        self._state.listeners.append(self._tell)

    def stop(self) -> None:
        """Let every page go."""
        self._open = False
        if self._tell in self._state.listeners:
            self._state.listeners.remove(self._tell)
        for reader in self._readers:
            reader.news.set()

    def _tell(self, phones: frozenset[int] | None) -> None:
        for reader in self._readers:
            if phones is None:
                reader.world = True
            else:
                reader.phones |= phones
            reader.news.set()

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Answer one page for as long as it listens."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        reader = _Reader()
        self._readers.add(reader)
        try:
            await response.write(b": listening\n\n")
            while self._open:
                await self._write_next(response, reader)
        except ConnectionError:
            pass
        finally:
            self._readers.discard(reader)
        return response

    async def _write_next(self, response: web.StreamResponse, reader: _Reader) -> None:
        try:
            async with asyncio.timeout(_HEARTBEAT):
                await reader.news.wait()
        except TimeoutError:
            await response.write(b": still here\n\n")
            return
        await response.write(reader.take().encode())
