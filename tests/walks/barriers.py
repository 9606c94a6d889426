"""What keeps people out, found in a page by measuring: axe, width, cut texts, small targets, lost focus.

Residents' pages: targets of 44 px and wider text spacing (WCAG 1.4.12). Staff pages: targets of 24 px (WCAG 2.5.8).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
# WCAG 1.4.12, as a reader's own style would set it.
SPACING = """*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}"""

ADOPT = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

STILL = """() => Promise.race([
  Promise.all(document.getAnimations().filter((one) => one.playState === "running" &&
    one.effect.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => null))),
  new Promise((done) => setTimeout(done, 3000)),
])"""
"""What fades in has the contrast that it is meant to have only at its end."""

WIDE = "() => document.documentElement.scrollWidth - innerWidth"
WIDE_STAFF = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return Math.max(main ? main.scrollWidth - main.clientWidth : 0, document.documentElement.scrollWidth - innerWidth);
}"""


def _script(name: str) -> str:
    """A measuring function, without the line that explains it."""
    return Path(__file__).with_name(name).read_text("utf-8").partition("\n")[2]


SMALL, CUT = _script("small.js"), _script("cut.js")


@dataclass(frozen=True, slots=True)
class Known:
    """A fault that is not ours and that we cannot mend: axe's rule, a part of the node's HTML, and the reason."""

    rule: str
    part: str
    reason: str


def grave(page: Page, known: Iterable[Known] = (), met: set[Known] | None = None) -> list[str]:
    """What axe calls serious or critical, without what is known; what was known and found is added to `met`."""
    page.evaluate(STILL)
    found = []
    for one in Axe().run(page).response["violations"]:
        for node in one["nodes"] if one["impact"] in GRAVE else ():
            excused = next((each for each in known if each.rule == one["id"] and each.part in node["html"]), None)
            if excused is None:
                found.append(f"{one['id']}: {node['html'][:160]}")
            elif met is not None:
                met.add(excused)
    return found


def wide(page: Page, *, staff: bool = False) -> list[str]:
    """Whether the page must be scrolled sideways."""
    over = page.evaluate(WIDE_STAFF if staff else WIDE)
    return [f"{over} px too wide at {page.evaluate('innerWidth')} px"] if over > 0 else []


def small(page: Page, least: int) -> list[str]:
    """Controls lower than so many pixels."""
    return [f"small: {one}" for one in page.evaluate(SMALL, least)]


def cut(page: Page) -> list[str]:
    """Texts that do not fit into their box."""
    return [f"cut: {one}" for one in page.evaluate(CUT)]


def spaced(page: Page) -> list[str]:
    """What wider text spacing cuts off or pushes out; the page keeps that spacing afterwards."""
    page.evaluate(ADOPT, SPACING)
    return [f"spaced: {one}" for one in (*wide(page), *cut(page))]
