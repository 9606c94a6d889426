"""A walk in a real browser: a ticket lets one phone in, stuffed slips are left out of the vote and put back."""

import re
from datetime import UTC, datetime

import httpx
from playwright.sync_api import Browser, expect

from carousel.stage import Stage, Verb
from tests.program import Server
from tests.walks.people import Facilitator, Phone, phone
from toolkit.acts import answering, hosting
from toolkit.harvest.clusters import of, votable
from toolkit.harvest.votes import tally
from toolkit.phone.watching import READING
from toolkit.rehearse.forms import read
from toolkit.store import Store
from toolkit.store.evening import evening
from toolkit.store.notes import published
from toolkit.store.workshops import Situation, situation

SAID = {"lives_in": "this_ks", "stakeholder_type": "prebivalec"}
STUFFED = 6


def where_of(store: Store, code: str) -> Situation:
    return store.read(situation, code)


def until(store: Store, code: str, stage: Stage) -> None:
    while (where := where_of(store, code)).step.stage is not stage:
        store.write(hosting.move, where.workshop.id, Verb.NEXT, where.version, datetime.now(UTC))


def comes_with(someone: Phone, address: str) -> None:
    """Scan a ticket's QR code, read, fill in and send; without reading it would be flagged as haste."""
    someone.page.goto(address)
    someone.page.wait_for_timeout(READING * 1100)
    for name, value in SAID.items():
        someone.page.locator(f"input[name={name}][value='{value}']").check()
    someone.press("Get my slip")


def stuffed(server: Server, code: str, number: int) -> str:
    """A script checks in as somebody new; its slip."""
    with httpx.Client(base_url=server.url, headers={"accept-language": "en"}) as script:
        form = read(script.get(f"/w/{code}").text).form("checkin")
        assert form is not None
        script.post(f"/w/{code}/checkin", data=form.hidden | SAID)
        slip = re.search(r'data-slip="(\w+)"', script.get(f"/w/{code}").text)
        assert slip, f"script {number} was kept out"
        return slip[1]


def first_of(store: Store, code: str) -> list[str]:
    """The names of the clusters with the most votes, as they count now."""
    now = store.read(evening, where_of(store, code).workshop.id)
    names = {one.id: one.name for one in votable(of(now.notes))}
    ranks = tally(now.votes, votable(of(now.notes)), now.marks).ranks
    return [names[key] for key in ranks[0]]


def test_a_ticket_lets_one_phone_in_and_stuffed_votes_are_left_out_and_put_back(
    browser: Browser, server: Server, host: Facilitator, store: Store
) -> None:
    code = host.prepare("Vstopnice (demo)")
    until(store, code, Stage.CHECKIN)
    host.open("host", workshop=code)
    host.page.get_by_role("tab", name="Joining").click()
    host.page.get_by_text("Each newcomer needs a ticket").click()
    host.press("Let somebody in without a ticket")
    ticket = host.page.locator(".v-code").inner_text().strip()
    address = f"{server.url}/w/{code}?t={ticket}"

    first, second = phone(browser, code, "en"), phone(browser, code, "en")
    comes_with(first, address)
    expect(first.page.locator("body[data-slip]:not([data-slip=''])")).to_have_count(1)
    comes_with(second, address)
    expect(second.page.get_by_text("This ticket has already let somebody in.")).to_be_visible()
    assert where_of(store, code).people == 1

    host.page.get_by_text("Each newcomer needs a ticket").click()
    expect(host.page.get_by_text("1 of 1 tickets are used.")).to_be_visible()
    slips = [stuffed(server, code, number) for number in range(STUFFED)]
    until(store, code, Stage.ROUND)
    needs = ["Knjižnica", "Dvigalo", "Kavarna", "Otroški kotiček", "Parkirišče"]
    workshop = where_of(store, code).workshop.id
    store.write(hosting.host_notes, workshop, "S2_potrebe", needs, "host", datetime.now(UTC))
    until(store, code, Stage.VOTE)
    offered = {one.name: one.id for one in votable(of(store.read(published, where_of(store, code))))}
    for slip in slips:
        store.write(answering.cast_vote, slip, [offered["Parkirišče"]], f"ballot {slip}", datetime.now(UTC))
    first.page.reload()
    first.page.get_by_text("Knjižnica").click()
    first.press("Send my choice")
    expect(first.page.get_by_text("Received. Your choice counts.")).to_be_visible()
    until(store, code, Stage.INTEREST)
    assert first_of(store, code) == ["Parkirišče"]

    host.open("host", workshop=code)
    host.page.get_by_role("tab", name="Joining").click()
    expect(host.page.get_by_text(f"{STUFFED} slips are flagged", exact=True)).to_be_visible()
    host.press("Leave them out of the count")
    expect(host.page.get_by_text("The vote with and without them")).to_be_visible()
    assert first_of(store, code) == ["Knjižnica"]
    host.press("Let them count again")
    expect(host.page.get_by_text("all of them count")).to_be_visible()
    assert first_of(store, code) == ["Parkirišče"]
