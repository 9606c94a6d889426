"""The programme's own settings and the staff's own accounts."""

from datetime import UTC, datetime

import pytest

from carousel.refusal import Refusal
from tests import staff
from toolkit.acts import entering, settling
from toolkit.store import Store
from toolkit.store.choices import choice

NOW = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)
LONG = "deset znakov"


def test_the_organiser_and_the_contact_are_kept_clean(store: Store) -> None:
    store.write(settling.set_organiser, "  Ljudska \u200buniverza ", "info@primer.si", NOW)
    assert store.read(choice, "organiser") == "Ljudska univerza"
    assert store.read(choice, "contact") == "info@primer.si"


@pytest.mark.parametrize(("name", "contact"), [("", "info@primer.si"), ("Ljudska univerza", " ")])
def test_an_organiser_without_a_name_or_contact_is_refused(store: Store, name: str, contact: str) -> None:
    with pytest.raises(Refusal):
        store.write(settling.set_organiser, name, contact, NOW)
    assert store.read(choice, "organiser") is None


def test_the_wifi_is_kept_as_the_poster_and_the_projector_read_it_and_can_be_forgotten(store: Store) -> None:
    store.write(settling.set_wifi, "Dom krajanov", "osem znakov", NOW)
    assert store.read(choice, "wifi") == ["Dom krajanov", "osem znakov"]
    store.write(settling.set_wifi, "", "", NOW)
    assert store.read(choice, "wifi") is None


@pytest.mark.parametrize(
    ("name", "password"), [("", "osem znakov"), ("č" * 17, ""), ("Dom", "kratko"), ("Dom", "x" * 64)]
)
def test_a_wifi_that_no_phone_could_join_is_refused(store: Store, name: str, password: str) -> None:
    with pytest.raises(Refusal):
        store.write(settling.set_wifi, name, password, NOW)


def test_whoever_came_by_link_gets_an_account_and_stays_signed_in(store: Store) -> None:
    session = staff.by_link(store, "facilitator", NOW)
    store.write(settling.keep_account, session, "Ana", LONG, "hash", NOW)
    assert store.read(entering.who, session, NOW) == entering.Session("facilitator", "Ana", 1, 1)
    with pytest.raises(Refusal):
        store.write(settling.keep_account, session, "Eva", LONG, "hash", NOW)


def test_a_taken_name_and_a_short_password_are_refused(store: Store) -> None:
    store.write(settling.keep_account, staff.by_link(store, "mentor", NOW), "Ana", LONG, "hash", NOW)
    with pytest.raises(Refusal) as refused:
        store.write(settling.keep_account, staff.by_link(store, "mentor", NOW), "ANA", LONG, "hash", NOW)
    assert refused.value.status == 409
    with pytest.raises(Refusal):
        store.write(settling.keep_account, staff.by_link(store, "mentor", NOW), "Eva", "kratko", "hash", NOW)


def test_a_new_password_ends_every_other_session_of_the_account(store: Store) -> None:
    here = staff.by_link(store, "mentor", NOW)
    store.write(settling.keep_account, here, "Ana", LONG, "old", NOW)
    found = store.read(entering.account, "Ana", NOW)
    assert found is not None
    elsewhere = store.write(entering.sign_in, found.id, NOW)
    store.write(settling.change_password, here, LONG, "new", NOW)
    changed = store.read(entering.account, "Ana", NOW)
    assert changed is not None
    assert changed.password_hash == "new"
    assert store.read(entering.who, here, NOW) is not None
    assert store.read(entering.who, elsewhere, NOW) is None


def test_without_an_account_there_is_no_password_to_change(store: Store) -> None:
    with pytest.raises(Refusal):
        store.write(settling.change_password, staff.by_link(store, "mentor", NOW), LONG, "new", NOW)
