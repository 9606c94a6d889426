"""Printed tickets: six a page, each with its own code and its own QR code, in both languages."""

from random import Random

from tests.toolkit.paper.orders import order, read
from toolkit.acts.admitting import new_tickets, spelled_out
from toolkit.paper import pack, qr
from toolkit.paper.admission import full_pages

TICKETS = new_tickets(12, Random(4))


def test_tickets_are_printed_six_a_page_each_once_and_as_they_are_typed() -> None:
    pages = read("tickets", "en", order(tickets=TICKETS))
    assert len(pages) == 2
    text = " ".join(pages)
    assert all(text.count(spelled_out(one)) == 1 for one in TICKETS)
    assert pages[0].count("It lets one person in, once.") == 6


def test_each_ticket_has_the_qr_code_of_its_own_address() -> None:
    made = order(tickets=TICKETS)
    sheets = pack.content(made, ["tickets"], ["sl"])["sheets"]
    assert isinstance(sheets, list)
    codes = [one["svg"] for one in sheets[0]["tickets"]]
    assert codes == [qr.svg(f"{made.page}?t={one}", sheets[0]["alt"]) for one in TICKETS]
    assert len(set(codes)) == len(TICKETS)


def test_two_languages_share_the_tickets_and_none_is_printed_twice() -> None:
    sheets = pack.content(order(tickets=TICKETS), ["tickets"], ["sl", "en"])["sheets"]
    assert isinstance(sheets, list)
    printed = [one["code"] for sheet in sheets for one in sheet["tickets"]]
    assert printed == [spelled_out(one) for one in TICKETS]


def test_a_workshop_without_tickets_is_not_offered_any() -> None:
    assert "tickets" not in pack.offered(order())
    assert "tickets" in pack.offered(order(tickets=TICKETS))
    assert "tickets" in pack.offered(order(tickets=TICKETS, carousel=None))


def test_no_page_of_tickets_is_half_empty() -> None:
    assert [full_pages(people) for people in (1, 6, 7, 60)] == [6, 6, 12, 60]
