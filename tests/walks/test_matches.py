"""Needs that meet offers, and the published log, in a real browser: with votes cast, another community, a phone."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from carousel.workshop import Workshop
from tests.walks.harvest_board import voters, workshop_with
from tests.walks.people import Facilitator, phone
from toolkit.acts import answering, harvesting
from toolkit.content.demo import demo_answers
from toolkit.harvest.clusters import of
from toolkit.harvest.votes import tally
from toolkit.store import Store
from toolkit.store.clusters import MATCH, NO_MATCH, decided
from toolkit.store.evening import evening

NEED = replace(demo_answers()[34], kind="need", question="S2_potrebe", text="Prevoz k zdravniku za starejše")
AGAIN = replace(NEED, text="Nekdo naj starejše vozi k zdravniku")
VAN = replace(NEED, kind="offer", question="S4_ponudba", text="Imam kombi in bi vozil starejše k zdravniku")
CHOIR = replace(VAN, text="Vodila bi pevski zbor")
OTHERS = [replace(NEED, text=text) for text in ("Učna pomoč iz matematike", "Vrt z gredami", "Soba za mlade")]
FAR = replace(VAN, text="S kombijem vozimo starejše na preglede")
FIRST_READING = 180_000  # milliseconds; the first page of a program learns from the corpus


@dataclass
class Sides:
    """The page Matches on the laptop, beside the store that it changes."""

    host: Facilitator
    store: Store
    workshop: Workshop

    @property
    def page(self) -> Page:
        return self.host.page

    def open(self) -> None:
        self.host.open("matches", workshop=self.workshop.code)
        expect(self.page.locator(".need").first).to_be_visible(timeout=FIRST_READING)

    def need(self, text: str) -> Locator:
        return self.page.locator(".need", has_text=text)

    def offer(self, text: str, where: str = ":not(:has(.community))") -> Locator:
        return self.page.locator(f".offer{where}", has_text=text)

    def lines(self, state: str) -> Locator:
        return self.page.locator(f"path.chosen.{state}")

    def press(self, *keys: str) -> None:
        for one in keys:
            self.page.keyboard.press(one)
        expect(self.page.locator(".matches[data-waiting='0']")).to_have_count(1)

    def kept(self, verdict: str) -> int:
        """What the store holds once every gesture is answered: the page shows a gesture before."""
        expect(self.page.locator(".matches[data-waiting='0']")).to_have_count(1)
        return len(self.store.read(decided, [self.workshop.id], verdict))


@pytest.fixture
def sides(host: Facilitator, store: Store, request: pytest.FixtureRequest) -> Sides:
    """Two needs and two offers in a community of its own, and a van in another one."""
    name = request.node.name.removeprefix("test_")[:40]
    sides = Sides(host, store, workshop_with(store, name, [NEED, AGAIN, VAN, CHOIR]))
    sides.open()
    return sides


def test_a_suggested_offer_is_confirmed_with_one_click_and_taken_back_by_name(sides: Sides) -> None:
    sides.need(NEED.text).click()
    expect(sides.offer(VAN.text)).to_contain_text("because:")
    expect(sides.lines("suggested").first).to_be_attached()
    sides.offer(VAN.text).get_by_role("button", name="It fits").click()
    expect(sides.lines("confirmed")).to_have_count(1)
    expect(sides.page.locator(".undo")).to_contain_text("Undo (match confirmed)")
    assert sides.kept(MATCH) == 1
    sides.page.locator(".undo").click()
    expect(sides.page.locator(".live")).to_contain_text("Taken back: match confirmed.")
    expect(sides.lines("confirmed")).to_have_count(0)
    expect(sides.page.locator(".undo")).to_be_disabled()
    assert sides.kept(MATCH) == 0


def test_the_keyboard_chooses_confirms_declines_and_undoes(sides: Sides) -> None:
    sides.need(NEED.text).click()
    sides.press("ArrowDown")
    expect(sides.need(AGAIN.text)).to_be_focused()
    sides.press("ArrowUp", "ArrowRight")
    expect(sides.offer(VAN.text).get_by_role("button").first).to_be_focused()
    sides.press("n")
    expect(sides.offer(VAN.text)).to_have_class("card offer declined")
    assert sides.kept(NO_MATCH) == 1
    sides.press("Control+z")
    expect(sides.offer(VAN.text)).to_have_class("card offer suggested")
    sides.press("ArrowLeft", "y")
    expect(sides.offer(VAN.text)).to_have_class("card offer confirmed")
    assert (sides.kept(MATCH), sides.kept(NO_MATCH)) == (1, 0)


def test_an_offer_that_was_not_suggested_can_be_chosen_by_hand(sides: Sides) -> None:
    sides.need(NEED.text).click()
    sides.page.get_by_role("searchbox", name="Word").last.fill("pevski")
    choir = sides.offer(CHOIR.text)
    choir.get_by_role("button", name="It fits").click()
    expect(choir).to_contain_text("✓ fits")
    assert sides.kept(MATCH) == 1


def test_an_offer_of_another_community_is_named_and_confirmed_while_votes_stay(host: Facilitator, store: Store) -> None:
    workshop_with(store, "Zgornji Golnik", [FAR])
    sides = Sides(host, store, workshop_with(store, "Z glasovi", [NEED, AGAIN, CHOIR, *OTHERS]))
    number = sides.workshop.id
    slips = voters(store, sides.workshop)
    both = [note.id for note in store.read(evening, number).notes if note.text in (NEED.text, AGAIN.text)]
    for slip in slips:
        store.write(answering.cast_vote, slip, both, slip, datetime.now(UTC))
    store.write(harvesting.merge, number, both[0], both[1:], datetime.now(UTC))
    sides.open()
    sides.need(NEED.text).click()
    far = sides.offer(FAR.text, ":has(.community)")
    expect(far).to_contain_text("from Zgornji Golnik")
    far.get_by_role("button", name="It fits").click()
    expect(far).to_contain_text("✓ fits")
    expect(sides.page.locator(".undo")).to_contain_text("match confirmed")
    whole = store.read(evening, number)
    [match] = whole.matches
    assert (match.community, match.offer.text) == ("Zgornji Golnik", FAR.text)
    sides.press("Control+z", "Control+z")
    expect(sides.page.locator(".undo")).to_be_disabled()
    expect(sides.page.locator(".need")).to_have_count(5)
    assert votes(store, number) == dict.fromkeys(both, 12)


def votes(store: Store, number: int) -> dict[int, int]:
    whole = store.read(evening, number)
    return dict(tally(whole.votes, of(whole.notes), whole.marks).residents)


def test_the_filter_shows_open_and_confirmed_needs(sides: Sides) -> None:
    sides.need(NEED.text).click()
    sides.press("y")
    sides.need(AGAIN.text).click()
    sides.page.get_by_role("button", name="open", exact=True).click()
    expect(sides.page.locator(".need")).to_have_count(1)
    sides.page.get_by_role("button", name="all", exact=True).click()
    expect(sides.page.locator(".need")).to_have_count(2)
    sides.page.get_by_role("searchbox", name="Word").first.fill("nekdo")
    expect(sides.page.locator(".need")).to_have_count(1)


def test_what_is_left_over_is_listed(sides: Sides) -> None:
    sides.page.get_by_text("What is left over").click()
    expect(sides.page.get_by_text("Needs nothing was found for yet (2)")).to_be_visible()
    expect(sides.page.get_by_text("Offers no need was found for (2)")).to_be_visible()


def test_the_log_is_published_on_the_desk_and_read_on_a_phone(browser: Browser, sides: Sides) -> None:
    both = [note.id for note in sides.store.read(evening, sides.workshop.id).notes if note.kind == "need"]
    sides.store.write(harvesting.merge, sides.workshop.id, both[0], both[1:], datetime.now(UTC))
    reader = phone(browser, sides.workshop.code, "sl").page
    address = f"{sides.host.url}/w/{sides.workshop.code}"
    assert (answer := reader.goto(f"{address}/log")) and answer.status == 404
    sides.host.open("report", workshop=sides.workshop.code)
    sides.page.get_by_text("Publish the log of changes").click()
    expect(sides.page.get_by_text(f"/w/{sides.workshop.code}/log")).to_be_visible()
    reader.goto(f"{address}/results")
    reader.locator(f"a[href='/w/{sides.workshop.code}/log']").click()
    expect(reader.locator("main h1")).to_be_visible()
    for text in (NEED.text, AGAIN.text):
        expect(reader.locator("main").get_by_text(text, exact=True)).to_be_visible()
    assert not reader.evaluate("document.documentElement.scrollWidth > innerWidth")
