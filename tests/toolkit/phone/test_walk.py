"""A resident's whole evening on a phone without JavaScript."""

import re
from datetime import UTC, datetime

import pytest

from tests.toolkit.phone.conftest import Hall, Phone
from toolkit.acts import hosting
from toolkit.acts.paper_forms import ballot
from toolkit.i18n import ZONE
from toolkit.store.evening import evening
from toolkit.store.workshops import situation


def seated(hall: Hall, people: int = 6) -> list[Phone]:
    phones = [hall.phone().check_in() for _ in range(people)]
    hall.until("round")
    return phones


def test_the_slip_shows_code_ticket_and_erasure_code_until_they_are_noted(hall: Hall) -> None:
    phone = hall.phone().check_in()
    assert "Your raffle ticket" in phone.page and "erasure code" in phone.page
    phone.look()
    assert "erasure code" in phone.page
    phone.send("/noted")
    assert "I have noted it" not in phone.look()


def test_a_check_in_sent_twice_gives_one_slip(hall: Hall) -> None:
    phone = hall.phone()
    phone.look()
    form = phone.hidden("/checkin") | {"lives_in": "this_ks", "stakeholder_type": "prebivalec"}
    pages = [phone.client.post(hall.address + "/checkin", data=form).text for _ in range(2)]
    codes = {re.findall(r'class="code">([^<]+)', page)[0] for page in pages}
    assert len(codes) == 1


def test_every_stage_has_its_page(hall: Hall) -> None:
    phones = seated(hall)
    titles = {}
    for _ in range(20):
        phones[0].look()
        stage = re.findall(r'data-stage="([^"]+)"', phones[0].page)[0]
        titles[stage] = re.findall(r"<h1[^>]*>(.*?)</h1>", phones[0].page)[0]
        if stage == "thanks":
            break
        hall.next()
    assert set(titles) >= {"round", "moving", "harvest", "vote", "interest", "closing", "raffle", "thanks"}
    assert all(titles.values())


def test_a_note_is_received_corrected_and_withdrawn(hall: Hall) -> None:
    phone = seated(hall)[0]
    assert "Your notes at this station: 1" in phone.write("A room for the choir")
    note = re.findall(r"/notes/(\d+)/correct", phone.page)[0]
    assert "A big room" in phone.send(f"/notes/{note}/correct", text="A big room for the choir")
    note = re.findall(r"/notes/(\d+)/withdraw", phone.page)[0]
    phone.send(f"/notes/{note}/withdraw")
    assert "A big room" not in phone.look()


