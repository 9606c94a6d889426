"""Which figures may be out: made of forms that differ by five people or more from all that were out before.

What is out is kept, so it holds no form: answers are torn from each other, but for those that figures count together,
and words are left out. The figures made of it are the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from carousel.workshop import CheckIn, Evening, Feedback, Interest, Vote

STEP = 5  # people whose answers change together, so that no one's can be told from two readings
CHECK_INS, FEEDBACK, INTERESTS, VOTES = "check_ins", "feedback", "interests", "votes"
FORMS = (CHECK_INS, FEEDBACK, INTERESTS, VOTES)
AT_THE_DOOR = ("age_band", "gender", "stakeholder_type", "channels", "used_premises", "need_before")
AT_THE_END = ("overall", "voice", "heard", "clear", "access", "again")
Row = list[Any]
Rows = list[Row]
"""People of one kind of form as JSON keeps them: a value for each column."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """How forms become rows and rows become forms."""

    torn: Callable[[Evening], Iterable[Row]]
    whole: Callable[[Rows], tuple[Any, ...]]


def of(evening: Evening, kind: str) -> Rows:
    """The people of a kind (one of FORMS), torn apart."""
    return list(_KINDS[kind].torn(evening))


def following(out: Sequence[Rows], now: Rows) -> Sequence[Rows]:
    """The versions that are out, the newest last: with `now` if it differs by five people from each of them."""
    return [*out, now] if all(_apart(version, now) >= STEP for version in out) else out


def seen(evening: Evening, out: Mapping[str, Sequence[Rows]]) -> Evening:
    """The evening as it is out: the newest version of each kind that is named."""
    changed: dict[str, Any] = {kind: _KINDS[kind].whole(versions[-1]) for kind, versions in out.items()}
    return replace(evening, **changed)


def since(before: Mapping[str, Rows], evening: Evening) -> int:
    """Of how many people the answers differ at least from an earlier state: the most of any kind of form."""
    return max(_apart(rows, of(evening, kind)) for kind, rows in before.items())


def _apart(before: Rows, after: Rows) -> int:
    """How many people's answers differ at least: one sent anew is one that went and one that came."""
    columns = ((_column(before, place), _column(after, place)) for place in range(len((before or after or [[]])[0])))
    return max((max((one - other).total(), (other - one).total()) for one, other in columns), default=0)


def _column(rows: Rows, place: int) -> Counter[str]:
    return Counter(repr(row[place]) for row in rows)


def _check_ins(evening: Evening) -> Iterable[Row]:
    """Who lives here is asked by age and by gender, so these stay with it; each of them alone."""
    came = sorted(evening.check_ins, key=lambda one: one.lives_in or "")
    for home, people in groupby(came, key=lambda one: one.lives_in):
        for row in _torn([[_plain(getattr(one, name)) for name in AT_THE_DOOR] for one in people]):
            yield [home, *row]


def _whole_check_ins(rows: Rows) -> tuple[CheckIn, ...]:
    return tuple(
        CheckIn(lives_in=home, **dict(zip(AT_THE_DOOR, map(_frozen, answers), strict=True))) for home, *answers in rows
    )


def _feedback(evening: Evening) -> Iterable[Row]:
    """Need before and after are counted as pairs; nothing else hangs together."""
    return _torn(
        [[[one.need_before, one.need_after], *(getattr(one, name) for name in AT_THE_END)]
         for one in evening.feedback]
    )  # fmt: skip


def _whole_feedback(rows: Rows) -> tuple[Feedback, ...]:
    return tuple(
        Feedback(need_before=need[0], need_after=need[1], **dict(zip(AT_THE_END, answers, strict=True)))
        for need, *answers in rows
    )


def _torn(rows: Rows) -> Rows:
    """Each column in an order of its own."""
    return [list(row) for row in zip(*(sorted(column, key=repr) for column in zip(*rows, strict=True)), strict=True)]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


_KINDS: Mapping[str, _Kind] = {
    CHECK_INS: _Kind(_check_ins, _whole_check_ins),
    FEEDBACK: _Kind(_feedback, _whole_feedback),
    INTERESTS: _Kind(
        lambda evening: sorted([sorted(one.levels), one.core] for one in evening.interests),
        lambda rows: tuple(Interest(tuple(levels), (), core) for levels, core in rows),
    ),
    VOTES: _Kind(
        lambda evening: sorted([[sorted(one.marks), one.official]] for one in evening.votes),
        lambda rows: tuple(Vote(frozenset(marks), official) for ((marks, official),) in rows),
    ),
}
