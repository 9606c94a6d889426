"""The invitation is short enough for where it goes, says first what it is about, and opens in calendars and mail."""

from datetime import date, datetime, time, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event, Timezone

from carousel.refusal import Refusal
from carousel.workshop import Format, Workshop
from toolkit.paper.invitations import LONG, LONGEST, MESSAGE, SHORT, Invitation, invitation

WORKSHOP = Workshop(id=1, code="K7M2QX", title="Prostor", community="Golnik (demo)", date=date(2026, 11, 26))
PLACE, CONTACT, ADDRESS = "Gasilski dom", "Ljudska univerza, 01 234 56 78", "https://vrtiljak.example.org/w/K7M2QX"
LANGUAGES = ("sl", "en")


def made(
    workshop: Workshop = WORKSHOP,
    *,
    place: str = PLACE,
    contact: str = CONTACT,
    address: str = ADDRESS,
    lang: str = "en",
    minutes: int | None = None,
) -> Invitation:
    return invitation(
        workshop, start=time(18), place=place, contact=contact, address=address, lang=lang, minutes=minutes
    )


def event(one: Invitation) -> Event:
    (found,) = Calendar.from_ical(one.calendar).walk("VEVENT")
    assert isinstance(found, Event)
    return found


def mail(one: Invitation) -> EmailMessage:
    found = message_from_bytes(one.email, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def part(one: Invitation, kind: str) -> str:
    body = mail(one).get_body((kind,))
    assert isinstance(body, EmailMessage)
    return str(body.get_content())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_keeps_to_its_length_with_the_longest_words(lang: str) -> None:
    address = "https://" + "a" * (LONGEST - 8)
    workshop = Workshop(id=1, code="K7M2QX", title="t" * 120, community="k" * 80, date=date(2026, 9, 30))

    one = made(workshop, place="p" * LONGEST, contact="c" * LONGEST, address=address, lang=lang)

    assert len(one.newspaper_short) <= SHORT
    assert len(one.newspaper_long) <= LONG
    assert len(one.message) <= MESSAGE
    for text in (one.newspaper_short, one.newspaper_long, one.message):
        assert "p" * LONGEST in text


def test_the_concept_and_its_benefits_come_before_the_invitation() -> None:
    one = made()
    for text in (one.newspaper_short, one.newspaper_long, part(one, "plain")):
        places = [text.index(said) for said in ("open to all", "help each other", "You are invited", CONTACT, ADDRESS)]
        assert places == sorted(places)


def test_without_contact_and_address_nothing_is_left_hanging() -> None:
    one = made(contact="", address="")
    for text in (one.newspaper_short, one.newspaper_long, one.message):
        assert "For questions" not in text
        assert "cannot come" not in text
        assert text == text.strip()


def test_an_open_house_does_not_promise_groups() -> None:
    house = Workshop(
        id=2, code="H0SE22", title="Hiša", community="Golnik", date=date(2026, 11, 26), format=Format.OPEN_HOUSE
    )
    assert "small groups" not in made(house).newspaper_long
    assert "small groups" in made().newspaper_long
    assert "come by on Thursday, 26 November 2026 from 18:00" in made(house).newspaper_long


def test_the_entry_stands_in_local_time_with_place_and_a_lasting_name() -> None:
    found, moved = event(made()), event(made(place="Šola"))
    begins = datetime(2026, 11, 26, 18, 0, tzinfo=ZoneInfo("Europe/Ljubljana"))

    assert found.start == begins
    assert found.end == begins + timedelta(minutes=75 + 80)
    assert str(found["DTSTART"].params["TZID"]) == "Europe/Ljubljana"
    assert found["LOCATION"] == PLACE
    assert found["UID"] == moved["UID"] == "k7m2qx@vrtiljak"
    assert b"BEGIN:VTIMEZONE" in made().calendar


def test_in_summer_the_entry_stands_two_hours_after_greenwich() -> None:
    summer = Workshop(id=1, code="K7M2QX", title="Prostor", community="Golnik", date=date(2026, 7, 2))
    (zone,) = Calendar.from_ical(made(summer).calendar).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    assert datetime(2026, 7, 2, 18, tzinfo=zone.to_tz()).utcoffset() == timedelta(hours=2)


def test_a_planned_length_counts_instead_of_the_usual_one() -> None:
    assert event(made(minutes=90)).duration == timedelta(minutes=90)


def test_the_mail_is_a_draft_with_plain_text_html_and_the_entry() -> None:
    one = made()
    letter = mail(one)

    assert letter["Subject"] == "Invitation: Prostor, Golnik (demo)"
    assert letter["X-Unsent"] == "1"
    assert letter["From"] is None
    assert letter["To"] is None
    assert f'<a href="{ADDRESS}">' in part(one, "html")
    (entry,) = letter.iter_attachments()
    assert entry.get_filename() == "K7M2QX.ics"
    assert entry.get_content_type() == "text/calendar"
    assert entry.get_payload(decode=True) == one.calendar


def test_what_somebody_typed_is_neither_markup_nor_a_header() -> None:
    odd = Workshop(id=1, code="K7M2QX", title="A\r\nBcc: x@y.si", community="<b>K</b>", date=date(2026, 11, 26))
    one = made(odd, place="Dom\nBcc: x@y.si <script>")

    assert mail(one)["Bcc"] is None
    assert "<script>" not in part(one, "html")
    assert "<b>" not in part(one, "html")
    assert event(one)["LOCATION"] == "Dom Bcc: x@y.si <script>"


def test_slovenian_letters_survive_everywhere() -> None:
    one = made(place="Šmarje, Češnjev trg 1", lang="sl")

    assert "Šmarje, Češnjev trg 1" in part(one, "plain")
    assert "Šmarje, Češnjev trg 1" in part(one, "html")
    assert event(one)["LOCATION"] == "Šmarje, Češnjev trg 1"
    assert "četrtek, 26. november 2026" in one.newspaper_long


@pytest.mark.parametrize("length", [0, LONGEST + 1])
def test_a_place_that_is_missing_or_too_long_is_refused_at_its_field(length: int) -> None:
    with pytest.raises(Refusal) as refusal:
        made(place="p" * length)
    assert refusal.value.data["field"] == "place"


def test_a_contact_or_an_address_that_is_too_long_is_refused_at_its_field() -> None:
    with pytest.raises(Refusal) as of_contact:
        made(contact="c" * (LONGEST + 1))
    with pytest.raises(Refusal) as of_address:
        made(address="a" * (LONGEST + 1))
    assert (of_contact.value.data["field"], of_address.value.data["field"]) == ("contact", "address")
