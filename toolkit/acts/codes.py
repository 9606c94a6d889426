"""Codes that people type, read aloud and keep."""

from hashlib import sha256
from random import Random

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
DIGITS = "23456789"


def workshop_code(rng: Random) -> str:
    """Six Crockford characters."""
    return "".join(rng.choices(CROCKFORD, k=6))


def slip_code(rng: Random) -> str:
    """Three letters and two digits, without O, 0, I and 1."""
    return "".join(rng.choices(LETTERS, k=3) + rng.choices(DIGITS, k=2))


def fingerprint(purpose: str, secret: str) -> str:
    """What is stored in place of a secret: 64 hexadecimal digits, different for every purpose."""
    return sha256(f"{purpose}:{secret}".encode()).hexdigest()


def private_code(purpose: str, key: str) -> str:
    """Eight Crockford characters that follow from the phone's own key, which is stored nowhere; the same key again
    gives the same code."""
    number = int(fingerprint(purpose, key), 16)
    return "".join(CROCKFORD[number >> 5 * place & 31] for place in range(8))


def spelled(code: str) -> str:
    """A typed slip's code as it was meant: capitals, no spaces or hyphens. Its letters may hold an L."""
    return "".join(code.upper().split()).replace("-", "")


def typed(code: str) -> str:
    """A typed code of Crockford characters as it was meant: O for 0, I and L for 1."""
    return spelled(code).replace("O", "0").replace("I", "1").replace("L", "1")
