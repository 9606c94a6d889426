"""What a phone or a table host has sent is never lost, never doubled, and always says where it stands."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import PATIENCE
from tests.walks.house import House, house
from tests.walks.people import Phone, phone
from toolkit.i18n import translator
from toolkit.store import slips
from toolkit.store.evening import evening

SL = translator("sl")
OLD = """
delete Element.prototype.replaceChildren; delete window.AbortController; delete Array.prototype.flat;
delete Object.fromEntries; delete window.queueMicrotask;
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("house")) as made:
        yield made


@pytest.fixture(autouse=True)
def mended(home: House) -> Iterator[None]:
    yield
    home.network.mend()
    home.network.lose_answers(0)


@pytest.fixture
def arrives(browser: Browser, home: House) -> Iterator[Callable[..., Phone]]:
    """Somebody checks in; at the end every phone is put away."""
    there = []

    def arrive(code: str = "", **look: str) -> Phone:
        one = phone(browser, code or home.open.code, "sl")
        there.append(one)
        one.check_in(home.network.url)
        return one

    yield arrive
    for one in there:
        one.page.context.close()


@pytest.fixture
def one(arrives: Callable[..., Phone]) -> Phone:
    return arrives()


def row(page: Page, text: str, state: str) -> None:
    """The note stands in the list with its state in words."""
    expect(page.locator(f"#queue [data-state={state}]").get_by_text(text)).to_be_visible()


def kept(page: Page) -> str:
    """All that this browser remembers."""
    return str(page.evaluate("JSON.stringify({...localStorage})"))


def test_ten_minutes_offline_and_a_closed_tab_lose_nothing(home: House, one: Phone) -> None:
    one.page.clock.install()
    home.network.cut()
    one.write("Deset minut brez omrežja.")
    row(one.page, "Deset minut", "waiting")
    one.page.locator("form[data-note] textarea").nth(1).fill("Na pol napisano")
    for _ in range(10):
        one.page.clock.fast_forward("01:00")
    row(one.page, "Deset minut", "waiting")
    later = one.page.context.new_page()
    one.page.close()
    home.network.mend()
    later.goto(f"{home.network.url}/w/{one.code}")
    one.page = later
    one.sees_own("Deset minut brez omrežja.")
    expect(later.locator("form[data-note] textarea").nth(1)).to_have_value("Na pol napisano")
    assert home.texts.count("Deset minut brez omrežja.") == 1
    assert "queue:" not in kept(later)


def test_an_answer_that_is_lost_after_the_commit_doubles_nothing(home: House, one: Phone) -> None:
    home.network.lose_answers(1)
    one.write("Odgovor se je izgubil.")
    one.sees_own("Odgovor se je izgubil.")
    assert home.network.lost >= 1 and home.texts.count("Odgovor se je izgubil.") == 1


def test_a_double_tap_sends_once(home: House, one: Phone) -> None:
    one.page.locator("form[data-note] textarea").first.fill("Dvojni dotik.")
    one.page.locator("form[data-note] button.wide").first.dblclick()
    one.sees_own("Dvojni dotik.")
    one.page.reload()
    one.page.go_back()
    one.page.go_forward()
    assert home.texts.count("Dvojni dotik.") == 1


def test_the_server_is_not_asked_again_before_it_wants(home: House, one: Phone) -> None:
    asked = []

    def busy(route: Route) -> None:
        asked.append(route.request.method)
        route.fulfill(status=503, headers={"Retry-After": "40"}, json={"error": "busy", "status": 503, "key": ""})

    one.page.clock.install()
    one.page.route("**/notes", busy)
    one.write("Počakaj malo.")
    row(one.page, "Počakaj malo.", "waiting")
    one.page.clock.run_for(39_000)
    one.page.evaluate("dispatchEvent(new Event('online'))")
    assert len(asked) == 1
    one.page.unroute("**/notes")
    one.page.clock.run_for(3_000)
    one.sees_own("Počakaj malo.")


