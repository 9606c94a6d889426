"""`bench offline`: notes written in a dead spot arrive once, ten minutes and a killed tab later; and so do notes under
a double tap, back, a reload and an answer that is lost after the commit, with the script and without."""

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic

from playwright.sync_api import Browser, Error, Locator, Page, expect

from tests.bench.browser import chromium
from tests.bench.figures import Row, tell
from tests.bench.hall import PACE
from tests.walks.house import House, house
from tests.walks.people import Phone
from toolkit.i18n import translator

SIZES = (200, 1000)  # notes from a dead spot, tries of doubling one
EACH = 10  # notes that one phone writes in the dead spot
PATIENCE = 60_000  # milliseconds
RELOADS = 5  # at most, for one try
Trouble = Callable[[House, Page, Callable[[], None]], None]


def someone(browser: Browser, home: House, scripts: bool) -> Phone:
    """One person who has checked in, with or without a script."""
    context = browser.new_context(locale="en-GB", viewport={"width": 390, "height": 844}, java_script_enabled=scripts)
    context.set_default_timeout(PATIENCE)
    one = Phone(context.new_page(), home.open.code, translator("en"))
    one.check_in(home.network.url)
    return one


def dead_spot(browser: Browser, home: House, wanted: int) -> Row:
    """Every phone writes without a network, waits ten minutes, loses its tab, and comes back to the network."""
    begun, waited, texts = monotonic(), 0, list[str]()
    for number in range(-(-wanted // EACH)):
        one = someone(browser, home, scripts=True)
        mine = [f"Idea {number}.{place} from a dead spot" for place in range(min(EACH, wanted - len(texts)))]
        waited += write_there(one, mine)
        one.page.goto(f"{home.network.url}/w/{one.code}")
        for text in mine:
            one.sees_own(text)
        expect(area(one.page)).to_have_value("half a thou")
        expect(one.page.locator("#queue li")).to_have_count(0)
        texts += mine
        one.page.context.close()
    return counted("ten minutes offline, tab killed", home, texts, begun) | {"seen waiting": waited}


def write_there(one: Phone, texts: Sequence[str]) -> int:
    """Write these offline and half of another, let ten minutes pass and kill the tab; how many were seen waiting."""
    context, page = one.page.context, one.page
    page.clock.install()
    context.set_offline(True)
    for text in texts:
        one.write(text)
    area(page).fill("half a thou")
    page.clock.fast_forward("10:00")
    expect(page.locator("#queue [data-state=waiting]")).to_have_count(len(texts))
    one.page = context.new_page()
    page.close()
    context.set_offline(False)
    return len(texts)


def double_tap(home: House, page: Page, settled: Callable[[], None]) -> None:
    """Two clicks as fast as they can come."""
    button(page).dblclick()


def go_back(home: House, page: Page, settled: Callable[[], None]) -> None:
    """Leave the page while the note is on its way, and come back."""
    button(page).click()
    settled()
    page.goto(f"{home.network.url}/w/{home.open.code}/privacy")
    page.go_back()


def reload(home: House, page: Page, settled: Callable[[], None]) -> None:
    """Reload while the note is on its way."""
    button(page).click()
    settled()
    page.reload()


def lose_the_answer(home: House, page: Page, settled: Callable[[], None]) -> None:
    """The program keeps the note; nobody hears of it. The browser itself may repeat such a form, or its user does."""
    home.network.lose_answers(1)
    with suppress(Error):
        button(page).click()
    come_back(page)
    home.network.lose_answers(0)


def come_back(page: Page) -> None:
    """Reload; while a page gives way to the next there may be none to reload."""
    for _ in range(RELOADS):
        with suppress(Error):
            page.reload()
            return


TROUBLES: tuple[Trouble, ...] = (double_tap, go_back, reload, lose_the_answer)


def tries(browser: Browser, home: House, wanted: int, scripts: bool) -> list[Row]:
    """The four troubles in turn; each phone writes a few notes, as people do."""
    begun, done = monotonic(), {trouble: list[str]() for trouble in TROUBLES}
    for first in range(0, wanted, EACH * 2):
        one = someone(browser, home, scripts)
        for number in range(first, min(wanted, first + EACH * 2)):
            trouble = TROUBLES[number % len(TROUBLES)]
            text = f"Idea {number} {'with' if scripts else 'without'} a script"
            area(one.page).fill(text)
            seen = partial(one.sees_own, text)
            trouble(home, one.page, nothing if scripts else seen)  # a plain form is on its way only while a page loads
            seen()
            done[trouble].append(text)
        one.page.context.close()
    how = "script" if scripts else "no script"
    return [counted(f"{one.__name__.replace('_', ' ')}, {how}", home, texts, begun) for one, texts in done.items()]


def nothing() -> None:
    """Do not wait: the script finds it again."""


def area(page: Page) -> Locator:
    """Where an idea is written."""
    return page.locator("form[data-note] textarea").first


def button(page: Page) -> Locator:
    """What sends it."""
    return page.locator("form[data-note] button.wide").first


def counted(what: str, home: House, texts: Sequence[str], begun: float) -> dict[str, str | int | float]:
    """How many of these texts are in the store once, not at all, more often."""
    found = Counter(home.texts)
    return {
        "what": what,
        "tries": len(texts),
        "one effect": sum(found[text] == 1 for text in texts),
        "lost": sum(found[text] == 0 for text in texts),
        "doubled": sum(found[text] > 1 for text in texts),
        "s": monotonic() - begun,
    }


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per trouble: tries, and how many had exactly one effect."""
    offline, doubles = (*sizes, *SIZES[len(sizes) :])[:2]
    os.environ["VRTILJAK_PACE"] = PACE
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as folder, house(Path(folder)) as home, chromium() as browser:
        rows: list[Row] = [dead_spot(browser, home, offline)]
        rows += tries(browser, home, doubles - doubles // 4, scripts=True)
        rows += tries(browser, home, doubles // 4, scripts=False)
    tell("offline", rows, as_json, "goal: every try has exactly one effect")
