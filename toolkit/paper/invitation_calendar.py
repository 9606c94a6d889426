"""The calendar entry of an invitation, as RFC 5545 writes it."""

from datetime import datetime, timedelta

from toolkit.paper.invitation_wording import Wording


def calendar_entry(title: str, about: str, words: Wording, made: datetime) -> bytes:
    """An .ics file with one event in local time and the rules of its zone; the same workshop keeps its UID."""
    from icalendar import Alarm, Calendar, Event

    event = Event()
    event.add("uid", f"{words.workshop.code.lower()}@vrtiljak")
    event.add("dtstamp", made)
    event.add("summary", title)
    event.add("dtstart", words.begins)
    event.add("dtend", words.begins + words.lasts)
    event.add("location", words.place)
    event.add("description", about)
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", title)
    reminder.add("trigger", timedelta(hours=-24))
    event.add_component(reminder)
    entry = Calendar()
    entry.add("prodid", "-//Vrtiljak//invitation//")
    entry.add("version", "2.0")
    entry.add("method", "PUBLISH")
    entry.add_component(event)
    entry.add_missing_timezones(first_date=words.begins.date().replace(month=1, day=1), last_date=words.begins.date())
    return bytes(entry.to_ical())
