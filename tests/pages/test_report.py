"""The page Report: the log of changes, and the switch that publishes it."""

from datetime import UTC, datetime

from carousel.stage import Stage
from tests.pages.conftest import House
from toolkit.acts import harvesting
from toolkit.store.notes import published


def test_the_log_is_shown_and_published_and_taken_back(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    for text in ("Soba za zbor", "Soba za pevski zbor"):
        house.note(workshop, text)
    one, other = (note.id for note in house.store.read(published, house.situation(workshop)))
    house.store.write(harvesting.merge, workshop.id, one, [other], datetime.now(UTC))
    page = house.page("report", workshop)
    assert not page.exception and page.expander[0].label == "What was changed: 1 line"
    for shared in (True, False):
        page.toggle(key="share log").set_value(shared).run()
        assert house.situation(workshop).workshop.log_shared is shared
        assert any(f"/w/{workshop.code}/log" in one.value for one in page.code) is shared
