"""Which counts must stay hidden because a reader of all the others could work out a small one."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from toolkit.compare.bonds import ENDLESS, Bond, Range, holds, ranges
from toolkit.compare.protection import FEW

TRIED = 24  # of the counts beside a solved one, how many are tried before one is hidden untried
# What a count is a share of, by the kind of its name; any other has its own whole, "need_before of".
WHOLES = {
    "response": "people", "interest": "people", "level": "interest", "channel": "channel of", "votes": "voters",
    "support": "voters", "marked": "officials", "age": "age of", "gender": "gender of",
}  # fmt: skip
NEVER = ("people", "present", "pairs")  # known from the hall, or shown because nobody stands out in them
# What is hidden first to protect another; a kind that is not here comes last of all.
ORDER = (
    "core", "support", "marked", "spoiled", "channel", "level", "votes", "age", "gender", "same", "up", "down",
    "smiley", "return", "need_after", "need_before", "residents", "response", "interest", "officials",
)  # fmt: skip


def whole_of(name: str) -> str:
    """The name of what a count is a share of."""
    return WHOLES.get(_kind(name), f"{name} of")


def withheld(counts: Mapping[str, int], bonds: Iterable[Bond], vague: Collection[str] = ()) -> dict[str, str]:
    """Names of hidden counts: "few" for 1-4, "kept" for those hidden only to protect them.

    A part of a few is a few, whatever it is; so is a `vague` count below five, nought included. Each hidden count of
    people could still be at least two different numbers for a reader who knows all shown ones, the bonds between
    them, that "few" is 1 to 4 (0 to 4 where it is a part of a few or vague) and that "kept" is not. Where nothing is
    left to hide, a few is "kept" too, so that nobody is told even that.
    """
    true = [bond for bond in bonds if holds(bond, counts)]
    hidden = {name: "few" for name, count in counts.items() if count in FEW}
    hidden |= {name: "few" for name in vague if counts[name] < FEW.stop}
    hidden |= {name: "few" for name in counts if hidden.get(whole_of(name)) == "few"}
    given_up: set[str] = set()
    while solved := [name for name in _solved(counts, hidden, true, vague) if name not in given_up]:
        spare = _spare(solved[0], counts, hidden, true, vague)
        if spare is None:
            given_up.add(solved[0])
        hidden[spare or solved[0]] = "kept"
    return hidden


def _solved(
    counts: Mapping[str, int], hidden: Mapping[str, str], bonds: Sequence[Bond], vague: Collection[str]
) -> list[str]:
    known = {name: _range(name, count, hidden, vague) for name, count in counts.items()}
    found = ranges(known, bonds)
    return [name for name in hidden if counts[name] and found[name][0] == found[name][1]]


def _range(name: str, count: int, hidden: Mapping[str, str], vague: Collection[str]) -> Range:
    """What a reader knows of a count by itself."""
    why = hidden.get(name)
    if why is None:
        return count, count
    if why == "kept":
        return (0 if count in FEW else FEW.stop), ENDLESS
    could_be_none = name in vague or hidden.get(whole_of(name)) == "few"
    return (0 if could_be_none else FEW.start), FEW.stop - 1


def _spare(
    solved: str, counts: Mapping[str, int], hidden: Mapping[str, str], bonds: Sequence[Bond], vague: Collection[str]
) -> str | None:
    """The count to hide next: one tied to the solved one that leaves it open, else the nearest that may be hidden."""
    near = _near(solved, counts, hidden, bonds)
    for name in near[:TRIED]:
        if solved not in _solved(counts, {**hidden, name: "kept"}, bonds, vague):
            return name
    return near[0] if near else None


def _near(solved: str, counts: Mapping[str, int], hidden: Mapping[str, str], bonds: Sequence[Bond]) -> list[str]:
    """Shown counts above four that share a bond with the solved one, or with a hidden one that does, and so on."""
    together = [{name for name, _ in bond.terms} for bond in bonds]
    reached, tied = {solved}, set[str]()
    while edge := reached - tied:
        tied |= reached
        beside = {name for names in together if not edge.isdisjoint(names) for name in names}
        reached |= {name for name in beside if name in hidden}
        tied |= beside - reached
    open_ones = [name for name in tied - reached if counts[name] > FEW[-1] and _kind(name) not in NEVER]
    return sorted(open_ones, key=lambda name: (_reluctance(name), counts[name], name))


def _reluctance(name: str) -> tuple[bool, int]:
    """Denominators after counts, then by `ORDER`."""
    kind = _kind(name)
    return name.endswith(" of"), ORDER.index(kind) if kind in ORDER else len(ORDER)


def _kind(name: str) -> str:
    return name.removesuffix(" of").split(":")[0]
