"""The page Report: its pages, its files, the log of changes, and the switch that publishes it."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

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


def test_every_file_is_offered_in_the_language_that_is_chosen(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.note(workshop, "Soba za zbor")
    page = house.page("report", workshop)
    assert not page.exception
    for language in ("sl", "en"):
        page.segmented_control(key="report language").set_value(language).run()
        names = [one.key for one in page.get("download_button")]
        for kind in (f"report_{language}.pdf", f"report_{language}.docx", f"tables_{language}.xlsx"):
            assert any(str(name).endswith(kind) for name in names), names


def test_the_pages_are_shown_as_they_print(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.note(workshop, "Soba za zbor")
    page = house.page("report", workshop)
    page.segmented_control(key="view").set_value("pages").run()
    assert not page.exception and len(page.get("image")) > 1


def test_all_files_are_made_at_once_while_the_page_says_which(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.note(workshop, "Soba za zbor")
    page = house.page("report", workshop)
    next(one for one in page.button if one.label == "Make all files").click().run()
    assert not page.exception and page.status[0].state == "complete"
    assert any(str(one.key).endswith("_all_en.zip") for one in page.get("download_button"))


def offer_the_programme() -> None:
    from toolkit.compare.comparison import comparison
    from toolkit.desk.frame import desk_here
    from toolkit.desk.reporting_programme import programme_downloads
    from toolkit.store.evening import evening
    from toolkit.store.programme import workshops

    desk = desk_here()
    held = [desk.ask(evening, one.workshop.id) for one in desk.ask(workshops)]
    programme_downloads(desk, comparison([*held, *held]))


def test_the_programme_is_offered_in_every_format(house: House) -> None:
    house.note(house.workshop(people=12, until=Stage.ROUND), "Soba za zbor")
    page = AppTest.from_function(offer_the_programme, default_timeout=300)
    page.session_state["staff_token"], page.session_state["language"] = house.token, "en"
    page.run()
    assert not page.exception
    keys = [str(one.key).rpartition("_report_")[2] for one in page.get("download_button")]
    assert keys[:2] == ["en.pdf", "en.docx"] and len(keys) == 3
