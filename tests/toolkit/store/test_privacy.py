"""The storage boundary is the privacy boundary."""

from dataclasses import fields

from carousel.workshop import CheckIn, Feedback, Interest, Note, Vote
from toolkit.store import tables


def test_no_value_that_leaves_the_store_names_a_slip() -> None:
    for value in (Note, Vote, CheckIn, Feedback, Interest):
        assert not {"slip", "slip_id", "person", "name"} & {field.name for field in fields(value)}


def test_contacts_and_tickets_lead_to_no_slip_and_slips_carry_no_time() -> None:
    for row in (tables.ContactRow, tables.TicketRow):
        assert not any("slip" in name for name in row.model_fields)
    assert not {"at", "sent", "created", "address"} & set(tables.SlipRow.model_fields)
