"""The network between phones and the program: it can be cut, and it can lose an answer after the program gave it."""

import contextlib
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Thread

RESET = struct.pack("ii", 1, 0)  # a closed connection is reset, as by a router that was switched off


class Network:
    """Hands every connection on to the program; one thread a direction."""

    def __init__(self, url: str) -> None:
        self._to = ("127.0.0.1", int(url.rpartition(":")[2]))
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self._lock, self._open, self._losing, self.lost = Lock(), set[socket.socket](), 0, 0
        self._cut = False
        Thread(target=self._take, daemon=True).start()

    def cut(self) -> None:
        """Nobody gets through any more; who is connected is thrown out."""
        self._cut = True
        with self._lock:
            gone, self._open = self._open, set()
        for one in gone:
            shut(one, hard=True)

    def mend(self) -> None:
        """It works again."""
        self._cut = False

    def lose_answers(self, count: int) -> None:
        """The next `count` forms reach the program and are answered, but the answers do not arrive."""
        with self._lock:
            self._losing = count

    def close(self) -> None:
        """For good."""
        shut(self._door)  # wakes who waits there
        self.cut()

    def _take(self) -> None:
        while True:
            try:
                phone, _ = self._door.accept()
                if self._cut:
                    shut(phone, hard=True)
                else:
                    self._connect(phone)
            except OSError:
                if self._door.fileno() < 0:
                    return

    def _connect(self, phone: socket.socket) -> None:
        program = socket.create_connection(self._to)
        with self._lock:
            self._open |= {phone, program}
        ways = Ways(self, phone, program)
        Thread(target=ways.there, daemon=True).start()
        Thread(target=ways.back, daemon=True).start()

    def loses(self, piece: bytes) -> bool:
        """Whether the answer to what begins with this piece gets lost."""
        with self._lock:
            lost = piece.startswith(b"POST ") and self._losing > 0
            self._losing -= lost
            self.lost += lost
        return lost


class Ways:
    """One connection, there and back."""

    def __init__(self, network: Network, phone: socket.socket, program: socket.socket) -> None:
        self.network, self.phone, self.program, self.losing = network, phone, program, False

    def there(self) -> None:
        """What the phone says."""
        for piece in pieces(self.phone):
            self.losing = self.losing or self.network.loses(piece)
            with contextlib.suppress(OSError):
                self.program.sendall(piece)
        shut(self.program)

    def back(self) -> None:
        """What the program answers, unless it gets lost."""
        for piece in pieces(self.program):
            if self.losing:
                break
            with contextlib.suppress(OSError):
                self.phone.sendall(piece)
        shut(self.phone, hard=self.losing)
        shut(self.program)


def pieces(one: socket.socket) -> Iterator[bytes]:
    """What comes, until it ends."""
    with contextlib.suppress(OSError):
        while piece := one.recv(65536):
            yield piece


def shut(one: socket.socket, hard: bool = False) -> None:
    """End a connection, as a failure does if `hard`."""
    with contextlib.suppress(OSError):
        if hard:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextmanager
def network(url: str) -> Iterator[Network]:
    """A network in front of this program."""
    made = Network(url)
    try:
        yield made
    finally:
        made.close()
