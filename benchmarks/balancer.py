"""A load balancer before several Arams: each connection goes to the next that is there."""

import asyncio
from contextlib import suppress
from itertools import count

LARGEST_PIECE = 65_536
PAUSE_SECONDS = 0.05


class Balancer:
    """Listens on a free port of this machine and passes connections on to `ports`, in turn."""

    def __init__(self, ports: list[int]) -> None:
        """Nothing listens yet."""
        self.ports = ports
        self.port = 0
        self._turn = count()
        self._server: asyncio.Server | None = None
        self._passing: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "Balancer":
        """Listen."""
        self._server = await asyncio.start_server(self._welcome, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        """Listen no more, and break off what is under way."""
        assert self._server is not None
        self._server.close()
        for task in self._passing:
            task.cancel()
        await asyncio.gather(*self._passing, return_exceptions=True)

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._passing.add(task)
        try:
            await self._pass_on(reader, writer)
        except asyncio.CancelledError:
            pass
        finally:
            self._passing.discard(task)
            writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """To the first that answers; where none does, whoever calls must come again."""
        for _ in self.ports:
            port = self.ports[next(self._turn) % len(self.ports)]
            with suppress(OSError):
                there, thither = await asyncio.open_connection("127.0.0.1", port)
                try:
                    await asyncio.wait(
                        [
                            asyncio.ensure_future(_pump(reader, thither)),
                            asyncio.ensure_future(_pump(there, writer)),
                        ],
                        return_when=asyncio.FIRST_COMPLETED,
                    )
                finally:
                    thither.close()
                return
        await asyncio.sleep(PAUSE_SECONDS)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Until one side hangs up."""
    with suppress(OSError):
        while piece := await reader.read(LARGEST_PIECE):
            writer.write(piece)
            await writer.drain()
