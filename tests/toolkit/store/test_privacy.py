"""The storage boundary is the privacy boundary."""

import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from carousel.stage import Stage
from carousel.workshop import CheckIn, Feedback, Interest, Note, Vote
from tests.evening_hall import new_hall
from tests.stores import empty_store
from tests.toolkit.store.leaving import before_the_thanks
from tests.toolkit.store.linking import TICKETS, attack
from toolkit.store import Store, backup, tables
from toolkit.store.mixing import mix_file


def test_no_value_that_leaves_the_store_names_a_slip() -> None:
    for value in (Note, Vote, CheckIn, Feedback, Interest):
        assert not {"slip", "slip_id", "person", "name"} & {field.name for field in fields(value)}


def test_contacts_and_tickets_lead_to_no_slip_and_slips_carry_no_time() -> None:
    for row in (tables.ContactRow, tables.TicketRow):
        assert not any("slip" in name for name in row.model_fields)
    assert not {"at", "sent", "created", "address"} & set(tables.SlipRow.model_fields)


BY_CHANCE = 8  # of 30: the best of more than a thousand orders gets up to so many right without knowing anything


def test_where_rows_lie_does_not_tell_whose_contact_or_ticket_belongs_to_which_answers(tmp_path: Path) -> None:
    path, copy = tmp_path / "vrtiljak.sqlite", tmp_path / "copy.sqlite"
    with closing(Store(f"sqlite:///{path}")) as store:
        hall, contacts, tickets = before_the_thanks(store, 1)
        while_it_runs = attack(path, contacts)
        assert while_it_runs.right > 2 * BY_CHANCE, "a thief who finds nothing here tests nothing"
        backup.copy_checked(store.url, copy)
        hall.go_to(Stage.THANKS)
        after = attack(path, contacts)
    for found in (after, attack(path, contacts), attack(path, tickets, other=TICKETS), attack(copy, contacts)):
        assert found.tried > 100 and found.right <= BY_CHANCE, found


def test_rows_that_a_lock_kept_in_their_order_are_mixed_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "vrtiljak.sqlite"
    with closing(empty_store(path)) as store:
        before_the_thanks(store, 1)
        with closing(sqlite3.connect(path, timeout=0)) as ours, closing(sqlite3.connect(path)) as foreign:
            foreign.execute("BEGIN IMMEDIATE")
            with pytest.raises(sqlite3.OperationalError):
                mix_file(ours)
            foreign.rollback()
            assert mix_file(ours)
            assert not mix_file(ours), "once is enough"


def test_tables_of_people_have_no_hidden_number_and_no_order() -> None:
    for name in ("answer", "ballot", "contact", "ticket", "tick", "tombstone", "admission"):
        assert SQLModel.metadata.tables[name].dialect_options["sqlite"]["with_rowid"] is False, name


def test_a_note_is_kept_to_the_minute(store: Store) -> None:
    hall = new_hall(store)
    hall.press()
    hall.arrive(6)
    hall.go_to(Stage.ROUND, 0)
    hall.everybody_writes()
    assert hall.now.second and {note.sent.second for note in hall.notes if note.sent} == {0}
