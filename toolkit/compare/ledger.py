"""Every count of people that is published of one evening anywhere, and which of them must stay hidden everywhere.

The same people stand behind several figures: a core larger than one level's ticks gives the other level away. So what
is hidden is decided once for the whole evening, by what a reader of everything could work out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from carousel.workshop import Evening
from toolkit.compare import counted, gate
from toolkit.compare.bonds import Bond, at_most, equal
from toolkit.compare.counted import HERE, PARTNERS, Pair
from toolkit.compare.gate import Count, Share
from toolkit.compare.protection import FEW, joined
from toolkit.compare.withheld import whole_of, withheld
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.clusters import Cluster, by_theme, votable

SMILEYS = ("overall", "voice", "heard", "clear", "access")
AGES = ("u15", "a15_29", "a30_44", "a45_64", "a65_74", "a75")
GENDERS = ("f", "m", "x")
SILENT = "no_answer"
FEWEST_PAIRS, FEWEST_FOR_BREAKDOWN = 10, 20
VAGUE = ("officials", "spoiled")  # nought looks like few where all but a few of the people are counted voters


@dataclass(frozen=True, slots=True)
class Ledger:
    """`counts` by name ("need_before", "need_before of", "level:user" …); `hidden` says "few" or "kept" by name."""

    counts: Mapping[str, int]
    hidden: Mapping[str, str]

    def count(self, name: str) -> Count:
        """The people of a name, as they may be shown."""
        return gate.count(self.counts[name], few=self.hidden.get(name) == "few", kept=self.kept(name))

    def share(self, name: str) -> Share:
        """The people of a name out of those who answered, as they may be shown."""
        whole = whole_of(name)
        people, of = self.counts[name], self.counts[whole]
        return gate.share(min(people, of), of, kept=self.kept(name), kept_of=self.kept(whole))

    def kept(self, name: str) -> bool:
        """Whether it is hidden only to protect another."""
        return self.hidden.get(name) == "kept"


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """An evening that is equal to itself only, so that what was found out about it can be remembered."""

    evening: Evening

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.evening is other.evening

    def __hash__(self) -> int:
        return id(self.evening)


def ledger(evening: Evening) -> Ledger:
    """The counts of an evening and what is hidden of them."""
    return _ledger(_Same(evening))


@lru_cache(maxsize=16)
def _ledger(same: _Same) -> Ledger:
    counts: dict[str, int] = {"people": len(same.evening.check_ins)}
    bonds = [bond for part in PARTS for bond in part(same.evening, counts)]
    absent = counts["people"] - counts.get("voters", 0)
    vague = VAGUE if "voters" in counts and absent in FEW else ()
    return Ledger(counts, withheld(counts, bonds, vague))


def _door(evening: Evening, counts: dict[str, int]) -> Iterator[Bond]:
    """What was said at the door."""
    if evening.workshop.population and evening.workshop.population_source:
        counts["residents"] = counted.residents_here(evening)
        yield at_most(["residents"], ["people"])
    yield from _shared("need_before", counted.need_before(evening), "people", counts)
    channels = {f"channel:{term.id}": counted.channel(term.id)(evening) for term in vocabulary().channels}
    for name, pair in channels.items():
        counts[name], counts["channel of"] = pair
        yield at_most([name], ["channel of"])
    yield at_most(["channel of"], ["people"])
    yield at_most(["channel of"], channels)  # who answered named at least one


def _divided(evening: Evening, counts: dict[str, int]) -> Iterator[Bond]:
    """Age and gender: everybody is in one part, those who did not say in their own."""
    if len(evening.check_ins) < FEWEST_FOR_BREAKDOWN:
        return
    answers = {
        "age": (AGES, [each.age_band for each in evening.check_ins]),
        "gender": (GENDERS, [each.gender for each in evening.check_ins]),
    }
    for by, (options, given) in answers.items():
        told = Counter(one if one in options else SILENT for one in given)
        parts = [f"{by}:{option}" for option in options]
        counts.update({f"{by}:{option}": told[option] for option in (*options, SILENT)})
        counts[f"{by} of"] = sum(told[option] for option in options)
        yield from equal(parts, [f"{by} of"])
        yield from equal([*parts, f"{by}:{SILENT}"], ["people"])


def _present(evening: Evening, counts: dict[str, int]) -> Iterator[Bond]:
    """Residents in bands wide enough to be shown, as the comparison sets them beside the population."""
    here = [each for each in evening.check_ins if each.lives_in == HERE]
    told = {"age": Counter(each.age_band for each in here), "gender": Counter(each.gender for each in here)}
    for by, options in (("age", AGES), ("gender", GENDERS)):
        people = [told[by][option] for option in options]
        if not evening.preparation.bands or sum(people) < FEWEST_FOR_BREAKDOWN:
            continue
        for places in joined(people):
            name = f"present:{by}:{places.start}"
            counts[name] = sum(people[place] for place in places)
            yield at_most([name], [f"{by}:{options[place]}" for place in places])


def _closing(evening: Evening, counts: dict[str, int]) -> Iterator[Bond]:
    """The closing form."""
    counts["response"] = len(evening.feedback)
    yield at_most(["response"], ["people"])
    pairs = {f"smiley:{name}": counted.smiley(name)(evening) for name in SMILEYS}
    pairs |= {"need_after": counted.need_after(evening), "return": counted.would_return(evening)}
    for name, pair in pairs.items():
        yield from _shared(name, pair, "response", counts)
    parts = dict(zip(("up", "same", "down"), counted.need_change(evening), strict=True))
    if sum(parts.values()) >= FEWEST_PAIRS:
        counts.update(parts | {"pairs": sum(parts.values())})
        yield from equal(parts, ["pairs"])
        yield at_most(["pairs"], ["need_after of"])
        yield at_most(["pairs"], ["need_before of"])
        # who was not asked twice can make up for as many of the others as they are
        yield at_most(["need_after", "pairs"], ["need_before", "need_after of", "up"])
        yield at_most(["need_before", "pairs"], ["need_after", "need_before of", "down"])


def _joining(evening: Evening, counts: dict[str, int]) -> Iterator[Bond]:
    """Interest forms: each ticks at least one level; the core are partners and initiators among them."""
    counts["interest"], counts["core"] = len(evening.interests), counted.core(evening)
    levels = [term.id for term in vocabulary().participation_levels]
    for level in levels:
        yield from _shared(f"level:{level}", counted.level(level)(evening), "", counts)
    yield at_most(["interest"], ["people"])
    yield at_most(["interest"], [f"level:{level}" for level in levels])
    yield at_most(["core"], ["interest"])
    yield at_most(["core"], [f"level:{level}" for level in levels if level in PARTNERS])


def _vote(evening: Evening, counts: dict[str, int]) -> Iterator[Bond]:
    """The vote: voters, officials and spoiled ballots; clusters and themes by whom they were marked."""
    if not evening.votes:
        return
    result = counted.result(evening)
    counts |= {"voters": result.resident_voters, "officials": result.official_voters, "spoiled": result.spoiled}
    yield at_most(["voters", "officials", "spoiled"], ["people"])
    clusters = votable(counted.clusters(evening))
    if result.resident_voters not in FEW:
        yield from _marks("votes", clusters, result.residents, "voters", evening.marks, counts)
        support = counted.theme_support(evening)
        for theme, group in by_theme(clusters).items():
            counts[f"support:{theme}"] = support[theme][0]
            yield at_most([f"support:{theme}"], ["voters"])
            yield at_most([f"support:{theme}"], [f"votes:{one.id}" for one in group])
            yield from (at_most([f"votes:{one.id}"], [f"support:{theme}"]) for one in group)
            if evening.marks:
                yield at_most([f"votes:{one.id}" for one in group], [f"support:{theme}"], factor=evening.marks)
        yield at_most(["voters"], [f"support:{theme}" for theme in support])
    if result.official_voters not in FEW:
        yield from _marks("marked", clusters, result.officials, "officials", evening.marks, counts)


def _marks(
    kind: str, clusters: Iterable[Cluster], given: Mapping[int, int], whole: str, marks: int, counts: dict[str, int]
) -> Iterator[Bond]:
    names = {f"{kind}:{one.id}": given.get(one.id, 0) for one in clusters}
    counts |= names
    yield from (at_most([name], [whole]) for name in names)
    yield at_most([whole], names)  # who votes marks something
    if marks:
        yield at_most(names, [whole], factor=marks)


def _shared(name: str, pair: Pair, within: str, counts: dict[str, int]) -> Iterator[Bond]:
    whole = whole_of(name)
    counts[name], counts[whole] = pair
    yield at_most([name], [whole])
    if within:
        yield at_most([whole], [within])


PARTS = (_door, _divided, _present, _closing, _joining, _vote)
