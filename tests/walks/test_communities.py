"""A mentor at the desk, in a real browser: what is typed is never overwritten, never lost and never kept twice."""

from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from tests.walks.mentors import choose
from tests.walks.people import Facilitator
from toolkit.acts.mentoring import found_community
from toolkit.acts.recording import keep_record
from toolkit.compare.readiness import criteria
from toolkit.store import Store
from toolkit.store.preparation import preparation
from toolkit.store.programme import workshops
from toolkit.store.records import records


def part(page: Page, name: str) -> None:
    page.get_by_test_id("stButtonGroup").get_by_role("radio", name=name).click()


def test_scores_typed_in_haste_stay_and_outlive_a_look_at_the_rooms(host: Facilitator, store: Store) -> None:
    community, page = store.write(found_community, "Golnik"), host.page
    host.open("communities", part="readiness", community=str(community))
    evidence = page.get_by_label("What this score rests on")
    for drawn in (evidence, page.get_by_test_id("stRadio")):
        expect(drawn).to_have_count(len(criteria()))
    for place in range(len(criteria())):  # without waiting for the page, as people type
        choose(page.get_by_test_id("stRadio").nth(place), "2 ·")
        evidence.nth(place).fill(f"Dokaz {place}")
    part(page, "Premises")
    expect(page.get_by_role("button", name="Add: room")).to_be_visible()
    part(page, "Readiness")
    expect(evidence.nth(3)).to_have_value("Dokaz 3")
    host.press("Keep my scores")
    expect(page.get_by_text("All your scores are kept")).to_be_visible()
    assert {each.evidence for each in store.read(preparation, community).ratings} == {f"Dokaz {n}" for n in range(7)}


def test_residents_are_typed_with_the_keyboard_alone(host: Facilitator, store: Store) -> None:
    community, page = store.write(found_community, "Brezje"), host.page
    host.open("communities", part="population", community=str(community))
    page.get_by_label("under 15, Women").click()
    for number in ("135", "145", "", "140", "150", ""):
        page.keyboard.type(number)
        page.keyboard.press("Tab")
    expect(page.get_by_label("15–29, Together")).to_have_attribute("placeholder", "= 290")
    page.get_by_label("All ages, Together").fill("2000")
    page.get_by_label("Source and date of the data").fill("SURS, 1. 1. 2026")
    host.press("Keep the numbers")
    expect(page.get_by_text("Kept.")).to_be_visible()
    assert len(store.read(preparation, community).bands) == 5


def test_the_form_of_another_room_shows_that_room(host: Facilitator, store: Store) -> None:
    community, page = store.write(found_community, "Polana"), host.page
    for name in ("Dvorana", "Čitalnica"):
        values = {"name": name, "source": "KS, 2026"}
        store.write(keep_record, community, "premises", values, "en", datetime(2026, 11, 22, tzinfo=UTC))
    host.open("communities", part="premises", community=str(community))
    host.press("Change")
    field = page.get_by_label("Name of the room")
    expect(field).to_have_value("Dvorana")
    field.fill("Velika dvorana")
    host.press("Change")  # the only one left is that of the other room
    expect(field.last).to_have_value("Čitalnica")
    expect(field).to_have_count(1)
    host.press("Keep")
    expect(page.get_by_text("Kept.")).to_be_visible()
    assert [one.values["name"] for one in store.read(records, community, "premises")] == ["Dvorana", "Čitalnica"]


def test_two_presses_prepare_one_workshop_with_the_title_typed_last(host: Facilitator, store: Store) -> None:
    store.write(found_community, "Log")
    host.open("prepare")
    box = host.page.get_by_role("combobox", name="Community")
    box.fill("Log")
    box.press("Enter")
    button = host.page.get_by_role("button", name="Prepare the workshop")
    expect(button).to_be_enabled()
    host.page.get_by_label("Title").fill("Prostor za vse")
    button.dblclick()
    expect(host.page.locator(".v-code")).to_be_visible()
    assert [one.workshop.title for one in store.read(workshops)] == ["Prostor za vse"]
