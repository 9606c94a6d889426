"""One phone in an open house: offline, without a script, read by a machine that knows the rules of access."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from carousel.workshop import Format
from tests.program import Server, serving
from tests.walks.people import LOCALES, Phone, looking_into, phone
from toolkit.acts import mentoring
from toolkit.i18n import translator
from toolkit.store import Store
from toolkit.store.notes import published
from toolkit.store.workshops import situation

MOST_BYTES, MOST_REQUESTS = 25_000, 4


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """A running program with one open house, and its code."""
    folder: Path = tmp_path_factory.mktemp("house")
    store = Store(f"sqlite:///{(folder / 'vrtiljak.sqlite').as_posix()}")
    community = store.write(mentoring.found_community, "Kraj")
    made = store.write(
        lambda tx: mentoring.prepare_workshop(
            tx, community, title="Odprta vrata", day=date(2026, 11, 26), rng=Random(5), format=Format.OPEN_HOUSE
        )
    )
    store.close()
    with serving(folder) as server:
        yield server, made.code


@pytest.fixture
def inside(browser: Browser, house: tuple[Server, str]) -> Iterator[Phone]:
    server, code = house
    one = phone(browser, code, "sl")
    one.check_in(server.url)
    yield one
    one.page.context.close()


def stored(house: tuple[Server, str]) -> list[str]:
    server, code = house
    store = looking_into(server)
    try:
        return [note.text for note in store.read(published, store.read(situation, code))]
    finally:
        store.close()


def test_what_was_written_offline_waits_outlives_the_tab_and_arrives_once(
    house: tuple[Server, str], inside: Phone
) -> None:
    context = inside.page.context
    context.set_offline(True)
    inside.write("Brez omrežja.")
    waiting = inside.page.locator("#state.warn")
    expect(waiting).to_be_visible()
    assert stored(house) == []
    inside.page.close()
    context.set_offline(False)
    inside.page = context.new_page()
    inside.page.goto(f"{house[0].url}/w/{house[1]}")
    inside.sees_own("Brez omrežja.")
    inside.page.reload()
    assert stored(house).count("Brez omrežja.") == 1


def test_everything_works_without_a_script(browser: Browser, house: tuple[Server, str]) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False, locale="sl-SI")
    one = Phone(context.new_page(), house[1], translator("sl"))
    one.check_in(house[0].url)
    one.write("Napisano brez skripte.")
    one.sees_own("Napisano brez skripte.")
    one.page.goto(f"{house[0].url}/w/{house[1]}/closing")
    one.close()
    context.close()
    assert "Napisano brez skripte." in stored(house)


def test_a_first_visit_is_light(browser: Browser, house: tuple[Server, str]) -> None:
    page = browser.new_context(locale="sl-SI").new_page()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    requests, sizes = [], []
    wire.on("Network.requestWillBeSent", lambda event: requests.append(event["request"]["url"]))
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"{house[0].url}/w/{house[1]}", wait_until="load")
    expect(page.locator("#checkin")).to_be_visible()
    assert len(requests) <= MOST_REQUESTS and sum(sizes) <= MOST_BYTES
    assert all(url.startswith(house[0].url) for url in requests if not url.startswith("data:"))
    page.context.close()


@pytest.mark.parametrize(("language", "scheme"), [("sl", "light"), ("en", "dark")])
def test_no_serious_barrier_on_any_page_of_a_resident(
    browser: Browser, house: tuple[Server, str], language: str, scheme: str
) -> None:
    server, code = house
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, locale=LOCALES[language], color_scheme=scheme  # type: ignore[arg-type]
    )
    one = Phone(context.new_page(), code, translator(language))
    found = {"arriving": barriers(one.page, f"{server.url}/w/{code}")}
    one.check_in(server.url)
    for path in ("", "/closing", "/interest", "/privacy", "/results", "/leave"):
        found[path or "inside"] = barriers(one.page, f"{server.url}/w/{code}{path}")
    found["door"] = barriers(one.page, f"{server.url}/?code")
    found["sign-in"] = barriers(one.page, f"{server.url}/sign-in")
    context.close()
    assert {page: problems for page, problems in found.items() if problems} == {}


def barriers(page: Page, address: str) -> list[str]:
    """What axe calls serious or critical on a page, and a page that is wider than the screen."""
    page.goto(address)
    grave = [
        f"{one['id']}: {one['nodes'][0]['html']}"
        for one in Axe().run(page).response["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*grave, *["wider than 320 px"] * wide]
