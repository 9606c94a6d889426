"""The page Stakeholders: added, answered with one click, sieved, and every gap with the button that mends it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import House, today
from toolkit.acts.mentoring import found_community
from toolkit.acts.recording import keep_record
from toolkit.store.preparation import preparation
from toolkit.store.records import records


def golnik(house: House, *stakeholders: dict[str, Any]) -> int:
    community = house.store.write(found_community, "Golnik")
    for values in stakeholders:
        house.store.write(keep_record, community, "stakeholder", values, "en", datetime.now(UTC))
    return community


def press(page: AppTest, label: str) -> None:
    next(button for button in page.button if button.label == label).click().run()
    assert not page.exception


def show(page: AppTest, part: str) -> None:
    page.session_state["part"] = part
    page.run()
    assert not page.exception


@pytest.mark.parametrize("language", ["sl", "en"])
@pytest.mark.parametrize("part", ["register", "gaps", "chart"])
@pytest.mark.parametrize("many", [0, 3])
def test_every_part_opens_empty_and_filled(house: House, part: str, many: int, language: str) -> None:
    odd = "<script>alert(1)</script> *krepko* =1+1 "
    golnik(house, *({"name": f"{odd}{n}", "type": "drustvo", "interest": n + 1, "influence": 2} for n in range(many)))
    page = house.page("stakeholders", language=language)
    show(page, part)
    assert not page.error


def test_the_register_in_one_sentence(house: House) -> None:
    golnik(
        house, {"name": "Gasilci", "type": "drustvo", "came": True}, {"name": "Šola", "type": "javni_zavod"},
        {"name": "Vrtec", "type": "javni_zavod", "invited_on": today().isoformat(), "reply": "yes_"},
    )  # fmt: skip
    said = house.page("stakeholders").markdown[0].value
    assert said.replace("\\", "") == (
        "**3 stakeholders of 2 types · invited: 2 · said yes: 1 · came: 1 · types that came: 1 of 2**"
    )


def test_a_stakeholder_is_added_and_a_missing_type_stands_at_its_field(house: House) -> None:
    community = golnik(house)
    page = house.page("stakeholders")
    press(page, "Add a stakeholder")
    page.text_input(key=f"stakeholder {community} 1 name").set_value("Čebelarji").run()
    press(page, "Keep")
    assert page.text_input(key=f"stakeholder {community} 1 name").value == "Čebelarji"
    assert any("Please answer" in one.value for one in page.markdown)
    page.selectbox(key=f"stakeholder {community} 1 type").set_value("drustvo").run()
    press(page, "Keep")
    assert [one.name for one in house.store.read(preparation, community).stakeholders] == ["Čebelarji"]


def test_the_address_says_which_form_is_open_and_under_which_names(house: House) -> None:
    community = golnik(house, {"name": "Gasilci", "type": "drustvo"})
    (record,) = house.store.read(records, community)
    page = house.page("stakeholders")
    assert "stakeholder" not in page.query_params
    press(page, "Add a stakeholder")
    press(page, "Cancel")
    press(page, "Change")
    kept = str(page.query_params["stakeholder"])
    assert kept == f"{community}.3.{record.id}.{record.version}"
    again = house.page("stakeholders", stakeholder=kept)
    assert again.text_input(key=f"stakeholder {community} 3 name").value == "Gasilci"


def test_a_colleagues_change_is_not_overwritten_from_a_form_that_is_found_again(house: House) -> None:
    community = golnik(house, {"name": "Gasilci", "type": "drustvo"})
    (record,) = house.store.read(records, community)
    later = {"name": "Gasilci", "type": "drustvo", "interest": 5}
    house.store.write(
        keep_record, community, "stakeholder", later, "en", datetime.now(UTC), record=record.id, version=record.version
    )
    page = house.page("stakeholders", stakeholder=f"{community}.1.{record.id}.{record.version}")
    page.text_input(key=f"stakeholder {community} 1 name").set_value("Prostovoljni gasilci").run()
    press(page, "Keep")
    assert house.store.read(records, community)[0].values == later
    assert page.warning and page.text_input(key=f"stakeholder {community} 1 name").value == "Prostovoljni gasilci"
    press(page, "Keep")
    assert house.store.read(records, community)[0].values["name"] == "Prostovoljni gasilci"


NO_FORM = ("", "1", "1.2..0", "1.2.999.1", "2.1.new.0", "1.-1.new.0", "1.x.y.z", "1.1.².0", "9" * 5000)


@pytest.mark.parametrize("said", NO_FORM)
def test_an_address_that_names_no_form_opens_none(house: House, said: str) -> None:
    golnik(house, {"name": "Gasilci", "type": "drustvo"})
    page = house.page("stakeholders", stakeholder=said)
    assert not page.exception and not page.error
    assert not [button for button in page.button if button.label == "Keep"]


def test_invited_will_come_and_came_are_one_click_each_and_back(house: House) -> None:
    community = golnik(house, {"name": "Gasilci", "type": "drustvo", "reply": "no_"})

    def click(*lit: str) -> Any:
        (record,) = house.store.read(records, community)
        page = house.page("stakeholders")
        key = f"stakeholder {community} chips {record.id} {record.version}"
        next(one for one in page.button_group if one.key == key).set_value(list(lit)).run()
        assert not page.exception
        return house.store.read(preparation, community).stakeholders[0]

    one = click("invited")
    assert (one.invited_on, one.reply, one.came) == (today(), "no_", False)
    one = click("invited", "yes", "came")
    assert (one.invited_on, one.reply, one.came) == (today(), "yes_", True)
    one = click()
    assert (one.invited_on, one.reply, one.came) == (None, None, False)


def test_the_list_shows_whom_a_filter_leaves(house: House) -> None:
    community = golnik(
        house, {"name": "Gasilci", "type": "drustvo"}, {"name": "Pevci", "type": "drustvo", "came": True},
        {"name": "Čebelarji", "type": "drustvo", "invited_on": today().isoformat()},
    )  # fmt: skip
    page = house.page("stakeholders")
    left = {}
    for name in ("all", "not_invited", "no_reply", "came"):
        page.session_state[f"stakeholder {community} filter"] = name
        page.run()
        left[name] = sum(button.label == "Change" for button in page.button)
    assert left == {"all": 3, "not_invited": 1, "no_reply": 1, "came": 1}


def test_a_gap_opens_the_form_with_what_is_missing_chosen(house: House) -> None:
    community = golnik(house)
    page = house.page("stakeholders")
    show(page, "gaps")
    page.button(key="gap add mladi").click().run()
    assert not page.exception
    page.text_input(key=f"stakeholder {community} 1 name").set_value("Mladinski klub").run()
    page.selectbox(key=f"stakeholder {community} 1 type").set_value("neformalna_skupina").run()
    press(page, "Keep")
    assert house.store.read(preparation, community).stakeholders[0].target_groups == ("mladi",)


def test_gaps_about_people_are_mended_where_they_stand(house: House) -> None:
    ago = (today() - timedelta(days=9)).isoformat()
    community = golnik(
        house, {"name": "Stanovalci", "type": "neformalna_skupina", "affected": 5, "influence": 1},
        {"name": "Šola", "type": "javni_zavod", "invited_on": ago},
    )  # fmt: skip
    page = house.page("stakeholders")
    show(page, "gaps")
    page.button(key="gap invite unheard ").click().run()
    assert house.store.read(preparation, community).stakeholders[0].invited_on == today()
    page.button(key="gap silent").click().run()
    assert not page.exception
    assert page.text_input(key=f"stakeholder {community} 1 name").value == "Šola"


def test_a_removed_stakeholder_can_be_brought_back(house: House) -> None:
    community = golnik(house, {"name": "Gasilci", "type": "drustvo"})
    page = house.page("stakeholders")
    press(page, "Change")
    page.button(key=f"stakeholder {community} remove").click().run()
    assert not house.store.read(records, community)
    press(page, "Bring it back")
    assert len(house.store.read(records, community)) == 1
