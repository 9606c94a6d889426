"""The follow-up as a mentor keeps it: steps with their dates, money, and a form that keeps what was typed."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.pages.conftest import House
from toolkit.acts import mentoring
from toolkit.acts.recording import keep_record
from toolkit.store.records import records

NOW = datetime.now(UTC)


def founded(house: House) -> int:
    return house.store.write(mentoring.found_community, "Brezje")


def keep(house: House, community: int, form: str, **values: Any) -> None:
    house.store.write(keep_record, community, form, values, "en", NOW)


def said(page: Any) -> str:
    shown = [*page.markdown, *page.warning, *page.caption]
    return " ".join(str(one.value) for one in shown).replace("\\", "")


def test_without_a_community_the_page_offers_to_add_one(house: House) -> None:
    page = house.page("follow_up")
    assert "no community yet" in page.info[0].value
    page.text_input(key="community name").set_value("Brezje").run()
    page.button(key="community add").click().run()
    assert page.selectbox(key="community choice").value is not None


def test_a_late_step_is_told_and_one_press_says_it_is_done(house: House) -> None:
    community, yesterday = founded(house), (NOW - timedelta(days=1)).date()
    keep(house, community, "action", what="Urnik", who="KS", due=yesterday)
    keep(house, community, "action", what="Ključi", who="KS", due=NOW.date() + timedelta(days=9))
    page = house.page("follow_up")
    assert "Done of those that are due: 0 of 1." in said(page) and "Late since" in said(page)
    assert "Next: Ključi" in said(page)
    next(button for button in page.button if button.label == "Done").click().run()
    assert "Done of those that are due: 1 of 1." in said(page) and "Late since" not in said(page)


def test_what_is_wrong_stands_at_its_field_and_the_input_is_kept(house: House) -> None:
    community = founded(house)
    page = house.page("follow_up")
    mark = f"action {community}"
    page.button(key=f"{mark} add").click().run()
    page.text_input(key=f"{mark} 1 what").set_value("Urnik")
    page.button(key=f"{mark} keep").click().run()
    assert said(page).count("Please answer this question") == 2
    assert page.text_input(key=f"{mark} 1 what").value == "Urnik"
    page.text_input(key=f"{mark} 1 who").set_value("KS")
    page.date_input(key=f"{mark} 1 due").set_value(NOW.date()).run()
    page.button(key=f"{mark} keep").click().run()
    assert [one.values["who"] for one in house.store.read(records, community, "action")] == ["KS"]


def test_what_a_colleague_changed_meanwhile_is_not_overwritten_unseen(house: House) -> None:
    community = founded(house)
    keep(house, community, "action", what="Urnik", who="KS", due=NOW.date())
    page, mark = house.page("follow_up"), f"action {community}"
    next(button for button in page.button if button.label == "Change").click().run()
    (held,) = house.store.read(records, community, "action")
    later = {**held.values, "who": "Ana"}
    house.store.write(keep_record, community, "action", later, "en", NOW, record=held.id, version=held.version)
    page.text_input(key=f"{mark} 1 what").set_value("Urnik dvorane").run()  # drawn anew after the colleague's change
    page.button(key=f"{mark} keep").click().run()
    assert "Somebody changed this entry meanwhile" in said(page)
    assert page.text_input(key=f"{mark} 1 what").value == "Urnik dvorane"
    assert [one.values["who"] for one in house.store.read(records, community, "action")] == ["Ana"]
    page.button(key=f"{mark} keep").click().run()
    assert [one.values["what"] for one in house.store.read(records, community, "action")] == ["Urnik dvorane"]


def test_a_number_with_three_decimals_is_the_same_after_it_was_kept_again(house: House) -> None:
    community = founded(house)
    keep(house, community, "premises", name="Dvorana", area=45.125, source="KS, 2026")
    page = house.page("communities", language="sl")
    next(button for button in page.button if button.label == "Spremeni").click().run()
    assert page.text_input(key=f"premises {community} 1 area").value == "45,125"
    page.button(key=f"premises {community} keep").click().run()
    assert [one.values["area"] for one in house.store.read(records, community, "premises")] == [45.125]


def test_a_removed_step_can_be_brought_back(house: House) -> None:
    community = founded(house)
    keep(house, community, "action", what="Urnik", who="KS", due=NOW.date())
    page = house.page("follow_up")
    next(button for button in page.button if button.label == "Remove").click().run()
    assert not house.store.read(records, community)
    next(button for button in page.button if button.label == "Bring it back").click().run()
    assert len(house.store.read(records, community)) == 1


def test_money_is_added_up_and_what_has_no_amount_is_said(house: House) -> None:
    community = founded(house)
    keep(house, community, "budget", item="Luč", once=1400, confirmed=True)
    keep(house, community, "budget", item="Stoli", once="600,50")
    keep(house, community, "budget", item="Kdo ve")
    page = house.page("follow_up")
    page.segmented_control(key="part").set_value("budget").run()
    assert "Once: 2,000.5 €, of which 1,400 € confirmed." in said(page)
    assert "1 item has no amount yet." in said(page)