def test_a_refused_note_waits_for_its_writer(home: House, one: Phone) -> None:
    sorry = {"error": "To ne gre.", "status": 422, "key": ""}
    one.page.route("**/notes", lambda route: route.fulfill(status=422, json=sorry))
    one.write("Zavrnjeno.")
    row(one.page, "Zavrnjeno.", "attention")
    expect(one.page.locator("#queue")).to_contain_text("To ne gre.")
    one.page.unroute("**/notes")
    one.page.reload()
    one.press("Put it back into the field")
    area = one.page.locator("form[data-note] textarea").first
    expect(area).to_have_value("Zavrnjeno.")
    area.fill("Zdaj gre.")
    one.page.locator("form[data-note] button.wide").first.click()
    one.sees_own("Zdaj gre.")


def test_a_tick_waits_and_says_so(home: House, arrives: Callable[..., Phone]) -> None:
    one, before = arrives(home.turning.code), home.ticks
    agree = one.page.locator("form[data-tick]").first
    home.network.cut()
    agree.locator("button").click()
    expect(agree).to_contain_text(SL("waiting for the network"))
    expect(agree.locator("button")).to_have_attribute("aria-pressed", "false")
    home.network.mend()
    expect(agree.locator("button")).to_have_attribute("aria-pressed", "true")
    assert home.ticks == before + 1


def test_the_closing_form_waits_and_says_so(home: House, one: Phone) -> None:
    one.page.goto(f"{home.network.url}/w/{one.code}/closing")
    home.network.cut()
    one.page.locator("input[name=overall][value='5']").check()
    one.press("Send")
    row(one.page, SL("How it was for you"), "waiting")
    home.network.mend()
    expect(one.page.get_by_text(SL("Received. Thank you."))).to_be_visible()


def test_a_vote_is_not_called_received_before_it_is(home: House, arrives: Callable[..., Phone]) -> None:
    voter, before = arrives(home.voting.code), home.ballots
    home.network.cut()
    voter.page.locator("input[name=marks]").first.check()
    voter.press("Send my choice")
    row(voter.page, SL("Your choice"), "waiting")
    assert not voter.page.get_by_text(SL("Received. Your choice counts.")).count()
    home.network.mend()
    expect(voter.page.get_by_text(SL("Received. Your choice counts."))).to_be_visible()
    assert home.ballots == before + 1


def test_two_corrections_of_one_note_are_shown_side_by_side(home: House, one: Phone) -> None:
    one.write("Prvotno.")
    one.sees_own("Prvotno.")
    home.network.cut()
    mine = one.page.locator(".notes li", has_text="Prvotno.")
    mine.locator("summary").click()
    mine.locator("textarea").fill("Moje besede.")
    mine.get_by_role("button", name=SL("Save the correction")).click()
    row(one.page, "Moje besede.", "waiting")
    elsewhere(home, one, "Druge besede.")
    home.network.mend()
    both = one.page.locator("#queue .two > div")
    expect(both).to_contain_text(["Druge besede.", "Moje besede."])
    one.press("Keep what I wrote")
    one.sees_own("Moje besede.")
    assert "Moje besede." in home.texts and not {"Prvotno.", "Druge besede."} & set(home.texts)


def elsewhere(home: House, one: Phone, text: str) -> None:
    """The same person corrects the same note from a page that knows nothing of the queue."""
    form = one.page.locator("form[data-queue=correct]")
    hidden = {name: form.locator(f"input[name={name}]").input_value() for name in ("csrf", "key", "for")}
    given: dict[str, str | float | bool] = {**hidden, "text": text}
    told = one.page.request.post(home.server.url + (form.get_attribute("action") or ""), form=given)
    assert told.ok


def test_another_person_sees_nothing_of_the_first_ones_words(home: House, one: Phone) -> None:
    home.network.cut()
    one.write("Samo moje.")
    row(one.page, "Samo moje.", "waiting")
    one.page.locator("form[data-note] textarea").first.fill("Še nenapisano.")
    one.page.route("**/notes", lambda route: route.abort())
    home.network.mend()
    one.press("Another person on this phone")
    one.check_in(home.network.url)
    assert "moje" not in one.page.locator("main").inner_text()
    expect(one.page.locator("form[data-note] textarea").first).to_have_value("")
    expect(one.page.locator("#queue li")).to_have_count(1)
    one.page.unroute("**/notes")
    one.write("Od druge osebe.")
    one.sees_own("Od druge osebe.")
    expect(one.page.locator("#queue li")).to_have_count(0)
    assert {"Samo moje.", "Od druge osebe."} <= set(home.texts)
    one.page.get_by_role("button", name=SL("Answer with slip {code}", code="")).first.click()
    expect(one.page.locator("form[data-note] textarea").first).to_have_value("Še nenapisano.")


