"""Raw counts of one evening, (people, of whom), before the gate. Nothing here may be shown."""

from collections import Counter
from collections.abc import Callable, Iterable

from carousel.workshop import UNSORTED, Evening
from toolkit.harvest import clusters as clustering
from toolkit.harvest.clusters import Cluster
from toolkit.harvest.votes import Tally, tally, theme_voters

Pair = tuple[int, int]
PARTNERS = frozenset({"collaboration_partner", "supported_initiative"})
HERE = "this_ks"
FEWEST = 5  # people whose number may be shown
AGREES = 4  # on scales and smileys from 1 to 5


def clusters(evening: Evening) -> tuple[Cluster, ...]:
    """The evening's clusters."""
    return clustering.of(evening.notes)


def result(evening: Evening) -> Tally:
    """The vote of the evening."""
    return tally(evening.votes, clusters(evening), evening.marks)


def theme_support(evening: Evening) -> dict[str, Pair]:
    """For each theme with a votable cluster: resident voters with a mark on it, resident voters."""
    votable = clustering.votable(clusters(evening))
    valid = [vote for vote in evening.votes if not evening.marks or len(vote.marks) <= evening.marks]
    voters, marked = sum(not vote.official for vote in valid), theme_voters(valid, votable)
    return {theme: (marked.get(theme, 0), voters) for theme in clustering.by_theme(votable)}


def residents_here(evening: Evening) -> int:
    """Checked-in people who live in the community."""
    return sum(each.lives_in == HERE for each in evening.check_ins)


def need_before(evening: Evening) -> Pair:
    """Answers 4 and 5 at check-in."""
    return _agreeing(each.need_before for each in evening.check_ins)


def need_after(evening: Evening) -> Pair:
    """Answers 4 and 5 in the closing form."""
    return _agreeing(each.need_after for each in evening.feedback)


def need_change(evening: Evening) -> tuple[int, int, int]:
    """People whose answer went up, stayed, went down, of those who answered both times."""
    paired = [(each.need_before, each.need_after) for each in evening.feedback]
    steps = [after - before for before, after in paired if before is not None and after is not None]
    return sum(step > 0 for step in steps), steps.count(0), sum(step < 0 for step in steps)


def smiley(name: str) -> Callable[[Evening], Pair]:
    """Smileys 4 and 5 of one closing question: overall, voice, heard, clear, access."""
    return lambda evening: _agreeing(getattr(each, name) for each in evening.feedback)


def would_return(evening: Evening) -> Pair:
    """Yes to coming again."""
    given = [each.again for each in evening.feedback if each.again]
    return sum(answer in ("yes_", "yes") for answer in given), len(given)


def response(evening: Evening) -> Pair:
    """Closing forms of those checked in."""
    return _within(len(evening.feedback), len(evening.check_ins))


def interest_conversion(evening: Evening) -> Pair:
    """Interest forms of those checked in."""
    return _within(len(evening.interests), len(evening.check_ins))


def level(name: str) -> Callable[[Evening], Pair]:
    """Interest forms that tick a level."""
    return lambda evening: (sum(name in each.levels for each in evening.interests), len(evening.interests))


def channel(name: str) -> Callable[[Evening], Pair]:
    """People who named a channel, of those who answered."""
    return lambda evening: (
        sum(name in each.channels for each in evening.check_ins),
        sum(bool(each.channels) for each in evening.check_ins),
    )


def theme(name: str) -> Callable[[Evening], Pair]:
    """Support of one theme."""
    return lambda evening: theme_support(evening).get(name, (0, _voters(evening)))


def core(evening: Evening) -> int:
    """Partners and initiators who agreed to be passed on to the start-up team."""
    return sum(each.core and not PARTNERS.isdisjoint(each.levels) for each in evening.interests)


def top_themes(evening: Evening, places: int = 5) -> tuple[str, ...]:
    """Themes of needs and images with most support that may be shown; without a vote, with most clusters."""
    support = theme_support(evening)
    shown = {name: people for name, (people, _) in support.items() if people >= FEWEST}  # the order must tell no less
    wanted = Counter(each.theme for each in clustering.votable(clusters(evening)) if each.theme != UNSORTED)
    order = sorted(wanted, key=lambda name: (-shown.get(name, 0), -wanted[name]))
    return tuple(order[:places])


def _voters(evening: Evening) -> int:
    return result(evening).resident_voters


def _agreeing(answers: Iterable[int | None]) -> Pair:
    given = [answer for answer in answers if answer is not None]
    return sum(answer >= AGREES for answer in given), len(given)


def _within(people: int, of: int) -> Pair:
    return min(people, of), of
