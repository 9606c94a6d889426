"""A mentor at the desk: what she types, chooses, uploads and takes away, as a browser does it."""

import csv
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, Locator, expect

from tests.conftest import PATIENCE
from tests.walks.people import LOCALES, Facilitator
from toolkit.acts.importing_template import columns
from toolkit.content.question_set import question_set
from toolkit.i18n import translator

WORDS = {
    "S1_prostor": ("Svetel prostor brez stopnic", "Odprto tudi zvečer", "Miren kotiček za branje"),
    "S2_potrebe": ("Prevoz k zdravniku", "Družba ob sredah", "Pomoč pri telefonu", "Igre za otroke"),
    "S3_obstojece": ("Pevski zbor v dvorani", "Gasilci vadijo ob petkih"),
    "S4_ponudba": ("Vozila bi starejše k zdravniku", "Učim uporabo telefona", "Posodim orodje"),
    "S5_sodelovanje": ("Povabite mladino", "Rada bi pomagala pri urniku"),
}


class Mentor(Facilitator):
    """The mentor's laptop; pages are opened by their address, as from a bookmark."""

    def fill(self, label: str, text: str, place: int = 0) -> None:
        """Type into the field with this label and leave it, so that the page takes it over."""
        field = self.page.get_by_label(label).nth(place)
        field.fill(text)
        field.press("Tab")

    def press(self, label: str) -> None:
        """Press a button once the page has taken over what was typed before."""
        expect(self.page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
        super().press(label)

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def open_up(self, label: str) -> None:
        """Open what is folded in: an expander or a popover."""
        self.page.locator("summary, button", has_text=label).first.click()

    def bring(self, file: Path) -> None:
        """Choose a file where the page asks for one."""
        self.page.locator("input[type=file]").first.set_input_files(file)

    def take(self, label: str) -> bytes:
        """Press a download and read the file that comes."""
        with self.page.expect_download(timeout=3 * PATIENCE) as waiting:
            self.page.get_by_role("button", name=label).first.click()
        return Path(waiting.value.path()).read_bytes()

    def found(self, community: str) -> str:
        """Add a community; its id, as the page's address names it."""
        self.open("communities")
        self.open_up("New community")
        self.fill("Name of the community", community)
        self.press("Add")
        expect(self.page.get_by_role("combobox", name="Community").first).to_have_value(community)
        self.page.wait_for_url(lambda url: "community=" in url)
        return self.page.url.partition("community=")[2].partition("&")[0]

    def insist(self, label: str, seen: str) -> None:
        """Press until this is seen: a press may fall on a button that is just being drawn anew."""
        for _ in range(3):
            self.press(label)
            with suppress(AssertionError):
                return expect(self.page.get_by_text(seen).first).to_be_visible(timeout=PATIENCE / 3)
        raise AssertionError(f"{seen!r} was not seen after {label!r}")

    def rate(self, community: str, scores: Sequence[int], seen: str) -> None:
        """Score every criterion, each with its evidence, once all are drawn: they do not come in their order."""
        self.open("communities", community=community, part="readiness")
        for drawn in (self.page.get_by_test_id("stRadio"), self.page.get_by_label("What this score rests on")):
            expect(drawn).to_have_count(len(scores))
        for place, score in enumerate(scores):
            choose(self.page.get_by_test_id("stRadio").nth(place), f"{score} ·")
            self.fill("What this score rests on", f"Zapisnik {place + 1}", place)
        self.insist("Keep my scores", seen)


def choose(group: Locator, label: str) -> None:
    """Choose one of a group and look whether it is chosen: what has just been drawn may not hear a press yet."""
    for _ in range(5):
        group.get_by_text(label).click()
        with suppress(AssertionError):
            return expect(group.locator("label", has_text=label).locator("input")).to_be_checked(timeout=PATIENCE / 10)
    raise AssertionError(f"{label!r} was not chosen")


def colleague(browser: Browser, first: Mentor, name: str) -> Mentor:
    """A second mentor, who comes by a link that the first one makes."""
    first.open("people")
    first.fill("For whom", name)
    role = first.page.get_by_role("combobox", name="Role", exact=True)
    role.fill("mentor")
    role.press("Enter")
    first.press("Make a link")
    link = first.page.locator("code", has_text="/welcome/").inner_text().strip()
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale=LOCALES["en"])
    context.set_default_timeout(PATIENCE)
    made = Mentor(context.new_page(), translator("en"), first.url)
    made.page.goto(link)
    made.page.fill("input[name=name]", name)
    made.page.fill("input[name=password]", "tudi dovolj dolgo geslo")
    made.page.locator("form button[type=submit], form button").first.click()
    return made


def register() -> bytes:
    """A register of stakeholders as an office keeps it: its own order of columns, Slovenian labels."""
    rows = [
        ("Vrsta", "Organizacija ali vloga", "Interes, 1 do 5", "Vpliv, 1 do 5", "Povabljeni dne", "Prišli"),
        ("Društvo", "Društvo upokojencev", "5", "3", "1. 10. 2026", "da"),
        ("javni_zavod", "Šola", "4", "4", "", ""),
        ("svet_ks", "Svet KS", "4", "5", "2026-10-01", "da"),
    ]
    return _table(rows)


def answers(people: int, seed: int) -> bytes:
    """The program's own table, filled in by so many people, the same for the same seed."""
    rng = Random(seed)
    asked = question_set()
    names = [name for name, _field in columns(asked, "en")]
    texts = {question.text.of("en"): WORDS[question.id] for question in asked.questions}
    rows: list[Sequence[str]] = [names]
    for person in range(people):
        given: dict[str, str] = {"Id": f"p{person}"}
        for name, field in columns(asked, "en"):
            if name in texts:
                given[name] = rng.choice(texts[name])
            elif field is not None and field.options and not field.several:
                given[name] = rng.choice([option.label("en") for option in field.options])
        rows.append([given.get(name, "") for name in names])
    return _table(rows)


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    stream = StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows(rows)
    return stream.getvalue().encode("utf-8-sig")