def test_the_same_note_sent_twice_is_one(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.look()
    form = phone.hidden("/notes") | {"text": "Benches"}
    for _ in range(2):
        phone.client.post(hall.address + "/notes", data=form)
    assert len(hall.store.read(evening, hall.workshop.id).notes) == 1


def test_a_later_group_reads_and_ticks_what_an_earlier_one_wrote(hall: Hall) -> None:
    phones = seated(hall)
    for number, phone in enumerate(phones):
        phone.write(f"Idea {number}")
    hall.next(2)
    page = phones[0].look()
    note = re.findall(r"/notes/(\d+)/tick", page)[0]
    ticked = phones[0].send(f"/notes/{note}/tick")
    assert 'aria-pressed="true"' in ticked and not re.search(r"\d agree", ticked), "how many is told later"
    assert 'aria-pressed="true"' not in phones[0].send(f"/notes/{note}/tick")


def test_others_notes_stay_hidden_until_one_has_written(hall: Hall) -> None:
    hall.store.write(hosting.set_setting, hall.workshop.id, "hide_until_written", True, datetime.now(UTC))
    phones = seated(hall)
    for number, phone in enumerate(phones):
        phone.write(f"Idea {number}")
    hall.next(2)
    assert "/tick" not in phones[0].look() and "as soon as you have written" in phones[0].page
    assert "/tick" in phones[0].write("My own idea")


def test_the_vote_takes_no_more_marks_than_allowed_and_keeps_the_choice(hall: Hall) -> None:
    phones = seated(hall)
    for place, phone in enumerate(phones):
        for number, thing in enumerate(("garden", "kitchen", "workshop")):
            page = phone.look()
            if "S2_potrebe" in page:
                data = phone.hidden("/notes") | {"text": f"A {thing} {place}", "question": "S2_potrebe"}
                phone.client.post(hall.address + "/notes", data=data | {"key": f"{id(phone)}-{number}"})
    hall.until("vote")
    offered = re.findall(r'name="marks" value="(\d+)"', phones[0].look())
    assert len(offered) >= 5
    refused = phones[0].send("/vote", 422, marks=offered[:6])
    assert "Please choose at most" in refused and refused.count(" checked>") == 6
    assert "Your choice counts" in phones[0].send("/vote", marks=offered[:2])


@pytest.mark.usefixtures("contacts")
def test_interest_needs_a_way_to_answer_and_keeps_what_was_typed(hall: Hall) -> None:
    phone = seated(hall)[0]
    hall.until("interest")
    phone.look()
    given = {"levels": "user", "name": "Ana (demo)", "adult": "yes_", "c_next": "1"}
    assert "Ana (demo)" in phone.send("/interest", 422, **given)
    assert "withdraw it" in phone.send("/interest", **given, email="ana@example.org")


def test_without_a_passphrase_the_interest_form_says_whom_to_ask(hall: Hall) -> None:
    phone = seated(hall)[0]
    hall.until("interest")
    assert "Please give yours to the facilitator" in phone.look()


def test_smileys_are_kept_and_can_be_changed(hall: Hall) -> None:
    phone = seated(hall)[0]
    hall.until("closing")
    phone.look()
    assert "Received. Thank you." in phone.send("/closing", overall="5", good="The soup")
    phone.look("/closing?again=1")
    phone.send("/closing", overall="4")
    assert [one.overall for one in hall.store.read(evening, hall.workshop.id).feedback] == [4]


def test_two_people_share_a_phone_and_keep_their_own_slips(hall: Hall) -> None:
    phone = hall.phone().check_in()
    first = re.findall(r'data-slip="([^"]+)"', phone.page)[0]
    phone.send("/another")
    assert "In the same group as slip" in phone.page
    phone.send("/checkin", lives_in="other_ks", stakeholder_type="drustvo")
    second = re.findall(r'data-slip="([^"]+)"', phone.page)[0]
    assert first != second
    phone.send("/switch", slip=first)
    assert f'data-slip="{first}"' in phone.page


def test_a_note_counts_for_the_slip_whose_page_it_was_written_on(hall: Hall) -> None:
    phone = hall.phone().check_in()
    phone.send("/another")
    phone.send("/checkin", lives_in="this_ks", stakeholder_type="prebivalec")
    for _ in range(4):
        hall.phone().check_in()
    hall.until("round")
    phone.look()
    form = phone.hidden("/notes")
    other = re.findall(r'name="slip" value="([^"]+)"', phone.page)[0]
    phone.client.post(hall.address + "/switch", data={"csrf": form["csrf"], "slip": other})
    phone.client.post(hall.address + "/notes", data=form | {"text": "Mine"})
    assert "Mine" not in phone.look()
    phone.send("/switch", slip=form["for"])
    assert "Mine" in phone.page


def test_whoever_leaves_early_is_thanked(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.look("/leave")
    assert "Goodbye" in phone.send("/leave")


def test_the_erasure_code_removes_the_slip_and_its_notes(hall: Hall) -> None:
    phone = hall.phone().check_in()
    code = re.findall(r'class="code">([^<]+)', phone.page)[-1]
    for _ in range(4):
        hall.phone().check_in()
    hall.until("round")
    phone.write("Forget this")
    phone.look("/privacy")
    assert "removes nothing" in phone.send("/erase", 404, erasure="ZZZZZZZZ")
    assert "has been erased" in phone.send("/erase", erasure=code.lower())
    assert hall.store.read(evening, hall.workshop.id).notes == ()


def test_an_open_house_asks_every_question_without_groups(hall: Hall) -> None:
    workshop = hall.open_house()
    phone = Phone(hall.phone().client, f"/w/{workshop.code}").check_in()
    page = phone.look()
    assert page.count('data-note="') == 5
    assert "Your notes: 1" in phone.write("From home")


def test_the_language_can_be_changed_on_every_page(hall: Hall) -> None:
    phone = hall.phone().check_in()
    csrf = phone.hidden("/another")["csrf"]
    page = phone.client.post("/language", data={"csrf": csrf, "language": "sl", "back": hall.address}).text
    assert '<html lang="sl">' in page and "Na tem telefonu odgovarja še nekdo" in page


def test_the_language_form_leads_nowhere_else(hall: Hall) -> None:
    phone = hall.phone().check_in()
    csrf = phone.hidden("/another")["csrf"]
    data = {"csrf": csrf, "language": "sl", "back": "//evil.example"}
    answer = phone.client.post("/language", data=data, follow_redirects=False)
    assert answer.headers["location"] == "/"


@pytest.mark.usefixtures("contacts")
def test_the_day_of_deletion_is_written_in_figures(hall: Hall) -> None:
    phone = hall.phone("sl").check_in()
    hall.until("interest")
    day = datetime.now(UTC).astimezone(ZONE)
    assert f"do {min(day.day, 28)}. {day.month}. {day.year + 1} " in phone.look()


def test_phones_show_the_numbers_of_the_paper_ballot(hall: Hall) -> None:
    phone = hall.phone().check_in()
    hall.until("round")
    lines = [f"Wish {number} for the room" for number in "abcdefg"]
    hall.store.write(hosting.host_notes, hall.workshop.id, "S2_potrebe", lines, "k", datetime.now(UTC))
    hall.until("vote")
    offered = hall.store.read(lambda tx: ballot(tx, situation(tx, hall.workshop.code)))
    shown = re.findall(r"<b>(\d+)</b> <span[^>]*>(Wish [a-g])", phone.look())
    assert shown == [(str(number), one.name.removesuffix(" for the room")) for number, one in offered.items()]
