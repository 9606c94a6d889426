"""The program is killed and started again beside pages that stay open: what is typed and pressed there is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from carousel.stage import Stage
from tests.program import Server, start
from tests.walks.people import facilitator, looking_into
from toolkit.acts.mentoring import found_community
from toolkit.store.records import records
from toolkit.store.workshops import situation


@pytest.fixture
def program(tmp_path: Path) -> Iterator[list[Server]]:
    """The running program, the last of the list."""
    running = [start(tmp_path)]
    yield running
    running[-1].kill()


def again(program: list[Server], page: Page) -> None:
    """Kill the program, start it at the same address, and wait until the page has found it."""
    link = page.locator("[data-test-connection-state=CONNECTED]")
    expect(link).to_have_count(1)
    program[-1].kill()
    expect(link).to_have_count(0)
    program.append(start(program[-1].data, port=int(program[-1].url.rpartition(":")[2])))
    expect(link).to_have_count(1)


def test_a_form_that_was_filled_in_before_is_kept_at_the_first_press(browser: Browser, program: list[Server]) -> None:
    host = facilitator(browser, program[0], "en")
    store = looking_into(program[0])
    community = store.write(found_community, "Golnik")
    host.open("stakeholders", community=str(community))
    for name in ("Gasilci", "Pevski zbor"):  # the second form has names of its own
        host.press("Add a stakeholder")
        host.page.get_by_label("Organisation or role").fill(name)
        host.page.get_by_role("combobox", name="Type").fill("Other")
        host.page.get_by_role("combobox", name="Type").press("Enter")
        if name == "Pevski zbor":
            again(program, host.page)
        host.press("Keep")
        expect(host.page.get_by_label("Organisation or role")).to_have_count(0)
        expect(host.page.get_by_text(name).first).to_be_visible()
    assert [one.values["name"] for one in store.read(records, community, "stakeholder")] == ["Gasilci", "Pevski zbor"]
    store.close()


def test_the_evening_goes_on_from_the_page_that_stayed_open(browser: Browser, program: list[Server]) -> None:
    host = facilitator(browser, program[0], "en")
    code = host.prepare("Golnik")
    store = looking_into(program[0])
    host.open("host", workshop=code)
    host.go_on(store.read(situation, code).step)
    expect(host.page.get_by_role("button", name="Begin the opening")).to_be_visible()
    again(program, host.page)
    host.press("Begin the opening")
    expect(host.page.get_by_role("button", name="Form the groups")).to_be_visible()
    assert store.read(situation, code).step.stage is Stage.OPENING
    store.close()
