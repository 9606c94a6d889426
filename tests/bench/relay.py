"""A cable between a browser and the program that can be pulled: new connections are refused, streams fall silent."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field

from tests.bench.references import free_port

STREAM = b"text/event-stream"


@dataclass(slots=True)
class Relay:
    """Passes bytes on between its own port and the program's, as long as the cable is in."""

    to: int
    port: int = field(default_factory=free_port)
    _server: asyncio.Server | None = None
    _pumps: set["asyncio.Task[None]"] = field(default_factory=set)
    _idle: list[asyncio.StreamWriter] = field(default_factory=list)
    _streams: list[asyncio.StreamWriter] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def plug_in(self) -> None:
        """From now on new connections reach the program."""
        self._server = await asyncio.start_server(self._connect, "127.0.0.1", self.port)

    async def pull_out(self, silently: bool = True) -> None:
        """No new connections. Idle ones are closed, as a browser does when its machine goes to sleep; open streams pass
        nothing any more, or are cut so that both sides hear of it."""
        if self._server:
            self._server.close()
        for pump in self._pumps:
            pump.cancel()
        for writer in self._idle + ([] if silently else self._streams):
            writer.transport.abort()
        await asyncio.sleep(0)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self.to)
        self._idle += [writer, back]
        self._start(self._pump(reader, back))
        self._start(self._pump(there, writer, back))

    def _start(self, pumping: Coroutine[None, None, None]) -> None:
        pump = asyncio.create_task(pumping)
        self._pumps.add(pump)
        pump.add_done_callback(self._pumps.discard)

    async def _pump(self, source: asyncio.StreamReader, *targets: asyncio.StreamWriter) -> None:
        """Pass on to the first until the end; whoever is cancelled leaves the other side in the dark."""
        try:
            while some := await source.read(65536):
                if STREAM in some and len(targets) > 1:
                    self._idle = [writer for writer in self._idle if writer not in targets]
                    self._streams += targets
                targets[0].write(some)
                await targets[0].drain()
            targets[0].close()
        except ConnectionError:
            targets[0].close()
