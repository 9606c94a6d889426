"""What the report says of slips that were left out of the count: how many, and what the vote would be with them."""

from collections.abc import Mapping
from types import MappingProxyType

from carousel.workshop import Evening
from toolkit.compare import gate
from toolkit.compare.protection import FEW
from toolkit.compare.sentence import Quote, Sentence
from toolkit.compare.standing import Standing
from toolkit.harvest.clusters import of, votable
from toolkit.harvest.votes import tally
from toolkit.i18n import _

PLACES = 3
THEIRS = Sentence("an idea of theirs")  # its words are left out with them
HASTE, PHONE, CROWD, VOTE, WORDS = "haste", "phone", "crowd", "quick_vote", "same_words"
RULES: Mapping[str, str] = MappingProxyType({
    HASTE: _("Checked in within two seconds. Nobody reads the form so fast."),
    PHONE: _("Many slips from one phone, faster than people fill in the form."),
    CROWD: _("Many slips from one network address when nobody else was arriving."),
    VOTE: _("Voted within five seconds of check-in."),
    WORDS: _("The same long sentence from five slips or more."),
})  # fmt: skip
"""Why a slip is flagged, by the rule's id."""


def left_out(evening: Evening, now: Standing) -> tuple[Sentence, ...]:
    """Nothing where nobody was left out. Of the vote with them only the order of the first places is said, and only
    where five or more votes were left out: beside the vote without them, numbers would tell single votes."""
    if not evening.left_out:
        return ()
    many = {"n": gate.count(evening.left_out)}
    out = Sentence("A person left flagged slips out of the count: {n}.", many)
    return (out, *_vote(evening, now)) if evening.votes else (out,)


def _vote(evening: Evening, now: Standing) -> tuple[Sentence, ...]:
    residents = sum(not vote.official for vote in evening.votes_left_out)
    if not residents:
        return (Sentence("None of them had voted."),) if not evening.votes_left_out else ()
    if residents in FEW:
        return (Sentence("Too few of them had voted to say what the vote would be with them."),)
    if now.tally.resident_voters in FEW:
        return ()
    whole = tally((*evening.votes, *evening.votes_left_out), votable(of(evening.notes_with_left_out)))
    before, after = _first(now.tally.at_the_top(PLACES)), _first(whole.at_the_top(PLACES))
    if before == after:
        return (Sentence("With them the same ideas would come first."),)
    names = {cluster.id: Quote(cluster.name) for cluster in now.clusters}
    shown = [key for group in after for key in sorted(group) if whole.residents[key] not in FEW]
    first = tuple(names.get(key, THEIRS) for key in shown)
    return (Sentence("With them these would come first: {names}.", {"names": first}),)


def _first(groups: tuple[tuple[int, ...], ...]) -> tuple[frozenset[int], ...]:
    return tuple(map(frozenset, groups))
