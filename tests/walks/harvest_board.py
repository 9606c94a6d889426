"""The harvest's board in a facilitator's hands: what is on it, how it is moved, how many gestures that takes."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from random import Random
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from carousel.stage import Stage, Verb
from carousel.workshop import Workshop
from tests.walks.people import Facilitator
from toolkit.acts import answering, hosting, mentoring
from toolkit.content.demo import DemoAnswer, demo_answers, expectations
from toolkit.harvest.clusters import Cluster, of
from toolkit.store import Store
from toolkit.store.notes import add_note, published
from toolkit.store.workshops import situation_of

SOURCES = ("own_device", "host_device", "paper")


def workshop_with(store: Store, name: str, answers: list[DemoAnswer], until: Stage = Stage.CHECKIN) -> Workshop:
    """A workshop with these answers as notes, sorted by nobody yet."""
    community = store.write(mentoring.found_community, name)
    workshop = store.write(
        lambda tx: mentoring.prepare_workshop(
            tx, community, title="Tabla", day=date(2026, 11, 26), rng=Random(name), language="sl"
        )
    )
    for place, one in enumerate(answers):
        columns: dict[str, Any] = {
            "workshop_id": workshop.id, "key": f"{name} {place}", "question": one.question, "kind": one.kind,
            "text": one.text, "station": int(one.question[1]), "source": SOURCES[place % 3], "sent": datetime.now(UTC),
        }  # fmt: skip
        store.write(partial(add_note, **columns))
    lead(store, workshop, until)
    return workshop


def voters(store: Store, workshop: Workshop) -> list[str]:
    """Twelve residents come in and the evening goes on to the vote; their slips."""
    door, now = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"]}, datetime.now(UTC)
    slips = [
        store.write(answering.check_in, workshop.code, door, f"door {one}", "sl", now, Random(one)).slip
        for one in range(12)
    ]
    lead(store, workshop, Stage.VOTE)
    return slips


def lead(store: Store, workshop: Workshop, until: Stage) -> None:
    """Next, until this stage."""
    while (where := store.read(situation_of, workshop.id)).step.stage is not until:
        store.write(hosting.move, workshop.id, Verb.NEXT, where.version, datetime.now(UTC))


@dataclass
class Table:
    """The board on the laptop, beside the store that it changes."""

    host: Facilitator
    store: Store
    workshop: Workshop
    gestures: int = field(default=0)

    @property
    def page(self) -> Page:
        return self.host.page

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        return of(self.store.read(published, self.store.read(situation_of, self.workshop.id)))

    def open(self) -> None:
        self.host.open("harvest", workshop=self.workshop.code)
        expect(self.page.locator(".card").first).to_be_visible()

    def cluster(self, text: str) -> Cluster:
        return next(one for one in self.clusters if any(note.text == text for note in one.notes))

    def card(self, text: str) -> Locator:
        return self.page.locator(f".card[data-card='{self.cluster(text).id}']")

    def column(self, theme: str) -> Locator:
        return self.page.locator(f".column[data-theme='{theme}']")

    def press(self, *keys: str) -> None:
        """One gesture by keyboard."""
        self.gestures += 1
        for one in keys:
            self.page.keyboard.press(one)

    def letter(self, theme: str) -> str:
        """The key in front of a theme in the list that is open."""
        name = self.column(theme).locator("h2").inner_text()
        return self.page.locator(".choice", has_text=name).locator("kbd").inner_text()

    def move(self, text: str, theme: str) -> None:
        """By keyboard, from wherever the hand is; what was corrected before may already stand there."""
        if self.column(theme).locator(f".card[data-card='{self.cluster(text).id}']").count():
            return
        self.card(text).focus()
        self.page.keyboard.press("m")
        self.press(self.letter(theme))
        self.answered()

    def drag(self, card: Locator, to: Locator) -> None:
        """With the mouse, onto the upper part of something."""
        self.gestures += 1
        start, end = card.bounding_box(), to.bounding_box()
        assert start and end
        mouse = self.page.mouse
        mouse.move(start["x"] + 50, start["y"] + 15)
        mouse.down()
        mouse.move(start["x"] + 70, start["y"] + 25)
        mouse.move(end["x"] + end["width"] / 2, end["y"] + 25, steps=5)
        mouse.up()

    def hold_and_drag(self, card: Locator, to: Locator) -> None:
        """With a finger: hold until the card is lifted, then draw it."""
        start, end = card.bounding_box(), to.bounding_box()
        assert start and end
        finger = self.page.context.new_cdp_session(self.page)
        at = {"x": start["x"] + 50, "y": start["y"] + 15}
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
        expect(self.page.locator(".ghost")).to_be_visible()
        for part in (0.5, 1.0):
            goal = {"x": end["x"] + 60, "y": end["y"] + 15}
            there = {key: at[key] + (goal[key] - at[key]) * part for key in at}
            finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [there]})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def answered(self) -> None:
        """The server has said that everything sent was carried out."""
        expect(self.page.locator(".board[data-waiting='0']")).to_have_count(1)

    def says(self, sentence: str) -> None:
        """What is announced to everybody, those who only hear included."""
        expect(self.page.locator(".live")).to_contain_text(sentence)

    def undo_says(self, what: str) -> None:
        expect(self.page.locator(".undo")).to_contain_text(f"({self.host.words(what)})")


def answer_the_questions(table: Table) -> None:
    """Yes where the field material says that it is the same idea, no elsewhere."""
    same = duplicates()
    while (asked := table.page.locator(".strip .texts li:visible")).count():
        groups = {same.get(text) for text in asked.all_inner_texts()}
        table.page.locator(".card").first.focus()
        table.press("y" if len(groups) == 1 and None not in groups else "n")
        table.answered()


def merge_what_is_left(table: Table) -> None:
    for group in {*duplicates().values()}:
        first, *others = [text for text, own in duplicates().items() if own == group]
        for other in others:
            if table.cluster(other).id != table.cluster(first).id:
                table.card(other).focus()
                table.page.keyboard.press("j")
                table.page.keyboard.type(first[:18])
                table.press("ArrowDown", "Enter")
                table.answered()


def duplicates() -> dict[str, str]:
    """The group of each answer that the field material calls the same idea as another one."""
    texts = {one.row: one.text for one in demo_answers()}
    return {texts[one.row]: one.duplicate_group for one in expectations() if one.duplicate_group}


def grave(table: Table) -> list[str]:
    """What axe calls serious or critical inside the board."""
    return [
        f"{one['id']}: {one['nodes'][0]['html']}"
        for one in Axe().run(table.page).response["violations"]
        if one["impact"] in ("serious", "critical") and "BidiComponent" in str(one["nodes"][0]["target"])
    ]
