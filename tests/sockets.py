"""Bytes to a server and bytes back, for requests that no client would send."""

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

MOST = 400_000  # bytes of an answer that are read; what tells is at its beginning


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status (0 when the server hung up without a word), headers in small letters, the rest."""

    status: int
    headers: dict[str, str]
    body: bytes


def exchange(url: str, sent: bytes, patience: float = 60) -> Reply:
    """Send these bytes on a connection of their own and read until the server closes it, or for `patience` seconds."""
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname or "", parts.port or 80), timeout=patience) as line:
        try:
            line.sendall(sent)
            return parsed(received(line))
        except (ConnectionError, TimeoutError):
            return Reply(0, {}, b"")


def received(line: socket.socket) -> bytes:
    """What arrives until the other side closes, falls silent or has said enough."""
    found = bytearray()
    try:
        while len(found) < MOST and (some := line.recv(65536)):
            found += some
    except (ConnectionError, TimeoutError):
        pass
    return bytes(found)


def parsed(raw: bytes) -> Reply:
    """The first answer in these bytes; what follows it stays in its body."""
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    words = first.split(" ", 2)
    status = int(words[1]) if len(words) > 1 and words[1].isdecimal() else 0
    pairs = (line.partition(":") for line in lines)
    return Reply(status, {name.lower(): value.strip() for name, _, value in pairs}, body)


def request(method: str, target: str, host: str, *headers: str, body: bytes = b"") -> bytes:
    """A request as it goes over the wire; the connection ends after it."""
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", "Connection: close", *headers]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body
