"""Consents stand each for itself, in words that stay known, and are withdrawn as easily as given."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from carousel.refusal import Refusal
from tests.evening_hall import Hall, new_hall
from tests.toolkit.acts.interested import SHEET, leave, read
from toolkit.acts import consenting, sealing
from toolkit.acts.consenting import version_of, wording
from toolkit.content.question import Consent
from toolkit.content.question_set import question_set
from toolkit.content.text import Text
from toolkit.store import Store, contacts

ASKED = Consent("c_news", Text({"sl": "Pišite mi.", "en": "Write to me."}), required=False)
ALL = {**SHEET, "c_core": ["on"], "c_news": ["on"]}
# Words that changed without another version fail here. Add a line for the new version; never change one.
SHIPPED = {
    ("c_next", 1): "8efcc50b5c88b9bd", ("c_core", 1): "43c3db3440fbb720", ("c_news", 1): "0e00d767ce288df3",
}  # fmt: skip


@pytest.fixture
def hall(store: Store, lock: dict[str, str]) -> Hall:
    store.write(sealing.set_lock, lock)
    return new_hall(store)


def test_each_consent_is_kept_with_version_and_day_and_the_language_is_sealed(hall: Hall) -> None:
    leave(hall, {**SHEET, "c_core": ["on"]})
    [kept] = hall.store.read(contacts.contacts)
    assert {name: (one["given"], one["version"], one["day"]) for name, one in kept.consents.items()} == {
        "c_next": (True, 1, "2026-11-26"), "c_core": (True, 1, "2026-11-26"), "c_news": (False, 1, "2026-11-26"),
    }  # fmt: skip
    assert "language" not in str(kept.consents)
    assert read(hall)[0].language == "sl"


def test_the_shipped_words_are_those_of_their_version() -> None:
    found = {
        (one.id, one.version): sha256(repr(sorted(one.text.items())).encode()).hexdigest()[:16]
        for one in question_set().interest.consents
    }
    assert found.items() <= SHIPPED.items()


def test_changed_words_get_a_new_version_and_the_old_ones_stay_readable(store: Store) -> None:
    assert store.write(version_of, ASKED) == 1
    other = replace(ASKED, text=Text({"sl": "Pišite mi vsak dan.", "en": "Write to me daily."}))
    assert store.write(version_of, other) == 2
    assert store.write(version_of, replace(other, version=2)) == 2
    assert store.write(version_of, ASKED) == 1
    assert store.read(wording, "c_news", 1)["en"] == "Write to me."
    assert store.read(wording, "c_news", 2)["sl"] == "Pišite mi vsak dan."


def test_one_consent_is_withdrawn_and_the_contact_stays(hall: Hall) -> None:
    code = leave(hall, ALL)
    assert [one.id for one in hall.store.read(consenting.allowed, code)] == ["c_next", "c_core", "c_news"]
    assert not hall.store.write(consenting.withdraw_consent, code.lower(), "c_core", hall.tick())
    assert [one.id for one in hall.store.read(consenting.allowed, code)] == ["c_next", "c_news"]
    [clear] = read(hall)
    assert not clear.allows("c_core") and clear.consents["c_core"]["withdrawn"] == "2026-11-26"
    assert not hall.evening.interests[0].core


def test_withdrawing_what_storing_needs_removes_the_contact(hall: Hall) -> None:
    code = leave(hall, ALL)
    assert hall.store.write(consenting.withdraw_consent, code, "c_next", hall.tick())
    assert read(hall) == ()


@pytest.mark.parametrize("consent", ["c_news", "nothing"])
def test_what_was_not_given_cannot_be_withdrawn(hall: Hall, consent: str) -> None:
    code = leave(hall, SHEET)
    with pytest.raises(Refusal) as refused:
        hall.store.write(consenting.withdraw_consent, code, consent, hall.tick())
    assert refused.value.status == 404


def test_a_wrong_code_shows_and_withdraws_nothing(hall: Hall) -> None:
    leave(hall, ALL)
    for ask in (lambda: hall.store.read(consenting.allowed, "ZZZZZZZZ"),
                lambda: hall.store.write(consenting.withdraw_consent, "ZZZZZZZZ", "c_next", hall.tick())):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            ask()
        assert refused.value.status == 404
    assert len(read(hall)) == 1


def test_staff_withdraw_for_somebody_who_calls(hall: Hall) -> None:
    leave(hall, ALL)
    [one] = read(hall)
    assert not hall.store.write(consenting.withdraw_for, one.id, "c_news", hall.tick(), programme=1)
    assert not read(hall)[0].allows("c_news")
    with pytest.raises(Refusal):
        hall.store.write(consenting.withdraw_for, one.id, "", hall.tick(), programme=2)
    assert hall.store.write(consenting.withdraw_for, one.id, "", hall.tick(), programme=1)
    assert read(hall) == ()


def test_the_day_of_a_consent_is_the_day_in_the_hall_also_after_midnight(hall: Hall) -> None:
    hall.now = hall.now.replace(hour=23, minute=30)  # half past midnight in Slovenia
    leave(hall, SHEET)
    assert read(hall)[0].day == date(2026, 11, 27)
