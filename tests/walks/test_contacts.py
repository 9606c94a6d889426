"""A contact's whole life: given with one consent, opened, listed, withdrawn by the resident, gone everywhere."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from carousel.stage import Stage
from tests.program import Server
from tests.walks.harvest_board import lead, workshop_with
from tests.walks.people import Facilitator, phone
from toolkit.store import Store, contacts
from toolkit.store.contacts import SealedContact

NAME = "Zofija Neponovljiva"


def bytes_of(server: Server) -> bytes:
    """Database and journal, as a thief of the laptop reads them."""
    return b"".join(path.read_bytes() for path in Path(server.data).glob("vrtiljak.sqlite*"))


def only(store: Store) -> SealedContact:
    [one] = store.read(contacts.contacts)
    return one


def test_a_contact_is_given_opened_listed_withdrawn_and_gone(
    browser: Browser, server: Server, host: Facilitator, store: Store
) -> None:
    workshop = workshop_with(store, "Zgornje Polje", [])
    resident = phone(browser, workshop.code, "en")
    resident.check_in(server.url)
    lead(store, workshop, Stage.INTEREST)
    resident.page.goto(f"{server.url}/w/{workshop.code}/interest")
    resident.page.locator("input[name=levels]").first.check()
    resident.page.locator("input[name=name]").fill(NAME)
    resident.page.locator("input[name=email]").fill("zofija@example.org")
    resident.page.locator("input[name=adult][value='yes_']").check()
    resident.page.locator("input[name=c_next]").check()
    resident.press("Send")
    mine = resident.page.get_by_role("link", name="See or withdraw what I allowed")
    expect(mine).to_be_visible()

    kept = only(store)
    assert [id for id in kept.consents if kept.allows(id)] == ["c_next"]
    assert NAME.encode() not in bytes_of(server) and kept.sealed[:40] in bytes_of(server)

    page = host.page
    host.open("contacts")
    page.get_by_label("Passphrase").fill("trije mali zajci")
    host.press("Open the contacts")
    row = page.locator("tr", has_text=NAME)
    expect(row).to_be_visible()
    expect(row).to_contain_text(str(kept.last.year + 1))
    host.press("Make the list")
    with page.expect_download() as taken:
        host.press("CSV")
    lines = Path(taken.value.path()).read_text("utf-8-sig").splitlines()
    assert taken.value.suggested_filename.endswith("_delete_after_use.csv")
    assert len(lines) == 2 and NAME in lines[1]
    host.press("Close the contacts")
    expect(row).to_be_hidden()

    mine.click()
    resident.press("Withdraw and delete my contact")
    expect(resident.page.get_by_text("Everything that belongs to this code has been erased.")).to_be_visible()
    assert store.read(contacts.contacts) == ()
    left = bytes_of(server)
    assert kept.sealed[:40] not in left and kept.id.encode() not in left and NAME.encode() not in left
    page.get_by_label("Passphrase").fill("trije mali zajci")
    host.press("Open the contacts")
    expect(page.get_by_text("0 contacts")).to_be_visible()
    resident.page.context.close()
