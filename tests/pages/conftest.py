"""A hall with a signed-in mentor, and pages run as Streamlit runs them, on a real store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage, Verb
from carousel.workshop import Workshop
from tests.staff import by_link
from tests.stores import lay_out
from toolkit.acts import answering, hosting, mentoring
from toolkit.i18n import ZONE
from toolkit.settings import HERE, settings
from toolkit.store import Store, opened
from toolkit.store.workshops import Situation, situation_of

NOW = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)


def today() -> date:
    """The day of the pages now: a run of the tests may go over midnight."""
    return datetime.now(UTC).astimezone(ZONE).date()


@dataclass
class House:
    """A store with a mentor's session."""

    store: Store
    token: str

    def workshop(self, people: int = 0, until: Stage = Stage.PREPARED, **columns: Any) -> Workshop:
        """A workshop with people checked in, led up to a stage."""
        community = self.store.write(mentoring.found_community, "Brezje")
        title, day = "Skupnostni prostor", date(2026, 11, 26)
        workshop = self.store.write(
            lambda tx: mentoring.prepare_workshop(tx, community, title=title, day=day, rng=Random(7), **columns)
        )
        while (where := self.situation(workshop)).step.stage is not until:
            if where.step.stage is Stage.CHECKIN:
                self.check_in(workshop, people)
            self.store.write(hosting.move, workshop.id, Verb.NEXT, where.version, datetime.now(UTC))
        if until is Stage.CHECKIN:
            self.check_in(workshop, people)
        return workshop

    def check_in(self, workshop: Workshop, people: int) -> None:
        given = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"]}
        for number in range(people):
            self.store.write(answering.check_in, workshop.code, given, f"key {number}", "sl", NOW, Random(number))

    def situation(self, workshop: Workshop) -> Situation:
        return self.store.read(situation_of, workshop.id)

    def note(self, workshop: Workshop, text: str, question: str = "S2_potrebe") -> None:
        """A note typed by a table host."""
        self.store.write(hosting.host_notes, workshop.id, question, [text], f"note {text}", datetime.now(UTC))

    def page(self, name: str, workshop: Workshop | None = None, language: str = "en", **address: str) -> AppTest:
        """A page as the mentor sees it who opens it at this address."""
        page = AppTest.from_file(str(HERE / "pages" / f"{name}.py"), default_timeout=300)
        page.session_state["staff_token"] = self.token
        page.session_state["language"] = language
        if workshop is not None:
            page.session_state["workshop"] = workshop.code
        page.query_params.update(address)
        return page.run()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with standing(tmp_path) as made:
        yield made


@contextmanager
def standing(folder: Path) -> Iterator[House]:
    """A house in this folder, which the pages find."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VRTILJAK_DATA", str(folder))
        patch.delenv("DATABASE_URL", raising=False)
        lay_out(folder / "vrtiljak.sqlite")
        store = opened(settings())
        yield House(store, by_link(store))
        store.close()
