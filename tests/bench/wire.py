"""A lean HTTP/1.1 client: the measuring side must not be what is measured."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers in lower case, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def data(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Wire:
    """One kept connection with its own cookies, from an own loopback address when `number` is given."""

    def __init__(self, url: str, number: int | None = None) -> None:
        parts = urlsplit(url)
        self.host, self.port = parts.hostname or "127.0.0.1", parts.port or 80
        self.origin = f"http://{self.host}:{self.port}"
        # A hall behind one address is bounded; every phone of a bench comes from its own.
        self.own = (f"127.0.{1 + number // 250}.{1 + number % 250}", 0) if number is not None else None
        self.cookies: dict[str, str] = {}
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the connection; the next request makes a new one."""
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None

    async def get(self, path: str, headers: Mapping[str, str] = {}) -> Answer:
        return await self.ask("GET", path, headers)

    async def post(self, path: str, data: Mapping[str, Any], *, json_wanted: bool = False) -> Answer:
        """Send a form as a browser does."""
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin}
        if json_wanted:
            headers["Accept"] = "application/json"
        return await self.ask("POST", path, headers, urlencode(data, doseq=True).encode())

    async def ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        """One request; a connection that the server closed meanwhile is opened again."""
        try:
            return await self._ask(method, path, headers, body)
        except (ConnectionError, asyncio.IncompleteReadError):
            self.close()
            return await self._ask(method, path, headers, body)

    async def _ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        reader, writer = await self._open()
        writer.write(self._head(method, path, headers, len(body)) + body)
        status, given = await self._read_head(reader)
        if given.get("transfer-encoding") == "chunked":
            content = b"".join([chunk async for chunk in chunks(reader)])
        else:
            content = await reader.readexactly(int(given.get("content-length", 0))) if status != 304 else b""
        return Answer(status, given, content)

    async def events(self, path: str) -> AsyncIterator[tuple[str, str]]:
        """Server-sent events as they come: name and data."""
        reader, writer = await self._open()
        writer.write(self._head("GET", path, {"Accept": "text/event-stream"}, 0))
        status, _ = await self._read_head(reader)
        if status != 200:
            raise ConnectionError(f"{path} answered {status}")
        kept = b""
        async for chunk in chunks(reader):
            kept += chunk
            while (end := kept.find(b"\n\n")) >= 0:
                lines, kept = kept[:end].decode().split("\n"), kept[end + 2 :]
                fields = dict(line.split(": ", 1) for line in lines if ": " in line)
                if "data" in fields:
                    yield fields.get("event", "message"), fields["data"]

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self.reader is None or self.writer is None or self.writer.is_closing():
            self.reader, self.writer = await asyncio.open_connection(
                self.host, self.port, local_addr=self.own, limit=2**22
            )
        return self.reader, self.writer

    def _head(self, method: str, path: str, headers: Mapping[str, str], length: int) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            lines.append(f"Content-Length: {length}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def _read_head(self, reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        given: dict[str, str] = {}
        for line in filter(None, lines):
            name, _, value = line.partition(": ")
            if name.lower() == "set-cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content
            given[name.lower()] = value
        return int(first.split(" ")[1]), given


async def chunks(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """The parts of a chunked body until its end."""
    while size := int(await reader.readline(), 16):
        yield await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
