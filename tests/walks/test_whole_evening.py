"""A whole evening in a real browser: twelve phones, a projector, a host; the power fails once on the way."""

import csv
import io
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from carousel.stage import Stage
from tests.program import Server, start
from tests.walks.people import Facilitator, Phone, facilitator, looking_into, phone
from toolkit.compare.agreed import STEP
from toolkit.store import Store
from toolkit.store.evening import evening
from toolkit.store.workshops import Situation, id_of, situation

PHONES = 12
MARKS = 3  # all mark the same first ones, so each of these has every voter


class Walk:
    """One evening on its way, and what must be found in the end."""

    def __init__(self, browser: Browser, server: Server, language: str) -> None:
        self.browser, self.server, self.language = browser, server, language
        self.host: Facilitator = facilitator(browser, server, language)
        self.code = self.host.prepare(f"Kraj {language}")
        self.store: Store = looking_into(server)
        self.texts: list[str] = []
        self.ticks = self.votes = 0
        self.phones: list[Phone] = []

    @property
    def where(self) -> Situation:
        return self.store.read(situation, self.code)

    def go_on(self, stage: Stage) -> None:
        """The host presses the primary button; every phone and the projector follow by themselves."""
        self.host.go_on(self.where.step)
        for one in self.phones:
            one.at(stage)
        assert self.where.step.stage is stage

    def arrive(self) -> None:
        for _ in range(PHONES):
            one = phone(self.browser, self.code, self.language)
            one.check_in(self.server.url)
            self.phones.append(one)

    def everybody_writes(self, round: int) -> None:
        for number, one in enumerate(self.phones):
            text = f"Misel {self.language} {round}.{number} o druženju"
            one.write(text)
            one.sees_own(text)
            self.texts.append(text)

    def everybody_ticks(self) -> None:
        self.ticks += sum(one.tick_first() for one in self.phones)

    def lights_out(self) -> None:
        """Kill the server while somebody is writing; start it again on the same port."""
        self.store.close()
        self.server.kill()
        text = f"Zapisano v temi ({self.language})"
        self.phones[0].write(text)
        self.texts.append(text)
        port = int(self.server.url.rpartition(":")[2])
        self.server = start(self.server.data, port=port)
        self.store = looking_into(self.server)
        self.phones[0].sees_own(text)
        self.host.open("host", workshop=self.code)


def test_every_note_tick_and_vote_of_an_evening_is_in_its_report(browser: Browser, tmp_path: Path) -> None:
    """In Slovenian; the evening by keyboard is in English."""
    walk = Walk(browser, start(tmp_path), "sl")
    try:
        walk_through(walk)
        notes, printed = documents(walk.host.page, walk)
        kept = walk.store.read(evening, walk.store.read(id_of, walk.code)).notes
    finally:
        walk.store.close()
        walk.server.kill()
    assert sorted(row["text"] for row in notes) == sorted(walk.texts)
    assert sum(note.ticks for note in kept) == walk.ticks > 0
    assert 0 < sum(int(row["ticks"]) for row in notes) <= walk.ticks
    assert {int(row["ticks"]) % STEP for row in notes} == {0}, "ticks are told in steps"
    missing = [text for text in walk.texts if squeezed(text) not in printed]
    assert missing == []
    assert printed.count(f"{PHONES}od{PHONES}") >= MARKS


def walk_through(walk: Walk) -> None:
    screen = walk.host.page.context.new_page()
    screen.set_viewport_size({"width": 1920, "height": 1080})
    screen.goto(f"{walk.server.url}/screen/{walk.code}")
    joining = walk.host.words("Open check-in")
    walk.host.press(joining)
    expect(walk.host.page.get_by_role("button", name=joining, exact=True)).to_have_count(0)
    walk.host.open("host", workshop=walk.code)
    walk.arrive()
    walk.go_on(Stage.OPENING)
    walk.go_on(Stage.GROUPS)
    for round in range(3):
        if round:
            walk.go_on(Stage.MOVING)
        walk.go_on(Stage.ROUND)
        walk.everybody_writes(round)
        expect(screen.get_by_text(walk.texts[-1]).first).to_be_visible()
        if round:
            walk.everybody_ticks()
        if round == 2:
            walk.lights_out()
            expect(screen.get_by_text(walk.texts[-1]).first).to_be_visible()
    walk.go_on(Stage.HARVEST)
    walk.phones[0].gets_the_page_of_before()
    walk.go_on(Stage.VOTE)
    for one in walk.phones:
        one.vote(MARKS)
    walk.votes = MARKS * PHONES
    walk.go_on(Stage.INTEREST)
    walk.phones[0].leave_contact("Ime za zgled")
    walk.go_on(Stage.CLOSING)
    for one in walk.phones:
        one.close()
    walk.go_on(Stage.RAFFLE)
    walk.go_on(Stage.THANKS)
    left = walk.store.read(evening, walk.where.workshop.id)
    assert sum(len(vote.marks) for vote in left.votes) == walk.votes
    assert (len(left.feedback), len(left.interests)) == (PHONES, 1)


def documents(page: Page, walk: Walk) -> tuple[list[dict[str, str]], str]:
    """The table of notes and the text of the report, downloaded as the facilitator does."""
    walk.host.open("report", workshop=walk.code)
    expect(page.get_by_role("heading", name=walk.host.words("Report"), exact=True)).to_be_visible()
    table = download(page, walk.host.words("Notes as a table (CSV)"))
    report = download(page, walk.host.words("Report as PDF"))
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    pages = PdfReader(io.BytesIO(report)).pages
    return rows, squeezed("".join(one.extract_text() for one in pages))


def download(page: Page, kind: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=kind).first.click()
    return Path(waiting.value.path()).read_bytes()


def squeezed(text: str) -> str:
    """Letters and digits only: a printed line may break anywhere."""
    return "".join(filter(str.isalnum, text))
