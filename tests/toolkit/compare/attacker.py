"""A reader who wants to know: takes all that is shown of one evening and asks for each hidden number what it can be.

Written without the program's own reasoning: whole numbers and what everybody knows about them are handed to a solver
(scipy's HiGHS), which finds the least and the most of each hidden one. Where there is an exact picture of how people
can answer (all combinations of levels, all pairs of answers before and after) the solver is given that picture.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations, product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from toolkit.compare.gate import Count, Share
from toolkit.compare.summary import Report

MOST = 400  # more people never come
PARTNERS = {"collaboration_partner", "supported_initiative"}


@dataclass(slots=True)
class Attacker:
    """`ranges` by name of a number; `sums` are (terms, least, most); `hidden` names what is not shown."""

    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)
    sums: list[tuple[dict[str, int], float, float]] = field(default_factory=list)
    hidden: dict[str, str] = field(default_factory=dict)

    def sees(self, name: str, count: Count, *, part_of: Count | None = None) -> str:
        """Take down a count as it is shown; a part of a few may be nobody."""
        if count.value is not None:
            self.ranges[name] = (count.value, count.value)
            return name
        none = part_of is not None and part_of.why == "few"
        self.ranges[name] = (0 if none else 1, 4) if count.why == "few" else (5, MOST)
        self.hidden[name] = count.why
        return name

    def sees_share(self, name: str, share: Share, whole: str) -> str:
        """Take down a share: a percentage is shown beside its counts only, so these say it all."""
        self.sees(whole, share.of)
        self.sees(name, share.count, part_of=share.of)
        self.no_more([name], [whole])
        return name

    def narrow(self, name: str, low: int, high: int) -> None:
        """The number lies between these too."""
        self.ranges[name] = (max(self.ranges[name][0], low), min(self.ranges[name][1], high))

    def unseen(self, name: str) -> str:
        """A number that nobody shows, but that must exist."""
        self.ranges.setdefault(name, (0, MOST))
        return name

    def no_more(self, parts: Iterable[str], wholes: Iterable[str], factor: int = 1) -> None:
        """The parts together are at most `factor` times the wholes."""
        self.sums.append((self._terms(parts, wholes, factor), -np.inf, 0))

    def equal(self, parts: Iterable[str], wholes: Iterable[str]) -> None:
        """The parts together are the wholes."""
        self.sums.append((self._terms(parts, wholes, 1), 0, 0))

    def _terms(self, parts: Iterable[str], wholes: Iterable[str], factor: int) -> dict[str, int]:
        terms: dict[str, int] = defaultdict(int)
        for name in parts:
            terms[name] += 1
        for name in wholes:
            terms[name] -= factor
        return terms

    def can_be(self, name: str) -> tuple[int, int]:
        """The least and the most that a number can be. AssertionError if what is shown contradicts itself."""
        model = _Model(self)
        return model.extreme(name, 1)[name], model.extreme(name, -1)[name]

    def solved(self) -> dict[str, int]:
        """Hidden numbers that can be one number only; nobody is hidden where that number is nought.

        A dot is taken for five or more first, and for anything where that cannot be.
        """
        model = _Model(self)
        if self.hidden and not model.possible():
            self.ranges |= {name: (0, MOST) for name, why in self.hidden.items() if why == "kept"}
            model = _Model(self)
        seen: dict[str, set[int]] = {name: set() for name in self.hidden}
        for name, sign in product(self.hidden, (1, -1)):
            if len(seen[name]) < 2:  # every answer says of all numbers what they could be
                answer = model.extreme(name, sign)
                for other, could in seen.items():
                    could.add(answer[other])
        return {name: min(could) for name, could in seen.items() if len(could) == 1 and min(could) > 0}


class _Model:
    """The sums as the solver wants them."""

    def __init__(self, reader: Attacker) -> None:
        self.names = sorted(reader.ranges)
        self.place = {name: at for at, name in enumerate(self.names)}
        ends = [reader.ranges[name] for name in self.names]
        self.bounds = Bounds([low for low, _ in ends], [high for _, high in ends])
        cells = [
            (at, self.place[name], factor) for at, row in enumerate(reader.sums) for name, factor in row[0].items()
        ]
        rows, columns, factors = zip(*cells, strict=True)
        matrix = csr_matrix((factors, (rows, columns)), shape=(len(reader.sums), len(self.names)))
        self.ties = LinearConstraint(matrix, [row[1] for row in reader.sums], [row[2] for row in reader.sums])
        self.whole = np.ones(len(self.names))

    def extreme(self, wanted: str, sign: int) -> dict[str, int]:
        """One way in which all numbers can be, with the wanted one as small (1) or as large (-1) as it gets."""
        aim = np.zeros(len(self.names))
        aim[self.place[wanted]] = sign
        answer = milp(aim, integrality=self.whole, bounds=self.bounds, constraints=self.ties)
        assert answer.x is not None, f"what is shown contradicts itself: {answer.message}"
        return {name: round(float(value)) for name, value in zip(self.names, answer.x, strict=True)}

    def possible(self) -> bool:
        """Whether there is any way at all."""
        aim = np.zeros(len(self.names))
        return milp(aim, integrality=self.whole, bounds=self.bounds, constraints=self.ties).x is not None


def reads(report: Report) -> Attacker:
    """Everything a report shows of people, with all that its reader knows of how the numbers hang together."""
    reader = Attacker()
    people = reader.sees("people", report.people)
    if report.turnout:
        reader.sees("residents", report.turnout.count)
        if report.turnout.per_thousand is not None:
            around = report.turnout.per_thousand * report.turnout.population / 1000
            least = report.turnout.population / 20000
            reader.narrow("residents", int(np.ceil(around - least - 1e-9)), int(around + least + 1e-9))
        reader.no_more(["residents"], [people])
    _door(reader, report)
    _closing(reader, report)
    _interest(reader, report)
    _vote(reader, report)
    return reader


def _measure(report: Report, answer: int, at: int) -> Share:
    value = report.answers[answer].measures[at].value
    assert isinstance(value, Share)
    return value


def _door(reader: Attacker, report: Report) -> None:
    reader.sees_share("need before", _measure(report, 0, 0), "need before n")
    reader.no_more(["need before n"], ["people"])
    named = [reader.sees_share(f"channel {place}", one.value, "channels n")
             for place, one in enumerate(report.channels) if isinstance(one.value, Share)]  # fmt: skip
    if named:
        reader.no_more(["channels n"], ["people"])
        reader.no_more(["channels n"], named)
    for by, parts in (("age", report.ages), ("gender", report.genders)):
        counts = [one.value for one in parts]
        if counts:
            names = [reader.sees(f"{by} {place}", one) for place, one in enumerate(counts) if isinstance(one, Count)]
            reader.equal(names, ["people"])


def _closing(reader: Attacker, report: Report) -> None:
    reader.sees_share("response", report.method.response, "people")
    for place, one in enumerate(report.smileys):
        assert isinstance(one.value, Share)
        reader.sees_share(f"smiley {place}", one.value, f"smiley {place} n")
        reader.no_more([f"smiley {place} n"], ["response"])
    reader.sees_share("return", report.would_return, "return n")
    reader.no_more(["return n"], ["response"])
    reader.sees_share("need after", _measure(report, 0, 1), "need after n")
    reader.no_more(["need after n"], ["response"])
    if report.need_change is None:
        return
    for name, count in report.need_change.parts.counts.items():
        reader.sees(name, count)
    # every pair of answers before and after, and those who answered only once
    pairs = {
        (before, after): reader.unseen(f"{before} then {after}") for before, after in product(range(1, 6), repeat=2)
    }
    once = [reader.unseen(f"only {when} {said}") for when in ("before", "after") for said in ("yes", "no")]
    reader.equal([name for (before, after), name in pairs.items() if after > before], ["up"])
    reader.equal([name for (before, after), name in pairs.items() if after == before], ["same"])
    reader.equal([name for (before, after), name in pairs.items() if after < before], ["down"])
    reader.ranges["pairs"] = (report.need_change.parts.answers, report.need_change.parts.answers)
    reader.equal(["up", "same", "down"], ["pairs"])
    reader.equal([*pairs.values(), once[0], once[1]], ["need before n"])
    reader.equal([*pairs.values(), once[2], once[3]], ["need after n"])
    reader.equal([*(name for (before, _), name in pairs.items() if before > 3), once[0]], ["need before"])
    reader.equal([*(name for (_, after), name in pairs.items() if after > 3), once[2]], ["need after"])


def _interest(reader: Attacker, report: Report) -> None:
    """Every combination of levels, with and without consent to be passed on."""
    levels = [one.label.id for one in report.levels if hasattr(one.label, "id")]
    for level, one in zip(levels, report.levels, strict=True):
        assert isinstance(one.value, Share)
        reader.sees_share(f"level {level}", one.value, "forms")
    reader.sees("core", report.core)
    conversion = [sentence.data for sentence in report.answers[5].said if "of" in sentence.data]
    for data in conversion:
        assert isinstance(data["count"], Count)
        reader.sees("forms of people", data["count"])
        reader.no_more(["forms of people"], ["forms"])
    ways = [frozenset(way) for many in range(1, len(levels) + 1) for way in combinations(levels, many)]
    forms = {(way, core): reader.unseen(f"forms {sorted(way)} {core}") for way in ways for core in (False, True)}
    reader.equal(forms.values(), ["forms"])
    for level in levels:
        reader.equal([name for (way, _), name in forms.items() if level in way], [f"level {level}"])
    reader.equal([name for (way, core), name in forms.items() if core and way & PARTNERS], ["core"])


def _vote(reader: Attacker, report: Report) -> None:
    vote = report.vote
    if vote is None:
        return
    marks = int(vote.k.value)
    reader.sees("voters", vote.voters)
    tight = report.people.value is not None and vote.voters.value is not None
    absent = (report.people.value or 0) - (vote.voters.value or 0) if tight else 0
    for name, count in (("officials", vote.official_voters), ("spoiled", vote.spoiled)):
        reader.sees(name, count)
        if absent in range(1, 5) and count.why == "few":
            reader.ranges[name] = (0, 4)  # the rule is public: then nought is shown like few
    reader.no_more(["voters", "officials", "spoiled"], ["people"])
    every: dict[str, list[str]] = {}
    official: list[str] = []
    for part in report.themes:
        for cluster in part.clusters:
            if cluster.votes:
                every.setdefault(part.theme.id, []).append(
                    reader.sees_share(f"votes {cluster.id}", cluster.votes, "voters")
                )
            if cluster.officials:
                official.append(reader.sees(f"officials' {cluster.id}", cluster.officials))
                reader.no_more([official[-1]], ["officials"])
        if part.support:
            reader.sees_share(f"support {part.theme.id}", part.support, "voters")
            group = every.get(part.theme.id, [])
            reader.no_more([f"support {part.theme.id}"], group)
            for name in group:
                reader.no_more([name], [f"support {part.theme.id}"])
            if marks:
                reader.no_more(group, [f"support {part.theme.id}"], marks)
    for marked, voters in (([name for group in every.values() for name in group], "voters"), (official, "officials")):
        if marked:
            reader.no_more([voters], marked)
            if marks:
                reader.no_more(marked, [voters], marks)
