"""The demo programme is played whole."""

from datetime import UTC, datetime
from random import Random

import pytest

from carousel.stage import Stage
from toolkit.acts.demo import play_demo
from toolkit.store import Store, programme
from toolkit.store.evening import evening


@pytest.mark.parametrize("language", ["sl", "en"])
def test_the_demo_holds_three_finished_evenings_and_one_open_door(store: Store, language: str) -> None:
    *finished, practice = store.write(play_demo, language, datetime(2026, 11, 26, 12, tzinfo=UTC), Random(1))
    told = {line.workshop.code: line for line in store.read(programme.workshops)}
    assert [told[one.code].stage for one in finished] == [Stage.THANKS] * 3
    assert told[practice.code].stage is Stage.CHECKIN and told[practice.code].workshop.joining
    assert all(one.community.endswith("(demo)") and one.demo for one in (*finished, practice))
    evenings = [store.read(evening, one.id) for one in finished]
    assert sum(len(one.notes) + one.held for one in evenings) == 45
    assert all(one.votes and one.feedback and one.interests for one in evenings)
    assert all(note.exposed >= note.ticks for one in evenings for note in one.notes)
    assert [len(one.preparation.bands) for one in evenings] == [12] * 3
    for one in evenings:
        assert sum(band.persons for band in one.preparation.bands) == one.workshop.population
        assert one.preparation.premises and one.preparation.stakeholders and one.preparation.actions
        names = [room.name for room in one.preparation.premises]
        names += [organisation.name for organisation in one.preparation.stakeholders]
        assert all("(demo)" in name for name in names)
