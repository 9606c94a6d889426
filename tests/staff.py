"""Staff of a store: somebody who is signed in, and the ways in of table hosts and projectors."""

from datetime import UTC, datetime
from random import SystemRandom

from toolkit.acts import entering, passing
from toolkit.phone.screen import screen_key
from toolkit.phone.tokens import Tokens
from toolkit.settings import Settings
from toolkit.store import Store


def by_link(store: Store, role: str = "owner", now: datetime | None = None) -> str:
    """The session's token of somebody who came by a link."""
    now = now or datetime.now(UTC)
    return store.write(entering.enter_by_link, store.write(entering.make_link, role, now), now)


def with_account(store: Store, name: str, role: str = "owner", now: datetime | None = None) -> str:
    """The session's token of somebody with an account, whose password nobody knows."""
    now = now or datetime.now(UTC)
    made = store.write(entering.open_account, name, "hash")
    return store.write(entering.become, by_link(store, role, now), made, now)


def host_token(store: Store, secret: str, workshop_id: int, station: int | None = None) -> str:
    """The token of a table host's address."""
    made = store.write(passing.host_passes, workshop_id, [station], SystemRandom())
    return Tokens(secret).host_token(made[station])


def projector_key(store: Store, own: Settings, workshop_id: int) -> str:
    """The key of a projector's address."""
    return screen_key(own, store.write(passing.screen_pass, workshop_id, SystemRandom()))
