"""A whole evening without a mouse: resident, table host, facilitator and projector by keyboard alone."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from carousel.stage import Stage
from tests.conftest import PATIENCE
from tests.program import Server
from tests.walks.keyboard import Keys, watched
from tests.walks.people import LOCALES, looking_into
from toolkit.desk.runsheet import next_label
from toolkit.i18n import translator
from toolkit.rehearse.rehearsal import play
from toolkit.store import Store
from toolkit.store.notes import published
from toolkit.store.workshops import Situation, situation

OTHERS = 7
HELD = "Pokličite Ano Novak na 041 234 567."
WRITTEN = "Klop pred trgovino, da se sosedje srečamo."
LATE = "Ta misel še ni bila poslana, ko se je krog končal."


class Evening:
    """The people of one evening, each with a keyboard; `pointed` gathers every touch of a mouse."""

    def __init__(self, browser: Browser, server: Server, language: str) -> None:
        self.browser, self.server, self.words = browser, server, translator(language)
        self.pointed: list[str] = []
        self.keys: list[Keys] = []
        self.desk = self.new(1280, 720)
        self.phone = self.new(390, 844)
        self.code = ""
        self.wrote = False

    def new(self, width: int, height: int) -> Keys:
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, locale=LOCALES[self.words.language]
        )
        context.set_default_timeout(PATIENCE)
        watched(context, self.pointed)
        return self.beside(context.new_page())

    def beside(self, page: Page) -> Keys:
        self.keys.append(Keys(page))
        return self.keys[-1]

    def open(self, who: Keys, path: str) -> None:
        """An address typed or kept, as without a mouse."""
        who.page.goto(f"{self.server.url}/{path}")

    def open_desk(self, who: Keys, path: str) -> None:
        """A staff page of this evening when it stands, past its menu."""
        self.open(who, f"{path}?language={self.words.language}" + (f"&workshop={self.code}" if self.code else ""))
        expect(who.page.locator("main :is(h1,h2,h3)").first).to_be_visible()
        who.skip()

    def where(self, store: Store) -> Situation:
        return store.read(situation, self.code)


@pytest.fixture
def hall(browser: Browser, server: Server) -> Iterator[Evening]:
    made = Evening(browser, server, "en")
    yield made
    for one in made.keys:
        one.page.context.close()


def test_a_whole_evening_goes_by_keyboard_alone_and_its_focus_is_always_seen(hall: Evening, server: Server) -> None:
    store = looking_into(server)
    try:
        sign_up(hall)
        prepare(hall)
        erasure = check_in(hall)
        with ThreadPoolExecutor(1) as aside:
            crowd = aside.submit(others, hall)
            lead(hall, store)
            crowd.result(600)
        take_the_table(hall)
        assert {WRITTEN, LATE} <= set(texts(hall, store))
        erase(hall, erasure)
        assert not {WRITTEN, LATE} & set(texts(hall, store))
    finally:
        store.close()
    assert hall.pointed == []
    assert [dim for one in hall.keys for dim in one.dim] == []
    assert sum(one.stops for one in hall.keys) > 100


def sign_up(hall: Evening) -> None:
    desk, said = hall.desk, hall.words
    desk.page.goto(hall.server.sign_in)
    typed = {"name": "Voditeljica (demo)", "password": "dovolj dolgo geslo", "passphrase": "trije mali zajci"}
    for field, text in typed.items():
        desk.fill(desk.page.locator(f"input[name={field}]"), text)
    desk.button(said("Save and open the desk"))
    expect(desk.page.get_by_role("heading", name=said("Workshops"))).to_be_visible()


def prepare(hall: Evening) -> None:
    desk, said = hall.desk, hall.words
    hall.open_desk(desk, "prepare")
    desk.fill(desk.page.get_by_role("combobox", name=said("Community")), "Kraj tipk")
    desk.press("Enter")
    desk.button(said("Prepare the workshop"))
    code = desk.page.locator(".v-code")
    expect(code).to_be_visible()
    hall.code = code.inner_text().strip()
    desk.button(said("Open check-in"))
    expect(desk.page.get_by_role("button", name=said("Open check-in"), exact=True)).to_have_count(0)


def check_in(hall: Evening) -> str:
    """The resident's slip; her erasure code."""
    phone, page = hall.phone, hall.phone.page
    hall.open(phone, f"w/{hall.code}")
    phone.skip()
    for field, value in (("lives_in", "this_ks"), ("stakeholder_type", "prebivalec"), ("need_before", "4")):
        phone.choose(page.locator(f"input[name={field}][value='{value}']"))
    phone.button(hall.words("Get my slip"))
    expect(page.locator("b.code").last).to_be_visible()
    erasure = page.locator("b.code").last.inner_text()
    phone.button(hall.words("I have noted it"))
    expect(page.locator("b.code")).to_have_count(0)
    return erasure


def others(hall: Evening) -> None:
    """Residents without a browser, so that there are groups, earlier notes and votes."""
    asyncio.run(play(hall.server.url, hall.code, residents=OTHERS, speed=30, seed=3, minutes=10))


def lead(hall: Evening, store: Store) -> None:
    """The facilitator presses the next step until thanks; what belongs to a step is done by whom it belongs to."""
    desk, said = hall.desk, hall.words
    hall.open_desk(desk, "host")
    expect(desk.page.locator(".v-figures b").first).to_have_text(str(OTHERS + 1), timeout=3 * PATIENCE)
    parts = {
        Stage.OPENING: turn_slides, Stage.ROUND: write, Stage.HARVEST: sort, Stage.VOTE: vote,
        Stage.INTEREST: take_part, Stage.CLOSING: close,
    }  # fmt: skip
    while (where := hall.where(store)).step.stage is not Stage.THANKS:
        expect(hall.phone.page.locator(f"body[data-stage='{where.step.stage}']")).to_have_count(1)
        parts.get(where.step.stage, nothing)(hall)
        label = next_label(said, where.step, datetime.now(UTC))
        assert label is not None
        desk.button(label)
        expect(desk.page.get_by_role("button", name=label, exact=True)).to_have_count(0)
        expect(hall.phone.page.locator(f"body[data-version='{where.version}']")).to_have_count(0)
    report(hall)


