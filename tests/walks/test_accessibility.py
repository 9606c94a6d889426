"""Everybody included: staff pages, doors, the table host's and the projector's page, read by axe and measured.

Here the staff pages that draw more than Streamlit's own parts are read once, in one language and one mode;
`bench accessibility` reads all pages in all four.
Residents' pages are read in all four by tests/walks/test_phone.py; here they are measured.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.conftest import PATIENCE
from tests.program import Server
from tests.walks.barriers import Known, cut, grave, small, spaced, wide
from tests.walks.people import LOCALES, Facilitator, facilitator, phone
from toolkit.i18n import translator

# Faults of Streamlit's own parts that no rule of ours could mend. A line that nothing meets any more must go.
KNOWN: tuple[Known, ...] = ()
STAFF = ("workshops", "communities", "people", "print", "host", "harvest", "matches", "compare")
ZOOMED: ViewportSize = {"width": 640, "height": 360}  # 1280 × 720 at 200 %


@pytest.fixture(scope="module")
def desk(browser: Browser, demo_server: Server) -> Iterator[Facilitator]:
    """A facilitator in Slovenian whose laptop is dark."""
    made = facilitator(browser, demo_server, "sl", dark=True)
    yield made
    made.page.context.close()


def drawn(desk: Facilitator, name: str) -> Page:
    """A staff page when everything on it stands."""
    page = desk.page
    desk.open("" if name == "workshops" else name)
    expect(page.locator("main :is(h1,h2,h3)").first).to_be_visible(timeout=3 * PATIENCE)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=3 * PATIENCE)
    return page


def test_staff_pages_keep_nobody_out_in_the_dark_or_at_200_percent(desk: Facilitator) -> None:
    met: set[Known] = set()
    found = {}
    for name in STAFF:
        page = drawn(desk, name)
        found[name] = grave(page, KNOWN, met) + small(page, 24) + said_wrong(page)
        page.set_viewport_size(ZOOMED)
        found[f"{name} at 200 %"] = wide(page, staff=True)
        page.set_viewport_size({"width": 1280, "height": 720})
    assert {page: problems for page, problems in found.items() if problems} == {}
    assert met == set(KNOWN), "what is no longer needed must leave the table"


def said_wrong(page: Page) -> list[str]:
    """The page's language, its own title, and headings without a gap."""
    levels = page.locator("main :is(h1,h2,h3,h4)").evaluate_all(
        "all => all.map((one) => Number(one.getAttribute('aria-level') || one.tagName[1]))"
    )
    gaps = [level for before, level in zip([0, *levels], levels, strict=False) if level > before + 1]
    wrong = ["language"] * (page.locator("html").get_attribute("lang") != "sl")
    return wrong + ["title"] * (not page.title().endswith(" · Vrtiljak")) + [f"headings {levels}"] * bool(gaps)


def test_dark_staff_pages_are_dark_with_their_own_parts_and_their_charts(desk: Facilitator) -> None:
    page = drawn(desk, "compare")
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    grounds = page.locator(".stApp, .js-plotly-plot .main-svg").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert {brightness(one) < 60 for one in grounds if not one.endswith(", 0)")} == {True}
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(238, 243, 241)"


def brightness(colour: str) -> float:
    return sum(float(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")[:3]) / 3


def test_doors_remote_control_and_projector_keep_nobody_out(desk: Facilitator, demo_server: Server) -> None:
    page, code, found = desk.page.context.new_page(), demo_server.codes[0], {}
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("sign-in", "sign-out", "welcome/none", f"remote/{code}"):
        page.goto(f"{demo_server.url}/{path}")
        found[path] = grave(page) + wide(page) + small(page, 24) + spaced(page)
    page.set_viewport_size({"width": 1920, "height": 1080})
    for look in ("", "?look=dark"):
        page.goto(f"{demo_server.url}/screen/{code}{look}")
        expect(page.locator("main .view").first).to_be_visible()
        found[f"screen{look}"] = grave(page) + wide(page)
    page.close()
    assert {path: problems for path, problems in found.items() if problems} == {}


@pytest.mark.usefixtures("desk")  # whoever signed up locked the contacts: only then the interest form is open
def test_residents_pages_hold_wide_spacing_large_targets_and_narrow_screens(
    browser: Browser, demo_server: Server
) -> None:
    code, found = demo_server.codes[0], {}
    one = phone(browser, code, "sl")
    one.page.set_viewport_size({"width": 320, "height": 640})
    one.check_in(demo_server.url)
    for path in ("", "/closing", "/interest", "/privacy", "/results", "/leave"):
        one.page.goto(f"{demo_server.url}/w/{code}{path}")
        found[path] = measured(one.page)
    for path in (f"/accessibility?w={code}", "/?code"):
        one.page.goto(f"{demo_server.url}{path}")
        found[path] = grave(one.page) + measured(one.page)
    one.page.context.close()
    assert {path: problems for path, problems in found.items() if problems} == {}


def measured(page: Page) -> list[str]:
    return wide(page) + small(page, 44) + cut(page) + spaced(page)


@pytest.mark.parametrize("language", ["sl", "en"])
def test_the_statement_is_one_press_away_and_leads_back(
    browser: Browser, demo_server: Server, language: str
) -> None:
    code = demo_server.codes[0]
    page = browser.new_context(locale=LOCALES[language]).new_page()
    page.goto(f"{demo_server.url}/w/{code}")
    page.get_by_role("link", name=translator(language)("Accessibility"), exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text({"sl": "dostopnosti", "en": "ccessibility"}[language])
    assert page.locator("html").get_attribute("lang") == language
    page.get_by_role("link", name=translator(language)("Back"), exact=True).click()
    expect(page).to_have_url(f"{demo_server.url}/w/{code}")
    page.context.close()


def test_what_is_refused_takes_the_hand_to_the_first_field_and_says_why(browser: Browser, demo_server: Server) -> None:
    page = browser.new_context(locale="sl-SI", java_script_enabled=False).new_page()
    page.goto(f"{demo_server.url}/w/{demo_server.codes[0]}")
    page.locator("#checkin button").click()
    at = page.locator(":focus")
    expect(at).to_have_count(1)
    group = page.locator("fieldset.bad").first
    assert at.get_attribute("name") == group.locator("input").first.get_attribute("name")
    why = page.locator(f"#{group.get_attribute('aria-describedby')}")
    expect(why).to_be_visible(timeout=PATIENCE)
    page.context.close()


def test_nothing_moves_where_motion_is_not_wanted(desk: Facilitator, demo_server: Server) -> None:
    page = desk.page.context.new_page()
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{demo_server.url}/screen/{demo_server.codes[0]}")
    expect(page.locator("main .view").first).to_be_visible()
    running = "() => document.getAnimations().filter((one) => one.playState === 'running').length"
    assert page.evaluate(running) == 0
    page.close()
