"""Codes for slips: those that stand on printed paper are kept for the paper."""

from collections.abc import Collection, Sequence
from random import Random

from toolkit.acts.codes import private_code, slip_code
from toolkit.settings import settings
from toolkit.store import Transaction, choices, slips


def free_code(tx: Transaction, workshop_id: int, rng: Random) -> str:
    """A code that no slip of this workshop has, neither in the store nor on printed paper."""
    return _free(tx, workshop_id, reserved(tx, workshop_id), rng)


def free_codes(tx: Transaction, workshop_id: int, count: int, rng: Random) -> list[str]:
    """So many different free codes."""
    found = dict.fromkeys(reserved(tx, workshop_id))
    before = len(found)
    while len(found) < before + count:
        found[_free(tx, workshop_id, found, rng)] = None
    return list(found)[before:]


def _free(tx: Transaction, workshop_id: int, known: Collection[str], rng: Random) -> str:
    code = slip_code(rng)
    while code in known or slips.code_taken(tx, workshop_id, code):
        code = slip_code(rng)
    return code


def reserved(tx: Transaction, workshop_id: int) -> list[str]:
    """The codes on printed paper, whether or not the paper was given out."""
    codes: list[str] = choices.choice(tx, _name(workshop_id), [])
    return codes


def reserve_codes(tx: Transaction, workshop_id: int, codes: Sequence[str]) -> bool:
    """Keep codes for paper before it is printed. False, with nothing kept, when a slip has got one of them
    meanwhile."""
    if any(slips.code_taken(tx, workshop_id, code) for code in codes):
        return False
    kept = reserved(tx, workshop_id)
    choices.set_choice(tx, _name(workshop_id), list(dict.fromkeys([*kept, *codes])))
    return True


def printed_erasure(workshop_id: int, code: str) -> str:
    """The erasure code that is printed on the slip with this code. It follows from the secret of this installation, so
    that it is kept nowhere."""
    return private_code("printed erasure code", f"{settings().secret} {workshop_id} {code}")


def _name(workshop_id: int) -> str:
    return f"printed codes {workshop_id}"
