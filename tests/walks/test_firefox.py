"""The same promises in Firefox: a stock one, as people have it."""

from collections.abc import Iterator

import pytest

from tests.firefox import Firefox, Tab, firefox, installed
from tests.walks.house import House, house
from toolkit.i18n import translator

SL = translator("sl")
OWN = "[...document.querySelectorAll('.notes li > p')].some((one) => one.textContent === {text!r})"
ROW = "[...document.querySelectorAll('#queue [data-state={state}]')].some((one) => one.textContent.includes({text!r}))"


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    path = installed()
    if path is None:
        pytest.skip("there is no Firefox here: install firefox-esr")
    with firefox(path, tmp_path_factory.mktemp("firefox")) as made:
        yield made


@pytest.fixture(scope="module")
def home(fox: Firefox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("house")) as made:
        yield made


@pytest.fixture
def phone(fox: Firefox, home: House) -> Iterator[Tab]:
    """A phone that has checked in to the open house."""
    home.network.mend()
    tab = fox.phone()
    check_in(tab, f"{home.network.url}/w/{home.open.code}")
    yield tab
    home.network.mend()
    home.network.lose_answers(0)


def check_in(tab: Tab, address: str) -> None:
    tab.goto(address)
    for name, value in (("lives_in", "this_ks"), ("stakeholder_type", "prebivalec"), ("need_before", "4")):
        tab.press(f"input[name={name}][value={value!r}]")
    tab.press("#checkin button")
    tab.press("form[action$=noted] button")
    tab.until("document.body.dataset.slip && !document.querySelector('#slip-title')")


def write(tab: Tab, text: str) -> None:
    tab.type("form[data-note] textarea", text)
    tab.press("form[data-note] button.wide")


def sees(tab: Tab, text: str, state: str = "") -> None:
    """The note stands among one's own, or in the list of what was sent with this state."""
    tab.until((ROW if state else OWN).format(text=text, state=state))


def test_firefox_keeps_a_note_while_the_network_is_gone_and_the_tab_is_closed(home: House, phone: Tab) -> None:
    home.network.cut()
    write(phone, "Brez omrežja v lisici.")
    sees(phone, "Brez omrežja v lisici.", "waiting")
    assert SL("waiting for the network") in phone.read("document.querySelector('#queue').textContent")
    later = phone.browser.tab(phone.owner)
    phone.close()
    home.network.mend()
    later.goto(f"{home.network.url}/w/{home.open.code}")
    sees(later, "Brez omrežja v lisici.")
    later.reload()
    assert home.texts.count("Brez omrežja v lisici.") == 1


def test_firefox_doubles_nothing_when_an_answer_is_lost(home: House, phone: Tab) -> None:
    home.network.lose_answers(1)
    write(phone, "Izgubljen odgovor v lisici.")
    sees(phone, "Izgubljen odgovor v lisici.")
    assert home.network.lost >= 1 and home.texts.count("Izgubljen odgovor v lisici.") == 1


def test_firefox_votes_once_the_network_is_back(home: House, fox: Firefox) -> None:
    voter, before = fox.phone(), home.ballots
    check_in(voter, f"{home.network.url}/w/{home.voting.code}")
    home.network.cut()
    voter.press("input[name=marks]")
    voter.press("#vote button")
    sees(voter, SL("Your choice"), "waiting")
    assert home.ballots == before
    home.network.mend()
    voter.until(f"document.body.textContent.includes({SL('Received. Your choice counts.')!r})")
    assert home.ballots == before + 1


def test_firefox_at_a_table_keeps_many_lines(home: House, fox: Firefox) -> None:
    table = fox.phone()
    table.goto(f"{home.network.url}/h/{home.token}")
    table.press("input[name=question]")
    home.network.cut()
    table.type("#lines", "Ena\nDve\nTri")
    table.press("#host button")
    sees(table, "Dve", "waiting")
    home.network.mend()
    sees(table, "Tri")
    assert [home.texts.count(text) for text in ("Ena", "Dve", "Tri")] == [1, 1, 1]
