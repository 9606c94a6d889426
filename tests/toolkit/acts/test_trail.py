"""Acts of staff: checked against role and programme, remembered without a resident's words."""

import ast
import importlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from inspect import signature
from pathlib import Path
from random import Random
from typing import Any

import pytest

from carousel.refusal import Refusal
from tests.staff import by_link, with_account
from toolkit.acts import belonging, entering, hosting, mentoring, settling
from toolkit.acts.deeds import DEEDS, STRICTER, name_of
from toolkit.acts.recording import keep_record, remove_record, restore_record
from toolkit.acts.trail import PLACES, carried
from toolkit.settings import HERE
from toolkit.store import Store
from toolkit.store.programme import communities, workshops
from toolkit.store.trail import traces

NOW = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)
OF_THE_INSTALLATION = {
    "backing_up.set_place", "belonging.found_programme", "opening.add_example", "opening.remove_example",
    "opening.restore_example", "processing.set_responsible", "sealing.change_lock", "sealing.set_lock",
    "settling.learn_from", "settling.set_learning", "settling.set_organiser", "settling.set_wifi",
    # by a secret code; the others open or hand out what the page has read for its programme
    "following_up.withdraw_interest", "following_up.export_contacts", "following_up.open_contacts",
}  # fmt: skip


def do(store: Store, token: str, act: Callable[..., Any], *args: Any, **named: Any) -> Any:
    return store.write(carried, token, act, args, named, NOW)


def prepared(store: Store, token: str, name: str = "Golnik") -> Any:
    more = {"population": None, "source": "", "rng": Random(1), "title": "Večer", "day": date(2026, 11, 26)}
    return do(store, token, mentoring.found_and_prepare, name, **more)


def test_an_act_is_remembered_with_who_what_and_where(store: Store) -> None:
    token = with_account(store, "Lastnica", now=NOW)
    workshop = prepared(store, token)
    do(store, token, hosting.steer_screen, workshop.id, "ring")
    last = store.read(traces, 1)[0]
    assert (last.who, last.role, last.act, last.about, last.community) == (
        "Lastnica", "owner", "hosting.steer_screen", "ring", "Golnik",
    )  # fmt: skip


def test_an_act_that_is_refused_leaves_no_trace(store: Store) -> None:
    token = by_link(store, now=NOW)
    with pytest.raises(Refusal):
        do(store, token, settling.set_organiser, "", "")
    assert store.read(traces, 1) == ()


def test_a_facilitator_may_not_do_what_is_the_mentors_or_the_owners(store: Store) -> None:
    token = by_link(store, "facilitator", NOW)
    for act, args in ((settling.set_organiser, ("Center", "info@example.org")), (belonging.invite, ("owner", "Ana"))):
        with pytest.raises(Refusal) as refused:
            do(store, token, act, *args)
        assert refused.value.status == 403
    assert store.read(traces, 1) == ()


def test_the_decision_on_a_community_is_a_mentors(store: Store) -> None:
    prepared(store, by_link(store, now=NOW))
    community = store.read(communities)[0].id
    with pytest.raises(Refusal) as refused:
        do(store, by_link(store, "facilitator", NOW), keep_record, community, "decision", {}, "sl")
    assert refused.value.status == 403


def test_a_session_that_ended_can_do_nothing(store: Store) -> None:
    with pytest.raises(Refusal) as refused:
        do(store, "nobody's token", settling.set_organiser, "Center", "info@example.org")
    assert refused.value.status == 401


def test_what_lies_in_another_programme_is_out_of_reach(store: Store) -> None:
    token = with_account(store, "Lastnica", now=NOW)
    store.write(belonging.found_programme, "Gorenjska", staff_id=1)
    workshop = prepared(store, token)
    stranger = store.write(belonging.invite, "owner", "Tujka", NOW, programme=2)
    session = store.write(entering.enter_by_link, stranger, NOW)
    (place,) = store.read(communities, 1)
    room = do(store, token, keep_record, place.id, "premises", {"name": "Dom", "source": "Ogled"}, "sl")
    out_of_reach: list[tuple[Callable[..., Any], Any]] = [
        (hosting.steer_screen, (workshop.id, "ring")), (remove_record, (room,)), (restore_record, (room,)),
    ]  # fmt: skip
    for act, args in out_of_reach:
        with pytest.raises(Refusal) as refused:
            do(store, session, act, *args)
        assert refused.value.status == 403
    assert [one.workshop.id for one in store.read(workshops, 1)] == [workshop.id]


def test_every_act_names_whose_it_is_or_is_known_to_be_of_the_whole_installation() -> None:
    placed = {*PLACES, "programme"}
    free = {name for name, act in named(DEEDS) if not placed & set(signature(act).parameters)}
    assert free == OF_THE_INSTALLATION


def named(acts: Iterable[str]) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name in acts:
        module, _, function = name.partition(".")
        yield name, getattr(importlib.import_module(f"toolkit.acts.{module}"), function)


def acts_of_the_desk() -> Iterator[Callable[..., Any]]:
    """Every function of toolkit.acts that a staff page names and that works on a transaction."""
    for path in (*(HERE / "toolkit" / "desk").glob("*.py"), *(HERE / "pages").glob("*.py")):
        yield from _named(path)


def _named(path: Path) -> Iterator[Callable[..., Any]]:
    tree = ast.parse(path.read_text("utf-8"))
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "toolkit.acts":
            modules |= {each.asname or each.name: f"toolkit.acts.{each.name}" for each in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("toolkit.acts."):
            for each in node.names:
                yield from _act(node.module or "", each.name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield from _act(modules[node.value.id], node.attr)


def _act(module: str, name: str) -> Iterator[Callable[..., Any]]:
    found = getattr(importlib.import_module(module), name, None)
    if callable(found) and not isinstance(found, type) and "tx" in signature(found).parameters:
        yield found


READS = {
    "census.wrong_population", "consenting.standing", "consenting.wording", "entering.account", "entering.account_of",
    "entering.invited", "entering.name_taken", "entering.who", "following_up.read_contacts", "importing.columns_for",
    "importing.imports_of", "importing_rows.checked", "opening.slides", "paper_forms.ballot", "processing.details",
    "processing.facts", "processing.is_set", "purging.due", "rating.own_scores", "registering.compared",
    "releasing.tells_by_files", "reserving.free_codes", "sealing.can_seal", "sealing.lock_of",
}  # fmt: skip
BY_THE_DOOR = {
    "entering.become", "entering.enter_by_link", "entering.fail", "entering.open_account", "entering.sign_in",
    "entering.sign_out", "entering.turn_to", "settling.keep_account", "settling.change_password", "trail.carried",
    "passing.host_passes", "passing.screen_pass", "releasing.file_made", "reserving.reserve_codes",
}  # fmt: skip
"""What one does for oneself, or what only shows something again: nothing for the trail."""


def test_every_act_of_a_staff_page_has_a_right_and_words_for_the_trail() -> None:
    found = {name_of(act) for act in acts_of_the_desk()}
    assert len(found) > 50
    assert found - DEEDS.keys() - READS - BY_THE_DOOR == set()


def test_the_list_of_acts_names_only_what_there_is() -> None:
    for name, act in named((*DEEDS, *(act for act, _ in STRICTER))):
        assert DEEDS[name].about in signature(act).parameters or not DEEDS[name].about, name


def test_the_trail_holds_no_words_of_residents() -> None:
    assert {deed.about for deed in DEEDS.values()} <= {
        "", "consent", "decision", "done", "form", "kind", "name", "on", "role", "shared", "verb", "view",
    }  # fmt: skip
