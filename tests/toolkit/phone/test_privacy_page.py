"""The page about one's data: the whole notice, and withdrawing as easily as one gave."""

import re
from datetime import UTC, datetime

import pytest

from tests.toolkit.phone.conftest import Hall, Phone
from toolkit.acts import processing
from toolkit.content.retention import CONTACT_MONTHS, RAFFLE_DAYS
from toolkit.store import contacts
from toolkit.store.backup import KEPT_DAYS

NOW = datetime(2026, 11, 22, tzinfo=UTC)
SHEET = {"levels": "user", "name": "Ana (demo)", "email": "ana@example.org", "adult": "yes_", "c_next": "1"}


def given(hall: Hall, **more: str) -> tuple[Phone, str]:
    """Somebody who has just left a contact, and the code on the receipt."""
    phone = hall.phone().check_in()
    hall.until("interest")
    phone.look()
    page = phone.send("/interest", **SHEET, **more)
    return phone, re.findall(r'class="code">([^<]+)', page)[0]


def allowed(hall: Hall) -> set[str]:
    [one] = hall.store.read(contacts.contacts)
    return {consent for consent in one.consents if one.allows(consent)}


@pytest.mark.usefixtures("contacts")
def test_no_box_is_ticked_before(hall: Hall) -> None:
    phone = hall.phone().check_in()
    hall.until("interest")
    boxes = re.findall(r'<input type="checkbox" name="c_\w+"[^>]*>', phone.look())
    assert len(boxes) == 3 and not any("checked" in box for box in boxes)


@pytest.mark.usefixtures("contacts")
def test_the_receipt_leads_to_what_was_allowed_and_one_consent_is_withdrawn(hall: Hall) -> None:
    phone, code = given(hall, c_core="1", c_news="1")
    link = re.search(r'href="(/w/\w+)(/privacy\?withdrawal=\w+)"', phone.page)
    assert link and link[2].endswith(code) and "<svg" in phone.page
    page = phone.look(link[2])
    assert page.count('name="what"') == 3 and "You may pass my name" in page
    page = phone.send("/erase", what="c_core")
    assert "The consent is withdrawn" in page and "You may pass my name" not in page
    assert allowed(hall) == {"c_next", "c_news"}


@pytest.mark.usefixtures("contacts")
def test_looking_withdraws_nothing_and_everything_goes_with_the_needed_consent(hall: Hall) -> None:
    phone, code = given(hall, c_core="1")
    phone.look("/privacy")
    assert "What you have allowed" in phone.send("/erase", erasure=code, what="show")
    assert allowed(hall) == {"c_next", "c_core"}
    phone.look(f"/privacy?withdrawal={code}")
    assert "has been erased" in phone.send("/erase", what="c_next")
    assert hall.store.read(contacts.contacts) == ()


def test_guessing_withdrawal_codes_costs_the_same_budget_on_both_ways(hall: Hall) -> None:
    phone = hall.phone()
    for _ in range(40):
        answer = phone.client.get(f"{hall.address}/privacy?withdrawal=ZZZZZZZZ")
        if answer.status_code == 429:
            break
        assert answer.status_code == 404 and "removes nothing" in answer.text
    assert answer.status_code == 429
    assert phone.client.get(f"{hall.address}/privacy").status_code == 200


@pytest.mark.parametrize(
    ("language", "told"),
    [("sl", ("Pooblaščena oseba", "javnem interesu", "ip-rs.si", "strežniku")),
     ("en", ("Data protection officer", "public interest", "ip-rs.si", "server"))],
)  # fmt: skip
def test_the_notice_says_what_was_set_and_for_how_long(hall: Hall, language: str, told: tuple[str, ...]) -> None:
    hall.store.write(
        lambda tx: processing.set_responsible(
            tx, "Ljudska univerza", "info@primer.si", NOW, officer="Mojca Vzorec", basis="task", host="Gostitelj d.o.o."
        )
    )
    page = hall.phone(language).look("/privacy")
    for words in (*told, "Ljudska univerza", "info@primer.si", "Mojca Vzorec", "Gostitelj d.o.o"):
        assert words in page
    for number in (CONTACT_MONTHS, RAFFLE_DAYS, KEPT_DAYS):
        assert re.search(rf"\b{number}\b", page)
    assert "http" not in re.sub(r'xmlns="[^"]+"', "", page)


def test_without_an_organiser_the_notice_says_whom_to_ask_in_the_hall(hall: Hall) -> None:
    assert "The facilitator in the hall tells you who that is" in hall.phone().look("/privacy")


def test_the_first_screen_is_short_and_leads_to_the_whole_notice(hall: Hall) -> None:
    page = hall.phone().look()
    assert f'href="{hall.address}/privacy"' in page and "Legal basis" not in page
