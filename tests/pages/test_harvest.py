"""Bringing notes together on the page Harvest."""

from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from carousel.workshop import Workshop
from tests.pages.conftest import House
from toolkit.harvest.clusters import Cluster, of
from toolkit.store.notes import published


def clusters(house: House, workshop: Workshop) -> tuple[Cluster, ...]:
    return of(house.store.read(published, house.situation(workshop)))


def harvest_page(house: House) -> tuple[Workshop, AppTest]:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    for text in ("Soba za pevske vaje zbora.", "Soba za vaje pevskega zbora."):
        house.note(workshop, text)
    return workshop, house.page("harvest", workshop)


def pick_both(house: House, workshop: Workshop, page: AppTest) -> None:
    for one in clusters(house, workshop):
        page.checkbox(key=f"pick {one.id}").check().run()


def test_chosen_notes_are_merged_and_the_merge_is_undone(house: House) -> None:
    workshop, page = harvest_page(house)
    pick_both(house, workshop, page)
    next(one for one in page.button if one.label == "Merge the chosen ones (2)").click().run()
    assert not page.exception
    assert [len(one.notes) for one in clusters(house, workshop)] == [2]
    next(one for one in page.button if one.label == "Undo (merged)").click().run()
    assert len(clusters(house, workshop)) == 2


def test_a_suggested_theme_is_confirmed(house: House) -> None:
    workshop, page = harvest_page(house)
    next(one for one in page.button if one.label.startswith("These themes are right")).click().run()
    assert not page.exception
    assert all(one.notes[0].theme_confirmed for one in clusters(house, workshop))


def test_chosen_notes_move_to_another_theme(house: House) -> None:
    workshop, page = harvest_page(house)
    pick_both(house, workshop, page)
    page.selectbox(key="move to").set_value("mladi").run()
    assert not page.exception
    assert {one.theme for one in clusters(house, workshop)} == {"mladi"}


def test_on_the_wall_a_card_moves_with_one_choice(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.note(workshop, "Soba za pevske vaje zbora.")
    (card,) = clusters(house, workshop)
    page = house.page("harvest", workshop)
    page.session_state["harvest view"] = "All themes"
    page.run()
    page.selectbox(key=f"wall theme {card.id}").set_value("mladi").run()
    assert not page.exception
    assert [one.theme for one in clusters(house, workshop)] == ["mladi"]
    assert any(one.label == "Undo (moved to another theme)" for one in page.button)
