"""How long personal data is kept: what the notice promises, what the purge does and what the record says are one."""

from datetime import date, timedelta

RAFFLE_DAYS = 30  # after the evening
CONTACT_MONTHS = 12  # after the last contact, where a question set says nothing else
LATE_HOURS = 24  # a phone may deliver so long after the evening
PHONE_DAYS = 30  # how long a phone remembers its slip


def months_later(day: date, months: int) -> date:
    """The day so many months later, at most the 28th, so that every month has it."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))


def raffle_until(evening: date) -> date:
    """The day on which an evening's raffle tickets are deleted."""
    return evening + timedelta(days=RAFFLE_DAYS)
