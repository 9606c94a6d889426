"""A hall: a real store, the residents' app on it, and a facilitator who moves the evening on."""

import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from starlette.applications import Starlette

from carousel.workshop import Format, Workshop
from tests.stores import lay_out
from toolkit.acts import hosting, mentoring, sealing
from toolkit.phone.app import phone_app
from toolkit.phone.limits import Limits
from toolkit.settings import Settings
from toolkit.store import Store, Transaction
from toolkit.store.workshops import situation

with warnings.catch_warnings():
    # Starlette would like a client that is not among our requirements; this one does the same.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient


@dataclass
class Hall:
    """One workshop, its store and its app."""

    store: Store
    app: Starlette
    workshop: Workshop

    @property
    def address(self) -> str:
        return f"/w/{self.workshop.code}"

    def next(self, times: int = 1) -> None:
        for _ in range(times):
            version = self.store.read(situation, self.workshop.code).version
            self.store.write(hosting.move, self.workshop.id, "next", version, datetime.now(UTC))

    def until(self, stage: str) -> None:
        while self.store.read(situation, self.workshop.code).step.stage != stage:
            self.next()

    def phone(self, language: str = "en") -> "Phone":
        client = TestClient(self.app, headers={"accept-language": language}, follow_redirects=True)
        return Phone(client, self.address)

    def open_house(self) -> Workshop:
        return self.store.write(_prepare, "Open house", Format.OPEN_HOUSE)


class Phone:
    """A browser without JavaScript: it reads a page's forms and sends them."""

    def __init__(self, client: TestClient, address: str) -> None:
        self.client, self.address, self.page = client, address, ""

    def look(self, path: str = "", status: int = 200) -> str:
        answer = self.client.get(self.address + path)
        assert answer.status_code == status, answer.text
        self.page = answer.text
        return self.page

    def hidden(self, action: str) -> dict[str, str]:
        form = self.page.split(f'action="{self.address}{action}"', 1)[1].split("</form>", 1)[0]
        return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))

    def send(self, action: str, status: int = 200, /, **fields: Any) -> str:
        answer = self.client.post(self.address + action, data=self.hidden(action) | fields)
        assert answer.status_code == status, answer.text
        self.page = answer.text
        return self.page

    def check_in(self, **fields: Any) -> "Phone":
        self.look()
        self.send("/checkin", **{"lives_in": "this_ks", "stakeholder_type": "prebivalec"} | fields)
        return self

    def write(self, text: str, **fields: Any) -> str:
        self.look()
        return self.send("/notes", text=text, **fields)


def _prepare(tx: Transaction, /, title: str, format: Format, **columns: Any) -> Workshop:
    community = mentoring.found_community(tx, "Zgornje Polje", demo=True)
    return mentoring.prepare_workshop(
        tx, community, title=title, day=date(2026, 11, 26), rng=Random(7), format=format, **columns
    )


@pytest.fixture
def make_hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Hall]]:
    monkeypatch.setenv("VRTILJAK_DATA", str(tmp_path))
    kept: list[Store] = []

    def make(limits: Limits | None = None, **columns: Any) -> Hall:
        settings = Settings(data=tmp_path, url=lay_out(tmp_path / f"{len(kept)}.sqlite"))
        store = Store(settings.url)
        kept.append(store)
        workshop = store.write(_prepare, "Vrtiljak", Format.CAROUSEL, **columns)
        return Hall(store, phone_app(store, settings, limits=limits), workshop)

    yield make
    for store in kept:
        store.close()


@pytest.fixture
def hall(make_hall: Callable[..., Hall]) -> Hall:
    """A workshop at check-in."""
    made = make_hall()
    made.next()
    return made


@pytest.fixture
def contacts(hall: Hall) -> None:
    """The mentor has chosen a passphrase, so contacts can be kept."""
    hall.store.write(sealing.set_lock, sealing.new_lock("a long passphrase"))
