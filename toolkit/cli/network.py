"""This machine's own addresses and ports, found without sending anything."""

import errno
import socket

from carousel.refusal import Refusal
from toolkit.i18n import _

# Somewhere inside the networks that hotspots make (Linux, Windows, macOS, Android), then the way out.
ELSEWHERE = ("10.42.0.254", "192.168.137.254", "192.168.2.254", "192.168.43.254", "172.20.10.14", "10.255.255.254")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERY = ("0.0.0.0", "::", "")  # noqa: S104  compared with, not bound


def source(target: str) -> str | None:
    """The own address that packets to `target` would leave from; connecting a datagram socket sends none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((target, 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])


def lan_address() -> str | None:
    """The address phones in the same network reach, a hotspot's before the way out; None without a network."""
    found = {target: source(target) for target in ELSEWHERE}
    own = [address for address in found.values() if address and not address.startswith("127.")]
    near = [a for target, a in found.items() if a in own and a and a.rpartition(".")[0] == target.rpartition(".")[0]]
    return next(iter(near + own), None)


def bound(host: str, port: int) -> socket.socket:
    """A listening socket, or a refusal that says what is in the way."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(2048)
    except OSError as problem:
        listener.close()
        raise Refusal(_why(problem), port=port, host=host) from None
    return listener


def _why(problem: OSError) -> str:
    if problem.errno == errno.EADDRINUSE:
        return _("Port {port} is in use. Close the other program, or choose another port: --port 8600.")
    if problem.errno == errno.EACCES:
        return _("Port {port} is not allowed here. Choose one above 1024: --port 8600.")
    return _("The address {host}:{port} cannot be used on this machine. Leave --host out, or check it.")
