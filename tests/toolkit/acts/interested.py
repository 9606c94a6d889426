"""People who leave their contact, for tests."""

from random import Random

from tests.evening_hall import Hall
from toolkit.acts import following_up, sealing
from toolkit.acts.following_up import Contact
from toolkit.store import Store

PHRASE = "trije mali zajci"
SHEET = {
    "levels": ["user", "supported_initiative"],
    "name": ["Ime za zgled"],
    "email": ["zgled@example.org"],
    "adult": ["yes_"],
    "c_next": ["on"],
}


def leave(hall: Hall, given: dict[str, list[str]], key: str = "k", rng: Random | None = None) -> str:
    """The code that withdraws what somebody left."""
    return hall.store.write(
        following_up.leave_interest, hall.workshop.code, given, "sl", key, hall.tick(), rng or Random(key)
    )


def lock(store: Store) -> dict[str, str]:
    """The lock of the contacts, which somebody has chosen."""
    found = store.read(sealing.lock_of)
    assert found is not None
    return found


def read(hall: Hall) -> tuple[Contact, ...]:
    """All contacts in clear."""
    box = sealing.unlock(lock(hall.store), PHRASE)
    return hall.store.read(following_up.read_contacts, box)
