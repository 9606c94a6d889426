"""What staff do, in words for the trail, and the least that somebody must be in the programme to do it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.i18n import _


@dataclass(frozen=True, slots=True)
class Deed:
    """An act of staff. `about` names the argument that is told with it; never one that holds a resident's words."""

    said: str
    role: str = "facilitator"
    about: str = ""


DEEDS: Mapping[str, Deed] = {
    "hosting.move": Deed(_("moved the evening on"), about="verb"),
    "hosting.undo": Deed(_("took the last step back")),
    "joining.set_joining": Deed(_("opened or closed joining"), about="on"),
    "joining.set_period": Deed(_("changed the days of the open house")),
    "admitting.spare_ticket": Deed(_("gave out a ticket")),
    "admitting.keep_tickets": Deed(_("made tickets for print")),
    "admitting.end_tickets": Deed(_("ended unused tickets")),
    "flagging.leave_out": Deed(_("left flagged slips out of the count")),
    "flagging.take_in": Deed(_("let flagged slips count again")),
    "hosting.set_setting": Deed(_("changed a setting"), about="name"),
    "hosting.steer_screen": Deed(_("steered the screen"), about="view"),
    "hosting.settle_held": Deed(_("decided on a held note"), about="decision"),
    "hosting.hide_note": Deed(_("hid a note")),
    "hosting.count_hands": Deed(_("counted hands")),
    "hosting.draw_raffle": Deed(_("drew the raffle")),
    "seating.seat_together": Deed(_("seated latecomers")),
    "seating.leave_by_code": Deed(_("noted that somebody left")),
    "seating.change_group": Deed(_("moved somebody to another group")),
    "harvesting.move_note": Deed(_("moved a note to another theme")),
    "harvesting.confirm_themes": Deed(_("confirmed themes")),
    "harvesting.merge": Deed(_("merged notes")),
    "harvesting.unmerge": Deed(_("took a note out of a cluster")),
    "harvesting.name_cluster": Deed(_("named a cluster")),
    "harvesting.keep_apart": Deed(_("kept notes apart")),
    "harvesting.keep_whole": Deed(_("kept a note whole")),
    "harvesting.split_note": Deed(_("parted a note")),
    "harvesting.confirm_match": Deed(_("confirmed a match")),
    "harvesting.decline_match": Deed(_("declined a match")),
    "harvesting.undo_last": Deed(_("took the last change back")),
    "mentoring.found_community": Deed(_("founded a community"), about="name"),
    "mentoring.found_and_prepare": Deed(_("prepared a workshop")),
    "mentoring.share_report": Deed(_("shared the report, or no longer"), about="on"),
    "mentoring.share_log": Deed(_("shared the log, or no longer"), about="shared"),
    "opening.choose_examples": Deed(_("chose examples for the opening")),
    "opening.move_slide": Deed(_("moved a slide")),
    "opening.show_slide": Deed(_("showed or hid a slide")),
    "opening.write_note": Deed(_("wrote a note to a slide")),
    "opening.begin_anew": Deed(_("put the slides back as they were")),
    "opening.turn_slide": Deed(_("turned a slide")),
    "opening.add_example": Deed(_("added an example of good practice")),
    "opening.remove_example": Deed(_("removed an example of good practice")),
    "opening.restore_example": Deed(_("brought an example back")),
    "paper_entry.type_note": Deed(_("typed in a note from paper")),
    "paper_entry.undo_note": Deed(_("took a typed note back")),
    "paper_forms.type_check_in": Deed(_("typed in a check-in from paper")),
    "paper_forms.type_closing": Deed(_("typed in a closing form from paper")),
    "paper_forms.type_vote": Deed(_("typed in a vote from paper")),
    "paper_forms.type_interest": Deed(_("typed in an interest form from paper")),
    "paper_forms.undo_form": Deed(_("took a typed form back"), about="form"),
    "following_up.withdraw_interest": Deed(_("took a typed interest form back")),
    "raffle.hand_out_tickets": Deed(_("handed out raffle tickets")),
    "raffle.take_back_tickets": Deed(_("took raffle tickets back")),
    "reserving.reserve_codes": Deed(_("reserved codes for printed slips")),
    "recording.keep_record": Deed(_("wrote down or changed an entry"), about="form"),
    "recording.remove_record": Deed(_("removed an entry")),
    "recording.restore_record": Deed(_("brought an entry back")),
    "recording.bring_in_records": Deed(_("brought in a table"), about="form"),
    "census.keep_population": Deed(_("wrote down the population")),
    "rating.keep_ratings": Deed(_("scored readiness"), "mentor"),
    "rating.rate_anew": Deed(_("put the scores away to score again"), "mentor"),
    "importing.bring_in_file": Deed(_("brought in a file")),
    "importing.undo_import": Deed(_("took an imported file back"), "mentor"),
    "settling.set_organiser": Deed(_("wrote down who is responsible for the data"), "mentor"),
    "settling.set_wifi": Deed(_("changed the Wi-Fi of the hall"), "mentor"),
    "settling.set_learning": Deed(_("switched learning from corrections"), "mentor", "on"),
    "settling.learn_from": Deed(_("changed what is learned from elsewhere"), "mentor"),
    "sealing.set_lock": Deed(_("chose the passphrase for contacts"), "mentor"),
    "sealing.change_lock": Deed(_("changed the passphrase for contacts"), "mentor"),
    "processing.set_responsible": Deed(_("wrote down who is responsible for the data"), "mentor"),
    "following_up.open_contacts": Deed(_("opened the contacts"), "mentor"),
    "following_up.export_contacts": Deed(_("took a list of contacts away"), "mentor", "consent"),
    "consenting.withdraw_for": Deed(_("withdrew a consent for somebody"), "mentor", "consent"),
    "purging.note_contact": Deed(_("noted a contact"), "mentor"),
    "purging.set_done": Deed(_("said whether a follow-up is done"), "mentor", "done"),
    "purging.purge_due": Deed(_("deleted what was due"), "mentor"),
    "belonging.invite": Deed(_("made a link for somebody"), "owner", "role"),
    "belonging.withdraw_invitation": Deed(_("withdrew an invitation"), "owner"),
    "belonging.change_role": Deed(_("changed somebody's role"), "owner", "role"),
    "belonging.end_access": Deed(_("ended somebody's access"), "owner"),
    "belonging.end_session": Deed(_("ended a session"), "owner"),
    "belonging.found_programme": Deed(_("founded a programme"), "owner", "name"),
    "belonging.name_programme": Deed(_("named the programme"), "owner", "name"),
    "backing_up.set_place": Deed(_("chose a place for backups"), "owner"),
    "passing.end_links": Deed(_("ended links"), about="kind"),
}
STRICTER: Mapping[tuple[str, str], str] = {("recording.keep_record", "decision"): "mentor"}
"""Acts that need more for one value of what they are about: the decision on a community is a mentor's."""


def name_of(act: Callable[..., Any]) -> str:
    """The name of an act in DEEDS."""
    return f"{act.__module__.rpartition('.')[2]}.{act.__name__}"
