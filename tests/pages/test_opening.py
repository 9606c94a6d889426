"""The page Opening: slides are ordered, left out and noted, assurances written, examples chosen and added."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element, TextArea

from carousel.stage import Stage
from carousel.workshop import Workshop
from tests.pages.conftest import House
from toolkit.acts import opening
from toolkit.acts.recording import keep_record
from toolkit.content.opening import Shown
from toolkit.settings import settings
from toolkit.store.opening import opening as chosen
from toolkit.store.opening import slide_at
from toolkit.store.records import records
from toolkit.store.workshops import community_of

NOW = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)


def slides(house: House, workshop: Workshop) -> list[Shown]:
    return list(house.store.read(opening.slides, workshop.id))


def at(house: House, workshop: Workshop, part: str, language: str = "en") -> AppTest:
    page = house.page("opening", workshop, language)
    return page.segmented_control(key="part").set_value(part).run()


def told(page: AppTest) -> str:
    said = [*page.markdown, *page.get("html"), *page.info, *page.warning, *page.caption]
    return " ".join(str(one.value) for one in said if isinstance(one, Element)).replace("\\", "")


def test_a_slide_is_moved_left_out_and_shown_again(house: House) -> None:
    workshop = house.workshop()
    page = house.page("opening", workshop)
    page.button(key="move -1 evening").click().run()
    assert [one.key for one in slides(house, workshop)][2:4] == ["evening", "good_practice"]
    page.toggle(key="shown evening").set_value(False).run()
    assert not slides(house, workshop)[2].shown
    page.toggle(key="shown evening").set_value(True).run()
    assert slides(house, workshop)[2].shown
    assert not page.exception


def test_the_last_slide_cannot_be_left_out(house: House) -> None:
    workshop = house.workshop()
    page = house.page("opening", workshop)
    for one in slides(house, workshop)[1:]:
        page.toggle(key=f"shown {one.key}").set_value(False).run()
    page.toggle(key="shown purpose").set_value(False).run()
    assert "At least one slide must stay." in told(page)
    assert page.toggle(key="shown purpose").value is True


def test_the_preview_shows_the_chosen_slide_in_each_language(house: House) -> None:
    workshop = house.workshop()
    house.store.write(opening.choose_examples, workshop.id, ["rojc_pula"], NOW)
    page = house.page("opening", workshop)
    page.button(key="slide practice rojc_pula").click().run()
    assert f"/screen/{workshop.code}?view=slides%3A4&lang=sl" in page.get("iframe")[0].proto.src
    page.segmented_control(key="opening language").set_value("en").run()
    page.segmented_control(key="opening screen practice rojc_pula").set_value(5).run()
    assert "view=slides%3A5&lang=en" in page.get("iframe")[0].proto.src
    page.toggle(key="shown practice rojc_pula").set_value(False).run()
    assert "This slide is left out." in told(page)


def test_a_note_is_kept_for_its_slide(house: House) -> None:
    workshop = house.workshop()
    page = house.page("opening", workshop)
    note(page).set_value("Thank the firemen.").run()
    assert slides(house, workshop)[0].own_note == "Thank the firemen."
    page.button(key="slide evening").click().run()
    assert note(page).value == ""
    page.button(key="slide purpose").click().run()
    assert note(page).value == "Thank the firemen."
    next(one for one in page.button if one.label == "Begin with the usual slides again").click().run()
    assert (note(page).value, slides(house, workshop)[0].own_note) == ("", "")


def note(page: AppTest) -> TextArea:
    return next(one for one in page.text_area if one.label == "Your note for this slide")


def test_the_usual_slides_come_back(house: House) -> None:
    workshop = house.workshop()
    page = house.page("opening", workshop)
    label = "Begin with the usual slides again"
    assert label not in [one.label for one in page.button]
    page.button(key="move 1 purpose").click().run()
    next(one for one in page.button if one.label == label).click().run()
    assert slides(house, workshop)[0].key == "purpose"


def test_an_assurance_is_written_and_becomes_a_slide_when_it_is_public(house: House) -> None:
    workshop = house.workshop()
    community = house.store.read(community_of, workshop.id)
    page = at(house, workshop, "assurance")
    mark = f"assurance {community}"
    page.button(key=f"{mark} add").click().run()
    page.text_area(key=f"{mark} 1 text").set_value("The old school is yours.")
    page.button(key=f"{mark} keep").click().run()
    assert not house.store.read(records, community)
    page.text_input(key=f"{mark} 1 who").set_value("The mayor")
    page.checkbox(key=f"{mark} 1 public").set_value(True)
    page.button(key=f"{mark} keep").click().run()
    assert slides(house, workshop)[1].lines["en"] == ("The old school is yours.",)


def test_examples_are_chosen_up_to_four(house: House) -> None:
    workshop = house.workshop()
    page = at(house, workshop, "practice")
    for id in ("rojc_pula", "vgc_posavje", "hisa_crnomelj", "knjiznica_reci"):
        page.checkbox(key=f"example {id}").set_value(True).run()
    assert page.checkbox(key="example cascina_roccafranca").disabled
    page.checkbox(key="example rojc_pula").set_value(False).run()
    assert [one.key for one in slides(house, workshop) if one.kind == "practice"] == [
        "practice vgc_posavje", "practice hisa_crnomelj", "practice knjiznica_reci",
    ]  # fmt: skip
    assert "Chosen: 3" in told(page)


def test_two_examples_that_are_ticked_at_once_are_both_chosen(house: House) -> None:
    workshop = house.workshop()
    page = at(house, workshop, "practice")
    for id in ("rojc_pula", "vgc_posavje"):
        page.checkbox(key=f"example {id}").set_value(True)
    page.run()
    assert set(house.store.read(chosen, workshop.id).practices) == {"rojc_pula", "vgc_posavje"}


def test_an_example_of_ones_own_is_checked_kept_removed_and_brought_back(house: House) -> None:
    page = at(house, house.workshop(), "practice")
    page.text_input(key="example new name").set_value("Hiša <b>")
    page.button(key="example keep").click().run()
    assert told(page).count("Please fill this in") == 4
    assert page.text_input(key="example new name").value == "Hiša <b>"
    page.text_input(key="example new place").set_value("Golnik")
    page.text_area(key="example new happens").set_value("Pojemo.\nKuhamo.")
    page.text_area(key="example new learn").set_value("Vprašajmo.")
    page.text_input(key="example new title").set_value("Glasilo")
    page.button(key="example keep").click().run()
    assert page.checkbox(key="example hisa_b").value is False
    assert "Hiša &lt;b&gt;" in told(page)
    assert page.text_input(key="example new name").value == ""
    page.button(key="example remove hisa_b").click().run()
    assert "Hiša &lt;b&gt;" not in told(page)
    page.button(key="example back").click().run()
    assert "Hiša &lt;b&gt;" in told(page)
    assert not page.exception


def test_a_broken_file_is_named_and_the_others_stay(house: House) -> None:
    workshop = house.workshop()
    folder = settings().good_practice
    folder.mkdir()
    (folder / "moja.yaml").write_text("languages: [sl]\n", "utf-8")
    page = at(house, workshop, "practice", "sl")
    assert "moja" in told(page)
    assert len([one for one in page.checkbox if one.key and one.key.startswith("example ")]) == 10


def test_the_host_turns_the_slides_and_reads_the_notes(house: House) -> None:
    workshop = house.workshop(until=Stage.OPENING)
    house.store.write(opening.write_note, workshop.id, "municipal_assurance", "Thank the mayor.", NOW)
    page = house.page("host", workshop)
    assert "Slide 1 of 5" in told(page)
    assert page.button(key="turn back").disabled
    page.button(key="turn on").click().run()
    assert house.store.read(slide_at, workshop.id) == 1
    assert "Thank the mayor." in told(page)
    for _ in range(3):
        page.button(key="turn on").click().run()
    assert page.button(key="turn on").disabled


def test_what_was_written_is_no_markup(house: House) -> None:
    workshop = house.workshop(until=Stage.OPENING)
    community = house.store.read(community_of, workshop.id)
    given = {"text": "<img src=x>", "who": "<b>x</b>", "public": True}
    house.store.write(keep_record, community, "assurance", given, "en", NOW)
    for name in ("opening", "host"):
        page = house.page(name, workshop)
        assert not page.exception
        assert "<img" not in told(page)
