"""Inviting people, changing their roles, ending their access; programmes apart from each other."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random

import pytest

from carousel.refusal import Refusal
from tests.staff import by_link, with_account
from toolkit.acts import belonging, entering, mentoring
from toolkit.store import Store
from toolkit.store.members import members, programme_names
from toolkit.store.programme import communities, workshops
from toolkit.store.staff import invitations, sessions

NOW = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)


def member(store: Store, name: str) -> int:
    return next(one.id for one in store.read(members, 1) if one.name == name)


def test_an_invitation_holds_for_a_week_and_can_be_withdrawn(store: Store) -> None:
    token = store.write(belonging.invite, "mentor", "Ana", NOW, programme=1)
    assert store.read(entering.invited, token, NOW + timedelta(days=6)) == ("mentor", "Ana")
    waiting = store.read(invitations, 1, NOW)
    assert [(one.person, one.role) for one in waiting] == [("Ana", "mentor")]
    store.write(belonging.withdraw_invitation, waiting[0].hash, programme=1)
    with pytest.raises(Refusal):
        store.read(entering.invited, token, NOW)
    assert store.read(invitations, 1, NOW) == ()


def test_the_starts_own_links_are_nobodys_invitation(store: Store) -> None:
    store.write(entering.make_link, "owner", NOW)
    assert store.read(invitations, 1, NOW) == ()


def test_ended_access_ends_at_once_on_every_device(store: Store) -> None:
    with_account(store, "Lastnica", now=NOW)
    token = with_account(store, "Voditeljica", "facilitator", NOW)
    assert store.read(entering.who, token, NOW) is not None
    store.write(belonging.end_access, member(store, "Voditeljica"), programme=1)
    assert store.read(entering.who, token, NOW) is None
    account = store.read(entering.account, "Voditeljica", NOW)
    assert account is not None
    with pytest.raises(Refusal) as refused:
        store.write(entering.sign_in, account.id, NOW)
    assert refused.value.status == 403


def test_a_programme_keeps_an_owner(store: Store) -> None:
    with_account(store, "Lastnica", now=NOW)
    only = member(store, "Lastnica")
    with pytest.raises(Refusal) as kept:
        store.write(belonging.change_role, only, "mentor", programme=1)
    with pytest.raises(Refusal) as stays:
        store.write(belonging.end_access, only, programme=1)
    assert kept.value.status == stays.value.status == 409
    with_account(store, "Naslednica", now=NOW)
    store.write(belonging.change_role, only, "mentor", programme=1)


def test_a_changed_role_holds_at_the_next_act(store: Store) -> None:
    with_account(store, "Lastnica", now=NOW)
    token = with_account(store, "Mentor", "mentor", NOW)
    store.write(belonging.change_role, member(store, "Mentor"), "facilitator", programme=1)
    who = store.read(entering.who, token, NOW)
    assert who is not None and not who.may("mentor")


def test_one_session_can_be_ended_from_elsewhere(store: Store) -> None:
    here, lost = by_link(store, now=NOW), by_link(store, "mentor", NOW)
    ended = next(one.hash for one in store.read(sessions, 1, NOW) if one.role == "mentor")
    store.write(belonging.end_session, ended, programme=2)
    assert store.read(entering.who, lost, NOW) is not None, "a stranger's programme ends nothing here"
    store.write(belonging.end_session, ended, programme=1)
    assert store.read(entering.who, lost, NOW) is None
    assert store.read(entering.who, here, NOW) is not None


def test_programmes_do_not_see_each_other(store: Store) -> None:
    token = with_account(store, "Lastnica", now=NOW)
    second = store.write(belonging.found_programme, "Gorenjska", staff_id=1)
    for programme, name in ((1, "Golnik"), (second, "Bled")):
        community = store.write(mentoring.found_community, name, programme=programme)
        day, rng = date(2026, 11, 26), Random(programme)
        store.write(partial(mentoring.prepare_workshop, community_id=community, title="Večer", day=day, rng=rng))
        assert [one.name for one in store.read(communities, programme)] == [name]
        assert [one.workshop.community for one in store.read(workshops, programme)] == [name]
    store.write(entering.turn_to, token, second, NOW)
    who = store.read(entering.who, token, NOW)
    assert who is not None and (who.programme, who.role) == (second, "owner")
    assert store.read(programme_names, 1, second) == {1: "Program", second: "Gorenjska"}


def test_nobody_turns_to_a_programme_that_is_not_theirs(store: Store) -> None:
    with_account(store, "Lastnica", now=NOW)
    second = store.write(belonging.found_programme, "Gorenjska", staff_id=1)
    token = with_account(store, "Mentor", "mentor", NOW)
    with pytest.raises(Refusal):
        store.write(entering.turn_to, token, second, NOW)


def test_an_invitation_into_a_second_programme_joins_the_same_account(store: Store) -> None:
    with_account(store, "Lastnica", now=NOW)
    second = store.write(belonging.found_programme, "Gorenjska", staff_id=1)
    with_account(store, "Mentor", "mentor", NOW)
    mentor = member(store, "Mentor")
    link = store.write(belonging.invite, "facilitator", "Mentor", NOW, programme=second)
    token = store.write(entering.become, store.write(entering.enter_by_link, link, NOW), mentor, NOW)
    assert store.read(entering.who, token, NOW) == entering.Session("facilitator", "Mentor", second, mentor)


def test_an_invitation_never_takes_rights_away(store: Store) -> None:
    with_account(store, "Lastnica", now=NOW)
    token = store.write(entering.become, by_link(store, "facilitator", NOW), member(store, "Lastnica"), NOW)
    who = store.read(entering.who, token, NOW)
    assert who is not None and who.role == "owner"
