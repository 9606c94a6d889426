"""What a phone says while the room listens, waits or goes home: what happens now and what comes next."""

from typing import Any

from carousel.look import letter
from carousel.stage import Stage
from carousel.workshop import UNSORTED
from toolkit.content.vocabulary import label
from toolkit.harvest.clusters import by_theme, of
from toolkit.i18n import Translator
from toolkit.phone.reception import Seen, Visit, station_of

Names = dict[str, Any]


def heading(stage: Stage, _: Translator) -> str:
    """What is going on, in a few words."""
    return {
        Stage.PREPARED: _("The workshop begins soon"),
        Stage.CHECKIN: _("Welcome. You are checked in."),
        Stage.OPENING: _("Please look at the screen"),
        Stage.GROUPS: _("The groups are being formed"),
        Stage.ROUND: _("Look around the stations"),
        Stage.MOVING: _("We are changing stations"),
        Stage.BREAK: _("Break"),
        Stage.GALLERY: _("Look at all the notes"),
        Stage.HARVEST: _("We are putting the ideas in order"),
        Stage.VOTE: _("The vote"),
        Stage.INTEREST: _("Taking part"),
        Stage.CLOSING: _("How was it today?"),
        Stage.RAFFLE: _("The raffle"),
        Stage.THANKS: _("Thank you for coming"),
        Stage.OPEN: _("Tell us what you think"),
    }[stage]


def wait(visit: Visit, seen: Seen, _: Translator) -> Names:
    """What happens now, in two or three sentences."""
    if seen.who and seen.who.left:
        return {"heading": _("Goodbye and thank you"), "lines": goodbye(_), "people": seen.where.people, "clock": None}
    stage, station, group = seen.where.step.stage, station_of(seen), seen.who.group if seen.who else None
    names: Names = {"lines": lines(stage, group is not None, station, _), "people": seen.where.people}
    if stage is Stage.GROUPS and group is not None:
        names["heading"] = _("Your group is {letter}", letter=letter(group))
        size = next((one.size for one in seen.where.groups if one.index == group), 0)
        names["mates"] = _.ngettext("There is {n} of you in the group.", "There are {n} of you in the group.", size)
    if stage is Stage.HARVEST:
        gathered = by_theme(cluster for cluster in of(seen.notes) if cluster.theme != UNSORTED)
        counted = [(label("themes", theme, visit.lang), sum(len(c.notes) for c in g)) for theme, g in gathered.items()]
        names["themes"] = counted[:8]
    if stage is not Stage.RAFFLE:
        names["winners"] = ()
    return names


def goodbye(_: Translator) -> tuple[str, ...]:
    """What somebody reads who left early."""
    return (_("Your notes stay and count."), _("When the evening is over you find the results here."))


def lines(stage: Stage, grouped: bool, station: int | None, _: Translator) -> tuple[str, ...]:
    """What happens now and what comes next."""
    if stage is Stage.CHECKIN or stage is Stage.PREPARED:
        return (_("Take a seat. We wait until everybody has checked in."), _("Your group will appear here."))
    if stage is Stage.OPENING:
        return (_("The hosts explain what this evening is about."), _("Then you will see your group here."))
    if stage is Stage.GROUPS:
        joined = (_("Find the others with the same letter, colour and shape."),)
        return joined if grouped else (_("One moment. Your group will appear here."),)
    if stage is Stage.BREAK:
        after = (_("Then go to station {n}.", n=station),) if station else ()
        return (_("Have a drink and stretch your legs."), *after)
    if stage is Stage.HARVEST:
        return (_("Please look at the screen. Notes that say the same are brought together."), _("Then we vote."))
    return (_("Please look at the screen and keep your ticket number at hand."),)
