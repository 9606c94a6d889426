"""Renews docs/pictures from the running program: `.venv/bin/python -m tests.walks.pictures`.

The notes are those of the demonstration; nobody said them.
"""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect, sync_playwright

from carousel.stage import Stage
from tests.conftest import BROWSER_ARGUMENTS
from tests.evening_hall import Hall
from tests.program import HERE, start
from tests.walks.people import Facilitator, facilitator, looking_into, phone
from toolkit.acts import answering
from toolkit.acts.demo import play_demo
from toolkit.content.demo import demo_answers
from toolkit.store import Store, workshops

PICTURES = HERE / "docs" / "pictures"
PAGES = ("prepare", "harvest", "matches", "compare", "report", "communities", "stakeholders", "print", "opening")
PEOPLE = 23
HELD = (18, 37)  # rows that moderation holds


def main() -> None:
    """Every picture of the README, in Slovenian."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    browser_path = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))))
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        code, finished = second_round(Path(folder))
        server = start(Path(folder))
        browser = driver.chromium.launch(executable_path=browser_path, args=list(BROWSER_ARGUMENTS))
        try:
            host = facilitator(browser, server, "sl")
            desk_pictures(host, code, finished)
            hall_pictures(browser, host, code, looking_into(server))
        finally:
            browser.close()
            server.kill()


def second_round(folder: Path) -> tuple[str, str]:
    """A store whose practice workshop stands in its second round; its code and that of a finished evening."""
    store = Store(f"sqlite:///{(folder / 'vrtiljak.sqlite').as_posix()}")
    *finished, practice = store.write(play_demo, "sl", datetime.now(UTC), Random(1))
    hall = Hall(store, practice, now=datetime.now(UTC) - timedelta(minutes=4))
    hall.arrive(PEOPLE)
    waiting = [answer for answer in demo_answers() if answer.row not in HELD]
    for round in (0, 1):
        hall.go_to(Stage.ROUND, round)
        for person in hall.people * 2:
            asked = hall.question_for(person, round)
            if fitting := [answer for answer in waiting if answer.question == asked]:
                given = {"question": [asked], "kind": [fitting[0].kind], "text": [fitting[0].text]}
                store.write(answering.leave_note, person.slip, given, f"picture {fitting[0].row}", hall.tick())
                waiting.remove(fitting[0])
    store.close()
    return practice.code, finished[1].code


def desk_pictures(host: Facilitator, code: str, finished: str) -> None:
    for name in PAGES:
        more = {"compare": {"view": "themes"}, "communities": {"part": "readiness"}}.get(name, {})
        host.open(name, workshop=code if name in ("prepare", "opening") else finished, **more)
        if name in ("harvest", "matches"):
            host.page.locator(".card, .need").first.wait_for(timeout=60_000)
        at_rest(host.page)
        host.page.screenshot(path=PICTURES / f"{name}.png")


def hall_pictures(browser: Browser, host: Facilitator, code: str, store: Store) -> None:
    screen = host.page.context.new_page()
    screen.set_viewport_size({"width": 1920, "height": 1080})
    screen.goto(f"{host.url}/screen/{code}")
    late = phone(browser, code, "sl")
    late.check_in(host.url)
    settle(late.page)
    late.page.screenshot(path=PICTURES / "phone_round.png")
    screen.screenshot(path=PICTURES / "projector_round.png")
    host.open("host", workshop=code)
    settle(host.page)
    host.page.screenshot(path=PICTURES / "host.png")
    while (where := store.read(workshops.situation, code)).step.stage is not Stage.VOTE:
        host.go_on(where.step)
        host.page.wait_for_timeout(1200)
    late.at(Stage.VOTE)
    late.page.screenshot(path=PICTURES / "phone_vote.png")
    store.close()


def at_rest(page: Page) -> None:
    """Wait until a staff page has drawn everything."""
    settle(page)
    expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
    page.wait_for_timeout(1500)


def settle(page: Page) -> None:
    """Wait until the page has come to rest."""
    page.wait_for_timeout(2500)


if __name__ == "__main__":
    main()
