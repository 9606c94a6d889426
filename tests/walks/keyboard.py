"""Hands on the keyboard and nowhere else: Tab, Enter, Space and arrows, with an eye on the frame around the focus."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

MOST_STOPS = 120
LOOKS = 30
NEXT_LOOK = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))"
"""A page that is just being drawn gets its frames a moment later; one that never does is a barrier."""
LEAST_FRAME, LEAST_CONTRAST = 2, 3.0  # CSS px; WCAG 2.2, 2.4.7 with 1.4.11
FOCUSED = Path(__file__).with_name("focused.js").read_text("utf-8").partition("\n")[2]
SAME_GROUP = "one => [...one.form.elements].filter((each) => each.name === one.name).map((each) => each.value)"
POINTED = "addEventListener('pointerdown', (event) => event.isTrusted && pointed(location.pathname), true)"

class Keys:
    """The keyboard of one page. `stops` is every place where the focus was; `dim` those where it could not be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops = 0
        self.dim: list[str] = []

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def tab(self, key: str = "Tab") -> None:
        """To the next control; whether it can be seen is remembered."""
        self.press(key)
        self.stops += 1
        for _ in range(LOOKS):
            dim = self._dim()
            if not dim:
                return
            self.page.evaluate(NEXT_LOOK)
        self.dim.append(dim)

    def _dim(self) -> str:
        """The focused control where its frame cannot be seen; empty where it can."""
        found = self.page.evaluate(FOCUSED)
        if not found or (
            found["width"] > LEAST_FRAME - 0.1 and found["contrast"] >= LEAST_CONTRAST and found["inside"]
        ):
            return ""
        frame = f"{found['width']:.1f} px, {found['contrast']:.1f} : 1, on the screen: {found['inside']}"
        return f"{found['what']} {frame}"

    def skip(self) -> None:
        """Past menu and header by the first link of the page."""
        self.tab()
        assert "#" in str(self.page.evaluate("document.activeElement.getAttribute('href')")), "no skip link"
        self.press("Enter")

    def to(self, goal: Locator, key: str = "Tab") -> None:
        """Tab until the focus stands on it; more than so many stops is a trap."""
        expect(goal).to_be_visible()
        for _ in range(MOST_STOPS):
            if goal.evaluate("one => one.matches(':focus') || one.contains(one.getRootNode().activeElement)"):
                return
            self.tab(key)
        raise AssertionError(f"no way by keyboard to {goal}")

    def button(self, name: str) -> None:
        """To the button with this label, and Enter."""
        self.to(self.page.get_by_role("button", name=name, exact=True).first)
        self.press("Enter")

    def choose(self, goal: Locator) -> None:
        """A radio button or box: into its group by Tab, to it by arrows, or by Space."""
        if goal.get_attribute("type") == "radio":
            self._into(goal)
        else:
            self.to(goal)
            self.press("Space")
        expect(goal).to_be_checked()

    def _into(self, goal: Locator) -> None:
        group = goal.evaluate(SAME_GROUP)
        name = goal.get_attribute("name")
        for _ in range(MOST_STOPS):
            at = self.page.evaluate("() => [document.activeElement.name, document.activeElement.value]")
            if at[0] == name:
                break
            self.tab()
        at_place, wanted = group.index(at[1]), group.index(goal.get_attribute("value"))
        self.press(*["ArrowDown" if wanted > at_place else "ArrowUp"] * abs(wanted - at_place) or ["Space"])

    def fill(self, goal: Locator, text: str) -> None:
        self.to(goal)
        self.press("ControlOrMeta+a")
        self.type(text)

def watched(context: BrowserContext, pointed: list[str]) -> None:
    """From now on each page of this browser reports when a mouse or finger touches it."""
    context.expose_function("pointed", lambda path: pointed.append(path))
    context.add_init_script(POINTED)