def nothing(hall: Evening) -> None:
    """Between the parts there is only the next step."""


def turn_slides(hall: Evening) -> None:
    """The projector by arrows, as by a presenter's clicker."""
    screen = hall.beside(hall.desk.page.context.new_page())
    hall.open(screen, f"screen/{hall.code}")
    before = screen.page.locator(".slide h1")
    expect(before).to_be_visible()
    first = before.inner_text()
    screen.press("ArrowRight")
    expect(screen.page.locator(".slide h1")).not_to_have_text(first)
    screen.page.close()


def write(hall: Evening) -> None:
    """A note and, from the second round, a tick; in the first round also one that is held, and released by hand."""
    phone, page = hall.phone, hall.phone.page
    area = page.locator("form[data-note] textarea").first
    if not hall.wrote:
        for text in (HELD, WRITTEN):
            phone.fill(area, text)
            phone.to(page.locator("form[data-note] button").first)
            phone.press("Enter")
            expect(page.locator("main .notes p").get_by_text(text, exact=True)).to_be_visible()
        phone.fill(area, LATE)
        hall.wrote = True
        release(hall)
    else:
        send_late(hall)
    ticks = page.locator("form[data-tick] button[aria-pressed=false]")
    if ticks.count():
        phone.to(ticks.first)
        phone.press("Space")
        expect(page.locator("form[data-tick] button[aria-pressed=true]").first).to_be_visible()


def send_late(hall: Evening) -> None:
    """The round ended while she was writing: her words stand there, and go when she is ready."""
    waiting = hall.phone.page.locator("#queue li", has_text=LATE)
    if waiting.get_by_role("button").count():
        hall.phone.to(waiting.get_by_role("button").first)
        hall.phone.press("Enter")
        expect(waiting.get_by_role("button")).to_have_count(0)


def release(hall: Evening) -> None:
    desk, said = hall.desk, hall.words
    hall.open_desk(desk, "host")
    desk.to(desk.page.get_by_role("tab").first)
    desk.press("ArrowRight")
    desk.button(said("Show as written"))
    expect(desk.page.get_by_role("button", name=said("Show as written"))).to_have_count(0)


def sort(hall: Evening) -> None:
    """On the board a card goes into another column and comes back."""
    board = hall.beside(hall.desk.page.context.new_page())
    hall.open_desk(board, "harvest")
    board.to(board.page.locator(".card").first)
    board.press("m")
    expect(board.page.locator(".choice").first).to_be_visible()
    board.press("a")
    expect(board.page.locator(".board[data-waiting='0']")).to_have_count(1)
    board.page.close()


def vote(hall: Evening) -> None:
    phone = hall.phone
    phone.choose(phone.page.locator("input[name=marks]").first)
    phone.button(hall.words("Send my choice"))
    expect(phone.page.get_by_text(hall.words("Received. Your choice counts."))).to_be_visible()


def take_part(hall: Evening) -> None:
    phone, page = hall.phone, hall.phone.page
    phone.choose(page.locator("input[name=levels]").first)
    phone.fill(page.locator("input[name=name]"), "Zgled (demo)")
    phone.fill(page.locator("input[name=email]"), "zgled@example.org")
    phone.choose(page.locator("input[name=adult][value='yes_']"))
    phone.choose(page.locator("input[name=c_next]"))
    phone.button(hall.words("Send"))
    phone.button(hall.words("I have noted it"))


def close(hall: Evening) -> None:
    phone, page = hall.phone, hall.phone.page
    phone.choose(page.locator("input[name=overall][value='5']"))
    phone.button(hall.words("Send"))
    expect(page.get_by_text(hall.words("Received. Thank you."))).to_be_visible()
    hall.open(phone, f"w/{hall.code}")


def report(hall: Evening) -> None:
    desk = hall.desk
    hall.open_desk(desk, "report")
    with desk.page.expect_download() as waiting:
        desk.button(hall.words("Notes as a table (CSV)"))
    assert WRITTEN in waiting.value.path().read_text("utf-8-sig")


def take_the_table(hall: Evening) -> None:
    """The table host's link stands on the host's page; what is typed there is told as received."""
    desk, said = hall.desk, hall.words
    hall.open_desk(desk, "host")
    desk.to(desk.page.get_by_role("tab").first)
    desk.press("ArrowRight", "ArrowRight", "ArrowRight")
    link = desk.page.locator("code", has_text="/h/").nth(1)
    expect(link).to_be_visible()
    table = hall.new(390, 844)
    hall.open(table, "h/" + link.inner_text().strip().rpartition("/h/")[2])
    table.fill(table.page.locator("textarea[name=lines]"), "Rampa pri vhodu.")
    table.button(said("Send the notes"))
    expect(table.page.get_by_role("status").first).to_be_visible()


def erase(hall: Evening, code: str) -> None:
    phone = hall.phone
    hall.open(phone, f"w/{hall.code}/privacy")
    phone.fill(phone.page.locator("#erasure"), code)
    phone.press("Enter")
    expect(phone.page.get_by_role("status").filter(has_text=re.compile(r"\S")).first).to_be_visible()


def texts(hall: Evening, store: Store) -> list[str]:
    return [note.text for note in store.read(published, hall.where(store))]
