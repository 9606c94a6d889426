"""One-time links, accounts and sessions."""

from datetime import UTC, datetime, timedelta

import pytest

from carousel.refusal import Refusal
from toolkit.acts import entering
from toolkit.store import Store

NOW = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)


def test_a_link_lets_in_once(store: Store) -> None:
    token = store.write(entering.make_link, "mentor", NOW)
    session = store.write(entering.enter_by_link, token, NOW)
    assert store.read(entering.who, session, NOW) == entering.Session("mentor", "", 1)
    with pytest.raises(Refusal) as refused:
        store.write(entering.enter_by_link, token, NOW)
    assert refused.value.status == 410


def test_a_link_is_too_old_after_a_day(store: Store) -> None:
    token = store.write(entering.make_link, "mentor", NOW)
    with pytest.raises(Refusal):
        store.write(entering.enter_by_link, token, NOW + timedelta(days=2))


def test_a_session_ends_on_the_server(store: Store) -> None:
    session = store.write(entering.enter_by_link, store.write(entering.make_link, "mentor", NOW), NOW)
    assert store.read(entering.who, session, NOW + timedelta(days=1)) is None
    store.write(entering.sign_out, session, NOW)
    assert store.read(entering.who, session, NOW) is None


def test_wrong_passwords_make_the_account_wait_longer_and_longer(store: Store) -> None:
    session = store.write(entering.enter_by_link, store.write(entering.make_link, "mentor", NOW), NOW)
    store.write(entering.become, session, store.write(entering.open_account, "Mentorica", "hash"), NOW)
    for _ in range(6):
        store.write(entering.fail, "mentorica", NOW)
    with pytest.raises(Refusal) as refused:
        store.read(entering.account, "Mentorica", NOW)
    assert refused.value.status == 429
    found = store.read(entering.account, "MENTORICA", NOW + timedelta(minutes=1))
    assert found is not None and found.name == "Mentorica"
