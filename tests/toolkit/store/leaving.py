"""People at the end of an evening: each leaves the closing form and a contact at once; invented."""

from random import Random

from carousel.stage import Stage
from tests.evening_hall import Hall, new_hall
from toolkit.acts import answering, following_up, sealing
from toolkit.acts.codes import fingerprint
from toolkit.store import Store, contacts

FORM = {"name": ["Oseba (demo)"], "adult": ["yes_"], "levels": ["user"], "c_next": ["on"]}


def before_the_thanks(store: Store, seed: int, people: int = 30) -> tuple[Hall, dict[str, str], dict[str, str]]:
    """The hall at its closing, and what a thief wants to know: the contact and the ticket's key of each slip."""
    rng, belongs, tickets = Random(seed), {}, {}
    store.write(sealing.set_lock, sealing.new_lock("a long passphrase"))
    hall = new_hall(store, f"Kraj {seed} (demo)")
    hall.rng = rng
    hall.press()
    keys = {hall.check_in(key := f"{rng.getrandbits(128):032x}"): key for _ in range(people)}
    hall.people = list(keys)
    hall.go_to(Stage.CLOSING)
    known: set[str] = set()
    for person in rng.sample(hall.people, people):
        said = {name: [str(rng.randint(1, 5))] for name in ("overall", "voice", "need_after")}
        store.write(answering.close_form, person.slip, said, hall.tick(rng.randint(5, 90)))
        form = FORM | {"email": [f"{rng.getrandbits(40):x}@example.org"]}
        key = f"{rng.getrandbits(128):032x}"
        store.write(following_up.leave_interest, hall.workshop.code, form, "sl", key, hall.tick(20), rng)
        (new,) = {one.id for one in store.read(contacts.contacts)} - known
        known.add(new)
        belongs[person.slip] = new
        tickets[person.slip] = fingerprint("ticket", keys[person])
    return hall, belongs, tickets
