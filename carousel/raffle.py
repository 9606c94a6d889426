"""A draw that anyone can repeat: tickets stand in the order of their fingerprints, the first ones win.

The fingerprint of ticket 17 with the published seed "skupaj" is the SHA-256 of the text `skupaj:17`. By hand:
`printf '%s' 'skupaj:17' | sha256sum`. The tickets with the smallest fingerprints (compared as text) win, in that order.
"""

from collections.abc import Iterable
from hashlib import sha256

FIRST_ON_A_PHONE = 101
FIRST_ON_PAPER, LAST_ON_PAPER = 1001, 9999  # phones count up to 1000, then on above the paper


def fingerprint(ticket: int, seed: str) -> str:
    """64 hexadecimal digits that depend on the seed and the ticket alone."""
    return sha256(f"{seed}:{ticket}".encode()).hexdigest()


def draw(tickets: Iterable[int], winners: int, seed: str) -> tuple[int, ...]:
    """The winning tickets in the order drawn; all of them when there are fewer than `winners`. A ticket counts once."""
    ordered = sorted(set(tickets), key=lambda ticket: fingerprint(ticket, seed))
    return tuple(ordered[: max(winners, 0)])
