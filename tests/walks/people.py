"""People at their screens, for walks in a real browser: residents on phones, the facilitator at the desk."""

from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.sync_api import Browser, Page, expect

from carousel.stage import Step
from tests.conftest import PATIENCE
from tests.program import Server
from toolkit.desk.runsheet import next_label
from toolkit.i18n import Translator, translator
from toolkit.store import Store

LOCALES = {"sl": "sl-SI", "en": "en-GB"}


@dataclass
class Phone:
    """A resident's phone: a browser context of its own, 390 × 844."""

    page: Page
    code: str
    words: Translator

    def press(self, label: str) -> None:
        self.page.get_by_role("button", name=self.words(label), exact=True).first.click()

    def check_in(self, address: str) -> None:
        self.page.goto(f"{address}/w/{self.code}")
        for name, value in (("lives_in", "this_ks"), ("stakeholder_type", "prebivalec"), ("need_before", "4")):
            self.page.locator(f"input[name={name}][value='{value}']").check()
        self.press("Get my slip")
        self.press("I have noted it")
        expect(self.page.locator("body[data-slip]:not([data-slip=''])")).to_have_count(1)

    def at(self, stage: str, place: str = "") -> None:
        """Wait until the phone has followed the evening to this stage by itself."""
        more = f"[data-place*='{place}']" if place else ""
        expect(self.page.locator(f"body[data-stage='{stage}']{more}")).to_have_count(1)

    def gets_the_page_of_before(self) -> None:
        """The next page that this phone asks for is one of before the step, as another process may answer it."""
        old = self.page.context.request.get(self.page.url).text()
        self.page.route(self.page.url, lambda asked: asked.fulfill(body=old, content_type="text/html"), times=1)

    def write(self, text: str) -> None:
        form = self.page.locator("form[data-note]").first
        form.locator("textarea").fill(text)
        form.locator("button").last.click()

    def sees_own(self, text: str) -> None:
        expect(self.page.locator("main .notes").get_by_text(text, exact=True).first).to_be_visible()

    def tick_first(self) -> bool:
        """Agree with the first note of an earlier group; False where there is none."""
        ticks = self.page.locator("form[data-tick] button[aria-pressed='false']")
        if not ticks.count():
            return False
        before = self.page.locator("form[data-tick] button[aria-pressed='true']").count()
        ticks.first.click()
        expect(self.page.locator("form[data-tick] button[aria-pressed='true']")).to_have_count(before + 1)
        return True

    def vote(self, marks: int) -> None:
        boxes = self.page.locator("input[name=marks]")
        for place in range(marks):
            boxes.nth(place).check()
        self.press("Send my choice")
        expect(self.page.get_by_text(self.words("Received. Your choice counts."))).to_be_visible()

    def leave_contact(self, name: str) -> None:
        self.page.locator("input[name=levels]").first.check()
        self.page.locator("input[name=name]").fill(name)
        self.page.locator("input[name=email]").fill("zgled@example.org")
        self.page.locator("input[name=adult][value='yes_']").check()
        self.page.locator("input[name=c_next]").check()
        self.press("Send")
        self.press("I have noted it")

    def close(self) -> None:
        self.page.locator("input[name=overall][value='5']").check()
        self.page.locator("input[name=need_after][value='5']").check()
        self.press("Send")
        expect(self.page.get_by_text(self.words("Received. Thank you."))).to_be_visible()


@dataclass
class Facilitator:
    """The facilitator's laptop, 1280 × 720."""

    page: Page
    words: Translator
    url: str

    def sign_up(self, link: str) -> None:
        self.page.goto(link)
        self.page.fill("input[name=name]", "Voditeljica (demo)")
        self.page.fill("input[name=password]", "dovolj dolgo geslo")
        self.page.fill("input[name=passphrase]", "trije mali zajci")
        self.page.get_by_role("button", name=self.words("Save and open the desk")).click()
        expect(self.page.get_by_role("heading", name=self.words("Workshops"))).to_be_visible()

    def open(self, name: str, **query: str) -> None:
        """A staff page by its address, in the facilitator's language."""
        asked = "&".join(f"{key}={value}" for key, value in ({"language": self.words.language} | query).items())
        self.page.goto(f"{self.url}/{name}?{asked}")

    def press(self, label: str) -> None:
        """Press a button as soon as the page offers it."""
        self.page.get_by_role("button", name=label, exact=True).first.click()

    def prepare(self, community: str) -> str:
        """Fill in the wizard; the new workshop's code."""
        self.open("prepare")
        box = self.page.get_by_role("combobox", name=self.words("Community"))
        box.fill(community)
        box.press("Enter")
        self.press(self.words("Prepare the workshop"))
        code = self.page.locator(".v-code")
        expect(code).to_be_visible()
        return code.inner_text().strip()

    def go_on(self, step: Step) -> None:
        """Press the one primary button of the host's page, whatever it says at this step."""
        label = next_label(self.words, step, datetime.now(UTC))
        assert label is not None, f"the evening cannot go on from {step.stage}"
        self.press(label)


def phone(browser: Browser, code: str, language: str) -> Phone:
    """A new phone in somebody's hand."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale=LOCALES[language], is_mobile=True, has_touch=True
    )
    context.set_default_timeout(PATIENCE)
    return Phone(context.new_page(), code, translator(language))


def facilitator(browser: Browser, server: Server, language: str, *, dark: bool = False) -> Facilitator:
    """A laptop that comes by the one-time link."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 720}, locale=LOCALES[language], color_scheme="dark" if dark else "light"
    )
    context.set_default_timeout(PATIENCE)
    desk = Facilitator(context.new_page(), translator(language), server.url)
    desk.sign_up(server.sign_in)
    return desk


def looking_into(server: Server) -> Store:
    """The running program's store, to look at what it holds."""
    return Store(f"sqlite:///{(server.data / 'vrtiljak.sqlite').as_posix()}")
