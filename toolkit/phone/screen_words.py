"""What the projector's page says by itself, in one language."""

from collections.abc import Mapping
from functools import cache

from toolkit.i18n import translator


@cache
def screen_words(lang: str) -> Mapping[str, str]:
    """Every sentence of the page's script; names in braces are filled there."""
    _ = translator(lang).gettext
    return {
        "welcome": _("Welcome"),
        "soon": _("We begin soon."),
        "join_wifi": _("Join the Wi-Fi: point your camera at the first code."),
        "open_page": _("Open the page: point your camera at this code."),
        "check_in": _("Check in. We do not need your name."),
        "your_group": _("Find your group"),
        "look_at_slip": _("Your phone or your slip says which letter is yours."),
        "number_is_station": _("Your letter is on your phone or slip. The number is your first station."),
        "groups_soon": _("We are forming the groups."),
        "station": _("Station"),
        "group_at": _("Group {group} is at station {station}"),
        "round_of": _("Round {round} of {rounds}"),
        "rests": _("rests"),
        "paused": _("The clock is paused"),
        "moving": _("We move on"),
        "move_now": _("Move to the next station"),
        "arriving": _("New notes"),
        "notes": _("Notes"),
        "no_notes_yet": _("The first note will appear here."),
        "two_minutes": _("Two minutes left"),
        "time_is_up": _("Time is up"),
        "page_of": _("Page {page} of {pages}"),
        "pause": _("Break"),
        "after_break": _("Afterwards we go on where we stopped."),
        "themes": _("What we wrote, by theme"),
        "vote": _("Vote"),
        "vote_how": _("Think and choose first. Then send your marks on your phone or on paper."),
        "talk": _("Let us talk about what matters most"),
        "results": _("What we chose"),
        "too_few_votes": _("Too few people voted for one content. We do not show small numbers."),
        "at_the_top": _("At the top"),
        "also_chosen": _("Also chosen"),
        "take_part": _("Would you like to take part?"),
        "voluntary": _("The form is voluntary. You do not need it for the raffle."),
        "how_was_it": _("Please also tell us how it was today."),
        "raffle": _("Raffle"),
        "raffle_look": _("Look at the number of your ticket."),
        "raffle_seed": _("Anyone can repeat the draw. Its seed: {seed}"),
        "thanks": _("Thank you for tonight"),
        "what_follows": _("Within 14 days you will hear what we learned and what follows."),
        "results_at": _("You can read the results on this page."),
        "open_house": _("Tell us what you think"),
        "open_house_how": _("Point your camera at the code. Write one idea on each note."),
    }
