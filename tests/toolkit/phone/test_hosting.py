"""The table host's door."""

import re

from tests.staff import host_token
from tests.toolkit.phone.conftest import Hall, Phone
from tests.toolkit.phone.test_walk import seated
from toolkit.store.evening import evening


def host(hall: Hall, station: int | None = None) -> Phone:
    token = host_token(hall.store, hall.app.state.reception.settings.secret, hall.workshop.id, station)
    phone = Phone(hall.phone().client, f"/h/{token}")
    phone.look()
    return phone


def test_a_host_writes_many_notes_at_once(hall: Hall) -> None:
    seated(hall)
    table = host(hall, 2)
    assert "2 notes received" in table.send("", lines="A choir\n\nA book corner\n", source="paper", ticks="4")
    notes = hall.store.read(evening, hall.workshop.id).notes
    assert [(note.text, note.source.value, note.ticks, note.station) for note in notes] == [
        ("A choir", "paper", 4, 2),
        ("A book corner", "paper", 4, 2),
    ]


def test_lines_that_are_too_long_come_back_and_the_others_are_kept(hall: Hall) -> None:
    seated(hall)
    table = host(hall, 2)
    page = table.send("", 422, lines="Good\n" + "y" * 300)
    assert "1 note received" in page and "At most 200 fit" in page
    kept = re.findall(r'<textarea id="lines"[^>]*>(.*?)</textarea>', page, re.S)[0]
    assert kept == "y" * 300


def test_a_host_of_all_stations_chooses_the_question(hall: Hall) -> None:
    seated(hall)
    table = host(hall)
    assert "Please choose the question" in table.send("", 422, lines="One")
    assert "1 note received" in table.send("", lines="One", question="S2_potrebe")


def test_a_host_of_one_station_writes_for_no_other(hall: Hall) -> None:
    seated(hall)
    table = host(hall, 2)
    table.send("", 422, lines="One", question="S1_prostor")


def test_a_host_may_send_far_more_than_a_phone(hall: Hall) -> None:
    seated(hall)
    table = host(hall, 2)
    assert 'maxlength="20000"' in table.page
    assert "At most" in table.send("", 422, lines="z" * 19_000)
    table.send("", 413, lines="z" * 70_000)


def test_a_made_up_address_opens_nothing(hall: Hall) -> None:
    assert hall.phone().client.get("/h/WzEsMV0.nonsense").status_code == 404
