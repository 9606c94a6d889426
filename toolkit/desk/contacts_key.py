"""The key that opens contacts, in this process's memory alone, for as long as somebody works with it."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock

from carousel.refusal import Refusal
from toolkit.acts import sealing
from toolkit.acts.following_up import Box
from toolkit.desk.backoff import Backoff

OPEN = 600.0  # seconds without a gesture after which contacts lock by themselves
TRYING = Lock()  # one passphrase at a time: each takes 64 MB


class Keyring:
    """Keys by the session that opened them; times are seconds of a monotonic clock. Contacts are never here."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Box, float]] = {}

    def hold(self, session: str, box: Box, now: float) -> None:
        """Keep a key for a session until it is dropped or unused for OPEN seconds."""
        self._held[session] = (box, now + OPEN)

    def find(self, session: str, now: float, *, used: bool = True) -> Box | None:
        """The session's key; None when it is locked. Looking without having `used` it does not keep it open."""
        for old in [one for one, (_, until) in self._held.items() if until <= now]:
            del self._held[old]
        if session not in self._held:
            return None
        box = self._held[session][0]
        if used:
            self.hold(session, box, now)
        return box

    def drop(self, session: str) -> None:
        """Forget the session's key."""
        self._held.pop(session, None)


KEYS, WRONG = Keyring(), Backoff()


@contextmanager
def waiting() -> Iterator[None]:
    """Around a passphrase: refused with 429 while the pause after many wrong ones lasts."""
    WRONG.ask(time.monotonic())
    try:
        yield
    except Refusal as refusal:
        if refusal.status == 403:
            WRONG.fail(time.monotonic())
        raise


def unlocked(lock: Mapping[str, str], passphrase: str) -> Box:
    """The key, for the right passphrase: 403 for a wrong one, 429 after too many."""
    with TRYING, waiting():
        return sealing.unlock(lock, passphrase)


def relocked(lock: Mapping[str, str], passphrase: str, new: str) -> dict[str, str]:
    """The same key under another passphrase; a wrong old one costs like everywhere."""
    with TRYING, waiting():
        return sealing.relocked(lock, passphrase, new)
