"""A program behind a network that fails when asked to: an open house, a vote, a round, a table host's link."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from carousel.stage import Stage
from carousel.workshop import Format, Workshop
from tests.evening_hall import Hall, new_hall
from tests.network import Network, network
from tests.program import Server, serving
from tests.staff import host_token
from toolkit.acts import hosting, sealing
from toolkit.acts.standing import questions_of
from toolkit.harvest.learned import learned
from toolkit.settings import Settings
from toolkit.store import Store
from toolkit.store.evening import evening
from toolkit.store.notes import published
from toolkit.store.workshops import choose, situation_of

IDEAS = (
    "Klopi pod lipo", "Pevski zbor", "Tečaj šivanja", "Prevoz do zdravnika", "Popravljalnica koles",
    "Igrišče za otroke", "Vrt z zelišči", "Večeri s filmom",
)  # fmt: skip


@dataclass(slots=True)
class House:
    """What phones and table hosts meet, and a look into the store."""

    server: Server
    network: Network
    store: Store
    open: Workshop
    voting: Workshop
    turning: Workshop
    token: str

    @property
    def texts(self) -> list[str]:
        """Every published note of the open house."""
        return [note.text for note in self.store.read(published, self.store.read(situation_of, self.open.id))]

    @property
    def ticks(self) -> int:
        """How often somebody agreed at the second round."""
        return sum(note.ticks for note in self.store.read(evening, self.turning.id).notes)

    @property
    def ballots(self) -> int:
        """How many have voted."""
        return len(self.store.read(evening, self.voting.id).votes)


def in_the_first_round(store: Store, community: str) -> Hall:
    """A workshop of twelve people with a note at every station."""
    hall = new_hall(store, community)
    hall.rng = Random(community)
    hall.press()
    hall.arrive(12)
    hall.go_to(Stage.ROUND, 0)
    for asked in questions_of(hall.where).questions:
        store.write(hosting.host_notes, hall.workshop.id, asked.id, [f"Ob {asked.id}"], asked.id, hall.tick())
    return hall


def at_the_vote(store: Store) -> Workshop:
    """A workshop where people can vote, and can still come in."""
    hall = in_the_first_round(store, "Vas")
    store.write(hosting.host_notes, hall.workshop.id, "S2_potrebe", IDEAS, "ideas", hall.tick())
    hall.go_to(Stage.VOTE)
    store.write(lambda tx: choose(tx, hall.workshop.id, joining=True))
    return hall.workshop


def at_the_second_round(store: Store) -> Workshop:
    """A workshop where whoever comes finds a note of an earlier group."""
    hall = in_the_first_round(store, "Selo")
    hall.go_to(Stage.ROUND, 1)
    return hall.workshop


@contextmanager
def house(folder: Path) -> Iterator[House]:
    """A running program with its network."""
    own = Settings(data=folder, url=f"sqlite:///{(folder / 'vrtiljak.sqlite').as_posix()}")
    store = Store(own.url)
    store.write(sealing.set_lock, sealing.new_lock("a long passphrase"))
    learned()  # once and ahead, so that no act has to wait for it
    openly = new_hall(store, "Kraj", format=Format.OPEN_HOUSE).workshop
    voting, turning = at_the_vote(store), at_the_second_round(store)
    token = host_token(store, own.secret, openly.id)
    try:
        with serving(folder) as server, network(server.url) as line:
            yield House(server, line, store, openly, voting, turning, token)
    finally:
        store.close()