def test_nothing_of_an_erased_slip_is_sent(home: House, one: Phone) -> None:
    home.network.cut()
    one.write("Po izbrisu.")
    row(one.page, "Po izbrisu.", "waiting")
    slip = one.page.evaluate("document.body.dataset.slip")
    home.store.write(lambda tx: slips.erase(tx, slips.slip_row(tx, slip)))
    home.network.mend()
    gone = SL("This slip was erased. What still waited on this phone was not sent.")
    expect(one.page.locator("#state")).to_have_text(gone)
    assert "Po izbrisu." not in kept(one.page) and "Po izbrisu." not in home.texts


def test_contacts_are_never_kept_on_the_phone_and_never_lost(home: House, one: Phone) -> None:
    one.page.goto(f"{home.network.url}/w/{one.code}/interest")
    home.network.cut()
    one.page.locator("input[name=levels]").first.check()
    one.page.locator("input[name=name]").fill("Ime za zgled")
    one.page.locator("input[name=email]").fill("zgled@example.org")
    one.page.locator("input[name=adult][value='yes_']").check()
    one.page.locator("input[name=c_next]").check()
    one.press("Send")
    unsent = SL("Not sent: there is no connection. Please press the button again.")
    expect(one.page.locator("#state")).to_have_text(unsent)
    assert "zgled" not in kept(one.page)
    home.network.mend()
    one.press("Send")
    one.press("I have noted it")
    assert len(home.store.read(evening, home.open.id).interests) == 1


def test_a_table_host_loses_no_line(home: House, browser: Browser) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}, locale="sl-SI").new_page()
    page.goto(f"{home.network.url}/h/{home.token}")
    page.locator("input[name=question]").first.check()
    home.network.cut()
    page.locator("#lines").fill("Od mize ena\n" + "x" * 201 + "\nOd mize dve")
    page.get_by_role("button", name=SL("Send the notes")).click()
    row(page, "Od mize ena", "waiting")
    page.locator("#lines").fill("Začeto")
    home.network.mend()
    expect(page.locator("#queue [data-state=attention]")).to_contain_text("x" * 40)
    assert page.locator("#lines").input_value() == "Začeto"
    page.get_by_role("button", name=SL("Send the notes")).click()
    expect(page.locator(".notes").get_by_text("Začeto")).to_be_visible()
    page.get_by_role("button", name=SL("Put it back into the field")).click()
    expect(page.locator("#lines")).to_have_value("x" * 201)
    assert [home.texts.count(text) for text in ("Od mize ena", "Od mize dve", "Začeto")] == [1, 1, 1]
    page.context.close()


@pytest.mark.parametrize("old", [OLD, "nothing"])
def test_an_old_browser_gets_the_plain_forms(home: House, browser: Browser, old: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="sl-SI")
    context.set_default_timeout(PATIENCE)
    if old is OLD:
        context.add_init_script(OLD)
    else:
        context.route("**/assets/**", lambda route: route.abort())
    one = Phone(context.new_page(), home.open.code, SL)
    problems: list[str] = []
    one.page.on("pageerror", lambda error: problems.append(str(error)))
    one.check_in(home.network.url)
    one.write(f"Stari brskalnik {len(old)}.")
    one.sees_own(f"Stari brskalnik {len(old)}.")
    assert "#state" in one.page.url and "queue:" not in kept(one.page) and problems == []
    one.page.goto(f"{home.network.url}/w/{one.code}/closing")
    one.close()
    one.page.goto(f"{home.network.url}/h/{home.token}")
    one.page.locator("input[name=question]").first.check()
    one.page.locator("#lines").fill(f"Stara miza {len(old)}")
    one.press("Send the notes")
    expect(one.page.locator(".notes").get_by_text(f"Stara miza {len(old)}")).to_be_visible()
    context.close()
